import re

import pytest
from docx import Document

from lapkin.dokumen.blok import Judul
from lapkin.dokumen.cetak_docx import cetak_docx
from lapkin.dokumen.cetak_html import cetak_html
from lapkin.dokumen.data_typst import data_typst
from lapkin.dokumen.penomoran import abjad, daftar_butir, nomori, penomor_diktum, romawi
from lapkin.dokumen.susunan import bagi
from lapkin.dokumen.tests.contoh import laporan, surat

KETERANGAN = [
    "Tabel 1 Ringkasan",
    "Tabel 2.1 Perjanjian Kinerja",
    "Tabel 3.1 Capaian",
    "Tabel 3.2 Perbandingan",
    "Gambar 3.1 Capaian IKU",
    "Tabel L1.1 Pengukuran",
]


def _rapikan(daftar: list[str]) -> list[str]:
    return [re.sub(r"\s+", " ", teks).strip() for teks in daftar]


def test_html_numbers_captions_by_chapter():
    html = cetak_html(laporan())
    daftar = re.findall(r"<(?:caption|figcaption)>(.*?)</(?:caption|figcaption)>", html)
    assert _rapikan([re.sub("<[^>]*>", "", teks) for teks in daftar]) == KETERANGAN


def test_typst_gets_the_same_numbers():
    daftar_blok = [blok for bagian in data_typst(laporan())["bagian"] for blok in bagian["blok"]]
    daftar = [f"{b['label']} {b['keterangan']}" for b in daftar_blok if b.get("keterangan")]
    assert daftar == KETERANGAN


def test_word_shows_the_same_numbers(tmp_path):
    berkas = tmp_path / "laporan.docx"
    berkas.write_bytes(cetak_docx(laporan()))
    daftar = [p.text for p in Document(str(berkas)).paragraphs if p.style.name == "Caption"]
    assert _rapikan(daftar) == KETERANGAN


def test_headings_are_numbered_as_offices_do():
    dokumen = laporan()
    label = [
        nomor
        for blok, nomor in zip(dokumen.blok, nomori(dokumen), strict=True)
        if isinstance(blok, Judul) and nomor
    ]
    assert label == ["BAB I", "A.", "BAB II", "BAB III", "A.", "1.", "a.", "B.", "LAMPIRAN I", "LAMPIRAN II"]


def test_the_contents_list_holds_headings_to_level_three():
    isi = [(butir.label, butir.teks) for butir in daftar_butir(laporan(), "isi")]
    assert ("", "KATA PENGANTAR") in isi
    assert ("1.", "Sasaran 1") in isi
    assert "Perbandingan" not in [teks for _, teks in isi]


def test_a_letter_has_no_numbers_and_no_contents():
    assert not any(nomori(surat()))
    assert daftar_butir(surat(), "isi") == ()


def test_front_matter_counts_in_roman_and_chapters_start_again():
    daftar = [(b.angka, b.mulai, b.lanskap) for b in bagi(laporan())]
    assert daftar == [
        ("", False, False),
        ("i", True, False),
        ("1", True, False),
        ("1", False, True),
        ("1", False, False),
    ]


@pytest.mark.parametrize(("angka", "tulisan"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX")])
def test_roman_numerals(angka, tulisan):
    assert romawi(angka) == tulisan


@pytest.mark.parametrize(("angka", "tulisan"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ")])
def test_letters_go_on_after_z(angka, tulisan):
    assert abjad(angka) == tulisan


@pytest.mark.parametrize(
    ("angka", "kata"), [(1, "KESATU"), (10, "KESEPULUH"), (11, "KESEBELAS"), (21, "KEDUA PULUH SATU")]
)
def test_articles_of_a_decree_are_counted_in_words(angka, kata):
    assert penomor_diktum(angka) == kata
