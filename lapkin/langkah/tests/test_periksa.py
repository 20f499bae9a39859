"""Periksa: a version of the report, the figures that came in, and papers of analysis are read and passed on."""

import pytest

from lapkin.alur.models import Output, Tugas
from lapkin.alur.tests.bantuan import pelaku, terbuka
from lapkin.jejak.ditolak import Ditolak
from lapkin.langkah.jenis import periksa
from lapkin.laporan.actions import simpan_narasi, susun_versi
from lapkin.laporan.models import Laporan, PoinKoreksi, VersiLaporan

from .angka import cetak_cepat, isi_angka, isi_kertas
from .bantuan import isian, kerjakan, lengkapi, maju, pekerjaan

__all__ = ["cetak_cepat"]
pytestmark = pytest.mark.django_db
DIBACA = {"dibaca": "on"}


@pytest.fixture
def kasus():
    pelaksanaan = pekerjaan("dp3a-kalbar-lkjip")
    isi_angka(pelaksanaan.instansi)
    return pelaksanaan


@pytest.fixture
def tugas(kasus):
    """Step 7 of SOP 000: the Sekdin corrects the Dokumen LKjIP."""
    kerjakan(maju(kasus, "susun"))
    return terbuka(kasus).get()


def test_the_version_read_is_passed_on_with_a_sheet_of_the_reading(tugas):
    kerjakan(tugas, catatan="Sudah sesuai.", **DIBACA)
    lembar, dokumen = Output.objects.filter(tugas=tugas).order_by("pk")
    assert (lembar.nama, dokumen.nama) == ("Lembar pemeriksaan", "Dokumen LKJIP")
    assert dokumen.berkas == VersiLaporan.objects.get().pdf
    assert dokumen.berkas.sha256 in isi_kertas(lembar.berkas)
    assert "Sudah sesuai." in isi_kertas(lembar.berkas)


def test_points_of_correction_are_raised_on_the_version_one_a_line(tugas):
    kerjakan(tugas, poin="Ejaan Bab I\n\nTabel 2 kurang satuan", **DIBACA)
    assert [p.isi for p in PoinKoreksi.objects.all()] == ["Ejaan Bab I", "Tabel 2 kurang satuan"]


def test_a_version_made_after_the_page_was_opened_is_not_passed_unread(tugas):
    lengkapi(tugas)
    terisi = isian(tugas, **DIBACA)
    assert terisi.is_valid(), terisi.errors
    laporan, sekdin = Laporan.objects.get(), pelaku(tugas)
    simpan_narasi(pegawai=sekdin, laporan=laporan, bagian="kesimpulan", teks="Baru.")
    susun_versi(pegawai=sekdin, laporan=laporan)
    with pytest.raises(Ditolak, match="sudah berganti"):
        periksa.kerjakan(pegawai=sekdin, tugas=tugas, isian=terisi.cleaned_data)
    assert Tugas.objects.get(pk=tugas.pk).status == Tugas.Status.TERBUKA


def test_nothing_is_passed_without_saying_that_it_was_read(tugas):
    lengkapi(tugas)
    assert set(isian(tugas).errors) == {"dibaca"}


def test_a_report_that_was_never_made_cannot_be_checked(kasus):
    tugas = maju(kasus, "koreksi")
    lengkapi(tugas)
    terisi = isian(tugas, **DIBACA)
    assert terisi.is_valid(), terisi.errors
    with pytest.raises(Ditolak, match="Belum ada dokumen"):
        periksa.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian=terisi.cleaned_data)


def test_a_wrong_person_and_a_second_click_pass_nothing(kasus, tugas):
    lengkapi(tugas)
    isi = isian(tugas, **DIBACA)
    assert isi.is_valid()
    staf = kasus.instansi.daftar_pegawai.get(nama="Staf/Jab. Fungsional Umum")
    with pytest.raises(Ditolak, match="tidak memegang jabatan"):
        periksa.kerjakan(pegawai=staf, tugas=tugas, isian=isi.cleaned_data)
    periksa.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian=isi.cleaned_data)
    with pytest.raises(Ditolak, match="sudah ditutup"):
        periksa.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian=isi.cleaned_data)
    assert Output.objects.filter(tugas=tugas).count() == 2


