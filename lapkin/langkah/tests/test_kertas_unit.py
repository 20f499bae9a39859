"""Of a collection each unit (or PD) reads its own papers, never those of another."""

import pytest

from lapkin.alur.actions import lengkapi
from lapkin.alur.models import Kelengkapan, Output
from lapkin.alur.tests.bantuan import kerjakan, mainkan, pelaku, terbuka
from lapkin.berkas.actions import bekukan
from lapkin.langkah.kertas_kasus import kelengkapan_terunggah, output_terbaca

from .bantuan import pekerjaan

pytestmark = pytest.mark.django_db


def test_a_unit_reads_its_own_papers_and_not_those_of_another():
    kasus = pekerjaan("dp3a-kalbar-lkjip")
    mainkan(kasus, sampai="himpun")
    pertama, kedua = terbuka(kasus, per_unit=True).order_by("pk")
    for tugas in (pertama, kedua):
        kerjakan(tugas, isi=f"isian {tugas.pk}".encode())

    terbaca = set(output_terbaca(pertama).values_list("tugas", flat=True))

    assert pertama.pk in terbaca
    assert kedua.pk not in terbaca
    analisis = terbuka(kasus).get()
    assert set(Output.objects.filter(tugas__in=[pertama, kedua])) <= set(output_terbaca(analisis))


def test_a_unit_does_not_read_what_another_has_supplied():
    kasus = pekerjaan("dp3a-kalbar-lkjip")
    mainkan(kasus, sampai="himpun")
    pertama, kedua = terbuka(kasus, per_unit=True).order_by("pk")
    berkas = bekukan(isi=b"data bidang", nama="data.pdf", jenis="pdf")
    nama = kasus.revisi.dibaca().cari("himpun").kelengkapan[0].nama
    lengkapi(pegawai=pelaku(kedua), tugas=kedua, nama=nama, berkas=berkas)

    assert Kelengkapan.objects.filter(tugas=kedua, berkas=berkas).exists()
    assert not kelengkapan_terunggah(pertama).exists()
    assert kelengkapan_terunggah(kedua).count() == 1
