"""Every page in a real browser: nothing for axe-core, nothing wider than the window, a silent console, few bytes."""

import gzip
import re
from functools import cache

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from lapkin.alur import actions as alur
from lapkin.alur.tests.bantuan import kantor, pelaku
from lapkin.langkah.tests.angka import isi_angka
from lapkin.sop.bagan import Jenis
from tests.hak_akses_dunia import Dunia
from tests.sop.pemain import kembalikan, kerjakan, tugas_terbuka

BATAS_BERAT = 100_000  # bytes of HTML, CSS and JavaScript, compressed, of one page
# Together these SOPs ask for every kind of work.
DAFTAR_SOP = ("kominfo-kalbar-lakip", "jambi-data-kinerja", "dp3a-kalbar-lkjip")
HALAMAN = {
    "pemegang": """beranda tugas pekerjaan_daftar pekerjaan pekerjaan_jejak sop_daftar sop kinerja kinerja_lembar
        kinerja_indikator kinerja_anggaran laporan_daftar laporan laporan_bagian laporan_banding naskah naskah_lihat
        naskah_pilih naskah_buat agenda arsip arsip_lihat arsip_simpan kiriman_daftar kiriman pemberitahuan""",
    "kolega": "tugas",
    "pengelola": """pekerjaan_mulai sop sop_batas sop_baru sop_sunting sop_sunting_identitas sop_sunting_peran sop_impor
        kinerja_lembar kinerja_anggaran kinerja_buku klasifikasi""",
    "luar": "beranda",
}


@pytest.fixture
def jendela(layar):
    """Both widths at once; what a colour scheme changes is looked at in both."""
    return [layar("komputer", skema="light"), layar("ponsel", skema="dark")]


def _lihat(jendela, pegawai, jalur):
    for satu in jendela:
        satu.masuk(pegawai)
        jawaban = satu.halaman.goto(satu.alamat + jalur)
        assert jawaban.status == 200, jalur
        satu.periksa()
        _periksa_warna(satu)
        _periksa_berat(satu.halaman, jawaban)


def _periksa_warna(layar):
    """Enough contrast in the other colour scheme too."""
    gelap = layar.halaman.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    layar.halaman.emulate_media(color_scheme="light" if gelap else "dark")
    temuan = Axe().run(layar.halaman, options={"runOnly": ["color-contrast"]})
    assert temuan.violations_count == 0, f"{layar.halaman.url}\n{temuan.generate_report()}"
    layar.halaman.emulate_media(color_scheme="dark" if gelap else "light")


def _periksa_berat(halaman, jawaban):
    """The page without the preview of a report, which is the report itself."""
    isi = re.sub(rb'<article class="kertas.*?</article>', b"", jawaban.body(), flags=re.DOTALL)
    alamat = halaman.eval_on_selector_all(
        "link[rel=stylesheet], script[src]", "daftar => daftar.map(satu => satu.href || satu.src)"
    )
    berat = _berat(isi) + sum(_berat_berkas(halaman.request, satu.split("?")[0]) for satu in alamat)
    assert berat < BATAS_BERAT, f"{halaman.url}: {berat} byte"


@cache
def _berat_berkas(permintaan, alamat):
    return _berat(permintaan.get(alamat).body())


def _berat(isi):
    return len(gzip.compress(isi))


def test_every_page_can_be_read_by_everyone_at_both_widths(jendela, transactional_db):
    dunia = Dunia()
    for peran, daftar_nama in HALAMAN.items():
        for nama in daftar_nama.split():
            _lihat(jendela, dunia.orang[peran], reverse(nama, args=dunia.argumen(nama)))
    _lihat(jendela, dunia.orang["pemegang"], f"{reverse('laporan', args=[dunia.laporan.pk])}?tampil=poin")
    _lihat(jendela, pelaku(dunia.penghimpun), reverse("tugas", args=[dunia.penghimpun.pk]))
    _lihat(jendela, dunia.pengisi, reverse("tugas", args=[dunia.tugas_unit.pk]))
    kembalikan(dunia.tugas, "susun", "Sebutkan program yang dimaksud.")
    dikembalikan = tugas_terbuka(dunia.kasus).get()
    _lihat(jendela, pelaku(dikembalikan), reverse("tugas", args=[dikembalikan.pk]))


def test_the_page_of_every_kind_of_work_can_be_read_at_both_widths(jendela, transactional_db):
    terlihat = set()
    for kode in DAFTAR_SOP:
        instansi, pengelola, sop = kantor(kode)
        isi_angka(instansi, daftar_unit=list(instansi.daftar_unit.all()))
        pelaksanaan = alur.mulai(pegawai=pengelola, sop=sop, tahun=2025)
        while tugas := tugas_terbuka(pelaksanaan).first():
            if tugas.jenis not in terlihat:
                terlihat.add(tugas.jenis)
                _lihat(jendela, pelaku(tugas), reverse("tugas", args=[tugas.pk]))
                if tugas.jenis == Jenis.RAPAT:
                    _lihat(jendela, pelaku(tugas), reverse("tugas_undangan", args=[tugas.pk]))
            kerjakan(tugas, {"alasan": "Data menyusul."})
    assert terlihat == set(Jenis)


def test_a_missing_page_says_so_on_an_accessible_page(layar, dinas):
    jendela = layar("ponsel")
    jendela.masuk(dinas.kadis)
    halaman = jendela.buka("/tidak-ada/")
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Halaman tidak ditemukan")
    jendela.keluhan.clear()  # the browser's own line about status 404
    jendela.periksa()
