"""The demo: its offices, the copy each run works on, and the command that puts an SOP in force."""

import socket
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from lapkin.alur.models import RevisiSop, Sop, Tugas
from lapkin.alur.putaran import Periode
from lapkin.alur.queries import peran_belum_terikat, statistik_sop
from lapkin.jejak.queries import periksa_rantai
from lapkin.kinerja.queries import lembar_kinerja
from lapkin.langkah.demo import templat
from lapkin.langkah.demo.jam import jam_demo
from lapkin.langkah.demo.kantor import bangun
from lapkin.langkah.demo.keluaran import tulis_keluaran
from lapkin.langkah.demo.main import mainkan, mulai_latihan
from lapkin.langkah.demo.peladen import ALAMAT, daftar_akun, port_bebas
from lapkin.langkah.isian_unit import lembar_isian
from lapkin.organisasi.models import Instansi, Jabatan, Pegawai
from lapkin.organisasi.queries import hari_ini

SOP_000 = templat.AKAR / "sop" / "dp3a-kalbar-lkjip.toml"


@pytest.fixture
def tempat(tmp_path, monkeypatch):
    """A folder for templates, filled by a stand-in for the slow building."""

    def bangun_tiruan(tempat, tujuan):
        tujuan.mkdir()
        (tujuan / templat.TANDA).touch()
        (tujuan / "lapkin.sqlite3").write_bytes(b"isi")

    monkeypatch.setattr(templat, "_bangun", bangun_tiruan)
    return tmp_path / "demo"


@pytest.mark.django_db
def test_every_office_of_the_demo_has_all_roles_of_its_sop_bound():
    bangun()

    assert Sop.objects.count() == 6
    for sop in Sop.objects.all():
        assert peran_belum_terikat(sop, sop.daftar_revisi.get().dibaca()) == []
        assert periksa_rantai(sop.instansi.kunci) == []


@pytest.mark.django_db
def test_the_demo_office_starts_with_targets_and_without_any_realisasi():
    bangun("kab-deli-serdang")

    lembar = lembar_kinerja(Instansi.objects.get(kode="bappedalitbang"), 2025)
    assert len(lembar.daftar_indikator) == 93
    assert not any(baris.realisasi for baris in lembar.daftar_indikator)
    assert all(baris.penanggung_jawab for baris in lembar.daftar_indikator)


@pytest.mark.django_db
def test_every_office_with_an_sop_has_a_pengelola_whose_account_is_printed():
    bangun()

    baris = "\n".join(daftar_akun())

    for sop in Sop.objects.select_related("instansi"):
        pengelola = Pegawai.objects.get(instansi=sop.instansi, pengelola=True)
        assert f"  {pengelola.username} " in baris


@pytest.mark.django_db
def test_the_people_of_the_demo_can_be_reached_by_nobody():
    bangun("kab-landak")

    for orang in Pegawai.objects.exclude(instansi=None):
        assert orang.surel.endswith(".invalid")
        assert orang.telepon.startswith("0800000")
        orang.full_clean()


@pytest.mark.django_db
def test_the_first_post_of_an_office_heads_it():
    bangun("kab-landak")

    puncak = Jabatan.objects.get(instansi__kode="inspektorat-landak", atasan=None)
    assert puncak.nama == "Inspektur"


@pytest.mark.django_db
def test_the_demo_plays_its_case_to_the_end_and_writes_its_papers(tmp_path):
    bangun("kab-deli-serdang")
    baris = []

    pelaksanaan = mainkan(baris.append)
    tulis_keluaran(pelaksanaan, tmp_path / "keluaran", baris.append)

    assert pelaksanaan.status == "selesai"
    assert any("Mengoreksi Dokumen LKJIP — Pak Sekretaris" in satu and "putaran 2" in satu for satu in baris)
    nama = {berkas.name for berkas in (tmp_path / "keluaran").iterdir()}
    assert {
        "LKjIP.pdf",
        "LKjIP.docx",
        "LKjIP-bertanda-tangan.pdf",
        "SOP.pdf",
        "SOP.docx",
        "jejak.pdf",
    } <= nama
    lembar = lembar_kinerja(pelaksanaan.instansi, 2025)
    assert lembar.daftar_anggaran[0].realisasi == 1202397315900
    baris = {tugas.unit.nama: lembar_isian(tugas).daftar_anggaran for tugas in daftar_tugas_unit(pelaksanaan)}
    assert len(baris) == 6
    assert len({satu.pk for daftar in baris.values() for satu in daftar}) == 70
    assert sum(map(len, baris.values())) == 70
    gaji = {unit for unit, daftar in baris.items() if any("Gaji" in satu.anggaran.nama for satu in daftar)}
    assert gaji == {"Sekretariat"}


