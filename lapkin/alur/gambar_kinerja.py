"""Bars beside the rows of the official form: standard, median and slowest tenth of each step, in SVG.

Each row has its own scale, whose full standard is one upright line through all rows: what runs past the line took
longer than the SOP says. Lengths are in pt, whole numbers; every figure stands beside its bar in words.
"""

from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import escape

from lapkin.alur.statistik import Sebaran, Statistik, jumlah_standar
from lapkin.sop.gambar import Baris, Formulir, Halaman, gambar, svg, untuk_layar
from lapkin.sop.sop import Sop
from lapkin.sop.waktu import Satuan, lama_rinci, menit_kerja

_LEBAR = 215  # of the layer, to the right of the sheet
_BAKU = 40  # length of a full standard
_PALING = 3 * _BAKU // 2 + 20  # where a bar is cut off
_HURUF = "Liberation Sans, Arial, sans-serif"
_GELAP, _TERANG, _TINTA, _LEWAT = "#24507f", "#dce5ee", "#1c2733", "#a3330c"


class Keadaan(StrEnum):
    """What the median says of the standard, in the words of the page."""

    BELUM_TERUKUR = "Belum terukur"
    TANPA_STANDAR = "Tanpa standar"
    MELAMPAUI = "Melampaui standar"
    SESUAI = "Sesuai standar"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatangLangkah:
    """The three lengths of a step (or of a whole SOP) in working minutes; None where there is none."""

    standar: int | None
    median: int | None = None
    lambat: int | None = None
    kali: int = 0

    @property
    def keadaan(self) -> Keadaan:
        """The one place that holds a median against a standard; one as long as the standard keeps to it."""
        if self.median is None:
            return Keadaan.BELUM_TERUKUR
        if self.standar is None:
            return Keadaan.TANPA_STANDAR
        return Keadaan.MELAMPAUI if self.median > self.standar else Keadaan.SESUAI

    @property
    def melampaui(self) -> bool:
        return self.keadaan is Keadaan.MELAMPAUI

    @property
    def terbanding(self) -> bool:
        """Whether there are both a standard and a measured time."""
        return self.keadaan in (Keadaan.MELAMPAUI, Keadaan.SESUAI)


def batang_langkah(sop: Sop, statistik: Statistik, satuan: Satuan) -> dict[str, BatangLangkah]:
    """By kode, of every row with work."""
    return {
        langkah.kode: _terukur(
            menit_kerja(langkah.waktu, satuan) if langkah.waktu else None,
            statistik.cari(langkah.kode).sebaran,
        )
        for langkah in sop.daftar_langkah_kerja
    }


def batang_sop(sop: Sop, statistik: Statistik, satuan: Satuan) -> BatangLangkah:
    """Of whole cases, from their begin to their end; no standard where no step has one."""
    return _terukur(jumlah_standar(sop, satuan) or None, statistik.keseluruhan)


def _terukur(standar: int | None, sebaran: Sebaran | None) -> BatangLangkah:
    if sebaran is None:
        return BatangLangkah(standar=standar)
    return BatangLangkah(standar=standar, median=sebaran.median, lambat=sebaran.lambat, kali=sebaran.kali)


def formulir_berbatang(sop: Sop, batang: dict[str, BatangLangkah], sehari: int) -> tuple[str, ...]:
    """The pages of the form, each with its bars at the right of the table."""
    formulir = untuk_layar(gambar(sop))
    return tuple(_halaman(formulir, halaman, batang, sehari) for halaman in formulir.halaman)


def gambar_batang(batang: BatangLangkah) -> str:
    """The same bars alone, small, for a table that says the figures in words; decoration to a reader."""
    panjang = [
        (menit, warna)
        for menit, warna in (
            (batang.standar, _TERANG),
            (batang.median, _LEWAT if batang.melampaui else _GELAP),
            (batang.lambat, "#fff"),
        )
    ]
    penuh = batang.standar or batang.lambat or 1
    isi = "".join(
        f'<rect x="1" y="{1 + 8 * ke}" width="{max(1, min(menit * _BAKU // penuh, _PALING))}" height="6"'
        f' fill="{warna}" stroke="{_TINTA}" stroke-width="0.5"/>'
        for ke, (menit, warna) in enumerate(panjang)
        if menit is not None
    )
    return (
        f'<svg viewBox="0 0 {_PALING + 4} 24" width="{_PALING + 4}" height="24" aria-hidden="true" focusable="false">'
        f'<rect width="{_PALING + 4}" height="24" fill="#fff"/>{isi}'
        f'<path d="M{1 + _BAKU} 0V24" stroke="{_TINTA}" stroke-width="0.6" stroke-dasharray="2 2"/></svg>'
    )


