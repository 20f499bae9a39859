"""A table as it came from a spreadsheet or a page: texts by row and column, and which cells were merged."""

from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import accumulate

from lapkin.sop.batas_isian import akhir_baris
from lapkin.sop.tampak import tampak


class LembarTidakSah(ValueError):
    """The sheet or the pasted table can't become an SOP; `daftar_masalah` has every fault as an Indonesian sentence."""

    def __init__(self, daftar_masalah: list[str]) -> None:
        super().__init__("\n".join(daftar_masalah))
        self.daftar_masalah = daftar_masalah


@dataclass(frozen=True, slots=True)
class Gabungan:
    """Cells merged into one: rows and columns from 0, both ends included."""

    atas: int
    kiri: int
    bawah: int
    kanan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kisi:
    """A grid of texts (`isi[baris][kolom]`, every row as long as the widest), merged cells empty but for their first.

    `alamat` names a cell for a person ("B7"); `rumus` are the cells that hold a formula.
    """

    isi: tuple[tuple[str, ...], ...]
    alamat: Callable[[int, int], str]
    daftar_gabungan: tuple[Gabungan, ...] = ()
    rumus: frozenset[tuple[int, int]] = field(default=frozenset())

    @property
    def lebar(self) -> int:
        return len(self.isi[0]) if self.isi else 0

    def gabungan(self, baris: int, kolom: int) -> Gabungan:
        """The merged cell that stands here; a plain cell is merged with itself."""
        return next(
            (g for g in self.daftar_gabungan if g.atas <= baris <= g.bawah and g.kiri <= kolom <= g.kanan),
            Gabungan(baris, kolom, baris, kolom),
        )


@dataclass(frozen=True, slots=True)
class Sambungan:
    """A grid to be put below another: its rows from `dari` on; `alamat` names its own cells for a person."""

    kisi: Kisi
    dari: int
    alamat: Callable[[int, int], str]


def susun_kisi(
    daftar_baris: list[list[str]],
    alamat: Callable[[int, int], str],
    daftar_gabungan: tuple[Gabungan, ...] = (),
    rumus: frozenset[tuple[int, int]] = frozenset(),
) -> Kisi:
    """A grid from rows of any length; its texts end their lines as everywhere in Lapkin and hide nothing."""
    lebar = max(map(len, daftar_baris), default=0)
    return Kisi(
        isi=tuple(
            (*(akhir_baris(tampak(sel)) for sel in baris), *[""] * (lebar - len(baris)))
            for baris in daftar_baris
        ),
        alamat=alamat,
        daftar_gabungan=daftar_gabungan,
        rumus=rumus,
    )


def sambung_kisi(atas: Kisi, daftar_bawah: list[Sambungan]) -> Kisi:
    """`atas` with others below it, in their order."""
    daftar = [Sambungan(atas, 0, atas.alamat), *daftar_bawah]
    awal = [0, *accumulate(len(satu.kisi.isi) - satu.dari for satu in daftar)]
    pasangan = [(satu, letak - satu.dari) for satu, letak in zip(daftar, awal, strict=False)]

    def alamat_sambungan(baris: int, kolom: int) -> str:
        satu, geser = pasangan[min(bisect(awal, baris), len(daftar)) - 1]
        return satu.alamat(baris - geser, kolom)

    return replace(
        atas,
        isi=tuple(baris for satu in daftar for baris in satu.kisi.isi[satu.dari :]),
        alamat=alamat_sambungan,
        daftar_gabungan=tuple(
            Gabungan(g.atas + geser, g.kiri, g.bawah + geser, g.kanan)
            for satu, geser in pasangan
            for g in satu.kisi.daftar_gabungan
            if g.atas >= satu.dari
        ),
        rumus=frozenset(
            (baris + geser, kolom)
            for satu, geser in pasangan
            for baris, kolom in satu.kisi.rumus
            if baris >= satu.dari
        ),
    )
