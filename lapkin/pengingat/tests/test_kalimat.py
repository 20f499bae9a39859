"""The words: fields are filled, never evaluated; numbers become links that WhatsApp understands."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.pengingat.kalimat import (
    CONTOH,
    TeksTidakSah,
    isi_teks,
    periksa_teks,
    tulis_sisa,
    tulis_tenggat,
)
from lapkin.pengingat.tangga import tangga_bawaan
from lapkin.pengingat.whatsapp import nomor_internasional, tautan_whatsapp


@pytest.mark.parametrize("anak", tangga_bawaan(), ids=lambda anak: anak.kode)
def test_every_shipped_text_is_filled_wholly(anak):
    assert "{" not in isi_teks(anak.teks, CONTOH)


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("Halo {nama}", "{nama} tidak dikenal"),
        ("{sapaan.__class__}", "tidak dikenal"),
        ("{sapaan[0]}", "tidak dikenal"),
        ("{sapaan!r}", "{sapaan!r} tidak dikenal"),
        ("{sapaan:>99999999}", "tidak dikenal"),
        ("{}", "{} tidak dikenal"),
        ("{sapaan", "tidak berpasangan"),
        ("sapaan}", "tidak berpasangan"),
    ],
)
def test_anything_but_the_plain_name_of_a_field_is_refused(teks, kata):
    with pytest.raises(TeksTidakSah, match=kata.replace("{", r"\{").replace("}", r"\}")):
        periksa_teks(teks)


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=100)
def test_a_value_stands_in_the_text_as_it_is(nilai):
    assert isi_teks("<{kegiatan}>", {"kegiatan": nilai}) == f"<{nilai}>"


def test_a_due_moment_is_told_by_the_offices_own_clock():
    saat = datetime(2027, 1, 12, 9, tzinfo=UTC)
    assert tulis_tenggat(saat, "Asia/Pontianak") == "Selasa, 12 Januari 2027 pukul 16.00 WIB"
    assert tulis_tenggat(saat, "Asia/Jayapura") == "Selasa, 12 Januari 2027 pukul 18.00 WIT"


def test_time_left_and_time_over_are_said_in_working_time():
    assert tulis_sisa(300, False, 450) == "sisa 5 jam kerja"
    assert tulis_sisa(-1350, True, 450) == "terlambat 3 hari kerja"
    assert tulis_sisa(0, True, 450) == "tenggat sudah tiba"


@pytest.mark.parametrize(
    ("telepon", "nomor"),
    [
        ("081234567890", "6281234567890"),
        ("0812-3456-7890", "6281234567890"),
        ("+62 812 3456 7890", "6281234567890"),
        ("6281234567890", "6281234567890"),
        ("81234567890", "6281234567890"),
        ("", ""),
        ("belum ada", ""),
        ("0812", ""),
    ],
)
def test_a_number_is_written_as_the_link_wants_it(telepon, nomor):
    assert nomor_internasional(telepon) == nomor


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(deadline=None, max_examples=60)
def test_the_link_carries_the_text_unchanged(teks):
    tautan = urlsplit(tautan_whatsapp("081234567890", teks))
    assert tautan.netloc == "wa.me"
    assert parse_qs(tautan.query, keep_blank_values=True)["text"] == [teks]
