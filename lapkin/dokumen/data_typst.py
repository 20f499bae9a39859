"""The document as the Typst template wants it: numbers, sections and cleaned texts already worked out."""

from dataclasses import replace
from typing import Any

from lapkin.dokumen.blok import (
    Blok,
    Daftar,
    Dokumen,
    Gambar,
    Judul,
    Kop,
    Sampul,
    Tabel,
    TandaTangan,
    TandaTanganBersama,
)
from lapkin.dokumen.kodek import ke_nilai
from lapkin.dokumen.penomoran import TANPA_JUDUL, nomori, penomor_diktum, teks_judul
from lapkin.dokumen.susunan import (
    UKURAN_MM,
    bagi,
    baris_bersama,
    baris_tanda_tangan,
    lebar_isi_mm,
    lekat_ke_berikut,
    utuh,
)
from lapkin.dokumen.svg import svg_aman
from lapkin.dokumen.tabel import Baris, susun_kisi
from lapkin.dokumen.teks import tercetak


def data_typst(dokumen: Dokumen) -> dict[str, Any]:
    """Raises `SvgRusak` for an emblem or a drawing that is no SVG."""
    lebar, tinggi = UKURAN_MM[dokumen.ukuran]
    penyiap = _Penyiap(dokumen)
    return {
        "judul": tercetak(dokumen.judul) or "Dokumen",
        "penulis": [tercetak(dokumen.penulis)] if dokumen.penulis else [],
        "subjek": tercetak(dokumen.subjek) or None,
        "tanggal": [dokumen.tanggal.year, dokumen.tanggal.month, dokumen.tanggal.day],
        "gaya": dokumen.gaya,
        "lebar_mm": lebar,
        "tinggi_mm": tinggi,
        "penomoran_halaman": dokumen.penomoran_halaman,
        "kepala_halaman": tercetak(dokumen.kepala_halaman),
        "kaki_halaman": tercetak(dokumen.kaki_halaman),
        "bagian": [
            {
                "lanskap": bagian.lanskap,
                "angka": bagian.angka,
                "mulai": bagian.mulai,
                "blok": [
                    penyiap.blok(i, lebar_isi_mm(dokumen, bagian.lanskap)) for i in bagian.daftar_indeks
                ],
            }
            for bagian in bagi(dokumen)
        ],
        "jangkar": [jangkar(i) for i, blok in enumerate(dokumen.blok) if _berjangkar(blok)],
    }


def jangkar(indeks: int) -> str:
    """The name under which a block is found again in the laid-out pages."""
    return f"b{indeks}"


def _berjangkar(blok: Blok) -> bool:
    return isinstance(blok, Judul) or (isinstance(blok, (Tabel, Gambar)) and bool(blok.keterangan))


class _Penyiap:
    """Prepares block after block; remembers the depth of headings, since PDF/UA forbids skipping a level."""

    def __init__(self, dokumen: Dokumen) -> None:
        self.daftar_blok = dokumen.blok
        self.daftar_label = nomori(dokumen)
        self.tingkat = 0

    def blok(self, indeks: int, lebar_mm: int) -> dict[str, Any]:
        blok = self.daftar_blok[indeks]
        umum = {
            "label": self.daftar_label[indeks],
            "jangkar": jangkar(indeks),
            "lekat": lekat_ke_berikut(self.daftar_blok, indeks),
        }
        return _bersihkan(ke_nilai(_ringkas(blok))) | self._khusus(blok, lebar_mm) | umum

    def _khusus(self, blok: Blok, lebar_mm: int) -> dict[str, Any]:
        if isinstance(blok, Judul):
            self.tingkat = min(blok.tingkat, self.tingkat + 1)
            return {"tingkat_tag": self.tingkat, "teks": tercetak(teks_judul(blok)).strip() or TANPA_JUDUL}
        if isinstance(blok, Tabel):
            return _tabel(blok)
        if isinstance(blok, Gambar):
            alt = tercetak(blok.alt or blok.keterangan) or "Gambar"
            return {"svg": svg_aman(tercetak(blok.svg)), "alt": alt, "lebar_maks": lebar_mm}
        if isinstance(blok, (Kop, Sampul)) and blok.lambang_svg:
            return {"lambang_svg": svg_aman(tercetak(blok.lambang_svg))}
        if isinstance(blok, TandaTangan):
            return _tanda_tangan(*baris_tanda_tangan(blok))
        if isinstance(blok, TandaTanganBersama):
            daftar = zip(_bersihkan(ke_nilai(blok.kolom)), baris_bersama(blok), strict=True)
            return {"kolom": [kolom | _tanda_tangan(*baris) for kolom, baris in daftar]}
        if isinstance(blok, Daftar) and blok.bernomor == "KESATU":
            return {"penomor": [penomor_diktum(blok.mulai + ke) for ke in range(len(blok.butir))]}
        return {}


def _ringkas(blok: Blok) -> Blok:
    """The block without its large parts, which are prepared on their own."""
    if isinstance(blok, Tabel):
        return replace(blok, kepala=(), baris=(), kaki=())
    return replace(blok, svg="") if isinstance(blok, Gambar) else blok


def _tanda_tangan(atas: list[str], bawah: list[str]) -> dict[str, Any]:
    return {"atas": _bersihkan(atas), "bawah": _bersihkan(bawah)}


def _tabel(tabel: Tabel) -> dict[str, Any]:
    """The last row joins the foot, so that neither the totals nor the note ever begin a page alone."""
    kolom = len(tabel.lebar)
    kepala, isi, kaki = (_kisi(bagian, kolom) for bagian in (tabel.kepala, tabel.baris, tabel.kaki))
    kaki = [satu | {"gaya": "tebal"} for satu in kaki]
    if (tabel.catatan or kaki) and len(isi) > 1 and _berdiri_sendiri(isi[-1], kolom):
        isi, kaki = isi[:-1], [isi[-1], *kaki]
    return {"kepala": kepala, "baris": isi, "kaki": kaki, "utuh": utuh(tabel)}


def _berdiri_sendiri(satu: dict[str, Any], kolom: int) -> bool:
    """No cell of a row above reaches into this row."""
    return sum(sel["rentang_kolom"] for sel in satu["sel"]) == kolom


def _kisi(daftar_baris: tuple[Baris, ...], kolom: int) -> list[dict[str, Any]]:
    """Rows with the column of each cell, which decides how it is aligned."""
    return [
        {
            "gaya": asal.gaya,
            "sel": [_bersihkan(ke_nilai(sel)) | {"kolom": tempat} for tempat, sel in satu],
        }
        for asal, satu in zip(daftar_baris, susun_kisi(daftar_baris, kolom), strict=True)
    ]


def _bersihkan(nilai: Any) -> Any:
    if isinstance(nilai, str):
        return tercetak(nilai)
    if isinstance(nilai, list):
        return [_bersihkan(anggota) for anggota in nilai]
    if isinstance(nilai, dict):
        return {kunci: _bersihkan(isi) for kunci, isi in nilai.items()}
    return nilai
