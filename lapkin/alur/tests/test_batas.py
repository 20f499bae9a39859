"""The last legal days, and the schedule counted back from them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.alur import actions
from lapkin.alur.batas import (
    BAWAAN,
    Batas,
    batas_tahun,
    cadangan,
    jadwal_mundur,
    jenis_batas,
)
from lapkin.alur.models import BatasAkhir
from lapkin.alur.queries import batas_sop, jam_kerja
from lapkin.alur.tenggat import JamKerja, tenggat
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi.kalender import libur_diketahui
from lapkin.sop.tests.benih import DAFTAR_KODE, isi_sop

from .bantuan import kantor

WIB = ZoneInfo("Asia/Jakarta")
BIASA = JamKerja()
PD = batas_tahun("pd", 2025)


def batas(sejak, bulan_tanggal, *, itu_saja=False, jenis="pd"):
    return Batas(
        jenis=jenis, sejak=sejak, bulan_tanggal=bulan_tanggal, dasar="surat", tahun_itu_saja=itu_saja
    )


@pytest.mark.parametrize(
    ("jenis", "tahun", "hari"),
    [
        ("pd", 2025, "02-28"),
        ("pemda", 2025, "03-31"),
        ("pemda", 2019, "04-30"),
        ("penghimpun", 2025, "01-10"),
    ],
)
def test_the_shipped_days_hold_where_an_office_has_none(jenis, tahun, hari):
    assert batas_tahun(jenis, tahun).bulan_tanggal == hari


def test_every_shipped_day_names_its_basis_and_before_the_first_there_is_none():
    assert all(satu.dasar for satu in BAWAAN)
    assert batas_tahun("pd", 2013) is None


def test_an_office_s_own_day_goes_before_the_shipped_one_and_its_latest_before_earlier_ones():
    daftar = [batas(2024, "02-15"), batas(2026, "02-20")]
    hari = [batas_tahun("pd", tahun, daftar).bulan_tanggal for tahun in (2023, 2024, 2025, 2026, 2030)]
    assert hari == ["02-28", "02-15", "02-15", "02-20", "02-20"]


def test_a_prolongation_holds_in_its_year_alone():
    daftar = [batas(2024, "02-15"), batas(2025, "03-15", itu_saja=True)]
    hari = [batas_tahun("pd", tahun, daftar).bulan_tanggal for tahun in (2024, 2025, 2026)]
    assert hari == ["02-15", "03-15", "02-15"]


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_an_sop_works_towards_the_day_of_its_kind(kode):
    isi = isi_sop(kode)
    assert jenis_batas(isi, "pd") == ("penghimpun" if kode == "jambi-data-kinerja" else "pd")
    assert jenis_batas(isi, "pd", "pemda") == "pemda"


def test_an_sop_of_a_pemda_works_towards_the_pemda_s_day():
    assert jenis_batas(isi_sop("dp3a-kalbar-lkjip"), "pemda") == "pemda"


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_who_begins_as_late_as_the_schedule_says_ends_in_time(kode):
    isi = isi_sop(kode)
    jadwal = jadwal_mundur(isi, 2025, batas_tahun(jenis_batas(isi, "pd"), 2025), BIASA)
    kini = jadwal.mulai
    for titik in jadwal.daftar_titik:
        if titik.selesai is None:
            break
        assert kini <= titik.mulai
        kini = tenggat(kini, titik.menit, BIASA) if titik.menit else kini
        assert kini <= titik.selesai


def test_what_follows_the_collection_of_a_penghimpun_has_no_limit():
    jadwal = jadwal_mundur(isi_sop("jambi-data-kinerja"), 2025, batas_tahun("penghimpun", 2025), BIASA)
    assert jadwal.titik("tunggu-data").selesai.date() == date(2026, 1, 10)
    assert jadwal.titik("reviu").selesai is None
    assert cadangan(jadwal, "reviu", 0, datetime(2026, 1, 20, 8, tzinfo=WIB), BIASA) is None


def test_a_printed_last_day_bounds_the_schedule_before_the_legal_one():
    isi = isi_sop("jambi-data-kinerja")
    jadwal = jadwal_mundur(isi, 2025, batas_tahun("pemda", 2025), BIASA)
    assert jadwal.titik("tunggu-data").selesai.date() == date(2026, 1, 10)
    assert jadwal.titik("arsip").selesai.date() == date(2026, 3, 31)


saat = st.integers(0, 60 * 24 * 120).map(lambda m: datetime(2025, 12, 1, tzinfo=WIB) + timedelta(minutes=m))


@settings(deadline=None, max_examples=50)
@given(saat, saat, st.sampled_from(isi_sop("dp3a-kalbar-lkjip").daftar_langkah_kerja), st.integers(0, 2_000))
def test_reserve_only_shrinks_while_nothing_is_done(a, b, langkah, terpakai):
    jadwal = jadwal_mundur(isi_sop("dp3a-kalbar-lkjip"), 2025, PD, BIASA)
    awal, akhir = sorted([a, b])
    assert cadangan(jadwal, langkah.kode, terpakai, awal, BIASA) >= cadangan(
        jadwal, langkah.kode, terpakai, akhir, BIASA
    )


@settings(deadline=None, max_examples=30)
@given(saat, st.integers(0, 400), st.integers(0, 400))
def test_work_done_within_the_standard_is_to_spare_again(pada, terpakai, lagi):
    jadwal = jadwal_mundur(isi_sop("dp3a-kalbar-lkjip"), 2025, PD, BIASA)
    sebelum = cadangan(jadwal, "susun", terpakai, pada, BIASA)
    assert cadangan(jadwal, "susun", terpakai + lagi, pada, BIASA) == sebelum + lagi


@pytest.mark.django_db
def test_the_pengelola_sets_a_day_with_its_basis_and_takes_it_away():
    instansi, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    umum = {"pegawai": pengelola, "instansi": instansi, "jenis": "pd", "tahun": 2025}
    actions.atur_batas(**umum, bulan_tanggal="02-15", dasar="SE Sekda 1/2026")
    assert batas_sop(sop, isi_sop("dp3a-kalbar-lkjip"), 2026).bulan_tanggal == "02-15"
    baris = actions.atur_batas(**umum, bulan_tanggal="02-20", dasar="SE Sekda 2/2026", tahun_itu_saja=True)
    assert BatasAkhir.objects.count() == 1
    assert batas_sop(sop, isi_sop("dp3a-kalbar-lkjip"), 2025).bulan_tanggal == "02-20"
    actions.hapus_batas(pegawai=pengelola, batas=baris)
    assert batas_sop(sop, isi_sop("dp3a-kalbar-lkjip"), 2025).bulan_tanggal == "02-28"
    jenis = Peristiwa.objects.filter(jenis__startswith="batas.").values_list("jenis", flat=True)
    assert list(jenis.order_by("pk")) == ["batas.ditambah", "batas.diubah", "batas.dihapus"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ganti", "kalimat"),
    [
        ({"dasar": "  "}, "Sebutkan dasar"),
        ({"bulan_tanggal": "02-30"}, "tidak ada pada tahun 2026"),
        ({"bulan_tanggal": "02-29", "tahun": 2027}, "29 Februari tidak ada setiap tahun"),
    ],
)
def test_a_day_that_is_none_or_has_no_basis_is_refused(ganti, kalimat):
    instansi, pengelola, _ = kantor("dp3a-kalbar-lkjip")
    isi = {"jenis": "pd", "tahun": 2025, "bulan_tanggal": "02-15", "dasar": "Surat"} | ganti
    with pytest.raises(Ditolak, match=kalimat):
        actions.atur_batas(pegawai=pengelola, instansi=instansi, **isi)
    assert not BatasAkhir.objects.exists()


@pytest.mark.django_db
def test_only_who_manages_the_office_sets_its_days_or_its_sop_s():
    instansi, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    _, orang_luar, _ = kantor("dp3a-kalbar-lkjip", kode_instansi="lain")
    with pytest.raises(Ditolak, match="Hanya pengelola"):
        actions.atur_batas(
            pegawai=orang_luar,
            instansi=instansi,
            jenis="pd",
            tahun=2025,
            bulan_tanggal="02-15",
            dasar="Surat",
        )
    with pytest.raises(Ditolak, match="Hanya pengelola"):
        actions.pilih_batas(pegawai=orang_luar, sop=sop, jenis="pemda")
    actions.pilih_batas(pegawai=pengelola, sop=sop, jenis="pemda")
    sop.refresh_from_db()
    assert batas_sop(sop, isi_sop("dp3a-kalbar-lkjip"), 2025).bulan_tanggal == "03-31"


@pytest.mark.django_db
def test_a_year_without_known_holidays_is_refused_and_not_counted_as_work():
    instansi, _, _ = kantor("dp3a-kalbar-lkjip")
    assert libur_diketahui(2077)
    assert not libur_diketahui(2078)
    with pytest.raises(Ditolak, match="tahun 2078 belum diketahui"):
        jam_kerja(instansi, range(2077, 2079))
