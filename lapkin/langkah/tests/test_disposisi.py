"""Disposisi: the lembar disposisi with the superior's paraf."""

import pytest

from lapkin.alur.models import Output, Tugas
from lapkin.alur.tests.bantuan import pelaku, terbuka
from lapkin.jejak.ditolak import Ditolak
from lapkin.langkah.jenis import disposisi
from lapkin.naskah.models import Naskah, Paraf

from .bantuan import isian, kerjakan, lengkapi, maju, pekerjaan

pytestmark = pytest.mark.django_db


@pytest.fixture
def tugas():
    return maju(pekerjaan("dp3a-kalbar-lkjip"), "perintah")


def test_the_first_values_name_who_comes_next_and_suffice(tugas):
    assert isian(tugas)["kepada"].value() == ["Kasubbag"]
    pesan = kerjakan(tugas)
    assert pesan.startswith("Selesai. Diteruskan ke Kasubbag.")
    lembar = Naskah.objects.get()
    assert (lembar.bentuk, lembar.penanda_tangan.nama) == ("disposisi", "Kadis")
    assert lembar.isi["diteruskan"] == [{"kepada": "Kasubbag", "harap": "Selesaikan/tindak lanjuti"}]
    output = Output.objects.get()
    assert (output.nama, output.berkas) == ("Disposisi surat", lembar.konsep)
    assert Paraf.objects.get().berkas_dibaca == lembar.konsep


def test_the_leading_recipient_stands_first(tugas):
    kerjakan(tugas, kepada=["Kasubbag", "Sekdin"], utama="Sekdin")
    assert [satu["kepada"] for satu in Naskah.objects.get().isi["diteruskan"]] == ["Sekdin", "Kasubbag"]


def test_without_the_kelengkapan_the_form_says_so(tugas):
    terisi = isian(tugas)
    assert not terisi.is_valid()
    assert "Disposisi surat" in terisi.non_field_errors()[0]


def test_without_recipient_and_instruction_the_fields_say_so(tugas):
    lengkapi(tugas)
    terisi = isian(tugas, kepada=None, instruksi=None)
    assert set(terisi.errors) == {"kepada", "instruksi"}


def test_a_wrong_person_makes_nothing(tugas):
    lengkapi(tugas)
    terisi = isian(tugas)
    assert terisi.is_valid()
    orang_lain = pelaku(terbuka(tugas.pelaksanaan).first()).__class__.objects.get(nama="Kasubbag")
    with pytest.raises(Ditolak, match="tidak memegang jabatan"):
        disposisi.kerjakan(pegawai=orang_lain, tugas=tugas, isian=terisi.cleaned_data)
    assert not Naskah.objects.exists()


def test_a_second_click_leaves_one_paper(tugas):
    kerjakan(tugas)
    with pytest.raises(Ditolak, match="sudah ditutup"):
        disposisi.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian={})
    assert Naskah.objects.count() == 1
    assert Tugas.objects.filter(langkah="format").count() == 1
