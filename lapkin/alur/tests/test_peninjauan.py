"""When an SOP in force is due for monitoring and evaluation."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.alur import actions
from lapkin.alur.peninjauan import Keadaan, jadwal, tambah_bulan
from lapkin.alur.queries import tinjauan_sop
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak

from .bantuan import kantor

BERLAKU = date(2026, 1, 5)


def tempo(berlaku, **terakhir):
    return {satu.jenis: satu.jatuh_tempo for satu in jadwal(berlaku, terakhir)}


def test_monitoring_comes_every_six_months_and_evaluation_every_year():
    assert tempo(BERLAKU) == {"monitoring": date(2026, 7, 5), "evaluasi": date(2027, 1, 5)}


def test_a_review_moves_only_its_own_kind():
    assert tempo(BERLAKU, monitoring=date(2026, 6, 20)) == {
        "monitoring": date(2026, 12, 20),
        "evaluasi": date(2027, 1, 5),
    }


def test_a_new_revision_begins_the_count_anew():
    assert tempo(BERLAKU, monitoring=date(2025, 12, 1))["monitoring"] == date(2026, 7, 5)


def test_the_last_day_of_a_shorter_month_stands_for_the_missing_one():
    assert tambah_bulan(date(2026, 8, 31), 6) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("pada", "keadaan", "kalimat"),
    [
        (date(2026, 6, 4), Keadaan.NANTI, "Monitoring berikutnya paling lambat Min, 5 Jul 2026"),
        (date(2026, 6, 5), Keadaan.SEGERA, "Monitoring jatuh tempo Min, 5 Jul 2026"),
        (date(2026, 7, 5), Keadaan.SEGERA, "Monitoring jatuh tempo Min, 5 Jul 2026"),
        (date(2026, 7, 6), Keadaan.TERLAMBAT, "Monitoring terlambat sejak Min, 5 Jul 2026"),
    ],
)
def test_how_near_a_review_is_is_said_in_words(pada, keadaan, kalimat):
    monitoring, _ = jadwal(BERLAKU, {})
    assert (monitoring.keadaan(pada), monitoring.kalimat(pada)) == (keadaan, kalimat)


@settings(deadline=None, max_examples=100)
@given(st.dates(date(2012, 1, 1), date(2099, 1, 1)), st.integers(0, 60))
def test_adding_months_never_skips_a_month(hari, jumlah):
    hasil = tambah_bulan(hari, jumlah)
    assert (hasil.year * 12 + hasil.month) - (hari.year * 12 + hari.month) == jumlah
    assert hasil.day <= hari.day


@pytest.mark.django_db
def test_a_noted_review_moves_the_next_one():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    kini = timezone.localdate()
    actions.catat_peninjauan(pegawai=pengelola, sop=sop, jenis="monitoring", tanggal=kini)
    monitoring, evaluasi = tinjauan_sop([sop])[sop.pk]
    assert (monitoring.terakhir, monitoring.jatuh_tempo) == (kini, tambah_bulan(kini, 6))
    assert evaluasi.terakhir is None


@pytest.mark.django_db
def test_a_review_is_noted_after_it_was_held_and_by_whoever_answers_for_the_sop():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    esok = timezone.localdate() + timedelta(days=2)
    with pytest.raises(Ditolak, match="belum tiba"):
        actions.catat_peninjauan(pegawai=pengelola, sop=sop, jenis="evaluasi", tanggal=esok)
    orang, _ = buat_pegawai(sop.instansi, "lain", "Orang Lain")
    with pytest.raises(Ditolak, match="penanggung jawab"):
        actions.catat_peninjauan(pegawai=orang, sop=sop, jenis="evaluasi", tanggal=timezone.localdate())
    actions.cabut(pegawai=pengelola, sop=sop, alasan="Dinas dilebur.")
    assert tinjauan_sop([sop]) == {}
    with pytest.raises(Ditolak, match="tidak ada yang ditinjau"):
        actions.catat_peninjauan(pegawai=pengelola, sop=sop, jenis="evaluasi", tanggal=timezone.localdate())
