"""The strip of connectors at the head or foot of a page: where they stand, and where lanes turn to reach them."""

from bisect import bisect_left
from dataclasses import dataclass, field

SEGI_LIMA = (11.0, 11.0)
_JARAK_SEGI_LIMA = 13.0
_JARAK_BELOK = 1.3
_DARI_GARIS = 7.0  # so that no column's line runs through a connector


@dataclass(eq=False, slots=True)
class Zona:
    """The strip of connectors at the head or foot of a page: their x's, and the lanes that enter the strip."""

    y: float
    belok: tuple[float, float]
    x0: float
    x1: float
    garis: list[float]  # the lines between the columns, from the left
    tempat: list[float] = field(default_factory=list)
    lajur: list[float] = field(default_factory=list)
    belokan: list[tuple[float, float, float]] = field(default_factory=list)
    calon: dict[float, list[float]] = field(
        default_factory=dict
    )  # places, by how far from the columns' lines

    def bebas(self, x: float) -> bool:
        """Whether a connector may stand at x."""
        return (
            self.x0 + 6.5 <= x <= self.x1 - 6.5
            and all(abs(x - lain) >= _JARAK_SEGI_LIMA for lain in self.tempat)
            and all(abs(x - lain) >= 1.5 for lain in self.lajur)
        )

    def lega(self, x: float) -> bool:
        """Whether a connector may stand at x, and wholly inside its column."""
        return self.bebas(x) and self._jauh_dari_garis(x, _DARI_GARIS)

    def menerima(self, x: float) -> bool:
        """Whether a lane at x may enter: its connector stands on it, or the lane turns to a free place."""
        return self._letak(x) is not None

    def tempati(self, x: float) -> tuple[float, float]:
        """Takes a place for the lane at x, which `menerima` allowed: x of the connector, y where the lane turns."""
        tempat, tingkat = self._letak(x)
        if tempat != x:
            self.belokan.append((tingkat, min(x, tempat) - 1, max(x, tempat) + 1))
        self.tempat.append(tempat)
        self.lajur.append(x)
        return tempat, tingkat

    def _letak(self, x: float) -> tuple[float, float] | None:
        """On the lane, or beside it when a column's line would run through the connector or the lane is taken."""
        if self.lega(x):
            return x, 0.0
        lowong = all(abs(x - lain) >= 1.5 for lain in (*self.tempat, *self.lajur))
        di_kolom = self._berbelok(x, _DARI_GARIS) if lowong else None
        if di_kolom or self.bebas(x):
            return di_kolom or (x, 0.0)
        return self._berbelok(x, 1.5) if lowong else None

    def _berbelok(self, x: float, dari_garis: float) -> tuple[float, float] | None:
        tempat = self._terdekat(x, dari_garis)
        tingkat = None if tempat is None else self._tingkat(x, tempat)
        return None if tingkat is None else (tempat, tingkat)

    def _terdekat(self, x: float, dari_garis: float) -> float | None:
        """The free place nearest to x, so far from the columns' lines; None when there is none."""
        if dari_garis not in self.calon:
            jumlah = int((self.x1 - self.x0 - 13) / 2) + 1
            semua = (self.x0 + 6.5 + 2 * ke for ke in range(jumlah))
            self.calon[dari_garis] = [c for c in semua if self._jauh_dari_garis(c, dari_garis)]
        urut = sorted(self.calon[dari_garis], key=lambda c: abs(c - x))
        return next((c for c in urut if self.bebas(c)), None)

    def _jauh_dari_garis(self, x: float, jarak: float) -> bool:
        ke = bisect_left(self.garis, x)
        return all(abs(x - garis) >= jarak for garis in self.garis[max(ke - 1, 0) : ke + 1])

    def _tingkat(self, xa: float, xb: float) -> float | None:
        """The first level of the strip on which no other line turns between xa and xb; None: there is none."""
        kiri, kanan = min(xa, xb) - 1, max(xa, xb) + 1
        jumlah = int((self.belok[1] - self.belok[0]) / _JARAK_BELOK) + 1
        tingkat = (self.belok[0] + _JARAK_BELOK * ke for ke in range(jumlah))
        return next(
            (t for t in tingkat if all(t != y or b < kiri or kanan < a for y, a, b in self.belokan)), None
        )
