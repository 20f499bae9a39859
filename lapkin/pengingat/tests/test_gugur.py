"""A reminder that waited is checked against its task as it stands now: no old due moment, no one else's task."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lapkin.alur.actions import catat_peninjauan
from lapkin.alur.models import Jeda, Tugas
from lapkin.alur.queries import tinjauan_sop
from lapkin.alur.tests.bantuan import kerjakan
from lapkin.conftest import buat_pegawai
from lapkin.pengingat.actions import ingatkan, ingatkan_langsung, kirim_surel
from lapkin.pengingat.models import Pengingat

from .bantuan import SEHARI, TENGGAT, kasus_bertenggat

pytestmark = pytest.mark.django_db


@pytest.fixture
def tertunda():
    """(task, its holder, the administrator) after a run whose mail and WhatsApp text still wait."""
    tugas, kadis, pengelola = kasus_bertenggat()
    ingatkan(kini=TENGGAT + 3 * SEHARI)
    Pengingat.objects.filter(saluran="surel").update(status="menunggu", dikirim_pada=None)
    return tugas, kadis, pengelola


def keadaan():
    return {p.saluran: p.status for p in Pengingat.objects.exclude(saluran="pesan")}


def alihkan(tugas, pengelola):
    Tugas.objects.filter(pk=tugas.pk).update(penerima=pengelola)


def undurkan(tugas, _):
    Tugas.objects.filter(pk=tugas.pk).update(tenggat=TENGGAT + 7 * SEHARI)


def selesaikan(tugas, _):
    kerjakan(tugas)


def hentikan(tugas, _):
    type(tugas.pelaksanaan).objects.update(status="dibatalkan", selesai_pada=timezone.now())


def kosongkan_alamat(tugas, _):
    type(tugas.penerima or _).objects.update(surel="")


@pytest.mark.parametrize("ubah", [alihkan, undurkan, selesaikan, hentikan])
def test_what_a_task_has_overtaken_is_not_sent(tertunda, mailoutbox, ubah):
    tugas, _, pengelola = tertunda
    mailoutbox.clear()
    ubah(tugas, pengelola)
    assert kirim_surel() == (0, 0)
    assert keadaan() == {"surel": "batal", "whatsapp": "siap"}
    ingatkan(kini=TENGGAT - 90 * SEHARI)
    assert keadaan() == {"surel": "batal", "whatsapp": "batal"}
    assert mailoutbox == []


def test_a_mail_to_an_address_that_was_taken_away_is_called_off_not_counted_as_sent(tertunda, mailoutbox):
    mailoutbox.clear()
    kosongkan_alamat(tertunda[0], tertunda[2])
    assert kirim_surel() == (0, 0)
    assert keadaan()["surel"] == "batal"


def test_while_the_clock_stands_a_mail_waits_and_goes_when_it_runs_again(tertunda, mailoutbox):
    tugas, kadis, _ = tertunda
    mailoutbox.clear()
    Jeda.objects.create(tugas=tugas, menunggu="BPS", alasan="Data.", dari=timezone.now(), pegawai=kadis)
    assert kirim_surel() == (0, 0)
    assert keadaan()["surel"] == "menunggu"
    Jeda.objects.update(sampai=timezone.now())
    assert kirim_surel() == (1, 0)
    assert len(mailoutbox) == 1


def test_who_gets_the_task_back_is_reminded_though_his_mail_was_called_off(tertunda, mailoutbox):
    tugas, kadis, pengelola = tertunda
    mailoutbox.clear()
    alihkan(tugas, pengelola)
    ingatkan(kini=TENGGAT + 3 * SEHARI)
    Tugas.objects.update(penerima=None)
    ingatkan(kini=TENGGAT + 3 * SEHARI)
    assert [surel.to for surel in mailoutbox] == [[kadis.surel]]


def test_the_superior_of_before_gets_no_mail_about_the_task(tertunda, mailoutbox):
    tugas, kadis, _ = tertunda
    atasan, jabatan = buat_pegawai(
        tugas.instansi, "sekda", "Ibu Sekda", jabatan="Sekda", surel="s@contoh.go.id"
    )
    tugas.jabatan.atasan = jabatan
    tugas.jabatan.save()
    mailoutbox.clear()
    surel = Pengingat.objects.get(saluran="surel")
    surel.pk, surel.penerima, surel.tautan = None, atasan, f"/ingatkan/tugas/{tugas.pk}/"
    surel.save()
    assert kirim_surel() == (2, 0)
    Pengingat.objects.filter(pk=surel.pk).update(status="menunggu")
    tugas.jabatan.atasan = None
    tugas.jabatan.save()
    assert kirim_surel() == (0, 0)
    surel.refresh_from_db()
    assert surel.status == "batal"


def test_a_colleagues_mail_goes_out_though_the_clock_stands(
    tertunda, mailoutbox, django_capture_on_commit_callbacks
):
    tugas, kadis, pengelola = tertunda
    mailoutbox.clear()
    Pengingat.objects.filter(saluran="surel").delete()
    Jeda.objects.create(tugas=tugas, menunggu="BPS", alasan="Data.", dari=timezone.now(), pegawai=kadis)
    with django_capture_on_commit_callbacks(execute=True):
        ingatkan_langsung(pegawai=pengelola, tugas=tugas, orang=kadis, saluran="surel")
    assert [surel.to for surel in mailoutbox] == [[kadis.surel]]


def test_the_mail_about_a_review_that_was_held_meanwhile_does_not_go_out(mailoutbox, monkeypatch):
    tugas, kadis, _ = kasus_bertenggat(tenggat=timezone.now() + 900 * SEHARI)
    sop = tugas.pelaksanaan.sop
    (monitoring, *_) = tinjauan_sop([sop])[sop.pk]
    kini = timezone.now() + (monitoring.jatuh_tempo - timezone.localdate()) - timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: kini)
    ingatkan()
    Pengingat.objects.filter(saluran="surel").update(status="gagal", dikirim_pada=None)
    mailoutbox.clear()
    assert kirim_surel() == (1, 0)
    Pengingat.objects.filter(saluran="surel").update(status="gagal", dikirim_pada=None)
    revisi = sop.daftar_revisi.get(status="berlaku")
    catat_peninjauan(pegawai=kadis, revisi=revisi, jenis="monitoring", tanggal=timezone.localdate())
    assert kirim_surel() == (0, 0)
    assert Pengingat.objects.get(saluran="surel").status == "batal"
