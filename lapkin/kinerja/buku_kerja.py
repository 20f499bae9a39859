"""The workbook (buku kerja) of one instansi and year: the door to writing and reading it."""

from lapkin.kinerja.buku.baca import baca_buku, periksa_berkas_xlsx
from lapkin.kinerja.buku.isi import HasilBaca, Identitas, IsiBuku, Masalah, SalahBuku
from lapkin.kinerja.buku.tulis import tulis_buku

__all__ = [
    "HasilBaca",
    "Identitas",
    "IsiBuku",
    "Masalah",
    "SalahBuku",
    "baca_buku",
    "periksa_berkas_xlsx",
    "tulis_buku",
]
