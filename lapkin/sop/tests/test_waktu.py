"""The time standards that SOPs print."""

import pytest

from lapkin.sop.waktu import Satuan, Waktu, WaktuTidakSah, baca_waktu, baca_waktu_langkah, menit_kerja


@pytest.mark.parametrize(
    ("teks", "jumlah", "satuan"),
    [
        ("2 minggu", 2, "minggu"),
        ("30 menit", 30, "menit"),
        ("10 Hari", 10, "hari"),
        ("1 Bulan", 1, "bulan"),
        (" 1 JAM ", 1, "jam"),
        ("5Menit", 5, "menit"),
    ],
)
def test_printed_times_are_read(teks, jumlah, satuan):
    assert baca_waktu(teks) == Waktu(jumlah=jumlah, satuan=satuan)


@pytest.mark.parametrize(
    "teks", ["", "-", "hari", "0 hari", "-1 jam", "1,5 jam", "2 pekan", "٢ jam", "99999 hari"]
)
def test_other_times_are_refused_with_what_to_write(teks):
    with pytest.raises(WaktuTidakSah, match="tulis bilangan bulat"):
        baca_waktu(teks)


@pytest.mark.parametrize(
    ("teks", "menit"),
    [("10 menit", 10), ("2 jam", 120), ("4 hari", 1800), ("2 minggu", 4500), ("1 bulan", 9900)],
)
def test_larger_units_count_working_time(teks, menit):
    assert menit_kerja(baca_waktu(teks)) == menit


def test_an_office_sets_what_its_units_are_worth():
    enam_hari = Satuan(hari=390, minggu=6, bulan=25)
    assert menit_kerja(baca_waktu("1 minggu"), enam_hari) == 2340
    assert menit_kerja(baca_waktu("1 bulan"), enam_hari) == 9750


@pytest.mark.parametrize("teks", ["60 bulan", "1320 hari", "264 minggu", "9900 jam", "9999 menit"])
def test_five_years_are_the_longest_time_of_a_step(teks):
    assert baca_waktu_langkah(teks) == baca_waktu(teks)


@pytest.mark.parametrize("teks", ["61 bulan", "1321 hari", "265 minggu", "9901 jam", "500 Bulan"])
def test_a_longer_time_is_refused_with_the_limit(teks):
    with pytest.raises(WaktuTidakSah, match=f'^waktu "{teks}" terlalu panjang; .* paling lama 60 bulan$'):
        baca_waktu_langkah(teks)
