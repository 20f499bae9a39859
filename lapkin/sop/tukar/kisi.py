"""A table as it came from a spreadsheet or a page: texts by row and column, and which cells were merged."""

from collections.abc import Callable
from dataclasses import dataclass, field


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


def susun_kisi(
    daftar_baris: list[list[str]],
    alamat: Callable[[int, int], str],
    daftar_gabungan: tuple[Gabungan, ...] = (),
    rumus: frozenset[tuple[int, int]] = frozenset(),
) -> Kisi:
    """A grid from rows of any length."""
    lebar = max(map(len, daftar_baris), default=0)
    return Kisi(
        isi=tuple((*baris, *[""] * (lebar - len(baris))) for baris in daftar_baris),
        alamat=alamat,
        daftar_gabungan=daftar_gabungan,
        rumus=rumus,
    )


def huruf_kolom(kolom: int) -> str:
    """The letter of a column counted from 0: 0 is A, 26 is AA."""
    huruf, sisa = "", kolom + 1
    while sisa:
        sisa, angka = divmod(sisa - 1, 26)
        huruf = chr(ord("A") + angka) + huruf
    return huruf


def rapi(teks: str) -> str:
    """A text without what people do not see, to compare with."""
    return " ".join(teks.replace("\xa0", " ").casefold().split())
