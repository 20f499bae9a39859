"""How the report writes figures as typed, and what it prints where the source has none."""

from decimal import Decimal

from lapkin.bahasa.angka import TakTerbaca, Terbaca, baca, tulis, tulis_persen
from lapkin.kinerja.capaian import Capaian

TIDAK_TERSEDIA = "tidak tersedia"
CATATAN_TIDAK_TERSEDIA = "Tidak tersedia: data tidak tersedia pada sumber."
TIDAK_DAPAT_DIHITUNG = "tidak dapat dihitung"
DESIMAL_TERTULIS = 4  # a figure typed with more decimals is spreadsheet noise to a reader


def angka_tertulis(teks: str) -> str:
    """A figure as typed, in the one Indonesian form; text that is no number stays as it is ("WTP")."""
    if not teks.strip():
        return TIDAK_TERSEDIA
    bacaan = baca(teks)
    return _bacaan(bacaan) if isinstance(bacaan, Terbaca) else teks.strip()


def _bacaan(bacaan: Terbaca) -> str:
    satuan = "%" if bacaan.satuan == "%" else f" {bacaan.satuan}" if bacaan.satuan else ""
    return tulis(bacaan.nilai, _desimal(bacaan.nilai)) + satuan


def _desimal(nilai: Decimal) -> int | None:
    """Two decimals for a long figure, four when it is smaller than one; None = as many as it has."""
    if -nilai.normalize().as_tuple().exponent <= DESIMAL_TERTULIS:
        return None
    return 2 if abs(nilai) >= 1 else DESIMAL_TERTULIS


def terbaca(*daftar_bacaan: Terbaca | TakTerbaca) -> bool:
    """Are all of them numbers?"""
    return all(isinstance(bacaan, Terbaca) for bacaan in daftar_bacaan)


def capaian_tertulis(capaian: Capaian) -> str:
    """The percentage without its sign, or that it can't be computed."""
    return capaian.teks or TIDAK_DAPAT_DIHITUNG


def persen(nilai: Decimal | None) -> str:
    """98,75% or a dash when there is none."""
    return "–" if nilai is None else tulis_persen(nilai)


def gabung(daftar: list[str]) -> str:
    """Indonesian enumeration: "A", "A dan B", "A, B, dan C"."""
    if len(daftar) < 3:
        return " dan ".join(daftar)
    return f"{', '.join(daftar[:-1])}, dan {daftar[-1]}"
