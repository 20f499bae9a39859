"""The budget tree: rebuilt from printed rows that mix the levels, and added up over its leaves.

Reports print urusan, bidang urusan, program, kegiatan and sub kegiatan in one column and in row order. What
the row order hides the sums show: a line stands above the run of lines that follows it and adds up to it, in
pagu and in realisasi. Words decide only where sums can't: one line that equals the single line below it, and
lines of zero. All amounts are in sen.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from lapkin.kinerja.lembar import TINGKAT_ANGGARAN, BarisAnggaran
from lapkin.kinerja.pohon import PROGRAM, TINGGI, Cabang, Simpul, susun_cabang

_JUMLAH = re.compile(
    r"(sub ?)?(jumlah|total)( (total|keseluruhan|seluruhnya|seluruh|anggaran|belanja|daerah))*"
)
_KATA_PROGRAM = re.compile(r"program\b", re.IGNORECASE)
# Segments of a SIPD code (5 / 5.01 / 5.01.01 / 5.01.01.2.01 / 5.01.01.2.01.0001) by level.
_RUAS_KODE = {1: 0, 2: 1, 3: 2, 5: 3, 6: 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTercetak:
    """A budget row as a report prints it, its level unknown."""

    kunci: str
    nama: str
    pagu: int
    realisasi: int
    kode: str = ""


@dataclass(frozen=True, slots=True)
class Selisih:
    """A line whose own amounts are not what the lines below it add up to; nothing was changed."""

    kunci: str
    nama: str
    pagu: int
    realisasi: int
    pagu_bawahan: int
    realisasi_bawahan: int


@dataclass(frozen=True, slots=True)
class Pohon:
    """The rebuilt lines in row order, and the lines whose sums don't fit."""

    daftar_anggaran: tuple[BarisAnggaran, ...]
    daftar_selisih: tuple[Selisih, ...]


@dataclass(frozen=True, slots=True)
class Jumlah:
    """Pagu and realisasi added over leaves."""

    pagu: int
    realisasi: int


def bangun_pohon(daftar_baris: Iterable[BarisTercetak]) -> Pohon:
    """Rebuild the tree; a total row (JUMLAH) is no line but the check of the whole."""
    semua = tuple(daftar_baris)
    daftar_baris = tuple(baris for baris in semua if not adalah_jumlah(baris.nama))
    daftar_anggaran = _menurut_kode(daftar_baris) or _menurut_jumlah(daftar_baris, _jumlah_tercetak(semua))
    return periksa_pohon(daftar_anggaran, semua)


def periksa_pohon(
    daftar_anggaran: tuple[BarisAnggaran, ...], daftar_tercetak: Sequence[BarisTercetak]
) -> Pohon:
    """The tree with every line whose sum doesn't fit, the printed total among them."""
    tercetak = _jumlah_tercetak(daftar_tercetak)
    puncak = [baris for baris in daftar_anggaran if not baris.induk]
    selisih_jumlah = _selisih(tercetak, puncak) if tercetak else None
    return Pohon(
        daftar_anggaran, daftar_selisih(daftar_anggaran) + ((selisih_jumlah,) if selisih_jumlah else ())
    )


def _jumlah_tercetak(daftar_baris: Sequence[BarisTercetak]) -> BarisTercetak | None:
    return next((baris for baris in reversed(daftar_baris) if adalah_jumlah(baris.nama)), None)


def adalah_jumlah(nama: str) -> bool:
    """Is this the total row of a table?"""
    return bool(_JUMLAH.fullmatch(" ".join(nama.casefold().replace(":", " ").split())))


def jumlah(daftar_anggaran: Iterable[BarisAnggaran]) -> Jumlah:
    """The whole: leaves only, since every other line repeats what stands below it."""
    daftar_daun = daun(tuple(daftar_anggaran))
    return Jumlah(sum(b.pagu for b in daftar_daun), sum(b.realisasi for b in daftar_daun))


def daun(daftar_anggaran: Sequence[BarisAnggaran]) -> tuple[BarisAnggaran, ...]:
    """The lines with nothing below them."""
    daftar_induk = {baris.induk for baris in daftar_anggaran}
    return tuple(baris for baris in daftar_anggaran if baris.kunci not in daftar_induk)


def daftar_selisih(daftar_anggaran: Sequence[BarisAnggaran]) -> tuple[Selisih, ...]:
    """Every line above others whose amounts are not their sum."""
    bawahan: dict[str, list[BarisAnggaran]] = {}
    for baris in daftar_anggaran:
        bawahan.setdefault(baris.induk, []).append(baris)
    calon = (_selisih(baris, bawahan[baris.kunci]) for baris in daftar_anggaran if baris.kunci in bawahan)
    return tuple(selisih for selisih in calon if selisih)


