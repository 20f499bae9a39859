"""Giliran saya: a new office gets its first steps, one without tasks a quiet line, a task that waits is not late."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lapkin.alur import actions as alur
from lapkin.alur.models import Sop, Tugas
from lapkin.alur.tests.bantuan import pelaku, terbuka
from lapkin.conftest import buat_pegawai

from .bantuan import pekerjaan

KOSONG = "Tidak ada giliran Anda saat ini."
BARU = "Instansi Anda belum mempunyai SOP."


@pytest.fixture
def meja(client):
    def milik(pegawai):
        client.force_login(pegawai)
        return client.get(reverse("beranda")).content.decode()

    return milik


def test_the_pengelola_of_an_office_without_sop_sees_the_first_steps_in_order(dinas, meja):
    halaman = meja(dinas.pengelola)
    assert BARU in halaman
    assert KOSONG not in halaman
    langkah = halaman.split("<ol>")[1].split("</ol>")[0]
    tanda = [
        *(f'href="{reverse(nama, args=["dp3a-kalbar"])}"' for nama in ("unit", "jabatan", "pegawai")),
        f'href="{reverse("sop_baru")}"',
        f'href="{reverse("sop_daftar")}"',
        f'href="{reverse("pekerjaan_mulai")}"',
    ]
    letak = [langkah.index(satu) for satu in tanda]
    assert letak == sorted(letak)


def test_once_the_office_has_an_sop_its_pengelola_sees_the_quiet_line(dinas, meja):
    Sop.objects.create(instansi=dinas.instansi, kode="lkjip", judul="Penyusunan LKjIP")
    halaman = meja(dinas.pengelola)
    assert KOSONG in halaman
    assert BARU not in halaman


def test_the_sop_of_an_office_below_counts_for_the_pengelola_of_the_pemda(dinas, meja):
    pengelola, _ = buat_pegawai(dinas.instansi.induk, "pengelola-pemprov", "Pengelola", pengelola=True)
    assert BARU in meja(pengelola)
    Sop.objects.create(instansi=dinas.instansi, kode="lkjip", judul="Penyusunan LKjIP")
    assert KOSONG in meja(pengelola)


def test_an_officer_who_manages_nothing_gets_no_first_steps_and_no_query_for_them(dinas, meja):
    with CaptureQueriesContext(connection) as jejak:
        assert KOSONG in meja(dinas.staf)
    assert not any("alur_sop" in satu["sql"] for satu in jejak.captured_queries)


@pytest.mark.django_db
def test_a_task_whose_clock_stands_is_not_called_late(meja):
    tugas = terbuka(pekerjaan("dp3a-kalbar-lkjip")).get()
    Tugas.objects.filter(pk=tugas.pk).update(tenggat=tugas.dibuka_pada)
    assert "Terlambat" in meja(pelaku(tugas))

    alur.jeda(pegawai=pelaku(tugas), tugas=tugas, menunggu="BPKAD", alasan="Angka belum keluar.")

    halaman = meja(pelaku(tugas))
    assert "Terlambat" not in halaman
    assert "Jam berhenti" in halaman
