"""Bagian identitas drawn as SVG: the same block that the papers print, on a page as tall as its text needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from xml.sax.saxutils import escape

from lxml import etree

from lapkin.dokumen.svg import svg_aman, ukuran_svg
from lapkin.sop.formulir.bentuk import Kertas
from lapkin.sop.formulir.huruf import JARAK_BARIS, lipat
from lapkin.sop.formulir.identitas import BlokIdentitas, Isian, Rincian

_BAGIAN = (0.41, 0.19, 0.40)
_SELA, _SPASI, _GANTUNG = 5.0, 8.0, 13.0
_UKURAN, _UKURAN_KOP = 8.5, 11.0
_TINGGI_LAMBANG, _LEBAR_LAMBANG = 62.0, 120.0  # 2.2 cm high, as on paper


@dataclass(frozen=True, slots=True)
class _Baris:
    """One line of text: how far in it stands, and its look."""

    teks: str
    masuk: float = 0.0
    tebal: bool = False
    ukuran: float = _UKURAN
    lambang: str = ""  # an emblem instead of text

    @property
    def tinggi(self) -> float:
        return _TINGGI_LAMBANG + _SELA if self.lambang else self.ukuran * JARAK_BARIS


@dataclass(frozen=True, slots=True)
class _Kotak:
    """One box with its lines; `tengah`: they stand in its middle."""

    x: float
    y: float
    lebar: float
    tinggi: float
    baris: tuple[_Baris, ...]
    tengah: bool = False


def identitas_svg(blok: BlokIdentitas, kertas: Kertas, lambang: str | None = None) -> tuple[str, float]:
    """The block's SVG elements and the height of the page that holds them, in pt.

    `lambang` is the office's emblem as SVG. Raises `SvgRusak` for one that cannot be read.
    """
    atas = _bagian_atas(blok, kertas, lambang)
    bawah = _bagian_bawah(blok, kertas, max(kotak.y + kotak.tinggi for kotak in atas) + _SPASI)
    daftar = [*atas, *bawah]
    tinggi = max(kotak.y + kotak.tinggi for kotak in daftar) + kertas.tepi
    latar = f'<rect width="{kertas.lebar:.2f}" height="{tinggi:.2f}" fill="#fff"/>'
    return latar + "".join(map(_lukis, daftar)), tinggi


def _bagian_atas(blok: BlokIdentitas, kertas: Kertas, lambang: str | None) -> list[_Kotak]:
    ruang = kertas.lebar - 2 * kertas.tepi
    kiri, label, isi = (ruang * bagian for bagian in _BAGIAN)
    y, kanan = kertas.tepi, []
    for satu in blok.isian:
        kotak = _isian(satu, kertas.tepi + kiri, y, label, isi)
        kanan += kotak
        y += kotak[0].tinggi
    if blok.judul_lebar:
        baris = _lipat(blok.judul_lebar, label + isi, tebal=True)
        kanan.append(_Kotak(kertas.tepi + kiri, y, label + isi, _tinggi(baris), baris, tengah=True))
        y += _tinggi(baris)
    kop = [baris for teks in blok.kop for baris in _lipat(teks, kiri, tebal=True, ukuran=_UKURAN_KOP)]
    unit = [_Baris(""), *_lipat(blok.unit, kiri, tebal=True)] if blok.unit else []
    gambar = [_Baris("", lambang=lambang)] if lambang else []
    baris = (*gambar, *kop, *unit)
    tinggi = max(_tinggi(baris), y - kertas.tepi)
    return [_Kotak(kertas.tepi, kertas.tepi, kiri, tinggi, baris, tengah=True), *kanan]


def _isian(isian: Isian, x: float, y: float, label: float, isi: float) -> list[_Kotak]:
    kiri = _lipat(isian.label, label)
    kanan = tuple(baris for teks in isian.isi for baris in _lipat(teks, isi) or (_Baris(""),))
    tinggi = max(_tinggi(kiri), _tinggi(kanan))
    return [_Kotak(x, y, label, tinggi, kiri), _Kotak(x + label, y, isi, tinggi, kanan)]


def _bagian_bawah(blok: BlokIdentitas, kertas: Kertas, y: float) -> list[_Kotak]:
    lebar = (kertas.lebar - 2 * kertas.tepi) / 2
    daftar = []
    for dua in blok.pasangan:
        isi = [_rincian(satu, lebar) for satu in dua]
        tinggi = max(map(_tinggi, isi))
        daftar += [_Kotak(kertas.tepi + ke * lebar, y, lebar, tinggi, baris) for ke, baris in enumerate(isi)]
        y += tinggi
    return daftar


def _rincian(rincian: Rincian | None, lebar: float) -> tuple[_Baris, ...]:
    if rincian is None:
        return ()
    masuk = _GANTUNG if any(penanda for penanda, _ in rincian.butir) else 0.0
    butir = [
        baris
        for penanda, teks in rincian.butir
        for baris in _bertanda(penanda, _lipat(teks, lebar - masuk), masuk)
    ]
    return (*_lipat(rincian.label, lebar, tebal=True), *butir)


def _bertanda(penanda: str, daftar: Sequence[_Baris], masuk: float) -> list[_Baris]:
    """The mark before the first line, the others below its text."""
    pasangan = zip_longest([penanda], daftar, fillvalue="")
    return [
        _Baris(f"{tanda}\t{baris.teks}" if tanda else baris.teks, masuk) for tanda, baris in pasangan if baris
    ]


def _lipat(teks: str, lebar: float, *, tebal: bool = False, ukuran: float = _UKURAN) -> tuple[_Baris, ...]:
    return tuple(_Baris(satu, 0.0, tebal, ukuran) for satu in lipat(teks, lebar - 2 * _SELA, ukuran, tebal))


def _tinggi(baris: Sequence[_Baris]) -> float:
    return sum(satu.tinggi for satu in baris) + 2 * _SELA


def _lukis(kotak: _Kotak) -> str:
    garis = (
        f'<rect x="{kotak.x:.2f}" y="{kotak.y:.2f}" width="{kotak.lebar:.2f}" height="{kotak.tinggi:.2f}"'
        ' fill="none" stroke="#000" stroke-width="0.7"/>'
    )
    y = kotak.y + (kotak.tinggi - _tinggi(kotak.baris)) / 2 + _SELA if kotak.tengah else kotak.y + _SELA
    teks = []
    for baris in kotak.baris:
        teks.append(_teks(kotak, baris, y + baris.ukuran * 0.94))
        y += baris.tinggi
    return garis + "".join(teks)


def _teks(kotak: _Kotak, baris: _Baris, y: float) -> str:
    tebal = ' font-weight="bold"' if baris.tebal else ""
    if kotak.tengah:
        x, rata = kotak.x + kotak.lebar / 2, ' text-anchor="middle"'
    else:
        x, rata = kotak.x + _SELA + baris.masuk, ""
    if baris.lambang:
        return _lambang(baris.lambang, x, y - baris.ukuran * 0.94)
    penanda, _, isi = baris.teks.rpartition("\t")
    tanda = _satu(penanda, kotak.x + _SELA, y, "", baris.ukuran) if penanda else ""
    return tanda + _satu(isi, x, y, rata + tebal, baris.ukuran)


def _lambang(svg: str, tengah: float, atas: float) -> str:
    """The emblem as a drawing within the drawing, in its own proportions, with words for whoever cannot see it."""
    lebar, tinggi = ukuran_svg(svg)
    akar = etree.fromstring(svg_aman(svg))
    skala = min(_TINGGI_LAMBANG / tinggi, _LEBAR_LAMBANG / lebar)
    if "viewBox" not in akar.attrib:
        akar.set("viewBox", f"0 0 {lebar} {tinggi}")
    akar.set("x", f"{tengah - lebar * skala / 2:.2f}")
    akar.set("y", f"{atas:.2f}")
    akar.set("width", f"{lebar * skala:.2f}")
    akar.set("height", f"{tinggi * skala:.2f}")
    akar.set("role", "img")
    akar.set("aria-label", "Lambang daerah")
    return etree.tostring(akar, encoding="unicode")


def _satu(teks: str, x: float, y: float, atribut: str, ukuran: float) -> str:
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-size="{ukuran}"{atribut}>{escape(teks)}</text>' if teks else ""
    )
