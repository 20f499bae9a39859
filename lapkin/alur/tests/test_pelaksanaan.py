"""The engine: a run from its first to its last step, its returns, its collections, and who may do what."""

import pytest
from django.db import transaction

from lapkin.alur import actions
from lapkin.alur.models import Output, Pelaksanaan, Tugas
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Pemberitahuan, Peristiwa
from lapkin.jejak.queries import periksa_rantai
from lapkin.sop.tests.benih import DAFTAR_KODE

from .bantuan import kantor, kerjakan, mainkan, pelaku, terbuka

pytestmark = pytest.mark.django_db


@pytest.fixture
def kasus():
    """A run of SOP 000 with two units."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_every_sop_runs_from_its_first_step_to_its_last(kode):
    instansi, pengelola, sop = kantor(kode)
    pelaksanaan = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(pelaksanaan)
    pelaksanaan.refresh_from_db()
    isi = pelaksanaan.dibaca()
    assert pelaksanaan.status == Pelaksanaan.Status.SELESAI
    assert set(Tugas.objects.values_list("langkah", flat=True)) == {
        langkah.kode for langkah in isi.daftar_langkah_kerja
    }
    assert not terbuka(pelaksanaan).exists()
    assert periksa_rantai(instansi.kunci) == []


def test_all_kinds_of_work_of_a_step_must_finish(kasus):
    mainkan(kasus, sampai="tanda-tangan")
    tanda_tangan = terbuka(kasus).get()
    assert tanda_tangan.jenis == "tanda-tangan"
    kerjakan(tanda_tangan)
    disposisi = terbuka(kasus).get()
    assert (disposisi.langkah, disposisi.jenis) == ("tanda-tangan", "disposisi")


def test_a_signed_letter_opens_its_signers_task_where_the_sop_is_silent(kasus):
    mainkan(kasus, sampai="surat-pengantar")
    urutan = []
    while (tugas := terbuka(kasus).get()).langkah == "surat-pengantar":
        urutan.append((tugas.jenis, tugas.peran))
        kerjakan(tugas)
    assert urutan == [("surat", "Kasubbag"), ("tanda-tangan", "Kadis"), ("nomor", "Kasubbag")]


def test_a_step_is_opened_once_for_each_unit_and_once_for_its_collector(kasus):
    mainkan(kasus, sampai="himpun")
    assert terbuka(kasus, per_unit=True).count() == 2
    assert terbuka(kasus, penghimpun=True).get().peran == "Staf/Jab. Fungsional Umum"


def test_a_step_per_unit_is_done_when_all_are_in(kasus):
    mainkan(kasus, sampai="himpun")
    for tugas in terbuka(kasus, per_unit=True):
        kerjakan(tugas)
    assert terbuka(kasus).get().langkah == "analisis"
    assert kasus.daftar_tugas.get(penghimpun=True).status == Tugas.Status.SELESAI


def test_the_collector_closes_the_step_and_names_the_gaps(kasus):
    mainkan(kasus, sampai="himpun")
    pertama, kedua = terbuka(kasus, per_unit=True).order_by("pk")
    kerjakan(pertama)
    penghimpun = terbuka(kasus, penghimpun=True).get()
    actions.tutup_pengumpulan(pegawai=pelaku(penghimpun), tugas=penghimpun, catatan="Batas waktu lewat.")
    kedua.refresh_from_db()
    assert kedua.status == Tugas.Status.DITUTUP
    assert terbuka(kasus).get().langkah == "analisis"
    peristiwa = Peristiwa.objects.get(jenis="pengumpulan.ditutup")
    assert peristiwa.data["belum"] == [str(kedua.unit)]


def test_closing_a_collection_without_a_reason_is_refused(kasus):
    mainkan(kasus, sampai="himpun")
    penghimpun = terbuka(kasus, penghimpun=True).get()
    with pytest.raises(Ditolak, match="alasan"):
        actions.tutup_pengumpulan(pegawai=pelaku(penghimpun), tugas=penghimpun, catatan="  ")


def test_the_collector_returns_a_single_unit(kasus):
    mainkan(kasus, sampai="himpun")
    pertama, kedua = terbuka(kasus, per_unit=True).order_by("pk")
    kerjakan(pertama)
    penghimpun = terbuka(kasus, penghimpun=True).get()
    actions.kembalikan_unit(
        pegawai=pelaku(penghimpun), tugas=penghimpun, tugas_unit=pertama, catatan="Kolom target kosong."
    )
    ulang = terbuka(kasus, per_unit=True, jabatan=pertama.jabatan).get()
    assert (ulang.putaran, ulang.pesan) == (2, "Kolom target kosong.")
    kerjakan(kedua)
    assert terbuka(kasus, penghimpun=True).exists()
    kerjakan(ulang)
    assert terbuka(kasus).get().langkah == "analisis"


def test_a_unit_is_not_returned_once_the_collection_is_closed(kasus):
    mainkan(kasus, sampai="himpun")
    pertama = terbuka(kasus, per_unit=True).first()
    kerjakan(pertama)
    penghimpun = terbuka(kasus, penghimpun=True).get()
    actions.tutup_pengumpulan(pegawai=pelaku(penghimpun), tugas=penghimpun, catatan="Batas waktu lewat.")
    with pytest.raises(Ditolak, match="sudah ditutup"):
        actions.kembalikan_unit(
            pegawai=pelaku(penghimpun), tugas=penghimpun, tugas_unit=pertama, catatan="Kolom target kosong."
        )
    assert terbuka(kasus).get().langkah == "analisis"


def test_the_kelengkapan_of_a_closed_task_stays_as_it_was(kasus):
    tugas = terbuka(kasus).get()
    kerjakan(tugas)
    nama = kasus.revisi.dibaca().cari(tugas.langkah).kelengkapan[0].nama
    with pytest.raises(Ditolak, match="sudah ditutup"):
        actions.lengkapi(pegawai=pelaku(tugas), tugas=tugas, nama=nama, alasan="Diganti belakangan.")
    assert tugas.daftar_kelengkapan.get(nama=nama).alasan == "Tidak diperlukan."


def test_work_goes_back_with_a_note_and_a_new_round_begins(kasus):
    mainkan(kasus, sampai="koreksi")
    koreksi = terbuka(kasus).get()
    actions.kembalikan(
        pegawai=pelaku(koreksi), tugas=koreksi, tujuan="susun", catatan="Bab III belum lengkap."
    )
    ulang = terbuka(kasus).get()
    assert (ulang.langkah, ulang.putaran, ulang.pesan) == ("susun", 2, "Bab III belum lengkap.")
    mainkan(kasus)
    assert kasus.daftar_tugas.filter(langkah="koreksi").count() == 2


def test_a_return_to_collecting_may_name_the_units(kasus):
    mainkan(kasus, sampai="analisis")
    analisis = terbuka(kasus).get()
    unit = kasus.daftar_tugas.filter(per_unit=True).first()
    actions.kembalikan(
        pegawai=pelaku(analisis),
        tugas=analisis,
        tujuan="himpun",
        catatan="Periksa lagi.",
        daftar_jabatan=[unit.jabatan_id],
    )
    assert terbuka(kasus, per_unit=True).get().jabatan == unit.jabatan
    mainkan(kasus)
    kasus.refresh_from_db()
    assert kasus.status == Pelaksanaan.Status.SELESAI


def test_a_return_without_a_note_is_refused(kasus):
    mainkan(kasus, sampai="koreksi")
    koreksi = terbuka(kasus).get()
    with pytest.raises(Ditolak, match="catatan"):
        actions.kembalikan(pegawai=pelaku(koreksi), tugas=koreksi, tujuan="susun", catatan=" ")


def test_a_return_to_where_the_sop_does_not_allow_is_refused(kasus):
    mainkan(kasus, sampai="koreksi")
    koreksi = terbuka(kasus).get()
    with pytest.raises(Ditolak, match="tidak mengizinkan"):
        actions.kembalikan(pegawai=pelaku(koreksi), tugas=koreksi, tujuan="perintah", catatan="Ulang semua.")


def test_a_second_click_finds_nothing_to_close(kasus):
    tugas = terbuka(kasus).get()
    kerjakan(tugas)
    with pytest.raises(Ditolak, match="sudah ditutup"):
        kerjakan(tugas)
    assert terbuka(kasus).count() == 1


def test_a_step_cannot_be_finished_before_its_output_exists(kasus):
    tugas = terbuka(kasus).get()
    actions.lengkapi(pegawai=pelaku(tugas), tugas=tugas, nama="Disposisi surat", alasan="Perintah lisan.")
    with pytest.raises(Ditolak, match="belum menghasilkan: Disposisi surat"), transaction.atomic():
        actions.selesaikan(pegawai=pelaku(tugas), tugas=tugas)
    tugas.refresh_from_db()
    assert tugas.status == Tugas.Status.TERBUKA


def test_a_missing_kelengkapan_needs_a_file_or_a_reason(kasus):
    tugas = terbuka(kasus).get()
    with pytest.raises(Ditolak, match="Disposisi surat"):
        actions.selesaikan(pegawai=pelaku(tugas), tugas=tugas)
    with pytest.raises(Ditolak, match="alasan"):
        actions.lengkapi(pegawai=pelaku(tugas), tugas=tugas, nama="Disposisi surat")


def test_whoever_does_not_hold_the_post_is_refused(kasus):
    tugas = terbuka(kasus).get()
    orang_lain, _ = buat_pegawai(kasus.instansi, "lain", "Orang Lain", jabatan="Kepala Bidang Lain")
    with pytest.raises(Ditolak, match="tidak memegang jabatan"):
        actions.selesaikan(pegawai=orang_lain, tugas=tugas)


def test_a_person_who_no_longer_holds_the_post_is_refused(kasus):
    tugas = terbuka(kasus).get()
    mantan = pelaku(tugas)
    tugas.jabatan.daftar_penugasan.update(sampai="2024-12-31")
    with pytest.raises(Ditolak, match="tidak memegang jabatan"):
        actions.selesaikan(pegawai=mantan, tugas=tugas)


def test_a_plh_acts_before_the_definitif_holder(kasus):
    tugas = terbuka(kasus).get()
    definitif = pelaku(tugas)
    plh, _ = buat_pegawai(kasus.instansi, "plh", "Pelaksana Harian")
    tugas.jabatan.daftar_penugasan.create(pegawai=plh, jenis="plh", dari="2024-01-01", tunggal=True)
    assert pelaku(tugas) == plh
    assert actions.pastikan_giliran(plh, tugas) == "Plh. Kadis"
    with pytest.raises(Ditolak):
        actions.pastikan_giliran(definitif, tugas)


def test_one_sop_runs_once_for_a_year(kasus):
    with pytest.raises(Ditolak, match="sedang dijalankan untuk tahun 2025"):
        actions.mulai(pegawai=kasus.pembuat, sop=kasus.sop, tahun=2025)


def test_a_run_needs_every_role_bound(kasus):
    kasus.sop.daftar_peran.filter(nama="Sekdin").delete()
    with pytest.raises(Ditolak, match="Sekdin"):
        actions.mulai(pegawai=kasus.pembuat, sop=kasus.sop, tahun=2026)


def test_whoever_gets_the_turn_is_told_in_the_same_transaction(kasus):
    tugas = terbuka(kasus).get()
    kerjakan(tugas)
    berikut = terbuka(kasus).get()
    assert Pemberitahuan.objects.filter(penerima=pelaku(berikut)).get().teks.startswith("Giliran Anda")


def test_every_act_leaves_its_event(kasus):
    jumlah = Peristiwa.objects.filter(objek=kasus.kunci).count()
    tugas = terbuka(kasus).get()
    actions.buka(pegawai=pelaku(tugas), tugas=tugas)
    kerjakan(tugas)
    jenis = Peristiwa.objects.filter(objek=kasus.kunci).values_list("jenis", flat=True)[jumlah:]
    assert list(jenis) == ["tugas.dibuka", "kelengkapan.diisi", "tugas.selesai"]


def test_before_11_january_is_due_on_the_10th():
    _, pengelola, sop = kantor("jambi-data-kinerja")
    pelaksanaan = actions.mulai(pegawai=pengelola, sop=sop, tahun=2026)
    mainkan(pelaksanaan, sampai="tunggu-data")
    tenggat = terbuka(pelaksanaan, per_unit=True).first().tenggat
    assert tenggat.astimezone().date().isoformat() <= "2027-01-10"


def test_irban_and_kasubbag_each_bring_their_part_together():
    _, pengelola, sop = kantor("inspektorat-landak-lkjip")
    pelaksanaan = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(pelaksanaan, sampai="draf-bidang")
    assert {t.peran for t in terbuka(pelaksanaan, per_unit=True)} == {"Irban", "Kasubbag Perencanaan"}


def test_outputs_keep_the_names_the_sop_prints(kasus):
    mainkan(kasus)
    dicetak = {o.nama for langkah in kasus.revisi.dibaca().langkah for o in langkah.output}
    assert set(Output.objects.values_list("nama", flat=True)) == dicetak
