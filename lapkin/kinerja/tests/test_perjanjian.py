"""The versions of the Perjanjian Kinerja: seen side by side, and the signed paper of the newest."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lapkin.dokumen.blok import Dokumen, paragraf
from lapkin.dokumen.cetak_pdf import cetak_pdf
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.kinerja.actions.perjanjian import perjanjian_baru
from lapkin.kinerja.models import Indikator, PerjanjianKinerja
from lapkin.kinerja.tampilan_perjanjian import susun_target

TAHUN = 2025


@pytest.fixture
def indikator(dinas):
    return Indikator.objects.create(instansi=dinas.instansi, tahun=TAHUN, urutan=1, nama="Indeks")


@pytest.fixture
def dua_versi(dinas, indikator):
    perjanjian_baru(dinas.instansi, TAHUN, {indikator.pk: "90"}, "")
    return perjanjian_baru(dinas.instansi, TAHUN, {indikator.pk: "80"}, "Refocusing")


def _unggah(client, versi, isi, tanggal="2025-10-01"):
    berkas = {"naskah": SimpleUploadedFile("pk.pdf", isi)} if isi else {}
    alamat = reverse("kinerja_perjanjian_unggah", args=[TAHUN, versi])
    return client.post(alamat, {"tanggal": tanggal, **berkas})


@pytest.fixture(scope="module")
def pdf():
    return cetak_pdf(Dokumen(judul="PK", tanggal=date(2025, 10, 1), blok=(paragraf("Perjanjian Kinerja"),)))


def test_versi_berikutnya_memerlukan_alasan(dinas, indikator):
    perjanjian_baru(dinas.instansi, TAHUN, {indikator.pk: "90"}, "")
    with pytest.raises(Ditolak, match="alasan"):
        perjanjian_baru(dinas.instansi, TAHUN, {indikator.pk: "80"}, " ")


def test_setiap_target_berdampingan_dengan_perubahannya(indikator):
    lain = Indikator(pk=99, nama="Lain")
    tanpa_target = Indikator(pk=98, nama="Tanpa target")
    target = {(indikator.pk, 0): "90", (indikator.pk, 1): "80", (lain.pk, 1): "5", (indikator.pk, 2): "80"}
    daftar = susun_target([indikator, lain, tanpa_target], [0, 1, 2], target)
    assert [[sel.keadaan for sel in baris.daftar_sel] for baris in daftar] == [
        ["", "Berubah", ""],
        ["", "Baru", "Dihapus"],
    ]


def test_halaman_menampilkan_versi_alasan_dan_perubahan(client, dinas, dua_versi):
    client.force_login(dinas.staf)
    halaman = client.get(reverse("kinerja_perjanjian", args=[TAHUN])).text
    assert "PK 2025 perubahan 1" in halaman
    assert "Refocusing" in halaman
    assert "Berubah" in halaman
    assert "perjanjian/1/unggah" not in halaman
    assert reverse("kinerja_perjanjian", args=[TAHUN]) in client.get(f"/kinerja/{TAHUN}/").text
    kosong = client.get(reverse("kinerja_perjanjian", args=[2031])).text
    assert "Belum ada Perjanjian Kinerja" in kosong


def test_pengelola_mengunggah_naskah_versi_terakhir(client, dinas, dua_versi, pdf):
    client.force_login(dinas.pengelola)
    assert _unggah(client, 1, pdf).url == reverse("kinerja_perjanjian", args=[TAHUN])
    dua_versi.refresh_from_db()
    assert dua_versi.tanggal.isoformat() == "2025-10-01"
    peristiwa = Peristiwa.objects.get(jenis="perjanjian.diunggah")
    assert (peristiwa.data["versi"], peristiwa.data["naskah"]) == (1, dua_versi.naskah.sha256)
    client.force_login(dinas.staf)
    assert client.get(reverse("kinerja_perjanjian_naskah", args=[TAHUN, 1])).content == pdf
    assert client.get(reverse("kinerja_perjanjian_naskah", args=[TAHUN, 0])).status_code == 404


def test_versi_lama_isian_kosong_dan_yang_bukan_pdf_ditolak(client, dinas, dua_versi, pdf):
    client.force_login(dinas.pengelola)
    lama = _unggah(client, 0, pdf)
    assert (lama.status_code, "versi yang lebih baru" in lama.text) == (409, True)
    assert _unggah(client, 1, b"").status_code == 422
    assert _unggah(client, 1, b"bukan pdf").status_code == 409
    assert not PerjanjianKinerja.objects.filter(naskah__isnull=False).exists()


def test_yang_bukan_pengelola_tidak_dapat_mengunggah(client, dinas, dua_versi, pdf):
    client.force_login(dinas.kadis)
    assert _unggah(client, 1, pdf).status_code == 404
