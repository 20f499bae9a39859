import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from pypdf import PdfReader

from lapkin.dokumen import cetak_pdf as modul
from lapkin.dokumen.blok import DaftarIsi, Judul, Tabel, baris, paragraf
from lapkin.dokumen.cetak_pdf import GagalCetak, cetak, cetak_pdf
from lapkin.dokumen.tests.baku import pelanggaran
from lapkin.dokumen.tests.contoh import DOKUMEN, TANDA, laporan, surat


def _daftar_halaman(pdf: bytes) -> list[str]:
    return [halaman.extract_text() for halaman in PdfReader(io.BytesIO(pdf)).pages]


def _teks(pdf: bytes) -> str:
    return "\n".join(_daftar_halaman(pdf))


@pytest.mark.parametrize("dokumen", [laporan(), surat()], ids=["laporan", "surat"])
def test_papers_keep_to_pdf_a_and_pdf_ua(dokumen):
    assert pelanggaran(cetak_pdf(dokumen)) == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOKUMEN)
@example(replace(surat(), blok=(DaftarIsi(jenis="isi"), Judul(tingkat=4, teks="", bernomor=False))))
def test_any_tree_prints_and_keeps_to_both_standards(dokumen):
    assert pelanggaran(cetak_pdf(dokumen)) == []


def test_the_same_tree_gives_the_same_bytes():
    assert cetak_pdf(laporan()) == cetak_pdf(laporan())


def test_what_people_type_is_printed_as_typed():
    jahat = '#panic("x") $ _tebal_ *miring* @a <b> \\ `c` //d /* = Judul'
    dokumen = replace(laporan(), blok=(Judul(tingkat=1, teks="Bab"), paragraf(jahat, rata="kiri")))
    assert jahat in _teks(cetak_pdf(dokumen))


def test_a_table_of_400_rows_runs_over_pages_and_repeats_its_head():
    pembaca = PdfReader(io.BytesIO(cetak_pdf(laporan(400))))
    daftar = [halaman.extract_text() for halaman in pembaca.pages]
    berisi = [teks for teks in daftar if "Indikator ke-" in teks and "Kesetaraan" in teks]
    assert len(berisi) > 10
    assert all("Realisasi" in teks for teks in berisi)
    assert "Indikator ke-400" in "".join(berisi)


def test_page_numbers_are_told_for_headings_and_captions():
    dokumen = laporan()
    letak = cetak(dokumen).letak
    nomor = {blok.teks: letak[i].halaman for i, blok in enumerate(dokumen.blok) if isinstance(blok, Judul)}
    assert nomor["Kata Pengantar"] == "i"
    assert nomor["Ikhtisar Eksekutif"] == "ii"
    assert nomor["Pendahuluan"] == "1"
    assert nomor["Perencanaan Kinerja"] == "2"


def test_a_signature_never_stands_alone_on_a_page():
    for banyak in range(28, 40):
        isi = (*(paragraf(f"Alinea {ke}") for ke in range(banyak)), paragraf("Alinea penutup."), TANDA)
        pdf = cetak_pdf(replace(surat(), blok=isi))
        terakhir = PdfReader(io.BytesIO(pdf)).pages[-1].extract_text()
        assert "SITI AMINAH" in terakhir
        assert "Alinea penutup." in terakhir


def test_landscape_pages_lie_down():
    ukuran = {
        halaman.mediabox.width > halaman.mediabox.height
        for halaman in PdfReader(io.BytesIO(cetak_pdf(laporan()))).pages
    }
    assert ukuran == {True, False}


def test_a_child_that_takes_too_long_is_ended_with_a_sentence(monkeypatch):
    monkeypatch.setattr(modul, "BATAS_WAKTU", 0.01)
    with pytest.raises(GagalCetak, match="dihentikan"):
        cetak_pdf(surat())


def test_a_child_that_fails_leaves_the_detail_for_the_log():
    with modul._mulai_pekerja() as pekerja, pytest.raises(GagalCetak, match="tidak dapat dicetak") as galat:
        modul._tunggu(pekerja, b"{}")
    assert "KeyError" in galat.value.rincian


def _tabel(jumlah_baris: int) -> Tabel:
    isi = tuple(baris(f"Program ke-{ke}", "12,00") for ke in range(1, jumlah_baris + 1))
    kepala = (baris("Program", "Pagu"),)
    return Tabel(keterangan="", lebar=(3, 1), kepala=kepala, baris=isi, kaki=(baris("Jumlah", "99,00"),))


@pytest.mark.parametrize("keterangan", ["", "Program dan Anggaran"])
def test_a_small_table_stays_on_one_page(keterangan):
    tabel = replace(_tabel(5), keterangan=keterangan)
    for banyak in range(28, 40):
        isi = (*(paragraf(f"Alinea {ke}") for ke in range(banyak)), tabel)
        berisi = [teks for teks in _daftar_halaman(cetak_pdf(replace(surat(), blok=isi))) if "12,00" in teks]
        assert len(berisi) == 1
        assert "99,00" in berisi[0]


def test_the_total_of_a_long_table_never_stands_alone():
    for banyak in range(36, 44):
        daftar = _daftar_halaman(cetak_pdf(replace(surat(), blok=(_tabel(banyak),))))
        assert f"Program ke-{banyak}" in next(teks for teks in daftar if "99,00" in teks)


def test_no_number_of_a_contents_list_wraps():
    daftar_judul = [Judul(tingkat=1, teks="Isi", jenis=jenis) for jenis in ("bab", "lampiran") * 8]
    dokumen = replace(laporan(), blok=(DaftarIsi(jenis="isi"), *daftar_judul))
    isi = _daftar_halaman(cetak_pdf(dokumen))[0]
    assert "BAB VIII" in isi
    assert "LAMPIRAN VIII" in isi


def test_a_fourth_level_is_a_bookmark_but_in_no_contents_list():
    daftar_judul = (Judul(tingkat=1, teks="Atas"), Judul(tingkat=4, teks="Terdalam", bernomor=False))
    pembaca = PdfReader(
        io.BytesIO(cetak_pdf(replace(laporan(), blok=(DaftarIsi(jenis="isi"), *daftar_judul))))
    )
    assert "ATAS" in pembaca.pages[0].extract_text()
    assert "terdalam" not in pembaca.pages[0].extract_text().lower()
    assert "Terdalam" in str(pembaca.outline)


def test_the_foot_of_a_letter_stands_on_every_page():
    isi = tuple(paragraf(f"Alinea {ke}") for ke in range(120))
    daftar = _daftar_halaman(cetak_pdf(replace(surat(), blok=isi, kaki_halaman="Kode berkas: 3F9A")))
    assert len(daftar) > 2
    assert all("Kode berkas: 3F9A" in teks for teks in daftar)
