"""Susun format-data: the workbook in which the units give their figures, made from what the office knows already."""

from lapkin.berkas.actions import bekukan
from lapkin.kinerja.buku_kerja import IsiBuku, tulis_buku
from lapkin.kinerja.queries import lembar_kinerja
from lapkin.laporan.bahan import bagian_lembar
from lapkin.laporan.queries import identitas_buku_laporan


def tambah_isian(form, tugas):
    """Nothing to fill in: the workbook is made from the figures there are."""


def konteks(tugas) -> dict:
    """The figures that the workbook will carry."""
    lembar = lembar_kinerja(tugas.pelaksanaan.instansi, tugas.pelaksanaan.tahun)
    return {"lembar": lembar, "jumlah_narasi": len(_daftar_bagian(lembar))}


def siapkan(*, pegawai, sebagai, tugas, isian):
    """The workbook of the office and year, frozen."""
    pelaksanaan = tugas.pelaksanaan
    lembar = lembar_kinerja(pelaksanaan.instansi, pelaksanaan.tahun)
    sebutan = pelaksanaan.dibaca().laporan
    isi = IsiBuku(
        identitas=identitas_buku_laporan(pelaksanaan.instansi, pelaksanaan.tahun, sebutan), lembar=lembar
    )
    return bekukan(
        isi=tulis_buku(isi, _daftar_bagian(lembar)),
        nama=f"Format data kinerja {pelaksanaan.tahun} {pelaksanaan.instansi.kode}.xlsx",
        jenis="xlsx",
    )


def simpan(*, pegawai, sebagai, tugas, isian, bahan):
    """Nothing more to keep than the frozen workbook."""
    return bahan


def _daftar_bagian(lembar):
    return [(bagian.kunci, bagian.judul_lengkap) for bagian in bagian_lembar(lembar)]
