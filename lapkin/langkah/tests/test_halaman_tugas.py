"""The pages of tasks and cases in unusual states: moved, without a due moment, waiting; and files of refused acts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Jeda, Pelaksanaan, Tugas
from lapkin.alur.tests.bantuan import kantor, kerjakan, mainkan, pelaku, terbuka
from lapkin.alur.tests.test_pindah import DASAR, baris, pindah, sisip, ubah
from lapkin.berkas.models import Berkas
from lapkin.dokumen.blok import Dokumen
from lapkin.dokumen.cetak_pdf import cetak_pdf
from lapkin.langkah.himpunan import daftar_kiriman
from lapkin.sop.sop import ke_json

pytestmark = pytest.mark.django_db


@pytest.fixture
def kasus():
    """A run of SOP 000 with two units."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)


def _pastikan_semua_terbuka(client, kasus):
    """The desk, the case and its open tasks answer whoever's turn it is."""
    for tugas in terbuka(kasus):
        client.force_login(pelaku(tugas))
        for nama, isi in (("beranda", []), ("pekerjaan", [kasus.pk]), ("tugas", [tugas.pk])):
            assert client.get(reverse(nama, args=isi)).status_code == 200, nama


def test_withdrawing_from_a_case_that_was_moved_is_refused_in_words_and_every_page_opens(kasus, client):
    pindah(kasus, sisip(DASAR, "perintah", baris("baru-1")))
    mainkan(kasus, sampai="baru-1")
    tugas = terbuka(kasus).get()
    kerjakan(tugas)
    pindah(kasus, ubah(DASAR, "koreksi", kegiatan="Mengoreksi dengan teliti"))
    client.force_login(pelaku(tugas))
    jawab = client.post(reverse("tugas_tarik", args=[tugas.pk]), {"alasan": "Keliru"})
    assert jawab.status_code == 409
    assert "dipindahkan ke revisi SOP yang langkahnya lain" in jawab.content.decode()
    assert "Tarik kembali tugas ini" not in client.get(reverse("tugas", args=[tugas.pk])).content.decode()
    _pastikan_semua_terbuka(client, kasus)


def test_a_time_that_nobody_can_count_to_its_end_is_said_and_every_page_opens(kasus, client):
    """No such SOP comes into force any more; one that is in force all the same goes on."""
    panjang = [satu if satu.penanda else replace(satu, waktu_tercetak="9999 Bulan") for satu in DASAR.langkah]
    revisi = kasus.sop.daftar_revisi.create(
        urutan=2,
        isi=ke_json(replace(DASAR, langkah=tuple(panjang))),
        status="dicabut",
        berlaku_pada=timezone.now(),
        dicabut_pada=timezone.now(),
    )
    Pelaksanaan.objects.filter(pk=kasus.pk).update(revisi=revisi)
    kasus = Pelaksanaan.objects.get(pk=kasus.pk)
    mainkan(kasus, sampai="himpun")
    _pastikan_semua_terbuka(client, kasus)
    tugas = terbuka(kasus, per_unit=True).first()
    client.force_login(pelaku(tugas))
    assert "tidak dapat dihitung" in client.get(reverse("tugas", args=[tugas.pk])).content.decode()


def test_the_file_of_a_refused_kelengkapan_is_not_kept(kasus, client):
    mainkan(kasus, sampai="analisis")
    tugas = terbuka(kasus).get()
    semula = Berkas.objects.count()
    client.force_login(pelaku(tugas))
    berkas = SimpleUploadedFile(
        "data.pdf", cetak_pdf(Dokumen(judul="Data", blok=(), tanggal=date(2026, 1, 5))), "application/pdf"
    )
    jawab = client.post(
        reverse("tugas_lengkapi", args=[tugas.pk]), {"nama": "Bukan kelengkapan", "berkas": berkas}
    )
    assert jawab.status_code == 409
    assert "SOP tidak menyebut kelengkapan" in jawab.content.decode()
    assert Berkas.objects.count() == semula


def test_a_unit_whose_clock_stands_is_not_late_on_the_board_nor_one_that_was_closed(kasus):
    mainkan(kasus, sampai="himpun")
    jeda, lewat = terbuka(kasus, per_unit=True).order_by("pk")
    kini = timezone.now()
    actions.tunda(pegawai=pelaku(jeda), tugas=jeda, menunggu="BPKAD", alasan="Data belum ada")
    Jeda.objects.update(dari=kini - timedelta(days=9))
    Tugas.objects.filter(pelaksanaan=kasus).update(
        dibuka_pada=kini - timedelta(days=20), tenggat=kini - timedelta(days=5)
    )
    assert {satu.tugas.pk: satu.terlambat for satu in daftar_kiriman(kasus)} == {
        jeda.pk: False,
        lewat.pk: True,
    }
    Tugas.objects.filter(pk__in=[jeda.pk, lewat.pk]).tutup(
        Tugas.Status.DITUTUP, catatan="Tidak masuk", pelaku=kasus.pembuat
    )
    assert [satu.terlambat for satu in daftar_kiriman(kasus)] == [False, False]
