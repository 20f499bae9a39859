"""Each of the five SOPs, played over HTTP from its first step to its last by its own officers."""

import pytest
from django.urls import reverse

from lapkin.alur import actions
from lapkin.alur.models import Output, Pelaksanaan, Tugas
from lapkin.alur.tests.bantuan import DAFTAR_KODE, kantor, pelaku
from lapkin.jejak.queries import periksa_rantai

from .angka import TAHUN, beri_angka
from .pemain import mainkan, masuk

pytestmark = pytest.mark.django_db


def mulai(kode):
    instansi, pengelola, sop = kantor(kode)
    beri_angka(instansi, pengelola)
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=TAHUN)


def jawaban(tugas):
    return {"alasan": "Data menyusul."} if tugas.jenis in ("isi-data", "rapat") else {}


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_an_sop_runs_over_http_from_its_first_step_to_its_last(kode):
    pelaksanaan = mulai(kode)

    mainkan(pelaksanaan, jawaban=jawaban)

    pelaksanaan.refresh_from_db()
    assert pelaksanaan.status == Pelaksanaan.Status.SELESAI
    assert periksa_rantai(pelaksanaan.instansi.kunci) == []
    langkah = pelaksanaan.revisi.dibaca().daftar_langkah_kerja
    ada = set(Output.objects.filter(pelaksanaan=pelaksanaan).values_list("langkah", "nama"))
    assert {(satu.kode, output.nama) for satu in langkah for output in satu.output} <= ada


def test_the_papers_of_a_finished_case_can_be_opened_by_the_office_and_by_nobody_else():
    pelaksanaan = mulai("kominfo-kalbar-lakip")
    lain, orang_luar, _ = kantor("dp3a-kalbar-lkjip")
    mainkan(pelaksanaan, jawaban=jawaban)
    petugas = pelaku(Tugas.objects.filter(pelaksanaan=pelaksanaan).first())

    for output in Output.objects.filter(pelaksanaan=pelaksanaan):
        alamat = reverse("pekerjaan_output", args=[pelaksanaan.pk, output.pk])
        with masuk(petugas) as peramban:
            assert b"".join(peramban.get(alamat).streaming_content).startswith((b"%PDF", b"PK"))
        with masuk(orang_luar) as peramban:
            assert peramban.get(alamat).status_code == 404
