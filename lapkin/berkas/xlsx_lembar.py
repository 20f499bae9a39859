"""What the XML of a workbook says and its reader doesn't: bounds of a sheet, merged cells, formulas without a value."""

import io
import re
from dataclasses import dataclass
from posixpath import join, normpath
from xml.etree import ElementTree

from .kenali import BerkasTakLayak

_UTAMA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_HUBUNGAN = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RUSAK = "Buku kerja rusak dan tidak dapat dibaca. Buka di Excel, simpan ulang, lalu unggah lagi."
_ALAMAT = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class LembarXlsx:
    """One sheet: how far it reaches, and by (row, column) from 1 its formulas and the text of its errors (#DIV/0!).

    A formula that no program has calculated yet stands among the errors with an empty text. Merged cells are
    (first row, first column, last row, last column).
    """

    baris: int
    kolom: int
    daftar_galat: dict[tuple[int, int], str]
    daftar_rumus: frozenset[tuple[int, int]]
    daftar_gabungan: tuple[tuple[int, int, int, int], ...] = ()


def huruf_kolom(kolom: int) -> str:
    """The letter of a column: 1 is A, 27 is AA."""
    huruf = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return huruf


def nomor_kolom(huruf: str) -> int:
    """The number of a column letter: A is 1."""
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - ord("A") + 1
    return nomor


def pindai(bagian: dict[str, bytes], sel_terbanyak: int) -> dict[str, LembarXlsx]:
    """Look through every sheet; raises BerkasTakLayak where one is broken or reaches too far."""
    try:
        return {
            nama: _pindai_lembar(nama, bagian[jalur], sel_terbanyak)
            for nama, jalur in _jalur_lembar(bagian)
            if jalur in bagian
        }
    except ElementTree.ParseError as salah:
        raise BerkasTakLayak(_RUSAK) from salah


def _jalur_lembar(bagian: dict[str, bytes]) -> list[tuple[str, str]]:
    if "xl/_rels/workbook.xml.rels" not in bagian:
        raise BerkasTakLayak(_RUSAK)
    hubungan = ElementTree.fromstring(bagian["xl/_rels/workbook.xml.rels"])
    tujuan = {satu.get("Id"): satu.get("Target", "") for satu in hubungan}
    daftar = ElementTree.fromstring(bagian["xl/workbook.xml"]).iter(f"{_UTAMA}sheet")
    return [(satu.get("name", ""), _jalur(tujuan.get(satu.get(_HUBUNGAN), ""))) for satu in daftar]


def _jalur(tujuan: str) -> str:
    return tujuan.lstrip("/") if tujuan.startswith("/") else normpath(join("xl", tujuan))


def _pindai_lembar(nama: str, isi: bytes, sel_terbanyak: int) -> LembarXlsx:
    baris_akhir = kolom_akhir = baris = kolom = 0
    daftar_galat, daftar_rumus, daftar_gabungan = {}, set(), []
    for peristiwa, unsur in ElementTree.iterparse(io.BytesIO(isi), events=("start", "end")):
        if peristiwa == "start" and unsur.tag == f"{_UTAMA}row":
            baris, kolom = _nomor_baris(unsur.get("r"), baris), 0
        elif peristiwa == "end" and unsur.tag == f"{_UTAMA}c":
            baris, kolom = _letak(unsur.get("r"), baris, kolom)
            baris_akhir, kolom_akhir = max(baris_akhir, baris), max(kolom_akhir, kolom)
            if baris_akhir * kolom_akhir > sel_terbanyak:
                raise BerkasTakLayak(
                    f'Lembar "{nama}" terlalu luas. Hapus baris dan kolom yang tidak dipakai.'
                )
            if unsur.find(f"{_UTAMA}f") is not None:
                daftar_rumus.add((baris, kolom))
            galat = _galat(unsur)
            if galat is not None:
                daftar_galat[baris, kolom] = galat
            unsur.clear()
        elif peristiwa == "end" and unsur.tag == f"{_UTAMA}mergeCell":
            daftar_gabungan.append(_gabungan(unsur.get("ref") or ""))
    return LembarXlsx(baris_akhir, kolom_akhir, daftar_galat, frozenset(daftar_rumus), tuple(daftar_gabungan))


def _nomor_baris(nomor: str | None, sebelum: int) -> int:
    if nomor is None:
        return sebelum + 1
    if not nomor.isascii() or not nomor.isdecimal() or len(nomor) > 7:
        raise BerkasTakLayak(_RUSAK)
    return int(nomor)


def _gabungan(rentang: str) -> tuple[int, int, int, int]:
    awal, _, akhir = rentang.partition(":")
    return (*_letak(awal, 0, 0), *_letak(akhir or awal, 0, 0))


def _letak(alamat: str | None, baris: int, kolom: int) -> tuple[int, int]:
    """Row and column of a cell; a cell without an address stands right of the one before it."""
    if alamat is None:
        return baris, kolom + 1
    cocok = _ALAMAT.fullmatch(alamat)
    if not cocok:
        raise BerkasTakLayak(_RUSAK)
    return int(cocok[2]), nomor_kolom(cocok[1])


def _galat(sel: ElementTree.Element) -> str | None:
    nilai = sel.findtext(f"{_UTAMA}v") or ""
    if sel.get("t") == "e":
        return nilai
    return "" if sel.find(f"{_UTAMA}f") is not None and not nilai else None
