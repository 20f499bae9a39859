"""The pages of the reminders in a real browser, and the way out to WhatsApp that the page's policy must allow."""

import pytest
from playwright.sync_api import expect

from lapkin.pengingat.actions import buat_alamat, ingatkan
from lapkin.pengingat.models import Pengingat
from lapkin.pengingat.tests.bantuan import SEHARI, TENGGAT, kasus_bertenggat


@pytest.fixture
def kasus(transactional_db):
    tugas, kadis, pengelola = kasus_bertenggat()
    ingatkan(kini=TENGGAT + 3 * SEHARI)
    return tugas, kadis, pengelola


@pytest.mark.parametrize("skema", ["light", "dark"])
@pytest.mark.parametrize("ukuran", ["komputer", "ponsel"])
def test_every_page_of_the_reminders_is_accessible(layar, kasus, ukuran, skema):
    tugas, kadis, pengelola = kasus
    buat_alamat(pegawai=pengelola)
    kantor = f"/ingatkan/kantor/{tugas.instansi.kode}/"
    jendela = layar(ukuran, skema=skema)
    jendela.masuk(pengelola)
    for jalur in (
        f"{kantor}tangga/",
        f"{kantor}tangga/surel-saat/ubah/",
        f"{kantor}tangga/tambah/",
        f"{kantor}kotak-keluar/",
        f"/ingatkan/tugas/{tugas.pk}/",
        "/ingatkan/kalender/",
    ):
        jendela.buka(jalur)
        jendela.periksa()


def test_the_button_leads_to_whatsapp_with_the_text(layar, kasus):
    tugas, kadis, pengelola = kasus
    jendela = layar("ponsel")
    jendela.masuk(pengelola)
    tujuan = []

    def jawab(rute):
        tujuan.append(rute.request.url)
        rute.fulfill(body="WhatsApp")

    jendela.konteks.route("https://wa.me/**", jawab)
    halaman = jendela.buka(f"/ingatkan/tugas/{tugas.pk}/")
    halaman.get_by_role("button", name="Ingatkan lewat WhatsApp").click()
    expect(halaman.get_by_text("WhatsApp")).to_be_visible()
    assert tujuan[0].startswith("https://wa.me/6281234567890?text=Yth.")
    assert Pengingat.objects.get(saluran="whatsapp").pengirim == pengelola
    assert not jendela.keluhan
