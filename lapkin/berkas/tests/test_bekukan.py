"""Freezing bytes: once per content and name, whole, unchangeable, checked when read."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection

from lapkin.berkas.actions import bekukan, terima_unggahan
from lapkin.berkas.models import Berkas
from lapkin.berkas.queries import baca
from lapkin.berkas.tests.test_kenali import pdf
from lapkin.berkas.views import jawaban_berkas
from lapkin.hanya_tambah import TakBolehDiubah
from lapkin.jejak.ditolak import Ditolak

pytestmark = pytest.mark.django_db


def test_isi_dan_nama_yang_sama_satu_baris():
    satu = bekukan(isi=b"isi", nama="surat.pdf", jenis="pdf")
    assert bekukan(isi=b"isi", nama="surat.pdf", jenis="pdf") == satu
    assert bekukan(isi=b"isi", nama="salinan.pdf", jenis="pdf") != satu
    assert satu.jenis == "application/pdf"
    assert baca(satu) == b"isi"


def test_isi_yang_sama_disimpan_sekali_di_cakram(settings):
    bekukan(isi=b"isi", nama="a.txt", jenis="txt")
    bekukan(isi=b"isi", nama="b.txt", jenis="txt")
    assert len([p for p in settings.MEDIA_ROOT.rglob("*") if p.is_file()]) == 1


def test_berkas_tidak_dapat_diubah_atau_dihapus():
    berkas = bekukan(isi=b"isi", nama="a.txt", jenis="txt")
    berkas.nama = "lain"
    for ubah in (berkas.save, berkas.delete, Berkas.objects.all().delete):
        with pytest.raises(TakBolehDiubah):
            ubah()


def test_isi_yang_berubah_di_cakram_ketahuan_saat_dibaca(capsys):
    berkas = bekukan(isi=b"isi", nama="a.txt", jenis="txt")
    Path(berkas.isi.path).write_bytes(b"ubahan")
    with pytest.raises(Ditolak, match="Berkas rusak"):
        baca(berkas)
    with pytest.raises(CommandError, match="1 dari 1 berkas rusak"):
        call_command("periksa_berkas")
    assert "tidak lagi sama" in capsys.readouterr().out


def test_isi_yang_hilang_ketahuan():
    berkas = bekukan(isi=b"isi", nama="a.txt", jenis="txt")
    Path(berkas.isi.path).unlink()
    with pytest.raises(Ditolak, match="hilang"):
        baca(berkas)


def test_pemeriksaan_menyebut_semuanya_utuh(capsys):
    bekukan(isi=b"isi", nama="a.txt", jenis="txt")
    call_command("periksa_berkas")
    assert "semuanya utuh" in capsys.readouterr().out


def test_unggahan_diterima_menurut_isinya():
    berkas = terima_unggahan(unggahan=SimpleUploadedFile("pindaian.bin", pdf()), boleh={"pdf"})
    assert berkas.nama == "pindaian.bin.pdf"


def test_unggahan_terlalu_besar_dan_kosong_ditolak(settings):
    settings.BATAS_UNGGAH = 1024 * 1024
    with pytest.raises(Ditolak, match="Batasnya 1 MB"):
        terima_unggahan(unggahan=SimpleUploadedFile("a.pdf", b"0" * (1024 * 1024 + 1)), boleh={"pdf"})
    with pytest.raises(Ditolak, match="Pilih berkas"):
        terima_unggahan(unggahan=None, boleh={"pdf"})


def test_unduhan_bernama_dan_hanya_pdf_atau_gambar_tampil_di_peramban():
    berkas = bekukan(isi=pdf(), nama="Nota dinas.pdf", jenis="pdf")
    assert 'filename="Nota dinas.pdf"' in jawaban_berkas(berkas)["Content-Disposition"]
    assert jawaban_berkas(berkas, sebaris=True)["Content-Disposition"].startswith("inline")
    halaman = bekukan(isi=b"<script>", nama="a.html", jenis="text/html")
    assert jawaban_berkas(halaman, sebaris=True)["Content-Disposition"].startswith("attachment")


@pytest.mark.django_db(transaction=True)
def test_pembekuan_serentak_menghasilkan_satu_baris():
    def jalankan(_):
        try:
            return bekukan(isi=b"serentak", nama="a.txt", jenis="txt").pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as kolam:
        assert len(set(kolam.map(jalankan, range(8)))) == 1
