"""Workbooks made to break or to exhaust their reader: each is refused in one sentence, before anything is built."""

import io
import zipfile

import pytest

from lapkin.berkas import xlsx_xml
from lapkin.berkas.kenali import BerkasTakLayak
from lapkin.berkas.xlsx import buka_xlsx
from lapkin.berkas.xlsx_lembar import LembarXlsx

BATAS = 1024 * 1024
UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SATU_SEL = '<row r="2"><c r="B2"><v>1</v></c></row>'
SANDI = '<?xml version="1.0" encoding="{}"?>'
ENTITAS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "panjang">]>'


def lembar(baris: str, *, kepala: str = "", lain: str = "") -> str:
    return f'{kepala}<worksheet xmlns="{UTAMA}"><sheetData>{baris}</sheetData>{lain}</worksheet>'


def buku(
    isi: str | bytes,
    *,
    tujuan: str = "worksheets/sheet1.xml",
    daftar_lembar: str = '<sheet name="SOP" r:id="rId1"/>',
    cara: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", cara) as arsip:
        arsip.writestr("[Content_Types].xml", "<Types/>")
        arsip.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{UTAMA}" xmlns:r="{HUBUNGAN}"><sheets>{daftar_lembar}</sheets></workbook>',
        )
        arsip.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships><Relationship Id="rId1" Target="{tujuan}"/></Relationships>',
        )
        arsip.writestr(f"xl/{tujuan}", isi)
    return hasil.getvalue()


def alasan(isi: bytes) -> str:
    with pytest.raises(BerkasTakLayak) as salah:
        buka_xlsx(isi, BATAS)
    return str(salah.value)


@pytest.mark.parametrize("kepala", ["", SANDI.format("UTF-8"), "\ufeff" + SANDI.format("utf8")])
def test_a_plain_workbook_is_told_by_its_bounds(kepala):
    isi = buku(lembar(SATU_SEL, kepala=kepala, lain='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'))
    assert buka_xlsx(isi, BATAS).daftar_lembar == {"SOP": LembarXlsx(2, 2, {}, frozenset(), ((1, 1, 2, 2),))}


def test_formulas_and_errors_stand_at_their_cells():
    sel = '<c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>A1</f></c><c><f>A1</f><v>7</v></c><c><v>7</v></c>'
    isi = buka_xlsx(buku(lembar(f'<row r="3">{sel}</row><row>{sel}</row>')), BATAS).daftar_lembar["SOP"]
    assert isi.daftar_galat == {(3, 1): "#DIV/0!", (3, 2): "", (4, 1): "#DIV/0!", (4, 2): ""}
    assert isi.daftar_rumus == {(baris, kolom) for baris in (3, 4) for kolom in (1, 2, 3)}


@pytest.mark.parametrize("cara", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_only_the_packing_of_office_programs_is_opened(cara):
    isi = bytearray(buku(lembar(SATU_SEL * 50), cara=cara))
    isi[isi.find(b"sheet1.xml") + 20] ^= 0xFF
    assert "dikemas dengan cara yang tidak lazim" in alasan(bytes(isi))


@pytest.mark.parametrize("sandi", ["foo-bar", "utf-7", "idna", "big5", "rot13", "ISO-8859-1", "UTF-16"])
def test_only_utf_8_is_read(sandi):
    assert "deklarasi XML yang tidak wajar" in alasan(buku(lembar(SATU_SEL, kepala=SANDI.format(sandi))))


@pytest.mark.parametrize("sandi", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_an_entity_is_seen_in_any_encoding(sandi):
    assert "deklarasi XML yang tidak wajar" in alasan(buku(lembar(SATU_SEL, kepala=ENTITAS).encode(sandi)))


def test_an_entity_is_seen_in_a_sheet_of_any_name():
    isi = buku(lembar(SATU_SEL, kepala=ENTITAS), tujuan="worksheets/sheet1.dat")
    assert "deklarasi XML yang tidak wajar" in alasan(isi)


@pytest.mark.parametrize(
    "isi",
    ["<row/>" * 300, "<a>x</a>" * 150, "<row>" + "<c/>" * 300 + "</row>"],
    ids=["rows", "others", "cells"],
)
def test_elements_without_end_are_refused_whatever_they_are(isi, monkeypatch):
    monkeypatch.setattr(xlsx_xml, "TANDA_TERBANYAK", 200)
    assert "terlalu banyak unsur" in alasan(buku(lembar(isi)))


def test_elements_are_not_nested_without_end():
    assert "terlalu banyak unsur" in alasan(buku(lembar("<a>" * 60 + "</a>" * 60)))


def test_neither_attributes_nor_texts_go_on_without_end():
    atribut = " ".join(f'a{nomor}="{nomor}"' for nomor in range(60_000))
    assert "terlalu banyak unsur" in alasan(buku(lembar(f"<row {atribut}/>{SATU_SEL}")))


def test_merged_cells_are_counted():
    gabungan = '<mergeCell ref="A1:B2"/>' * 10_001
    assert "terlalu banyak sel gabungan" in alasan(buku(lembar(SATU_SEL, lain=gabungan)))


@pytest.mark.parametrize(
    "isi",
    [
        lembar('<row r="0"><c/></row>'),
        lembar('<row><c r="A0"/></row>'),
        lembar("", lain='<mergeCell ref="C5:A1"/>'),
        lembar("", lain="<mergeCell/>"),
        lembar("<row>"),
        b"\xff" + lembar(SATU_SEL).encode(),
    ],
    ids=["row 0", "cell 0", "backwards", "no place", "not closed", "not UTF-8"],
)
def test_a_broken_sheet_is_refused(isi):
    assert "rusak" in alasan(buku(isi))


@pytest.mark.parametrize(
    "daftar_lembar",
    [
        '<sheet name="SOP" r:id="rId1"/><sheet name="SOP" r:id="rId2"/>',
        '<sheet name="SOP" r:id="rId1"/><sheet name="Lain" r:id="rId1"/>',
        '<sheet name="SOP" r:id="rId1" id="rId2"/>',
        '<x:sheet xmlns:x="lain" name="SOP" r:id="rId2"/><sheet name="SOP" r:id="rId1"/>',
    ],
    ids=["name", "place", "key", "namespace"],
)
def test_no_sheet_is_named_or_placed_twice(daftar_lembar):
    assert "rusak" in alasan(buku(lembar(SATU_SEL), daftar_lembar=daftar_lembar))


def test_what_is_hidden_inside_a_cell_moves_no_other_cell():
    luas = '<row r="1048576"><c><row r="1"/><v>1</v></c><c r="XFD1048576"/></row>'
    assert "terlalu luas" in alasan(buku(lembar(luas)))
