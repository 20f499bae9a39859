"""The cast of the tests: one dinas with the roles of SOP 000, and an outsider of another office."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

import pytest

from lapkin.organisasi.models import Instansi, Jabatan, Pegawai, Penugasan, UnitKerja

SANDI = "rahasia-contoh-2025"
# Hashed by hand with MD5, which the tests accept (see `tempat_data`): Argon2 is slow on purpose.
SANDI_TERSANDI = "md5$garam$" + hashlib.md5(f"garam{SANDI}".encode()).hexdigest()


@dataclass
class Dinas:
    instansi: Instansi
    kadis: Pegawai
    sekdin: Pegawai
    kasubbag: Pegawai
    staf: Pegawai
    pengelola: Pegawai
    orang_luar: Pegawai
    kabid: list[Pegawai] = field(default_factory=list)
    unit: list[UnitKerja] = field(default_factory=list)
    jabatan: dict[str, Jabatan] = field(default_factory=dict)


def buat_pegawai(instansi, username, nama, *, jabatan=None, unit=None, jenis="struktural", **isian):
    """A person who holds a post since 2020; returns (pegawai, jabatan)."""
    pegawai = Pegawai(username=username, nama=nama, instansi=instansi, **isian)
    pegawai.password = SANDI_TERSANDI
    pegawai.save()
    if jabatan is None:
        return pegawai, None
    pos = Jabatan.objects.create(instansi=instansi, nama=jabatan, unit=unit, jenis=jenis)
    Penugasan.objects.create(
        pegawai=pegawai, jabatan=pos, dari=date(2020, 1, 2), tunggal=jenis == "struktural"
    )
    return pegawai, pos


@pytest.fixture(autouse=True)
def tempat_data(settings, tmp_path):
    """Every test keeps its files, cache and passwords to itself."""
    settings.MEDIA_ROOT = tmp_path / "berkas"
    memori = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": memori, "LOCATION": str(tmp_path)}}
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        "django.contrib.auth.hashers.Argon2PasswordHasher",
    ]


@pytest.fixture
def dinas(db) -> Dinas:
    return bangun_dinas()


def bangun_dinas() -> Dinas:
    """DP3A of Kalbar with Kadis, Sekdin, Kasubbag, Staf and two bidang; beside it another dinas."""
    pemprov = Instansi.objects.create(
        kode="kalbar", nama="Pemerintah Provinsi Kalimantan Barat", jenis="pemda", zona_waktu="Asia/Pontianak"
    )
    instansi = Instansi.objects.create(
        kode="dp3a-kalbar",
        nama="Dinas Pemberdayaan Perempuan dan Perlindungan Anak",
        induk=pemprov,
        kop=["PEMERINTAH PROVINSI KALIMANTAN BARAT", "DINAS PEMBERDAYAAN PEREMPUAN DAN PERLINDUNGAN ANAK"],
        tempat="Pontianak",
        zona_waktu="Asia/Pontianak",
    )
    lain = Instansi.objects.create(
        kode="kominfo-kalbar", nama="Dinas Komunikasi dan Informatika", induk=pemprov
    )
    sekretariat = UnitKerja.objects.create(
        instansi=instansi, nama="Sekretariat", jenis="sekretariat", urutan=1
    )
    bidang = [
        UnitKerja.objects.create(instansi=instansi, nama=nama, jenis="bidang", urutan=urutan)
        for urutan, nama in enumerate(["Bidang Kesetaraan Gender", "Bidang Perlindungan Anak"], start=2)
    ]
    jabatan = {}

    def pejabat(username, nama, pos, unit=None, jenis="struktural"):
        pegawai, jabatan[username] = buat_pegawai(
            instansi, username, nama, jabatan=pos, unit=unit, jenis=jenis
        )
        return pegawai

    return Dinas(
        instansi=instansi,
        kadis=pejabat("kadis", "Ibu Kadis", "Kepala Dinas"),
        sekdin=pejabat("sekdin", "Pak Sekdin", "Sekretaris Dinas", sekretariat),
        kasubbag=pejabat("kasubbag", "Ibu Kasubbag", "Kepala Subbagian Program", sekretariat),
        staf=pejabat("staf", "Pak Staf", "Staf Subbagian Program", sekretariat, "pelaksana"),
        kabid=[
            pejabat("kabid1", "Ibu Kabid Satu", "Kepala Bidang Kesetaraan Gender", bidang[0]),
            pejabat("kabid2", "Pak Kabid Dua", "Kepala Bidang Perlindungan Anak", bidang[1]),
        ],
        pengelola=buat_pegawai(instansi, "pengelola", "Pengelola DP3A", pengelola=True)[0],
        orang_luar=buat_pegawai(lain, "orang-luar", "Orang Luar", jabatan="Kepala Dinas Kominfo")[0],
        unit=[sekretariat, *bidang],
        jabatan=jabatan,
    )
