"""Blocks of letters as HTML: letterhead, label lines, head of a letter, signatures; the cover too."""

from collections.abc import Callable
from typing import Any

from lapkin.dokumen.blok import KepalaSurat, Kop, Pasang, Pasangan, Sampul, TandaTangan, TandaTanganBersama
from lapkin.dokumen.html_xml import svg_html, teks_html
from lapkin.dokumen.susunan import baris_bersama, baris_tanda_tangan


def _kop(kop: Kop, pengenal: str) -> str:
    lambang = ""
    if kop.lambang_svg:
        gambar = svg_html(kop.lambang_svg, "Lambang daerah", pengenal)
        lambang = f'<div class="kertas-kop-lambang">{gambar}</div>'
    isi = _baris(kop.baris, "kertas-kop-nama") + _baris(kop.alamat, "kertas-kop-alamat")
    return f'<header class="kertas-kop">{lambang}<div>{isi}</div></header>'


def _pasangan(pasangan: Pasangan, _pengenal: str) -> str:
    garis = " kertas-garis" if pasangan.garis else ""
    return f'<dl class="kertas-pasangan{garis}">{_daftar_pasang(pasangan.baris)}</dl>'


def _daftar_pasang(daftar: tuple[Pasang, ...]) -> str:
    return "".join(f"<dt>{teks_html(pasang.label)}</dt><dd>{_nilai(pasang)}</dd>" for pasang in daftar)


def _nilai(pasang: Pasang) -> str:
    if not pasang.bernomor:
        return "<br>".join(teks_html(nilai) for nilai in pasang.nilai)
    isi = "".join(f"<li>{teks_html(nilai)}</li>" for nilai in pasang.nilai)
    return f'<ol type="{pasang.bernomor}">{isi}</ol>'


def _kepala_surat(kepala: KepalaSurat, _pengenal: str) -> str:
    return (
        f'<div class="kertas-kepala-surat"><dl class="kertas-pasangan">{_daftar_pasang(kepala.rincian)}</dl>'
        f'<div><p class="kertas-tanggal">{teks_html(kepala.tempat_tanggal)}</p>'
        f'<p class="kertas-tujuan">{"<br>".join(teks_html(baris) for baris in kepala.tujuan)}</p></div></div>'
    )


def _tanda_tangan(tanda: TandaTangan, _pengenal: str) -> str:
    isi = _isi_tanda_tangan(tanda.nama, *baris_tanda_tangan(tanda))
    return f'<div class="kertas-tanda-tangan kertas-tanda-tangan-{tanda.posisi}">{isi}</div>'


def _tanda_tangan_bersama(bersama: TandaTanganBersama, _pengenal: str) -> str:
    isi = "".join(
        f'<div class="kertas-tanda-tangan">{_isi_tanda_tangan(tanda.nama, *baris)}</div>'
        for tanda, baris in zip(bersama.kolom, baris_bersama(bersama), strict=True)
    )
    return f'<div class="kertas-bersama">{isi}</div>'


def _isi_tanda_tangan(nama: str, atas: list[str], bawah: list[str]) -> str:
    return (
        f'<p>{"<br>".join(teks_html(t) for t in atas)}</p><div class="kertas-ruang"></div>'
        f'<p><strong class="kertas-nama">{teks_html(nama)}</strong>'
        + "".join(f"<br>{teks_html(t)}" for t in bawah)
        + "</p>"
    )


def _sampul(sampul: Sampul, pengenal: str) -> str:
    lambang = ""
    if sampul.lambang_svg:
        lambang = svg_html(sampul.lambang_svg, sampul.lambang_alt or "Lambang", pengenal)
    isi = (
        _baris(sampul.judul, "kertas-sampul-judul")
        + _baris(sampul.instansi, "kertas-sampul-instansi")
        + _baris(sampul.kaki, "kertas-sampul-kaki")
    )
    return f'<div class="kertas-sampul">{lambang}{isi}</div>'


def _baris(daftar: tuple[str, ...], kelas: str) -> str:
    return "".join(f'<p class="{kelas}">{teks_html(teks)}</p>' for teks in daftar)


PENULIS_NASKAH: dict[type, Callable[[Any, str], str]] = {
    Kop: _kop,
    Pasangan: _pasangan,
    KepalaSurat: _kepala_surat,
    TandaTangan: _tanda_tangan,
    TandaTanganBersama: _tanda_tangan_bersama,
    Sampul: _sampul,
}
