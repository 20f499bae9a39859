"""Rapat: a meeting and its record (notula); points of correction from it go to the report."""

from django import forms

from lapkin.alur.actions import selesaikan
from lapkin.alur.queries import langkah_tugas
from lapkin.isian import IsianTanggal
from lapkin.laporan.actions import catat_poin
from lapkin.naskah.models import Naskah

from ..dasar import (
    laporan_kasus,
    mengerjakan,
    pastikan_dapat_dikerjakan,
    pesan_sesudah,
    sebagai_output,
)
from ..isian_tugas import IsianTugas, baris_teks, teks_panjang
from ..kertas_kasus import versi_kasus
from ..naskah_tugas import rancang_naskah_tugas, simpan_naskah_tugas
from ..pihak import daftar_pihak, sebutan_pelaksana
from ..undangan import undangan_tugas

TOMBOL = "Simpan notula dan teruskan"
PENJELASAN = "Catat rapatnya dalam notula"
NAMA_UNDANGAN = "Undangan rapat"


class Isian(IsianTugas):
    """The fields of a notula; what the invitation says is filled in already."""

    acara = forms.CharField(label="Rapat", max_length=300)
    hari = forms.DateField(
        label="Hari dan tanggal",
        widget=IsianTanggal,
        error_messages={"required": "Isi tanggal rapat.", "invalid": "Tanggal rapat tidak terbaca."},
    )
    waktu = forms.CharField(label="Waktu", max_length=100, help_text="Misalnya: 09.00 s.d. 11.30 WIB.")
    tempat = forms.CharField(label="Tempat", max_length=200)
    pimpinan = forms.CharField(label="Pimpinan rapat", max_length=200)
    notulis = forms.CharField(label="Notulis", max_length=200)
    daftar_hadir = teks_panjang("Yang hadir", help_text="Satu nama atau jabatan tiap baris.")
    pembahasan = teks_panjang(
        "Pembahasan",
        rows=6,
        help_text="Baris kosong memulai alinea baru.",
        error_messages={"required": "Tuliskan apa yang dibahas."},
    )
    kesimpulan = teks_panjang(
        "Kesimpulan",
        help_text="Satu keputusan tiap baris.",
        error_messages={"required": "Tuliskan paling sedikit satu keputusan rapat."},
    )
    tindak_lanjut = teks_panjang(
        "Tindak lanjut",
        required=False,
        help_text="Satu tiap baris: yang dikerjakan; oleh siapa; batas waktu.",
    )
    poin = teks_panjang(
        "Poin koreksi atas draf laporan",
        required=False,
        help_text="Satu poin tiap baris; masing-masing menjadi poin koreksi pada versi terakhir laporan.",
    )
    alasan = forms.CharField(
        label="Bila rapat diadakan tanpa undangan tertulis, alasannya", max_length=500, required=False
    )

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, tugas=tugas, pegawai=pegawai, **kwargs)
        self.undangan = undangan_tugas(tugas)
        if versi_kasus(tugas.pelaksanaan) is None:
            del self.fields["poin"]
        if self.undangan or not perlu_undangan(tugas):
            del self.fields["alasan"]
        self.initial |= _awal(tugas, pegawai, self.undangan)

    def clean_tindak_lanjut(self):
        daftar = [_tindak_lanjut(baris) for baris in baris_teks(self.cleaned_data["tindak_lanjut"])]
        if any(not (satu["apa"] and satu["oleh"]) for satu in daftar):
            raise forms.ValidationError(
                "Sebutkan di tiap baris yang dikerjakan dan oleh siapa, dipisah titik koma."
            )
        return daftar

    def clean_alasan(self):
        if not self.cleaned_data["alasan"]:
            raise forms.ValidationError(
                "SOP meminta undangan rapat. Terbitkan undangannya, atau tuliskan alasan mengapa tidak ada."
            )
        return self.cleaned_data["alasan"]


def perlu_undangan(tugas) -> bool:
    """Does the SOP name, among what this step needs, something the step makes itself (Undangan rapat)?"""
    return any(butir.dari == tugas.langkah for butir in langkah_tugas(tugas).kelengkapan)


def konteks(tugas, pegawai) -> dict:
    """The invitation, and the report that points go to."""
    return {"undangan": undangan_tugas(tugas), "laporan": laporan_kasus(tugas.pelaksanaan)}


def kerjakan(*, pegawai, tugas, isian) -> str:
    """Freeze the notula, put the points of correction on the newest version, and send the work on."""
    pastikan_dapat_dikerjakan(pegawai, tugas)
    rancangan = rancang_naskah_tugas(
        pegawai=pegawai, tugas=tugas, bentuk="notula", isi=_isi(isian), hal=isian["acara"]
    )
    with mengerjakan(pegawai, tugas) as sebagai:
        notula = simpan_naskah_tugas(pegawai=pegawai, tugas=tugas, rancangan=rancangan)
        _catat_poin(pegawai, tugas, sebagai, isian.get("poin", ""))
        dibuka = selesaikan(
            pegawai=pegawai, tugas=tugas, output=_output(tugas, notula), catatan=isian.get("alasan", "")
        )
    return f"Notula rapat tersimpan. {pesan_sesudah(tugas, dibuka)}"


def _catat_poin(pegawai, tugas, sebagai, teks):
    versi = versi_kasus(tugas.pelaksanaan)
    for poin in baris_teks(teks):
        catat_poin(pegawai=pegawai, versi=versi, isi=poin, sebagai=sebagai)


def _output(tugas, notula: Naskah):
    """The notula under the SOP's name, and the invitation beside it."""
    undangan = undangan_tugas(tugas)
    surat = [(NAMA_UNDANGAN, undangan.konsep)] if undangan else []
    return [*surat, *(sebagai_output(tugas, notula.konsep) or [("Notula rapat", notula.konsep)])]


def _isi(isian) -> dict:
    """The fields of naskah/bentuk/notula.py."""
    tetap = ("acara", "hari", "waktu", "tempat", "pimpinan", "notulis", "pembahasan", "tindak_lanjut")
    return {nama: isian[nama] for nama in tetap} | {
        "daftar_hadir": baris_teks(isian["daftar_hadir"]),
        "kesimpulan": baris_teks(isian["kesimpulan"]),
    }


def _tindak_lanjut(baris: str) -> dict:
    apa, oleh, batas, *_ = [*(bagian.strip() for bagian in baris.split(";", 2)), "", ""]
    return {"apa": apa, "oleh": oleh, "batas": batas}


def _awal(tugas, pegawai, undangan) -> dict:
    """What is known before the meeting: from the invitation, else from the step."""
    umum = {"pimpinan": sebutan_pelaksana(tugas, pegawai), "notulis": pegawai.nama}
    if undangan:
        isi = undangan.isi
        return umum | {
            "acara": isi["acara"],
            "hari": isi["hari"],
            "waktu": isi["waktu"],
            "tempat": isi["tempat"],
            "daftar_hadir": "\n".join(isi["tujuan"]),
        }
    return umum | {
        "acara": f"{langkah_tugas(tugas).kegiatan}: {tugas.pelaksanaan}",
        "daftar_hadir": "\n".join(daftar_pihak(tugas)),
    }
