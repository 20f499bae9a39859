"""The personal calendar: who reads it, what it holds, and that other programs read it alike."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from lapkin.alur import actions as alur
from lapkin.alur.models import Tugas
from lapkin.alur.tests.bantuan import kerjakan
from lapkin.jejak.ditolak import Ditolak
from lapkin.pengingat.actions import buat_alamat, cabut_alamat
from lapkin.pengingat.kalender_ics import ButirKalender, tulis_kalender
from lapkin.pengingat.queries import butir_kalender, token_kalender

from .bantuan import TENGGAT, kasus_bertenggat


def butir(**ganti):
    isi = {
        "kunci": "tugas-7", "kegiatan": "Mengoreksi; lalu meneruskan, segera\\ya", "pekerjaan": "LKjIP 2026",
        "jabatan": "Sekretaris", "tautan": "https://lapkin.contoh.go.id/tugas/7/", "zona": "Asia/Jayapura",
        "diubah": TENGGAT, "urutan": 0, "tenggat": datetime(2027, 1, 12, 7, tzinfo=UTC),
    }  # fmt: skip
    return ButirKalender(**{**isi, **ganti})


def tulis(*daftar):
    isi = {
        "nama": "Tenggat Lapkin",
        "zona": "Asia/Jayapura",
        "tuan": "lapkin.contoh.go.id",
        "dibuat": TENGGAT,
    }
    return tulis_kalender(daftar, **isi)


def test_an_event_ends_at_the_due_moment_and_its_text_comes_back_whole():
    (peristiwa,) = Calendar.from_ical(tulis(butir())).events
    assert peristiwa.decoded("dtend") == datetime(2027, 1, 12, 7, tzinfo=UTC)
    assert peristiwa["uid"] == "tugas-7@lapkin.contoh.go.id"
    assert str(peristiwa["summary"]) == "Tenggat: Mengoreksi; lalu meneruskan, segera\\ya"
    assert str(peristiwa["description"]).splitlines()[0] == "LKjIP 2026"


def test_special_characters_are_escaped_and_long_lines_folded():
    isi = tulis(butir(kegiatan="Menyusun “laporan” kinerja, " * 12))
    assert rb"kinerja\," in isi.replace(b"\r\n ", b"")
    assert all(len(baris) <= 75 for baris in isi.split(b"\r\n"))
    assert b"\n" not in isi.replace(b"\r\n", b"")
    (peristiwa,) = Calendar.from_ical(isi).events
    assert str(peristiwa["summary"]) == f"Tenggat: {'Menyusun “laporan” kinerja, ' * 12}"


def test_a_last_day_allowed_fills_that_day_of_the_office():
    # 10 January 23.59.59 in Jayapura is 14.59.59 in UTC.
    tenggat = datetime(2027, 1, 10, 14, 59, 59, 999999, tzinfo=UTC)
    (peristiwa,) = Calendar.from_ical(tulis(butir(tenggat=tenggat))).events
    assert peristiwa.decoded("dtstart") == date(2027, 1, 10)
    assert peristiwa.decoded("dtend") == date(2027, 1, 11)


@pytest.fixture
def langganan(db):
    """(task, its holder, address) of an officer with a calendar."""
    tugas, kadis, _ = kasus_bertenggat()
    return tugas, kadis, alamat(buat_alamat(pegawai=kadis))


def alamat(baris):
    return reverse("kalender_ics", args=[token_kalender(baris)])


def baca(jalur):
    jawaban = Client().get(jalur)
    if jawaban.status_code != 200:
        return jawaban.status_code, []
    return jawaban.status_code, list(Calendar.from_ical(jawaban.content).events)


def test_the_address_is_read_without_signing_in_and_holds_the_open_task(langganan):
    tugas, _, jalur = langganan
    jawaban = Client().get(jalur)
    assert jawaban["Content-Type"] == "text/calendar; charset=utf-8"
    status, (peristiwa,) = baca(jalur)
    assert (status, peristiwa["uid"]) == (200, f"tugas-{tugas.pk}@localhost")
    assert peristiwa.decoded("dtend") == TENGGAT


def test_the_identity_stays_when_the_due_date_moves_and_a_finished_task_goes(langganan):
    tugas, _, jalur = langganan
    sebelum = baca(jalur)[1][0]["uid"]
    Tugas.objects.update(tenggat=TENGGAT.replace(day=20))
    (peristiwa,) = baca(jalur)[1]
    assert (peristiwa["uid"], peristiwa.decoded("dtend").day) == (sebelum, 20)
    kerjakan(tugas)
    assert baca(jalur) == (200, [])


@pytest.fixture
def kini(monkeypatch):
    """A clock that goes an hour further whenever it is told to; it begins a week before the due moment."""
    saat = [TENGGAT - timedelta(days=7)]
    monkeypatch.setattr(timezone, "now", lambda: saat[0])

    def maju():
        saat[0] += timedelta(hours=1)

    return maju


def rupa(jalur):
    (peristiwa,) = baca(jalur)[1]
    return (
        peristiwa.decoded("dtend"),
        peristiwa["sequence"],
        peristiwa.decoded("last-modified"),
        peristiwa.decoded("dtstamp"),
    )


def ubah_tenggat(tugas, kadis, pengelola):
    baru = TENGGAT + timedelta(days=2)
    alur.ubah_tenggat(pegawai=pengelola, tugas=tugas, tenggat=baru, alasan="Data dari BPS.")


def jeda(tugas, kadis, _):
    alur.tunda(pegawai=kadis, tugas=tugas, menunggu="BPS", alasan="Data.")


def jeda_lalu_lanjut(tugas, kadis, _):
    jeda(tugas, kadis, _)
    alur.lanjut(pegawai=kadis, tugas=tugas)


@pytest.mark.parametrize("ubah", [ubah_tenggat, jeda, jeda_lalu_lanjut])
def test_a_reader_sees_that_the_due_moment_was_touched(db, kini, ubah):
    tugas, kadis, pengelola = kasus_bertenggat()
    Tugas.objects.filter(pk=tugas.pk).update(dibuka_pada=timezone.now())
    jalur = alamat(buat_alamat(pegawai=kadis))
    kini()
    _, urutan, diubah, dibuat = rupa(jalur)
    kini()
    assert rupa(jalur)[1:3] == (urutan, diubah)
    ubah(tugas, kadis, pengelola)
    sesudah = rupa(jalur)
    assert (sesudah[1] > urutan, sesudah[2], sesudah[3] > dibuat) == (True, timezone.now(), True)
    tugas.refresh_from_db()
    assert sesudah[0] == tugas.tenggat


def test_the_feed_asks_as_much_for_many_tasks_as_for_one(
    langganan, django_assert_max_num_queries, django_assert_num_queries
):
    tugas, kadis, _ = langganan
    with django_assert_max_num_queries(5) as satu:
        assert len(butir_kalender(kadis)) == 1
    for nomor in range(2, 9):
        Tugas.objects.create(
            pelaksanaan=tugas.pelaksanaan, langkah=tugas.langkah, urutan=tugas.urutan, tahap=nomor,
            jenis=tugas.jenis, peran=tugas.peran, jabatan=tugas.jabatan, instansi=tugas.instansi,
            dibuka_pada=tugas.dibuka_pada, tenggat=TENGGAT,
        )  # fmt: skip
    with django_assert_num_queries(len(satu)):
        assert len(butir_kalender(kadis)) == 8


def test_nothing_of_other_peoples_tasks_is_in_it(langganan, dinas):
    _, _, jalur = langganan
    lain = alamat(buat_alamat(pegawai=dinas.kadis))
    assert baca(lain) == (200, [])
    assert len(baca(jalur)[1]) == 1


@pytest.mark.parametrize(
    "ubah", [lambda t: t[:-1], lambda t: "x" + t, lambda t: t.split(".")[0], lambda t: "0"]
)
def test_a_wrong_address_is_not_found(langganan, ubah):
    _, kadis, _ = langganan
    token = token_kalender(kadis.alamat_kalender)
    assert Client().get(reverse("kalender_ics", args=[ubah(token)])).status_code == 404


def test_a_new_address_ends_the_old_one_and_a_closed_account_has_none(langganan):
    _, kadis, jalur = langganan
    baru = alamat(buat_alamat(pegawai=kadis))
    assert baca(jalur)[0] == 404
    assert baca(baru)[0] == 200
    kadis.is_active = False
    kadis.save()
    assert baca(baru)[0] == 404


def test_an_address_taken_back_leads_nowhere(langganan):
    _, kadis, jalur = langganan
    cabut_alamat(pegawai=kadis)
    assert baca(jalur)[0] == 404
    with pytest.raises(Ditolak, match="belum mempunyai"):
        cabut_alamat(pegawai=kadis)


def test_the_page_makes_shows_and_replaces_the_address(client, dinas):
    client.force_login(dinas.kadis)
    assert "Buat alamat kalender" in client.get(reverse("kalender_saya")).text
    client.post(reverse("kalender_buat"))
    dinas.kadis.refresh_from_db()
    assert token_kalender(dinas.kadis.alamat_kalender) in client.get(reverse("kalender_saya")).text
