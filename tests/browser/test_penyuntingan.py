"""The SOP editor in a real browser: one SOP from nothing to in force, and its first task done."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from lapkin.alur import actions
from lapkin.alur.models import Pelaksanaan, RevisiSop, Tugas
from lapkin.alur.tests.bantuan import kantor
from lapkin.berkas.queries import baca
from lapkin.langkah.tests.angka import isi_angka
from lapkin.sop.tests.benih import isi_sop

DAFTAR_LANGKAH = [
    ("Memerintahkan penyusunan laporan kinerja", "Kepala Dinas", "Lembar disposisi", "30", "menit", ""),
    ("Menyusun konsep laporan kinerja", "Kasubbag", "Konsep laporan", "3", "hari", "Lembar disposisi"),
    ("Memeriksa konsep laporan kinerja", "Sekretaris", "Konsep diperiksa", "1", "hari", "Konsep laporan"),
    ("Mengarsipkan laporan kinerja", "Kasubbag", "Arsip laporan", "1", "jam", "Konsep diperiksa"),
]
IDENTITAS = {
    "Nomor SOP": "065/1/2026",
    "Tanggal pembuatan (boleh kosong)": "2026-01-02",
    "Tanggal efektif (boleh kosong)": "2026-01-05",
    "Jabatan pengesah (boleh kosong)": "Kepala Dinas",
    "Nama pengesah (boleh kosong)": "Ibu Kadis",
}


def _mulai_menyusun(halaman: Page) -> None:
    halaman.get_by_role("link", name="SOP baru").click()
    halaman.get_by_label("Nama SOP").fill("Penyusunan Laporan Kinerja")
    halaman.get_by_label("Peran (pelaksana)").fill("Kepala Dinas\nSekretaris\nKasubbag")
    halaman.get_by_role("button", name="Mulai menyusun").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Penyusunan Laporan Kinerja")


def _tambah_langkah(halaman: Page, kegiatan, pelaksana, output, jumlah, satuan, kelengkapan) -> None:
    formulir = halaman.get_by_role("form", name="Langkah baru")
    if not formulir.is_visible():
        halaman.get_by_role("link", name="Tambah langkah", exact=True).click()
    formulir.get_by_label("Kegiatan").fill(kegiatan)
    formulir.get_by_label(pelaksana, exact=True).check()
    formulir.get_by_label("Kelengkapan").fill(kelengkapan)
    formulir.get_by_label("Waktu", exact=True).fill(jumlah)
    formulir.get_by_label("Satuan waktu").select_option(satuan)
    formulir.get_by_label("Output").fill(output)
    if kegiatan.startswith("Memeriksa"):
        formulir.get_by_label("2 Menyusun konsep laporan kinerja").check()
    formulir.get_by_role("button", name="Tambahkan langkah").click()
    expect(halaman.get_by_role("status").first).to_contain_text("ditambahkan")
    expect(halaman.get_by_role("rowheader").filter(has_text=kegiatan)).to_be_visible()


def _isi_identitas(halaman: Page) -> None:
    halaman.get_by_role("link", name="Identitas", exact=True).click()
    for label, nilai in IDENTITAS.items():
        halaman.get_by_label(re.compile(rf"^{re.escape(label.split(' (')[0])}( \(boleh kosong\))?$")).fill(
            nilai
        )
    halaman.get_by_role("button", name="Simpan identitas").click()
    expect(halaman.get_by_role("status").first).to_contain_text("Bagian identitas diubah")


def _bekukan(halaman: Page) -> None:
    halaman.get_by_role("link", name="Lanjut ke pengesahan").click()
    halaman.get_by_text("Bekukan formulir untuk disahkan").click()
    halaman.get_by_label("Disahkan oleh pemegang jabatan").select_option(label="Kepala Dinas")
    halaman.get_by_role("button", name="Bekukan formulir").click()
    expect(halaman.get_by_role("status").first).to_contain_text("dibekukan")


def _sahkan(jendela, draf) -> None:
    halaman = jendela.buka(reverse("sop_daftar"))
    halaman.get_by_role("link", name="Baca dan sahkan").click()
    draf.refresh_from_db()
    pindaian = {"name": "pindaian.pdf", "mimeType": "application/pdf", "buffer": _dipindai(draf)}
    halaman.get_by_label("Pindaian formulir yang sudah ditandatangani").set_input_files(pindaian)
    halaman.get_by_label(re.compile("Saya menandatangani")).check()
    halaman.get_by_role("button", name="Sahkan dan berlakukan").click()
    expect(halaman.get_by_role("status").first).to_contain_text("berlaku mulai sekarang")


def _dipindai(draf) -> bytes:
    """The frozen form as it comes back from the scanner."""
    return baca(draf.berkas_dibaca) + b"\n% tinta\n"


def _ikat(halaman: Page, peran, jabatan) -> None:
    terbuka = halaman.get_by_label("Jabatan", exact=False).first
    if not terbuka.is_visible():
        halaman.get_by_text("Ikat peran pada jabatan atau tim").click()
    halaman.locator("select[name=nama]").select_option(peran)
    pilihan = halaman.locator("select[name=jabatan] option", has_text=jabatan).first
    halaman.locator("select[name=jabatan]").select_option(pilihan.get_attribute("value"))
    halaman.get_by_role("button", name="Ikat", exact=True).click()
    expect(halaman.get_by_role("status").first).to_contain_text("terikat")


def test_an_sop_is_made_from_nothing_put_in_force_and_run(layar, dinas):
    isi_angka(dinas.instansi, 2025)
    jendela = layar()
    jendela.masuk(dinas.pengelola)
    halaman = jendela.buka(reverse("sop_daftar"))
    _mulai_menyusun(halaman)
    for langkah in DAFTAR_LANGKAH:
        _tambah_langkah(halaman, *langkah)
    expect(halaman.get_by_text("Tidak ada kesalahan")).to_be_visible()
    jendela.periksa()
    _isi_identitas(halaman)
    draf = RevisiSop.objects.get()
    assert [langkah.kembali_ke for langkah in draf.dibaca().langkah][2] == (draf.dibaca().langkah[1].kode,)
    _bekukan(halaman)
    pengesah = layar()
    pengesah.masuk(dinas.kadis)
    _sahkan(pengesah, draf)
    halaman = jendela.buka(reverse("sop", args=[draf.sop_id]))
    for peran, jabatan in [
        ("Kepala Dinas", "Kepala Dinas"),
        ("Sekretaris", "Sekretaris Dinas"),
        ("Kasubbag", "Kepala Subbagian Program"),
    ]:
        _ikat(halaman, peran, jabatan)
    halaman = jendela.buka(reverse("pekerjaan_mulai"))
    halaman.get_by_label("SOP").select_option(label="Penyusunan Laporan Kinerja")
    halaman.get_by_label("Tahun").fill("2025")
    halaman.get_by_role("button", name="Mulai").click()
    expect(halaman.get_by_role("heading", level=1)).to_contain_text("2025")
    tugas = Tugas.objects.terbuka().get(pelaksanaan=Pelaksanaan.objects.get())
    halaman = pengesah.buka(reverse("tugas", args=[tugas.pk]))
    halaman.get_by_label("Instruksi").fill("Segera disusun.")
    halaman.get_by_role("button", name="Disposisikan").click()
    expect(halaman.get_by_role("status").first).to_be_visible()
    assert Tugas.objects.terbuka().get().langkah == draf.dibaca().langkah[1].kode


@pytest.fixture
def draf(dinas):
    return actions.buat_sop(
        pegawai=dinas.pengelola, instansi=dinas.instansi, isi=isi_sop("dp3a-kalbar-lkjip")
    )


@pytest.mark.parametrize("ukuran", ["komputer", "ponsel"])
def test_every_page_of_the_editor_can_be_read_at_both_widths(layar, dinas, draf, ukuran):
    jendela = layar(ukuran, skema="dark" if ukuran == "ponsel" else "light")
    jendela.masuk(dinas.pengelola)
    for jalur in (
        reverse("sop_baru"),
        reverse("sop_sunting", args=[draf.pk]),
        f"{reverse('sop_sunting', args=[draf.pk])}?ubah=susun",
        f"{reverse('sop_sunting', args=[draf.pk])}?tambah=susun",
        reverse("sop_sunting_identitas", args=[draf.pk]),
        reverse("sop_sunting_peran", args=[draf.pk]),
        reverse("sop_impor", args=[draf.pk]),
    ):
        jendela.buka(jalur)
        jendela.periksa()


def test_a_row_is_moved_by_keyboard_and_keeps_the_focus(layar, dinas, draf):
    jendela = layar()
    jendela.masuk(dinas.pengelola)
    halaman = jendela.buka(reverse("sop_sunting", args=[draf.pk]))
    halaman.locator("#turun-susun").focus()
    halaman.keyboard.press("Enter")
    expect(halaman.get_by_role("status").first).to_contain_text("dipindahkan ke baris 7")
    expect(halaman.locator("#turun-susun")).to_be_focused()
    halaman.keyboard.press("Enter")
    expect(halaman.get_by_role("status").first).to_contain_text("dipindahkan ke baris 8")
    draf.refresh_from_db()
    assert [langkah.kode for langkah in draf.dibaca_draf().langkah].index("susun") == 7


def test_a_row_is_edited_and_deleted_without_scripts(layar, dinas, draf):
    jendela = layar(javascript=False)
    jendela.masuk(dinas.pengelola)
    halaman = jendela.buka(reverse("sop_sunting", args=[draf.pk]))
    halaman.locator("#ubah-susun").click()
    formulir = halaman.get_by_role("form", name="Ubah langkah")
    formulir.get_by_label("Keterangan").fill("Tanpa skrip")
    formulir.get_by_role("button", name="Simpan langkah").click()
    expect(halaman.get_by_role("status").first).to_contain_text("diubah")
    halaman.locator("tr.baris-tindakan summary", has_text="langkah 1").first.click()
    halaman.get_by_role("button", name="Hapus baris ini langkah 1", exact=True).click()
    expect(halaman.get_by_role("status").first).to_contain_text("dihapus")
    draf.refresh_from_db()
    assert draf.dibaca_draf().cari("susun").keterangan == "Tanpa skrip"
    assert len(draf.dibaca_draf().langkah) == 10


def _tempel_tabel(halaman: Page) -> None:
    halaman.evaluate(
        """() => {
            const isi = new DataTransfer();
            isi.setData("text/html", `<table><tr><th>No</th><th>Kegiatan</th><th>Kadis</th><th>Staf</th>
              <th>Kelengkapan</th><th>Waktu</th><th>Output</th><th>Ket</th></tr><tr><td>1</td>
              <td>Menyusun laporan tempelan</td><td></td><td>V</td><td>Data</td><td>2 hari</td>
              <td>Laporan</td><td></td></tr></table>`);
            const isian = document.querySelector("[data-tempel]");
            isian.dispatchEvent(new ClipboardEvent("paste", {clipboardData: isi, bubbles: true, cancelable: true}));
        }"""
    )


def test_a_pasted_table_is_shown_by_its_size_and_can_be_cleared(layar, dinas, draf):
    jendela = layar()
    jendela.masuk(dinas.pengelola)
    halaman = jendela.buka(reverse("sop_impor", args=[draf.pk]))
    expect(halaman.get_by_role("button", name="Hapus tempelan")).to_be_hidden()
    _tempel_tabel(halaman)
    expect(halaman.get_by_text("Tabel tertempel: 2 baris, 8 kolom.")).to_be_visible()
    expect(halaman.locator("[data-tempel]")).to_be_hidden()
    jendela.periksa()
    halaman.get_by_role("button", name="Hapus tempelan").click()
    expect(halaman.locator("[data-tempel]")).to_be_focused()
    assert halaman.locator("[data-tempel]").input_value() == ""
    halaman.locator("[data-tempel]").fill("<table><tr><td>bukan SOP</td></tr></table>")
    halaman.get_by_role("button", name="Lihat dahulu").click()
    expect(halaman.get_by_text("Tabel tertempel: 1 baris, 1 kolom.")).to_be_visible()
    expect(halaman.get_by_role("heading", name="Belum dapat dibaca")).to_be_visible()


def test_a_table_pasted_from_word_is_shown_before_it_is_taken(layar, dinas, draf):
    jendela = layar()
    jendela.masuk(dinas.pengelola)
    halaman = jendela.buka(reverse("sop_impor", args=[draf.pk]))
    _tempel_tabel(halaman)
    halaman.get_by_role("button", name="Lihat dahulu").click()
    expect(halaman.get_by_text("Menyusun laporan tempelan")).to_be_visible()
    jendela.periksa()
    halaman.get_by_role("button", name="Pakai isi ini").click()
    expect(halaman.get_by_role("status").first).to_contain_text("diganti dari tabel yang ditempel")
    draf.refresh_from_db()
    assert [langkah.kegiatan for langkah in draf.dibaca_draf().langkah] == ["Menyusun laporan tempelan"]


@pytest.mark.parametrize(("lebar", "tinggi"), [(1280, 900), (1366, 768), (1366, 650)])
def test_a_row_is_edited_in_full_view_and_its_table_is_not_cut(layar, transactional_db, lebar, tinggi):
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Disesuaikan.")
    jendela = layar()
    jendela.masuk(pengelola)
    jendela.halaman.set_viewport_size({"width": lebar, "height": tinggi})
    halaman = jendela.buka(reverse("sop_sunting", args=[draf.pk]))
    tabel = halaman.get_by_role("region", name="Tabel langkah")
    assert tabel.evaluate("kotak => kotak.scrollWidth <= kotak.clientWidth")
    halaman.get_by_role("link", name="Ubah langkah 3", exact=True).click()
    isian = halaman.locator("#id_kegiatan")
    expect(isian).to_be_focused()
    assert isian.evaluate(
        """isian => {
          const {left, top, width, height} = isian.getBoundingClientRect();
          return document.elementFromPoint(left + width / 2, top + height / 2) === isian;
        }"""
    )
    jendela.periksa()
