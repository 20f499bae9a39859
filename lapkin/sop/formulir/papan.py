"""The board on which a page's lines are drawn: bands of symbols, the lanes between them, and what is taken.

Why no two lines ever lie on each other: upright lines run in lanes beside the symbols, one line to a stretch of a
lane; level lines run at the middle of a band, where each side of a symbol is one port, or on one of two rails
between two bands: the upper is for what leaves the band above, the lower for returns into the band below.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lapkin.sop.formulir.bentuk import Bentuk, Panah, Titik, Tulisan
from lapkin.sop.formulir.huruf import lebar_kata

JARAK_LAJUR = 4.0
_RENGGANG = 2.0  # between two lines in one lane, one ending above the other
_TERDEKAT, _DARI_GARIS = 1.0, 2.2
# A word stands a little beyond the tip of the diamond, where its slanting side has gone back far enough.
_NAIK, _GESER = 2.0, 0.34


@dataclass(frozen=True, slots=True)
class Takaran:
    """Sizes that follow from the width of a pelaksana column; `zona` is half the strip kept free for symbols."""

    kotak: float
    belah: float
    huruf: float
    zona: float


def takaran(lebar: float) -> Takaran:
    """Sizes for a column of this width; the words beside a diamond decide how far its zone reaches."""
    huruf = min(6.5, max(3.5, lebar * 0.1))
    belah = min(24.0, lebar * 0.31)
    return Takaran(
        kotak=min(23.0, lebar * 0.31),
        belah=belah,
        huruf=huruf,
        zona=max(_GESER * belah + 1.5 + lebar_kata("Tidak") * huruf, belah + 1),
    )


@dataclass(eq=False, slots=True)
class Simpul:
    """A symbol or connector on the board: where it is and which of its ports (L R T B) are taken."""

    id: str
    x: float
    y: float
    hw: float
    hh: float
    bentuk: Bentuk | None = None
    port: set[str] = field(default_factory=set)

    @property
    def atas(self) -> float:
        return self.y - self.hh

    @property
    def bawah(self) -> float:
        return self.y + self.hh

    def tepi(self, sisi: str) -> float:
        """x of the side that looks left ("L") or right ("R")."""
        return self.x - self.hw if sisi == "L" else self.x + self.hw


@dataclass(eq=False, slots=True)
class RelBersama:
    """The rail at height y from which all who work together in a band are fed: what enters it enters them all.

    `ruas` are its pieces as drawn, from x to x, each with the symbol to which its line leads; none as long as
    nothing has come from above. `luar` are the returns that lie beyond its left ("L") and right ("R") end, from x
    to x: they lengthen it.
    """

    y: float
    simpul: list[Simpul]
    ruas: list[tuple[float, float, Simpul]] = field(default_factory=list)
    luar: dict[str, tuple[float, float]] = field(default_factory=dict)

    def ujung(self) -> tuple[float, float]:
        """x of the left and of the right end."""
        xs = [x for a, b, _ in self.ruas for x in (a, b)] or [satu.x for satu in self.simpul]
        return min(xs), max(xs)

    def sisi(self, x: float) -> str:
        """Beyond which end x lies; "" where it is over the rail."""
        kiri, kanan = self.ujung()
        return "L" if x < kiri else "R" if x > kanan else ""

    def titik(self, x: float) -> Titik:
        """Where a line in the lane at x comes to its end."""
        sisi = self.sisi(x)
        if not sisi:
            return x, self.y
        dari, sampai = self.luar.get(sisi) or self.ujung()
        return min(max(x, dari), sampai), self.y

    def milik(self, x: float) -> Simpul:
        """The symbol to which the line at x leads, or that at the end nearest to x."""
        kiri, kanan = self.ujung()
        dekat = min(max(x, kiri), kanan)
        return next(ke for a, b, ke in self.ruas if a <= dekat <= b)


@dataclass(eq=False, slots=True)
class Ambang:
    """A band of symbols on the board: its middle `y`, the rails below and above it, and who is entered and left."""

    urutan: int
    y: float
    rel_bawah: float
    rel_atas: float
    simpul: list[Simpul]
    masuk: list[Simpul]
    keluar: list[Simpul]
    sejajar: bool
    sebelum: "Ambang | None" = None
    rel_bersama: RelBersama | None = None

    def jangkauan(self, simpul: Simpul, sisi: str) -> float:
        """How far a level line may go from this side before it meets another symbol of the band."""
        if sisi == "L":
            return max((s.x + s.hw for s in self.simpul if s.x < simpul.x), default=-1e9)
        return min((s.x - s.hw for s in self.simpul if s.x > simpul.x), default=1e9)


class Papan:
    """The board of one page. Lines are only added; `lajur_bebas` finds room for the next upright one."""

    def __init__(self, ukuran: Takaran, pusat: list[float], x0: float, x1: float) -> None:
        self.ukuran = ukuran
        self._rentang = _rentang(ukuran, pusat, x0, x1)
        self.lajur = [_lajur(*rentang) for rentang in self._rentang]
        self.panah: list[Panah] = []
        self.tulisan: list[Tulisan] = []
        self._terisi: dict[float, list[tuple[float, float]]] = {}
        self._datar: list[tuple[float, float, float]] = []
        self._tegak: list[tuple[float, float, float]] = []

    def tarik(
        self, dari: str, ke: str, titik: Iterable[Titik], *, kembali: bool = False, kepala: bool = True,
        masuk: float = 0.0,
    ) -> None:  # fmt: skip
        """Draw a line; points that stand on each other or between two others on one line fall out."""
        bersih = _tanpa_ulang(titik)
        if len(bersih) < 2:
            return
        self.panah.append(Panah(dari, ke, bersih, kembali, kepala, masuk))
        for (xa, ya), (xb, yb) in zip(bersih, bersih[1:], strict=False):
            if ya == yb:
                self._datar.append((ya, min(xa, xb), max(xa, xb)))
            else:
                self._tegak.append((xa, min(ya, yb), max(ya, yb)))

    def silang(self, titik: list[Titik]) -> int:
        """How many lines already drawn this one would cross."""
        jumlah = 0
        for (xa, ya), (xb, yb) in zip(titik, titik[1:], strict=False):
            if ya == yb:
                kiri, kanan = (xa, xb) if xa < xb else (xb, xa)
                jumlah += sum([kiri < x < kanan and a < ya < b for x, a, b in self._tegak])
            else:
                a, b = (ya, yb) if ya < yb else (yb, ya)
                jumlah += sum([a < y < b and kiri < xa < kanan for y, kiri, kanan in self._datar])
        return jumlah

    def lajur_bebas(self, saluran: int, atas: float, bawah: float, *, rapat: bool = False) -> Iterator[float]:
        """The x's in this channel where an upright line from `atas` to `bawah` has the lane to itself.

        `rapat`: between the lanes too, as near to other lines as the eye still tells apart.
        """
        jarak = _TERDEKAT if rapat else 0.0
        daftar = self.lajur[saluran]
        if rapat:
            dari, sampai = self._rentang[saluran]
            arah = 1 if sampai > dari else -1
            daftar = [dari + arah * _TERDEKAT * ke for ke in range(int(abs(sampai - dari) / _TERDEKAT) + 1)]
        for x in daftar:
            if not any(
                a <= bawah + _RENGGANG and atas <= b + _RENGGANG
                for lain, isi in self._terisi.items()
                if abs(lain - x) <= jarak
                for a, b in isi
            ):
                yield x

    def lajur_sambung(self, x: float, atas: float, bawah: float) -> bool:
        """Whether the line in lane x that ends at `atas` from above can be lengthened down to `bawah`."""
        return all(bawah + _RENGGANG < a or b <= atas + 0.01 for a, b in self._terisi.get(x, ()))

    def isi_lajur(self, x: float, atas: float, bawah: float) -> None:
        self._terisi.setdefault(x, []).append((atas, bawah))

    def tulis(self, teks: str, simpul: Simpul, sisi: str) -> None:
        """Ya or Tidak beside a corner of a diamond: above the line to the side, right of the line downwards."""
        ukuran = self.ukuran.huruf
        lebar, tinggi = lebar_kata(teks) * ukuran, 0.8 * ukuran
        y = simpul.atas - _NAIK if sisi != "B" else simpul.bawah + _NAIK - tinggi
        geser = _GESER * simpul.hw + 1.5
        x = simpul.x - geser - lebar if sisi == "L" else simpul.x + geser
        self.tulisan.append(Tulisan(teks, x, y, lebar, tinggi, ukuran))


def _rentang(ukuran: Takaran, pusat: list[float], x0: float, x1: float) -> list[tuple[float, float]]:
    """The channels: left and right of every column's symbols, from there to a little before the column's line."""
    hasil = []
    for ke, x in enumerate(pusat):
        kiri = (pusat[ke - 1] + x) / 2 if ke else x0
        kanan = (pusat[ke + 1] + x) / 2 if ke < len(pusat) - 1 else x1
        dalam = ukuran.zona + 1.5
        hasil.append((x - dalam, min(kiri + _DARI_GARIS, x - dalam)))
        hasil.append((x + dalam, max(kanan - _DARI_GARIS, x + dalam)))
    return hasil


def _lajur(dari: float, sampai: float) -> list[float]:
    """The lanes of a channel, from the symbol outwards; a narrow channel has one, in its middle."""
    jumlah = int(abs(sampai - dari) / JARAK_LAJUR) + 1
    if jumlah == 1:
        return [(dari + sampai) / 2]
    return [dari + (sampai - dari) * ke / (jumlah - 1) for ke in range(jumlah)]


def _tanpa_ulang(titik: Iterable[Titik]) -> tuple[Titik, ...]:
    hasil: list[Titik] = []
    for satu in titik:
        if hasil and abs(hasil[-1][0] - satu[0]) < 0.01 and abs(hasil[-1][1] - satu[1]) < 0.01:
            continue
        if len(hasil) > 1 and (
            hasil[-2][0] == hasil[-1][0] == satu[0] or hasil[-2][1] == hasil[-1][1] == satu[1]
        ):
            hasil[-1] = satu
        else:
            hasil.append(satu)
    return tuple(hasil)
