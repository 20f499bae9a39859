"""What is broken in one office, or in one case, silences nobody else; and who asks for a rehearsal sends nothing."""

import logging
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from lapkin.alur.models import Pelaksanaan, Tugas
from lapkin.jejak.models import Pemberitahuan, Peristiwa
from lapkin.organisasi.models import Instansi
from lapkin.pengingat.actions import ingatkan, jalan
from lapkin.pengingat.models import AnakTangga, Pengingat

from .bantuan import SEHARI, TENGGAT, kasus_bertenggat

pytestmark = pytest.mark.django_db


@pytest.fixture
def dua_kantor():
    """(task of the office that will be broken, task of the sound one)."""
    return [kasus_bertenggat(kode_instansi=kode)[0] for kode in ("a-rusak", "b-utuh")]


def tanpa_jam_kerja(tugas):
    Instansi.objects.filter(pk=tugas.instansi_id).update(jam_kerja={})


def jam_kerja_asing(tugas):
    Instansi.objects.filter(pk=tugas.instansi_id).update(jam_kerja={"0": [["pagi", "siang"]]})


def langkah_hilang(tugas):
    Tugas.objects.filter(pk=tugas.pk).update(langkah="tidak-ada")


def teks_rusak(tugas):
    AnakTangga.objects.create(
        instansi=tugas.instansi, kode="pesan-saat", selisih=0, saluran="pesan", teks="{asing}"
    )


@pytest.mark.parametrize(
    ("rusakkan", "kalimat"),
    [
        (
            tanpa_jam_kerja,
            "Kantor a-rusak: Jam kerja belum diisi untuk hari apa pun. Pengelola Kantor a-rusak dapat",
        ),
        (jam_kerja_asing, "Kantor a-rusak: Jam kerja tidak dapat dibaca. Pengelola Kantor a-rusak dapat"),
        (langkah_hilang, "Kantor a-rusak: LKjIP 2025 tidak dapat dibaca (LookupError"),
        (teks_rusak, "Kantor a-rusak: {asing} tidak dikenal."),
    ],
)
def test_one_broken_office_is_told_and_the_others_are_reminded(dua_kantor, mailoutbox, rusakkan, kalimat):
    rusak, utuh = dua_kantor
    Pelaksanaan.objects.filter(pk=rusak.pelaksanaan_id).update(judul="LKjIP 2025")
    rusakkan(rusak)
    hasil = ingatkan(kini=TENGGAT)
    (terlewat,) = hasil.terlewat
    assert terlewat.startswith(kalimat)
    assert {p.instansi for p in Pengingat.objects.all()} == {utuh.instansi}
    assert len(mailoutbox) == hasil.surel_terkirim == 1


def test_what_has_no_sentence_of_its_own_is_logged_with_its_traceback(dua_kantor, caplog):
    langkah_hilang(dua_kantor[0])
    with caplog.at_level(logging.ERROR):
        ingatkan(kini=TENGGAT)
    (catatan,) = [c for c in caplog.records if c.name.startswith("lapkin.pengingat")]
    assert catatan.exc_info[0] is LookupError


def test_a_broken_case_does_not_stop_the_other_cases_of_its_office():
    rusak, _, _ = kasus_bertenggat()
    utuh = Tugas.objects.get(pk=rusak.pk)
    utuh.pk, utuh.tahap = None, 9
    utuh.save()
    langkah_hilang(rusak)
    assert ingatkan(kini=TENGGAT).pesan == 1
    assert Pengingat.objects.filter(tugas=utuh, saluran="pesan").exists()


def test_a_due_moment_decades_away_is_no_fault(dua_kantor):
    Tugas.objects.filter(pk=dua_kantor[0].pk).update(tenggat=datetime(2077, 1, 4, tzinfo=UTC))
    hasil = ingatkan(kini=TENGGAT)
    assert (hasil.terlewat, hasil.pesan) == ([], 1)


def test_years_whose_holidays_nobody_knows_are_told_in_their_own_words(dua_kantor):
    hasil = ingatkan(kini=datetime(2077, 1, 4, tzinfo=UTC))
    assert len(hasil.terlewat) == 2
    assert all("Hari libur nasional tahun 20" in kalimat for kalimat in hasil.terlewat)


def test_an_office_whose_reminders_cannot_be_stored_is_left_out_whole(dua_kantor, monkeypatch, mailoutbox):
    rusak, utuh = dua_kantor

    def catat(instansi, *args, asli=jalan._catat):
        if instansi == rusak.instansi:
            raise RuntimeError("cakram penuh")
        asli(instansi, *args)

    monkeypatch.setattr(jalan, "_catat", catat)
    hasil = ingatkan(kini=TENGGAT)
    assert hasil.terlewat == ["Kantor a-rusak: tidak dapat diolah (RuntimeError; lihat catatan galat)."]
    assert hasil.pesan == len(mailoutbox) == 1
    assert not Pengingat.objects.filter(instansi=rusak.instansi).exists()


def test_the_command_sends_the_others_first_and_then_fails(dua_kantor, mailoutbox):
    tanpa_jam_kerja(dua_kantor[0])
    keluaran = StringIO()
    with pytest.raises(CommandError, match="Kantor a-rusak: Jam kerja belum diisi"):
        call_command("ingatkan", stdout=keluaran)
    assert keluaran.getvalue().startswith("Pengingat: 1 pesan, 1 surel baru (1 terkirim")
    assert len(mailoutbox) == 1


def test_a_rehearsal_says_who_would_be_reminded_by_what_and_stores_nothing(dua_kantor, mailoutbox):
    sebelum = Peristiwa.objects.count(), Pemberitahuan.objects.count()
    keluaran = StringIO()
    call_command("ingatkan", "--kini", "2026-01-12T10:00", stdout=keluaran)
    baris = keluaran.getvalue().splitlines()
    assert baris[0].startswith("Kantor a-rusak: Kadis; Pesan di Lapkin; pesan-saat; Pengingat: ")
    assert baris[-1] == (
        "4 pengingat akan dibuat pada 12-01-2026 10.00; tidak ada yang disimpan atau dikirim."
    )
    assert (Peristiwa.objects.count(), Pemberitahuan.objects.count()) == sebelum
    assert not Pengingat.objects.exists()
    assert mailoutbox == []


def test_a_rehearsal_tells_of_what_is_broken_too(dua_kantor):
    tanpa_jam_kerja(dua_kantor[0])
    with pytest.raises(CommandError, match="Jam kerja belum diisi"):
        call_command("ingatkan", "--kini", f"{TENGGAT + SEHARI:%Y-%m-%dT%H:%M}", stdout=StringIO())
