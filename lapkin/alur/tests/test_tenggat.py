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
    mulai_paling_lambat,
    paling_awal,
    tenggat,
    tutup_kerja,
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
        {0: ((time(8, 0, 30), time(12)),)},
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


# Seconds and microseconds as a clock gives them, and any office's hours.
saat_jam = st.datetimes(
    min_value=datetime(2025, 12, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2028, 1, 31),  # noqa: DTZ001 - hypothesis adds the zone
    timezones=st.sampled_from([WIB, ZoneInfo("Asia/Makassar"), ZoneInfo("Asia/Jayapura"), UTC]),
)
batas_jam = st.lists(st.integers(0, 23 * 60 + 59), min_size=2, max_size=6, unique=True).map(sorted)
rentang_sehari = batas_jam.map(
    lambda menit: tuple(
        (time(a // 60, a % 60), time(b // 60, b % 60)) for a, b in zip(menit[::2], menit[1::2], strict=False)
    )
)
kantor = st.builds(
    JamKerja,
    hari=st.dictionaries(st.integers(0, 6), rentang_sehari, min_size=1, max_size=7),
    zona=st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
    libur=st.frozensets(st.dates(date(2025, 12, 20), date(2028, 1, 10)), max_size=25),
)


def berjalan_hari(mulai, menit, jam_kerja):
    """Tenggat the slow way: day after day, stretch after stretch."""
    zona = ZoneInfo(jam_kerja.zona)
    kini, sisa = mulai.astimezone(zona).replace(tzinfo=None), timedelta(minutes=menit)
    tanggal = kini.date()
    while True:
        for awal, akhir in jam_kerja.daftar_rentang(tanggal):
            dari, sampai = datetime.combine(tanggal, awal), datetime.combine(tanggal, akhir)
            dari = max(dari, kini)
            if dari < sampai:
                if dari + sisa <= sampai:
                    return (dari + sisa).replace(tzinfo=zona)
                sisa -= sampai - dari
        tanggal += timedelta(days=1)


@settings(deadline=None, max_examples=60)
@given(saat_jam, st.integers(1, 12_000), kantor)
def test_it_answers_like_a_walk_over_the_days(mulai, lama, jam_kerja):
    assert tenggat(mulai, lama, jam_kerja) == berjalan_hari(mulai, lama, jam_kerja)


@settings(deadline=None, max_examples=60)
@given(saat_jam, st.integers(1, 12_000), kantor)
def test_who_begins_at_the_latest_moment_is_done_in_time_and_not_a_minute_later(selesai, lama, jam_kerja):
    mulai = mulai_paling_lambat(selesai, lama, jam_kerja)
    assert tenggat(mulai, lama, jam_kerja) <= selesai
    assert tenggat(mulai + timedelta(microseconds=1), lama, jam_kerja) > selesai


@settings(deadline=None, max_examples=60)
@given(saat_jam, st.integers(1, 12_000), kantor)
def test_back_from_the_due_moment_comes_no_earlier_than_the_begin(mulai, lama, jam_kerja):
    kembali = mulai_paling_lambat(tenggat(mulai, lama, jam_kerja), lama, jam_kerja)
    assert kembali >= mulai
    assert menit_kerja_antara(mulai, kembali, jam_kerja) == 0


@settings(deadline=None, max_examples=60)
@given(saat_jam, st.integers(1, 6_000), st.integers(1, 6_000), kantor)
def test_time_adds_up_at_any_second_and_in_any_hours(mulai, a, b, jam_kerja):
    assert tenggat(tenggat(mulai, a, jam_kerja), b, jam_kerja) == tenggat(mulai, a + b, jam_kerja)


@settings(deadline=None, max_examples=60)
@given(saat_jam, st.integers(0, 12_000), kantor)
def test_the_zone_in_which_a_moment_is_written_does_not_matter(mulai, lama, jam_kerja):
    di_jayapura = mulai.astimezone(ZoneInfo("Asia/Jayapura"))
    assert tenggat(di_jayapura, lama, jam_kerja) == tenggat(mulai, lama, jam_kerja)


@given(saat, menit, kalender)
def test_an_office_one_zone_further_east_counts_the_same_clock_an_hour_earlier(mulai, lama, jam_kerja):
    timur = JamKerja(hari=jam_kerja.hari, zona="Asia/Makassar", libur=jam_kerja.libur)
    sejam = timedelta(hours=1)
    assert tenggat(mulai - sejam, lama, timur) == tenggat(mulai, lama, jam_kerja) - sejam


@given(saat, st.integers(1, 3_000), st.integers(1, 4))
def test_days_off_at_both_ends_are_neither_begun_nor_ended_on(mulai, lama, banyak):
    """Off are the day of the begin and the days from the due moment on: both ends move, by whole working days."""
    akhir = tenggat(mulai, lama, BIASA)
    libur = frozenset({mulai.date(), *(akhir.date() + timedelta(n) for n in range(banyak))})
    jam_kerja = JamKerja(libur=libur)
    jatuh = tenggat(mulai, lama, jam_kerja)
    assert jatuh > akhir
    assert jatuh.date() not in libur
    assert menit_kerja_antara(mulai, jatuh, jam_kerja) == lama


def test_a_week_of_days_off_moves_the_due_moment_by_a_week():
    libur = frozenset(date(2027, 1, hari) for hari in range(4, 11))
    assert tenggat(wib(1, 16), 90, BIASA) == wib(4, 8, 30)
    assert tenggat(wib(1, 16), 90, JamKerja(libur=libur)) == wib(11, 8, 30)


def test_whole_days_begin_when_work_opens_and_not_at_the_closing_before():
    assert mulai_paling_lambat(wib(8, 16, 30), 450, BIASA) == wib(8, 7, 30)
    assert mulai_paling_lambat(wib(4, 16), 180, BIASA) == wib(4, 13)
    assert mulai_paling_lambat(wib(11, 7, 30), 450, BIASA) == wib(8, 7, 30)
    assert mulai_paling_lambat(wib(10, 12), 0, BIASA) == wib(10, 12)


def test_far_moments_are_counted_without_keeping_the_centuries_between():
    jauh = datetime(2399, 5, 3, 10, tzinfo=WIB)  # a Monday
    assert tenggat(jauh, 60, BIASA) == jauh + timedelta(hours=1)
    assert menit_kerja_antara(wib(4, 10), jauh, BIASA) > 40_000_000
    assert tenggat(wib(4, 10), 60, BIASA) == wib(4, 11)


def test_work_before_the_first_year_is_an_overflow():
    with pytest.raises(OverflowError):
        mulai_paling_lambat(datetime(1, 1, 5, 8, tzinfo=WIB), 20_000, BIASA)


def test_a_day_closes_when_its_last_stretch_ends():
    assert tutup_kerja(date(2027, 1, 8), BIASA) == wib(8, 16, 30)
    assert tutup_kerja(date(2027, 1, 9), BIASA) is None
