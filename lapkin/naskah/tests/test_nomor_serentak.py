"""Many officers take numbers at one moment: 1..N, no gap, no double, also for one letter clicked twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from lapkin.conftest import bangun_dinas
from lapkin.jejak.models import KepalaRantai
from lapkin.naskah import actions
from lapkin.naskah.actions import ambil_nomor
from lapkin.naskah.models import Agenda, Naskah, Register
from lapkin.naskah.tests.test_naskah import buat

JUMLAH = 12


def serentak(fungsi, daftar):
    """Run in threads, each with a database connection of its own."""

    def jalankan(satu):
        try:
            return fungsi(satu)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as kolam:
        return list(kolam.map(jalankan, daftar))


@pytest.fixture
def dinas(transactional_db, monkeypatch):
    """The numbering alone is under test; rendering has its own tests."""
    monkeypatch.setattr(actions, "cetak_bernomor", lambda **_: None)
    return bangun_dinas()


def salinan(naskah, jumlah):
    """Copies of a letter without rendering each."""
    daftar = []
    for ke in range(jumlah):
        naskah.pk, naskah.hal, naskah._state.adding = None, f"Surat {ke}", True
        naskah.save()
        daftar.append(Naskah.objects.get(pk=naskah.pk))
    return daftar


def test_nomor_serentak_berurutan_tanpa_celah_dan_tanpa_kembar(dinas):
    daftar = salinan(buat(dinas, "surat"), JUMLAH)
    hasil = serentak(lambda naskah: ambil_nomor(pegawai=dinas.staf, naskah=naskah).urut, daftar)
    assert sorted(hasil) == list(range(1, JUMLAH + 1))
    assert Register.objects.get().terakhir == JUMLAH
    assert KepalaRantai.objects.get(rantai=dinas.instansi.kunci).urut == JUMLAH + 1


def test_satu_naskah_yang_diklik_serentak_mendapat_satu_nomor(dinas):
    naskah = buat(dinas)
    hasil = serentak(lambda _: ambil_nomor(pegawai=dinas.staf, naskah=naskah).urut, range(6))
    assert set(hasil) == {1}
    assert Agenda.objects.count() == 1