def test_the_figures_that_came_in_are_checked_by_their_table(client, kasus):
    tugas = maju(kasus, "analisis")
    client.force_login(pelaku(tugas))
    assert "Bidang dan Sekretariat 1" in client.get(f"/tugas/{tugas.pk}/").content.decode()
    kerjakan(tugas, **DIBACA)
    assert "Bidang dan Sekretariat 2" in isi_kertas(Output.objects.get(tugas=tugas).berkas)


def test_a_paper_of_analysis_is_the_sheet_itself_and_needs_its_text():
    tugas = maju(pekerjaan("jambi-data-kinerja"), "analisis-pemenuhan")
    assert set(isian(tugas).errors) == {"catatan", "dibaca"}
    kerjakan(tugas, catatan="Dua PD belum lengkap.", **DIBACA)
    output = Output.objects.get(tugas=tugas)
    assert output.nama == "Hasil analisa pemenuhan informasi capaian kinerja"
    assert "Dua PD belum lengkap." in isi_kertas(output.berkas)


def test_the_page_shows_the_version_and_what_has_changed_in_it(client, tugas):
    laporan, sekdin = Laporan.objects.get(), pelaku(tugas)
    simpan_narasi(pegawai=sekdin, laporan=laporan, bagian="kesimpulan", teks="Baru.")
    susun_versi(pegawai=sekdin, laporan=laporan)
    client.force_login(sekdin)
    halaman = client.get(f"/tugas/{tugas.pk}/").content.decode()
    assert "Lihat perubahan sejak versi 1" in halaman
    assert "1 bagian berubah" in halaman


def test_points_typed_before_the_report_goes_back_are_raised_and_wait_for_their_answers(client, tugas):
    jawab = _kembalikan(client, tugas, poin="Ejaan Bab I\nTabel 2 kurang satuan", catatan="Sudah dibaca.")
    assert jawab.status_code == 302
    assert [p.isi for p in PoinKoreksi.objects.all()] == ["Ejaan Bab I", "Tabel 2 kurang satuan"]
    susun = terbuka(tugas.pelaksanaan).get()
    assert susun.pesan == "Perbaiki dahulu.\nCatatan pemeriksaan: Sudah dibaca."
    client.force_login(pelaku(susun))
    halaman = client.get(f"/tugas/{susun.pk}/").content.decode()
    assert "Jawaban atas: Ejaan Bab I" in halaman
    assert "Jawaban atas: Tabel 2 kurang satuan" in halaman


def test_a_return_without_its_reason_keeps_all_that_was_typed_and_says_only_what_it_lacks(client, tugas):
    jawab = _kembalikan(client, tugas, alasan="", poin="Ejaan Bab I", catatan="Sudah dibaca.")
    assert jawab.status_code == 422
    halaman = jawab.content.decode()
    assert "Ejaan Bab I" in halaman
    assert "Sudah dibaca." in halaman
    assert "Tuliskan apa yang perlu diperbaiki" in halaman
    assert "Centang ini" not in halaman
    assert not PoinKoreksi.objects.exists()


def test_a_point_that_is_too_long_stops_the_return(client, tugas):
    jawab = _kembalikan(client, tugas, poin="x" * 2001)
    assert jawab.status_code == 422
    assert "Satu poin paling panjang" in jawab.content.decode()
    assert Tugas.objects.get(pk=tugas.pk).status == Tugas.Status.TERBUKA


def test_points_about_a_version_that_is_no_longer_the_newest_send_nothing_back(client, tugas):
    jawab = _kembalikan(client, tugas, poin="Ejaan Bab I", sidik="0" * 64)
    assert jawab.status_code == 409
    assert not PoinKoreksi.objects.exists()
    assert Tugas.objects.get(pk=tugas.pk).status == Tugas.Status.TERBUKA


def _kembalikan(client, tugas, *, alasan="Perbaiki dahulu.", **isi):
    """The form of the work as its page sends it, by the button that sends the work back."""
    client.force_login(pelaku(tugas))
    data = {
        "sidik": VersiLaporan.objects.get().pdf.sha256,
        "kembali-tujuan": "susun",
        "kembali-catatan": alasan,
    }
    return client.post(f"/tugas/{tugas.pk}/kembalikan/", data | isi)
