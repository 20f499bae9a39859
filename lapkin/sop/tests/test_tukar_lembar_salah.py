"""Everything that can be wrong with a workbook: told at once, with the cell, and nothing breaks."""

import io
import zipfile
from contextlib import suppress

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.sop.lembar_sop import LembarTidakSah, baca_lembar
from lapkin.sop.tests.benih import isi_sop
from lapkin.sop.tests.test_tukar_lembar import KODE, baris, buku, masalah


def test_a_sheet_may_say_no_more_than_the_editor():
    assert masalah(
        buku([[*baris()[:7], "x" * 1001, ""], baris(no="12345678901"), baris(kegiatan="y" * 1001)])
    ) == [
        "Sel H2: teksnya terlalu panjang; paling banyak 1000 huruf.",
        "Sel A3: teksnya terlalu panjang; paling banyak 10 huruf.",
        "Sel B4: teksnya terlalu panjang; paling banyak 1000 huruf.",
    ]
    panjang = baris()
    panjang[6] = "z" * 301
    assert "paling banyak 300 huruf" in masalah(buku([panjang]))[0]


def test_all_faults_of_a_sheet_are_told_at_once_with_their_cells():
    isi = buku(
        [
            baris(kode="a"),
            baris(kegiatan=""),
            baris(kode="a"),
            baris(kode="Tidak Sah"),
            baris(kadis="1", staf="1"),
            baris(),
            baris(),
        ],
        gabungan=["E7:E8"],
        rumus=["F8"],
    )
    assert masalah(isi) == [
        "Sel E7 digabung sampai E8; pisahkan sel itu dan isi setiap barisnya.",
        "Sel F8 berisi rumus; ketik isinya sebagai teks.",
        "Sel B3: kegiatan belum ditulis.",
        "Sel I5: kode tersembunyi ini rusak; kosongkan sel itu, maka barisnya dianggap baru.",
        "Sel B6: urutan 1 diberikan kepada lebih dari satu pelaksana.",
        'Kode "a" dipakai 2 baris (B2, B4), karena baris disalin utuh; kosongkan kolom kode pada baris yang baru.',
    ]


def test_missing_double_and_unknown_columns_are_told_at_once():
    assert masalah(
        buku([["1", "Menyusun", "x", "y", "z"]], kepala=["No", "Kegiatan", "Waktu", "Waktu", "Warna"])
    ) == [
        'Sel D1: kolom "Waktu" ada dua kali.',
        'Sel E1: kolom "Warna" tidak dikenal; letakkan di bawah Pelaksana bila itu pelaksana, atau hapus.',
        "Kolom Pelaksana (satu kolom untuk setiap jabatan) tidak ada; tambahkan kolom itu pada tabel.",
        "Kolom Kelengkapan tidak ada; tambahkan kolom itu pada tabel.",
        "Kolom Output tidak ada; tambahkan kolom itu pada tabel.",
    ]


def test_a_head_merged_beyond_the_last_row_is_told_by_its_cells():
    assert masalah(buku([], gabungan=["C1:C4"])) == [
        "Sel C1 digabung sampai C4; pisahkan sel itu dan isi setiap barisnya."
    ]


def test_two_hundred_columns_are_the_most():
    assert "dan 200 kolom" in masalah(buku([["x"] * 201]))[0]


def test_ten_thousand_rows_are_refused():
    assert masalah(buku([baris()] * 1200)) == ["Tabel berisi 1200 baris; paling banyak 1000."]
    assert masalah(buku([baris()] * 10_000)) == [
        'Lembar "Tabel" terlalu luas; paling banyak 5000 baris dan 200 kolom. Hapus baris dan kolom lain.'
    ]


def test_a_lone_cell_at_the_end_of_the_sheet_does_not_fill_the_memory():
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah) as hasil:
        hasil.add_worksheet("Tabel").write("XFD1048576", "x")
    assert "terlalu luas" in masalah(wadah.getvalue())[0]


def _disisipi(bagian: str, lama: bytes, baru: bytes) -> bytes:
    hasil = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(buku([["1", 7777, "V", "", "D", "1 Jam", "L", "", ""]]))) as asal,
        zipfile.ZipFile(hasil, "w") as tujuan,
    ):
        for anggota in asal.namelist():
            isi = asal.read(anggota)
            assert anggota != bagian or lama in isi
            tujuan.writestr(anggota, isi.replace(lama, baru) if anggota == bagian else isi)
    return hasil.getvalue()


@pytest.mark.parametrize(
    ("bagian", "lama", "baru"),
    [
        ("xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="dua"'),
        ("xl/worksheets/sheet1.xml", b'<c r="A2"', b'<c r="2A"'),
        (
            "xl/worksheets/sheet1.xml",
            b"</sheetData>",
            b'</sheetData><mergeCells><mergeCell ref="x"/></mergeCells>',
        ),
        ("xl/sharedStrings.xml", b"<sst", b'<!DOCTYPE a [<!ENTITY b "c">]><sst'),
        ("[Content_Types].xml", b"<Types", b"<!-- macroEnabled --><Types"),
    ],
)
def test_a_workbook_spoilt_on_purpose_is_refused_in_one_sentence(bagian, lama, baru):
    assert len(masalah(_disisipi(bagian, lama, baru))) == 1


@pytest.mark.parametrize("bilangan", [b"1e999", b"inf", b"-inf", b"NaN", b"1e300"])
def test_a_number_that_is_none_never_breaks_the_reader(bilangan):
    isi = _disisipi("xl/worksheets/sheet1.xml", b"<v>7777</v>", b"<v>" + bilangan + b"</v>")
    with suppress(LembarTidakSah):
        assert baca_lembar(isi, isi_sop(KODE)).langkah[0].kegiatan


def test_a_number_beyond_all_bounds_is_a_text_like_any_other():
    isi = _disisipi("xl/worksheets/sheet1.xml", b"<v>7777</v>", b"<v>1e999</v>")
    assert baca_lembar(isi, isi_sop(KODE)).langkah[0].kegiatan == "inf"


def test_a_sheet_without_the_head_of_an_sop_or_without_rows_is_refused():
    assert masalah(buku([], kepala=["Nama", "Alamat"]))[0].startswith("Kepala tabel tidak ditemukan")
    assert masalah(buku([])) == ["Tabel ini belum berisi satu langkah pun."]


def _tanpa_bagian(nama: str) -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(buku([baris()]))) as asal, zipfile.ZipFile(hasil, "w") as tujuan:
        for anggota in asal.namelist():
            if anggota != nama:
                tujuan.writestr(anggota, asal.read(anggota))
    return hasil.getvalue()


@pytest.mark.parametrize(
    "isi",
    [
        b"",
        b"bukan xlsx",
        b"PK\x03\x04rusak",
        b"%PDF-1.7",
        _tanpa_bagian("xl/_rels/workbook.xml.rels"),
        _tanpa_bagian("[Content_Types].xml"),
        _tanpa_bagian("xl/worksheets/sheet1.xml"),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(isi):
    assert len(masalah(isi)) == 1


@given(st.binary(max_size=60), st.integers(0, 4000))
@settings(deadline=None, max_examples=25)
def test_a_damaged_workbook_never_breaks_the_reader(sampah, letak):
    isi = bytearray(buku([baris()]))
    isi[letak : letak + len(sampah)] = sampah
    with suppress(LembarTidakSah):  # any other exception fails
        baca_lembar(bytes(isi), isi_sop(KODE))
