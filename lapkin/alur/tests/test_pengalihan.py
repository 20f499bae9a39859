"""Who works when people are away: a delegate, a Plh., a colleague to whom a task was handed; and withdrawing."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Tugas
from lapkin.alur.queries import output_kasus, tugas_saya, tugas_terlihat, tujuan_kembali
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Pemberitahuan, Peristiwa
from lapkin.jejak.queries import periksa_rantai

from .bantuan import kantor, kerjakan, mainkan, pelaku, terbuka

pytestmark = pytest.mark.django_db
HARI_INI = timezone.localdate()
BESOK = HARI_INI + timedelta(days=1)


@pytest.fixture
def kasus():
    return _kasus()


def _kasus():
    """A run of SOP 000 with two units."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)


@pytest.fixture
def rekan(kasus):
    return buat_pegawai(kasus.instansi, "rekan", "Ibu Rekan", jabatan="Analis Kebijakan")[0]


def _pada(kasus, langkah):
    """The open task of a step, played up to it."""
    mainkan(kasus, sampai=langkah)
    return terbuka(kasus, penghimpun=False).first()


def _limpahkan(kasus, jabatan, penerima):
    return actions.limpahkan(
        pegawai=kasus.pembuat, jabatan=jabatan, penerima=penerima, dari=HARI_INI, sampai=BESOK, alasan="Cuti"
    )


def _alihkan(tugas, oleh, penerima, alasan="Sedang dinas luar"):
    actions.alihkan(pegawai=oleh, tugas=tugas, penerima=penerima, alasan=alasan)


# Delegation and Plh.


