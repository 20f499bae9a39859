"""Tables of the tree: cells, rows, and where each cell stands on the grid of columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Sel:
    """A table cell. `rata` empty: as its column says."""

    teks: str = ""
    rentang_kolom: int = 1
    rentang_baris: int = 1
    tebal: bool = False
    rata: Literal["", "kiri", "tengah", "kanan"] = ""

    def __post_init__(self) -> None:
        if self.rentang_kolom < 1 or self.rentang_baris < 1:
            raise ValueError("rentang sel kurang dari 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Baris:
    """A table row. tebal: a sum; kelompok: a shaded band that names what follows (a sasaran)."""

    sel: tuple[Sel, ...]
    gaya: Literal["", "tebal", "kelompok"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A table with its caption above ("" = none, unnumbered). `kepala` repeats on every page.

    `lebar`: relative widths, one a column (this sets the number of columns); `rata`: one a column, or empty;
    `kaki`: rows of totals; `catatan`: the small print under it; `kecil`: smaller letters for many columns.
    """

    keterangan: str
    lebar: tuple[int, ...]
    kepala: tuple[Baris, ...]
    baris: tuple[Baris, ...]
    kaki: tuple[Baris, ...] = ()
    rata: tuple[Literal["kiri", "tengah", "kanan"], ...] = ()
    catatan: str = ""
    kecil: bool = False
    kunci: str = ""

    def __post_init__(self) -> None:
        if not self.lebar or min(self.lebar) < 1:
            raise ValueError("tabel tanpa lebar kolom yang benar")
        if self.rata and len(self.rata) != len(self.lebar):
            raise ValueError("rata kolom tidak sebanyak lebar kolom")
        for bagian in (self.kepala, self.baris, self.kaki):
            susun_kisi(bagian, len(self.lebar))


def baris(*isi: str | Sel, gaya: Literal["", "tebal", "kelompok"] = "") -> Baris:
    """A table row from plain texts and cells."""
    return Baris(sel=tuple(Sel(teks=s) if isinstance(s, str) else s for s in isi), gaya=gaya)


def susun_kisi(daftar_baris: Sequence[Baris], kolom: int) -> tuple[tuple[tuple[int, Sel], ...], ...]:
    """For each row its cells with the column each starts in; raises ValueError unless they fill the grid.

    The only cell of a kelompok row spans all columns by itself.
    """
    sisa = [0] * kolom  # how many more rows each column is covered by a cell from above
    hasil = []
    for ke, satu in enumerate(daftar_baris, start=1):
        hasil.append(_tempatkan(_lebarkan(satu, kolom), sisa, ke))
    if any(sisa):
        raise ValueError("rentang baris sebuah sel melewati akhir tabel")
    return tuple(hasil)


def _lebarkan(satu: Baris, kolom: int) -> tuple[Sel, ...]:
    if satu.gaya == "kelompok" and len(satu.sel) == 1:
        return (replace(satu.sel[0], rentang_kolom=kolom),)
    return satu.sel


def _tempatkan(daftar_sel: Sequence[Sel], sisa: list[int], ke: int) -> tuple[tuple[int, Sel], ...]:
    """Put one row's cells into the free columns from left to right; `sisa` is updated for the next row."""
    bebas = [kolom for kolom, tertutup in enumerate(sisa) if not tertutup]
    sisa[:] = [max(0, tertutup - 1) for tertutup in sisa]
    hasil = []
    for sel in daftar_sel:
        ambil = bebas[: sel.rentang_kolom]
        if len(ambil) < sel.rentang_kolom or ambil[-1] - ambil[0] >= sel.rentang_kolom:
            raise ValueError(f"baris tabel ke-{ke} memuat sel lebih banyak daripada kolomnya")
        bebas = bebas[sel.rentang_kolom :]
        for kolom in ambil:
            sisa[kolom] = sel.rentang_baris - 1
        hasil.append((ambil[0], sel))
    if bebas:
        raise ValueError(f"baris tabel ke-{ke} kurang {len(bebas)} sel")
    return tuple(hasil)
