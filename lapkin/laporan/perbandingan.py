"""Comparison over the years: which years, and whether a figure rose or fell. Compares, never computes."""

from lapkin.bahasa.angka import Terbaca, baca
from lapkin.laporan.hitung import HasilIndikator

BANYAK_TAHUN = 3  # "beberapa tahun terakhir" of PermenPAN-RB 53/2014, by practice the last three


def tahun_pembanding(tahun: int) -> tuple[int, ...]:
    """The years before the reported one, oldest first."""
    return tuple(range(tahun - BANYAK_TAHUN, tahun))


def arah_perubahan(hasil: HasilIndikator, tahun: int) -> str:
    """naik, turun or tetap against last year; "" when either figure is missing or no number."""
    lalu = baca(hasil.indikator.riwayat.get(tahun - 1, ""))
    if not (isinstance(lalu, Terbaca) and isinstance(hasil.realisasi, Terbaca)):
        return ""
    if hasil.realisasi.nilai == lalu.nilai:
        return "tetap"
    return "naik" if hasil.realisasi.nilai > lalu.nilai else "turun"


def ada_riwayat(hasil: HasilIndikator, tahun: int) -> bool:
    """Does the source print any of the years before?"""
    return any(hasil.indikator.riwayat.get(t, "").strip() for t in tahun_pembanding(tahun))
