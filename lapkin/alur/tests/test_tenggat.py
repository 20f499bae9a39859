"""Due moments in working time, and the working time between two moments."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.alur.tenggat import (
    HARI_BAKU,
    JamKerja,
    JamKerjaTidakSah,
    batas_tanggal,
    menit_kerja_antara,
    paling_awal,
    tenggat,
)

WIB = ZoneInfo("Asia/Jakarta")
BIASA = JamKerja()
# Monday 11 and Tuesday 12 January 2027 off.
BERLIBUR = JamKerja(libur=frozenset({date(2027, 1, 11), date(2027, 1, 12)}))


def wib(tanggal: int, jam: int, menit: int = 0) -> datetime:
    """A moment in January 2027, which begins on a Friday."""
    return datetime(2027, 1, tanggal, jam, menit, tzinfo=WIB)


def test_a_standard_day_has_450_minutes_and_a_week_five_of_them():
    for hari in range(5):
        rentang = [(b.hour - a.hour) * 60 + b.minute - a.minute for a, b in HARI_BAKU[hari]]
        assert sum(rentang) == 450
    assert set(HARI_BAKU) == {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    ("mulai", "menit", "jatuh"),
    [
        (wib(4, 8), 60, wib(4, 9)),
        (wib(4, 11, 30), 60, wib(4, 13, 30)),
        (wib(4, 5), 60, wib(4, 8, 30)),
        (wib(4, 12, 15), 10, wib(4, 13, 10)),
        (wib(4, 15, 30), 30, wib(4, 16)),
        (wib(4, 15, 30), 31, wib(5, 7, 31)),
        (wib(4, 20), 1, wib(5, 7, 31)),
        (wib(4, 7, 30), 450, wib(4, 16)),
        (wib(4, 7, 30), 451, wib(5, 7, 31)),
        (wib(8, 11), 60, wib(8, 13, 30)),
        (wib(8, 16), 60, wib(11, 8)),
        (wib(9, 10), 60, wib(11, 8, 30)),
        (wib(4, 10), 5 * 450, wib(11, 10)),
    ],
)
def test_due_moments_leave_out_breaks_nights_and_weekends(mulai, menit, jatuh):
    assert tenggat(mulai, menit, BIASA) == jatuh


def test_holidays_do_not_count():
    assert tenggat(wib(8, 16), 60, BERLIBUR) == wib(13, 8)
    assert menit_kerja_antara(wib(8, 16), wib(13, 8), BERLIBUR) == 60


def test_no_time_is_due_at_once():
    assert tenggat(wib(9, 10), 0, BIASA) == wib(9, 10)


def test_an_office_counts_in_its_own_zone():
    jayapura = JamKerja(zona="Asia/Jayapura")
    mulai = datetime(2027, 1, 3, 23, 0, tzinfo=UTC)  # Monday 08.00 in Jayapura, still 06.00 in Jakarta
    assert tenggat(mulai, 60, jayapura) == datetime(2027, 1, 4, 0, 0, tzinfo=UTC)
    assert tenggat(mulai, 60, BIASA) == wib(4, 8, 30)
    assert str(tenggat(mulai, 60, jayapura).tzinfo) == "Asia/Jayapura"


def test_working_time_between_two_moments_may_be_negative():
    assert menit_kerja_antara(wib(8, 15), wib(11, 8, 30), BIASA) == 150
    assert menit_kerja_antara(wib(11, 8, 30), wib(8, 15), BIASA) == -150
    assert menit_kerja_antara(wib(9, 8), wib(10, 20), BIASA) == 0


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="tanpa zona"):
        tenggat(datetime(2027, 1, 4, 8), 1, BIASA)  # noqa: DTZ001 - that is what is asked


def test_before_the_11th_ends_with_the_10th_of_the_year_after_the_report():
    batas = batas_tanggal("01-10", 2026, BIASA)
    assert batas < wib(11, 0)
    assert wib(11, 0) - batas < timedelta(seconds=1)
    assert batas_tanggal("01-10", 2026, JamKerja(zona="Asia/Jayapura")) == batas - timedelta(hours=2)


def test_the_earliest_of_the_limits_that_there_are_counts():
    assert paling_awal(wib(8, 16), None, wib(5, 9)) == wib(5, 9)
    assert paling_awal(None, None) is None


@pytest.mark.parametrize(
    "hari",
    [
        {},
        {0: ()},
        {0: ((time(9), time(8)),)},
        {0: ((time(8), time(8)),)},
        {0: ((time(8), time(12)), (time(11), time(16)))},
        {0: ((time(13), time(16)), (time(8), time(12)))},
    ],
)
def test_hours_that_cannot_be_counted_with_are_refused(hari):
    with pytest.raises(JamKerjaTidakSah):
        JamKerja(hari=hari)


def test_more_time_than_the_calendar_has_is_an_overflow():
    with pytest.raises(OverflowError):
        tenggat(datetime(9999, 12, 1, 8, tzinfo=WIB), 20_000, BIASA)


saat = st.datetimes(
    min_value=datetime(2026, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2027, 12, 31),  # noqa: DTZ001 - hypothesis adds the zone
    timezones=st.just(WIB),
).map(lambda satu: satu.replace(second=0, microsecond=0))
menit = st.integers(0, 20_000)
kalender = st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=20).map(
    lambda libur: JamKerja(libur=libur)
)


@given(saat, menit, menit, kalender)
def test_more_time_is_never_due_earlier(mulai, a, b, jam_kerja):
    assert tenggat(mulai, min(a, b), jam_kerja) <= tenggat(mulai, max(a, b), jam_kerja)


@given(saat, saat, menit, kalender)
def test_a_later_start_is_never_due_earlier(a, b, lama, jam_kerja):
    assert tenggat(min(a, b), lama, jam_kerja) <= tenggat(max(a, b), lama, jam_kerja)


@given(saat, menit, menit, kalender)
def test_time_adds_up(mulai, a, b, jam_kerja):
    assert tenggat(tenggat(mulai, a, jam_kerja), b, jam_kerja) == tenggat(mulai, a + b, jam_kerja)


@given(saat, menit, kalender)
def test_the_time_until_the_due_moment_is_the_time_given(mulai, lama, jam_kerja):
    assert menit_kerja_antara(mulai, tenggat(mulai, lama, jam_kerja), jam_kerja) == lama


@given(saat, saat, saat, kalender)
def test_working_time_adds_up_over_a_moment_between(a, b, c, jam_kerja):
    a, b, c = sorted([a, b, c])
    assert menit_kerja_antara(a, c, jam_kerja) == (
        menit_kerja_antara(a, b, jam_kerja) + menit_kerja_antara(b, c, jam_kerja)
    )


@settings(max_examples=20)
@given(saat, st.integers(0, 5000), kalender)
def test_it_counts_like_a_clock_that_looks_every_minute(mulai, lama, jam_kerja):
    sampai = mulai + timedelta(minutes=lama)
    dihitung = sum(
        awal <= satu.time() < akhir
        for satu in (mulai + timedelta(minutes=n) for n in range(lama))
        for awal, akhir in jam_kerja.daftar_rentang(satu.date())
    )
    assert menit_kerja_antara(mulai, sampai, jam_kerja) == dihitung
