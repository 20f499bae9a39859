"""The screens that matter, walked by Tab, Enter and Space alone (doc/panduan/papan-ketik.md) or without scripts."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from lapkin.alur import actions as alur
from lapkin.alur.models import Tugas
from lapkin.alur.tests.bantuan import kantor, pelaku
from lapkin.conftest import SANDI
from lapkin.langkah.tests.angka import isi_angka
from lapkin.laporan.actions import mulai_laporan

TAHUN = 2025
BATAS_TAB = 60  # a main act further away than this is not reached by a person


@pytest.fixture
def tugas(transactional_db) -> Tugas:
    """The first task of a case: the head of the office orders the report."""
    instansi, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    isi_angka(instansi, TAHUN)
    pelaksanaan = alur.mulai(pegawai=pengelola, sop=sop, tahun=TAHUN)
    return Tugas.objects.terbuka().get(pelaksanaan=pelaksanaan)


@pytest.fixture
def jendela(layar, tugas):
    jendela = layar()
    jendela.masuk(pelaku(tugas))
    return jendela


def _tab_ke(halaman: Page, nama: str) -> None:
    """Press Tab until the thing with this accessible name has the focus."""
    for _ in range(BATAS_TAB):
        halaman.keyboard.press("Tab")
        if _nama_terpilih(halaman) == nama:
            return
    raise AssertionError(f"“{nama}” tidak tercapai dengan Tab di {halaman.url}")


def _nama_terpilih(halaman: Page) -> str:
    return halaman.evaluate(
        """() => {
            const satu = document.activeElement;
            const label = satu.labels?.length ? satu.labels[0] : satu;
            return (satu.getAttribute("aria-label") || label.innerText).replace(/\\s+/g, " ").trim();
        }"""
    )


def _langkahi_menu(halaman: Page) -> None:
    _tab_ke(halaman, "Langsung ke isi halaman")
    halaman.keyboard.press("Enter")


def _judul(halaman: Page, teks: str) -> None:
    expect(halaman.get_by_role("heading", level=1)).to_have_text(teks)


def _kerjakan_disposisi(halaman: Page) -> None:
    expect(halaman.get_by_role("status")).to_contain_text("tersimpan")
    _langkahi_menu(halaman)
    _tab_ke(halaman, "Instruksi")
    halaman.keyboard.type("Segera susun.")
    _tab_ke(halaman, "Disposisikan")
    halaman.keyboard.press("Enter")


def test_signing_in_by_keyboard(layar, tugas):
    halaman = layar().buka("/")
    _tab_ke(halaman, "NIP atau nama pengguna")
    halaman.keyboard.type(pelaku(tugas).username)
    _tab_ke(halaman, "Kata sandi")
    halaman.keyboard.type(SANDI)
    halaman.keyboard.press("Enter")
    _judul(halaman, "Giliran saya")


def test_from_the_desk_to_a_finished_task_by_keyboard(jendela, tugas):
    halaman = jendela.buka("/")
    _langkahi_menu(halaman)
    _tab_ke(halaman, "Kerjakan Memerintahkan penyusunan LKJIP")
    halaman.keyboard.press("Enter")
    _judul(halaman, "Memerintahkan penyusunan LKJIP")
    _langkahi_menu(halaman)
    _tab_ke(halaman, "Bila tidak ada, alasannya")
    halaman.keyboard.type("Perintah lisan.")
    halaman.keyboard.press("Enter")
    _kerjakan_disposisi(halaman)
    _judul(halaman, "Giliran saya")
    tugas.refresh_from_db()
    assert tugas.status == Tugas.Status.SELESAI


def test_from_the_menu_to_the_steps_of_a_case_by_keyboard(jendela, tugas):
    halaman = jendela.buka("/")
    _tab_ke(halaman, "Pekerjaan")
    halaman.keyboard.press("Enter")
    _judul(halaman, "Pekerjaan")
    _langkahi_menu(halaman)
    _tab_ke(halaman, str(tugas.pelaksanaan))
    halaman.keyboard.press("Enter")
    _judul(halaman, str(tugas.pelaksanaan))
    _tab_ke(halaman, str(tugas.jabatan))
    halaman.keyboard.press("Enter")
    _judul(halaman, "Memerintahkan penyusunan LKJIP")


def test_a_cell_of_the_figures_saves_itself_when_tab_leaves_it(layar, tugas):
    jendela = layar()
    jendela.masuk(tugas.pelaksanaan.pembuat)
    halaman = jendela.buka(reverse("kinerja_lembar", args=[TAHUN]))
    _langkahi_menu(halaman)
    _tab_ke(halaman, "Setahun: Persentase layanan")
    halaman.keyboard.type("72")
    halaman.keyboard.press("Tab")
    expect(halaman.get_by_role("row", name="Persentase layanan")).to_contain_text("tersimpan")
    expect(halaman.get_by_role("row", name="Persentase layanan")).to_contain_text("90,00%")


def test_a_section_of_the_report_is_written_by_keyboard(jendela, tugas):
    instansi = tugas.pelaksanaan.instansi
    laporan = mulai_laporan(pegawai=pelaku(tugas), instansi=instansi, tahun=TAHUN, sebutan="LKjIP")
    halaman = jendela.buka(reverse("laporan", args=[laporan.pk]))
    _langkahi_menu(halaman)
    _tab_ke(halaman, "Ikhtisar eksekutif")
    halaman.keyboard.press("Enter")
    _judul(halaman, "Ikhtisar eksekutif")
    _langkahi_menu(halaman)
    _tab_ke(halaman, "Teks bagian ini")
    halaman.keyboard.type("Kinerja membaik.")
    _tab_ke(halaman, "Simpan")
    halaman.keyboard.press("Enter")
    expect(halaman.get_by_role("status").first).to_contain_text("tersimpan")


def test_a_task_is_finished_without_javascript(layar, tugas):
    jendela = layar("ponsel", javascript=False)
    jendela.masuk(pelaku(tugas))
    halaman = jendela.buka("/")
    halaman.get_by_role("link", name="Kerjakan").click()
    halaman.get_by_role("button", name="Tandai sudah saya terima").click()
    halaman.get_by_label("Bila tidak ada, alasannya").fill("Perintah lisan.")
    halaman.get_by_role("button", name="Simpan").click()
    halaman.get_by_label("Instruksi").fill("Segera susun.")
    halaman.get_by_role("button", name="Disposisikan").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Giliran saya")
    tugas.refresh_from_db()
    assert tugas.status == Tugas.Status.SELESAI


def test_a_refusal_says_why_and_where_to_go_on(jendela, tugas):
    halaman = jendela.buka(reverse("tugas", args=[tugas.pk]))
    halaman.get_by_role("button", name="Simpan").click()  # neither a file nor a reason
    _judul(halaman, "Belum dapat dilakukan")
    expect(halaman.get_by_role("main").get_by_role("link", name="Ke Giliran saya")).to_be_visible()
    jendela.keluhan.clear()  # the browser's own line about status 409
    jendela.periksa()
