"""Kirim: one delivery to each addressee with the same frozen files."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lapkin.alur.models import Output
from lapkin.alur.tests.bantuan import pelaku, terbuka
from lapkin.arsip.models import Pengiriman
from lapkin.jejak.ditolak import Ditolak
from lapkin.langkah.jenis import kirim
from lapkin.langkah.jenis.kirim import tujuan_tercetak
from lapkin.laporan.models import VersiLaporan

from .angka import cetak_cepat, contoh_pdf, isi_angka
from .bantuan import isian, kerjakan, lengkapi, maju, pekerjaan

__all__ = ["cetak_cepat"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def kasus():
    pelaksanaan = pekerjaan("dp3a-kalbar-lkjip")
    isi_angka(pelaksanaan.instansi)
    return pelaksanaan


@pytest.fixture
def tugas(kasus):
    """Step 3 of SOP 000: the Staf hands the format to the units."""
    kerjakan(maju(kasus, "format"))
    return terbuka(kasus).get()


def tanda_terima():
    return {"tanda_terima": SimpleUploadedFile("tanda terima.pdf", contoh_pdf(), "application/pdf")}


def test_the_format_goes_to_each_unit_that_fills_it_in(tugas):
    kerjakan(tugas)
    assert sorted(Pengiriman.objects.values_list("tujuan", flat=True)) == [
        "Bidang dan Sekretariat 1",
        "Bidang dan Sekretariat 2",
    ]
    satu = Pengiriman.objects.first()
    assert (satu.cara, satu.objek) == ("aplikasi", tugas.pelaksanaan.kunci)
    assert [b.nama for b in satu.daftar_berkas.all()] == [
        Output.objects.get(langkah="format").berkas.nama,
    ]
    assert Output.objects.get(tugas=tugas).nama == "Format penyusunan LKJIP"


def test_the_report_for_signing_goes_to_the_next_in_the_sop(kasus):
    kerjakan(maju(kasus, "susun"))
    kerjakan(terbuka(kasus).get(), dibaca="on")
    tugas = terbuka(kasus).get()
    assert isian(tugas)["tujuan"].value() == "Kadis"
    kerjakan(tugas)
    assert Pengiriman.objects.get().daftar_berkas.get() == VersiLaporan.objects.get().pdf


def test_a_receipt_at_hand_is_noted_at_once(tugas):
    kerjakan(tugas, tanda_terima(), tujuan="Bidang 1", penerima="Ibu Kabid Satu")
    satu = Pengiriman.objects.get()
    assert (satu.penerima, satu.tanda_terima.nama) == ("Ibu Kabid Satu", "tanda terima.pdf")
    assert satu.diterima_pada is not None


def test_a_receipt_for_several_addressees_is_not_guessed(tugas):
    lengkapi(tugas)
    assert "penerima" in isian(tugas, tujuan="A\nB", penerima="Ibu Kabid Satu").errors


def test_a_receipt_without_a_name_is_refused(tugas):
    lengkapi(tugas)
    terisi = isian(tugas, tanda_terima(), tujuan="A")
    assert "penerima" in terisi.errors


def test_without_an_addressee_nothing_is_sent(tugas):
    lengkapi(tugas)
    assert "tujuan" in isian(tugas, tujuan="").errors


def test_without_a_paper_nothing_is_sent(kasus, monkeypatch):
    tugas = maju(kasus, "sampaikan-format")
    monkeypatch.setattr(kirim, "kertas_utama", lambda tugas: None)
    with pytest.raises(Ditolak, match="Belum ada dokumen"):
        kerjakan(tugas)
    assert not Pengiriman.objects.exists()


def test_a_wrong_person_and_a_second_click_send_nothing(kasus, tugas):
    lengkapi(tugas)
    terisi = isian(tugas)
    assert terisi.is_valid(), terisi.errors
    kadis = kasus.instansi.daftar_pegawai.get(nama="Kadis")
    with pytest.raises(Ditolak, match="tidak memegang jabatan"):
        kirim.kerjakan(pegawai=kadis, tugas=tugas, isian=terisi.cleaned_data)
    kirim.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian=terisi.cleaned_data)
    with pytest.raises(Ditolak, match="sudah ditutup"):
        kirim.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian=terisi.cleaned_data)
    assert Pengiriman.objects.count() == 2


@pytest.mark.parametrize(
    ("kegiatan", "tujuan"),
    [
        ("Mengirimkan LKj Biro ke Kasubbag AK", ["Kasubbag AK"]),
        ("menyerahkan hard copy kepada Bagian Organisasi", ["Bagian Organisasi"]),
        ("Mengarsipkan dokumen", []),
    ],
)
def test_the_printed_step_may_name_its_addressee(kegiatan, tujuan):
    assert tujuan_tercetak(kegiatan) == tujuan
