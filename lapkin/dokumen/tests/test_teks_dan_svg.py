import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from lapkin.dokumen.cetak_html import cetak_html
from lapkin.dokumen.cetak_pdf import GagalCetak, cetak_pdf
from lapkin.dokumen.html_xml import svg_html
from lapkin.dokumen.svg import SvgRusak, svg_aman, ukuran_svg
from lapkin.dokumen.teks import PENGGANTI, bersih, tercetak
from lapkin.dokumen.tests.contoh import LAMBANG, laporan, surat

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
    "{}</svg>"
)


@given(st.text(st.characters()))
def test_cleaned_text_always_fits_into_xml(teks):
    etree.fromstring("<a>{}</a>".format(bersih(teks).replace("&", "&amp;").replace("<", "&lt;")).encode())


@pytest.mark.parametrize(
    ("masuk", "keluar"),
    [
        ("Rp 1.234,56 – naik", "Rp 1.234,56 – naik"),
        ("a\tb\r\nc", "a b\nc"),
        ("selesai 🎉", f"selesai {PENGGANTI}"),
        ("☐ Segera ☑ Biasa", "□ Segera ■ Biasa"),
        ("e\u0301", "é"),
        ("per\u00adintah", "perintah"),
        ("100\u202e99", "10099"),
        ("nol\x00", "nol"),
    ],
)
def test_printed_text_keeps_what_the_fonts_hold(masuk, keluar):
    assert tercetak(masuk) == keluar


@pytest.mark.parametrize(
    "isi",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)" width="1" height="1"/>',
        '<a xlink:href="javascript:alert(1)"><rect width="1" height="1"/></a>',
        '<image xlink:href="http://contoh.invalid/x.png"/>',
        '<image href="data:image/svg+xml;base64,YWxlcnQ="/>',
        '<image href="data:image/png;base64,AAAA" xlink:href="http://contoh.invalid/x.png"/>',
        '<image href="data:image/png;base64,AAAA" onload="alert(1)"/>',
        '<rect href="data:image/png;base64,scriptAA" width="1" height="1"/>',
        '<use xlink:href="file:///etc/passwd#x"/>',
        '<rect style="background:url(http://contoh.invalid)" width="1" height="1"/>',
        '<rect fill="url( http://contoh.invalid/#x)" width="1" height="1"/>',
        "<style>@import 'http://contoh.invalid'</style>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>alert</body></foreignObject>",
        "<!-- alert --><?php alert ?>",
    ],
)
def test_nothing_that_runs_or_loads_survives_in_a_drawing(isi):
    hasil = svg_aman(SVG.format(isi))
    assert not any(kata in hasil for kata in ("alert", "contoh.invalid", "passwd", "script", "style"))


def test_a_picture_that_carries_its_own_bytes_survives_in_a_drawing():
    for rujukan in ("href", "xlink:href"):
        isi = f'<image {rujukan}="data:image/jpeg;base64,AAAA" width="9" height="9"/>'
        assert isi in svg_aman(SVG.format(isi))


def test_entities_of_an_uploaded_drawing_are_not_read():
    jahat = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + SVG.format("<text>&x;</text>")
    assert "&x;" not in svg_aman(jahat)


@pytest.mark.parametrize("rusak", ["", "bukan svg", "<svg", "<svg/>", "<html/>"])
def test_what_is_no_drawing_is_refused_in_one_sentence(rusak):
    with pytest.raises(SvgRusak, match="SVG"):
        svg_aman(rusak)


def test_size_comes_from_the_view_box_or_from_width_and_height():
    assert ukuran_svg(LAMBANG) == (80, 100)
    assert ukuran_svg('<svg xmlns="http://www.w3.org/2000/svg" width="12px" height="6"/>') == (12, 6)


def test_ids_of_an_inline_drawing_do_not_meet_those_of_the_page():
    isi = '<clipPath id="a"><rect width="1" height="1"/></clipPath><g clip-path="url(#a)"/>'
    hasil = svg_html(SVG.format(isi), "Lambang", "kertas-3")
    assert 'id="kertas-3-a"' in hasil
    assert "url(#kertas-3-a)" in hasil


@pytest.mark.parametrize("cetak", [cetak_html, cetak_pdf])
def test_a_broken_emblem_stops_the_printing_with_a_sentence(cetak):
    teks_rusak = surat()
    kop = teks_rusak.blok[0]
    rusak = type(kop)(baris=kop.baris, lambang_svg="<svg")
    dokumen = type(teks_rusak)(judul="x", tanggal=teks_rusak.tanggal, blok=(rusak,))
    with pytest.raises(GagalCetak, match="SVG"):
        cetak(dokumen)


def test_the_html_of_whole_papers_is_well_formed():
    html = cetak_html(laporan()) + cetak_html(surat())
    tertutup = re.sub(r"<((?:br|hr)[^>]*)>", r"<\1/>", html)
    etree.fromstring(f"<r>{tertutup}</r>")
