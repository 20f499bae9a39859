"""Two acts on one clock at one moment: real connections to PostgreSQL."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Jeda, Tugas
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.queries import periksa_rantai

from .bantuan import kantor, kerjakan, mainkan, pelaku, terbuka

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
KALI = 12


def bersamaan(tugas, *daftar_kerja):
    """Run functions at one moment, each with the task as its own request reads it; what they raised."""
    gerbang, daftar_salah = threading.Barrier(len(daftar_kerja)), []

    def jalan(kerja, salinan):
        try:
            gerbang.wait()
            kerja(salinan)
        except Exception as salah:
            daftar_salah.append(salah)
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=[kerja, salinan(tugas)]) for kerja in daftar_kerja]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return daftar_salah


def tunda(tugas):
    actions.tunda(pegawai=pelaku(tugas), tugas=tugas, menunggu="BPKAD", alasan="Data belum ada.")


def salinan(tugas):
    """The task as another request reads it."""
    return Tugas.objects.select_related("pelaksanaan").get(pk=tugas.pk)


def test_a_task_paused_and_finished_at_one_moment_is_finished_and_no_pause_stays_open():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    for kali in range(KALI):
        kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2030 + kali)
        tugas = terbuka(kasus).get()
        salah = bersamaan(tugas, tunda, kerjakan)
        # Either the pause came first and the finishing ended it, or it came too late and was refused.
        assert [str(satu) for satu in salah] in ([], ["Tugas ini sudah ditutup."])
        assert Tugas.objects.get(pk=tugas.pk).status == Tugas.Status.SELESAI
        assert not Jeda.objects.filter(sampai=None).exists()
        assert terbuka(kasus).get().langkah == "format"
    assert periksa_rantai(kasus.instansi.kunci) == []


def test_two_clicks_on_pause_make_one_pause():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2030)
    tugas = terbuka(kasus).get()
    salah = bersamaan(tugas, tunda, tunda)
    assert [type(satu) for satu in salah] == [Ditolak]
    assert Jeda.objects.count() == 1


def test_a_due_date_changed_while_a_pause_ends_loses_neither():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2030)
    mainkan(kasus, sampai="analisis")
    tugas = terbuka(kasus).get()
    tunda(tugas)
    baru = timezone.now() + timedelta(days=20)
    salah = bersamaan(
        tugas,
        lambda t: actions.lanjut(pegawai=pelaku(t), tugas=t),
        lambda t: actions.ubah_tenggat(pegawai=pengelola, tugas=t, tenggat=baru, alasan="Cuti."),
    )
    assert salah == []
    akhir = Tugas.objects.get(pk=tugas.pk)
    assert not Jeda.objects.filter(sampai=None).exists()
    assert akhir.tenggat >= baru
    assert akhir.tenggat_semula == tugas.tenggat
