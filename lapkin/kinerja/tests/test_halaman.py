"""The pages of the figures over HTTP: who sees what, one cell at a time, and the workbook's way in."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from contoh.buat import isi_buku
from lapkin.kinerja.actions import terima_buku
from lapkin.kinerja.buku_kerja import baca_buku, tulis_buku
from lapkin.kinerja.models import Anggaran, Indikator, PerjanjianKinerja, Realisasi

TAHUN = 2025


@pytest.fixture
def terisi(dinas):
    terima_buku(pegawai=dinas.pengelola, instansi=dinas.instansi, isi=isi_buku())
    return dinas


@pytest.fixture
def masuk(client):
    def sebagai(pegawai):
        client.force_login(pegawai)
        return client

    return sebagai


def _unggah(client, isi, nama="buku.xlsx"):
    berkas = SimpleUploadedFile(nama, isi)
    return client.post(reverse("kinerja_buku_pratinjau", args=[TAHUN]), {"berkas": berkas})


def test_semua_halaman_terbuka(terisi, masuk):
    client = masuk(terisi.pengelola)
    indikator = Indikator.objects.first()
    for alamat in (
        reverse("kinerja"),
        *(reverse("kinerja_lembar", args=[TAHUN]) + f"?tingkat={t}" for t in ("utama", "kegiatan", "semua")),
        reverse("kinerja_lembar", args=[2031]),
        reverse("kinerja_anggaran", args=[TAHUN]),
        reverse("kinerja_buku", args=[TAHUN]),
        reverse("kinerja_indikator", args=[indikator.pk]),
    ):
        assert client.get(alamat).status_code == 200, alamat


def test_lembar_menampilkan_capaian_dengan_kata(terisi, masuk):
    halaman = masuk(terisi.staf).get(reverse("kinerja_lembar", args=[TAHUN])).content.decode()
    assert "92,86%" in halaman
    assert "Sangat Tinggi" in halaman
    assert "Belum dihitung" in halaman
    assert "<input" not in halaman.split("<tbody>")[1]


def test_anggaran_menampilkan_jumlah_seluruhnya(terisi, masuk):
    halaman = masuk(terisi.staf).get(reverse("kinerja_anggaran", args=[TAHUN])).content.decode()
    assert "Rp14.723.660.349" in halaman
    assert "Rp12.023.973.159" in halaman
    assert "81,66%" in halaman


def test_orang_luar_tidak_menemukan_indikator(terisi, masuk):
    client = masuk(terisi.orang_luar)
    pk = Indikator.objects.first().pk
    assert client.get(reverse("kinerja_indikator", args=[pk])).status_code == 404
    assert client.post(reverse("kinerja_isi", args=[pk, "TW1"]), {"TW1": "5"}).status_code == 404
    assert client.post(reverse("kinerja_isi_baris", args=[pk]), {"TW1": "5"}).status_code == 404
    anggaran = Anggaran.objects.last().pk
    assert (
        client.post(reverse("kinerja_anggaran_isi", args=[anggaran]), {"realisasi": "5"}).status_code == 404
    )


def test_satu_sel_tersimpan_dan_baris_dikirim_ulang(terisi, masuk):
    indikator = Indikator.objects.get(urutan=1)
    jawaban = masuk(terisi.pengelola).post(
        reverse("kinerja_isi", args=[indikator.pk, "TAHUN"]),
        {"TAHUN": "87,5"},
        headers={"HX-Request": "true"},
    )
    assert "87,50%" in jawaban.content.decode()
    assert "tersimpan" in jawaban.content.decode()
    assert Realisasi.objects.get(indikator=indikator, periode="TAHUN").tertulis == "87,5"


def test_tanpa_javascript_satu_baris_tersimpan_sekaligus(terisi, masuk):
    indikator = Indikator.objects.get(urutan=1)
    jawaban = masuk(terisi.pengelola).post(
        reverse("kinerja_isi_baris", args=[indikator.pk]), {"TW1": "20", "TW2": "45", "TAHUN": "100"}
    )
    assert jawaban.status_code == 302
    assert jawaban.url.endswith(f"#indikator-{indikator.pk}")
    assert indikator.daftar_realisasi.count() == 3


def test_isian_terlalu_panjang_ditolak_dengan_kalimat(terisi, masuk):
    indikator = Indikator.objects.get(urutan=1)
    jawaban = masuk(terisi.pengelola).post(
        reverse("kinerja_isi", args=[indikator.pk, "TW1"]), {"TW1": "9" * 81}, headers={"HX-Request": "true"}
    )
    assert jawaban.status_code == 409
    assert "terlalu panjang" in jawaban.content.decode()


def test_realisasi_anggaran_mengubah_jumlah_di_atasnya(terisi, masuk):
    sub = Anggaran.objects.get(nama="Pengadaan Mebel")
    atas = sub.induk
    jawaban = masuk(terisi.pengelola).post(
        reverse("kinerja_anggaran_isi", args=[sub.pk]),
        {"realisasi": "36.800.000"},
        headers={"HX-Request": "true"},
    )
    assert "Rp12.024.973.159" in jawaban.content.decode()
    sesudah = Anggaran.objects.get(pk=atas.pk)
    assert sesudah.realisasi - atas.realisasi == 1_000_000_00


def test_buku_yang_diunduh_terbaca_kembali(terisi, masuk):
    jawaban = masuk(terisi.pengelola).get(reverse("kinerja_buku_unduh", args=[TAHUN]))
    hasil = baca_buku(jawaban.content)
    assert hasil.daftar_masalah == ()
    assert len(hasil.isi.lembar.daftar_indikator) == 93


def test_tahun_pertama_disebut_pertama_dan_berikutnya_lain(dinas, masuk):
    client = masuk(dinas.pengelola)
    assert "Mulai tahun pertama" in client.get(reverse("kinerja")).content.decode()
    terima_buku(pegawai=dinas.pengelola, instansi=dinas.instansi, isi=isi_buku())
    assert "Mulai tahun lain" in client.get(reverse("kinerja")).content.decode()


def test_pratinjau_tidak_menyimpan_dan_terima_menyimpan(dinas, masuk):
    client = masuk(dinas.pengelola)
    jawaban = _unggah(client, tulis_buku(isi_buku()))
    assert jawaban.status_code == 200
    assert not Indikator.objects.exists()
    titipan = jawaban.content.decode().split('name="titipan" value="')[1].split('"')[0]
    jawaban = client.post(reverse("kinerja_buku_terima", args=[TAHUN]), {"titipan": titipan})
    assert jawaban.status_code == 302
    assert Indikator.objects.count() == 93
    kedua = client.post(reverse("kinerja_buku_terima", args=[TAHUN]), {"titipan": titipan})
    assert kedua.status_code == 409
    assert "berubah sejak pratinjau" in kedua.content.decode()


def test_target_yang_berubah_meminta_alasan(terisi, masuk):
    client = masuk(terisi.pengelola)
    isi = isi_buku()
    ganti = replace(isi.lembar.daftar_indikator[2], target="5")
    daftar = (*isi.lembar.daftar_indikator[:2], ganti, *isi.lembar.daftar_indikator[3:])
    jawaban = _unggah(client, tulis_buku(replace(isi, lembar=replace(isi.lembar, daftar_indikator=daftar))))
    halaman = jawaban.content.decode()
    assert "Alasan perubahan" in halaman
    titipan = halaman.split('name="titipan" value="')[1].split('"')[0]
    client.post(
        reverse("kinerja_buku_terima", args=[TAHUN]), {"titipan": titipan, "alasan": "Perubahan APBD"}
    )
    assert PerjanjianKinerja.objects.get(versi=1).alasan == "Perubahan APBD"


def test_berkas_yang_salah_mendapat_satu_kalimat(dinas, masuk):
    jawaban = _unggah(masuk(dinas.pengelola), b"%PDF-1.7 bukan buku", "laporan.xlsx")
    assert jawaban.status_code == 422
    assert "PDF, bukan lembar kerja" in jawaban.content.decode()


def test_titipan_orang_lain_ditolak(dinas, masuk):
    jawaban = masuk(dinas.pengelola).post(reverse("kinerja_buku_terima", args=[TAHUN]), {"titipan": "x:y:z"})
    assert jawaban.status_code == 409


def test_halaman_buku_hanya_untuk_pengelola(terisi, masuk):
    client = masuk(terisi.staf)
    assert client.get(reverse("kinerja_buku", args=[TAHUN])).status_code == 404
    assert _unggah(client, tulis_buku(isi_buku())).status_code == 404
    assert client.post(reverse("kinerja_buku_terima", args=[TAHUN]), {}).status_code == 404


def test_pegawai_tanpa_instansi_mendapat_404(dinas, masuk, django_user_model):
    pengembara = django_user_model.objects.create_user("pengembara", "x" * 12, nama="Pengembara")
    assert masuk(pengembara).get(reverse("kinerja")).status_code == 404
