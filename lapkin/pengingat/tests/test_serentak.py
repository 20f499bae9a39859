"""Two timers at one moment: real connections to PostgreSQL, one reminder."""

import threading

import pytest
from django.core import mail
from django.db import connection

from lapkin.jejak.models import Pemberitahuan
from lapkin.jejak.queries import periksa_rantai
from lapkin.pengingat.actions import ingatkan
from lapkin.pengingat.actions.jalan import simpan
from lapkin.pengingat.actions.rencana import rencana
from lapkin.pengingat.models import Pengingat

from .bantuan import TENGGAT, kasus_bertenggat

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def serentak(*daftar_kerja):
    """Run functions in threads that start at one moment; what they gave or raised, in order."""
    gerbang = threading.Barrier(len(daftar_kerja))
    hasil = [None] * len(daftar_kerja)

    def jalan(nomor, kerja):
        try:
            gerbang.wait()
            hasil[nomor] = kerja()
        except Exception as galat:
            hasil[nomor] = galat
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=isi) for isi in enumerate(daftar_kerja)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return hasil


def test_two_runs_at_one_moment_remind_once():
    daftar_tugas = [kasus_bertenggat(kode_instansi=f"kantor-{n}")[0] for n in range(4)]
    hasil = serentak(*[lambda: ingatkan(kini=TENGGAT)] * 3)
    assert sum(satu.pesan for satu in hasil) == sum(satu.surel for satu in hasil) == 4
    assert Pengingat.objects.count() == 8
    assert Pemberitahuan.objects.filter(teks__contains="tenggatnya").count() == 4
    assert len(mail.outbox) == 4
    assert all(periksa_rantai(tugas.instansi.kunci) == [] for tugas in daftar_tugas)


def test_two_runs_that_made_the_same_plan_keep_it_once():
    tugas, _, _ = kasus_bertenggat()
    daftar_rencana = [rencana(TENGGAT)[0] for _ in range(3)]
    hasil = serentak(*[lambda r=r: simpan(instansi=tugas.instansi, daftar=r.daftar) for r in daftar_rencana])
    assert sorted(len(satu) for satu in hasil) == [0, 0, 2]
    assert Pemberitahuan.objects.filter(teks__contains="tenggatnya").count() == 1
