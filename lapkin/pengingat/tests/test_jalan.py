"""One run of the timer over real cases: what it makes, for whom, and that it makes nothing twice."""

from datetime import date, datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from lapkin.alur.models import Jeda, Pelaksanaan, Sop, Tugas
from lapkin.alur.queries import sebagai_penanggung_jawab, tinjauan_sop
from lapkin.alur.tests.bantuan import kerjakan
from lapkin.conftest import buat_pegawai
from lapkin.jejak.models import Pemberitahuan, Peristiwa
from lapkin.jejak.queries import periksa_rantai
from lapkin.organisasi.models import AnggotaTim, Instansi, Pegawai, Pelimpahan, Penugasan, Tim
from lapkin.pengingat.actions import ingatkan, simpan_anak
from lapkin.pengingat.models import Pengingat
from lapkin.pengingat.tangga import tangga_bawaan

from .bantuan import SEHARI, TENGGAT, kasus_bertenggat

pytestmark = pytest.mark.django_db


def dikirim():
    return sorted(Pengingat.objects.values_list("anak", "penerima__username"))


def pemberitahuan(pegawai):
    return list(Pemberitahuan.objects.filter(penerima=pegawai, teks__contains="tenggat"))


def test_at_the_due_moment_the_holder_gets_a_message_and_a_mail(mailoutbox):
    tugas, kadis, _ = kasus_bertenggat()
    assert ingatkan(kini=TENGGAT).kalimat == (
        "Pengingat: 1 pesan, 1 surel baru (1 terkirim, 0 gagal), 0 teks WhatsApp disiapkan."
    )
    assert dikirim() == [("pesan-saat", kadis.username), ("surel-saat", kadis.username)]
    (pesan,) = pemberitahuan(kadis)
    assert pesan.tautan == f"/tugas/{tugas.pk}/"
    assert "Senin, 12 Januari 2026 pukul 10.00 WIB" in pesan.teks
    (surel,) = mailoutbox
    assert surel.to == [kadis.surel]
    assert f"http://localhost:8000/tugas/{tugas.pk}/" in surel.body
    assert surel.body.startswith("Yth. Bapak/Ibu ")


def test_a_second_run_sends_nothing(mailoutbox):
    _, kadis, _ = kasus_bertenggat()
    ingatkan(kini=TENGGAT)
    hasil = ingatkan(kini=TENGGAT + timedelta(minutes=5))
    assert (hasil.pesan, hasil.surel, hasil.surel_terkirim) == (0, 0, 0)
    assert len(mailoutbox) == len(pemberitahuan(kadis)) == 1


def test_a_due_date_that_was_moved_is_reminded_of_anew():
    tugas, kadis, _ = kasus_bertenggat()
    ingatkan(kini=TENGGAT)
    Tugas.objects.filter(pk=tugas.pk).update(tenggat=TENGGAT + 7 * SEHARI)
    assert ingatkan(kini=TENGGAT).pesan == 0
    assert ingatkan(kini=TENGGAT + 7 * SEHARI).pesan == 1


def test_three_days_late_a_text_is_made_ready_and_the_superior_is_told():
    tugas, kadis, _ = kasus_bertenggat()
    atasan, jabatan = buat_pegawai(tugas.instansi, "sekda", "Ibu Sekda", jabatan="Sekretaris Daerah")
    tugas.jabatan.atasan = jabatan
    tugas.jabatan.save()
    ingatkan(kini=TENGGAT + 3 * SEHARI)
    assert ("whatsapp-sesudah", kadis.username) in dikirim()
    assert ("pesan-atasan", "sekda") in dikirim()
    siap = Pengingat.objects.get(saluran="whatsapp")
    assert (siap.status, siap.dikirim_pada) == ("siap", None)
    (pesan,) = pemberitahuan(atasan)
    assert pesan.tautan == f"/ingatkan/tugas/{tugas.pk}/"
    assert "terlambat 3 hari kerja" in pesan.teks


def test_without_a_post_above_who_answers_for_the_sop_is_told():
    tugas, _, pengelola = kasus_bertenggat()
    kerjakan(tugas)
    berikut = Tugas.objects.terbuka().get(pelaksanaan=tugas.pelaksanaan)
    assert berikut.jabatan != tugas.jabatan
    Tugas.objects.filter(pk=berikut.pk).update(tenggat=TENGGAT, dibuka_pada=TENGGAT - 9 * SEHARI)
    ingatkan(kini=TENGGAT + 3 * SEHARI)
    assert Pengingat.objects.get(anak="pesan-atasan").penerima == tugas.jabatan.daftar_penugasan.get().pegawai


