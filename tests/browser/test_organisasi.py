"""The door and the administrator's pages in a real browser: both widths, light and dark."""

import re

import pytest
from playwright.sync_api import expect

from lapkin.conftest import SANDI
from lapkin.organisasi import actions

DINAS = "/organisasi/dp3a-kalbar/"


@pytest.fixture
def tim(dinas):
    tim = actions.bentuk_tim(pegawai=dinas.pengelola, instansi=dinas.instansi, nama="Tim LKjIP", tahun=2026)
    actions.tambah_anggota(pegawai=dinas.pengelola, tim=tim, orang=dinas.staf)
    return tim


def _daftar_halaman(dinas, tim):
    jabatan, unit = dinas.jabatan["kadis"].pk, dinas.unit[0].pk
    penugasan = dinas.kadis.daftar_penugasan.get().pk
    return [
        "/organisasi/",
        "/organisasi/instansi/baru/",
        DINAS,
        f"{DINAS}ubah/",
        f"{DINAS}lambang/ganti/",
        f"{DINAS}unit/",
        f"{DINAS}unit/{unit}/ubah/",
        f"{DINAS}jabatan/",
        f"{DINAS}jabatan/{jabatan}/",
        f"{DINAS}jabatan/{jabatan}/tugaskan/",
        f"{DINAS}penugasan/{penugasan}/akhiri/",
        f"{DINAS}pegawai/",
        f"{DINAS}pegawai/tambah/",
        f"{DINAS}pegawai/{dinas.kadis.pk}/",
        f"{DINAS}tim/",
        f"{DINAS}tim/{tim.pk}/",
        "/pemberitahuan/",
        "/akun/sandi/",
        "/akun/keluar/",
        "/akun/bantuan/",
    ]


@pytest.mark.parametrize("skema", ["light", "dark"])
@pytest.mark.parametrize("ukuran", ["komputer", "ponsel"])
def test_every_page_of_the_administrator_is_accessible(layar, dinas, tim, ukuran, skema):
    jendela = layar(ukuran, skema=skema)
    jendela.masuk(dinas.pengelola)
    for jalur in _daftar_halaman(dinas, tim):
        jendela.buka(jalur)
        jendela.periksa()


@pytest.mark.parametrize("skema", ["light", "dark"])
@pytest.mark.parametrize("ukuran", ["komputer", "ponsel"])
def test_the_door_is_accessible_also_when_it_refuses(layar, dinas, ukuran, skema):
    jendela = layar(ukuran, skema=skema)
    halaman = jendela.buka("/akun/masuk/")
    jendela.periksa()
    halaman.get_by_label("NIP atau nama pengguna").fill("kadis")
    halaman.get_by_label("Kata sandi", exact=True).fill("salah")
    halaman.get_by_role("button", name="Masuk").click()
    expect(halaman.get_by_role("alert")).to_be_visible()
    jendela.periksa()


def test_signing_in_and_out_without_javascript(layar, dinas):
    jendela = layar("ponsel", javascript=False)
    halaman = jendela.buka("/pemberitahuan/")
    halaman.get_by_label("NIP atau nama pengguna").fill("kadis")
    halaman.get_by_label("Kata sandi", exact=True).fill(SANDI)
    halaman.get_by_role("button", name="Masuk").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Pemberitahuan")
    halaman.get_by_text("Lainnya").click()
    halaman.get_by_role("button", name="Keluar").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Masuk")


def test_a_form_with_a_fault_leads_to_its_field(layar, dinas):
    jendela = layar()
    jendela.masuk(dinas.pengelola)
    halaman = jendela.buka(f"{DINAS}unit/tambah/")
    halaman.get_by_role("button", name="Simpan").click()
    halaman.get_by_role("alert").get_by_role("link").first.click()
    assert halaman.evaluate("document.activeElement.id") == "id_nama"
    jendela.keluhan.clear()  # the browser's own line about status 422
    jendela.periksa()


def test_a_person_is_added_and_the_password_seen_once(layar, dinas):
    jendela = layar("ponsel")
    jendela.masuk(dinas.pengelola)
    halaman = jendela.buka(f"{DINAS}pegawai/tambah/")
    halaman.get_by_label("Nama tanpa gelar").fill("Ibu Baru")
    halaman.get_by_label("nama pengguna").fill("baru")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.locator(".kata-sandi code")).to_have_text(re.compile(r"^\w{4}-\w{4}-\w{4}$"))
    jendela.periksa()


def test_the_first_tab_stop_jumps_to_the_content(layar, dinas):
    jendela = layar()
    jendela.masuk(dinas.pengelola)
    halaman = jendela.buka("/pemberitahuan/")
    halaman.keyboard.press("Tab")
    halaman.keyboard.press("Enter")
    assert halaman.evaluate("document.activeElement.id") == "isi"