def pasang_induk(daftar_anggaran: Iterable[BarisAnggaran]) -> tuple[BarisAnggaran, ...]:
    """Put each line under the nearest line before it that is of a higher level."""
    jalur: list[BarisAnggaran] = []
    hasil = []
    for baris in daftar_anggaran:
        letak = TINGKAT_ANGGARAN.index(baris.tingkat)
        jalur = [atas for atas in jalur if TINGKAT_ANGGARAN.index(atas.tingkat) < letak]
        hasil.append(replace(baris, induk=jalur[-1].kunci if jalur else ""))
        jalur.append(baris)
    return tuple(hasil)


def _menurut_kode(daftar_baris: Sequence[BarisTercetak]) -> tuple[BarisAnggaran, ...]:
    """The tree by SIPD codes, when every line has one; else nothing."""
    daftar_letak = [_letak_kode(baris.kode) for baris in daftar_baris]
    if None in daftar_letak:
        return ()
    pasangan = zip(daftar_baris, daftar_letak, strict=True)
    return pasang_induk(_baris_anggaran(baris, letak, "") for baris, letak in pasangan)


def _letak_kode(kode: str) -> int | None:
    ruas = kode.strip().strip(".").split(".")
    return _RUAS_KODE.get(len(ruas)) if all(bagian.isalnum() for bagian in ruas) else None


def _menurut_jumlah(
    daftar_baris: Sequence[BarisTercetak], tercetak: BarisTercetak | None
) -> tuple[BarisAnggaran, ...]:
    daftar_cabang = susun_cabang(
        [
            Simpul((baris.pagu, baris.realisasi), PROGRAM if _program(baris) else None)
            for baris in daftar_baris
        ],
        (tercetak.pagu, tercetak.realisasi) if tercetak else None,
    )
    daftar_kedalaman = [pasangan for akar in daftar_cabang for pasangan in akar.telusuri()]
    geser = _geser(daftar_baris, daftar_kedalaman)
    daftar_anggaran = (_turunkan(daftar_baris, akar, geser, "") for akar in daftar_cabang)
    return tuple(chain.from_iterable(daftar_anggaran))


def _program(baris: BarisTercetak) -> bool:
    return bool(_KATA_PROGRAM.match(baris.nama.strip()))


def _geser(daftar_baris: Sequence[BarisTercetak], daftar_kedalaman: Sequence[tuple[Cabang, int]]) -> int:
    """Level of the topmost lines: most programs must come to stand at their own level."""
    daftar_geser = [
        PROGRAM - dalam for cabang, dalam in daftar_kedalaman if _program(daftar_baris[cabang.letak])
    ]
    if daftar_geser:
        return max(set(daftar_geser), key=daftar_geser.count)
    terdalam = max((dalam for _, dalam in daftar_kedalaman), default=0)
    return max(0, min(PROGRAM, TINGGI - 1 - terdalam))


def _turunkan(
    daftar_baris: Sequence[BarisTercetak], cabang: Cabang, letak: int, induk: str
) -> Iterator[BarisAnggaran]:
    baris = daftar_baris[cabang.letak]
    letak = PROGRAM if _program(baris) else min(max(letak, 0), TINGGI - 1)
    yield _baris_anggaran(baris, letak, induk)
    for anak in cabang.daftar_anak:
        yield from _turunkan(daftar_baris, anak, letak + 1, baris.kunci)


def _baris_anggaran(baris: BarisTercetak, letak: int, induk: str) -> BarisAnggaran:
    return BarisAnggaran(
        kunci=baris.kunci,
        tingkat=TINGKAT_ANGGARAN[letak],
        nama=baris.nama,
        pagu=baris.pagu,
        realisasi=baris.realisasi,
        kode=baris.kode,
        induk=induk,
    )


def _selisih(baris: BarisAnggaran | BarisTercetak, daftar_bawahan: Sequence[BarisAnggaran]) -> Selisih | None:
    pagu, realisasi = sum(b.pagu for b in daftar_bawahan), sum(b.realisasi for b in daftar_bawahan)
    if (pagu, realisasi) == (baris.pagu, baris.realisasi):
        return None
    return Selisih(baris.kunci, baris.nama, baris.pagu, baris.realisasi, pagu, realisasi)
