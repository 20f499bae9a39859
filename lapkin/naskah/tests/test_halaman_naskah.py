"""The pages of letters: a free-standing letter goes from form to signature, number, delivery and archive."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lapkin.arsip import klasifikasi_awal
from lapkin.arsip.models import Arsip, Klasifikasi, Pengiriman
from lapkin.naskah.bentuk.daftar import BENTUK
from lapkin.naskah.isian_tabel import nama_sel
from lapkin.naskah.models import Agenda, Naskah
from lapkin.naskah.tests.isi_contoh import ISI
from lapkin.naskah.tests.test_naskah import PINDAIAN, buat


def kiriman_form(kode, **umum):
    """An example filling as a browser sends it."""
    data = dict(umum)
    for isian in BENTUK[kode].daftar_isian:
        nilai = ISI[kode].get(isian.nama, isian.bawaan)
        if isian.jenis == "tabel":
            data |= {
                nama_sel(isian.nama, ke, kolom): baris[kolom.nama]
                for ke, baris in enumerate(nilai or [])
                for kolom in isian.daftar_kolom
            }
        else:
            data[isian.nama] = "\n".join(nilai) if isian.jenis == "daftar" else nilai
    return data


@pytest.fixture
def masuk(dinas, client):
    klasifikasi_awal.isi(Klasifikasi)
    client.force_login(dinas.staf)
    return client


def alamat(nama, *args):
    return reverse(nama, args=args)


@pytest.mark.parametrize("kode", BENTUK)
def test_setiap_bentuk_dapat_dibuat_dari_halamannya(dinas, masuk, kode):
    assert BENTUK[kode].sebutan in masuk.get(alamat("naskah_buat", kode)).text
    data = kiriman_form(kode, hal="Uji halaman", penanda_tangan=dinas.jabatan["kadis"].pk)
    jawaban = masuk.post(alamat("naskah_buat", kode), data, follow=True)
    assert jawaban.status_code == 200
    naskah = Naskah.objects.get()
    assert (naskah.bentuk, naskah.hal) == (kode, "Uji halaman")
    assert "kertas" in jawaban.text


def test_isian_kosong_kembali_dengan_ringkasan_galat(masuk):
    jawaban = masuk.post(alamat("naskah_buat", "nota-dinas"), {"hal": "Uji"})
    assert jawaban.status_code == 422
    assert "Kepada wajib diisi." in jawaban.text
    assert "Pilih jabatan yang menandatangani." in jawaban.text
    assert not Naskah.objects.exists()


def test_konsep_diubah_dengan_isian_lama_terisi(dinas, masuk):
    naskah = buat(dinas, "surat-pengantar")
    assert "2 eksemplar" in masuk.get(alamat("naskah_ubah", naskah.pk)).text
    data = kiriman_form("surat-pengantar", hal="Hal baru")
    assert masuk.post(alamat("naskah_ubah", naskah.pk), data).status_code == 302
    assert Naskah.objects.get().hal == "Hal baru"


def test_naskah_bebas_ditandatangani_dinomori_dikirim_dan_diarsipkan(dinas, masuk):
    naskah = buat(dinas, "surat")
    masuk.force_login(dinas.kadis)
    pindaian = SimpleUploadedFile("pindaian.pdf", PINDAIAN)
    jawaban = masuk.post(
        alamat("naskah_tanda_tangani", naskah.pk), {"pindaian": pindaian, "pernyataan": "on"}, follow=True
    )
    assert "Naskah sah." in jawaban.text
    masuk.force_login(dinas.staf)
    jawaban = masuk.post(alamat("naskah_nomori", naskah.pk), {"klasifikasi": "000.8.6.3"}, follow=True)
    assert Agenda.objects.get().nomor in jawaban.text
    assert "Salinan bernomor" in jawaban.text
    masuk.post(alamat("naskah_kirim", naskah.pk), {"tujuan": "Dinas Pendidikan", "cara": "pos"})
    assert Pengiriman.objects.get().daftar_berkas.count() == 2
    isian = {"judul": "Surat", "klasifikasi": "000.8.6.3", "lokasi": "Boks 1", "tahun": "2026"}
    masuk.post(alamat("naskah_arsipkan", naskah.pk), isian)
    naskah.refresh_from_db()
    assert Arsip.objects.get().berkas == naskah.sah
    for wujud in ("konsep", "docx", "sah", "bernomor"):
        assert masuk.get(alamat("naskah_berkas", naskah.pk, wujud)).status_code == 200
    assert "Mengarsipkan" in masuk.get(alamat("naskah_lihat", naskah.pk)).text


def test_tanda_tangan_tanpa_pernyataan_atau_pindaian_ditolak(dinas, masuk):
    naskah = buat(dinas)
    masuk.force_login(dinas.kadis)
    jawaban = masuk.post(alamat("naskah_tanda_tangani", naskah.pk), {})
    assert jawaban.status_code == 422
    assert f"kode berkas {naskah.kode}" in jawaban.text


def test_bukan_penanda_tangan_tidak_ditawari_dan_ditolak(dinas, masuk):
    naskah = buat(dinas)
    assert "Tanda tangani sebagai" not in masuk.get(alamat("naskah_lihat", naskah.pk)).text
    isian = {"pindaian": SimpleUploadedFile("p.pdf", PINDAIAN), "pernyataan": "on"}
    jawaban = masuk.post(alamat("naskah_tanda_tangani", naskah.pk), isian)
    assert jawaban.status_code == 409
    assert "Hanya pejabat penanda tangan" in jawaban.text


def test_naskah_belum_sah_tidak_dapat_dikirim_atau_diarsipkan(dinas, masuk):
    naskah = buat(dinas)
    assert masuk.post(alamat("naskah_kirim", naskah.pk)).status_code == 404
    assert masuk.post(alamat("naskah_arsipkan", naskah.pk)).status_code == 404


def test_nomor_yang_belum_tercetak_ditawarkan_untuk_dicetak(dinas, masuk, monkeypatch):
    naskah = buat(dinas)
    with monkeypatch.context() as sementara:
        sementara.setattr("lapkin.naskah.actions.cetak_bernomor", lambda **_: None)
        masuk.post(alamat("naskah_nomori", naskah.pk), {"klasifikasi": "000.8.6.3"})
    assert "belum tercetak" in masuk.get(alamat("naskah_lihat", naskah.pk)).text
    masuk.post(alamat("naskah_cetak_nomor", naskah.pk))
    naskah.refresh_from_db()
    assert naskah.bernomor


def test_daftar_dan_buku_agenda_memuat_naskah_bernomor(dinas, masuk):
    naskah = buat(dinas, "surat")
    masuk.post(alamat("naskah_nomori", naskah.pk), {"klasifikasi": "000.8.6.3"})
    nomor = Agenda.objects.get().nomor
    assert nomor in masuk.get(alamat("naskah")).text
    assert nomor in masuk.get(alamat("agenda"), {"buku": "surat-keluar"}).text
    assert "Belum ada nomor" in masuk.get(alamat("agenda"), {"buku": "keputusan"}).text
    assert masuk.get(alamat("agenda"), {"buku": "lain"}).status_code == 404


def test_alamat_naskah_instansi_lain_tidak_ditemukan(dinas, client):
    naskah = buat(dinas)
    client.force_login(dinas.orang_luar)
    assert client.get(alamat("naskah_lihat", naskah.pk)).status_code == 404
    assert client.get(alamat("naskah_berkas", naskah.pk, "konsep")).status_code == 404
    assert client.get(alamat("naskah_ubah", naskah.pk)).status_code == 404
    for nama in ("naskah_nomori", "naskah_tanda_tangani", "naskah_kirim", "naskah_arsipkan"):
        assert client.post(alamat(nama, naskah.pk)).status_code == 404
