"""Rapat: the invitation before it, the notula after it, and the points of correction for the report."""

import pytest

from lapkin.alur.models import Output
from lapkin.alur.tests.bantuan import pelaku
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Pemberitahuan
from lapkin.langkah import undangan
from lapkin.langkah.jenis import rapat
from lapkin.laporan.models import PoinKoreksi
from lapkin.naskah.models import Naskah

from .bantuan import isian, kerjakan, lengkapi, maju, pekerjaan, versi_laporan

pytestmark = pytest.mark.django_db

ACARA = {"hari": "2026-01-12", "waktu": "09.00 s.d. 11.30 WIB", "tempat": "Ruang rapat"}
NOTULA = ACARA | {
    "pembahasan": "Jadwal dibahas.",
    "kesimpulan": "Draf selesai 30 Januari.\nData dikumpulkan.",
}


@pytest.fixture
def tugas():
    return maju(pekerjaan("kominfo-kalbar-lakip"), "rapat")


@pytest.fixture
def pembahasan():
    """The meeting about the draft: SOP 002 step 7."""
    return maju(pekerjaan("kominfo-kalbar-lakip"), "pembahasan")


def terbitkan(tugas, **ganti):
    kosong = undangan.Isian(tugas=tugas, pegawai=pelaku(tugas))
    data = {n: kosong.get_initial_for_field(b, n) for n, b in kosong.fields.items()} | ACARA | ganti
    terisi = undangan.Isian(data, tugas=tugas, pegawai=pelaku(tugas))
    assert terisi.is_valid(), terisi.errors
    return undangan.terbitkan(pegawai=pelaku(tugas), tugas=tugas, isian=terisi.cleaned_data)


def test_an_invitation_is_a_letter_and_a_notice_and_fills_the_notula(tugas):
    Pemberitahuan.objects.all().delete()
    pesan = terbitkan(tugas, tujuan="Kadis\nKasubbag Renja\nTim\nTamu dari luar")
    assert "3 orang diberi tahu" in pesan
    teks = Pemberitahuan.objects.values_list("teks", flat=True)
    assert all("Senin, 12 Januari 2026, 09.00 s.d. 11.30 WIB, di Ruang rapat" in satu for satu in teks)
    terisi = isian(tugas)
    assert terisi["tempat"].value() == "Ruang rapat"
    assert terisi["daftar_hadir"].value().startswith("Kadis\n")


def test_a_second_invitation_of_the_same_meeting_replaces_the_first(tugas):
    terbitkan(tugas)
    terbitkan(tugas, tempat="Aula")
    assert Naskah.objects.get(bentuk="undangan").isi["tempat"] == "Aula"


def test_the_notula_and_the_invitation_are_the_papers_of_the_step(tugas):
    terbitkan(tugas)
    kerjakan(tugas, **NOTULA, tindak_lanjut="Kirim data; Semua bidang; 20 Januari\nSusun draf; Tim")
    notula = Naskah.objects.get(bentuk="notula")
    assert notula.isi["kesimpulan"] == ["Draf selesai 30 Januari.", "Data dikumpulkan."]
    assert notula.isi["tindak_lanjut"][1] == {"apa": "Susun draf", "oleh": "Tim", "batas": ""}
    nama = Output.objects.filter(langkah="rapat").values_list("nama", flat=True)
    assert list(nama) == ["Undangan rapat", "Notulen rapat"]


def test_without_an_invitation_the_sop_asks_for_a_reason(tugas):
    lengkapi(tugas)
    assert set(isian(tugas, **NOTULA).errors) == {"alasan"}
    kerjakan(tugas, **NOTULA, alasan="Rapat mendadak atas perintah Kadis.")
    tugas.refresh_from_db()
    assert tugas.catatan == "Rapat mendadak atas perintah Kadis."


def test_what_a_notula_needs_is_named_at_its_field(tugas):
    lengkapi(tugas)
    terisi = isian(tugas, alasan="Mendadak", tindak_lanjut="Kirim data")
    assert set(terisi.errors) == {"hari", "waktu", "tempat", "pembahasan", "kesimpulan", "tindak_lanjut"}


def test_points_of_correction_land_on_the_newest_version(pembahasan):
    versi = versi_laporan(pembahasan.pelaksanaan)
    kerjakan(pembahasan, **NOTULA, poin="Tabel 3.1 belum lengkap.\n\nSebutkan sumber data.")
    assert list(PoinKoreksi.objects.values_list("versi", "isi")) == [
        (versi.pk, "Tabel 3.1 belum lengkap."),
        (versi.pk, "Sebutkan sumber data."),
    ]


def test_without_a_report_there_is_no_field_for_points(tugas):
    assert "poin" not in isian(tugas).fields


def test_a_wrong_person_writes_neither_invitation_nor_notula(tugas):
    lengkapi(tugas)
    orang, _ = buat_pegawai(tugas.instansi, "orang-lain", "Orang Lain", jabatan="Jabatan Lain")
    for act in (rapat.kerjakan, undangan.terbitkan):
        with pytest.raises(Ditolak, match="tidak memegang jabatan"):
            act(pegawai=orang, tugas=tugas, isian={})
    assert not Naskah.objects.exists()


def test_a_second_click_leaves_one_notula(tugas):
    terbitkan(tugas)
    kerjakan(tugas, **NOTULA)
    with pytest.raises(Ditolak, match="sudah ditutup"):
        rapat.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian={})
    assert Naskah.objects.filter(bentuk="notula").count() == 1
