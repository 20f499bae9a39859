"""Susun any other paper (hasil analisis): the officer's text, with the table of what units or PD have sent."""

from django import forms

from lapkin.dokumen.blok import Judul, paragraf

from .dasar import judul_kertas
from .himpunan import daftar_kiriman, tabel_kiriman
from .kertas_kasus import kertas_diterima
from .lembar import alinea, bekukan_lembar, lembar_kerja

PANJANG_TEKS = 30_000


def tambah_isian(form, tugas):
    """The text, and what is to follow from it."""
    form.fields["teks"] = forms.CharField(
        label="Hasil analisis",
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=PANJANG_TEKS,
        error_messages={"required": "Tuliskan hasil analisisnya."},
    )
    form.fields["tindak_lanjut"] = forms.CharField(
        label="Tindak lanjut",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=PANJANG_TEKS,
        required=False,
    )


def konteks(tugas) -> dict:
    """What units have sent, and the papers received."""
    return {"daftar_kiriman": daftar_kiriman(tugas.pelaksanaan), "diterima": kertas_diterima(tugas)}


def siapkan(*, pegawai, sebagai, tugas, isian):
    """The paper, frozen."""
    nama = judul_kertas(tugas, tugas.naskah.replace("-", " ").capitalize())
    dokumen = lembar_kerja(
        tugas=tugas, pegawai=pegawai, sebagai=sebagai, judul=nama, blok=_blok(tugas, isian)
    )
    return bekukan_lembar(dokumen, nama)


def simpan(*, pegawai, sebagai, tugas, isian, bahan):
    """Nothing more to keep than the frozen paper."""
    return bahan


def _blok(tugas, isian):
    kiriman = daftar_kiriman(tugas.pelaksanaan)
    yield from alinea(isian["teks"])
    if isian["tindak_lanjut"]:
        yield Judul(tingkat=2, teks="Tindak lanjut", bernomor=False)
        yield from alinea(isian["tindak_lanjut"])
    if kiriman:
        yield paragraf("Data yang masuk:")
        yield tabel_kiriman(kiriman)
