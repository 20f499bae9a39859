"""Days off: the national ones are known, the others are acts of the administrator."""

from datetime import date

import pytest
from django.urls import reverse

from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi import actions
from lapkin.organisasi.kalender import cuti_bersama, libur_nasional
from lapkin.organisasi.models import HariLibur
from lapkin.organisasi.queries import hari_libur

HARI_JADI = date(2026, 1, 28)


@pytest.fixture
def kelola(client, dinas):
    client.force_login(dinas.pengelola)
    return client


def _tambah(dinas, tanggal=HARI_JADI, nama="Hari jadi provinsi", instansi=None):
    return actions.tambah_libur(
        pegawai=dinas.pengelola, instansi=instansi or dinas.instansi, tanggal=tanggal, nama=nama
    )


def test_the_library_knows_the_national_days_by_their_indonesian_names():
    assert libur_nasional(2026)[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
    assert date(2026, 3, 20) in cuti_bersama(2026)
    assert not set(cuti_bersama(2026)) & set(libur_nasional(2026))


def test_a_year_shows_national_days_own_days_and_joint_days_not_yet_taken_over(kelola, dinas):
    _tambah(dinas)
    halaman = kelola.get(reverse("libur", args=["dp3a-kalbar"]), {"tahun": "2026"}).text
    assert "Tahun Baru Masehi" in halaman
    assert "Hari jadi provinsi" in halaman
    assert "Cuti bersama 2026 yang belum dicatat" in halaman


@pytest.mark.parametrize("tahun", ["1999", "2100", "-1", "dua", "²", "9" * 40])
def test_a_year_out_of_the_calendar_is_not_found(kelola, tahun):
    assert kelola.get(reverse("libur", args=["dp3a-kalbar"]), {"tahun": tahun}).status_code == 404


def test_a_day_is_added_on_the_page_with_its_event(kelola, dinas):
    isian = {"tanggal": "2026-01-28", "nama": "Hari jadi provinsi"}
    jawaban = kelola.post(reverse("libur_tambah", args=["dp3a-kalbar"]), isian, follow=True)
    assert jawaban.redirect_chain == [("/organisasi/dp3a-kalbar/libur/?tahun=2026", 302)]
    assert "Hari jadi provinsi ditambahkan." in jawaban.text
    assert Peristiwa.objects.get(jenis="libur.ditambah").rantai == dinas.instansi.kunci


def test_one_day_is_off_only_once(kelola, dinas):
    _tambah(dinas)
    isian = {"tanggal": "2026-01-28", "nama": "Sekali lagi"}
    jawaban = kelola.post(reverse("libur_tambah", args=["dp3a-kalbar"]), isian)
    assert (jawaban.status_code, "sudah tercatat sebagai hari libur" in jawaban.text) == (409, True)
    with pytest.raises(Ditolak, match="sudah libur nasional: Hari Kemerdekaan"):
        _tambah(dinas, date(2026, 8, 17))


def test_a_day_is_removed_once_with_its_event(kelola, dinas):
    hari = _tambah(dinas)
    kelola.post(reverse("libur_hapus", args=["dp3a-kalbar", hari.pk]))
    assert not HariLibur.objects.exists()
    peristiwa = Peristiwa.objects.get(jenis="libur.dihapus")
    assert peristiwa.objek == f"harilibur:{hari.pk}"
    with pytest.raises(Ditolak, match="sudah dihapus"):
        actions.hapus_libur(pegawai=dinas.pengelola, hari=hari)


def _libur_2026(instansi):
    return [hari.tanggal for hari in hari_libur(instansi, 2026, 2026)]


def _hari_libur(instansi):
    return {hari.tanggal for hari in hari_libur(instansi, 2026, 2026)}


def test_a_day_of_the_pemda_holds_for_its_dinas_and_is_not_theirs_to_remove(kelola, dinas):
    hari = HariLibur.objects.create(
        instansi=dinas.instansi.induk, tanggal=HARI_JADI, nama="Hari jadi provinsi"
    )
    assert _libur_2026(dinas.instansi) == [HARI_JADI]
    assert kelola.post(reverse("libur_hapus", args=["dp3a-kalbar", hari.pk])).status_code == 404


def test_a_day_of_one_dinas_is_a_working_day_of_the_next_and_of_the_pemda(dinas):
    _tambah(dinas)
    assert _libur_2026(dinas.instansi) == [HARI_JADI]
    assert _libur_2026(dinas.orang_luar.instansi) == []
    assert _libur_2026(dinas.instansi.induk) == []


def test_a_day_of_no_instansi_holds_for_all(dinas):
    HariLibur.objects.create(tanggal=HARI_JADI, nama="Cuti bersama")
    assert _libur_2026(dinas.orang_luar.instansi) == [HARI_JADI]
