"""The clock of a task in a real browser: pausing it, going on, another due date, the legal day it works towards."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from lapkin.alur import actions
from lapkin.alur.models import Jeda
from lapkin.alur.tests.bantuan import kantor, pelaku, terbuka

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def tugas():
    _, pengelola, sop = kantor("kominfo-kalbar-lakip")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2030)
    return terbuka(kasus).get()


@pytest.mark.parametrize("ukuran", ["komputer", "ponsel"])
def test_a_task_is_paused_and_goes_on(layar, tugas, ukuran):
    jendela = layar(ukuran)
    jendela.masuk(pelaku(tugas))
    halaman = jendela.buka(reverse("tugas", args=[tugas.pk]))
    halaman.get_by_text("Tunda: menunggu pihak lain").click()
    halaman.get_by_label("Menunggu siapa").fill("BPKAD")
    halaman.get_by_label("Apa yang ditunggu").fill("Realisasi anggaran belum keluar.")
    jendela.periksa()
    halaman.get_by_role("button", name="Hentikan jam").click()
    expect(halaman.get_by_text("menunggu BPKAD.")).to_have_count(2)
    jendela.periksa()
    halaman.goto(jendela.alamat + reverse("pekerjaan", args=[tugas.pelaksanaan_id]))
    expect(halaman.get_by_text("Ditunda, menunggu BPKAD")).to_be_visible()
    jendela.periksa()
    halaman.goto(jendela.alamat + reverse("tugas", args=[tugas.pk]))
    halaman.get_by_role("button", name="Lanjutkan").click()
    expect(halaman.get_by_text("Jam tugas ini berjalan lagi")).to_be_visible()
    assert not Jeda.objects.filter(sampai=None).exists()


def test_the_pengelola_changes_a_due_date_and_a_day_off_is_refused(layar, tugas):
    jendela = layar("ponsel")
    jendela.masuk(tugas.pelaksanaan.pembuat)
    alamat = reverse("tugas", args=[tugas.pk])
    for tanggal, kalimat in (
        ("2030-12-01", "1 Desember 2030 bukan hari kerja"),
        ("2030-12-02", "Tenggat diubah"),
    ):
        halaman = jendela.buka(alamat)
        halaman.locator("summary", has_text="Ubah tenggat").click()
        halaman.get_by_label("Tenggat baru").fill(tanggal)
        halaman.locator("#tenggat_alasan").fill("Pejabatnya dinas luar.")
        halaman.get_by_role("button", name="Ubah tenggat").click()
        expect(halaman.get_by_text(kalimat).first).to_be_visible()
        if "bukan" in kalimat:  # what was typed is still there, and its form stands open
            expect(halaman.locator("#tenggat_alasan")).to_have_value("Pejabatnya dinas luar.")
    expect(halaman.locator(".pita-fakta")).to_contain_text("Sen, 2 Des 2030 16.00")
    jendela.keluhan.clear()  # the browser complains of the refusal, which was asked for
    jendela.periksa()


def test_the_legal_day_of_an_sop_is_set_and_counted_back(layar, tugas):
    jendela = layar("komputer")
    jendela.masuk(tugas.pelaksanaan.pembuat)
    halaman = jendela.buka(reverse("sop_batas", args=[tugas.pelaksanaan.sop_id]))
    halaman.get_by_label("Sejak tahun kinerja").fill("2025")
    halaman.get_by_label("Hari terakhir").fill("2026-02-20")
    halaman.get_by_label("Dasar").fill("SE Sekda 1/2026")
    halaman.get_by_role("button", name="Simpan batas").click()
    expect(halaman.get_by_role("cell", name="20 Februari")).to_be_visible()
    jendela.periksa()
