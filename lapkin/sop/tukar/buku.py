"""What the XML of an uploaded workbook says before a spreadsheet reader sees it: bounds, merged cells, formulas.

The reader gets a copy made of what was unpacked and counted here (compare kinerja/buku, which `alur` may not import).
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from posixpath import join, normpath

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from lapkin.berkas.kenali import BerkasTakLayak, periksa
from lapkin.sop.tukar.kisi import Gabungan, Kisi, LembarTidakSah, huruf_kolom, susun_kisi

BATAS_BITA = 5 * 1024 * 1024
BATAS_BONGKAR = 60 * 1024 * 1024
BATAS_SEL = 200_000  # empty ones within the bounds of the sheet included
BATAS_BARIS = 5_000
_UTAMA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_HUBUNGAN = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ALAMAT = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ZIP_RUSAK = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)
_RUSAK = (
    "Buku kerja rusak dan tidak dapat dibaca. Buka di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi."
)


@dataclass(slots=True)
class _Pindaian:
    """What one sheet's XML tells: how far it reaches (counted from 1), its formulas and merged cells (from 0)."""

    baris: int = 0
    kolom: int = 0
    rumus: frozenset[tuple[int, int]] = frozenset()
    daftar_gabungan: tuple[Gabungan, ...] = ()


def buka_lembar(isi: bytes) -> dict[str, Kisi]:
    """The sheets of an uploaded workbook by name, as grids of texts; raises LembarTidakSah with one sentence."""
    bagian = _bongkar(isi)
    try:
        daftar = {nama: _pindai(nama, bagian[jalur]) for nama, jalur in _jalur(bagian) if jalur in bagian}
        buku = CalamineWorkbook.from_filelike(io.BytesIO(_kemas(bagian)))
        return {nama: _kisi(buku, nama, pindaian) for nama, pindaian in daftar.items()}
    except (etree.XMLSyntaxError, CalamineError, KeyError) as salah:
        raise LembarTidakSah([_RUSAK]) from salah


def alamat(baris: int, kolom: int) -> str:
    """The name of a cell, as Excel writes it."""
    return f"{huruf_kolom(kolom)}{baris + 1}"


def _bongkar(isi: bytes) -> dict[str, bytes]:
    if len(isi) > BATAS_BITA:
        raise LembarTidakSah([f"Berkas terlalu besar; paling banyak {BATAS_BITA // 1024 // 1024} MB."])
    try:
        periksa(isi, {"xlsx"})
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            if sum(anggota.file_size for anggota in arsip.infolist()) > BATAS_BONGKAR:
                raise LembarTidakSah(
                    ["Isi berkas ini terlalu besar setelah dibuka dan tidak dapat diterima."]
                )
            return {anggota.filename: arsip.read(anggota) for anggota in arsip.infolist()}
    except BerkasTakLayak as salah:
        raise LembarTidakSah([str(salah)]) from salah
    except _ZIP_RUSAK as salah:
        raise LembarTidakSah([_RUSAK]) from salah


def _kemas(bagian: dict[str, bytes]) -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_STORED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(zipfile.ZipInfo(nama), isi)
    return hasil.getvalue()


def _jalur(bagian: dict[str, bytes]) -> list[tuple[str, str]]:
    """The sheets: name and the part that holds it."""
    hubungan = {
        satu.get("Id"): satu.get("Target", "")
        for satu in _urai(bagian["xl/_rels/workbook.xml.rels"]).iter("{*}*")
    }
    daftar = _urai(bagian["xl/workbook.xml"]).iter(f"{_UTAMA}sheet")
    return [(satu.get("name", ""), _mutlak(hubungan.get(satu.get(_HUBUNGAN), ""))) for satu in daftar]


def _mutlak(tujuan: str) -> str:
    return tujuan.lstrip("/") if tujuan.startswith("/") else normpath(join("xl", tujuan))


def _urai(isi: bytes) -> etree._Element:
    return etree.fromstring(isi, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _pindai(nama: str, isi: bytes) -> _Pindaian:
    hasil, rumus, gabungan = _Pindaian(), set(), []
    tanda = (f"{_UTAMA}c", f"{_UTAMA}f", f"{_UTAMA}mergeCell")
    aliran = etree.iterparse(
        io.BytesIO(isi), events=("end",), tag=tanda, resolve_entities=False, no_network=True, load_dtd=False
    )
    for _, unsur in aliran:
        if unsur.tag == tanda[2]:
            gabungan.append(_rentang(unsur.get("ref", "")))
            continue
        sel = unsur if unsur.tag == tanda[0] else unsur.getparent()
        baris, kolom = _letak(sel.get("r", ""))
        hasil.baris, hasil.kolom = max(hasil.baris, baris + 1), max(hasil.kolom, kolom + 1)
        if hasil.baris * hasil.kolom > BATAS_SEL or hasil.baris > BATAS_BARIS:
            raise LembarTidakSah(
                [
                    f'Lembar "{nama}" terlalu luas; paling banyak {BATAS_BARIS} baris. Hapus baris dan kolom lain.'
                ]
            )
        if unsur.tag == tanda[1]:
            rumus.add((baris, kolom))
    hasil.rumus, hasil.daftar_gabungan = frozenset(rumus), tuple(gabungan)
    return hasil


def _letak(nama: str) -> tuple[int, int]:
    cocok = _ALAMAT.fullmatch(nama)
    if not cocok:
        raise LembarTidakSah([_RUSAK])
    kolom = 0
    for huruf in cocok[1]:
        kolom = kolom * 26 + ord(huruf) - ord("A") + 1
    return int(cocok[2]) - 1, kolom - 1


def _rentang(nama: str) -> Gabungan:
    awal, _, akhir = nama.partition(":")
    return Gabungan(*_letak(awal), *_letak(akhir or awal))


def _kisi(buku: CalamineWorkbook, nama: str, pindaian: _Pindaian) -> Kisi:
    daftar_baris = buku.get_sheet_by_name(nama).to_python(skip_empty_area=False)
    return susun_kisi(
        [[_teks(nilai) for nilai in baris] for baris in daftar_baris],
        alamat,
        pindaian.daftar_gabungan,
        pindaian.rumus,
    )


def _teks(nilai: object) -> str:
    """A cell as a person would have typed it; the numbers of rows come back from Excel as 1.0."""
    if isinstance(nilai, float) and nilai == int(nilai):
        return str(int(nilai))
    return "" if nilai is None else str(nilai).replace("\r\n", "\n").replace("_x000D_", "")
