"""Charts as SVG text: bars and trend lines that read in grey and carry every figure as text.

Figures come as Decimal with the text that the one formatter wrote; nothing here writes a number for people.
Lengths are in units of the drawing, 640 wide; at 150 mm a letter of 13 units is 8,6 points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape

from lapkin.dokumen.huruf_grafik import lebar_teks, lipat
from lapkin.dokumen.teks import bersih

_LEBAR = 640
_HURUF = 13
_BARIS = 16  # height of a line of text
_LABEL = 200  # width of the column of labels
_BATANG = 15
_GELAP = "#24507f"
_TERANG = "#dce5ee"
_TINTA = "#1c2733"
_GARIS = "#9aa5b1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nilai:
    """A figure to draw and how it is written; without a figure (`angka` None) only the text stands there."""

    angka: Decimal | None
    tulisan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Batang:
    """One row of a bar chart."""

    label: str
    nilai: Nilai


@dataclass(frozen=True, slots=True, kw_only=True)
class Banding:
    """One row that compares two figures: target and realisasi, pagu and realisasi."""

    label: str
    acuan: Nilai
    nilai: Nilai


def batang(daftar: Sequence[Batang], batas: Nilai | None = None) -> str:
    """Horizontal bars, one a row (capaian per indicator); `batas` draws a line, at 100 for instance."""
    kanvas = _Kanvas([b.nilai for b in daftar] + ([batas] if batas else []), angka_di_tepi=batas is not None)
    if batas:
        kanvas.turun(_BARIS + 4)
    atas = kanvas.y
    for satu in daftar:
        kanvas.baris(satu.label, [(satu.nilai, _GELAP)])
    if batas and batas.angka is not None:
        kanvas.garis_batas(kanvas.panjang(batas.angka), batas.tulisan, atas)
    return kanvas.selesai()


def batang_banding(daftar: Sequence[Banding], legenda: tuple[str, str]) -> str:
    """Two bars a row, the reference light with an outline, the figure dark. `legenda`: their names."""
    kanvas = _Kanvas([n for b in daftar for n in (b.acuan, b.nilai)])
    kanvas.legenda(legenda)
    for satu in daftar:
        kanvas.baris(satu.label, [(satu.acuan, _TERANG), (satu.nilai, _GELAP)])
    return kanvas.selesai()


def uraian_grafik(judul: str, daftar: Sequence[Batang | Banding], legenda: tuple[str, str] = ("", "")) -> str:
    """The chart in words, for those who cannot see it."""
    return f"Grafik batang {judul}: " + "; ".join(_uraian(satu, legenda) for satu in daftar) + "."


def _uraian(satu: Batang | Banding, legenda: tuple[str, str]) -> str:
    if isinstance(satu, Batang):
        return f"{satu.label} {satu.nilai.tulisan}"
    acuan, nilai = legenda
    return f"{satu.label}, {acuan.lower()} {satu.acuan.tulisan}, {nilai.lower()} {satu.nilai.tulisan}"


def bungkus_svg(lebar: int, tinggi: int, isi: str) -> str:
    """The outermost element; every letter is Liberation Sans, which has the widths of Arial."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lebar} {tinggi}"'
        f' font-family="Liberation Sans, Arial, sans-serif" font-size="{_HURUF}" fill="{_TINTA}">{isi}</svg>'
    )


def tulis(x: Decimal | int, y: Decimal | int, teks: str, sifat: str = "") -> str:
    """One line of text; `y` is its baseline."""
    return f'<text x="{satuan(x)}" y="{satuan(y)}"{sifat}>{escape(bersih(teks))}</text>'


def satuan(nilai: Decimal | int) -> str:
    """A coordinate with at most one decimal."""
    return f"{Decimal(nilai).quantize(Decimal('0.1')).normalize():f}"


def _terbesar(daftar: Sequence[Nilai]) -> Decimal:
    return max([n.angka for n in daftar if n.angka is not None and n.angka > 0], default=Decimal(1))


def _ruang_angka(daftar: Sequence[Nilai]) -> Decimal:
    """Width of the widest figure, in bold."""
    daftar_lebar = [lebar_teks(n.tulisan, _HURUF) for n in daftar if n.angka is not None]
    return min(Decimal(200), max(daftar_lebar, default=Decimal(0)) * Decimal("1.08"))


