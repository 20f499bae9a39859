"""Known terms mistyped: which word is one slip away from a term, and which only resembles one.

A false alarm costs more than a miss. What Indonesian itself makes of a word (another prefix or suffix: laporkan,
memerintah, menyusui) is no slip; an abbreviation differs by one letter from many others (RPJMN, RPJMD), so there
only two letters in each other's place or a letter typed twice count.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from enum import IntEnum
from functools import cache, lru_cache

from lapkin.sop.aturan.bacaan import baca_data

# Shorter words resemble too many others; no term is longer.
_TERPENDEK, _TERPANJANG = 5, 20
_AKHIRAN = re.compile(r"(?:kan|an|i|nya|lah|kah|pun|ku|mu)$")


class Selisih(IntEnum):
    """How a word differs from a term by one slip, the surest sign first."""

    TERTUKAR = 1
    BERGANDA = 2
    LAIN = 3


@lru_cache(maxsize=8192)
def seharusnya(kata: str) -> str:
    """The known term that this word is a slip of; "" when it is a term itself or like none."""
    kecil = kata.lower()
    if not _TERPENDEK <= len(kata) <= _TERPANJANG or kecil in _dikenal():
        return ""
    if sum(huruf.isupper() for huruf in kata) >= 2:
        calon = _calon("singkatan", kata.upper(), paling_jauh=Selisih.BERGANDA)
        if calon:
            return calon
    return _calon("kata", kecil, paling_jauh=Selisih.LAIN)


@cache
def _dikenal() -> frozenset[str]:
    istilah = baca_data("istilah")
    semua = [*istilah["singkatan"], *istilah["kata"], *istilah["juga_benar"]]
    return frozenset(kata.lower() for kata in semua)


def _calon(daftar: str, kata: str, *, paling_jauh: Selisih) -> str:
    """The nearest term of a list: terms and word share a form that is left when one letter is taken out."""
    indeks = _indeks(daftar)
    calon = {istilah for bentuk in (kata, *_kurang_satu(kata)) for istilah in indeks.get(bentuk, ())}
    berselisih = [(selisih, istilah) for istilah in calon if (selisih := _selisih(istilah, kata))]
    terdekat = min(berselisih, default=(None, ""))
    return terdekat[1] if terdekat[0] and terdekat[0] <= paling_jauh else ""


@cache
def _indeks(daftar: str) -> dict[str, list[str]]:
    indeks = defaultdict(list)
    for istilah in baca_data("istilah")[daftar]:
        for bentuk in {istilah, *_kurang_satu(istilah)}:
            indeks[bentuk].append(istilah)
    return dict(indeks)


def _kurang_satu(kata: str) -> Iterable[str]:
    return (kata[:letak] + kata[letak + 1 :] for letak in range(len(kata)))


def _selisih(istilah: str, kata: str) -> Selisih | None:
    """The one slip between them; None when there is more than one, or what a language does by itself."""
    pendek, panjang = sorted((istilah, kata), key=len)
    awal = next((i for i in range(len(pendek)) if pendek[i] != panjang[i]), len(pendek))
    if len(pendek) == len(panjang):
        if _tertukar(pendek, panjang, awal):
            return Selisih.TERTUKAR
        sisa_sama = pendek[awal + 1 :] == panjang[awal + 1 :]
    else:
        sisa_sama = pendek[awal:] == panjang[awal + 1 :]
        if sisa_sama and awal and panjang[awal - 1] == panjang[awal]:
            return Selisih.BERGANDA
    di_dalam = 0 < awal < len(panjang) - 1
    return Selisih.LAIN if sisa_sama and di_dalam and not _seakar(istilah, kata) else None


def _tertukar(kiri: str, kanan: str, awal: int) -> bool:
    return kiri[awal : awal + 2] == kanan[awal : awal + 2][::-1] and kiri[awal + 2 :] == kanan[awal + 2 :]


def _seakar(istilah: str, kata: str) -> bool:
    """Whether only the suffixes differ: laporan and laporkan, lampiran and lampirkan."""
    return _AKHIRAN.sub("", istilah) == _AKHIRAN.sub("", kata)
