"""Category scales: which bound counts, and the legend under the table."""

from decimal import Decimal

import pytest

from lapkin.kinerja.skala import (
    DAFTAR_SKALA,
    MALUKU_TENGAH_2021,
    OPINI_BPK,
    PERMENDAGRI_54_2010,
    PERMENDAGRI_86_2017,
    Skala,
    keterangan_skala,
)


@pytest.mark.parametrize(
    ("nilai", "praktik", "lama", "maluku"),
    [
        ("120", "Sangat Tinggi", "Sangat Tinggi", "Memuaskan"),
        ("91", "Sangat Tinggi", "Sangat Tinggi", "Memuaskan"),
        ("90.99", "Tinggi", "Sangat Tinggi", "Memuaskan"),
        ("90", "Tinggi", "Tinggi", "Memuaskan"),
        ("76", "Tinggi", "Tinggi", "Sangat Baik"),
        ("75.5", "Sedang", "Tinggi", "Sangat Baik"),
        ("65", "Rendah", "Rendah", "Cukup Baik"),
        ("50.5", "Sangat Rendah", "Rendah", "Cukup Baik"),
        ("30", "Sangat Rendah", "Sangat Rendah", "Kurang"),
        ("-50", "Sangat Rendah", "Sangat Rendah", "Kurang"),
    ],
)
def test_the_bounds_of_the_shipped_scales(nilai, praktik, lama, maluku):
    nilai = Decimal(nilai)
    assert PERMENDAGRI_86_2017.kategori(nilai) == praktik
    assert PERMENDAGRI_54_2010.kategori(nilai) == lama
    assert MALUKU_TENGAH_2021.kategori(nilai) == maluku


def test_the_legend_says_which_bound_counts():
    assert keterangan_skala(PERMENDAGRI_86_2017).startswith(
        "Skala Permendagri 86/2017: Sangat Tinggi ≥ 91; Tinggi ≥ 76; Sedang ≥ 66; Rendah ≥ 51; "
        "Sangat Rendah < 51. Batas bawah termasuk;"
    )
    assert "Rendah > 50; Sangat Rendah ≤ 50. Batas bawah tidak termasuk;" in keterangan_skala(
        PERMENDAGRI_54_2010
    )


def test_every_shipped_scale_keeps_its_source_off_the_paper():
    assert all(skala.sumber for skala in DAFTAR_SKALA.values())
    assert not any(skala.sumber in keterangan_skala(skala) for skala in DAFTAR_SKALA.values())


def test_a_scale_of_one_band_has_a_legend_too():
    satu = Skala("Satu", "contoh", ((Decimal(0), "Ada"),), True)
    assert keterangan_skala(satu).startswith("Skala Satu: Ada. ")


@pytest.mark.parametrize("daftar_batas", [(), (50, 90), (90, 90)])
def test_bounds_must_fall(daftar_batas):
    with pytest.raises(ValueError, match="menurun"):
        Skala("Salah", "contoh", tuple((Decimal(batas), "x") for batas in daftar_batas), True)


def test_a_predicate_is_known_by_code_and_by_words():
    assert OPINI_BPK.nilai("wtp") == OPINI_BPK.nilai("Wajar  Tanpa Pengecualian") == 4
    assert OPINI_BPK.nilai("Lulus") is None
