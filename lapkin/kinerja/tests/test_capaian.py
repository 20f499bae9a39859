"""The formulas, their edges, and the rules around them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapkin.bahasa.angka import baca
from lapkin.kinerja.capaian import (
    CaraEfisiensi,
    efisiensi,
    hitung,
    hitung_baris,
    rata_rata,
    serapan,
)
from lapkin.kinerja.lembar import BarisIndikator
from lapkin.kinerja.skala import PERMENDAGRI_54_2010, PREDIKAT_AKIP
from lapkin.kinerja.ukuran import Arah, Aturan, Rumus, Ukuran

positif = st.decimals(min_value="0.01", max_value=10**9, places=2)
bukan_negatif = st.decimals(min_value=0, max_value=10**9, places=2)


def capai(target, realisasi, arah=Arah.NAIK, rumus=None, **aturan):
    ukuran = Ukuran(arah=arah, target=baca(target), realisasi=baca(realisasi), rumus=rumus)
    return hitung(ukuran, Aturan(**aturan))


# The table of domain facts: T, R, naik, turun raw, turun with floor 0, T/R; "" = can't be computed.
DAFTAR_UJI = [
    (70, 70, "100,00", "100,00", "100,00", "100,00"),
    (70, 84, "120,00", "80,00", "80,00", "83,33"),
    (10, 8, "80,00", "120,00", "120,00", "125,00"),
    (10, 15, "150,00", "50,00", "50,00", "66,67"),
    (10, 20, "200,00", "0,00", "0,00", "50,00"),
    (10, 25, "250,00", "-50,00", "0,00", "40,00"),
    (10, 0, "0,00", "200,00", "200,00", ""),
    (0, 0, "", "", "", ""),
    (0, 3, "", "", "", "0,00"),
]


@pytest.mark.parametrize(("target", "realisasi", "naik", "turun", "turun_lantai", "terbalik"), DAFTAR_UJI)
def test_the_formulas_give_the_known_values(target, realisasi, naik, turun, turun_lantai, terbalik):
    assert capai(target, realisasi).teks == naik
    assert capai(target, realisasi, Arah.TURUN).teks == turun
    assert capai(target, realisasi, Arah.TURUN, lantai=0).teks == turun_lantai
    assert capai(target, realisasi, Arah.TURUN, Rumus.TURUN_TERBALIK).teks == terbalik


@pytest.mark.parametrize(
    ("arah", "target", "realisasi", "teks"),
    [
        (Arah.NAIK, 88, "88,38", "100,00"),
        (Arah.NAIK, 80, 60, "75,00"),
        (Arah.TURUN, 1, "0,06", "100,00"),
        (Arah.TURUN, 60, "91,58", "47,37"),
    ],
)
def test_tercapai_100_falls_back_on_the_formula_of_its_arah(arah, target, realisasi, teks):
    assert capai(target, realisasi, arah, Rumus.TERCAPAI_100).teks == teks


@pytest.mark.parametrize(
    ("target", "realisasi", "teks"),
    [
        ("BB", "B", "87,50"),
        ("BB (Sangat Baik)", "A", "112,50"),
        ("WTP", "wtp", "100,00"),
        ("Wajar Tanpa Pengecualian", "WDP", "75,00"),
    ],
)
def test_predicates_are_compared_by_their_numbers(target, realisasi, teks):
    assert capai(target, realisasi, rumus=Rumus.PREDIKAT).teks == teks


@pytest.mark.parametrize(
    ("target", "realisasi", "petunjuk"),
    [
        ("WTP", "BB", "tidak ada dalam satu skala"),
        ("BB", "72,5", "realisasi: berupa angka"),
        ("BB", "", "realisasi: isian kosong"),
        ("E", "D", "target nol"),
    ],
)
def test_predicates_without_a_common_scale_are_refused(target, realisasi, petunjuk):
    capaian = capai(target, realisasi, rumus=Rumus.PREDIKAT)
    assert capaian.nilai is None
    assert petunjuk in capaian.alasan


def test_a_predicate_scale_can_be_given():
    ukuran = Ukuran(
        arah=Arah.NAIK,
        target=baca("BB"),
        realisasi=baca("CC"),
        rumus=Rumus.PREDIKAT,
        skala_predikat=PREDIKAT_AKIP,
    )
    capaian = hitung(ukuran)
    assert capaian.teks == "75,00"
    assert "BB = 80, CC = 60" in capaian.jejak.daftar_aturan[0]


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "rumus", "petunjuk"),
    [
        ("0", "0", Arah.NAIK, None, "target nol tidak dapat menjadi pembagi."),
        ("0", "1", Arah.TURUN, None, "target nol tidak dapat menjadi pembagi."),
        ("0", "0", Arah.TURUN, None, "dapat dinyatakan tercapai 100 oleh pejabat"),
        ("0", "0", Arah.TURUN, Rumus.TERCAPAI_100, "dapat dinyatakan tercapai 100 oleh pejabat"),
        ("10", "0", Arah.TURUN, Rumus.TURUN_TERBALIK, "dapat dinyatakan tercapai 100 oleh pejabat"),
        ("10", "-1", Arah.TURUN, Rumus.TURUN_TERBALIK, "tidak bermakna"),
        ("-5", "-4", Arah.NAIK, None, "target negatif"),
        ("-5", "-6", Arah.TURUN, None, "target negatif"),
        ("", "5", Arah.NAIK, None, "target: isian kosong"),
        ("5", "", Arah.NAIK, None, "realisasi: isian kosong"),
        ("4,84", "Belum Rilis", Arah.TURUN, None, "realisasi: angkanya belum dirilis"),
        ("1:32", "1:17,9", Arah.NAIK, None, "target: isian berupa rasio"),
        ("WTP", "WTP", Arah.NAIK, None, "pakai rumus predikat"),
    ],
)
def test_what_has_no_answer_says_why(target, realisasi, arah, rumus, petunjuk):
    capaian = capai(target, realisasi, arah, rumus)
    assert (capaian.mentah, capaian.nilai, capaian.kategori, capaian.teks) == (None, None, "", "")
    assert capaian.alasan.startswith("Capaian tidak dapat dihitung: ")
    assert petunjuk in capaian.alasan


def test_a_realisasi_of_zero_is_a_value():
    assert capai(10, 0).teks == "0,00"


def test_a_negative_realisasi_counts_as_it_is():
    assert capai("3%", "-100%").teks == "-3.333,33"
    assert capai("3%", "-100%", lantai=0).teks == "0,00"


def test_an_infinite_figure_is_refused():
    ukuran = Ukuran(arah=Arah.NAIK, target=Decimal("Infinity"), realisasi=Decimal(1))
    assert "terhingga" in hitung(ukuran).alasan


@pytest.mark.parametrize(
    ("batas", "teks"), [(None, "150,00"), (100, "100,00"), (110, "110,00"), (120, "120,00")]
)
def test_the_cap_keeps_the_raw_value_beside_the_capped_one(batas, teks):
    capaian = capai(10, 15, batas=batas)
    assert capaian.teks == teks
    assert capaian.mentah == 150


@pytest.mark.parametrize("aturan", [{"batas": 130}, {"lantai": 10}])
def test_unknown_bounds_are_refused(aturan):
    with pytest.raises(ValueError, match="tidak dikenal"):
        Aturan(**aturan)


def test_rounding_is_half_up_and_only_at_the_end():
    capaian = capai("800", "801,4", desimal=1)
    assert capaian.nilai == Decimal("100.175")
    assert capaian.teks == "100,2"
    assert capai("100", "66,665").teks == "66,67"
    assert capai("100", "-66,665").teks == "-66,67"


def test_the_category_is_that_of_the_unrounded_value():
    assert capai("1000", "909,99", desimal=0).teks == "91"
    assert capai("1000", "909,99", desimal=0).kategori == "Tinggi"


def test_the_category_follows_the_scale_of_the_rule():
    assert capai("100", "90,5").kategori == "Tinggi"
    assert capai("100", "90,5", skala=PERMENDAGRI_54_2010).kategori == "Sangat Tinggi"


def test_the_trace_tells_how_the_figure_came_about():
    ukuran = Ukuran(
        arah=Arah.TURUN,
        target=baca("149,12"),
        realisasi=baca("138,43"),
        sumber_target="PK Perubahan I",
        sumber_realisasi="BNPB",
    )
    capaian = hitung(ukuran, Aturan(batas=100))
    assert capaian.jejak.hitungan == "(2 x 149,12 - 138,43) / 149,12 x 100"
    assert capaian.jejak.daftar_aturan == ("dibatasi 100 dari 107,17",)
    assert (capaian.jejak.sumber_target, capaian.jejak.sumber_realisasi) == ("PK Perubahan I", "BNPB")
    assert capaian.jejak.rumus.bunyi == "(2T - R) / T x 100"
    assert "Batas bawah termasuk" in capaian.jejak.legenda


def test_a_negative_figure_stands_in_brackets_in_the_trace():
    assert capai(10, -5, Arah.TURUN).jejak.hitungan == "(2 x 10 - (-5)) / 10 x 100"


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "rumus", "catatan"),
    [
        ("10274", "10,274,076", Arah.TURUN, None, "terpaut lebih dari 100 kali"),
        ("24.738,28", "59.89", Arah.NAIK, None, "terpaut lebih dari 100 kali"),
        ("24.738,28", "59.89", Arah.NAIK, None, "Nol di belakang mungkin hilang"),
        ("5 Orang", "4 Desa", Arah.NAIK, None, "Satuan target (Orang) dan realisasi (Desa) berbeda."),
        ("13,26", "17,22", Arah.TURUN, Rumus.NAIK, "berarah turun; periksa arahnya"),
        ("1,237", "0,5", Arah.NAIK, None, "Target: koma dibaca sebagai desimal."),
    ],
)
def test_doubts_are_told_and_change_nothing(target, realisasi, arah, rumus, catatan):
    capaian = capai(target, realisasi, arah, rumus)
    assert capaian.nilai is not None
    assert any(catatan in isi for isi in capaian.daftar_catatan)


def test_a_hundred_times_is_not_yet_a_doubt():
    assert capai("1", "100").daftar_catatan == ()
    assert capai("1", "0").daftar_catatan == ()


@given(positif)
def test_meeting_the_target_is_100_by_every_formula(target):
    for arah, rumus in ((Arah.NAIK, r) for r in (None, Rumus.TURUN_TERBALIK, Rumus.TERCAPAI_100)):
        assert hitung(Ukuran(arah=arah, target=target, realisasi=target, rumus=rumus)).mentah == 100
    assert hitung(Ukuran(arah=Arah.TURUN, target=target, realisasi=target)).mentah == 100


@given(positif, bukan_negatif, bukan_negatif)
def test_a_higher_realisasi_is_never_worse_when_naik_nor_better_when_turun(target, satu, dua):
    rendah, tinggi = sorted((satu, dua))

    def mentah(arah, realisasi):
        return hitung(Ukuran(arah=arah, target=target, realisasi=realisasi)).mentah

    assert mentah(Arah.NAIK, rendah) <= mentah(Arah.NAIK, tinggi)
    assert mentah(Arah.TURUN, rendah) >= mentah(Arah.TURUN, tinggi)


@given(positif, bukan_negatif, st.sampled_from((None, 100, 110, 120)), st.sampled_from((None, 0)))
def test_the_bounds_hold(target, realisasi, batas, lantai):
    ukuran = Ukuran(arah=Arah.TURUN, target=target, realisasi=realisasi)
    capaian = hitung(ukuran, Aturan(batas=batas, lantai=lantai))
    assert batas is None or capaian.nilai <= batas
    assert lantai is None or capaian.nilai >= lantai
    assert capaian.kategori == Aturan().skala.kategori(capaian.mentah)


@given(st.sampled_from(Arah), st.none() | st.sampled_from(Rumus), st.text(), st.text())
def test_no_figure_makes_the_computation_fail(arah, rumus, target, realisasi):
    capaian = hitung(Ukuran(arah=arah, rumus=rumus, target=baca(target), realisasi=baca(realisasi)))
    assert (capaian.nilai is None) == bool(capaian.alasan)


def test_an_indicator_of_the_sheet_is_computed_as_typed():
    baris = BarisIndikator(
        kunci="1",
        nama="Indeks Risiko Bencana",
        satuan="Indeks",
        arah="turun",
        batas="100",
        target="149,12",
        target_versi="PK murni",
        realisasi={"TAHUN": "138,43", "TW1": ""},
    )
    assert hitung_baris(baris).teks == "100,00"
    assert hitung_baris(baris).jejak.sumber_target == "PK murni"
    assert "isian kosong" in hitung_baris(baris, "TW1").alasan
    assert "isian kosong" in hitung_baris(baris, "TW2").alasan


def test_the_mean_leaves_out_what_has_no_value_and_says_so():
    rerata = rata_rata([capai(10, 15, batas=120), capai(10, 8), capai(0, 1)])
    assert (rerata.nilai, rerata.dihitung, rerata.dilewati) == (100, 2, 1)
    assert rerata.keterangan == (
        "Rata-rata capaian dari 2 indikator, dihitung sebelum pembulatan; 1 tidak dapat dihitung dan tidak diikutkan."
    )


def test_the_mean_of_raw_values_says_so_too():
    rerata = rata_rata([capai(10, 15, batas=120), capai(10, 8)], mentah=True)
    assert rerata.nilai == 115
    assert (
        rerata.keterangan == "Rata-rata capaian sebelum batas dari 2 indikator, dihitung sebelum pembulatan."
    )


def test_the_mean_of_nothing_is_no_number():
    assert rata_rata([]).nilai is None


def test_budget_use_is_a_share_of_pagu():
    assert round(serapan(1472366034900, 1202397315900), 2) == Decimal("81.66")
    assert serapan(0, 0) is None


@pytest.mark.parametrize(
    ("capaian", "terserap", "kategori"),
    [(100, 90, "efisien"), (100, 95, "cukup efisien"), (90, 95, "cukup efisien"), (80, 90, "tidak efisien")],
)
def test_efficiency_compares_capaian_with_budget_use(capaian, terserap, kategori):
    hasil = efisiensi(Decimal(capaian), Decimal(terserap))
    assert (hasil.nilai, hasil.kategori) == (capaian - terserap, kategori)


def test_efficiency_may_wait_for_the_target_to_be_met():
    belum = efisiensi(Decimal("99.99"), Decimal(50), CaraEfisiensi.SELISIH_BILA_TERCAPAI)
    assert (belum.nilai, belum.alasan) == (None, "Tidak dapat diukur karena capaian belum 100.")
    assert efisiensi(Decimal(100), Decimal(50), CaraEfisiensi.SELISIH_BILA_TERCAPAI).kategori == "efisien"


def test_efficiency_without_a_figure_says_why():
    assert "tidak ada" in efisiensi(None, Decimal(50)).alasan


def test_persen_and_its_sign_are_one_unit():
    assert capai("100 persen", "90%").daftar_catatan == ()
