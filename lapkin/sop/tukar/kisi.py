"""A table as it came from a spreadsheet or a page: texts by row and column, and which cells were merged."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

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


def sambung_kisi(atas: Kisi, bawah: Kisi, dari: int, alamat: Callable[[int, int], str]) -> Kisi:
    """`atas` with the rows of `bawah` from `dari` on below it; `alamat` names the cells of `bawah`."""
    geser = len(atas.isi) - dari
    turun = (
        Gabungan(satu.atas + geser, satu.kiri, satu.bawah + geser, satu.kanan)
        for satu in bawah.daftar_gabungan
        if satu.atas >= dari
    )

    def alamat_sambungan(baris: int, kolom: int) -> str:
        di_atas = baris < len(atas.isi)
        return atas.alamat(baris, kolom) if di_atas else alamat(baris - geser, kolom)

    return replace(
        atas,
        isi=(*atas.isi, *bawah.isi[dari:]),
        alamat=alamat_sambungan,
        daftar_gabungan=(*atas.daftar_gabungan, *turun),
        rumus=atas.rumus | {(baris + geser, kolom) for baris, kolom in bawah.rumus if baris >= dari},
    )
