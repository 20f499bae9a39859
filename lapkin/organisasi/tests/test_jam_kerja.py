import pytest

from lapkin.organisasi.jam_kerja import baca_jam, tulis_jam


def test_hours_are_read_with_dots_or_colons():
    assert baca_jam("07.30-12.00, 13:00 – 16:00") == [["07:30", "12:00"], ["13:00", "16:00"]]


def test_an_empty_line_is_a_day_off():
    assert baca_jam("  ") == []


def test_writing_gives_back_what_was_read():
    assert tulis_jam(baca_jam("7.30 s.d. 11.30, 13.00-16.30")) == "07.30-11.30, 13.00-16.30"


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("pagi sampai sore", "belum berbentuk"),
        ("12.00-07.30", "sesudah jam mulai"),
        ("07.30-25.00", "jam yang tidak ada"),
        ("07.75-12.00", "jam yang tidak ada"),
        ("07.30-12.00, 11.00-16.00", "berurutan"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(teks, sebab):
    with pytest.raises(ValueError, match=sebab):
        baca_jam(teks)
