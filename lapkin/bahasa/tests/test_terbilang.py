"""Numbers in words."""

import pytest

from lapkin.bahasa.terbilang import terbilang


@pytest.mark.parametrize(
    ("bilangan", "kata"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (15, "lima belas"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (11000, "sebelas ribu"),
        (101000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (-5, "minus lima"),
        (
            14_723_660_349,
            "empat belas miliar tujuh ratus dua puluh tiga juta enam ratus enam puluh ribu "
            "tiga ratus empat puluh sembilan",
        ),
        (2 * 10**12, "dua triliun"),
    ],
)
def test_a_number_in_words(bilangan, kata):
    assert terbilang(bilangan) == kata


def test_beyond_the_last_word_it_refuses():
    with pytest.raises(ValueError, match="terlalu besar"):
        terbilang(10**18)
