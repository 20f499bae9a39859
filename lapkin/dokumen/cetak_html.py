"""Prints a document as an accessible HTML fragment; all text is escaped, no styles and no scripts.

Classes for the stylesheet:
  the whole: kertas, kertas-laporan or kertas-naskah, kertas-lanskap (a landscape section), kertas-jeda
  cover and letterhead: kertas-sampul (-judul, -instansi, -kaki), kertas-kop (-lambang, -nama, -alamat)
  headings: kertas-judul, kertas-judul-1 to -4 and -naskah, kertas-nomor (number of a heading or caption)
  text: kertas-paragraf, kertas-inden, kertas-narasi, kertas-petunjuk (an empty narrative), kertas-daftar,
    kertas-diktum, kertas-rata-kiri, -tengah, -kanan, -penuh
  tables and figures: kertas-tabel, kertas-tabel-kecil, kertas-gulir (scrolls a wide table), kertas-kelompok,
    kertas-tebal, kertas-catatan, kertas-gambar, kertas-isi (contents list), kertas-isi-1 to -3
  letters: kertas-pasangan, kertas-garis, kertas-kepala-surat, kertas-tanggal, kertas-tujuan,
    kertas-tanda-tangan (-kanan, -kiri, -tengah), kertas-bersama, kertas-ruang (room to sign), kertas-nama
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from lapkin.dokumen.blok import (
    Blok,
    Daftar,
    DaftarIsi,
    Dokumen,
    Gambar,
    Jeda,
    Judul,
    Narasi,
    Paragraf,
    Potongan,
    Tabel,
)
from lapkin.dokumen.cetak_pdf import GagalCetak
from lapkin.dokumen.html_naskah import PENULIS_NASKAH
from lapkin.dokumen.html_tabel import tabel_html
from lapkin.dokumen.html_xml import svg_html, teks_html
from lapkin.dokumen.penomoran import Butir, daftar_butir, nomori, penomor_diktum, teks_judul
from lapkin.dokumen.susunan import bagi
from lapkin.dokumen.svg import SvgRusak


def cetak_html(dokumen: Dokumen, tingkat_awal: int = 2) -> str:
    """The fragment; headings of level 1 become `h{tingkat_awal}`, since the page has its own h1.

    Raises `GagalCetak` for a drawing that is no SVG.
    """
    penulis = Penulis(dokumen, nomori(dokumen), tingkat_awal)
    try:
        isi = "".join(_bagian(penulis, bagian.daftar_indeks, bagian.lanskap) for bagian in bagi(dokumen))
    except SvgRusak as salah:
        raise GagalCetak(str(salah)) from salah
    return f'<article class="kertas kertas-{dokumen.gaya}" lang="id">{isi}</article>'


@dataclass(frozen=True, slots=True)
class Penulis:
    """What the block writers need to know of the whole."""

    dokumen: Dokumen
    daftar_label: tuple[str, ...]
    tingkat_awal: int


def _bagian(penulis: Penulis, daftar_indeks: Iterable[int], lanskap: bool) -> str:
    isi = "".join(_blok(penulis, penulis.dokumen.blok[indeks], indeks) for indeks in daftar_indeks)
    return f'<div class="kertas-lanskap">{isi}</div>' if lanskap else isi


def _blok(penulis: Penulis, blok: Blok, indeks: int) -> str:
    if type(blok) in _PENULIS:
        return _PENULIS[type(blok)](penulis, blok, indeks)
    return PENULIS_NASKAH[type(blok)](blok, f"kertas-{indeks}")


def _id(indeks: int) -> str:
    return f"kertas-{indeks}"


def rangkai(daftar_potongan: Iterable[Potongan]) -> str:
    """Runs as strong, em and u."""
    return "".join(_potongan(potongan) for potongan in daftar_potongan)


def _potongan(potongan: Potongan) -> str:
    isi = teks_html(potongan.teks)
    for pakai, unsur in ((potongan.garis_bawah, "u"), (potongan.miring, "em"), (potongan.tebal, "strong")):
        isi = f"<{unsur}>{isi}</{unsur}>" if pakai else isi
    return isi


def _judul(penulis: Penulis, judul: Judul, indeks: int) -> str:
    unsur = f"h{min(6, judul.tingkat + penulis.tingkat_awal - 1)}"
    label = penulis.daftar_label[indeks]
    nomor = f'<span class="kertas-nomor">{label}</span> ' if label else ""
    jenis = "naskah" if judul.tingkat == 1 and judul.jenis == "naskah" else str(judul.tingkat)
    return (
        f'<{unsur} id="{_id(indeks)}" class="kertas-judul kertas-judul-{jenis}">'
        f"{nomor}{teks_html(teks_judul(judul))}</{unsur}>"
    )


def _paragraf(_penulis: Penulis, paragraf: Paragraf, _indeks: int) -> str:
    inden = " kertas-inden" if paragraf.inden else ""
    kelas = f"kertas-paragraf kertas-rata-{paragraf.rata}{inden}"
    return f'<p class="{kelas}">{rangkai(paragraf.potongan)}</p>'


def _narasi(_penulis: Penulis, narasi: Narasi, _indeks: int) -> str:
    """The key stands in a data attribute, so that a page can put its editor there."""
    isi = "".join(f"<p>{rangkai(potongan)}</p>" for potongan in narasi.paragraf)
    if not isi and narasi.petunjuk:
        isi = f'<p class="kertas-petunjuk">[Belum diisi: {teks_html(narasi.petunjuk)}]</p>'
    return f'<div class="kertas-narasi" data-kunci="{escape(narasi.kunci)}">{isi}</div>'


def _daftar(_penulis: Penulis, daftar: Daftar, _indeks: int) -> str:
    if daftar.bernomor == "KESATU":
        isi = "".join(
            f"<dt>{penomor_diktum(daftar.mulai + ke)}</dt><dd>{rangkai(butir)}</dd>"
            for ke, butir in enumerate(daftar.butir)
        )
        return f'<dl class="kertas-diktum">{isi}</dl>'
    isi = "".join(f"<li>{rangkai(butir)}</li>" for butir in daftar.butir)
    if not daftar.bernomor:
        return f'<ul class="kertas-daftar">{isi}</ul>'
    return f'<ol class="kertas-daftar" type="{daftar.bernomor}" start="{daftar.mulai}">{isi}</ol>'


def _tabel(penulis: Penulis, tabel: Tabel, indeks: int) -> str:
    label = penulis.daftar_label[indeks]
    nama = f"{label} {tabel.keterangan}" if tabel.keterangan else _tanpa_judul(penulis, indeks)
    return tabel_html(tabel, label, _id(indeks), nama)


def _tanpa_judul(penulis: Penulis, indeks: int) -> str:
    """The name of a table without caption: such tables are counted through the whole document."""
    daftar_blok = penulis.dokumen.blok[: indeks + 1]
    urutan = sum(isinstance(blok, Tabel) and not blok.keterangan for blok in daftar_blok)
    return f"Tabel tanpa judul {urutan}"


def _gambar(penulis: Penulis, gambar: Gambar, indeks: int) -> str:
    isi = svg_html(gambar.svg, gambar.alt or gambar.keterangan or "Gambar", _id(indeks))
    if gambar.catatan:
        isi += f'<p class="kertas-catatan">{teks_html(gambar.catatan)}</p>'
    if gambar.keterangan:
        label = penulis.daftar_label[indeks]
        keterangan = teks_html(gambar.keterangan)
        isi += f'<figcaption><span class="kertas-nomor">{label}</span> {keterangan}</figcaption>'
    return f'<figure class="kertas-gambar" id="{_id(indeks)}">{isi}</figure>'


def _jeda(_penulis: Penulis, _jeda: Jeda, _indeks: int) -> str:
    return '<hr class="kertas-jeda">'


def _daftar_isi(penulis: Penulis, daftar_isi: DaftarIsi, _indeks: int) -> str:
    nama = {"isi": "Daftar isi", "tabel": "Daftar tabel", "gambar": "Daftar gambar"}[daftar_isi.jenis]
    isi = "".join(_butir(butir) for butir in daftar_butir(penulis.dokumen, daftar_isi.jenis))
    return f'<nav class="kertas-isi" aria-label="{nama}"><ul>{isi}</ul></nav>' if isi else ""


def _butir(butir: Butir) -> str:
    teks = teks_html(f"{butir.label} {butir.teks}".strip())
    return f'<li class="kertas-isi-{butir.tingkat}"><a href="#{_id(butir.indeks)}">{teks}</a></li>'


_PENULIS: dict[type, Callable[[Penulis, Any, int], str]] = {
    Judul: _judul,
    Paragraf: _paragraf,
    Narasi: _narasi,
    Daftar: _daftar,
    Tabel: _tabel,
    Gambar: _gambar,
    Jeda: _jeda,
    DaftarIsi: _daftar_isi,
}