def test_a_team_that_answers_for_the_sop_is_told_like_a_post(mailoutbox):
    tugas, kadis, _ = kasus_bertenggat()
    tim = Tim.objects.create(instansi=tugas.instansi, nama="Tim PJ", tahun=2026)
    anggota, _ = buat_pegawai(tugas.instansi, "anggota", "Ibu Anggota", surel="anggota@contoh.go.id")
    AnggotaTim.objects.create(tim=tim, pegawai=anggota, dari=date(2020, 1, 2))
    nama = tugas.pelaksanaan.dibaca().penanggung_jawab_berlaku
    tugas.pelaksanaan.sop.daftar_peran.filter(nama=nama).update(jabatan=None, tim=tim)
    assert sebagai_penanggung_jawab(anggota, tugas.pelaksanaan) == "Tim PJ"
    ingatkan(kini=TENGGAT + 3 * SEHARI)
    assert ("pesan-atasan", "anggota") in dikirim()
    assert ("pesan-atasan", kadis.username) not in dikirim()


def test_a_task_whose_clock_stands_still_is_not_reminded_of():
    tugas, kadis, _ = kasus_bertenggat()
    Jeda.objects.create(tugas=tugas, menunggu="BPS", alasan="Data.", dari=timezone.now(), pegawai=kadis)
    ingatkan(kini=TENGGAT)
    assert dikirim() == []
    Jeda.objects.update(sampai=timezone.now())
    ingatkan(kini=TENGGAT)
    assert len(dikirim()) == 2


def test_finished_tasks_and_stopped_cases_are_left_alone():
    tugas, _, _ = kasus_bertenggat()
    Pelaksanaan.objects.update(status="dibatalkan", selesai_pada=timezone.now())
    ingatkan(kini=TENGGAT)
    assert dikirim() == []


def test_only_the_officer_who_was_given_the_task_is_reminded():
    tugas, _, pengelola = kasus_bertenggat()
    Tugas.objects.update(penerima=pengelola)
    ingatkan(kini=TENGGAT)
    assert dikirim() == [("pesan-saat", pengelola.username)]


def test_who_does_the_work_of_a_post_by_delegation_is_reminded_too():
    tugas, kadis, pengelola = kasus_bertenggat()
    hari_ini = timezone.localdate()
    Pelimpahan.objects.create(
        jabatan=tugas.jabatan,
        pegawai=pengelola,
        dari=hari_ini,
        sampai=hari_ini,
        alasan="Cuti.",
        pembuat=kadis,
    )
    Tugas.objects.update(jenis="tanda-tangan")  # what the holder alone may do
    ingatkan(kini=TENGGAT)
    assert ("pesan-saat", pengelola.username) not in dikirim()
    Tugas.objects.update(jenis="susun")
    ingatkan(kini=TENGGAT)
    assert ("pesan-saat", pengelola.username) in dikirim()
    assert dikirim().count(("pesan-saat", kadis.username)) == 1


def test_a_new_holder_of_the_post_is_reminded_though_the_former_was():
    tugas, kadis, _ = kasus_bertenggat()
    ingatkan(kini=TENGGAT)
    pengganti, _ = buat_pegawai(tugas.instansi, "plh", "Pak Plh")
    Penugasan.objects.create(
        pegawai=pengganti, jabatan=tugas.jabatan, jenis="plh", dari=date(2026, 1, 1), tunggal=True
    )
    ingatkan(kini=TENGGAT)
    assert ("pesan-saat", "plh") in dikirim()
    assert dikirim().count(("pesan-saat", kadis.username)) == 1


def test_an_officer_without_a_mail_address_gets_the_message_and_is_counted():
    _, kadis, _ = kasus_bertenggat()
    kadis.surel = ""
    kadis.save()
    assert ingatkan(kini=TENGGAT).kalimat.endswith("1 pegawai belum beralamat surel.")
    assert dikirim() == [("pesan-saat", kadis.username)]
    kadis.surel = "kadis@contoh.go.id"
    kadis.save()
    assert ingatkan(kini=TENGGAT).surel_terkirim == 1


def test_an_offices_own_rung_takes_the_place_of_the_shipped_one():
    tugas, kadis, pengelola = kasus_bertenggat()
    simpan_anak(
        pegawai=pengelola, instansi=tugas.instansi, kode="pesan-saat", selisih=0, satuan="hari",
        saluran="pesan", kepada="pelaksana", teks="Mohon {kegiatan}, tenggat {tenggat}.", aktif=True,
    )  # fmt: skip
    simpan_anak(
        pegawai=pengelola, instansi=tugas.instansi, kode="surel-saat", selisih=0, satuan="hari",
        saluran="surel", kepada="pelaksana", teks=tangga_bawaan()[2].teks, aktif=False,
    )  # fmt: skip
    ingatkan(kini=TENGGAT)
    assert dikirim() == [("pesan-saat", kadis.username)]
    assert pemberitahuan(kadis)[0].teks.startswith("Mohon ")


