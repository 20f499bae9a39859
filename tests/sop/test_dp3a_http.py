"""The seed 000 case over HTTP: every page, one return and its new round, the papers, the archive, the trail."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from lapkin.alur.models import Output, Pelaksanaan, Tugas
from lapkin.alur.tests.bantuan import pelaku
from lapkin.arsip.models import Arsip, Pengiriman
from lapkin.jejak.models import Peristiwa
from lapkin.jejak.queries import periksa_rantai
from lapkin.langkah.demo.kantor import SANDI
from lapkin.laporan.models import VersiLaporan
from lapkin.naskah.models import Naskah
from lapkin.organisasi.models import Pegawai

from .kantor import mulai
from .pemain import buka_halaman, kembalikan, kerjakan, masuk, tugas_terbuka

pytestmark = pytest.mark.django_db

KOREKSI = "Lengkapi penyebab pada sasaran pertama."
URUTAN = [
    ("perintah", "disposisi", 1),
    ("format", "susun", 1),
    ("sampaikan-format", "kirim", 1),
    ("himpun", "isi-data", 1),
    ("himpun", "isi-data", 1),
    ("himpun", "isi-data", 1),
    ("analisis", "periksa", 1),
    ("analisis", "susun", 1),
    ("susun", "susun", 1),
    ("koreksi", "periksa", 1),
    ("susun", "susun", 2),
    ("koreksi", "periksa", 2),
    ("ajukan", "kirim", 1),
    ("tanda-tangan", "tanda-tangan", 1),
    ("tanda-tangan", "disposisi", 1),
    ("surat-pengantar", "surat", 1),
    ("surat-pengantar", "tanda-tangan", 1),
    ("surat-pengantar", "nomor", 1),
    ("kirim", "gandakan", 1),
    ("kirim", "kirim", 1),
    ("kirim", "arsip", 1),
]


def jawaban(tugas):
    """A unit types 95 in each cell of the year that its page offers."""
    if tugas.jenis != "isi-data":
        return {}
    with masuk(pelaku(tugas)) as peramban:
        halaman = buka_halaman(peramban, tugas)
    return dict.fromkeys(re.findall(r'name="(r-\d+-TAHUN)"', halaman), "95")


def lihat_sebagai_orang_lain(tugas):
    """The task's page for a colleague and for an officer of another office: who waits, and nothing at all."""
    kolega = Pegawai.objects.get(username=f"pengelola-{tugas.instansi.kode}")
    with masuk(kolega) as peramban:
        halaman = buka_halaman(peramban, tugas)
        assert "Menunggu" in halaman
        assert reverse("tugas_kerjakan", args=[tugas.pk]) not in halaman
    with masuk(Pegawai.objects.get(username="kominfo-kadis")) as peramban:
        assert peramban.get(reverse("tugas", args=[tugas.pk])).status_code == 404


def mainkan_dengan_satu_pengembalian(pelaksanaan):
    """Every task through its page; the Sekdin returns the report once. Gives (step, kind, round) in order."""
    dikerjakan = []
    while tugas := tugas_terbuka(pelaksanaan).first():
        dikerjakan.append((tugas.langkah, tugas.jenis, tugas.putaran))
        if dikerjakan[-1] == ("koreksi", "periksa", 1):
            kembalikan(tugas, "susun", KOREKSI)
            continue
        lihat_sebagai_orang_lain(tugas)
        halaman = kerjakan(tugas, jawaban(tugas))
        assert pelaksanaan.dibaca().cari(tugas.langkah).kegiatan in halaman
        if dikerjakan[-1] == ("susun", "susun", 2):
            assert KOREKSI in halaman
    return dikerjakan


def test_the_case_is_played_to_its_end_with_one_return_and_a_new_round():
    pelaksanaan = mulai("dp3a-kalbar-lkjip")

    assert mainkan_dengan_satu_pengembalian(pelaksanaan) == URUTAN

    pelaksanaan.refresh_from_db()
    assert pelaksanaan.status == Pelaksanaan.Status.SELESAI
    assert not Tugas.objects.terbuka().filter(pelaksanaan=pelaksanaan).exists()
    periksa_kertas(pelaksanaan)
    periksa_arsip(pelaksanaan)
    periksa_jejak(pelaksanaan)
    periksa_halaman_pekerjaan(pelaksanaan)


