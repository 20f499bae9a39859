import io
import re
import zipfile
from collections import Counter
from dataclasses import replace

from docx import Document
from hypothesis import HealthCheck, given, settings
from lxml import etree

from lapkin.dokumen.blok import Narasi, Potongan
from lapkin.dokumen.cetak_docx import cetak_docx
from lapkin.dokumen.docx_xml import nama_bookmark
from lapkin.dokumen.tests.contoh import DOKUMEN, laporan, surat


def _paket(isi: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(isi))


def _badan(isi: bytes) -> str:
    return _paket(isi).read("word/document.xml").decode()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOKUMEN)
def test_any_tree_makes_a_word_file_that_opens(dokumen):
    isi = cetak_docx(dokumen, letak={})
    Document(io.BytesIO(isi))
    paket = _paket(isi)
    assert max(Counter(paket.namelist()).values()) == 1
    for nama in paket.namelist():
        if nama.endswith((".xml", ".rels")):
            etree.fromstring(paket.read(nama))


def test_the_same_tree_gives_the_same_bytes():
    assert cetak_docx(laporan()) == cetak_docx(laporan())


def test_every_relationship_points_to_a_file_of_the_package():
    paket = _paket(cetak_docx(laporan()))
    sasaran = re.findall(r'Target="([^"]*)"', paket.read("word/_rels/document.xml.rels").decode())
    assert {f"word/{nama}" for nama in sasaran} <= set(paket.namelist())


def test_used_ids_are_related_and_bookmarks_are_unique():
    isi = cetak_docx(laporan())
    hubungan = _paket(isi).read("word/_rels/document.xml.rels").decode()
    assert set(re.findall(r'r:(?:id|embed)="([^"]*)"', _badan(isi))) <= set(
        re.findall(r' Id="([^"]*)"', hubungan)
    )
    daftar_nama = re.findall(r'w:bookmarkStart w:id="\d+" w:name="([^"]*)"', _badan(isi))
    assert len(daftar_nama) == len(set(daftar_nama))
    assert all(len(nama) <= 40 for nama in daftar_nama)


def test_headings_and_narratives_use_real_styles():
    dokumen = Document(io.BytesIO(cetak_docx(laporan())))
    gaya = {p.text.strip(): p.style.name for p in dokumen.paragraphs}
    assert gaya["PENDAHULUAN"] == "Heading 1"
    assert gaya["Latar Belakang"] == "Heading 2"
    assert gaya["KATA PENGANTAR"] == "Judul Depan"
    assert gaya["Puji syukur."] == "Narasi"


def test_the_first_paragraph_of_a_narrative_carries_its_bookmark():
    badan = _badan(cetak_docx(laporan()))
    nama = nama_bookmark("kata-pengantar")
    alinea = next(a for a in badan.split("<w:p>") if nama in a)
    assert "Puji syukur." in alinea
    assert "<w:bookmarkEnd" in alinea.split("</w:p>")[0]
    assert badan.count(nama) == 1


def test_two_narratives_never_share_a_bookmark_name():
    panjang = "analisis-sasaran-strategis-" * 3
    nama = [nama_bookmark(kunci) for kunci in (panjang + "a", panjang + "b", "a-b", "a_b", "a.b")]
    assert len(set(nama)) == 5
    assert all(re.fullmatch(r"_n_\w{1,37}", satu) for satu in nama)


def test_the_contents_list_is_filled_with_page_numbers():
    teks = re.sub("<w:instrText[^>]*>[^<]*</w:instrText>", "", _badan(cetak_docx(laporan())))
    baris = [re.sub("<[^>]*>", "|", alinea) for alinea in teks.split("</w:p>") if 'w:val="TOC1"' in alinea]
    isi = ["".join(alinea.split("|")) for alinea in baris]
    assert "KATA PENGANTARi" in isi
    assert "BAB IPENDAHULUAN1" in isi


def test_captions_restart_where_our_numbers_restart():
    perintah = re.findall(r"SEQ (Tabel|Gambar) \\\* ARABIC( \\r 1)?", _badan(cetak_docx(laporan())))
    assert perintah == [
        ("Tabel", r" \r 1"),
        ("Tabel", r" \r 1"),
        ("Tabel", r" \r 1"),
        ("Tabel", ""),
        ("Gambar", r" \r 1"),
        ("Tabel", r" \r 1"),
    ]


def test_table_heads_repeat_and_merged_cells_fit():
    tabel = Document(io.BytesIO(cetak_docx(laporan(400)))).tables[2]
    assert len(tabel.rows) == 2 + 1 + 400 + 1
    assert tabel.cell(0, 0).text == tabel.cell(1, 0).text == "No"
    assert "tblHeader" in tabel.rows[1]._tr.xml


def test_drawings_carry_words_png_and_svg():
    paket = _paket(cetak_docx(laporan()))
    assert 'descr="Indeks Pembangunan Gender 91,07"' in paket.read("word/document.xml").decode()
    media = [nama for nama in paket.namelist() if "media/" in nama]
    assert len(media) == 4
    assert paket.read("word/media/gambar1.png").startswith(b"\x89PNG")


def test_metadata_name_title_author_language_and_the_fixed_day():
    sifat = Document(io.BytesIO(cetak_docx(laporan()))).core_properties
    assert (sifat.title, sifat.author) == ("Laporan Kinerja Instansi Pemerintah Tahun 2025", "Dinas Contoh")
    assert sifat.created.isoformat().startswith("2026-02-20")
    assert sifat.language == "id-ID"


def test_text_with_markup_and_control_characters_stays_text():
    jahat = "<w:p/> & \x00 ]]> \ud800 akhir"
    isi = (Narasi(kunci="a", paragraf=((Potongan(teks=jahat),),)),)
    dokumen = Document(io.BytesIO(cetak_docx(replace(surat(), blok=isi))))
    assert dokumen.paragraphs[0].text == "<w:p/> &  ]]>  akhir"


def test_a_small_table_keeps_together_and_a_long_one_keeps_only_its_total():
    def lekat(jumlah_baris):
        tabel = Document(io.BytesIO(cetak_docx(laporan(jumlah_baris)))).tables[2]
        return ["keepNext" in satu._tr.xml for satu in tabel.rows]

    assert all(lekat(2))
    panjang = lekat(40)
    assert panjang[-2:] == [True, True]
    assert not any(panjang[4:-2])


def test_the_foot_of_a_letter_stands_on_its_first_page_too():
    paket = _paket(cetak_docx(replace(surat(), kaki_halaman="Kode berkas: 3F9A")))
    kaki = [paket.read(f"word/kaki-{nama}.xml").decode() for nama in ("pertama", "tegak", "lanskap")]
    assert all("Kode berkas: 3F9A" in satu for satu in kaki)
