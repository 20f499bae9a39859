"""The seats of a team as fields of a page: who holds each, chosen from the officers, and who comes from outside."""

from django import forms

from lapkin.organisasi.models import AnggotaTim

from .isian_tugas import baris_teks, teks_panjang
from .tim_sk import calon_anggota, nama_dalam_sk

ANGGOTA = AnggotaTim.Kedudukan.ANGGOTA
# The seats that one person holds: (name of the field, words of the seat).
KURSI_TUNGGAL = [
    (kunci.replace("-", "_"), kata) for kunci, kata in AnggotaTim.Kedudukan.choices if kunci != ANGGOTA
]


def bidang_susunan(instansi) -> dict[str, forms.Field]:
    """One choice for each single seat, ticks for the members, lines for people of other offices."""
    pilihan = [(nama, nama) for nama in map(nama_dalam_sk, calon_anggota(instansi))]
    tunggal = {
        nama: forms.ChoiceField(label=kata, choices=[("", "(tidak ada)"), *pilihan], required=False)
        for nama, kata in KURSI_TUNGGAL
    }
    return tunggal | {
        "anggota": forms.MultipleChoiceField(
            label="Anggota", choices=pilihan, required=False, widget=forms.CheckboxSelectMultiple
        ),
        "anggota_luar": teks_panjang(
            "Anggota dari luar instansi",
            rows=2,
            required=False,
            help_text="Satu nama dan jabatan tiap baris; tercetak pada SK, tetapi tidak menerima tugas.",
        ),
    }


def susunan(isian) -> list[dict]:
    """The rows of the SK's attachment from the fields, in the order of the seats."""
    kursi = [(kata, isian.get(nama)) for nama, kata in KURSI_TUNGGAL]
    anggota = [*isian.get("anggota", []), *baris_teks(isian.get("anggota_luar", ""))]
    duduk = [(kata, nama) for kata, nama in kursi if nama]
    terpakai = {nama for _, nama in duduk}
    duduk += [(ANGGOTA.label, nama) for nama in anggota if nama not in terpakai]
    return [{"kedudukan": kata, "nama": nama} for kata, nama in duduk]


def susunan_awal(daftar_baris, daftar_bidang) -> dict:
    """The fields' first values from rows of an attachment; names that are no choice are people from outside."""
    dikenal = {nilai for nilai, _ in daftar_bidang["anggota"].choices}
    nama_kursi = {kata: nama for nama, kata in KURSI_TUNGGAL}
    awal = {"anggota": [], "anggota_luar": ""}
    for baris in daftar_baris:
        kursi = nama_kursi.get(baris["kedudukan"])
        if baris["nama"] not in dikenal:
            awal["anggota_luar"] += f"{baris['nama']}\n"
        elif kursi:
            awal[kursi] = baris["nama"]
        else:
            awal["anggota"].append(baris["nama"])
    return awal
