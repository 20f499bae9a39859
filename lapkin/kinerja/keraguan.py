"""Doubts about a pair of figures, for a person to look at; they never change a value."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lapkin.bahasa.angka import Terbaca, tulis
from lapkin.kinerja.ukuran import Arah, Isian, Rumus, Ukuran

SELISIH_MERAGUKAN = 100  # times; a wider gap between target and realisasi is more often a slip of the pen

_PASANGAN_JANGGAL = (
    (Rumus.NAIK, Arah.TURUN),
    (Rumus.TURUN, Arah.NAIK),
    (Rumus.TURUN_TERBALIK, Arah.NAIK),
)


# "59.89": what is left of 59.890 when a spreadsheet takes the dot for a decimal one.
_NOL_HILANG = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{1,2}")


def daftar_keraguan(ukuran: Ukuran, rumus: Rumus, target: Decimal, realisasi: Decimal) -> tuple[str, ...]:
    """One sentence per doubt: a reading to confirm, figures far apart, units that differ, an odd formula."""
    daftar = [*_cara_baca(ukuran), *_terpaut_jauh(ukuran, target, realisasi), *_beda_satuan(ukuran)]
    if (rumus, ukuran.arah) in _PASANGAN_JANGGAL:
        daftar.append(f"Rumus {rumus} dipakai pada indikator berarah {ukuran.arah}; periksa arahnya.")
    return tuple(daftar)


def _cara_baca(ukuran: Ukuran) -> Iterator[str]:
    for nama, isian in (("Target", ukuran.target), ("Realisasi", ukuran.realisasi)):
        if isinstance(isian, Terbaca) and isian.catatan:
            yield f"{nama}: {isian.catatan}."


def _terpaut_jauh(ukuran: Ukuran, target: Decimal, realisasi: Decimal) -> Iterator[str]:
    kecil, besar = sorted((abs(target), abs(realisasi)))
    if kecil == 0 or besar <= kecil * SELISIH_MERAGUKAN:
        return
    yield "Target dan realisasi terpaut lebih dari 100 kali; periksa satuan/penulisan."
    isian = ukuran.target if abs(target) == kecil else ukuran.realisasi
    if isinstance(isian, Terbaca) and _NOL_HILANG.fullmatch(isian.teks.strip()):
        utuh = tulis(isian.nilai * 1000)
        yield f'Nol di belakang mungkin hilang: bila "{isian.teks.strip()}" berarti {utuh}, ketik {utuh}.'


def _beda_satuan(ukuran: Ukuran) -> Iterator[str]:
    target, realisasi = _satuan(ukuran.target), _satuan(ukuran.realisasi)
    if target and realisasi and target.casefold() != realisasi.casefold():
        yield f"Satuan target ({target}) dan realisasi ({realisasi}) berbeda."


def _satuan(isian: Isian) -> str:
    satuan = isian.satuan if isinstance(isian, Terbaca) else ""
    return "%" if satuan.casefold() == "persen" else satuan
