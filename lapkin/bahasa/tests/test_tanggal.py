"""Dates as offices write and type them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapkin.bahasa import tanggal

JUMAT = date(2021, 6, 4)


def test_the_forms_of_a_day():
    assert tanggal.panjang(JUMAT) == "4 Juni 2021"
    assert tanggal.lengkap(JUMAT) == "Jumat, 4 Juni 2021"
    assert tanggal.pendek(date(2027, 1, 11)) == "Sen, 11 Jan 2027"


def test_hours_and_minutes_are_parted_by_a_dot():
    assert tanggal.jam(datetime(2021, 6, 4, 14, 30, tzinfo=UTC)) == "14.30"
    assert tanggal.jam(time(7, 5)) == "07.05"


def test_a_moment_is_its_day_and_hour():
    assert tanggal.saat(datetime(2027, 1, 11, 14, 30, tzinfo=UTC)) == "Sen, 11 Jan 2027 14.30"


def test_months_in_roman_figures():
    assert (tanggal.bulan_romawi(4), tanggal.bulan_romawi(12)) == ("IV", "XII")


@pytest.mark.parametrize("bulan", [0, 13, -1])
def test_a_month_that_is_none_is_refused(bulan):
    with pytest.raises(ValueError, match="tidak ada"):
        tanggal.bulan_romawi(bulan)


@pytest.mark.parametrize(
    "teks",
    [
        "4 Juni 2021",
        "04 JUNI 2021",
        " 4  juni 2021 ",
        "Jumat, 4 Juni 2021",
        "Jum'at, 4 Juni 2021",
        "4 Jun. 2021",
        "2021-06-04",
        "4/6/2021",
        "04-06-2021",
        "4.6.2021",
        "4-Jun-2021",
    ],
)
def test_a_full_day_is_read(teks):
    assert tanggal.baca(teks) == JUMAT


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "Juni 2020",
        "2021",
        "31 Juni 2021",
        "4/13/2021",
        "4/6-2021",
        "4/6/21",
        "4 Foo 2021",
        "Ngabang, 4 Juni 2021",
    ],
)
def test_what_names_no_full_day_is_no_date(teks):
    assert tanggal.baca(teks) is None


def test_old_spellings_of_months_are_known():
    assert tanggal.baca("3 Nopember 2020") == date(2020, 11, 3)
    assert tanggal.baca("3 Pebruari 2020") == date(2020, 2, 3)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_written_day_reads_back(hari):
    for bentuk in (tanggal.panjang, tanggal.lengkap, tanggal.pendek, str):
        assert tanggal.baca(bentuk(hari)) == hari


@given(st.text())
def test_no_text_makes_reading_fail(teks):
    assert tanggal.baca(teks) is None or isinstance(tanggal.baca(teks), date)


@pytest.mark.parametrize(
    ("rentang", "teks"),
    [
        (timedelta(days=2, hours=3, minutes=4), "2 hari 3 jam"),
        (timedelta(days=2, minutes=4), "2 hari"),
        (timedelta(hours=3, minutes=5), "3 jam 5 menit"),
        (timedelta(minutes=10), "10 menit"),
        (timedelta(seconds=59), "kurang dari 1 menit"),
        (timedelta(days=-1), "1 hari"),
    ],
)
def test_a_span_shows_its_two_largest_units(rentang, teks):
    assert tanggal.lama(rentang) == teks


@pytest.mark.parametrize(
    ("selisih", "teks"),
    [
        (0, "hari ini"),
        (1, "besok"),
        (2, "2 hari lagi"),
        (-1, "kemarin"),
        (-3, "lewat"),
    ],
)
def test_a_deadline_is_told_from_today(selisih, teks):
    assert tanggal.relatif(JUMAT, JUMAT + timedelta(days=selisih)) == teks


@pytest.mark.parametrize(
    ("hari", "bulan", "hasil"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2025, 12, 1), 12, date(2026, 12, 1)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_the_day_some_months_later_stays_in_its_month(hari, bulan, hasil):
    assert tanggal.tambah_bulan(hari, bulan) == hasil


@given(st.dates(date(2012, 1, 1), date(2099, 1, 1)), st.integers(-60, 60))
def test_adding_months_never_skips_a_month(hari, bulan):
    hasil = tanggal.tambah_bulan(hari, bulan)
    assert (hasil.year * 12 + hasil.month) - (hari.year * 12 + hari.month) == bulan
    assert hasil.day <= hari.day
