"""Each of the five SOPs in its own office of the demo, played over HTTP from its first step to its last."""

import pytest
from django.urls import reverse

from lapkin.alur.models import Output, Pelaksanaan, Tugas
from lapkin.alur.tests.bantuan import pelaku
from lapkin.jejak.queries import periksa_rantai
from lapkin.organisasi.models import Pegawai

from .kantor import PEMDA, mulai
from .pemain import mainkan, masuk

pytestmark = pytest.mark.django_db


def jawaban(tugas):
    return {"alasan": "Data menyusul."} if tugas.jenis in ("isi-data", "rapat") else {}


@pytest.mark.parametrize("kode", PEMDA)
def test_an_sop_runs_over_http_from_its_first_step_to_its_last(kode):
    pelaksanaan = mulai(kode)

    mainkan(pelaksanaan, jawaban=jawaban)

    pelaksanaan.refresh_from_db()
    assert pelaksanaan.status == Pelaksanaan.Status.SELESAI
    assert periksa_rantai(pelaksanaan.instansi.kunci) == []
    langkah = pelaksanaan.dibaca().daftar_langkah_kerja
    ada = set(Output.objects.filter(pelaksanaan=pelaksanaan).values_list("langkah", "nama"))
    assert {(satu.kode, output.nama) for satu in langkah for output in satu.output} <= ada
    buka_semua_kertas(pelaksanaan)


def buka_semua_kertas(pelaksanaan):
    """Every paper opens for an officer of the case and is a 404 for one of another office."""
    petugas = pelaku(Tugas.objects.filter(pelaksanaan=pelaksanaan).first())
    orang_luar = Pegawai.objects.create(username="orang-luar", nama="Orang Luar")
    for output in Output.objects.filter(pelaksanaan=pelaksanaan):
        alamat = reverse("pekerjaan_output", args=[pelaksanaan.pk, output.pk])
        with masuk(petugas) as peramban:
            assert peramban.get(alamat).getvalue().startswith((b"%PDF", b"PK"))
        with masuk(orang_luar) as peramban:
            assert peramban.get(alamat).status_code == 404


def test_an_officer_of_another_perangkat_daerah_sees_his_own_task_and_not_the_case():
    pelaksanaan = mulai("jambi-data-kinerja")
    mainkan(pelaksanaan, sampai="tunggu-data")
    dinas = Pegawai.objects.get(username="jambi-dinkes")
    tugas = Tugas.objects.get(pelaksanaan=pelaksanaan, langkah="tunggu-data", instansi=dinas.instansi)
    tetangga = Tugas.objects.filter(pelaksanaan=pelaksanaan, per_unit=True).exclude(pk=tugas.pk).first()

    with masuk(dinas) as peramban:
        assert peramban.get(reverse("tugas", args=[tugas.pk])).status_code == 200
        assert peramban.get(reverse("tugas", args=[tetangga.pk])).status_code == 404
        assert peramban.get(reverse("pekerjaan", args=[pelaksanaan.pk])).status_code == 404
