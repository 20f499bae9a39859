"""Rows measured by their text and their symbols, and shared out to pages.

A row is never split. One taller than a page gets smaller letters; at the smallest it gets a taller page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lapkin.sop.bagan import Langkah
from lapkin.sop.formulir.bentuk import Bagian, Baris, Kolom, Sel
from lapkin.sop.formulir.huruf import JARAK_BARIS, lipat
from lapkin.sop.formulir.kolom import PADDING, isi_sel

UKURAN = (8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
ZONA = 19.0  # where connectors stand, at the foot of a page and at the head of the next
KAKI = 14.0  # "Halaman 1 / 2"
_TERENDAH = 22.0  # a row without any text or symbol
_TENGAH = (Bagian.NO, Bagian.WAKTU)


@dataclass(frozen=True, slots=True)
class Jarak:
    """Height of a symbol, and the room above and below it for a line and an arrowhead."""

    atas: float
    simbol: float
    bawah: float

    @property
    def tinggi(self) -> float:
        return self.atas + self.simbol + self.bawah


LONGGAR, RAPAT = Jarak(11.0, 22.0, 8.5), Jarak(11.0, 18.5, 7.5)


@dataclass(frozen=True, slots=True)
class BarisTerukur:
    """A row before it has a place: its folded texts, their size, and the height that it needs."""

    urutan: int
    kode: str
    lipatan: tuple[tuple[str, ...], ...]
    ukuran: float
    tinggi: float


@dataclass(frozen=True, slots=True)
class Lembar:
    """The rows of one page, with the room for connectors above the first and below the last."""

    baris: tuple[BarisTerukur, ...]
    zona_atas: float
    zona_bawah: float

    @property
    def tinggi(self) -> float:
        return self.zona_atas + self.zona_bawah + sum(satu.tinggi for satu in self.baris)


def ukur_baris(
    daftar_langkah: Sequence[Langkah], kolom: tuple[Kolom, ...], batas: float
) -> list[BarisTerukur]:
    """Every row with the height that its texts need; `batas` is a page's height."""
    awal = 1 if sum(satu.bagian is Bagian.PELAKSANA for satu in kolom) > 6 else 0
    return [
        _ukur(urutan, langkah, kolom, batas - 2 * ZONA, awal) for urutan, langkah in enumerate(daftar_langkah)
    ]


def setinggi_simbol(daftar: Sequence[BarisTerukur], tinggi_simbol: dict[int, float]) -> list[BarisTerukur]:
    """The rows, taller where their symbols need it."""
    return [
        replace(satu, tinggi=perlu) if (perlu := tinggi_simbol.get(satu.urutan, 0.0)) > satu.tinggi else satu
        for satu in daftar
    ]


def bagi_halaman(daftar: Sequence[BarisTerukur], awal: float, lanjutan: float) -> list[Lembar]:
    """Rows to pages: `awal` and `lanjutan` are the heights free on the first page and on any other."""
    if sum(baris.tinggi for baris in daftar) <= awal + KAKI:
        return [Lembar(tuple(daftar), 0.0, 0.0)]
    lembar: list[Lembar] = []
    isi: list[BarisTerukur] = []
    for baris in daftar:
        ruang = (lanjutan if lembar else awal) - ZONA * (2 if lembar else 1)
        penuh = sum(satu.tinggi for satu in isi) + baris.tinggi > ruang
        if isi and penuh and not (baris is daftar[-1] and _muat_terakhir(isi, baris, ruang)):
            lembar.append(Lembar(tuple(isi), ZONA if lembar else 0.0, ZONA))
            isi = []
        isi.append(baris)
    lembar.append(Lembar(tuple(isi), ZONA if lembar else 0.0, 0.0))
    return lembar


def baris_jadi(
    baris: BarisTerukur, kolom: tuple[Kolom, ...], y: float, zona_atas: float, zona_bawah: float
) -> Baris:
    """The row in its place, its cells as tall as the row."""
    tinggi = baris.tinggi + zona_atas + zona_bawah
    sel = tuple(
        Sel(
            ke, satu.x, y, satu.lebar, tinggi, baris.lipatan[ke], baris.ukuran,
            rata="tengah" if satu.bagian in _TENGAH else "kiri",
        )
        for ke, satu in enumerate(kolom)
    )  # fmt: skip
    return Baris(baris.kode, baris.urutan, y, tinggi, sel)


def _muat_terakhir(isi: list[BarisTerukur], baris: BarisTerukur, ruang: float) -> bool:
    """The last row may use the room that a connector would have taken."""
    return sum(satu.tinggi for satu in isi) + baris.tinggi <= ruang + ZONA


def _ukur(urutan: int, langkah: Langkah, kolom: tuple[Kolom, ...], batas: float, awal: int) -> BarisTerukur:
    teks = ["" if satu.bagian is Bagian.PELAKSANA else isi_sel(langkah, satu.bagian) for satu in kolom]
    for ukuran in UKURAN[awal:]:
        lipatan = tuple(
            lipat(isi, satu.lebar - 2 * PADDING, ukuran) if isi else ()
            for isi, satu in zip(teks, kolom, strict=True)
        )
        tinggi = max(map(len, lipatan), default=0) * ukuran * JARAK_BARIS + 2 * PADDING
        if tinggi <= batas:
            break
    return BarisTerukur(urutan, langkah.kode, lipatan, ukuran, max(tinggi, _TERENDAH))
