"""The page of standard against actual, and the draft that it proposes."""

from datetime import timedelta

import pytest
from django.urls import reverse

from lapkin.alur import actions
from lapkin.alur.models import Pelaksanaan
from lapkin.alur.putaran import Periode
from lapkin.alur.queries import statistik_sop
from lapkin.alur.statistik import jumlah_standar
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi.queries import hari_ini
from lapkin.sop.waktu import Satuan, lama_rinci

from .bantuan import kantor, mainkan, pelaku, terbuka
from .bantuan_statistik import PERIODE, TAHUN_2026, kasus_selesai

pytestmark = pytest.mark.django_db


@pytest.fixture
def dp3a():
    """(pengelola, sop) of SOP 000, each of whose steps is printed with 10 minutes or more."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip", jumlah_unit=1)
    return pengelola, sop


@pytest.fixture
def tiga_kasus(dp3a):
    """Three cases in which every task took 30, 40 and 50 minutes."""
    pengelola, sop = dp3a
    for tahun, menit in ((2023, 30), (2024, 40), (2025, 50)):
        kasus_selesai(pengelola, sop, tahun, menit)
    return pengelola, sop


def buka(client, pegawai, sop, **cari):
    client.force_login(pegawai)
    return client.get(reverse("sop_kinerja", args=[sop.pk]), cari)


def test_the_figures_come_from_the_tasks_of_all_cases(tiga_kasus):
    _, sop = tiga_kasus
    perintah = statistik_sop(sop, TAHUN_2026).cari("perintah").sebaran
    assert (perintah.kali, perintah.tercepat, perintah.median, perintah.terlama) == (3, 30, 40, 50)


def test_a_cancelled_case_does_not_count(tiga_kasus):
    _, sop = tiga_kasus
    Pelaksanaan.objects.filter(tahun=2023).update(status="dibatalkan")
    assert statistik_sop(sop, TAHUN_2026).jumlah_kasus == 2


def test_as_many_queries_for_three_cases_as_for_one(dp3a, django_assert_num_queries):
    pengelola, sop = dp3a
    kasus_selesai(pengelola, sop, 2022)
    statistik_sop(sop, TAHUN_2026)  # what is the same for every request is warm
    with django_assert_num_queries(4):  # tasks, pauses, whole cases, the office's days off
        statistik_sop(sop, TAHUN_2026)
    for tahun in (2023, 2024, 2025):
        kasus_selesai(pengelola, sop, tahun)
    with django_assert_num_queries(4):
        assert statistik_sop(sop, TAHUN_2026).jumlah_kasus == 4


def test_a_return_is_told_with_where_it_went(dp3a):
    pengelola, sop = dp3a
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(kasus, sampai="koreksi")
    tugas = terbuka(kasus).get()
    tujuan = sop.daftar_revisi.get().dibaca().cari("koreksi").kembali_ke[0]
    actions.kembalikan(pegawai=pelaku(tugas), tugas=tugas, tujuan=tujuan, catatan="Lengkapi bab III.")
    kini = hari_ini(sop.instansi)
    setahun = statistik_sop(sop, Periode(dari=kini - timedelta(days=1), sampai=kini))
    assert [(satu.dari, satu.ke, satu.kali) for satu in setahun.pengembalian] == [("koreksi", tujuan, 1)]
    assert setahun.cari(tujuan).diulang == 1


def test_anyone_of_the_office_reads_the_page_and_nobody_else(client, tiga_kasus, dinas):
    _, sop = tiga_kasus
    staf, _ = buat_pegawai(sop.instansi, "biasa", "Pegawai Biasa")
    halaman = buka(client, staf, sop, **PERIODE).content.decode()
    assert "Melampaui standar" in halaman
    assert "40 menit" in halaman
    assert "Buat draf revisi dengan waktu ini" not in halaman
    assert buka(client, dinas.orang_luar, sop).status_code == 404


def test_the_whole_sop_is_measured_from_begin_to_end_of_its_finished_cases(client, tiga_kasus):
    pengelola, sop = tiga_kasus
    actions.mulai(pegawai=pengelola, sop=sop, tahun=2022)
    seluruh = statistik_sop(sop, TAHUN_2026).keseluruhan
    # Each case ends as many weeks after it began as it has tasks.
    minggu = Pelaksanaan.objects.get(tahun=2025).daftar_tugas.count()
    assert seluruh.kali == 3
    assert 5 * 450 * (minggu - 4) < seluruh.median <= 5 * 450 * minggu
    halaman = " ".join(buka(client, pengelola, sop, **PERIODE).content.decode().split())
    assert "Standar dan kenyataan seluruh SOP" in halaman
    assert '<td data-label="Pekerjaan selesai">3</td>' in halaman
    standar = lama_rinci(jumlah_standar(sop.daftar_revisi.get().dibaca(), Satuan()), 450)
    assert f'<td data-label="Standar" class="lama">{standar}</td>' in halaman


def test_a_unit_stands_beside_its_standard_with_its_slowest_tenth(client, tiga_kasus):
    pengelola, sop = tiga_kasus
    halaman = buka(client, pengelola, sop, **PERIODE).content.decode()
    tabel = " ".join(halaman.partition("Unit demi unit")[2].split())
    assert '<td data-label="Median" class="lama">40 menit</td>' in tabel
    assert '<td data-label="Sepersepuluh terlama" class="lama">50 menit</td>' in tabel


def test_the_form_is_drawn_with_a_bar_for_each_step_and_says_it_in_words(client, tiga_kasus):
    pengelola, sop = tiga_kasus
    halaman = buka(client, pengelola, sop, **PERIODE).content.decode()
    assert "Langkah 1: standar 10 menit, median 40 menit, sepersepuluh terlama 50 menit." in halaman
    assert "M 40 menit ▲ lewat" in halaman


def test_an_empty_period_says_what_to_do(client, dp3a):
    pengelola, sop = dp3a
    halaman = buka(client, pengelola, sop)
    assert halaman.status_code == 200
    assert "Pilih periode yang lebih panjang" in halaman.content.decode()


def test_a_period_that_runs_backwards_is_told(client, dp3a):
    pengelola, sop = dp3a
    halaman = buka(client, pengelola, sop, dari="2026-02-01", sampai="2026-01-01")
    assert "Akhir periode mendahului awalnya." in halaman.content.decode()


@pytest.mark.parametrize(
    ("cari", "kalimat"),
    [
        ({"dari": "0001-01-01", "sampai": "2026-01-01"}, "paling awal tahun 2000"),
        ({"dari": "2026-01-01", "sampai": "9999-12-31"}, "paling lambat tahun 2099"),
        ({"dari": "kemarin"}, "Tanggal tidak terbaca."),
    ],
)
def test_a_period_that_cannot_be_counted_is_told(client, dp3a, cari, kalimat):
    pengelola, sop = dp3a
    halaman = buka(client, pengelola, sop, **cari)
    assert halaman.status_code == 200
    assert kalimat in halaman.content.decode()


def test_a_proposed_revision_has_the_medians_rounded_up_and_says_from_what(tiga_kasus):
    pengelola, sop = tiga_kasus
    draf = actions.usulkan_revisi(pegawai=pengelola, sop=sop, periode=TAHUN_2026)
    assert draf.status == "draf"
    assert draf.dibaca_draf().cari("perintah").waktu_tercetak == "40 menit"
    assert "2025" in draf.catatan
    assert "1 Januari 2026 sampai 31 Desember 2026" in draf.catatan
    assert Peristiwa.objects.filter(jenis="sop.disunting", objek=sop.kunci).count() == 1
    assert sop.daftar_revisi.get(status="berlaku").dibaca().cari("perintah").waktu_tercetak == "10 Menit"


def test_no_revision_is_proposed_beside_a_draft(tiga_kasus):
    pengelola, sop = tiga_kasus
    actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")
    with pytest.raises(Ditolak, match="sudah mempunyai draf"):
        actions.usulkan_revisi(pegawai=pengelola, sop=sop, periode=TAHUN_2026)


def test_no_draft_is_left_where_nothing_would_change(dp3a):
    pengelola, sop = dp3a
    kasus_selesai(pengelola, sop, 2025)
    with pytest.raises(Ditolak, match="terukur sedikitnya 3 kali"):
        actions.usulkan_revisi(pegawai=pengelola, sop=sop, periode=TAHUN_2026)
    assert not sop.daftar_revisi.filter(status="draf").exists()
    assert not Peristiwa.objects.filter(jenis="sop.draf_dibuat").exists()


def test_only_the_administrator_proposes_a_revision(tiga_kasus):
    _, sop = tiga_kasus
    kadis = pelaku_peran(sop, "Kadis")
    with pytest.raises(Ditolak, match="Hanya pengelola"):
        actions.usulkan_revisi(pegawai=kadis, sop=sop, periode=TAHUN_2026)


def test_the_button_of_the_page_makes_the_draft(client, tiga_kasus):
    pengelola, sop = tiga_kasus
    client.force_login(pengelola)
    jawaban = client.post(reverse("sop_kinerja_usulkan", args=[sop.pk]), PERIODE)
    assert jawaban.url == reverse("sop_revisi_lihat", args=[sop.pk, 2])
    assert "sudah mempunyai draf revisi" in buka(client, pengelola, sop, **PERIODE).content.decode()


def pelaku_peran(sop, nama):
    return sop.daftar_peran.get(nama=nama).jabatan.daftar_penugasan.first().pegawai
