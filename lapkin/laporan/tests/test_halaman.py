"""The report's pages over HTTP: what they show, what they answer, and that outsiders find nothing."""

import pytest
from django.urls import reverse

from lapkin.laporan.actions import simpan_narasi, susun_versi, tanda_narasi
from lapkin.laporan.models import Laporan, Narasi, PoinKoreksi, VersiLaporan


@pytest.fixture
def staf(client, dinas):
    client.force_login(dinas.staf)
    return client


@pytest.fixture
def versi(laporan, dinas):
    return susun_versi(pegawai=dinas.staf, laporan=laporan)


def test_daftar_laporan_dan_laporan_tanpa_sop_dapat_dimulai(staf, angka):
    assert "Belum ada laporan" in staf.get(reverse("laporan_daftar")).text
    jawaban = staf.post(reverse("laporan_mulai"), {"tahun": "2025", "sebutan": "LAKIP"})
    assert jawaban.url == reverse("laporan", args=[Laporan.objects.get().pk])
    assert "LAKIP" in staf.get(reverse("laporan_daftar")).text


def test_isian_tahun_yang_salah_ditunjukkan_pada_halamannya(staf):
    jawaban = staf.post(reverse("laporan_mulai"), {"tahun": "duaribu", "sebutan": "LKjIP"})
    assert jawaban.status_code == 422
    assert "Ada yang perlu diperbaiki" in jawaban.text


@pytest.mark.parametrize("tampil", ["", "?tampil=kerangka", "?tampil=pratinjau", "?tampil=poin", "?tampil=x"])
def test_laporan_terbuka_dalam_setiap_tampilan(staf, laporan, tampil):
    assert staf.get(reverse("laporan", args=[laporan.pk]) + tampil).status_code == 200


def test_laporan_menunjukkan_pratinjau_kerangka_dan_kekurangannya(staf, laporan):
    teks = staf.get(reverse("laporan", args=[laporan.pk])).text
    assert 'class="kertas' in teks
    assert "105,63" in teks
    assert "Laporan ini masih kurang" in teks
    assert reverse("laporan_bagian", args=[laporan.pk, "isu-strategis"]) in teks


def test_bagian_disimpan_lalu_kembali_ke_laporan(staf, laporan):
    alamat = reverse("laporan_bagian", args=[laporan.pk, "isu-strategis"])
    assert "permasalahan utama" in staf.get(alamat).text
    jawaban = staf.post(f"{alamat}simpan/", {"teks": "Isu kami.", "terakhir_dilihat": ""})
    assert jawaban.url == reverse("laporan", args=[laporan.pk])
    assert Narasi.objects.get().teks == "Isu kami."
    assert "Isu kami." in staf.get(alamat).text


def test_teks_yang_kalah_cepat_tetap_di_isian_dan_dapat_disimpan_lagi(staf, laporan, dinas):
    simpan_narasi(pegawai=dinas.kasubbag, laporan=laporan, bagian="kesimpulan", teks="Dari kasubbag.")
    alamat = reverse("laporan_bagian_simpan", args=[laporan.pk, "kesimpulan"])
    jawaban = staf.post(alamat, {"teks": "Dari staf.", "terakhir_dilihat": ""})
    assert jawaban.status_code == 409
    assert "Dari staf." in jawaban.text
    assert "Dari kasubbag." in jawaban.text
    tanda = tanda_narasi(Narasi.objects.get())
    assert tanda in jawaban.text
    assert staf.post(alamat, {"teks": "Dari staf.", "terakhir_dilihat": tanda}).status_code == 302
    assert Narasi.objects.get().teks == "Dari staf."


def test_teks_unit_terlihat_dan_digabungkan(staf, laporan, dinas):
    simpan_narasi(
        pegawai=dinas.kabid[0], laporan=laporan, bagian="kesimpulan", teks="Dari bidang.", unit=dinas.unit[1]
    )
    alamat = reverse("laporan_bagian", args=[laporan.pk, "kesimpulan"])
    assert "Dari bidang." in staf.get(alamat).text
    assert staf.post(f"{alamat}gabung/").url == alamat
    assert Narasi.objects.get(unit=None).teks == "Dari bidang."


def test_bagian_yang_tidak_ada_tidak_ditemukan(staf, laporan):
    assert staf.get(reverse("laporan_bagian", args=[laporan.pk, "karangan"])).status_code == 404


def test_versi_disusun_dan_diunduh(staf, laporan):
    assert staf.post(reverse("laporan_susun", args=[laporan.pk])).status_code == 302
    pdf = staf.get(reverse("laporan_versi_pdf", args=[laporan.pk, 1]))
    docx = staf.get(reverse("laporan_versi_docx", args=[laporan.pk, 1]))
    assert pdf.content.startswith(b"%PDF")
    assert "LKjIP-2025-versi-1.docx" in docx.headers["Content-Disposition"]


def test_klik_kedua_memberi_tahu_bahwa_isi_belum_berubah(staf, laporan, versi):
    jawaban = staf.post(reverse("laporan_susun", args=[laporan.pk]), follow=True)
    assert "belum berubah sejak versi 1" in jawaban.text
    assert VersiLaporan.objects.count() == 1


def test_perubahan_antarversi_dapat_dilihat(staf, laporan, versi, dinas):
    simpan_narasi(pegawai=dinas.staf, laporan=laporan, bagian="kesimpulan", teks="Simpulan baru.")
    susun_versi(pegawai=dinas.staf, laporan=laporan)
    teks = staf.get(reverse("laporan_banding", args=[laporan.pk, 1, 2])).text
    assert "Simpulan baru." in teks
    assert "Penutup › Kesimpulan" in teks


def test_poin_koreksi_dicatat_dan_ditutup_dari_halaman(staf, laporan, versi):
    staf.post(reverse("laporan_poin", args=[laporan.pk]), {"bagian": "isu-strategis", "isi": "Lengkapi."})
    poin = PoinKoreksi.objects.get()
    assert "Lengkapi." in staf.get(reverse("laporan", args=[laporan.pk])).text
    staf.post(reverse("laporan_poin_tutup", args=[laporan.pk, poin.pk]), {"jawaban": "Sudah."})
    poin.refresh_from_db()
    assert poin.jawaban == "Sudah."


def test_poin_tanpa_isi_ditunjukkan_kesalahannya(staf, laporan, versi):
    assert staf.post(reverse("laporan_poin", args=[laporan.pk]), {"isi": ""}).status_code == 422


def test_orang_luar_tidak_menemukan_laporan(client, laporan, versi, dinas):
    client.force_login(dinas.orang_luar)
    for nama, argumen in (
        ("laporan", ()),
        ("laporan_bagian", ("kesimpulan",)),
        ("laporan_versi_pdf", (1,)),
        ("laporan_versi_docx", (1,)),
        ("laporan_banding", (1, 1)),
    ):
        assert client.get(reverse(nama, args=[laporan.pk, *argumen])).status_code == 404, nama
    for nama, argumen in (
        ("laporan_bagian_simpan", ("kesimpulan",)),
        ("laporan_bagian_gabung", ("kesimpulan",)),
        ("laporan_susun", ()),
        ("laporan_poin", ()),
    ):
        assert client.post(reverse(nama, args=[laporan.pk, *argumen])).status_code == 404, nama
