"""The pages of a case that was moved to a revision without one of its steps."""

import pytest
from django.test import Client
from django.urls import reverse

from lapkin.alur import actions
from lapkin.alur.models import Tugas
from lapkin.alur.tests.bantuan import kantor, mainkan, terbuka
from lapkin.alur.tests.test_pindah import DASAR, ganti

pytestmark = pytest.mark.django_db


@pytest.fixture
def pindahan():
    """(a browser of the administrator, the case): step "format" was done, and the revision has it no more."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(kasus, sampai="koreksi")
    actions.pasang_sop(pegawai=pengelola, instansi=sop.instansi, isi=ganti(DASAR, "format"))
    revisi = sop.daftar_revisi.get(status="berlaku")
    actions.pindahkan_kasus(pegawai=pengelola, sop=sop, revisi=revisi)
    peramban = Client()
    peramban.force_login(pengelola)
    return peramban, kasus


@pytest.mark.parametrize(
    "nama", ["pekerjaan", "pekerjaan_jejak", "pekerjaan_jejak_pdf", "pekerjaan_formulir"]
)
def test_the_pages_of_the_case_open(pindahan, nama):
    peramban, kasus = pindahan
    assert peramban.get(reverse(nama, args=[kasus.pk])).status_code == 200


def test_the_task_of_the_lost_step_and_the_open_one_open(pindahan):
    peramban, kasus = pindahan
    for tugas in (Tugas.objects.get(pelaksanaan=kasus, langkah="format"), terbuka(kasus).get()):
        jawab = peramban.get(reverse("tugas", args=[tugas.pk]))
        assert jawab.status_code == 200
        assert DASAR.cari(tugas.langkah).kegiatan in jawab.content.decode()


def test_the_lost_step_still_stands_on_the_line_of_the_case(pindahan):
    peramban, kasus = pindahan
    halaman = peramban.get(reverse("pekerjaan", args=[kasus.pk])).content.decode()
    assert DASAR.cari("format").kegiatan in halaman
