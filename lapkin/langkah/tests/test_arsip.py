"""Arsip: the papers of the case under their classification, with the place of the paper originals."""

import pytest

from lapkin.alur.models import Output, Pelaksanaan
from lapkin.alur.tests.bantuan import kerjakan as kerjakan_mesin
from lapkin.alur.tests.bantuan import pelaku, terbuka
from lapkin.arsip import klasifikasi_awal
from lapkin.arsip.models import Arsip, Klasifikasi
from lapkin.jejak.ditolak import Ditolak
from lapkin.langkah.jenis import arsip
from lapkin.langkah.kertas_kasus import daftar_layak_arsip, laporan_sah
from lapkin.laporan.models import VersiLaporan

from .angka import cetak_cepat, isi_angka
from .bantuan import isian, kerjakan, lengkapi, maju, pekerjaan, pindaian

__all__ = ["cetak_cepat"]
pytestmark = pytest.mark.django_db
LOKASI = {"lokasi": "Ruang arsip, lemari 2"}


@pytest.fixture
def kasus():
    klasifikasi_awal.isi(Klasifikasi)
    pelaksanaan = pekerjaan("dp3a-kalbar-lkjip")
    isi_angka(pelaksanaan.instansi)
    return pelaksanaan


@pytest.fixture
def tugas(kasus):
    """The last work of SOP 000, after the report was made, read, sent on and signed."""
    kerjakan(maju(kasus, "susun"))
    kerjakan(terbuka(kasus).get(), dibaca="on")
    kerjakan(terbuka(kasus).get())
    tanda_tangan = terbuka(kasus).get()
    kerjakan(
        tanda_tangan,
        pindaian(tanda_tangan),
        dibaca="on",
        sidik=VersiLaporan.objects.get().pdf.sha256,
    )
    while (tugas := terbuka(kasus).get()).jenis != "arsip":
        kerjakan_mesin(tugas)
    return tugas


def test_the_signed_report_and_its_copies_are_kept(kasus, tugas):
    kerjakan(tugas, **LOKASI)
    versi = VersiLaporan.objects.get()
    disimpan = {a.berkas for a in Arsip.objects.all()}
    assert {laporan_sah(kasus), versi.pdf, versi.docx} <= disimpan
    satu = Arsip.objects.get(berkas=laporan_sah(kasus))
    assert (satu.lokasi, satu.klasifikasi.kode, satu.tahun) == ("Ruang arsip, lemari 2", "000.8.6.3", 2025)
    assert Output.objects.get(tugas=tugas).berkas == laporan_sah(kasus)


def test_the_case_ends_with_the_archive(kasus, tugas):
    pesan = kerjakan(tugas, **LOKASI)
    kasus.refresh_from_db()
    assert kasus.status == Pelaksanaan.Status.SELESAI
    assert "telah dikerjakan" in pesan


def test_only_what_is_chosen_is_kept(kasus, tugas):
    pk = laporan_sah(kasus).pk
    kerjakan(tugas, daftar_berkas=[pk], **LOKASI)
    assert Arsip.objects.get().berkas_id == pk


def test_a_place_is_required(tugas):
    lengkapi(tugas)
    assert set(isian(tugas).errors) == {"lokasi"}


def test_a_paper_of_another_case_cannot_be_chosen(tugas):
    lengkapi(tugas)
    assert "daftar_berkas" in isian(tugas, daftar_berkas=["999999"], **LOKASI).errors


def test_a_wrong_person_and_a_second_click_keep_nothing(kasus, tugas):
    lengkapi(tugas)
    terisi = isian(tugas, **LOKASI)
    assert terisi.is_valid(), terisi.errors
    kadis = kasus.instansi.daftar_pegawai.get(nama="Kadis")
    with pytest.raises(Ditolak, match="tidak memegang jabatan"):
        arsip.kerjakan(pegawai=kadis, tugas=tugas, isian=terisi.cleaned_data)
    arsip.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian=terisi.cleaned_data)
    jumlah = Arsip.objects.count()
    with pytest.raises(Ditolak):
        arsip.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian=terisi.cleaned_data)
    assert Arsip.objects.count() == jumlah


def test_where_nothing_was_signed_all_papers_of_the_case_are_offered(kasus):
    tugas = maju(kasus, "kirim")
    layak = daftar_layak_arsip(kasus)
    assert layak
    assert all(kertas.pokok for kertas in layak)
    assert tugas.jenis == "gandakan"
