"""Freezing versions and points of correction."""

import pytest

from lapkin.berkas.queries import baca
from lapkin.hanya_tambah import TakBolehDiubah
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.laporan.actions import (
    catat_poin,
    rancang_versi,
    simpan_narasi,
    susun_versi,
    tutup_poin,
)
from lapkin.laporan.models import PoinKoreksi, VersiLaporan
from lapkin.laporan.queries import dokumen_versi, perubahan_sejak, poin_terbuka, versi_terakhir


@pytest.fixture
def versi(laporan, dinas):
    return susun_versi(pegawai=dinas.staf, laporan=laporan)


def test_versi_membekukan_pohon_angka_dan_kedua_berkas(versi):
    assert versi.nomor == 1
    assert baca(versi.pdf).startswith(b"%PDF")
    assert baca(versi.docx).startswith(b"PK")
    assert (versi.pdf.nama, versi.docx.nama) == ("LKjIP-2025-versi-1.pdf", "LKjIP-2025-versi-1.docx")
    assert versi.halaman > 5
    assert dokumen_versi(versi).blok


def test_versi_menyimpan_jejak_hitungan(versi):
    [indikator] = versi.angka["daftar_indikator"]
    assert (indikator["target"], indikator["realisasi"]) == ("80", "84,5")
    assert indikator["hitungan"] == "84,5 / 80 x 100"


def test_satu_versi_satu_peristiwa_dengan_sidik_berkasnya(versi):
    peristiwa = Peristiwa.objects.get(jenis="laporan.versi.disusun")
    assert peristiwa.data["pdf"] == versi.pdf.sha256


def test_versi_tidak_dapat_diubah(versi):
    versi.halaman = 1
    with pytest.raises(TakBolehDiubah):
        versi.save()


def test_klik_kedua_tanpa_perubahan_mengembalikan_versi_yang_sama(versi, laporan, dinas):
    assert susun_versi(pegawai=dinas.staf, laporan=laporan) == versi
    assert VersiLaporan.objects.count() == 1


def test_dua_penyusun_bersamaan_tidak_saling_menimpa(laporan, dinas):
    rancangan = rancang_versi(laporan)
    simpan_narasi(pegawai=dinas.staf, laporan=laporan, bagian="kesimpulan", teks="Baik.")
    susun_versi(pegawai=dinas.kasubbag, laporan=laporan)
    with pytest.raises(Ditolak, match="Versi 1 baru saja disusun oleh Ibu Kasubbag"):
        susun_versi(pegawai=dinas.staf, laporan=laporan, rancangan=rancangan)
    assert versi_terakhir(laporan).nomor == 1


def test_perubahan_menjadi_versi_berikutnya_dan_terlihat_bedanya(versi, laporan, dinas):
    simpan_narasi(pegawai=dinas.staf, laporan=laporan, bagian="kesimpulan", teks="Baik.")
    kedua = susun_versi(pegawai=dinas.staf, laporan=laporan)
    assert kedua.nomor == 2
    assert [p.sesudah for p in perubahan_sejak(versi, kedua)] == [("Baik.",)]


def test_poin_koreksi_dicatat_dan_ditutup_sekali(versi, laporan, dinas):
    poin = catat_poin(
        pegawai=dinas.sekdin, versi=versi, isi="Lengkapi isu strategis.", bagian="isu-strategis"
    )
    assert list(poin_terbuka(laporan)) == [poin]
    tutup_poin(pegawai=dinas.staf, poin=poin, jawaban="Sudah dilengkapi.")
    assert not poin_terbuka(laporan)
    with pytest.raises(Ditolak, match="sudah ditutup"):
        tutup_poin(pegawai=dinas.staf, poin=poin, jawaban="Sekali lagi.")
    assert PoinKoreksi.objects.get().jawaban == "Sudah dilengkapi."


def test_poin_kosong_ditolak(versi, dinas):
    with pytest.raises(Ditolak, match="Tulis apa yang perlu dikoreksi"):
        catat_poin(pegawai=dinas.sekdin, versi=versi, isi="  ")
