"""Whose clock runs when: pauses, several at once, the penghimpun who waits, rounds."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.alur.jam_giliran import GiliranTugas, gabung, kurangi, lama_langkah, lama_tugas
from lapkin.alur.tenggat import JamKerja

WIB = ZoneInfo("Asia/Jakarta")
BIASA = JamKerja()


def jam(pukul, menit=0, hari=4):
    """A moment in the week of Monday 4 January 2027."""
    return datetime(2027, 1, hari, pukul, menit, tzinfo=WIB)


KINI = jam(16)


def tugas(dari, sampai=None, **lain):
    tetap = {"pk": 1, "langkah": "susun", "putaran": 1, "tahap": 1, "per_unit": False, "penghimpun": False}
    return GiliranTugas(**(tetap | lain), dari=dari, sampai=sampai)


def test_an_open_task_counts_up_to_now():
    satu = tugas(jam(8))
    assert lama_tugas(satu, [satu], BIASA, jam(9, 30)) == 90


def test_a_pause_does_not_count_and_an_open_one_stops_the_clock():
    satu = tugas(jam(8), jeda=((jam(9), jam(10)), (jam(11), None)))
    assert lama_tugas(satu, [satu], BIASA, KINI) == 60 + 60


def test_a_pause_that_outlives_its_task_ends_with_it():
    satu = tugas(jam(8), jam(10), jeda=((jam(9), None),))
    assert lama_tugas(satu, [satu], BIASA, KINI) == 60


def test_two_who_work_side_by_side_are_counted_once():
    daftar = [tugas(jam(8), jam(10)), tugas(jam(9), jam(11), pk=2)]
    assert lama_langkah(daftar, BIASA, KINI) == {("susun", 1): 180}


def test_while_one_of_two_is_paused_the_step_runs_on_with_the_other():
    daftar = [tugas(jam(8), jam(11), jeda=((jam(8), jam(11)),)), tugas(jam(9), jam(10), pk=2)]
    assert lama_langkah(daftar, BIASA, KINI) == {("susun", 1): 60}


def test_a_penghimpun_waits_while_units_hold_the_turn():
    himpun = tugas(jam(8), jam(12), penghimpun=True)
    unit = [
        tugas(jam(8), jam(10), pk=2, per_unit=True),
        # Sent back to the unit: a round of its own, while the penghimpun waits again.
        tugas(jam(10, 30), jam(11), pk=3, per_unit=True, putaran=2),
    ]
    daftar = [himpun, *unit]
    assert lama_tugas(himpun, daftar, BIASA, KINI) == 30 + 60
    assert lama_langkah(daftar, BIASA, KINI) == {("susun", 1): 120 + 30 + 60, ("susun", 2): 30}


def test_a_penghimpun_waits_for_a_paused_unit_too():
    himpun = tugas(jam(8), penghimpun=True)
    unit = tugas(jam(8), pk=2, per_unit=True, jeda=((jam(9), None),))
    assert lama_tugas(himpun, [himpun, unit], BIASA, KINI) == 0
    assert lama_langkah([himpun, unit], BIASA, KINI) == {("susun", 1): 60}


def test_each_round_has_a_clock_of_its_own_and_other_steps_dont_count():
    daftar = [
        tugas(jam(8), jam(9)),
        tugas(jam(9), jam(11), langkah="koreksi", pk=2),
        tugas(jam(11), jam(11, 30), putaran=2, pk=3),
    ]
    assert lama_langkah(daftar, BIASA, KINI) == {("susun", 1): 60, ("susun", 2): 30, ("koreksi", 1): 120}


def test_nights_and_lunch_do_not_count():
    satu = tugas(jam(15, hari=4), jam(8, hari=5))
    assert lama_tugas(satu, [satu], BIASA, jam(8, hari=5)) == 60 + 30


saat = st.integers(0, 2_000).map(lambda menit: jam(7) + timedelta(minutes=menit))
selang = st.lists(st.tuples(saat, saat).map(lambda ab: tuple(sorted(ab))), max_size=6)


@settings(deadline=None, max_examples=60)
@given(selang, selang, saat)
def test_taking_out_leaves_exactly_what_is_in_the_one_and_not_in_the_other(daftar, diam, satu):
    def di_dalam(semua):
        return any(awal <= satu < akhir for awal, akhir in semua)

    assert di_dalam(kurangi(daftar, diam)) == (di_dalam(daftar) and not di_dalam(diam))


@settings(deadline=None, max_examples=60)
@given(selang)
def test_joined_stretches_are_in_order_and_apart(daftar):
    hasil = gabung(daftar)
    assert all(a[1] < b[0] for a, b in zip(hasil, hasil[1:], strict=False))