def test_a_delegate_does_a_whole_step_and_the_trail_says_as_what(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    _limpahkan(kasus, tugas.jabatan, rekan)
    assert tugas in tugas_saya(rekan)
    kerjakan(tugas, pegawai=rekan)
    tugas.refresh_from_db()
    assert (tugas.status, tugas.pelaku) == ("selesai", rekan)
    assert tugas.sebagai == f"{tugas.jabatan} (atas pelimpahan)"
    assert terbuka(kasus).exists()


def test_a_plh_does_a_whole_step_with_the_tasks_that_wait_already(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    pejabat = pelaku(tugas)
    actions.tugaskan(
        pegawai=kasus.pembuat, jabatan=tugas.jabatan, orang=rekan, jenis="plh", dari=HARI_INI, sampai=BESOK
    )
    teks = Pemberitahuan.objects.filter(penerima=rekan).last().teks
    assert (
        teks
        == f"Anda kini bertindak sebagai Plh. {tugas.jabatan}: 1 tugas terbuka jabatan itu ada di Giliran saya."
    )
    assert tugas not in tugas_saya(pejabat)
    kerjakan(tugas, pegawai=rekan)
    tugas.refresh_from_db()
    assert tugas.sebagai == f"Plh. {tugas.jabatan}"


def test_a_delegate_does_not_sign_and_hears_what_to_do(kasus, rekan):
    tugas = _pada(kasus, "tanda-tangan")
    assert tugas.jenis == "tanda-tangan"
    _limpahkan(kasus, tugas.jabatan, rekan)
    assert tugas not in tugas_saya(rekan)
    assert tugas in tugas_terlihat(rekan)
    with pytest.raises(Ditolak, match="bukan kewenangan membubuhkan paraf atau tanda tangan.*Plh"):
        kerjakan(tugas, pegawai=rekan)
    assert terbuka(kasus).get() == tugas


def test_a_plh_signs(kasus, rekan):
    tugas = _pada(kasus, "tanda-tangan")
    actions.tugaskan(
        pegawai=kasus.pembuat, jabatan=tugas.jabatan, orang=rekan, jenis="plh", dari=HARI_INI, sampai=BESOK
    )
    kerjakan(tugas, pegawai=rekan)
    tugas.refresh_from_db()
    assert tugas.pelaku == rekan


def test_the_delegate_is_told_how_many_tasks_wait_and_of_each_new_one(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    _limpahkan(kasus, tugas.jabatan, rekan)
    pesan = Pemberitahuan.objects.filter(penerima=rekan)
    assert "1 tugas terbuka" in pesan.get().teks
    kembali = tujuan_kembali(tugas)[0].kode
    actions.kembalikan(pegawai=pelaku(tugas), tugas=tugas, tujuan=kembali, catatan="Ulangi.")
    mainkan(kasus, sampai="analisis")
    assert pesan.filter(teks__startswith="Giliran Anda").exists()


def test_a_revoked_delegation_takes_the_turns_back(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    pelimpahan = _limpahkan(kasus, tugas.jabatan, rekan)
    actions.cabut_pelimpahan(pegawai=kasus.pembuat, pelimpahan=pelimpahan)
    with pytest.raises(Ditolak, match="hari ini Anda tidak memegang jabatan itu"):
        actions.pastikan_giliran(rekan, tugas)


# Handing one task on


def test_only_the_receiver_works_a_task_that_was_handed_to_him(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    pejabat = pelaku(tugas)
    _alihkan(tugas, pejabat, rekan)
    assert tugas in tugas_saya(rekan)
    assert tugas not in tugas_saya(pejabat)
    with pytest.raises(Ditolak, match="sudah dialihkan kepada Ibu Rekan"):
        kerjakan(tugas, pegawai=pejabat)
    kerjakan(tugas, pegawai=rekan)
    tugas.refresh_from_db()
    assert tugas.sebagai == f"{tugas.jabatan} (atas pengalihan)"


def test_both_are_told_and_the_trail_has_the_reason(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    pejabat = pelaku(tugas)
    _alihkan(tugas, kasus.pembuat, rekan)
    pesan = Pemberitahuan.objects.filter(teks__endswith="Sedang dinas luar")
    assert "kepada Anda:" in pesan.get(penerima=rekan).teks
    assert "kepada Ibu Rekan:" in pesan.get(penerima=pejabat).teks
    peristiwa = Peristiwa.objects.get(jenis="tugas.dialihkan")
    assert (peristiwa.sebagai, peristiwa.data["alasan"]) == ("Pengelola", "Sedang dinas luar")


def test_a_handed_task_is_passed_on_and_given_back(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    pejabat = pelaku(tugas)
    lain, _ = buat_pegawai(kasus.instansi, "lain", "Pak Lain")
    _alihkan(tugas, pejabat, rekan)
    _alihkan(tugas, rekan, lain)
    with pytest.raises(Ditolak):
        actions.pastikan_giliran(rekan, tugas)
    actions.kembalikan_alihan(pegawai=pejabat, tugas=tugas, alasan="Sudah kembali")
    assert tugas in tugas_saya(pejabat)
    assert tugas not in tugas_saya(lain)
    with pytest.raises(Ditolak, match="tidak sedang dialihkan"):
        actions.kembalikan_alihan(pegawai=pejabat, tugas=tugas, alasan="Sekali lagi")


def test_a_stale_page_does_not_undo_a_handing_on(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    basi = Tugas.objects.get(pk=tugas.pk)
    _alihkan(tugas, pelaku(tugas), rekan)
    with pytest.raises(Ditolak, match="sudah dialihkan"):
        kerjakan(basi, pegawai=pelaku(tugas))


def test_who_may_not_hand_on_is_refused(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    luar = kantor("dp3a-kalbar-lkjip", kode_instansi="lain")[1]
    for orang in (rekan, luar):
        with pytest.raises(Ditolak, match="yang dapat mengalihkannya"):
            _alihkan(tugas, orang, rekan)


def test_a_task_goes_to_another_active_officer_of_its_office_only(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    pejabat = pelaku(tugas)
    luar = kantor("dp3a-kalbar-lkjip", kode_instansi="lain")[1]
    with pytest.raises(Ditolak, match="bukan pegawai aktif"):
        _alihkan(tugas, pejabat, luar)
    with pytest.raises(Ditolak, match="kepada diri sendiri"):
        _alihkan(tugas, pejabat, pejabat)
    with pytest.raises(Ditolak, match="alasan"):
        _alihkan(tugas, pejabat, rekan, alasan=" ")
    rekan.is_active = False
    rekan.save()
    with pytest.raises(Ditolak, match="bukan pegawai aktif"):
        _alihkan(tugas, pejabat, rekan)


def test_a_closed_task_and_a_signature_are_not_handed_on(kasus, rekan):
    selesai = _pada(kasus, "analisis")
    kerjakan(selesai)
    with pytest.raises(Ditolak, match="sudah ditutup"):
        _alihkan(selesai, pelaku(selesai), rekan)
    tanda_tangan = _pada(kasus, "tanda-tangan")
    with pytest.raises(Ditolak, match="melekat pada jabatan"):
        _alihkan(tanda_tangan, pelaku(tanda_tangan), rekan)


# Withdrawing


def test_a_withdrawn_task_stands_open_again_with_its_round_and_due_moment(kasus):
    tugas = _pada(kasus, "analisis")
    (berikut,) = kerjakan(tugas)
    baru = actions.tarik(pegawai=pelaku(tugas), tugas=tugas, alasan="Salah tabel")
    tugas.refresh_from_db()
    berikut.refresh_from_db()
    assert (tugas.status, berikut.status) == ("ditarik", "dibatalkan")
    sama = ("langkah", "putaran", "tahap", "jenis", "jabatan_id", "tim_id", "tenggat", "menit_standar")
    assert [getattr(baru, nama) for nama in sama] == [getattr(tugas, nama) for nama in sama]
    assert terbuka(kasus).get() == baru


def test_the_papers_of_a_withdrawn_task_no_longer_count(kasus):
    tugas = _pada(kasus, "susun")
    kerjakan(tugas)
    assert output_kasus(kasus.pk)["susun"]
    baru = actions.tarik(pegawai=pelaku(tugas), tugas=tugas, alasan="Salah tabel")
    assert "susun" not in output_kasus(kasus.pk)
    with pytest.raises(Ditolak, match="belum menghasilkan"):
        actions.selesaikan(pegawai=pelaku(baru), tugas=baru)
    kerjakan(baru)
    assert output_kasus(kasus.pk)["susun"]


def test_a_case_goes_on_to_its_end_after_a_withdrawal(kasus):
    tugas = _pada(kasus, "analisis")
    kerjakan(tugas)
    actions.tarik(pegawai=pelaku(tugas), tugas=tugas, alasan="Salah tabel")
    mainkan(kasus)
    kasus.refresh_from_db()
    assert kasus.status == "selesai"
    assert periksa_rantai(kasus.instansi.kunci) == []


def test_once_the_next_was_opened_nothing_is_withdrawn(kasus):
    tugas = _pada(kasus, "analisis")
    (berikut,) = kerjakan(tugas)
    actions.buka(pegawai=pelaku(berikut), tugas=berikut)
    with pytest.raises(Ditolak, match="sudah dibuka atau dikerjakan"):
        actions.tarik(pegawai=pelaku(tugas), tugas=tugas, alasan="Terlambat")


def test_once_the_next_was_worked_nothing_is_withdrawn(kasus):
    tugas = _pada(kasus, "analisis")
    (berikut,) = kerjakan(tugas)
    kerjakan(berikut)
    with pytest.raises(Ditolak, match="sudah dibuka atau dikerjakan"):
        actions.tarik(pegawai=pelaku(tugas), tugas=tugas, alasan="Terlambat")


def test_what_the_world_knows_is_not_withdrawn(kasus):
    tugas = _pada(kasus, "tanda-tangan")
    kerjakan(tugas)
    with pytest.raises(Ditolak, match="tidak dapat ditarik kembali karena sudah tercatat"):
        actions.tarik(pegawai=pelaku(tugas), tugas=tugas, alasan="Keliru")


def test_others_do_not_withdraw(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    kerjakan(tugas)
    for orang in (rekan, kasus.pembuat):
        with pytest.raises(Ditolak, match="Hanya yang hari ini memegang tugas ini, yaitu Kasubbag"):
            actions.tarik(pegawai=orang, tugas=tugas, alasan="Keliru")


def test_who_has_left_the_post_does_not_withdraw_but_his_successor_does(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    lama = pelaku(tugas)
    kerjakan(tugas)
    lama.daftar_penugasan.update(dari=HARI_INI - timedelta(days=9), sampai=HARI_INI - timedelta(days=1))
    actions.tugaskan(pegawai=kasus.pembuat, jabatan=tugas.jabatan, orang=rekan, jenis="plt", dari=HARI_INI)
    tugas.refresh_from_db()
    with pytest.raises(Ditolak, match="Hanya yang hari ini memegang"):
        actions.tarik(pegawai=lama, tugas=tugas, alasan="Keliru")
    actions.tarik(pegawai=rekan, tugas=tugas, alasan="Keliru")
    assert Peristiwa.objects.get(jenis="tugas.ditarik").sebagai == f"Plt. {tugas.jabatan}"


def test_the_receiver_of_a_task_withdraws_it_as_the_receiver(kasus, rekan):
    tugas = _pada(kasus, "analisis")
    _alihkan(tugas, pelaku(tugas), rekan)
    kerjakan(tugas, pegawai=rekan)
    actions.tarik(pegawai=rekan, tugas=Tugas.objects.get(pk=tugas.pk), alasan="Keliru")
    peristiwa = Peristiwa.objects.get(jenis="tugas.ditarik")
    assert peristiwa.sebagai == f"{tugas.jabatan} (atas pengalihan)"


def test_an_open_task_is_not_withdrawn_and_none_twice(kasus):
    tugas = _pada(kasus, "analisis")
    with pytest.raises(Ditolak, match="sudah selesai dikerjakan"):
        actions.tarik(pegawai=pelaku(tugas), tugas=tugas, alasan="Keliru")
    kerjakan(tugas)
    actions.tarik(pegawai=pelaku(tugas), tugas=tugas, alasan="Keliru")
    with pytest.raises(Ditolak, match="sudah selesai dikerjakan"):
        actions.tarik(pegawai=pelaku(tugas), tugas=tugas, alasan="Lagi")


def test_a_unit_withdraws_while_the_collection_is_open_and_not_after(kasus):
    mainkan(kasus, sampai="himpun")
    satu, dua = terbuka(kasus, per_unit=True).order_by("pk")
    kerjakan(satu)
    baru = actions.tarik(pegawai=pelaku(satu), tugas=satu, alasan="Angka keliru")
    assert set(terbuka(kasus, per_unit=True)) == {baru, dua}
    kerjakan(baru)
    kerjakan(dua)
    with pytest.raises(Ditolak, match="sudah dibuka atau dikerjakan"):
        actions.tarik(pegawai=pelaku(dua), tugas=dua, alasan="Angka keliru")


@pytest.mark.django_db(transaction=True)
def test_withdrawing_and_opening_at_one_moment_only_one_wins():
    kasus = _kasus()
    for _ in range(5):
        tugas = _pada(kasus, "analisis")
        (berikut,) = kerjakan(tugas)
        hasil = _serentak(
            lambda t=tugas: actions.tarik(pegawai=pelaku(t), tugas=t, alasan="Keliru"),
            lambda t=berikut: actions.buka(pegawai=pelaku(t), tugas=t),
        )
        berikut.refresh_from_db()
        ditarik = hasil[0] == ""
        assert ditarik is (berikut.dilihat_pada is None), hasil
        assert berikut.status == ("dibatalkan" if ditarik else "terbuka")
        if not ditarik:
            assert "sudah dibuka" in hasil[0]
            break


def _serentak(*daftar_kerja):
    """Run acts in threads that start together; "" or the refusal of each, in their order."""
    mulai, hasil = Barrier(len(daftar_kerja)), [None] * len(daftar_kerja)

    def jalan(nomor, kerja):
        mulai.wait(timeout=10)
        try:
            kerja()
            hasil[nomor] = ""
        except Ditolak as tolakan:
            hasil[nomor] = str(tolakan)
        finally:
            connection.close()

    utas = [Thread(target=jalan, args=butir) for butir in enumerate(daftar_kerja)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(timeout=60)
    return hasil
