"""Susun: the workbook, the report in a new version, and a paper that the officer writes."""

import pytest

from lapkin.alur import actions
from lapkin.alur.models import Output
from lapkin.alur.tests.bantuan import kerjakan as kerjakan_mesin
from lapkin.alur.tests.bantuan import pelaku, terbuka
from lapkin.jejak.ditolak import Ditolak
from lapkin.kinerja.buku_kerja import baca_buku
from lapkin.langkah.jenis import susun
from lapkin.langkah.susun_laporan import mulai, teks_unit_baru
from lapkin.laporan.actions import catat_poin, simpan_narasi
from lapkin.laporan.models import Laporan, PoinKoreksi, VersiLaporan
from lapkin.laporan.queries import narasi_laporan
from lapkin.organisasi.models import UnitKerja

from .angka import cetak_cepat, isi_angka, isi_kertas
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
    """Step 6 of SOP 000: the Staf makes the Dokumen LKjIP."""
    return maju(kasus, "susun")


def test_the_format_is_a_workbook_of_the_office_and_year(kasus):
    tugas = maju(kasus, "format")
    kerjakan(tugas)
    berkas = Output.objects.get(langkah="format").berkas
    with berkas.isi.open() as isi:
        hasil = baca_buku(isi.read())
    assert hasil.daftar_masalah == ()
    assert hasil.isi.identitas.tahun == 2025
    assert [i.nama for i in hasil.isi.lembar.daftar_indikator] == ["Persentase layanan", "Nilai SAKIP"]


def test_the_report_of_the_case_is_started_and_gets_its_first_version(kasus, tugas):
    pesan = kerjakan(tugas)
    versi = VersiLaporan.objects.get()
    assert (versi.nomor, versi.laporan.pelaksanaan, versi.laporan.sebutan) == (1, kasus, "LKjIP")
    assert versi.tugas == tugas
    assert (
        Output.objects.filter(langkah="susun").last().nama,
        Output.objects.filter(langkah="susun").last().berkas,
    ) == ("Dokumen LKJIP", versi.pdf)
    assert pesan.startswith("Selesai. Diteruskan ke Sekdin")


def test_a_second_click_leaves_one_version(tugas):
    kerjakan(tugas)
    with pytest.raises(Ditolak, match="sudah ditutup"):
        susun.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian={})
    assert VersiLaporan.objects.count() == 1


def test_a_wrong_person_starts_no_report(kasus, tugas):
    lengkapi(tugas)
    sekdin = kasus.instansi.daftar_pegawai.get(nama="Sekdin")
    with pytest.raises(Ditolak, match="tidak memegang jabatan"):
        susun.kerjakan(pegawai=sekdin, tugas=tugas, isian={})
    assert not Laporan.objects.exists()


def test_what_went_wrong_between_printing_and_keeping_leaves_no_version(tugas, monkeypatch):
    lengkapi(tugas)

    def gagal(**_):
        raise Ditolak("Langkah ini belum menghasilkan: Dokumen LKJIP.")

    monkeypatch.setattr(susun, "selesaikan", gagal)
    with pytest.raises(Ditolak, match="belum menghasilkan"):
        susun.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian={})
    assert not VersiLaporan.objects.exists()


def test_an_answered_point_is_closed_and_an_unanswered_one_stays_open(kasus, tugas):
    kerjakan(tugas)
    staf, versi = pelaku(tugas), VersiLaporan.objects.get()
    dijawab, dibiarkan = (catat_poin(pegawai=staf, versi=versi, isi=isi) for isi in ("Ejaan", "Tabel 2"))
    lagi = _kembali_ke_susun(kasus)
    kerjakan(lagi, **{f"jawaban_{dijawab.pk}": "Sudah diperbaiki."})
    assert PoinKoreksi.objects.get(pk=dijawab.pk).jawaban == "Sudah diperbaiki."
    assert PoinKoreksi.objects.get(pk=dibiarkan.pk).ditutup_pada is None


def test_the_text_of_units_is_merged_where_wished(kasus, tugas):
    laporan, unit = _laporan_berteks_unit(kasus, tugas)
    kerjakan(tugas, gabungkan="on")
    assert narasi_laporan(laporan)["kesimpulan"] == "Layanan bertambah."
    assert unit.nama in "".join(n.unit.nama for n in laporan.daftar_narasi.exclude(unit=None))
    assert teks_unit_baru(laporan) == []


def test_the_text_of_units_stays_apart_where_not_wished(kasus, tugas):
    laporan, _ = _laporan_berteks_unit(kasus, tugas)
    kerjakan(tugas, gabungkan="")
    assert "kesimpulan" not in narasi_laporan(laporan)


def test_the_page_tells_what_the_report_still_lacks(client, kasus, tugas):
    client.force_login(pelaku(tugas))
    assert "Mulai menulis laporan" in client.get(f"/tugas/{tugas.pk}/").content.decode()
    lengkapi(tugas)
    jawaban = client.post(f"/tugas/{tugas.pk}/laporan/")
    laporan = Laporan.objects.get()
    assert jawaban.headers["Location"] == f"/laporan/{laporan.pk}/"
    halaman = client.get(f"/tugas/{tugas.pk}/").content.decode()
    assert "Yang masih kurang" in halaman
    assert "Kesimpulan belum diisi" in halaman


def test_the_report_is_started_once_however_often_it_is_asked_for(kasus, tugas):
    staf = pelaku(tugas)
    assert mulai(pegawai=staf, tugas=tugas) == mulai(pegawai=staf, tugas=tugas)


def test_an_analysis_is_the_officers_text_with_the_table_of_what_came_in():
    kasus = pekerjaan("jambi-data-kinerja")
    maju(kasus, "analisis")
    tugas = _sampai_susun(kasus)
    assert set(isian(tugas).errors) == {"teks"}
    kerjakan(tugas, teks="Capaian PD membaik.", tindak_lanjut="Bimbingan bagi dua PD.")
    output = Output.objects.get(nama="Analisis capaian kinerja perangkat daerah")
    kertas = isi_kertas(output.berkas)
    assert "Capaian PD membaik." in kertas
    assert "Bimbingan bagi dua PD." in kertas
    assert "Masuk" in kertas


def _sampai_susun(kasus):
    """Play the meeting before the analysis at engine level."""
    while (tugas := terbuka(kasus).first()).jenis != "susun":
        kerjakan_mesin(tugas)
    return tugas


def _laporan_berteks_unit(kasus, tugas):
    staf = pelaku(tugas)
    laporan = mulai(pegawai=staf, tugas=tugas)
    unit = UnitKerja.objects.first()
    simpan_narasi(pegawai=staf, laporan=laporan, bagian="kesimpulan", teks="Layanan bertambah.", unit=unit)
    return laporan, unit


def _kembali_ke_susun(kasus):
    koreksi = terbuka(kasus).get()
    actions.kembalikan(pegawai=pelaku(koreksi), tugas=koreksi, tujuan="susun", catatan="Perbaiki.")
    return terbuka(kasus).get()
