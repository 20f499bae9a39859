"""Pausing the clock of a task, letting it run again, another due date; the acts and what they refuse."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.jam_giliran import lama_langkah
from lapkin.alur.models import Jeda, Tugas
from lapkin.alur.putaran import Periode
from lapkin.alur.queries import cadangan_kasus, giliran_tugas, kalender_kasus, statistik_sop
from lapkin.berkas.actions import bekukan
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Pemberitahuan, Peristiwa

from .bantuan import kantor, kerjakan, mainkan, pelaku, terbuka

pytestmark = pytest.mark.django_db
WIB = ZoneInfo("Asia/Jakarta")
SEMUA = Periode(dari=date(2020, 1, 1), sampai=date(2040, 1, 1))


def jan(tanggal, jam, menit=0):
    """January 2026: Monday is the 5th, the 12th and the 19th; Friday the 16th is off."""
    return datetime(2026, 1, tanggal, jam, menit, tzinfo=WIB)


@pytest.fixture
def pukul(monkeypatch):
    """A clock that stands where a test sets it."""

    def setel(saat):
        monkeypatch.setattr(timezone, "now", lambda: saat)

    return setel


@pytest.fixture
def analisis(pukul):
    """SOP 000 at its step of 4 days, opened Monday 5 January 08.00, due Friday the 9th at 08.00."""
    pukul(jan(5, 8))
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(kasus, sampai="analisis")
    tugas = terbuka(kasus).get()
    assert tugas.tenggat == jan(9, 8)
    return tugas


def tunda(tugas, **ganti):
    isi = {"menunggu": "BPKAD", "alasan": "Realisasi anggaran belum keluar."} | ganti
    actions.tunda(pegawai=pelaku(tugas), tugas=tugas, **isi)


def terpakai(tugas):
    daftar = giliran_tugas(Tugas.objects.filter(pelaksanaan=tugas.pelaksanaan))
    kalender = kalender_kasus(tugas.pelaksanaan)
    return lama_langkah(daftar, kalender, timezone.now())[tugas.langkah, tugas.putaran]


def test_while_a_task_waits_for_others_its_clock_stands_and_its_due_moment_moves(analisis, pukul):
    pukul(jan(5, 10))
    tunda(analisis)
    pukul(jan(6, 13))  # Mon 10-12 and 13-16: 300', Tue 07.30-12: 270'
    assert terpakai(analisis) == 120
    actions.lanjut(pegawai=pelaku(analisis), tugas=analisis)
    analisis.refresh_from_db()
    # 570' later: Fri 9 08.00-11.30 210, 13.00-16.30 210, Mon 12 150: 10.00
    assert analisis.tenggat == jan(12, 10)
    assert analisis.tenggat_semula == jan(9, 8)
    pukul(jan(6, 14))
    assert terpakai(analisis) == 180
    uraian = list(
        Peristiwa.objects.filter(rujukan=analisis.kunci).order_by("pk").values_list("uraian", flat=True)
    )
    assert "menunggu BPKAD: Realisasi anggaran belum keluar." in uraian[-2]
    assert "tenggatnya Sen, 12 Jan 2026 10.00" in uraian[-1]


def test_finishing_a_paused_task_ends_the_pause_and_moves_the_due_moment_first(analisis, pukul):
    pukul(jan(5, 9))
    tunda(analisis)
    pukul(jan(5, 10))
    kerjakan(analisis)
    analisis.refresh_from_db()
    assert Jeda.objects.get().sampai == jan(5, 10)
    assert analisis.tenggat == jan(9, 9)
    berikut = terbuka(analisis.pelaksanaan).get()
    assert (berikut.tahap, berikut.tenggat, berikut.tenggat_semula) == (2, jan(9, 9), jan(9, 8))


def test_closing_many_tasks_at_once_ends_the_pauses_they_are_in(analisis, pukul):
    pukul(jan(5, 9))
    tunda(analisis)
    pukul(jan(5, 10))

    Tugas.objects.filter(pk=analisis.pk).tutup(Tugas.Status.DIBATALKAN)

    assert Jeda.objects.get().sampai == jan(5, 10)


def test_a_pause_needs_a_reason_and_whom_it_waits_for_and_comes_once(analisis):
    for kosong in ({"menunggu": " "}, {"alasan": ""}):
        with pytest.raises(Ditolak, match="siapa yang ditunggu"):
            tunda(analisis, **kosong)
    tunda(analisis)
    with pytest.raises(Ditolak, match="sudah dihentikan"):
        tunda(analisis)
    assert Jeda.objects.count() == 1


def test_only_the_holder_pauses_and_only_a_paused_clock_goes_on(analisis):
    bukan, _ = buat_pegawai(analisis.instansi, "orang-lain", "Orang Lain")
    for kerja in (
        lambda: actions.tunda(pegawai=bukan, tugas=analisis, menunggu="x", alasan="y"),
        lambda: actions.lanjut(pegawai=bukan, tugas=analisis),
    ):
        with pytest.raises(Ditolak, match="tidak memegang jabatan"):
            kerja()
    with pytest.raises(Ditolak, match="sedang berjalan"):
        actions.lanjut(pegawai=pelaku(analisis), tugas=analisis)


def test_a_closed_task_is_not_paused(analisis):
    kerjakan(analisis)
    with pytest.raises(Ditolak, match="sudah ditutup"):
        tunda(analisis)


def test_who_gave_the_work_is_told_of_the_pause(analisis):
    tunda(analisis)
    assert Pemberitahuan.objects.filter(teks__contains="ditunda, menunggu BPKAD").exists()


def test_the_officer_to_whom_the_giver_has_handed_his_task_is_told_of_the_pause(pukul):
    pukul(jan(5, 8))
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(kasus, sampai="himpun")
    penghimpun = terbuka(kasus, penghimpun=True).get()
    rekan, _ = buat_pegawai(kasus.instansi, "rekan", "Ibu Rekan", jabatan="Analis")
    actions.alihkan(pegawai=pelaku(penghimpun), tugas=penghimpun, penerima=rekan, alasan="Dinas luar")
    tunda(terbuka(kasus, per_unit=True).first())
    assert Pemberitahuan.objects.filter(penerima=rekan, teks__contains="ditunda, menunggu BPKAD").exists()


def test_a_printed_last_day_does_not_move_with_a_pause(pukul):
    pukul(jan(5, 8))
    _, pengelola, sop = kantor("jambi-data-kinerja")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(kasus, sampai="tunggu-data")
    unit = terbuka(kasus, per_unit=True).first()
    semula = unit.tenggat
    assert semula.astimezone(WIB).date().isoformat() == "2026-01-10"
    tunda(unit)
    pukul(jan(7, 8))
    actions.lanjut(pegawai=pelaku(unit), tugas=unit)
    unit.refresh_from_db()
    assert (unit.tenggat, unit.tenggat_semula) == (semula, None)


def test_a_round_begun_after_the_printed_last_day_has_its_whole_time(pukul):
    pukul(jan(5, 8))
    _, pengelola, sop = kantor("jambi-data-kinerja")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(kasus, sampai="analisis-pemenuhan")
    pukul(jan(20, 8))
    pemeriksa = terbuka(kasus).first()
    dibuka = actions.kembalikan(
        pegawai=pelaku(pemeriksa), tugas=pemeriksa, tujuan="tunggu-data", catatan="Lengkapi."
    )
    assert {t.tenggat > jan(30, 0) for t in dibuka} == {True}


def test_a_due_moment_set_during_a_pause_moves_by_what_the_pause_lasts_from_then_on(analisis, pukul):
    pukul(jan(5, 10))
    tunda(analisis)
    pukul(jan(7, 8))
    actions.ubah_tenggat(
        pegawai=analisis.pelaksanaan.pembuat, tugas=analisis, tenggat=jan(14, 16), alasan="Disepakati."
    )
    pukul(jan(8, 8))
    actions.lanjut(pegawai=pelaku(analisis), tugas=analisis)
    analisis.refresh_from_db()
    assert analisis.tenggat == jan(15, 16)  # one working day after Wednesday the 14th, 16.00
    assert terpakai(analisis) == 120
    assert [(satu.dari, satu.sampai) for satu in analisis.daftar_jeda.all()] == [
        (jan(5, 10), jan(7, 8)),
        (jan(7, 8), jan(8, 8)),
    ]
    (menunggu,) = statistik_sop(analisis.pelaksanaan.sop, SEMUA, jan(8, 9)).jeda
    assert (menunggu.pihak, menunggu.kali) == ("BPKAD", 1)


def test_the_last_legal_day_does_not_move_with_a_pause(analisis, pukul):
    pengelola = analisis.pelaksanaan.pembuat
    akhir_februari = datetime(2026, 2, 26, 16, tzinfo=WIB)
    actions.ubah_tenggat(pegawai=pengelola, tugas=analisis, tenggat=akhir_februari, alasan="Disepakati.")
    tunda(analisis)
    pukul(datetime(2026, 2, 20, 8, tzinfo=WIB))
    actions.lanjut(pegawai=pelaku(analisis), tugas=analisis)
    analisis.refresh_from_db()
    assert analisis.tenggat.astimezone(WIB).date().isoformat() == "2026-02-28"
    tunda(analisis)
    pukul(datetime(2026, 3, 10, 8, tzinfo=WIB))
    actions.lanjut(pegawai=pelaku(analisis), tugas=analisis)
    analisis.refresh_from_db()
    assert analisis.tenggat > timezone.now()  # the day has passed and bounds nothing any more


def test_a_penghimpun_who_waited_is_not_late_when_the_last_unit_comes_in(pukul):
    pukul(jan(5, 8))
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(kasus, sampai="himpun")
    penghimpun = terbuka(kasus, penghimpun=True).get()
    tunda(penghimpun)
    pukul(jan(7, 8))
    for unit in terbuka(kasus, per_unit=True):
        kerjakan(unit)
    penghimpun.refresh_from_db()
    assert penghimpun.status == "selesai"
    assert penghimpun.tenggat == jan(7, 11)


def test_a_unit_that_waited_and_was_closed_without_its_data_is_not_late(pukul):
    pukul(jan(5, 8))
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(kasus, sampai="himpun")
    unit, lain = terbuka(kasus, per_unit=True)
    tunda(unit)
    kerjakan(lain)
    pukul(jan(14, 8))
    penghimpun = terbuka(kasus, penghimpun=True).get()
    actions.tutup_pengumpulan(
        pegawai=pelaku(penghimpun), tugas=penghimpun, catatan="Cukup.", output=_kertas(penghimpun)
    )
    per_unit = statistik_sop(sop, SEMUA, jan(14, 9)).cari("himpun").per_unit
    assert {satu.pihak: satu.terlambat for satu in per_unit}[str(unit.unit)] == 0


def _kertas(tugas):
    berkas = bekukan(isi=b"kertas", nama="kertas.pdf", jenis="pdf")
    return [(output.nama, berkas) for output in tugas.pelaksanaan.dibaca().cari(tugas.langkah).output]


def test_the_pengelola_changes_a_due_date_for_a_reason_and_the_first_one_is_kept(analisis):
    pengelola = analisis.pelaksanaan.pembuat
    umum = {"pegawai": pengelola, "tugas": analisis}
    actions.ubah_tenggat(**umum, tenggat=jan(14, 16), alasan="Pegawai cuti.")
    actions.ubah_tenggat(**umum, tenggat=jan(15, 16), alasan="Masih cuti.")
    analisis.refresh_from_db()
    assert (analisis.tenggat, analisis.tenggat_semula) == (jan(15, 16), jan(9, 8))
    peristiwa = Peristiwa.objects.filter(jenis="tenggat.diubah").last()
    assert "dari Rab, 14 Jan 2026 16.00 menjadi Kam, 15 Jan 2026 16.00: Masih cuti." in peristiwa.uraian
    assert Pemberitahuan.objects.filter(penerima=pelaku(analisis), teks__contains="Masih cuti.").exists()


def test_the_penanggung_jawab_and_the_giver_change_a_due_date_but_not_the_holder(analisis):
    kadis = pelaku(Tugas.objects.get(pelaksanaan=analisis.pelaksanaan, langkah="perintah"))
    pemberi = Tugas.objects.filter(pelaksanaan=analisis.pelaksanaan, langkah="himpun", per_unit=True).last()
    for nomor, pegawai in enumerate((kadis, pelaku(pemberi)), start=12):
        actions.ubah_tenggat(
            pegawai=pegawai, tugas=analisis, tenggat=jan(nomor, 16), alasan="Data baru masuk."
        )
    with pytest.raises(Ditolak, match="pemberi tugas, penanggung jawab SOP, atau pengelola"):
        actions.ubah_tenggat(
            pegawai=pelaku(analisis), tugas=analisis, tenggat=jan(15, 16), alasan="Saya sibuk."
        )


@pytest.mark.parametrize(
    ("tenggat", "alasan", "kalimat"),
    [
        (jan(5, 7), "Cuti.", "sudah lewat"),
        (jan(9, 8), "Cuti.", "sama dengan"),
        (jan(12, 16), " ", "alasan mengubah tenggat"),
        (datetime(2026, 3, 2, 16, tzinfo=WIB), "Cuti.", "sesudah batas akhir Sab, 28 Feb 2026"),
    ],
)
def test_a_due_date_without_reason_passed_or_beyond_the_legal_day_is_refused(
    analisis, tenggat, alasan, kalimat
):
    with pytest.raises(Ditolak, match=kalimat):
        actions.ubah_tenggat(
            pegawai=analisis.pelaksanaan.pembuat, tugas=analisis, tenggat=tenggat, alasan=alasan
        )
    analisis.refresh_from_db()
    assert analisis.tenggat_semula is None


def test_a_pengelola_of_another_office_changes_nothing(analisis):
    _, lain, _ = kantor("dp3a-kalbar-lkjip", kode_instansi="lain")
    with pytest.raises(Ditolak, match="mintalah kepada mereka"):
        actions.ubah_tenggat(pegawai=lain, tugas=analisis, tenggat=jan(12, 16), alasan="Iseng.")


def test_the_penghimpun_is_due_no_earlier_than_his_last_unit(pukul):
    pukul(jan(5, 8))
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(kasus, sampai="himpun")
    unit, penghimpun = terbuka(kasus, per_unit=True).first(), terbuka(kasus, penghimpun=True).get()
    assert penghimpun.tenggat == unit.tenggat == jan(5, 11)
    actions.ubah_tenggat(pegawai=pelaku(penghimpun), tugas=unit, tenggat=jan(7, 16), alasan="Listrik padam.")
    penghimpun.refresh_from_db()
    assert (penghimpun.tenggat, penghimpun.tenggat_semula) == (jan(7, 16), jan(5, 11))


def test_what_is_to_spare_shrinks_while_the_case_waits_and_not_while_it_works(analisis, pukul):
    kasus = analisis.pelaksanaan
    kalender = kalender_kasus(kasus)
    _, awal = cadangan_kasus(kasus, kalender)
    pukul(jan(5, 10))
    assert cadangan_kasus(kasus, kalender)[1] == awal
    tunda(analisis)
    pukul(jan(5, 11))
    assert cadangan_kasus(kasus, kalender)[1] == awal - 60
    assert cadangan_kasus(kasus, kalender, jan(5, 11) + timedelta(hours=1))[1] == awal - 120
