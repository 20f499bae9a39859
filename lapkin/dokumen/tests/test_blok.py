import json

import pytest
from hypothesis import given

from lapkin.dokumen.blok import BentukSalah, Judul, Sel, Tabel, baris, dari_json, ke_json, narasi, paragraf
from lapkin.dokumen.tabel import susun_kisi
from lapkin.dokumen.tests.contoh import DOKUMEN, laporan, surat


@given(DOKUMEN)
def test_every_tree_comes_back_from_json_as_it_was(dokumen):
    assert dari_json(ke_json(dokumen)) == dokumen


@pytest.mark.parametrize("dokumen", [laporan(), surat()])
def test_json_is_the_same_each_time(dokumen):
    assert ke_json(dari_json(ke_json(dokumen))) == ke_json(dokumen)


@pytest.mark.parametrize(
    ("cari", "ganti", "sebab"),
    [
        ('"tingkat":1', '"tingkat":7', "di luar 1 sampai 4"),
        ('"tingkat":1', '"tingkat":"1"', "diharapkan int"),
        ('"tingkat":1', '"tingkat":true', "diharapkan int"),
        ('"_":"Judul"', '"_":"Judol"', "tidak dikenal"),
        ('"jenis":"depan"', '"jenis":"muka"', "bukan salah satu"),
        ('"tanggal":"2026-02-20"', '"tanggal":"kemarin"', "bukan tanggal"),
        ('"penulis":', '"penyunting":', "kunci asing"),
    ],
)
def test_json_that_does_not_fit_is_refused_with_the_place(cari, ganti, sebab):
    with pytest.raises(BentukSalah, match=sebab):
        dari_json(ke_json(laporan()).replace(cari, ganti, 1))


@pytest.mark.parametrize("teks", ["", "[", "[]", "null", "{}", "[" * 100_000])
def test_what_is_no_document_is_refused(teks):
    with pytest.raises(BentukSalah):
        dari_json(teks)


def test_a_missing_required_key_is_named():
    nilai = json.loads(ke_json(laporan()))
    del nilai["judul"]
    with pytest.raises(BentukSalah, match="judul"):
        dari_json(json.dumps(nilai))


def test_an_empty_line_starts_a_new_paragraph_of_a_narrative():
    isi = narasi("kunci", "Satu\nbaris dua\r\n\r\nAlinea dua\n\n\n")
    assert [potongan[0].teks for potongan in isi.paragraf] == ["Satu\nbaris dua", "Alinea dua"]


def test_a_paragraph_takes_texts_and_runs():
    assert [p.teks for p in paragraf("a", "b").potongan] == ["a", "b"]


def test_heading_levels_run_from_one_to_four():
    with pytest.raises(ValueError, match="tingkat"):
        Judul(tingkat=5, teks="x")


def test_cells_find_their_columns_beside_cells_that_reach_down():
    kisi = susun_kisi(
        (baris(Sel(teks="a", rentang_baris=2), "b", "c"), baris(Sel(teks="d", rentang_kolom=2))), 3
    )
    assert [[kolom for kolom, _ in satu] for satu in kisi] == [[0, 1, 2], [1]]


def test_the_only_cell_of_a_band_spans_the_table():
    ((_, sel),) = susun_kisi((baris("Sasaran", gaya="kelompok"),), 5)[0]
    assert sel.rentang_kolom == 5


@pytest.mark.parametrize(
    "isi",
    [
        (baris("a"),),
        (baris("a", "b", "c"),),
        (baris(Sel(teks="a", rentang_baris=2), "b"),),
        (baris("a", Sel(teks="b", rentang_kolom=2)),),
    ],
)
def test_a_table_whose_rows_do_not_fill_its_columns_is_refused(isi):
    with pytest.raises(ValueError, match="tabel"):
        Tabel(keterangan="", lebar=(1, 1), kepala=(), baris=isi)
