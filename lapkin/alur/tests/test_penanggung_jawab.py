"""Who answers for an SOP: asked of one officer and of many SOPs at once, with one answer."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.queries import pemegang_penanggung_jawab, sebagai_penanggung_jawab
from lapkin.conftest import buat_pegawai
from lapkin.organisasi.models import AnggotaTim, Pegawai, Pelimpahan, Penugasan, Tim

from .bantuan import kantor

pytestmark = pytest.mark.django_db
HARI_INI = timezone.localdate()


@pytest.fixture
def kasus():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)


@pytest.fixture
def rekan(kasus):
    return buat_pegawai(kasus.instansi, "rekan", "Ibu Rekan")[0]


def _peran(kasus):
    return kasus.sop.daftar_peran.get(nama=kasus.dibaca().penanggung_jawab_berlaku)


def _tim(kasus, rekan):
    tim = Tim.objects.create(instansi=kasus.instansi, nama="Tim PJ", tahun=2026)
    for orang in (rekan, kasus.pembuat):
        AnggotaTim.objects.create(tim=tim, pegawai=orang, dari=date(2020, 1, 2))
    kasus.sop.daftar_peran.filter(pk=_peran(kasus).pk).update(jabatan=None, tim=tim)


def _plh(kasus, rekan):
    jabatan = _peran(kasus).jabatan
    Penugasan.objects.create(pegawai=rekan, jabatan=jabatan, jenis="plh", dari=HARI_INI, tunggal=True)


def _limpahan(kasus, rekan):
    Pelimpahan.objects.create(
        jabatan=_peran(kasus).jabatan,
        pegawai=rekan,
        dari=HARI_INI,
        sampai=HARI_INI + timedelta(days=1),
        alasan="Cuti.",
        pembuat=rekan,
    )


def _tanpa_ikatan(kasus, rekan):
    _peran(kasus).delete()


@pytest.mark.parametrize(
    ("atur", "rekan_ikut", "jumlah"),
    [(_tim, True, 2), (_plh, True, 1), (_limpahan, False, 1), (_tanpa_ikatan, False, 0)],
)
def test_a_team_and_a_plh_answer_for_the_sop_and_a_delegate_never(kasus, rekan, atur, rekan_ikut, jumlah):
    atur(kasus, rekan)
    nama = kasus.dibaca().penanggung_jawab_berlaku
    pengampu = pemegang_penanggung_jawab({7: (kasus.sop_id, nama), 8: (kasus.sop_id, "Gubernur")})
    assert pengampu[8] == []
    assert (rekan in pengampu[7], len(pengampu[7])) == (rekan_ikut, jumlah)
    satu_satu = {orang for orang in Pegawai.objects.all() if sebagai_penanggung_jawab(orang, kasus)}
    assert satu_satu == set(pengampu[7])


def test_many_sops_are_asked_in_three_queries(kasus, rekan, django_assert_num_queries):
    _tim(kasus, rekan)
    lain = kantor("kominfo-kalbar-lakip")[2]
    nama = lain.daftar_revisi.get().dibaca().penanggung_jawab_berlaku
    daftar = {1: (kasus.sop_id, kasus.dibaca().penanggung_jawab_berlaku), 2: (lain.pk, nama)}
    with django_assert_num_queries(3):
        pengampu = pemegang_penanggung_jawab(daftar)
    assert {orang.instansi for orang in pengampu[1]} == {kasus.instansi}
    assert {orang.instansi for orang in pengampu[2]} == {lain.instansi}
