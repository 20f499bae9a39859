"""The official form on paper: nothing of the SOP is missing, both standards hold, the same SOP gives the same bytes."""

import io
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL
from pypdf import PdfReader

from lapkin.dokumen.tests.baku import pelanggaran
from lapkin.sop.cetak_formulir import formulir_docx, formulir_pdf, formulir_svg_lengkap, tanggal_formulir
from lapkin.sop.formulir.identitas import blok_identitas
from lapkin.sop.formulir.uraian import kalimat_tersisa
from lapkin.sop.formulir.word import PERINGATAN
from lapkin.sop.gambar import gambar
from lapkin.sop.sop import Identitas, Langkah, TanggalTercetak, baca
from lapkin.sop.tests.gambar_bantuan import sop_dari

BENIH = sorted((Path(__file__).parents[3] / "sop").glob("*.toml"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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


def test_the_word_file_has_every_text_in_cells(sop):
    dokumen = Document(io.BytesIO(formulir_docx(sop, LAMBANG)))

    sel = [sel.text for tabel in dokumen.tables for baris in tabel.rows for sel in baris.cells]
    judul = [alinea.text for alinea in dokumen.paragraphs]
    assert _yang_hilang(sop, "\n".join(sel + judul)) == []


def test_the_word_file_says_that_longer_text_needs_a_new_drawing_but_not_on_the_signed_sheet(sop_dp3a):
    dokumen = Document(io.BytesIO(formulir_docx(sop_dp3a)))

    assert dokumen.core_properties.comments == PERINGATAN
    menyebut = [lari for alinea in dokumen.paragraphs for lari in alinea.runs if PERINGATAN in lari.text]
    assert [lari.font.hidden for lari in menyebut] == [True] * len(gambar(sop_dp3a).halaman)
    (kaki,) = [alinea.text for alinea in dokumen.sections[0].footer.paragraphs]
    assert kaki.startswith("Halaman")


def test_the_text_of_the_block_in_word_keeps_off_the_rules_and_begins_at_the_top(sop_dp3a):
    dokumen = Document(io.BytesIO(formulir_docx(sop_dp3a)))

    for tabel in dokumen.tables[:2]:
        sela = {
            satu.tag.split("}")[1]: int(satu.get(W + "w")) for satu in tabel._tbl.tblPr.find(W + "tblCellMar")
        }
        assert set(sela) == {"top", "left", "bottom", "right"}
        assert min(sela.values()) >= 60
    (pengesah,) = [baris for baris in dokumen.tables[0].rows if "Disahkan" in baris.cells[1].text]
    assert {sel.vertical_alignment for sel in pengesah.cells[1:]} == {WD_ALIGN_VERTICAL.TOP}


def test_the_svg_has_every_text_of_the_print(sop):
    akar = ElementTree.fromstring(formulir_svg_lengkap(sop))

    assert _yang_hilang(sop, "\n".join(akar.itertext())) == []


def test_signs_that_the_fonts_lack_do_not_keep_any_text_of_the_block_from_the_papers(sop_dp3a):
    def bertanda(nilai):
        if isinstance(nilai, str):
            return f"✓ {nilai}☐\U0001f600\x01"
        if isinstance(nilai, tuple):
            return tuple(map(bertanda, nilai))
        if is_dataclass(nilai):
            return replace(
                nilai, **{satu.name: bertanda(getattr(nilai, satu.name)) for satu in fields(nilai)}
            )
        return nilai

    sop = replace(sop_dp3a, identitas=bertanda(sop_dp3a.identitas))
    assert pelanggaran(formulir_pdf(sop)) == []
    assert Document(io.BytesIO(formulir_docx(sop))).tables
    ElementTree.fromstring(formulir_svg_lengkap(sop))


def test_the_emblem_stands_over_the_kop_of_the_svg_in_its_own_proportions(sop_dp3a):
    (lambang,) = [
        satu
        for satu in ElementTree.fromstring(formulir_svg_lengkap(sop_dp3a, LAMBANG)).iter()
        if satu.get("aria-label") == "Lambang daerah"
    ]

    assert lambang.get("width") == lambang.get("height") == "62.00"
    assert "Lambang daerah" not in formulir_svg_lengkap(sop_dp3a)


def test_a_word_inside_a_symbol_is_told_to_whoever_cannot_see_the_picture(sop_dp3a):
    word = Document(io.BytesIO(formulir_docx(sop_dp3a))).element.xml

    assert 'descr="Langkah 1: Kadis (mulai atau selesai, tertulis MULAI)."' in word


def test_a_return_without_room_is_told_on_all_three_papers():
    banyak = [
        Langkah(
            kode=f"x-{ke}",
            no=str(ke + 1),
            kegiatan="x",
            pelaksana=("A",),
            kembali_ke=tuple(f"x-{n}" for n in range(ke)),
        )
        for ke in range(40)
    ]
    sop = sop_dari(["A"], banyak)
    kalimat = " ".join(gambar(sop).halaman[-1].catatan[0].baris)

    assert kalimat.startswith("Pengembalian yang tidak tergambar: langkah")
    assert _rapat(kalimat) in _rapat("".join(ElementTree.fromstring(formulir_svg_lengkap(sop)).itertext()))
    halaman = PdfReader(io.BytesIO(formulir_pdf(sop))).pages[-1]
    assert _rapat(kalimat) in _rapat(halaman.extract_text())
    word = Document(io.BytesIO(formulir_docx(sop)))
    assert kalimat in [alinea.text for alinea in word.paragraphs]


def test_the_sentence_of_returns_without_room_names_each_step_by_its_number():
    sop = sop_dari(
        ["A"], [Langkah(kode=no, no=no, kegiatan="x", pelaksana=("A",)) for no in ("1", "2", "", "7")]
    )

    assert kalimat_tersisa(sop, [(3, 2), (2, 0), (3, 0), (3, 1)]) == (
        "Pengembalian yang tidak tergambar: langkah pada baris ke-3 ke langkah 1; "
        "langkah 7 ke langkah 1, 2 dan pada baris ke-3."
    )


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
