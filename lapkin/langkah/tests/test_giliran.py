"""Giliran saya: a new office gets its first steps, one without tasks a quiet line, a task that waits is not late."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lapkin.alur import actions as alur
from lapkin.alur.models import Sop, Tugas
from lapkin.alur.queries import cadangan_kasus, kalender_kasus, menunggu_pengesahan
from lapkin.alur.tests.bantuan import kantor, pelaku, terbuka
from lapkin.alur.tests.bantuan_revisi import draf_beku
from lapkin.conftest import buat_pegawai
from lapkin.langkah.jadwal import kata_sisa
from lapkin.langkah.meja import meja_pengesahan
from lapkin.organisasi.queries import kedudukan, pemegang

from .bantuan import pekerjaan

KOSONG = "Tidak ada giliran Anda saat ini."
BARU = "Instansi Anda belum mempunyai SOP."


@pytest.fixture
def meja(client):
    def milik(pegawai):
        client.force_login(pegawai)
        return client.get(reverse("beranda")).content.decode()

    return milik


def test_the_pengelola_of_an_office_without_sop_sees_the_first_steps_in_order(dinas, meja):
    halaman = meja(dinas.pengelola)
    assert BARU in halaman
    assert KOSONG not in halaman
    langkah = halaman.split("<ol>")[1].split("</ol>")[0]
    tanda = [
        *(f'href="{reverse(nama, args=["dp3a-kalbar"])}"' for nama in ("unit", "jabatan", "pegawai")),
        f'href="{reverse("sop_baru")}"',
        f'href="{reverse("sop_daftar")}"',
        f'href="{reverse("pekerjaan_mulai")}"',
    ]
    letak = [langkah.index(satu) for satu in tanda]
    assert letak == sorted(letak)


def test_once_the_office_has_an_sop_its_pengelola_sees_the_quiet_line(dinas, meja):
    Sop.objects.create(instansi=dinas.instansi, kode="lkjip", judul="Penyusunan LKjIP")
    halaman = meja(dinas.pengelola)
    assert KOSONG in halaman
    assert BARU not in halaman


def test_the_sop_of_an_office_below_counts_for_the_pengelola_of_the_pemda(dinas, meja):
    pengelola, _ = buat_pegawai(dinas.instansi.induk, "pengelola-pemprov", "Pengelola", pengelola=True)
    assert BARU in meja(pengelola)
    Sop.objects.create(instansi=dinas.instansi, kode="lkjip", judul="Penyusunan LKjIP")
    assert KOSONG in meja(pengelola)


def test_an_officer_who_manages_nothing_gets_no_first_steps_and_no_query_for_them(dinas, meja):
    with CaptureQueriesContext(connection) as jejak:
        assert KOSONG in meja(dinas.staf)
    assert not any('FROM "alur_sop"' in satu["sql"] for satu in jejak.captured_queries)


@pytest.mark.django_db
def test_a_task_whose_clock_stands_is_not_called_late(meja):
    tugas = terbuka(pekerjaan("dp3a-kalbar-lkjip")).get()
    Tugas.objects.filter(pk=tugas.pk).update(tenggat=tugas.dibuka_pada)
    assert "Terlambat" in meja(pelaku(tugas))

    alur.tunda(pegawai=pelaku(tugas), tugas=tugas, menunggu="BPKAD", alasan="Angka belum keluar.")

    halaman = meja(pelaku(tugas))
    assert "Terlambat" not in halaman
    assert "Jam berhenti" in halaman


@pytest.mark.django_db
def test_an_sop_that_waits_for_a_signature_stands_on_the_desk_of_who_signs_it(meja):
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    _, kadis = draf_beku(pengelola, sop)
    halaman = meja(pemegang(kadis).get())
    assert "SOP menunggu pengesahan Anda" in halaman
    assert reverse("sop_revisi_lihat", args=[sop.pk, 2]) in halaman
    assert "SOP menunggu pengesahan Anda" not in meja(pengelola)


@pytest.mark.django_db
def test_the_desk_names_the_signatures_that_the_query_names():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    draf, kadis = draf_beku(pengelola, sop)
    for pegawai in (pemegang(kadis).get(), pengelola):
        di_meja = [(satu.sop, satu.urutan) for satu in meja_pengesahan(kedudukan(pegawai))]
        assert di_meja == [(revisi.sop_id, revisi.urutan) for revisi in menunggu_pengesahan(pegawai)]
    assert [satu.sop for satu in meja_pengesahan(kedudukan(pemegang(kadis).get()))] == [draf.sop_id]


def kata_cadangan(pelaksanaan, kini):
    """What the pages say at a moment."""
    kalender = kalender_kasus(pelaksanaan, kini)
    return kata_sisa(pelaksanaan, kalender, *cadangan_kasus(pelaksanaan, kalender, kini), kini)


@pytest.mark.parametrize(
    ("tahun", "kata", "kurang"),
    [(2026, "sisa", False), (2025, "kurang", True), (2024, "lewat", True)],
)
@pytest.mark.django_db
def test_what_a_case_has_to_spare_names_the_year_and_a_day_that_is_over_is_lewat(tahun, kata, kurang):
    pelaksanaan = pekerjaan("dp3a-kalbar-lkjip", tahun=tahun)
    kini = datetime(
        2026, 2, 27, 15, tzinfo=UTC
    )  # after office hours on the last working day before 28 February
    hasil = kata_cadangan(pelaksanaan, kini)
    assert (hasil.kata.split()[0], hasil.kurang) == (kata, kurang)
    assert hasil.kata.endswith(f"28 Feb {tahun + 1}")


@pytest.mark.django_db
def test_working_days_since_the_legal_day_are_counted_not_the_standard_times():
    pelaksanaan = pekerjaan("dp3a-kalbar-lkjip", tahun=2025)
    kini = datetime(
        2026, 3, 3, 16, tzinfo=ZoneInfo("Asia/Jakarta")
    )  # Monday and Tuesday after Saturday, 28 February
    assert kata_cadangan(pelaksanaan, kini).kata == "lewat 2 hari kerja dari batas 28 Feb 2026"