@pytest.mark.django_db
def test_the_case_took_working_days_and_the_cases_in_progress_are_late():
    bangun("kab-deli-serdang")
    sekarang = timezone.now()

    pelaksanaan = mainkan(lambda baris: None)
    mulai_latihan(pelaksanaan)

    hari = hari_ini(pelaksanaan.instansi)
    periode = Periode(dari=pelaksanaan.dimulai_pada.date(), sampai=hari)
    statistik = statistik_sop(pelaksanaan.sop, periode)
    assert statistik.keseluruhan.median > 8 * 450
    assert statistik.cari("himpun").sebaran.median == 6 * 50
    assert [jeda.menit for jeda in statistik.jeda] == [450]
    assert pelaksanaan.selesai_pada < sekarang
    terlambat = Tugas.objects.terbuka().filter(tenggat__lt=sekarang)
    assert {tugas.langkah for tugas in terlambat} == {"perintah", "format", "himpun"}
    assert periksa_rantai(pelaksanaan.instansi.kunci) == []


def test_the_clock_of_the_demo_ends_with_its_block():
    with jam_demo(60) as jam:
        dahulu = timezone.now()
        jam.lewat(60)
        assert timezone.now() - dahulu >= timedelta(hours=1)

    assert timezone.now() - dahulu > timedelta(days=60)


def daftar_tugas_unit(pelaksanaan):
    return Tugas.objects.filter(pelaksanaan=pelaksanaan, jenis="isi-data", penghimpun=False)


def test_a_run_gets_a_fresh_copy_and_never_the_template_itself(tempat):
    satu, dua = templat.jalan_baru(tempat), templat.jalan_baru(tempat)

    (satu / "lapkin.sqlite3").write_bytes(b"diubah")

    assert satu != dua
    assert (dua / "lapkin.sqlite3").read_bytes() == b"isi"
    assert templat.milik_demo(dua)


def test_folders_of_ended_runs_and_of_other_code_are_cleared_away(tempat):
    for nama in ("jalan-lama", "templat-lama", "bangun-gagal"):
        (tempat / nama).mkdir(parents=True)

    jalan = templat.jalan_baru(tempat)

    assert {folder.name for folder in tempat.iterdir() if folder.is_dir()} == {
        jalan.name,
        f"templat-{templat.sidik_templat()}",
    }


def test_a_child_of_the_demo_never_sees_the_callers_database_nor_its_mail_server(tmp_path, monkeypatch):
    monkeypatch.setenv("LAPKIN_BASISDATA", "postgresql://kantor/lapkin")
    monkeypatch.setenv("LAPKIN_RAHASIA", "rahasia kantor")
    monkeypatch.setenv("LAPKIN_SUREL_HOST", "surel.kantor")

    lingkungan = templat.lingkungan(tmp_path)

    assert lingkungan["LAPKIN_BASISDATA"].startswith("sqlite:///")
    assert lingkungan["LAPKIN_DATA"] == str(tmp_path)
    assert not {"LAPKIN_RAHASIA", "LAPKIN_SUREL_HOST"} & set(lingkungan)


@pytest.mark.parametrize("perintah", ["demo_bangun", "demo_main"])
def test_the_demo_refuses_a_data_folder_that_is_not_its_own(perintah, settings, tmp_path):
    settings.DATA = tmp_path
    pilihan = {"port": 1, "keluaran": tmp_path} if perintah == "demo_main" else {}

    with pytest.raises(CommandError, match="hanya untuk folder data demo"):
        call_command(perintah, **pilihan)


def test_a_taken_port_is_passed_over():
    with socket.socket() as soket:
        soket.bind((ALAMAT, 0))
        soket.listen()
        port = soket.getsockname()[1]

        assert port_bebas(port) > port


@pytest.mark.django_db
def test_muat_sop_puts_an_sop_in_force_once(capsys):
    instansi = Instansi.objects.create(kode="dinas-baru", nama="Dinas Baru")

    for _ in range(2):
        call_command("muat_sop", str(SOP_000), instansi="dinas-baru")

    assert RevisiSop.objects.filter(sop__instansi=instansi, status="berlaku").count() == 1
    assert "Ikat peran berikut" in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("isi", "kalimat"), [("kode = ", "TOML tidak terbaca"), ("", "wajib diisi"), (None, "tidak dapat dibuka")]
)
def test_muat_sop_names_what_is_wrong_with_a_file(tmp_path, isi, kalimat):
    berkas = tmp_path / "salah.toml"
    if isi is not None:
        berkas.write_text(isi)

    with pytest.raises(CommandError, match=kalimat):
        call_command("muat_sop", str(berkas), instansi="tidak-ada")


def test_the_template_is_keyed_by_code_sops_and_workbooks(tmp_path):
    (tmp_path / "sop").mkdir()
    kosong = templat.sidik_templat(tmp_path)
    (tmp_path / "sop" / "baru.toml").write_text("kode = 1")
    assert templat.sidik_templat(tmp_path) != kosong
