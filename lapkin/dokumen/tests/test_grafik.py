from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from lapkin.dokumen.grafik import (
    Banding,
    Batang,
    Nilai,
    batang,
    batang_banding,
    uraian_grafik,
)
from lapkin.dokumen.grafik_tren import Seri, garis_tren, uraian_tren
from lapkin.dokumen.huruf_grafik import lebar_teks, lipat
from lapkin.dokumen.svg import svg_aman

ANGKA = st.none() | st.decimals(-1000, 10**15, allow_nan=False, places=2)
NILAI = st.builds(Nilai, angka=ANGKA, tulisan=st.text(max_size=20))
BATANG = st.builds(Batang, label=st.text(max_size=200), nilai=NILAI)
BANDING = st.builds(Banding, label=st.text(max_size=200), acuan=NILAI, nilai=NILAI)


def _nilai(angka: str) -> Nilai:
    return Nilai(angka=Decimal(angka), tulisan=angka.replace(".", ","))


def _teks(svg: str) -> str:
    return " ".join(etree.fromstring(svg).itertext())


@given(st.lists(BATANG, max_size=8), st.none() | NILAI)
def test_any_figures_make_a_drawing_that_needs_no_cleaning(daftar, batas):
    svg = batang(daftar, batas)
    unsur = [(e.tag, dict(e.attrib)) for e in etree.fromstring(svg).iter()]
    assert [(e.tag, dict(e.attrib)) for e in etree.fromstring(svg_aman(svg)).iter()] == unsur


@given(st.lists(BANDING, max_size=8))
def test_comparisons_draw_any_figures(daftar):
    etree.fromstring(batang_banding(daftar, ("Target", "Realisasi")))


@given(st.lists(st.lists(NILAI, min_size=3, max_size=3).map(tuple), max_size=4))
def test_trends_draw_any_figures_and_gaps(daftar):
    etree.fromstring(garis_tren(("2023", "2024", "2025"), [Seri(nama="x", nilai=nilai) for nilai in daftar]))


def test_every_figure_and_label_stands_as_text():
    svg = batang_banding(
        [Banding(label="Opini BPK", acuan=_nilai("80"), nilai=_nilai("99.1"))], ("Target", "Realisasi")
    )
    assert all(kata in _teks(svg) for kata in ("Opini BPK", "80", "99,1", "Target", "Realisasi"))


def test_a_figure_that_is_missing_says_so_and_has_no_bar():
    svg = batang([Batang(label="SAKIP", nilai=Nilai(angka=None, tulisan="tidak dapat dihitung"))])
    assert "tidak dapat dihitung" in _teks(svg)
    assert "<rect" not in svg


def test_bars_are_in_proportion():
    svg = batang([Batang(label="a", nilai=_nilai("100")), Batang(label="b", nilai=_nilai("50"))])
    panjang = [Decimal(r.get("width")) for r in etree.fromstring(svg).iter("{*}rect")]
    assert abs(panjang[0] / 2 - panjang[1]) <= Decimal("0.1")


def test_the_chart_is_told_in_words():
    daftar = [Banding(label="Opini BPK", acuan=_nilai("80"), nilai=_nilai("99.1"))]
    teks = uraian_grafik("capaian", daftar, ("Target", "Realisasi"))
    assert teks == "Grafik batang capaian: Opini BPK, target 80, realisasi 99,1."
    seri = [Seri(nama="IPG", nilai=(_nilai("90"), _nilai("91")))]
    assert uraian_tren("IPG", ("2024", "2025"), seri) == "Grafik garis IPG. IPG: 2024 90, 2025 91."


def test_a_trend_takes_four_lines_of_one_length():
    with pytest.raises(ValueError, match="empat"):
        garis_tren((), [Seri(nama="x", nilai=())] * 5)
    with pytest.raises(ValueError, match="periode"):
        garis_tren(("2025",), [Seri(nama="x", nilai=())])


@given(st.text(max_size=300))
def test_folded_labels_stay_within_their_room(teks):
    hasil = lipat(teks, 190, 13)
    assert 1 <= len(hasil) <= 4
    assert all(lebar_teks(baris, 13) <= 190 for baris in hasil)
