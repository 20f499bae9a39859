import re

from hypothesis import given, settings

from lapkin.dokumen.blok import Dokumen, Narasi, Potongan, Tabel, baris, paragraf
from lapkin.dokumen.cetak_html import cetak_html
from lapkin.dokumen.tests.contoh import DOKUMEN, laporan, surat

_NAMA = (
    "article div header h2 h3 h4 h5 h6 p strong em u br hr span ul ol li dl dt dd table caption thead tbody"
    " tfoot tr th td figure figcaption nav a svg g path rect line circle polygon polyline text tspan"
)
BOLEH = set(_NAMA.split())


@settings(max_examples=60, deadline=None)
@given(DOKUMEN)
def test_any_tree_gives_only_known_elements(dokumen):
    html = cetak_html(dokumen)
    assert set(re.findall(r"<([a-zA-Z0-9]+)", html)) <= BOLEH
    assert "style=" not in re.sub(">[^<]*<", "><", html)


def test_table_heads_have_a_scope_and_figures_have_words():
    html = cetak_html(laporan())
    assert '<th scope="colgroup" colspan="3">Tahun 2025</th>' in html
    assert '<th scope="rowgroup" colspan="7"' in html
    assert '<svg role="img" aria-label="Indeks Pembangunan Gender 91,07"' in html


def test_frames_of_tables_without_caption_have_names_of_their_own():
    tabel = Tabel(keterangan="", lebar=(1,), kepala=(), baris=(baris("isi"),))
    html = cetak_html(Dokumen(judul="x", tanggal=surat().tanggal, blok=(tabel, paragraf("dan"), tabel)))
    assert re.findall(r'role="region"[^>]*aria-label="([^"]*)"', html) == [
        "Tabel tanpa judul 1",
        "Tabel tanpa judul 2",
    ]


def test_headings_begin_below_the_heading_of_the_page():
    html = cetak_html(laporan(), tingkat_awal=3)
    assert "<h2" not in html
    assert re.search(r'<h3 [^>]*><span class="kertas-nomor">BAB I</span> PENDAHULUAN</h3>', html)


def test_ids_are_unique_and_every_link_of_the_contents_has_its_place():
    html = cetak_html(laporan())
    daftar_id = re.findall(r'\bid="([^"]*)"', html)
    assert len(daftar_id) == len(set(daftar_id))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(daftar_id)


def test_markup_in_texts_and_keys_is_escaped():
    jahat = '"><script>alert(1)</script>'
    isi = (paragraf(jahat), Narasi(kunci=jahat, paragraf=((Potongan(teks=jahat),),)))
    html = cetak_html(Dokumen(judul="x", tanggal=surat().tanggal, blok=isi))
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_an_empty_narrative_says_what_is_missing():
    assert '<p class="kertas-petunjuk">[Belum diisi: ringkasan capaian]</p>' in cetak_html(laporan())