class _Kanvas:
    """Rows of bars from top to bottom; `y` is where the next row begins."""

    def __init__(self, daftar_nilai: Sequence[Nilai], *, angka_di_tepi: bool = False) -> None:
        self.terbesar = _terbesar(daftar_nilai)
        self.ruang = Decimal(_LEBAR - _LABEL - 26) - _ruang_angka(daftar_nilai)
        self.angka_di_tepi = angka_di_tepi  # figures in a column of their own, clear of the limit line
        self.y = 4
        self.isi: list[str] = []

    def panjang(self, angka: Decimal | None) -> Decimal:
        """Length of a bar: the largest figure fills the room; below zero nothing is drawn."""
        return max(Decimal(0), self.ruang * (angka or Decimal(0)) / self.terbesar)

    def turun(self, jarak: int) -> None:
        self.y += jarak

    def legenda(self, nama: tuple[str, str]) -> None:
        for x, warna, teks in ((_LABEL + 10, _TERANG, nama[0]), (_LABEL + 160, _GELAP, nama[1])):
            self.isi.append(self._kotak(x, self.y, Decimal(22), 11, warna))
            self.isi.append(tulis(x + 29, self.y + 10, teks))
        self.y += _BARIS + 10

    def baris(self, label: str, daftar: Sequence[tuple[Nilai, str]]) -> None:
        baris_label = lipat(label, _LABEL - 8, _HURUF)
        tinggi = max(len(baris_label) * _BARIS, len(daftar) * (_BATANG + 3))
        self._label(baris_label, tinggi)
        atas = self.y + (tinggi - len(daftar) * (_BATANG + 3)) // 2
        for ke, (nilai, warna) in enumerate(daftar):
            y = atas + ke * (_BATANG + 3) + 1
            panjang = self.panjang(nilai.angka)
            if nilai.angka is not None:
                self.isi.append(self._kotak(_LABEL + 10, y, panjang, _BATANG, warna))
            self._angka(panjang, y, nilai)
        self.y += tinggi + 10

    def garis_batas(self, panjang: Decimal, tulisan: str, atas: int) -> None:
        x = satuan(_LABEL + 10 + panjang)
        self.isi.append(tulis(Decimal(x), atas - 8, tulisan, ' text-anchor="middle" font-size="12"'))
        self.isi.append(
            f'<line x1="{x}" y1="{atas - 4}" x2="{x}" y2="{self.y - 4}" stroke="{_TINTA}" stroke-width="1.2"'
            ' stroke-dasharray="4 3"/>'
        )

    def selesai(self) -> str:
        sumbu = (
            f'<line x1="{_LABEL + 10}" y1="0" x2="{_LABEL + 10}" y2="{self.y - 4}"'
            f' stroke="{_GARIS}" stroke-width="1"/>'
        )
        return bungkus_svg(_LEBAR, self.y, "".join(self.isi) + sumbu)

    def _label(self, baris_label: Sequence[str], tinggi: int) -> None:
        awal = self.y + (tinggi - len(baris_label) * _BARIS) // 2 + _BARIS - 4
        for ke, teks in enumerate(baris_label):
            self.isi.append(tulis(_LABEL, awal + ke * _BARIS, teks, ' text-anchor="end"'))

    def _angka(self, panjang: Decimal, y: int, nilai: Nilai) -> None:
        tebal = ' font-weight="bold"' if nilai.angka is not None else ' font-style="italic"'
        if self.angka_di_tepi and nilai.angka is not None:
            self.isi.append(tulis(_LEBAR - 2, y + _BATANG - 3, nilai.tulisan, tebal + ' text-anchor="end"'))
        else:
            self.isi.append(tulis(_LABEL + 16 + panjang, y + _BATANG - 3, nilai.tulisan, tebal))

    @staticmethod
    def _kotak(x: int, y: int, lebar: Decimal, tinggi: int, warna: str) -> str:
        return (
            f'<rect x="{x}" y="{y}" width="{satuan(lebar)}" height="{tinggi}" fill="{warna}"'
            f' stroke="{_GELAP}" stroke-width="1"/>'
        )
