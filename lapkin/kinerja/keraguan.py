"""Doubts about a pair of figures, for a person to look at; they never change a value."""

from decimal import Decimal

from lapkin.bahasa.angka import Terbaca
from lapkin.kinerja.ukuran import Arah, Isian, Rumus, Ukuran

SELISIH_MERAGUKAN = 100  # times; a wider gap between target and realisasi is more often a slip of the pen

_PASANGAN_JANGGAL = (
    (Rumus.NAIK, Arah.TURUN),
    (Rumus.TURUN, Arah.NAIK),
    (Rumus.TURUN_TERBALIK, Arah.NAIK),
)


def daftar_keraguan(ukuran: Ukuran, rumus: Rumus, target: Decimal, realisasi: Decimal) -> tuple[str, ...]:
    """One sentence per doubt: a reading to confirm, figures far apart, units that differ, an odd formula."""
    daftar = [
        f"{nama}: {isian.catatan}."
        for nama, isian in (("Target", ukuran.target), ("Realisasi", ukuran.realisasi))
        if isinstance(isian, Terbaca) and isian.catatan
    ]
    if _terpaut_jauh(target, realisasi):
        daftar.append("Target dan realisasi terpaut lebih dari 100 kali; periksa satuan/penulisan.")
    if _beda_satuan(ukuran.target, ukuran.realisasi):
        daftar.append(
            f"Satuan target ({ukuran.target.satuan}) dan realisasi ({ukuran.realisasi.satuan}) berbeda."
        )
    if (rumus, ukuran.arah) in _PASANGAN_JANGGAL:
        daftar.append(f"Rumus {rumus} dipakai pada indikator berarah {ukuran.arah}; periksa arahnya.")
    return tuple(daftar)


def _terpaut_jauh(target: Decimal, realisasi: Decimal) -> bool:
    kecil, besar = sorted((abs(target), abs(realisasi)))
    return kecil != 0 and besar > kecil * SELISIH_MERAGUKAN


def _beda_satuan(target: Isian, realisasi: Isian) -> bool:
    if not (isinstance(target, Terbaca) and isinstance(realisasi, Terbaca)):
        return False
    return (
        bool(target.satuan and realisasi.satuan) and target.satuan.casefold() != realisasi.satuan.casefold()
    )
