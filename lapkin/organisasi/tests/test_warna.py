import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapkin.organisasi.warna import CUKUP, PUTIH, baca_warna, kontras, lembar_gaya, tulis_warna

WARNA = st.tuples(*[st.integers(0, 255)] * 3).map(tulis_warna)


def _token(gaya, nama):
    """The values of one token: for light pages, then for dark ones."""
    return [bagian.split(";")[0].split("}")[0] for bagian in gaya.split(f"{nama}:")[1:]]


def test_black_on_white_is_the_greatest_contrast():
    assert kontras((0, 0, 0), PUTIH) == pytest.approx(21)


def test_a_readable_colour_stays_as_it_was_chosen():
    assert _token(lembar_gaya("#1d5c8f"), "--warna-merek")[0] == "#1d5c8f"


@given(WARNA)
def test_any_chosen_colour_becomes_readable_on_light_and_dark_pages(pilihan):
    gaya = lembar_gaya(pilihan)
    for warna, muda, di_atas in zip(
        _token(gaya, "--warna-merek"),
        _token(gaya, "--warna-merek-muda"),
        _token(gaya, "--warna-di-atas-merek"),
        strict=True,
    ):
        assert kontras(baca_warna(warna), baca_warna(muda)) >= CUKUP
        assert kontras(baca_warna(warna), baca_warna(di_atas)) >= CUKUP


@pytest.mark.parametrize("teks", ["", "biru", "#12345", "#1234567", "#xyzxyz"])
def test_what_is_no_colour_is_refused(teks):
    with pytest.raises(ValueError):  # noqa: PT011
        baca_warna(teks)
