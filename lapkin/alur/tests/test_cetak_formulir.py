"""The official form on paper: nothing of the SOP is missing, both standards hold, the same SOP gives the same bytes."""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from docx import Document
from pypdf import PdfReader

from lapkin.dokumen.tests.baku import pelanggaran
from lapkin.sop.cetak_formulir import formulir_docx, formulir_pdf, formulir_svg_lengkap, tanggal_formulir
from lapkin.sop.formulir.identitas import blok_identitas
from lapkin.sop.formulir.word import PERINGATAN
from lapkin.sop.sop import Identitas, TanggalTercetak, baca

BENIH = sorted((Path(__file__).parents[3] / "sop").glob("*.toml"))
LAMBANG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>'


def _sop(berkas):
    return baca(berkas.read_text(encoding="utf-8"))


@pytest.fixture(params=BENIH, ids=lambda berkas: berkas.stem)
def sop(request):
    return _sop(request.param)


@pytest.fixture
def sop_dp3a():
    return _sop(next(berkas for berkas in BENIH if berkas.stem.startswith("dp3a")))


def _rapat(teks):
    """Without spaces and line breaks: a form folds its texts, and breaks words too long for their column."""
    return re.sub(r"\s+", "", teks)


def _daftar_teks(sop):
    """Every text that the office's own print has, of the block and of the table."""
    identitas = sop.identitas
    yield from (*identitas.kop, identitas.unit, identitas.nomor, identitas.judul, identitas.judul_tabel)
    for tanggal in ("pembuatan", "revisi", "efektif", "pengesahan"):
        yield getattr(identitas, f"tanggal_{tanggal}").tercetak
    pengesah = identitas.pengesah
    yield from (pengesah.jabatan, pengesah.nama, pengesah.pangkat, pengesah.nip)
    for nama in ("dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan"):
        yield getattr(identitas.label_blok, nama)
        yield from getattr(identitas, nama)
    for nama in ("no", "kegiatan", "pelaksana", "mutu_baku", "kelengkapan", "waktu", "output", "keterangan"):
        yield getattr(identitas.label_kolom, nama)
    yield from identitas.label_kolom.nomor_kolom
    yield from (peran.nama for peran in sop.peran if peran.kolom)
    for langkah in sop.langkah:
        yield from (langkah.no, langkah.kegiatan, langkah.kelengkapan_tercetak, langkah.waktu_tercetak)
        yield from (langkah.output_tercetak, langkah.keterangan)


def _yang_hilang(sop, cetakan):
    rapat = _rapat(cetakan)
    return [teks for teks in _daftar_teks(sop) if _rapat(teks) not in rapat]


def test_the_pdf_has_every_text_of_the_print_and_keeps_to_both_standards(sop):
    pdf = formulir_pdf(sop, LAMBANG)

    teks = "\n".join(halaman.extract_text() for halaman in PdfReader(io.BytesIO(pdf)).pages)
    assert _yang_hilang(sop, teks) == []
    assert pelanggaran(pdf) == []


def test_the_word_file_has_every_text_in_cells_and_says_that_longer_text_needs_a_new_drawing(sop):
    dokumen = Document(io.BytesIO(formulir_docx(sop, LAMBANG)))

    sel = [sel.text for tabel in dokumen.tables for baris in tabel.rows for sel in baris.cells]
    judul = [alinea.text for alinea in dokumen.paragraphs]
    assert _yang_hilang(sop, "\n".join(sel + judul)) == []
    assert dokumen.sections[0].footer.paragraphs[0].text == PERINGATAN


def test_the_svg_has_every_text_of_the_print(sop):
    akar = ElementTree.fromstring(formulir_svg_lengkap(sop))

    assert _yang_hilang(sop, "\n".join(akar.itertext())) == []


def test_the_drawing_in_word_is_one_slice_for_each_row_with_words_for_those_who_cannot_see_it(sop):
    dokumen = Document(io.BytesIO(formulir_docx(sop)))

    gambar = dokumen.element.findall(
        ".//{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    )
    assert len(gambar) == len(sop.langkah)
    assert all(satu.get("descr", "").startswith("Langkah") for satu in gambar)


def test_the_drawing_in_the_pdf_tells_in_words_who_does_what_and_where_it_returns(sop_dp3a):
    pdf = formulir_pdf(sop_dp3a)

    struktur = b"".join(
        objek.get_object().get("/Alt", "").encode("utf-8", "replace")
        for objek in _semua_struktur(PdfReader(io.BytesIO(pdf)))
    ).decode()
    assert "Langkah 7: Sekdin (keputusan); bila tidak, kembali ke langkah 5 atau 6." in struktur


def _semua_struktur(pembaca):
    antrean = [pembaca.trailer["/Root"]["/StructTreeRoot"]]
    while antrean:
        elemen = antrean.pop().get_object()
        if not hasattr(elemen, "get"):
            continue
        yield elemen
        anak = elemen.get("/K", [])
        anak = anak if isinstance(anak, list) else [anak]
        antrean += [satu for satu in anak if not isinstance(satu, int)]


def test_the_same_sop_gives_the_same_bytes(sop_dp3a):
    assert formulir_pdf(sop_dp3a, LAMBANG) == formulir_pdf(sop_dp3a, LAMBANG)
    assert formulir_docx(sop_dp3a, LAMBANG) == formulir_docx(sop_dp3a, LAMBANG)


def test_the_date_of_the_paper_is_the_last_that_stands_on_it(sop_dp3a):
    def bertanggal(**tanggal):
        return replace(sop_dp3a, identitas=replace(sop_dp3a.identitas, **tanggal))

    assert tanggal_formulir(sop_dp3a) == date(2020, 1, 1), "only months are printed"
    lengkap = bertanggal(tanggal_efektif=TanggalTercetak(tercetak="6 April 2021", tanggal=date(2021, 4, 6)))
    assert tanggal_formulir(lengkap) == date(2021, 4, 6)


def test_an_item_that_brings_its_own_mark_gets_no_second_one():
    identitas = Identitas(
        kop=("DINAS",),
        nomor="",
        judul="",
        judul_baku="",
        penanda_butir="1.",
        pencatatan=("- Disimpan", "Buku"),
    )

    (pasangan,) = [dua for dua in blok_identitas(identitas).pasangan if dua[1] and dua[1].butir]
    assert pasangan[1].butir == (("", "- Disimpan"), ("2.", "Buku"))


@pytest.mark.parametrize(("akhiran", "awal"), [("pdf", b"%PDF"), ("svg", b"<svg"), ("docx", b"PK")])
def test_the_command_prints_the_form_by_the_name_of_the_file(tmp_path, akhiran, awal):
    keluaran = tmp_path / f"FORM.{akhiran}"

    call_command("sop", "cetak", str(BENIH[0]), "-o", str(keluaran))

    assert keluaran.read_bytes().startswith(awal)


def test_the_command_refuses_in_one_sentence(tmp_path):
    rusak = tmp_path / "rusak.toml"
    rusak.write_text("kode = ")

    with pytest.raises(CommandError, match=r"harus berakhir \.pdf"):
        call_command("sop", "cetak", str(BENIH[0]), "-o", str(tmp_path / "FORM.odt"))
    with pytest.raises(CommandError, match="tidak dapat dibuka"):
        call_command("sop", "cetak", str(tmp_path / "tidak-ada.toml"), "-o", str(tmp_path / "FORM.pdf"))
    with pytest.raises(CommandError, match="Tulisan TOML tidak terbaca"):
        call_command("sop", "cetak", str(rusak), "-o", str(tmp_path / "FORM.pdf"))
