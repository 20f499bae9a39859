"""Periksa: reading what was made before it goes on, noting what is wrong, and saying that it was read."""

from django import forms

from lapkin.alur.actions import selesaikan
from lapkin.dokumen.blok import daftar, paragraf
from lapkin.laporan.actions import PANJANG_POIN, catat_poin
from lapkin.laporan.queries import perubahan_sejak, poin_terbuka

from ..dasar import (
    judul_kertas,
    laporan_kasus,
    mengerjakan,
    pastikan_dapat_dikerjakan,
    pesan_sesudah,
    sebagai_output,
)
from ..dokumen_kasus import yang_dibaca
from ..himpunan import daftar_kiriman, tabel_kiriman
from ..isian_tugas import IsianTugas, baris_teks
from ..kertas_kasus import LAPORAN, kertas_diterima, versi_kasus
from ..lembar import alinea, bekukan_lembar, lembar_kerja

TOMBOL = "Selesai diperiksa"
PENJELASAN = "Periksa bahan di bawah ini. Bila belum benar, kembalikan dengan catatan; bila sudah, teruskan."
LEMBAR = "Lembar pemeriksaan"
ANALISIS = ("hasil-analisis", "hasil-reviu")


class Isian(IsianTugas):
    """What was found; `sidik` is the hash of the version on the page, so that no other version is passed."""

    TERBAWA = ("sidik", "catatan", "poin")
    sidik = forms.CharField(widget=forms.HiddenInput, required=False)
    catatan = forms.CharField(
        label="Catatan pemeriksaan",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        required=False,
        help_text="Tercetak pada lembar pemeriksaan.",
    )
    poin = forms.CharField(
        label="Poin koreksi",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=10_000,
        required=False,
        help_text="Satu baris satu poin. Penyusun menjawab tiap poin sebelum versi berikutnya.",
    )
    dibaca = forms.BooleanField(
        label="Saya sudah memeriksa bahan pada halaman ini",
        error_messages={"required": "Centang ini setelah Anda memeriksa bahannya."},
    )

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, tugas=tugas, pegawai=pegawai, **kwargs)
        versi = versi_diperiksa(tugas)
        self.fields["sidik"].initial = versi.pdf.sha256 if versi else ""
        if versi is None:
            del self.fields["poin"]
        if tugas.naskah in ANALISIS:
            self.fields["catatan"].label = "Hasil pemeriksaan"
            self.fields["catatan"].required = not self.kembali
            self.fields["catatan"].error_messages["required"] = "Tuliskan hasil pemeriksaannya."

    def clean_poin(self):
        daftar_poin = baris_teks(self.cleaned_data["poin"])
        if any(len(satu) > PANJANG_POIN for satu in daftar_poin):
            raise forms.ValidationError(f"Satu poin paling panjang {PANJANG_POIN} huruf.")
        return daftar_poin


def versi_diperiksa(tugas):
    """The report version that this task reads; None where the work is about figures or other papers."""
    return versi_kasus(tugas.pelaksanaan) if tugas.naskah == LAPORAN else None


def konteks(tugas, pegawai) -> dict:
    """What is to be read: the report's version with its changes, or what came in."""
    versi = versi_diperiksa(tugas)
    laporan = laporan_kasus(tugas.pelaksanaan)
    return {
        "versi": versi,
        "laporan": laporan,
        "perubahan": _perubahan(versi) if versi else (),
        "poin_terbuka": poin_terbuka(laporan) if laporan else (),
        "daftar_kiriman": () if versi else daftar_kiriman(tugas.pelaksanaan),
        "diterima": () if versi else kertas_diterima(tugas),
    }


def kerjakan(*, pegawai, tugas, isian) -> str:
    """Keep the sheet of what was read, raise the points of correction, and pass the paper on."""
    sebagai = pastikan_dapat_dikerjakan(pegawai, tugas)
    versi = _versi_dibaca(tugas, isian)
    judul = LEMBAR if versi else judul_kertas(tugas, LEMBAR)
    lembar = bekukan_lembar(_lembar(pegawai, sebagai, tugas, versi, isian, judul), judul)
    with mengerjakan(pegawai, tugas):
        _versi_dibaca(tugas, isian)
        for poin in isian.get("poin") or ():
            catat_poin(pegawai=pegawai, versi=versi, isi=poin, sebagai=sebagai)
        output = sebagai_output(tugas, versi.pdf if versi else lembar)
        if lembar not in [berkas for _, berkas in output]:
            output.insert(0, (LEMBAR, lembar))
        dibuka = selesaikan(pegawai=pegawai, tugas=tugas, output=output, catatan=isian["catatan"])
    return pesan_sesudah(tugas, dibuka)


def _versi_dibaca(tugas, isian):
    """The report version on the page, still the newest; None where the work is about other papers."""
    return yang_dibaca(tugas, isian["sidik"]).versi if tugas.naskah == LAPORAN else None


def _perubahan(versi):
    sebelum = versi.laporan.daftar_versi.filter(nomor=versi.nomor - 1).first()
    return perubahan_sejak(sebelum, versi) if sebelum else ()


def _lembar(pegawai, sebagai, tugas, versi, isian, judul):
    rincian = (
        [("Dibaca", f"{tugas.pelaksanaan} {versi}"), ("Sidik berkas", versi.pdf.sha256)] if versi else []
    )
    return lembar_kerja(
        tugas=tugas,
        pegawai=pegawai,
        sebagai=sebagai,
        judul=judul,
        rincian=[*rincian, ("Hasil", _hasil(isian.get("poin")))],
        blok=(*alinea(isian["catatan"]), *_blok_poin(isian.get("poin")), *_blok_kiriman(tugas, versi)),
    )


def _hasil(daftar_poin) -> str:
    return (
        f"Diteruskan dengan {len(daftar_poin)} poin koreksi" if daftar_poin else "Sudah diperiksa, diteruskan"
    )


def _blok_poin(daftar_poin):
    return (paragraf("Poin koreksi:"), daftar(*daftar_poin, bernomor="1")) if daftar_poin else ()


def _blok_kiriman(tugas, versi):
    kiriman = () if versi else daftar_kiriman(tugas.pelaksanaan)
    return (paragraf("Bahan yang diperiksa:"), tabel_kiriman(kiriman)) if kiriman else ()
