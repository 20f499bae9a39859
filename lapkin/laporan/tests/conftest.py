"""A report of the cast's dinas with a few real rows of figures."""

import pytest

from lapkin.alur.models import Pelaksanaan, RevisiSop, Sop
from lapkin.kinerja.models import Anggaran, Indikator, PerjanjianKinerja, Realisasi, Sasaran, Target
from lapkin.laporan.actions import mulai_laporan


@pytest.fixture
def angka(dinas):
    """One sasaran, one indicator with target and realisasi, one program."""
    sasaran = Sasaran.objects.create(
        instansi=dinas.instansi, tahun=2025, urutan=1, nama="Meningkatnya kualitas pelayanan"
    )
    indikator = Indikator.objects.create(
        instansi=dinas.instansi, tahun=2025, urutan=1, sasaran=sasaran, nama="Indeks Kepuasan Masyarakat"
    )
    perjanjian = PerjanjianKinerja.objects.create(instansi=dinas.instansi, tahun=2025)
    Target.objects.create(perjanjian=perjanjian, indikator=indikator, tertulis="80")
    Realisasi.objects.create(indikator=indikator, periode="TAHUN", tertulis="84,5", pengisi=dinas.staf)
    Anggaran.objects.create(
        instansi=dinas.instansi,
        tahun=2025,
        urutan=1,
        tingkat="program",
        nama="Program Satu",
        pagu=300_00,
        realisasi=240_00,
    )
    return indikator


@pytest.fixture
def laporan(dinas, angka):
    return mulai_laporan(pegawai=dinas.kasubbag, instansi=dinas.instansi, tahun=2025, sebutan="LKjIP")


@pytest.fixture
def pelaksanaan(dinas):
    """A running case of some SOP."""
    sop = Sop.objects.create(instansi=dinas.instansi, kode="sop-uji", judul="Penyusunan LKJIP")
    revisi = RevisiSop.objects.create(sop=sop, urutan=1, isi="{}")
    return Pelaksanaan.objects.create(
        instansi=dinas.instansi,
        sop=sop,
        revisi=revisi,
        tahun=2025,
        judul="Penyusunan LKJIP 2025",
        pembuat=dinas.kasubbag,
    )
