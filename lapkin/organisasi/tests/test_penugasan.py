"""Who may hold a post when: the rule is the same on both databases."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from lapkin.conftest import bangun_dinas
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi import actions
from lapkin.organisasi.models import Penugasan
from lapkin.organisasi.queries import pemegang


def _tugaskan(dinas, orang, jenis="definitif", dari=date(2026, 3, 1), sampai=None, jabatan="kadis"):
    return actions.tugaskan(
        pegawai=dinas.pengelola,
        jabatan=dinas.jabatan[jabatan],
        orang=orang,
        jenis=jenis,
        dari=dari,
        sampai=sampai,
    )


@pytest.fixture
def lowong(dinas):
    """The Kadis left at the end of 2025."""
    penugasan = dinas.kadis.daftar_penugasan.get()
    actions.akhiri_penugasan(pegawai=dinas.pengelola, penugasan=penugasan, sampai=date(2025, 12, 31))
    return dinas


@pytest.mark.parametrize("jenis", ["definitif", "plt", "pj"])
def test_a_structural_post_has_one_holder_at_a_time(dinas, jenis):
    with pytest.raises(Ditolak, match="Kepala Dinas sudah dipegang Ibu Kadis mulai 02-01-2020"):
        _tugaskan(dinas, dinas.sekdin, jenis)


def test_a_plh_stands_beside_the_holder_and_acts_before_him(dinas):
    _tugaskan(dinas, dinas.sekdin, "plh", date(2026, 3, 1), date(2026, 3, 14))
    assert list(pemegang(dinas.jabatan["kadis"], date(2026, 3, 14))) == [dinas.sekdin]
    assert list(pemegang(dinas.jabatan["kadis"], date(2026, 3, 15))) == [dinas.kadis]


def test_two_plh_at_once_are_refused(dinas):
    _tugaskan(dinas, dinas.sekdin, "plh", date(2026, 3, 1), date(2026, 3, 14))
    with pytest.raises(Ditolak, match="Plh. Kepala Dinas sudah dipegang Pak Sekdin"):
        _tugaskan(dinas, dinas.kasubbag, "plh", date(2026, 3, 14))


def test_the_day_after_the_last_day_is_free(lowong):
    _tugaskan(lowong, lowong.sekdin, "plt", date(2026, 1, 1))
    assert list(pemegang(lowong.jabatan["kadis"], date(2026, 1, 1))) == [lowong.sekdin]


def test_a_new_assignment_may_end_before_the_next_begins(lowong):
    _tugaskan(lowong, lowong.sekdin, "definitif", date(2026, 6, 1))
    _tugaskan(lowong, lowong.kasubbag, "plt", date(2026, 1, 1), date(2026, 5, 31))
    with pytest.raises(Ditolak):
        _tugaskan(lowong, lowong.staf, "pj", date(2026, 5, 31), date(2026, 5, 31))


def test_a_post_that_is_not_structural_has_many_holders(dinas):
    _tugaskan(dinas, dinas.kasubbag, jabatan="staf")
    assert pemegang(dinas.jabatan["staf"], date(2026, 3, 1)).count() == 2


def test_an_end_before_the_beginning_is_refused(lowong):
    with pytest.raises(Ditolak, match="tidak boleh sebelum tanggal mulai"):
        _tugaskan(lowong, lowong.sekdin, sampai=date(2026, 2, 1))


def test_an_assignment_is_ended_once_and_never_lengthened(lowong):
    penugasan = lowong.kadis.daftar_penugasan.get()
    with pytest.raises(Ditolak, match="sudah berakhir pada 31-12-2025"):
        actions.akhiri_penugasan(pegawai=lowong.pengelola, penugasan=penugasan, sampai=date(2026, 6, 30))


def test_every_assignment_leaves_its_event(lowong):
    penugasan = _tugaskan(lowong, lowong.sekdin, "plt")
    peristiwa = Peristiwa.objects.get(objek=f"penugasan:{penugasan.pk}")
    assert peristiwa.uraian == "Pak Sekdin ditugaskan sebagai Plt. Kepala Dinas mulai 01-03-2026."
    assert (peristiwa.rantai, peristiwa.sebagai) == (lowong.instansi.kunci, "Pengelola")


@pytest.mark.postgresql
def test_postgresql_itself_refuses_a_second_holder(dinas):
    with pytest.raises(IntegrityError, match="penugasan_satu_pemegang"), transaction.atomic():
        Penugasan.objects.create(
            pegawai=dinas.sekdin, jabatan=dinas.jabatan["kadis"], dari=date(2026, 1, 1), tunggal=True
        )


@pytest.mark.django_db(transaction=True)
def test_of_two_who_are_assigned_at_one_moment_one_gets_the_post():
    dinas = bangun_dinas()
    actions.akhiri_penugasan(
        pegawai=dinas.pengelola, penugasan=dinas.kadis.daftar_penugasan.get(), sampai=date(2025, 12, 31)
    )
    mulai, jawaban = Barrier(2), []

    def tugaskan(orang):
        try:
            mulai.wait()
            jawaban.append(_tugaskan(dinas, orang))
        except Ditolak as ditolak:
            jawaban.append(str(ditolak))
        finally:
            connection.close()

    daftar_utas = [Thread(target=tugaskan, args=[orang]) for orang in (dinas.sekdin, dinas.kasubbag)]
    for utas in daftar_utas:
        utas.start()
    for utas in daftar_utas:
        utas.join()

    [penugasan] = [butir for butir in jawaban if isinstance(butir, Penugasan)]
    [kalimat] = [butir for butir in jawaban if isinstance(butir, str)]
    assert f"Kepala Dinas sudah dipegang {penugasan.pegawai}" in kalimat
    assert Penugasan.objects.filter(jabatan=dinas.jabatan["kadis"], sampai=None).count() == 1
