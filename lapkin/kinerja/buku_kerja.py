"""The workbook (buku kerja) of one instansi and year: the door to writing and reading it."""

from lapkin.kinerja.baca_buku import baca_buku
from lapkin.kinerja.berkas_xlsx import periksa_berkas_xlsx
from lapkin.kinerja.isi_buku import HasilBaca, Identitas, IsiBuku, Masalah, SalahBuku
from lapkin.kinerja.tulis_buku import tulis_buku

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
