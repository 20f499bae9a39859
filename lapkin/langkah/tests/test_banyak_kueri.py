"""How often a page asks the database: the same however many cases and units there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lapkin.alur import actions
from lapkin.alur.tests.bantuan import kantor, mainkan, pelaku, terbuka
from lapkin.alur.tests.test_pindah import ubah
from lapkin.organisasi.queries import pemegang
from lapkin.sop.tests.benih import isi_sop

pytestmark = pytest.mark.django_db


def _banyak(client, pegawai, nama, *isi) -> int:
    client.force_login(pegawai)
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(reverse(nama, args=isi)).status_code == 200
    return len(kueri)


def _dua_kantor():
    """A run at "analisis" in an office with two units, and one in an office with six."""
    for jumlah in (2, 6):
        _, pengelola, sop = kantor("dp3a-kalbar-lkjip", jumlah_unit=jumlah, kode_instansi=f"kantor-{jumlah}")
        kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
        mainkan(kasus, sampai="himpun")
        yield kasus


def test_the_page_of_a_task_asks_as_often_for_six_units_as_for_two(client):
    dua, enam = _dua_kantor()
    for langkah in ("himpun", "analisis"):
        banyak = []
        for kasus in (dua, enam):
            mainkan(kasus, sampai=langkah)
            tugas = terbuka(kasus, per_unit=False).get()
            banyak.append(_banyak(client, pelaku(tugas), "tugas", tugas.pk))
        assert banyak[0] == banyak[1] <= 34, langkah


def test_the_page_of_a_case_asks_as_often_for_six_units_as_for_two(client):
    dua, enam = (_banyak(client, kasus.pembuat, "pekerjaan", kasus.pk) for kasus in _dua_kantor())
    assert dua == enam <= 27


def test_the_lists_of_cases_ask_as_often_for_four_cases_as_for_one(client):
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2022)
    dasar = isi_sop("dp3a-kalbar-lkjip")
    actions.pasang_sop(
        pegawai=pengelola, instansi=sop.instansi, isi=ubah(dasar, "koreksi", kegiatan="Mengoreksi teliti")
    )
    satu = _banyak(client, pengelola, "pekerjaan_daftar"), _banyak(client, pengelola, "sop_pindah", sop.pk)
    for tahun in (2023, 2024, 2025):
        lain = actions.mulai(pegawai=pengelola, sop=sop, tahun=tahun)
        type(lain).objects.filter(pk=lain.pk).update(revisi=kasus.revisi)
        mainkan(lain, sampai="koreksi")
    _sisipkan(kasus)
    empat = _banyak(client, pengelola, "pekerjaan_daftar"), _banyak(client, pengelola, "sop_pindah", sop.pk)
    assert satu == empat


def _sisipkan(kasus):
    peran = kasus.sop.daftar_peran.get(nama=kasus.dibaca().penanggung_jawab_berlaku)
    actions.sisipkan(
        pegawai=pemegang(peran.jabatan).get(),
        pelaksanaan=kasus,
        kode=terbuka(kasus).get().langkah,
        kegiatan="Memeriksa sekali lagi",
        peran="Sekdin",
        jenis="periksa",
        waktu="1 hari",
        alasan="Diminta pimpinan",
    )