def periksa_kertas(pelaksanaan):
    """Each paper that the SOP prints is there; the covering letter is signed and numbered."""
    langkah = pelaksanaan.dibaca().daftar_langkah_kerja
    ada = set(Output.objects.filter(pelaksanaan=pelaksanaan).values_list("langkah", "nama"))
    assert {(satu.kode, output.nama) for satu in langkah for output in satu.output} <= ada
    surat = Naskah.objects.get(pelaksanaan=pelaksanaan, bentuk="surat-pengantar")
    assert surat.agenda.urut == 1
    assert surat.sah
    assert surat.bernomor
    assert VersiLaporan.objects.filter(laporan__pelaksanaan=pelaksanaan).count() >= 1


def periksa_arsip(pelaksanaan):
    assert Arsip.objects.filter(objek=pelaksanaan.kunci).exists()
    tujuan = set(Pengiriman.objects.filter(objek=pelaksanaan.kunci).values_list("tujuan", flat=True))
    assert {"Sekretariat", "Bidang Kesetaraan Gender", "Bidang Perlindungan Anak"} <= tujuan


def periksa_jejak(pelaksanaan):
    """The chain is whole, and the return stands in it with its note."""
    assert periksa_rantai(pelaksanaan.instansi.kunci) == []
    pengembalian = Peristiwa.objects.get(objek=pelaksanaan.kunci, jenis="tugas.dikembalikan")
    assert KOREKSI in pengembalian.uraian


def periksa_halaman_pekerjaan(pelaksanaan):
    """The case page shows every step; the printed trail is a PDF."""
    with masuk(Pegawai.objects.get(username="dp3a-kadis")) as peramban:
        halaman = peramban.get(reverse("pekerjaan", args=[pelaksanaan.pk])).content.decode()
        for langkah in pelaksanaan.dibaca().daftar_langkah_kerja:
            assert langkah.kegiatan in halaman
        jejak = peramban.get(reverse("pekerjaan_jejak_pdf", args=[pelaksanaan.pk]))
        assert jejak.content.startswith(b"%PDF")


def test_a_second_click_changes_nothing_and_says_why():
    pelaksanaan = mulai("dp3a-kalbar-lkjip")
    tugas = tugas_terbuka(pelaksanaan).first()
    kerjakan(tugas)
    sebelum = Naskah.objects.count(), Peristiwa.objects.count()

    with masuk(pelaku(tugas)) as peramban:
        jawab = peramban.post(reverse("tugas_kerjakan", args=[tugas.pk]), {})

    assert jawab.status_code in (409, 422)
    assert (Naskah.objects.count(), Peristiwa.objects.count()) == sebelum


def test_who_no_longer_holds_the_post_is_refused_in_one_sentence():
    pelaksanaan = mulai("dp3a-kalbar-lkjip")
    tugas = tugas_terbuka(pelaksanaan).first()
    kadis = pelaku(tugas)
    kadis.daftar_penugasan.update(sampai="2025-12-31")

    with masuk(kadis) as peramban:
        jawab = peramban.post(reverse("tugas_kerjakan", args=[tugas.pk]), {})

    assert jawab.status_code == 409
    assert "hari ini Anda tidak memegang jabatan itu" in jawab.content.decode()


def test_an_officer_signs_in_by_nip_and_finds_the_task_on_the_desk():
    pelaksanaan = mulai("dp3a-kalbar-lkjip")
    kadis = Pegawai.objects.get(username="dp3a-kadis")
    peramban = Client()

    jawab = peramban.post(reverse("account_login"), {"login": kadis.nip, "password": SANDI})

    assert jawab.status_code == 302
    assert pelaksanaan.judul in peramban.get(reverse("beranda")).content.decode()
