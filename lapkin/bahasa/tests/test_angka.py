"""Reading what offices type, and the one form in which numbers are written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapkin.bahasa.angka import (
    Sebab,
    TakTerbaca,
    Terbaca,
    baca,
    baca_rupiah,
    ke_sen,
    rupiah,
    tulis,
    tulis_persen,
)

bilangan = st.decimals(min_value=-(10**15), max_value=10**15, places=6)


@pytest.mark.parametrize(
    ("isi", "nilai", "satuan"),
    [
        ("1.234,5", "1234.5", ""),
        ("98,75", "98.75", ""),
        ("1,237", "1.237", ""),
        ("0,052", "0.052", ""),
        ("11.713", "11713", ""),
        ("0.052", "0.052", ""),
        ("87.93", "87.93", ""),
        ("95.56", "95.56", ""),
        ("1234.567", "1234.567", ""),
        ("24.738,28", "24738.28", ""),
        ("1,234.5", "1234.5", ""),
        ("10,274,076", "10274076", ""),
        ("106.439.453.000,00", "106439453000", ""),
        ("Rp48,29 juta", "48290000", "Rp"),
        ("Rp. 22.275.313.470,-", "22275313470", "Rp"),
        ("Rp5 M", "5000000000", "Rp"),
        ("-Rp5", "-5", "Rp"),
        ("5 M", "5", "M"),
        ("232 Org", "232", "Org"),
        ("2005 Orang", "2005", "Orang"),
        ("4 Desa/Kel", "4", "Desa/Kel"),
        ("5 juta buku", "5000000", "buku"),
        ("2,5 juta buku", "2500000", "buku"),
        ("5 ratus ribu", "500000", ""),
        ("25 m2", "25", "m2"),
        ("6 per 1.000 pddk", "6", "per 1.000 pddk"),
        ("0,26 %", "0.26", "%"),
        ("100 %", "100", "%"),
        ("-100%", "-100", "%"),
        ("38% (Evaluasi Semester I)", "38", "%"),
        ("−5", "-5", ""),
        ("+5", "5", ""),
        ("12\u00a0%", "12", "%"),
        ("1\u2009234,5", "1234.5", ""),
        ("１２，５", "12.5", ""),
        ("\ufeff\u200b12 ", "12", ""),
        ("'12", "12", ""),
        ("007", "7", ""),
        ("92.857142857142861", "92.8571428571429", ""),
        ("100.00000000000001", "100", ""),
        (100.00000000000001, "100", ""),
        (0.1 + 0.2, "0.3", ""),
        (0, "0", ""),
        (-0.0, "0", ""),
        (Decimal("1.50"), "1.5", ""),
    ],
)
def test_what_offices_type_becomes_a_value_and_a_unit(isi, nilai, satuan):
    bacaan = baca(isi)
    assert isinstance(bacaan, Terbaca)
    assert (bacaan.nilai, bacaan.satuan) == (Decimal(nilai), satuan)


@pytest.mark.parametrize(
    ("isi", "jenis"),
    [
        (None, Sebab.KOSONG),
        ("", Sebab.KOSONG),
        (" \u00a0 ", Sebab.KOSONG),
        ("-", Sebab.TIDAK_TERSEDIA),
        ("–", Sebab.TIDAK_TERSEDIA),
        ("Rp -", Sebab.TIDAK_TERSEDIA),
        ("n/a", Sebab.TIDAK_TERSEDIA),
        ("N/A", Sebab.TIDAK_TERSEDIA),
        ("#N/A", Sebab.TIDAK_TERSEDIA),
        ("Tidak ada data", Sebab.TIDAK_TERSEDIA),
        ("Belum Rilis", Sebab.BELUM_RILIS),
        ("belum ada rilis BPS", Sebab.BELUM_RILIS),
        ("WTP", Sebab.PREDIKAT),
        ("A", Sebab.PREDIKAT),
        ("BB (Sangat Baik)", Sebab.PREDIKAT),
        ("Sangat Tinggi", Sebab.PREDIKAT),
        ("1:32", Sebab.RASIO),
        ("1:17,9", Sebab.RASIO),
        ("1/32", Sebab.RASIO),
        ("2 dari 5", Sebab.RASIO),
        ("kurang dari 49", Sebab.BATAS),
        ("< 49", Sebab.BATAS),
        ("≥90", Sebab.BATAS),
        ("maks. 5", Sebab.BATAS),
        ("min 5 %", Sebab.BATAS),
        ("5 atau lebih", Sebab.BATAS),
        ("80-90", Sebab.BATAS),
        ("80 – 90 %", Sebab.BATAS),
        ("80 s/d 90", Sebab.BATAS),
        ("Ada", Sebab.TEKS),
        ("½", Sebab.TEKS),
        ("inf", Sebab.TEKS),
        ("#DIV/0!", Sebab.TEKS),
        ("4 Juni 2021", Sebab.TEKS),
        ("2021-06-04", Sebab.TEKS),
        ("04/06/2021", Sebab.TEKS),
        (float("nan"), Sebab.TEKS),
        (float("inf"), Sebab.TEKS),
        (True, Sebab.TEKS),
        ("1" * 200, Sebab.TEKS),
        ("(5)", Sebab.RAGU),
        ("Nihil", Sebab.RAGU),
        ("1.2.3", Sebab.RAGU),
        ("1,23,4", Sebab.RAGU),
        ("1.23,4.5", Sebab.RAGU),
        ("1.2345,6", Sebab.RAGU),
        ("3 4 Desa", Sebab.RAGU),
        ("1e5", Sebab.RAGU),
        ("1,5E+05", Sebab.RAGU),
        ("5²", Sebab.RAGU),
        ("5 jam 30 menit", Sebab.RAGU),
        ("2 million", Sebab.RAGU),
        ("Rp1,500", Sebab.RAGU),
        ("--5", Sebab.RAGU),
        ("9" * 90, Sebab.RAGU),
        (Decimal("1e-50"), Sebab.RAGU),
        (10**4000, Sebab.RAGU),
    ],
)
def test_what_is_no_number_gets_its_reason(isi, jenis):
    bacaan = baca(isi)
    assert isinstance(bacaan, TakTerbaca)
    assert bacaan.jenis is jenis
    assert bacaan.alasan.endswith((".", ")."))


@pytest.mark.parametrize(
    ("isi", "catatan"),
    [
        ("11.713", "titik dibaca sebagai pemisah ribuan"),
        ("1,237", "koma dibaca sebagai desimal"),
        ("10,274,076", "koma dibaca sebagai pemisah ribuan"),
        ("1 234", "spasi dibaca sebagai pemisah ribuan"),
        ("38% (Semester I)", 'keterangan di sel: "(Semester I)"'),
        ("98,75", ""),
        ("0.052", ""),
    ],
)
def test_a_reading_that_could_be_doubted_says_how_it_was_read(isi, catatan):
    assert baca(isi).catatan == catatan


@given(bilangan)
def test_what_is_written_reads_back_as_the_same_value(nilai):
    assert baca(tulis(nilai)).nilai == nilai


@given(bilangan, st.integers(min_value=0, max_value=6))
def test_fixed_decimals_are_always_that_many(nilai, desimal):
    teks = tulis(nilai, desimal)
    assert len(teks.partition(",")[2]) == desimal
    assert abs(baca(teks).nilai - nilai) * 2 <= Decimal(1).scaleb(-desimal)


@given(st.text() | st.floats() | st.integers() | st.decimals() | st.none() | st.dates())
def test_no_cell_makes_reading_fail(isi):
    assert isinstance(baca(isi), Terbaca | TakTerbaca)
    assert isinstance(baca_rupiah(isi), Terbaca | TakTerbaca)


@given(st.text(alphabet="0123456789.,-+ %:/()eERpjutakurngdisx\u00a0²½", max_size=120))
def test_text_near_a_number_makes_no_reading_fail(isi):
    assert isinstance(baca(isi), Terbaca | TakTerbaca)


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        (Decimal("1234.56"), None, "1.234,56"),
        (Decimal("1234.500"), None, "1.234,5"),
        (Decimal("1E3"), None, "1.000"),
        (Decimal("2.675"), 2, "2,68"),
        (Decimal("-2.675"), 2, "-2,68"),
        (Decimal("-0.004"), 2, "0,00"),
        (Decimal(0), 2, "0,00"),
        (10**20, None, "100.000.000.000.000.000.000"),
        (Decimal("1091.428571"), 2, "1.091,43"),
    ],
)
def test_numbers_are_written_in_the_one_indonesian_form(nilai, desimal, teks):
    assert tulis(nilai, desimal) == teks


def test_a_percentage_carries_its_sign():
    assert tulis_persen(Decimal("98.754")) == "98,75%"
    assert tulis_persen(Decimal("98.50"), None) == "98,5%"


@pytest.mark.parametrize(
    ("sen", "teks"),
    [
        (1472366034900, "Rp14.723.660.349"),
        (150, "Rp1,50"),
        (5, "Rp0,05"),
        (0, "Rp0"),
        (-12300, "-Rp123"),
        (-5, "-Rp0,05"),
    ],
)
def test_money_is_written_from_sen(sen, teks):
    assert rupiah(sen) == teks


@given(st.integers(min_value=-(10**18), max_value=10**18))
def test_money_reads_back_as_the_same_sen(sen):
    assert ke_sen(baca_rupiah(rupiah(sen)).nilai) == sen


@pytest.mark.parametrize(
    ("isi", "nilai"),
    [
        ("Rp 1.500", 1500),
        ("1.500,50", "1500.5"),
        ("2,5 juta", 2500000),
        ("5 M", 5 * 10**9),
        ("7 rupiah", 7),
        (12, 12),
    ],
)
def test_money_is_read_in_rupiah(isi, nilai):
    assert baca_rupiah(isi).nilai == Decimal(nilai)


@pytest.mark.parametrize("isi", ["1,500", "1.234,567", "5 Org", "12%", "-", None, 0.125])
def test_an_amount_in_doubt_is_refused(isi):
    assert isinstance(baca_rupiah(isi), TakTerbaca)


def test_nothing_finer_than_a_sen_is_stored():
    with pytest.raises(ValueError, match="sen"):
        ke_sen(Decimal("1.234"))