def _halaman(formulir: Formulir, halaman: Halaman, batang: dict[str, BatangLangkah], sehari: int) -> str:
    akhir = halaman.kolom[-1]
    x = round(akhir.x + akhir.lebar) + 8
    lebar, tinggi = x + _LEBAR, round(halaman.tinggi)
    baris = [satu for satu in halaman.baris if satu.langkah in batang]
    isi = "".join(_baris(satu, batang[satu.langkah], x, sehari) for satu in baris)
    uraian = " ".join(_kalimat(satu, batang[satu.langkah], sehari) for satu in baris)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lebar} {tinggi}" width="{lebar}" height="{tinggi}"'
        f' role="img" font-family="{_HURUF}"><title>Standar dan kenyataan pada formulir, halaman {halaman.nomor}'
        f"</title><desc>{escape(uraian)}</desc>"
        f'<rect width="{lebar}" height="{tinggi}" fill="#fff"/>{svg(formulir, halaman)}'
        f"{_kepala(halaman, x)}{isi}</svg>"
    )


def _kepala(halaman: Halaman, x: int) -> str:
    """The legend above the bars, and the line of the full standard."""
    atas, bawah = round(halaman.atas), round(halaman.bawah)
    return (
        f'<rect x="{x - 4}" y="{atas - 30}" width="{_LEBAR}" height="{bawah - atas + 34}" fill="#fff"/>'
        f"{_tulisan(x, atas - 18, 'Standar dan kenyataan', tebal=True)}"
        f"{_tulisan(x, atas - 8, 'S standar · M median · L sepersepuluh terlama')}"
        f'<path d="M{x + _BAKU} {atas}V{bawah}" stroke="{_TINTA}" stroke-width="0.6" stroke-dasharray="2 2"/>'
    )


def _baris(baris: Baris, batang: BatangLangkah, x: int, sehari: int) -> str:
    y = round(baris.y + baris.tinggi / 2) - 13
    if batang.standar is None and batang.median is None:
        return _tulisan(x, y + 15, "tanpa standar, belum terukur")
    isi = _batang("S", batang.standar, batang, x, y, _TERANG, sehari)
    if batang.median is None:
        return isi + _tulisan(x, y + 15, "belum ada putaran yang selesai")
    warna = _LEWAT if batang.melampaui else _GELAP
    return (
        isi
        + _batang("M", batang.median, batang, x, y + 9, warna, sehari)
        + _batang("L", batang.lambat, batang, x, y + 18, "#fff", sehari)
    )


def _batang(
    huruf: str, menit: int | None, batang: BatangLangkah, x: int, y: int, warna: str, sehari: int
) -> str:
    if menit is None:
        return _tulisan(x, y + 7, f"{huruf} tanpa standar")
    penuh = batang.standar or batang.lambat or 1
    panjang = menit * _BAKU // penuh
    potong = panjang > _PALING
    lebar = max(1, min(panjang, _PALING))
    lewat = huruf == "M" and batang.melampaui
    kata = f"{huruf} {lama_rinci(menit, sehari)}" + (" ▲ lewat" if lewat else "") + (" »" if potong else "")
    return (
        f'<rect x="{x}" y="{y + 1}" width="{lebar}" height="7" fill="{warna}" stroke="{_TINTA}"'
        f' stroke-width="0.5"/>{_tulisan(x + max(lebar, _BAKU) + 3, y + 7, kata)}'
    )


def _tulisan(x: int, y: int, teks: str, *, tebal: bool = False) -> str:
    berat = ' font-weight="bold"' if tebal else ""
    return f'<text x="{x}" y="{y}" font-size="7" fill="{_TINTA}"{berat}>{escape(teks)}</text>'


def _kalimat(baris: Baris, batang: BatangLangkah, sehari: int) -> str:
    """One row for whoever hears the drawing."""
    no = (baris.sel[0].baris or (f"baris ke-{baris.urutan + 1}",))[0]
    bagian = [
        f"{kata} {lama_rinci(menit, sehari)}"
        for kata, menit in (
            ("standar", batang.standar),
            ("median", batang.median),
            ("sepersepuluh terlama", batang.lambat),
        )
        if menit is not None
    ]
    return f"Langkah {no}: {', '.join(bagian) or 'tanpa standar dan belum terukur'}."
