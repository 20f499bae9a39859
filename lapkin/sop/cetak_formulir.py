"""The official form of an SOP on paper: PDF/A-2b with PDF/UA-1 tags, and Word with real text cells.

Both lay the drawing of `gambar` over a table of text whose places were worked out there, after the identity block.
"""

import re
from dataclasses import asdict
from datetime import date
from typing import Any

from lapkin.dokumen.cetak_pdf import cetak_templat, gambar_png
from lapkin.dokumen.docx_gambar import Pustaka
from lapkin.dokumen.docx_paket import Sifat, pengaturan, susun_paket
from lapkin.dokumen.svg import svg_aman
from lapkin.dokumen.teks import tercetak
from lapkin.sop.formulir.bentuk import Baris, Formulir, Halaman, Kertas, Sel
from lapkin.sop.formulir.huruf import JARAK_BARIS
from lapkin.sop.formulir.identitas import blok_identitas
from lapkin.sop.formulir.identitas_svg import identitas_svg
from lapkin.sop.formulir.kolom import PADDING
from lapkin.sop.formulir.lukis import formulir_svg_dari
from lapkin.sop.formulir.uraian import uraian_halaman
from lapkin.sop.formulir.word import PERINGATAN, badan_word, gaya_word, kaki_word
from lapkin.sop.gambar import gambar, svg_gambar
from lapkin.sop.sop import Sop

_TEMPLAT = "formulir.typ"
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
_TANPA_TANGGAL = date(2000, 1, 1)


def formulir_pdf(sop: Sop, lambang: str | None = None, *, kertas: Kertas | None = None) -> bytes:
    """The form as PDF; `lambang` is the office's emblem as SVG. Raises `GagalCetak`, `SvgRusak`.

    The same SOP gives the same bytes: its date is the last one printed in full on it.
    """
    return cetak_templat(_TEMPLAT, _data(sop, gambar(sop, kertas), lambang))


def formulir_docx(sop: Sop, lambang: str | None = None, *, kertas: Kertas | None = None) -> bytes:
    """The form as a Word file, the same bytes for the same SOP. Raises `GagalCetak`, `SvgRusak`."""
    pustaka = Pustaka()
    badan = badan_word(sop, gambar(sop, kertas), pustaka, lambang)
    bagian = {"styles": gaya_word(), "settings": pengaturan(), "kaki": kaki_word()}
    sifat = Sifat(
        judul=_judul(sop),
        subjek="",
        penulis=", ".join(sop.identitas.kop),
        tanggal=tanggal_formulir(sop),
        uraian=PERINGATAN,
    )
    return susun_paket(badan, bagian, sifat, pustaka, gambar_png(tuple(pustaka.daftar)))


def formulir_svg_lengkap(sop: Sop, lambang: str | None = None, *, kertas: Kertas | None = None) -> str:
    """The whole form as one SVG: the identity block, and below it the pages of the flowchart. Raises `SvgRusak`."""
    formulir = gambar(sop, kertas)
    blok = identitas_svg(blok_identitas(sop.identitas), formulir.kertas, lambang)
    return formulir_svg_dari(formulir, awalan=blok)


def tanggal_formulir(sop: Sop) -> date:
    """The document's own date, which PDF/A must have: the last day that stands on the form.

    Where only months are printed, the first day of the last year named; of a form without any year, a fixed day.
    """
    identitas = sop.identitas
    daftar = (
        identitas.tanggal_pembuatan,
        identitas.tanggal_revisi,
        identitas.tanggal_efektif,
        identitas.tanggal_pengesahan,
    )
    lengkap = [satu.tanggal for satu in daftar if satu.tanggal]
    tahun = [date(int(angka), 1, 1) for satu in daftar for angka in _TAHUN.findall(satu.tercetak)]
    return max(lengkap or tahun, default=_TANPA_TANGGAL)


def _judul(sop: Sop) -> str:
    return f"SOP {sop.identitas.judul_baku}"


def _data(sop: Sop, formulir: Formulir, lambang: str | None) -> dict[str, Any]:
    tanggal = tanggal_formulir(sop)
    return {
        "judul": tercetak(_judul(sop)),
        "penulis": tercetak(", ".join(sop.identitas.kop)),
        "tanggal": [tanggal.year, tanggal.month, tanggal.day],
        "kertas": {
            "lebar": formulir.kertas.lebar,
            "tinggi": formulir.kertas.tinggi,
            "tepi": formulir.kertas.tepi,
        },
        "sela": JARAK_BARIS - 1,
        "identitas": asdict(blok_identitas(sop.identitas)) | {"lambang": lambang and svg_aman(lambang)},
        "halaman": [_halaman(sop, formulir, halaman) for halaman in formulir.halaman],
    }


def _halaman(sop: Sop, formulir: Formulir, halaman: Halaman) -> dict[str, Any]:
    semua = (*halaman.kepala, *halaman.baris)
    return {
        "tinggi": halaman.tinggi,
        "judul": [_sel(sel) for sel in halaman.judul],
        "catatan": [_sel(sel) for sel in halaman.catatan],
        "x": halaman.kolom[0].x,
        "y": semua[0].y,
        "x0": halaman.x0,
        "x1": halaman.x1,
        "atas": halaman.atas,
        "sela_sel": PADDING,
        "kolom": [kolom.lebar for kolom in halaman.kolom],
        "baris_tinggi": [baris.tinggi for baris in semua],
        "kepala": [_sel(sel, kepala=True) for sel in _daftar_sel(halaman.kepala)],
        "sel": [_sel(sel) for sel in _daftar_sel(halaman.baris)],
        "svg": svg_gambar(formulir, halaman) if halaman.simbol else None,
        "alt": tercetak(uraian_halaman(sop, halaman)),
    }


def _daftar_sel(daftar_baris: tuple[Baris, ...]) -> list[Sel]:
    return [sel for baris in daftar_baris for sel in baris.sel]


def _sel(sel: Sel, *, kepala: bool = False) -> dict[str, Any]:
    return {
        "x": sel.x,
        "y": sel.y,
        "lebar": sel.lebar,
        "tinggi": sel.tinggi,
        "baris": [tercetak(baris) for baris in sel.baris],
        "ukuran": sel.ukuran,
        "tebal": sel.tebal,
        "rata": sel.rata,
        "rentang_kolom": sel.rentang_kolom,
        "rentang_baris": sel.rentang_baris,
        "kepala": kepala,
    }
