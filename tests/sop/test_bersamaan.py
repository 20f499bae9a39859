"""Two people, or two clicks, at one moment: real connections to PostgreSQL, over HTTP."""

import threading

import pytest
from django.db import connection
from django.urls import reverse

from lapkin.alur.models import Tugas
from lapkin.alur.tests.bantuan import pelaku
from lapkin.jejak.queries import periksa_rantai
from lapkin.naskah.models import Agenda, Naskah
from lapkin.organisasi.models import Jabatan, Pegawai
from lapkin.organisasi.queries import jabatan_dipegang

from .kantor import mulai
from .pemain import buka_halaman, kerjakan, mainkan, masuk, tugas_terbuka
from .peramban import formulir

# Serialized: what the migrations put into tables must be there again after such a test has emptied them.
pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def jawaban(tugas):
    return {"alasan": "Data menyusul."} if tugas.jenis == "isi-data" else {}


def bersama(*daftar_kerja):
    """Run functions in threads that start at one moment; their results in order."""
    gerbang = threading.Barrier(len(daftar_kerja))
    hasil = [None] * len(daftar_kerja)

    def jalan(nomor, kerja):
        try:
            gerbang.wait()
            hasil[nomor] = kerja()
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=isi) for isi in enumerate(daftar_kerja)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return hasil


def siapkan_klik(tugas, pegawai):
    """A function that sends the task's form, filled in before, as an officer; gives the status."""
    with masuk(pegawai) as peramban:
        isian = formulir(buka_halaman(peramban, tugas), reverse("tugas_kerjakan", args=[tugas.pk]))
    data = isian.data | jawaban(tugas)
    return lambda: peramban.post(isian.action, data).status_code


def test_two_units_that_finish_last_at_one_moment_open_the_next_step_once():
    pelaksanaan = mulai("dp3a-kalbar-lkjip")
    mainkan(pelaksanaan, sampai="himpun", jawaban=jawaban)
    daftar_tugas = list(tugas_terbuka(pelaksanaan))

    status = bersama(*(siapkan_klik(tugas, pelaku(tugas)) for tugas in daftar_tugas))

    assert status == [302] * len(daftar_tugas)
    assert [tugas.langkah for tugas in Tugas.objects.terbuka().filter(pelaksanaan=pelaksanaan)] == [
        "analisis"
    ]
    assert periksa_rantai(pelaksanaan.instansi.kunci) == []


def test_two_clicks_on_one_button_do_the_work_once():
    pelaksanaan = mulai("dp3a-kalbar-lkjip")
    mainkan(pelaksanaan, sampai="sampaikan-format", jawaban=jawaban)
    tugas = tugas_terbuka(pelaksanaan).get()
    staf = pelaku(tugas)

    status = bersama(siapkan_klik(tugas, staf), siapkan_klik(tugas, staf))

    assert sorted(status) == [302, 409]
    assert Tugas.objects.filter(pelaksanaan=pelaksanaan, langkah="sampaikan-format").count() == 1
    assert periksa_rantai(pelaksanaan.instansi.kunci) == []


def test_two_holders_of_one_post_who_finish_at_one_moment_are_told_apart():
    pelaksanaan = mulai("dp3a-kalbar-lkjip")
    mainkan(pelaksanaan, sampai="susun", jawaban=jawaban)
    tugas = tugas_terbuka(pelaksanaan).get()
    staf, lain = pelaku(tugas), Pegawai.objects.get(username="dp3a-kabid-anak")
    jabatan = jabatan_dipegang(staf).get()
    assert jabatan.jenis == Jabatan.Jenis.PELAKSANA
    lain.daftar_penugasan.create(jabatan=jabatan, dari="2024-01-02", tunggal=False)

    status = bersama(siapkan_klik(tugas, staf), siapkan_klik(tugas, lain))

    assert sorted(status) == [302, 409]
    tugas.refresh_from_db()
    assert tugas.pelaku in (staf, lain)


def test_two_clicks_on_the_number_take_one_number():
    pelaksanaan = mulai("dp3a-kalbar-lkjip")
    while (tugas := tugas_terbuka(pelaksanaan).first()).jenis != "nomor":
        kerjakan(tugas, jawaban(tugas))
    kasubbag = pelaku(tugas)

    status = bersama(siapkan_klik(tugas, kasubbag), siapkan_klik(tugas, kasubbag))

    assert sorted(status) == [302, 409]
    assert Agenda.objects.count() == 1
    assert Naskah.objects.filter(agenda__isnull=False).count() == 1
