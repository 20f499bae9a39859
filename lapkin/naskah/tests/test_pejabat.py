"""Whose name stands below a letter: the definitive holder, a Plh. with his own post, a Pj. of a pemda."""

from datetime import date

import pytest

from lapkin.berkas.actions import bekukan
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.naskah.queries import pejabat_jabatan
from lapkin.organisasi.models import Jabatan, Penugasan
from lapkin.organisasi.queries import kop_surat

pytestmark = pytest.mark.django_db


def tugaskan(pegawai, jabatan, jenis):
    return Penugasan.objects.create(
        pegawai=pegawai, jabatan=jabatan, jenis=jenis, dari=date(2021, 1, 1), tunggal=True
    )


def test_pejabat_definitif_mencetak_satu_jabatan(dinas):
    assert pejabat_jabatan(dinas.jabatan["kadis"]).jabatan == ("Kepala Dinas",)


def test_plh_mencetak_jabatannya_sendiri_di_bawah(dinas):
    tugaskan(dinas.sekdin, dinas.jabatan["kadis"], "plh")
    assert pejabat_jabatan(dinas.jabatan["kadis"]).jabatan == ("Plh. Kepala Dinas", "Sekretaris Dinas")


def test_jabatan_kosong_mencetak_jabatannya_saja(dinas):
    kosong = Jabatan.objects.create(instansi=dinas.instansi, nama="Kepala Bidang Kosong")
    assert pejabat_jabatan(kosong).nama == ""


def test_pj_di_puncak_pemda_tanpa_gelar_nip_dan_pangkat(dinas):
    pemprov = dinas.instansi.induk
    gubernur = Jabatan.objects.create(instansi=pemprov, nama="Gubernur Kalimantan Barat")
    pegawai, _ = buat_pegawai(
        pemprov, "pj", "Pak Pj", gelar_depan="Dr.", pangkat="Pembina Utama", nip="000000000000000009"
    )
    tugaskan(pegawai, gubernur, "pj")
    pejabat = pejabat_jabatan(gubernur)
    assert (pejabat.nama_bergelar, pejabat.nip, pejabat.pangkat) == ("Pak Pj", "", "")
    assert pejabat.jabatan == ("Pj. Gubernur Kalimantan Barat",)


def test_kop_memakai_nama_instansi_bila_belum_diatur(dinas):
    dinas.instansi.kop = []
    assert kop_surat(dinas.instansi).baris[0] == "PEMERINTAH PROVINSI KALIMANTAN BARAT"


def _lambang(isi: bytes, jenis: str):
    return bekukan(isi=isi, nama=f"lambang.{jenis}", jenis=jenis)


def test_kop_memuat_lambang_sendiri_atau_lambang_pemda_di_atasnya(dinas):
    assert kop_surat(dinas.instansi).lambang_svg == ""
    kepala_png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes([0, 0, 0, 4, 0, 0, 0, 5])
    dinas.instansi.induk.lambang = _lambang(kepala_png, "png")
    assert 'viewBox="0 0 4 5"' in kop_surat(dinas.instansi).lambang_svg
    dinas.instansi.lambang = _lambang(kepala_png[:-1] + b"\x09", "png")
    assert 'viewBox="0 0 4 9"' in kop_surat(dinas.instansi).lambang_svg


def test_lambang_yang_tidak_dapat_dicetak_ditolak_dengan_jalan_keluar(dinas):
    cmyk = b"\xff\xd8\xff\xc0\0\x14\x08" + bytes([0, 5, 0, 4, 4]) + bytes(12)
    dinas.instansi.lambang = _lambang(cmyk, "jpg")
    with pytest.raises(Ditolak, match="CMYK"):
        kop_surat(dinas.instansi)
