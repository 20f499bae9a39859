"""When an SOP in force is due for monitoring and evaluation."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Peninjauan
from lapkin.alur.peninjauan import Kedekatan, jadwal
from lapkin.alur.queries import tinjauan_sop
from lapkin.bahasa.tanggal import tambah_bulan
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import hari_ini

from .bantuan import kantor
from .bantuan_revisi import berlakukan

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


@pytest.mark.parametrize(
    ("pada", "keadaan", "kalimat"),
    [
        (date(2026, 6, 4), Kedekatan.NANTI, "Monitoring berikutnya paling lambat Min, 5 Jul 2026"),
        (date(2026, 6, 5), Kedekatan.SEGERA, "Monitoring jatuh tempo Min, 5 Jul 2026"),
        (date(2026, 7, 5), Kedekatan.SEGERA, "Monitoring jatuh tempo Min, 5 Jul 2026"),
        (date(2026, 7, 6), Kedekatan.TERLAMBAT, "Monitoring terlambat sejak Min, 5 Jul 2026"),
    ],
)
def test_how_near_a_review_is_is_said_in_words(pada, keadaan, kalimat):
    monitoring, _ = jadwal(BERLAKU, {})
    assert (monitoring.kedekatan(pada), monitoring.kalimat(pada)) == (keadaan, kalimat)


@pytest.mark.django_db
def test_a_noted_review_moves_the_next_one():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    revisi = sop.daftar_revisi.get()
    kini = timezone.localdate()
    actions.catat_peninjauan(pegawai=pengelola, revisi=revisi, jenis="monitoring", tanggal=kini)
    monitoring, evaluasi = tinjauan_sop([sop])[sop.pk]
    assert (monitoring.terakhir, monitoring.jatuh_tempo) == (kini, tambah_bulan(kini, 6))
    assert evaluasi.terakhir is None


@pytest.mark.django_db
def test_a_review_is_noted_after_it_was_held_and_by_whoever_answers_for_the_sop():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    revisi = sop.daftar_revisi.get()
    esok = timezone.localdate() + timedelta(days=2)
    with pytest.raises(Ditolak, match="belum tiba"):
        actions.catat_peninjauan(pegawai=pengelola, revisi=revisi, jenis="evaluasi", tanggal=esok)
    orang, _ = buat_pegawai(sop.instansi, "lain", "Orang Lain")
    with pytest.raises(Ditolak, match="penanggung jawab"):
        actions.catat_peninjauan(pegawai=orang, revisi=revisi, jenis="evaluasi", tanggal=timezone.localdate())
    actions.cabut(pegawai=pengelola, sop=sop, alasan="Dinas dilebur.")
    assert tinjauan_sop([sop]) == {}
    with pytest.raises(Ditolak, match="tidak ada yang ditinjau"):
        actions.catat_peninjauan(
            pegawai=pengelola, revisi=revisi, jenis="evaluasi", tanggal=timezone.localdate()
        )


@pytest.mark.django_db
def test_a_review_is_of_a_day_on_which_the_revision_was_in_force():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    revisi = sop.daftar_revisi.get()
    for tanggal in (date(1, 1, 1), hari_ini(sop.instansi) - timedelta(days=1)):
        with pytest.raises(Ditolak, match="baru berlaku di sini sejak"):
            actions.catat_peninjauan(pegawai=pengelola, revisi=revisi, jenis="evaluasi", tanggal=tanggal)
    assert not Peninjauan.objects.exists()


@pytest.mark.django_db
def test_what_was_read_of_a_replaced_revision_is_not_filed_under_its_successor():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    lama = sop.daftar_revisi.get()
    berlakukan(pengelola, sop)
    with pytest.raises(Ditolak, match="Revisi 2 SOP ini sudah berlaku menggantikan"):
        actions.catat_peninjauan(
            pegawai=pengelola, revisi=lama, jenis="evaluasi", tanggal=hari_ini(sop.instansi)
        )
