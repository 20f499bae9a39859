"""The pages of a case: time left in working time, skipped steps, the state of its letters, the numbers of its trail."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Jeda, Pelaksanaan, Tugas
from lapkin.alur.tests.bantuan import pelaku, terbuka
from lapkin.jejak.queries import jejak
from lapkin.langkah.lembar_jejak import susun_jejak
from lapkin.organisasi.queries import pemegang

from .bantuan import kerjakan, pekerjaan

pytestmark = pytest.mark.django_db
# Friday 16.00 in Pontianak; the Monday after it at 16.00 is three days and one working day later.
JUMAT = datetime(2026, 1, 9, 9, tzinfo=UTC)
SENIN = datetime(2026, 1, 12, 9, tzinfo=UTC)


@pytest.fixture
def kasus():
    return pekerjaan("dp3a-kalbar-lkjip")


@pytest.fixture
def lihat(client, kasus):
    def halaman(nama, *isi, pegawai=None):
        client.force_login(pegawai or kasus.pembuat)
        return " ".join(client.get(reverse(nama, args=isi)).content.decode().split())

    return halaman


def test_the_case_its_list_and_its_task_tell_one_delay_in_working_days(monkeypatch, kasus, lihat):
    tugas = terbuka(kasus).get()
    terbuka(kasus).update(tenggat=JUMAT)
    monkeypatch.setattr(timezone, "now", lambda: SENIN)
    for halaman in (
        lihat("pekerjaan", kasus.pk),
        lihat("pekerjaan_daftar"),
        lihat("tugas", tugas.pk, pegawai=pelaku(tugas)),
    ):
        assert "terlambat 1 hari kerja" in halaman
        assert "terlambat 3 hari" not in halaman


def test_the_desk_says_that_a_task_is_late_but_no_number_of_calendar_days(monkeypatch, kasus, lihat):
    terbuka(kasus).update(tenggat=JUMAT)
    monkeypatch.setattr(timezone, "now", lambda: SENIN)
    halaman = lihat("beranda", pegawai=pelaku(terbuka(kasus).get()))
    assert "Jum, 9 Jan 2026 (lewat)" in halaman


def test_a_case_whose_clock_stands_is_not_told_late(kasus, lihat):
    tugas = terbuka(kasus).get()
    terbuka(kasus).update(tenggat=JUMAT)
    Jeda.objects.create(
        tugas=tugas, menunggu="Bappeda", alasan="Data.", dari=timezone.now(), pegawai=pelaku(tugas)
    )
    assert "(jam berhenti)" in lihat("pekerjaan", kasus.pk)
    assert "(jam berhenti)" in lihat("pekerjaan_daftar")


def test_the_form_of_a_case_names_the_case_and_the_steps_that_were_skipped(kasus, lihat):
    tugas = terbuka(kasus).get()
    peran = kasus.sop.daftar_peran.get(nama=kasus.dibaca().penanggung_jawab_berlaku)
    actions.lewati(
        pegawai=pemegang(peran.jabatan_id).get(),
        pelaksanaan=kasus,
        kode=tugas.langkah,
        alasan="Perintah lisan",
    )
    halaman = lihat("pekerjaan_formulir", kasus.pk)
    assert f"<h1>{kasus} pada formulir SOP</h1>" in halaman
    assert "<strong>Dilewati:</strong> 1. Memerintahkan" in halaman
    assert "(Perintah lisan)." in halaman


def test_an_initialled_disposisi_is_listed_as_initialled(kasus, lihat):
    kerjakan(terbuka(kasus).get())
    naskah = kasus.daftar_naskah.get()
    assert naskah.status == naskah.Status.KONSEP
    halaman = lihat("pekerjaan", kasus.pk).split("<h2>Naskah</h2>")[1]
    assert "Diparaf" in halaman
    assert "Konsep" not in halaman


def test_a_draft_that_nobody_initialled_is_frozen_once_its_case_is_over(kasus, lihat):
    tugas = terbuka(kasus).get()
    kerjakan(tugas)
    kasus.daftar_naskah.update(konsep=None)
    Tugas.objects.terbuka().filter(pelaksanaan=kasus).tutup(Tugas.Status.DIBATALKAN)
    Pelaksanaan.objects.filter(pk=kasus.pk).update(
        status=Pelaksanaan.Status.SELESAI, selesai_pada=timezone.now()
    )
    assert "Dibekukan" in lihat("pekerjaan", kasus.pk).split("<h2>Naskah</h2>")[1]


def test_the_printed_trail_is_numbered_from_one_and_keeps_the_chain_beside_the_hash(kasus):
    peristiwa = list(jejak(kasus.kunci))
    assert peristiwa[0].urut > 1
    teks = str(susun_jejak(kasus))
    assert f"{peristiwa[0].urut} · {peristiwa[0].sidik[:8]}" in teks
    tabel = next(satu for satu in susun_jejak(kasus).blok if type(satu).__name__ == "Tabel" and satu.kepala)
    assert "'1'" in str(tabel.baris[0])