def test_the_trail_of_the_case_tells_who_was_reminded():
    tugas, kadis, _ = kasus_bertenggat()
    ingatkan(kini=TENGGAT)
    peristiwa = Peristiwa.objects.get(jenis="pengingat.dibuat")
    assert peristiwa.objek == tugas.pelaksanaan.kunci
    assert peristiwa.uraian == f"Diingatkan: {kadis} (pesan), {kadis} (surel)."
    assert periksa_rantai(tugas.instansi.kunci) == []


def test_the_number_of_queries_does_not_grow_with_the_tasks(django_assert_max_num_queries):
    tugas, _, _ = kasus_bertenggat()
    for nomor in range(2, 40):
        Tugas.objects.create(
            pelaksanaan=tugas.pelaksanaan, langkah=tugas.langkah, urutan=tugas.urutan, tahap=nomor,
            jenis=tugas.jenis, peran=tugas.peran, jabatan=tugas.jabatan, instansi=tugas.instansi,
            dibuka_pada=tugas.dibuka_pada, tenggat=TENGGAT,
        )  # fmt: skip
    Pegawai.objects.update(surel="")  # each mail is claimed and marked by itself
    with django_assert_max_num_queries(30):
        assert ingatkan(kini=TENGGAT).pesan == 39


def test_the_command_prints_one_line_and_refuses_a_moment_it_cannot_read():
    kasus_bertenggat()
    keluaran = StringIO()
    call_command("ingatkan", stdout=keluaran)
    assert keluaran.getvalue().count("\n") == 1
    assert keluaran.getvalue().startswith("Pengingat: 1 pesan, 1 surel baru")
    with pytest.raises(CommandError, match="bukan tanggal"):
        call_command("ingatkan", "--kini", "besok")


@pytest.mark.parametrize("saat", ["9999-12-31T23:59", "0001-01-01T00:00+14:00", "1900-01-01T00:00"])
def test_a_moment_in_a_year_of_unknown_holidays_is_refused(saat):
    with pytest.raises(CommandError, match="hari libur tahun [0-9]+ tidak diketahui"):
        call_command("ingatkan", "--kini", saat)


def test_who_answers_for_an_sop_and_the_administrator_are_told_of_its_review_and_when_it_is_late(mailoutbox):
    tugas, kadis, pengelola = kasus_bertenggat(tenggat=timezone.now() + 900 * SEHARI)
    sop = tugas.pelaksanaan.sop
    (monitoring, *_) = tinjauan_sop([sop])[sop.pk]
    saat = timezone.make_aware(datetime.combine(monitoring.jatuh_tempo, time(9)))
    assert ingatkan(kini=saat - 60 * SEHARI).tinjauan == 0
    assert ingatkan(kini=saat - 3 * SEHARI).kalimat == (
        "Pengingat: 0 pesan, 1 surel baru (1 terkirim, 0 gagal), 0 teks WhatsApp disiapkan, 1 peninjauan SOP."
    )
    assert ingatkan(kini=saat - 2 * SEHARI).tinjauan == 0
    assert ingatkan(kini=saat + 2 * SEHARI).tinjauan == 1
    assert dikirim() == [
        ("monitoring-segera", kadis.username),
        ("monitoring-segera", pengelola.username),
        ("monitoring-segera-surel", kadis.username),
        ("monitoring-terlambat", kadis.username),
        ("monitoring-terlambat", pengelola.username),
        ("monitoring-terlambat-surel", kadis.username),
    ]
    for orang in (kadis, pengelola):
        pesan = Pemberitahuan.objects.filter(penerima=orang, tautan=f"/sop/{sop.pk}/").first()
        assert "Monitoring terlambat sejak" in pesan.teks
    assert [surel.to for surel in mailoutbox] == [[kadis.surel]] * 2
    assert str(sop)[:60] in mailoutbox[0].subject
    assert Peristiwa.objects.filter(jenis="pengingat.dibuat", objek=sop.kunci).count() == 2


@pytest.mark.parametrize(("zona", "keadaan"), [("Asia/Jakarta", "segera"), ("Asia/Jayapura", "terlambat")])
def test_at_2330_wib_of_its_last_day_a_review_is_late_in_jayapura_only(zona, keadaan):
    tugas, _, _ = kasus_bertenggat(tenggat=timezone.now() + 900 * SEHARI)
    Instansi.objects.update(zona_waktu=zona)
    sop = Sop.objects.get()
    (monitoring, *_) = tinjauan_sop([sop])[sop.pk]
    ingatkan(kini=datetime.combine(monitoring.jatuh_tempo, time(23, 30), ZoneInfo("Asia/Jakarta")))
    assert {anak for anak, _ in dikirim()} == {f"monitoring-{keadaan}", f"monitoring-{keadaan}-surel"}
