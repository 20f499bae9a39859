"""Isi data: a unit's cells, what it hands over, and the collector who watches and closes."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lapkin.alur import actions
from lapkin.alur.models import Output, Tugas
from lapkin.alur.tests.bantuan import kantor, pelaku, terbuka
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.kinerja.models import Anggaran
from lapkin.langkah.isian_unit import lembar_isian
from lapkin.langkah.jenis import isi_data
from lapkin.langkah.kertas_kasus import versi_kasus
from lapkin.laporan.models import Narasi
from lapkin.organisasi.models import UnitKerja

from .angka import cetak_cepat, contoh_pdf, isi_angka, isi_kertas, realisasi
from .bantuan import lengkapi, maju

__all__ = ["cetak_cepat"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def kasus():
    """A run of SOP 000 whose two units must fill in their data, one indicator each."""
    instansi, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    pelaksanaan = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    isi_angka(instansi, daftar_unit=list(UnitKerja.objects.order_by("pk")))
    maju(pelaksanaan, "himpun")
    return pelaksanaan


@pytest.fixture
def tugas(kasus):
    return terbuka(kasus, per_unit=True).order_by("pk").first()


def isian(tugas, berkas=None, **isi):
    """The sheet of a task as its page sends it: the cells typed in, and what they held before."""
    awal = isi_data.Isian(tugas=tugas, pegawai=pelaku(tugas))["awal"].value()
    return isi_data.Isian({"awal": awal, **isi}, berkas, tugas=tugas, pegawai=pelaku(tugas))


def kerjakan(tugas, berkas=None, **isi):
    lengkapi(tugas)
    terisi = isian(tugas, berkas, **isi)
    assert terisi.is_valid(), terisi.errors
    return isi_data.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian=terisi.cleaned_data)


def sel(tugas, periode="TAHUN"):
    return lembar_isian(tugas).daftar_baris[0].sel(periode)


def masuk(client, tugas):
    client.force_login(pelaku(tugas))


def test_a_unit_sees_its_own_indicators_and_the_budget_lines_nobody_answers_for(tugas):
    lembar = lembar_isian(tugas)
    assert [b.indikator.nama for b in lembar.daftar_baris] == ["Persentase layanan"]
    assert [(b.anggaran.nama, b.pagu) for b in lembar.daftar_anggaran] == [
        ("Sub kegiatan 2", "100"),
        ("Sub kegiatan 3", "200"),
    ]
    assert not lembar.bersama


def test_a_subunit_belongs_to_its_unit(tugas):
    bawah = UnitKerja.objects.create(
        instansi=tugas.instansi, nama="Subbidang", jenis="subbagian", induk=tugas.unit
    )
    tugas.instansi.daftar_indikator.filter(nama="Nilai SAKIP").update(penanggung_jawab=bawah)
    assert len(lembar_isian(tugas).daftar_baris) == 2


def test_where_no_unit_answers_for_anything_all_see_all(tugas):
    tugas.instansi.daftar_indikator.update(penanggung_jawab=None)
    lembar = lembar_isian(tugas)
    assert (len(lembar.daftar_baris), lembar.bersama) == (2, True)


def test_what_is_typed_on_the_page_is_stored_and_handed_over(tugas):
    kerjakan(tugas, **{sel(tugas): "85,5", sel(tugas, "TW1"): "20"})
    indikator = tugas.instansi.daftar_indikator.get(nama="Persentase layanan")
    assert (realisasi(indikator), realisasi(indikator, "TW1")) == ("85,5", "20")
    output = Output.objects.get(tugas=tugas)
    assert output.nama == "Format penyusunan LKJIP"
    assert "85,5" in isi_kertas(output.berkas)
    assert Peristiwa.objects.get(jenis="realisasi.diisi", data__periode="TAHUN").rujukan == tugas.kunci


def test_money_is_stored_in_the_lowest_line_and_summed_above(tugas):
    baris = Anggaran.objects.get(nama="Sub kegiatan 2")
    kerjakan(tugas, **{f"a-{baris.pk}": "90,50", sel(tugas): "80"})
    assert Anggaran.objects.get(nama="Program layanan").realisasi == 90_50


def test_money_that_cannot_be_read_is_named_and_nothing_is_sent(tugas):
    lengkapi(tugas)
    baris = Anggaran.objects.get(nama="Sub kegiatan 2")
    terisi = isian(tugas, **{f"a-{baris.pk}": "banyak", sel(tugas): "80"})
    assert terisi.non_field_errors()[0].startswith("Realisasi Sub kegiatan 2: ")


def test_an_empty_figure_needs_a_reason(tugas):
    lengkapi(tugas)
    terisi = isian(tugas)
    assert "1 realisasi setahun belum diisi" in terisi.errors["alasan"][0]
    assert isian(tugas, alasan="Angkanya belum rilis.").is_valid()


def test_the_reason_stands_on_the_paper_and_in_the_trail(tugas):
    kerjakan(tugas, alasan="Angkanya belum rilis.")
    tugas.refresh_from_db()
    assert tugas.catatan == "Angkanya belum rilis."
    assert "Angkanya belum rilis." in isi_kertas(Output.objects.get(tugas=tugas).berkas)


def test_a_page_left_open_never_writes_back_what_another_has_changed(tugas):
    indikator = tugas.instansi.daftar_indikator.get(nama="Persentase layanan")
    lengkapi(tugas)
    indikator.daftar_realisasi.create(periode="TAHUN", tertulis="77")
    terisi = isi_data.Isian({sel(tugas): "", "awal": "{}"}, tugas=tugas, pegawai=pelaku(tugas))
    assert terisi.is_valid(), terisi.errors
    assert terisi.cleaned_data["perubahan"] == {}


def test_cells_of_other_units_are_not_taken(tugas):
    lain = tugas.instansi.daftar_indikator.get(nama="Nilai SAKIP")
    kerjakan(tugas, **{sel(tugas): "80", f"r-{lain.pk}-TAHUN": "99"})
    assert realisasi(lain) is None


def test_a_figure_that_is_far_too_long_is_refused(tugas):
    lengkapi(tugas)
    terisi = isian(tugas, **{sel(tugas): "9" * 81})
    assert "terlalu panjang" in terisi.non_field_errors()[0]


def test_a_wrong_person_stores_nothing(tugas):
    lengkapi(tugas)
    terisi = isian(tugas, **{sel(tugas): "80"})
    assert terisi.is_valid()
    orang_lain = pelaku(terbuka(tugas.pelaksanaan, penghimpun=True).get())
    with pytest.raises(Ditolak, match="tidak memegang jabatan"):
        isi_data.kerjakan(pegawai=orang_lain, tugas=tugas, isian=terisi.cleaned_data)
    assert not Output.objects.filter(tugas=tugas).exists()


def test_a_second_click_hands_over_once(tugas):
    kerjakan(tugas, **{sel(tugas): "80"})
    with pytest.raises(Ditolak, match="sudah ditutup"):
        isi_data.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian={"perubahan": {}, "alasan": ""})
    assert Output.objects.filter(tugas=tugas).count() == 1


def test_a_cell_is_saved_by_itself_and_answers_with_its_state_and_capaian(client, tugas):
    masuk(client, tugas)
    pk = lembar_isian(tugas).daftar_baris[0].pk
    jawaban = client.post(f"/tugas/{tugas.pk}/isi/{pk}/TAHUN/", {f"r-{pk}-TAHUN": "88"})
    assert jawaban.status_code == 200
    isi = jawaban.content.decode()
    assert "tersimpan" in isi
    assert "110,00%" in isi
    assert 'hx-swap-oob="true"' in isi


def test_a_text_that_is_no_number_is_kept_with_the_reason(client, tugas):
    masuk(client, tugas)
    pk = lembar_isian(tugas).daftar_baris[0].pk
    isi = client.post(f"/tugas/{tugas.pk}/isi/{pk}/TAHUN/", {f"r-{pk}-TAHUN": "Belum Rilis"}).content.decode()
    assert "keadaan kuning" in isi
    assert realisasi(tugas.instansi.daftar_indikator.get(pk=pk)) == "Belum Rilis"


def test_a_cell_of_another_unit_is_a_404(client, tugas):
    masuk(client, tugas)
    lain = tugas.instansi.daftar_indikator.get(nama="Nilai SAKIP")
    jawaban = client.post(f"/tugas/{tugas.pk}/isi/{lain.pk}/TAHUN/", {f"r-{lain.pk}-TAHUN": "99"})
    assert jawaban.status_code == 404


def test_a_cell_of_a_sheet_already_sent_is_refused(client, tugas):
    nama = sel(tugas)
    pk = lembar_isian(tugas).daftar_baris[0].pk
    kerjakan(tugas, **{nama: "80"})
    masuk(client, tugas)
    jawaban = client.post(f"/tugas/{tugas.pk}/isi/{pk}/TAHUN/", {nama: "99"})
    assert jawaban.status_code == 409
    assert "sudah dikirim" in jawaban.content.decode()


def test_without_a_script_everything_is_kept_by_one_button(client, tugas):
    masuk(client, tugas)
    pk = lembar_isian(tugas).daftar_baris[0].pk
    jawaban = client.post(f"/tugas/{tugas.pk}/isi/simpan/", {f"r-{pk}-TAHUN": "81", "awal": "{}"})
    assert jawaban.status_code == 302
    assert realisasi(tugas.instansi.daftar_indikator.get(pk=pk)) == "81"
    tugas.refresh_from_db()
    assert tugas.status == Tugas.Status.TERBUKA


def test_saving_keeps_what_can_be_read_and_names_the_rest(client, tugas):
    masuk(client, tugas)
    pk, anggaran = lembar_isian(tugas).daftar_baris[0].pk, Anggaran.objects.get(nama="Sub kegiatan 2").pk
    isi = {f"r-{pk}-TAHUN": "81", f"a-{anggaran}": "banyak", "awal": "{}"}
    jawaban = client.post(f"/tugas/{tugas.pk}/isi/simpan/", isi, follow=True)
    assert "Tidak tersimpan: Realisasi Sub kegiatan 2" in jawaban.content.decode()
    assert realisasi(tugas.instansi.daftar_indikator.get(pk=pk)) == "81"


def test_saving_does_not_wait_for_the_kelengkapan(client):
    instansi, pengelola, sop = kantor("inspektorat-landak-lkjip")
    isi_angka(instansi)
    tugas = maju(actions.mulai(pegawai=pengelola, sop=sop, tahun=2025), "draf-bidang")
    masuk(client, tugas)
    nama = sel(tugas)
    client.post(f"/tugas/{tugas.pk}/isi/simpan/", {nama: "81", "awal": "{}"})
    assert lembar_isian(tugas).tersimpan[nama] == "81"


def test_the_page_of_a_unit_and_of_its_collector_can_be_read(client, kasus, tugas):
    masuk(client, tugas)
    assert "Persentase layanan" in client.get(f"/tugas/{tugas.pk}/").content.decode()
    kerjakan(tugas, **{sel(tugas): "80"})
    penghimpun = terbuka(kasus, penghimpun=True).get()
    masuk(client, penghimpun)
    halaman = client.get(f"/tugas/{penghimpun.pk}/").content.decode()
    assert "1 dari 2" in halaman
    assert f"/tugas/{penghimpun.pk}/kembalikan-unit/{tugas.pk}/" in halaman


def test_closing_a_collection_leaves_the_recapitulation(kasus, tugas):
    kerjakan(tugas, **{sel(tugas): "80"})
    penghimpun = terbuka(kasus, penghimpun=True).get()
    pesan = isi_data.tutup(pegawai=pelaku(penghimpun), tugas=penghimpun, catatan="Batas waktu lewat.")
    assert pesan.startswith("Selesai. Diteruskan ke Kasubbag")
    rekap = isi_kertas(Output.objects.get(tugas=penghimpun).berkas)
    assert "1 dari 2" in rekap
    assert "Batas waktu lewat." in rekap


def test_the_collector_has_no_sheet_of_its_own_to_send(kasus):
    penghimpun = terbuka(kasus, penghimpun=True).get()
    with pytest.raises(Ditolak, match="Tutup pengumpulan"):
        isi_data.kerjakan(pegawai=pelaku(penghimpun), tugas=penghimpun, isian={})


def test_a_pd_sends_its_report_as_a_file():
    instansi, pengelola, sop = kantor("jambi-data-kinerja")
    pelaksanaan = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    tugas = maju(pelaksanaan, "tunggu-data")
    assert "Unggah LKj" in isian(tugas).errors["lkj"][0]
    lkj = SimpleUploadedFile("LKj.pdf", contoh_pdf(), "application/pdf")
    kerjakan(tugas, {"lkj": lkj})
    assert Output.objects.filter(tugas=tugas).last().berkas.nama == "LKj.pdf"


def test_a_unit_of_sop_004_brings_text_that_waits_for_the_report():
    instansi, pengelola, sop = kantor("inspektorat-landak-lkjip")
    pelaksanaan = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    isi_angka(instansi)
    tugas = maju(pelaksanaan, "draf-bidang")
    unit = UnitKerja.objects.create(instansi=instansi, nama="Irban I", jenis="irban")
    tugas.unit = unit
    tugas.save()
    bagian = next(b for b in lembar_isian(tugas).daftar_teks if b.bagian.judul.startswith("Penyebab"))
    kerjakan(tugas, alasan="Angka menyusul.", **{bagian.sel: "Karena layanan\r\nbertambah."})
    narasi = Narasi.objects.get()
    assert (narasi.unit, narasi.teks) == (unit, "Karena layanan\nbertambah.")
    assert narasi.laporan.pelaksanaan == pelaksanaan
    assert versi_kasus(pelaksanaan) is None


def test_the_hidden_field_tolerates_anything():
    assert isi_data._baca_awal("bukan json") == {}
    assert isi_data._baca_awal("[1]") == {}
    assert isi_data._baca_awal(json.dumps({"a": "1"})) == {"a": "1"}
