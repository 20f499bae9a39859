"""Who acts in a post today: three queries give the one answer (doc/keputusan/0009)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lapkin.conftest import buat_pegawai
from lapkin.organisasi.models import AnggotaTim, Penugasan, Tim
from lapkin.organisasi.queries import (
    kedudukan,
    pemegang,
    pemegang_jabatan,
    penugasan_berlaku,
    sebutan_pegawai,
)

pytestmark = pytest.mark.django_db
HARI_INI = timezone.localdate()
KEMARIN = HARI_INI - timedelta(days=1)


def _plh(dinas, **isian):
    pegawai, _ = buat_pegawai(dinas.instansi, "plh", "Pelaksana Harian")
    Penugasan.objects.create(
        pegawai=pegawai,
        jabatan=dinas.jabatan["kadis"],
        jenis="plh",
        tunggal=True,
        **{"dari": KEMARIN, **isian},
    )
    return pegawai


def _bertindak(jabatan, semua):
    """The officers who act in a post, asked in the four ways there are."""
    return {
        "kedudukan": {p for p in semua if jabatan.pk in kedudukan(p).jabatan},
        "pemegang_jabatan": {p.pegawai for p in pemegang_jabatan([jabatan.pk]).get(jabatan.pk, ())},
        "penugasan_berlaku": {p.pegawai for p in penugasan_berlaku().filter(jabatan=jabatan)},
        "pemegang": set(pemegang(jabatan)),
    }


def _sama(jawaban, seharusnya):
    assert all(daftar == seharusnya for daftar in jawaban.values()), jawaban


def test_the_definitif_holder_acts_while_there_is_no_plh(dinas):
    _sama(_bertindak(dinas.jabatan["kadis"], [dinas.kadis, dinas.sekdin]), {dinas.kadis})


def test_a_plh_acts_before_the_definitif_holder(dinas):
    plh = _plh(dinas)
    _sama(_bertindak(dinas.jabatan["kadis"], [dinas.kadis, plh]), {plh})
    assert sebutan_pegawai(plh) == "Plh. Kepala Dinas"


def test_a_plh_whose_time_is_over_acts_no_more(dinas):
    plh = _plh(dinas, dari=KEMARIN, sampai=KEMARIN)
    _sama(_bertindak(dinas.jabatan["kadis"], [dinas.kadis, plh]), {dinas.kadis})


def test_an_inactive_plh_does_not_stand_before_the_holder(dinas):
    plh = _plh(dinas)
    plh.is_active = False
    plh.save()
    _sama(_bertindak(dinas.jabatan["kadis"], [dinas.kadis, plh]), {dinas.kadis})


def test_a_post_such_as_staf_has_many_holders(dinas):
    rekan, _ = buat_pegawai(dinas.instansi, "staf2", "Ibu Staf Dua")
    jabatan = dinas.jabatan["staf"]
    Penugasan.objects.create(pegawai=rekan, jabatan=jabatan, dari=KEMARIN, tunggal=False)
    _sama(_bertindak(jabatan, [dinas.staf, rekan, dinas.kadis]), {dinas.staf, rekan})


def test_a_member_has_left_the_team_after_the_last_day(dinas):
    tim = Tim.objects.create(instansi=dinas.instansi, nama="Tim LKjIP", tahun=2025)
    AnggotaTim.objects.create(tim=tim, pegawai=dinas.staf, dari=KEMARIN)
    AnggotaTim.objects.create(tim=tim, pegawai=dinas.kasubbag, dari=KEMARIN, sampai=KEMARIN)
    assert kedudukan(dinas.staf).tim == {tim.pk: "Tim LKjIP"}
    assert kedudukan(dinas.kasubbag).tim == {}
