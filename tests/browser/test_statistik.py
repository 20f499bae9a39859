"""Standard against actual and the monitoring form in a real browser, with cases whose times are known."""

import pytest
from django.urls import reverse

from lapkin.alur.models import Jeda, Peninjauan, Tugas
from lapkin.alur.tests.bantuan import kantor
from lapkin.alur.tests.bantuan_statistik import kasus_selesai

PERIODE = "?dari=2026-01-01&sampai=2026-12-31"


@pytest.fixture
def sop_terukur(transactional_db):
    """(pengelola, sop) of SOP 002, whose units are asked for data; four cases, one with a return and a pause."""
    _, pengelola, sop = kantor("kominfo-kalbar-lakip")
    for tahun, menit in ((2022, 25), (2023, 80), (2024, 170), (2025, 260)):
        kasus = kasus_selesai(pengelola, sop, tahun, menit)
    tugas = kasus.daftar_tugas.filter(langkah="periksa-kasubbag").first() or kasus.daftar_tugas.last()
    Tugas.objects.filter(pk=tugas.pk).update(status="dikembalikan", catatan="Lengkapi bab III.")
    pertama = kasus.daftar_tugas.first()
    Jeda.objects.create(
        tugas=pertama,
        menunggu="Bappeda Provinsi",
        alasan="Menunggu angka indikator makro.",
        dari=pertama.dibuka_pada,
        sampai=pertama.ditutup_pada,
        pegawai=pengelola,
    )
    return pengelola, sop


@pytest.mark.parametrize("ukuran", ["komputer", "ponsel"])
def test_the_figures_are_read_at_both_widths(layar, sop_terukur, ukuran):
    pengelola, sop = sop_terukur
    layar = layar(ukuran)
    layar.masuk(pengelola)
    halaman = layar.buka(reverse("sop_kinerja", args=[sop.pk]) + PERIODE)
    assert halaman.get_by_role("heading", name="Menunggu siapa").is_visible()
    assert halaman.get_by_text("Bappeda Provinsi").is_visible()
    layar.periksa()


def test_the_long_tables_are_folded_on_a_phone_and_whole_on_a_desk(layar, sop_terukur):
    pengelola, sop = sop_terukur
    for ukuran, terlihat in (("komputer", True), ("ponsel", False)):
        jendela = layar(ukuran)
        jendela.masuk(pengelola)
        halaman = jendela.buka(reverse("sop_kinerja", args=[sop.pk]) + PERIODE)
        tabel = halaman.get_by_role("region", name="Standar dan kenyataan tiap langkah")
        assert tabel.is_visible() is terlihat
        halaman.get_by_role("heading", name="Langkah demi langkah").locator("+ details > summary").click()
        assert tabel.is_visible() is not terlihat
        jendela.periksa()


@pytest.mark.parametrize("ukuran", ["komputer", "ponsel"])
def test_a_form_is_filled_kept_and_found_again(layar, sop_terukur, ukuran):
    pengelola, sop = sop_terukur
    layar = layar(ukuran)
    layar.masuk(pengelola)
    halaman = layar.buka(reverse("sop_kinerja", args=[sop.pk]) + PERIODE)
    halaman.get_by_role("link", name="Isi formulir monitoring").click()
    layar.periksa()
    halaman.get_by_label("Kesimpulan").fill("Dua langkah perlu standar baru.")
    halaman.get_by_role("button", name="Simpan", exact=True).click()
    assert halaman.get_by_text("Dua langkah perlu standar baru.").is_visible()
    layar.periksa()
    assert Peninjauan.objects.get(sop=sop).berkas


def test_a_draft_is_proposed_from_the_page(layar, sop_terukur):
    pengelola, sop = sop_terukur
    layar = layar()
    layar.masuk(pengelola)
    halaman = layar.buka(reverse("sop_kinerja", args=[sop.pk]) + PERIODE)
    halaman.get_by_role("button", name="Buat draf revisi dengan waktu ini").click()
    assert halaman.get_by_text("dibuat dengan waktu dari kenyataan").is_visible()
    assert sop.daftar_revisi.filter(status="draf").exists()
