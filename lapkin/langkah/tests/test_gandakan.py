"""Gandakan: the number of copies goes into the trail."""

import pytest

from lapkin.alur.models import Output, Tugas
from lapkin.alur.tests.bantuan import pelaku
from lapkin.jejak.ditolak import Ditolak
from lapkin.langkah.jenis import gandakan

from .angka import cetak_cepat
from .bantuan import isian, kerjakan, lengkapi, maju, pekerjaan

__all__ = ["cetak_cepat"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def tugas():
    return maju(pekerjaan("dp3a-kalbar-lkjip"), "kirim")


def test_the_first_values_suffice(tugas):
    kerjakan(tugas)
    tugas.refresh_from_db()
    assert tugas.catatan == f"Digandakan 3 eksemplar, dijilid, oleh {pelaku(tugas)}."
    assert not Output.objects.filter(tugas=tugas).exists()


@pytest.mark.parametrize("jumlah", ["0", "-1", "banyak", "2,5", ""])
def test_a_number_of_copies_that_is_none_is_refused(tugas, jumlah):
    lengkapi(tugas)
    assert "jumlah" in isian(tugas, jumlah=jumlah).errors


def test_a_wrong_person_and_a_second_click_note_nothing(tugas):
    lengkapi(tugas)
    terisi = isian(tugas, jumlah="5")
    assert terisi.is_valid()
    lain = tugas.instansi.daftar_pegawai.get(nama="Kadis")
    with pytest.raises(Ditolak, match="tidak memegang jabatan"):
        gandakan.kerjakan(pegawai=lain, tugas=tugas, isian=terisi.cleaned_data)
    gandakan.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian=terisi.cleaned_data)
    with pytest.raises(Ditolak, match="sudah ditutup"):
        gandakan.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian=terisi.cleaned_data)
    assert Tugas.objects.filter(langkah="kirim", jenis="kirim").count() == 1


def test_where_the_sop_names_a_paper_of_the_copying_one_is_made(tugas, monkeypatch):
    monkeypatch.setattr(gandakan, "sebagai_output", lambda tugas, berkas: [("Catatan penggandaan", berkas)])
    kerjakan(tugas)
    assert Output.objects.get(tugas=tugas).berkas.nama == "Catatan penggandaan.pdf"
