"""The monitoring form: proposed from the figures, decided by the assessor, kept as paper."""

import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from lapkin.alur import actions
from lapkin.alur.models import Peninjauan
from lapkin.alur.monitoring import (
    AturanPenilaian,
    Penilaian,
    aturan_penilaian,
    kalimat_kinerja,
    usulan_baris,
)
from lapkin.alur.queries import tinjauan_sop
from lapkin.alur.statistik import KinerjaLangkah, Statistik, sebaran
from lapkin.alur.usulan_waktu import UKURAN_PALING_SEDIKIT
from lapkin.berkas.queries import baca
from lapkin.conftest import buat_pegawai
from lapkin.dokumen.tests.baku import pelanggaran
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi.models import Instansi
from lapkin.organisasi.queries import hari_ini, pemegang
from lapkin.sop.tests.benih import isi_sop
from lapkin.sop.waktu import Satuan

from .bantuan import kantor
from .bantuan_revisi import berlakukan
from .bantuan_statistik import PERIODE, TAHUN_2026, IsianHalaman, kasus_selesai

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ATURAN = AturanPenilaian(date(2012, 1, 1), 100, 25, 25, "uji")


def usulan(menit, **hitungan):
    """What is proposed for the first step of SOP 000, whose standard is 10 minutes."""
    isi = isi_sop("dp3a-kalbar-lkjip")
    kinerja = KinerjaLangkah(langkah=isi.pertama().kode, sebaran=sebaran(menit), **hitungan)
    statistik = Statistik(daftar_kasus=(1,), langkah=(kinerja,), pengembalian=(), menunggu=(), jeda=())
    return usulan_baris(isi, statistik, Satuan(), ATURAN)[0]


@pytest.mark.parametrize(
    ("menit", "hitungan", "penilaian"),
    [
        ([10], {}, Penilaian.BAIK),
        ([11], {}, Penilaian.TIDAK),
        ([5, 5, 5, 5], {"terlambat": 1}, Penilaian.BAIK),
        ([5, 5, 5], {"terlambat": 1}, Penilaian.TIDAK),
        ([5, 5, 5, 5], {"diulang": 1}, Penilaian.BAIK),
        ([5, 5, 5], {"diulang": 1}, Penilaian.TIDAK),
        ([], {}, Penilaian.BELUM),
        ([0, 0, 7], {}, Penilaian.BELUM),
        ([0, 0, 7], {"diulang": 1}, Penilaian.TIDAK),
    ],
)
def test_a_step_goes_well_when_it_exceeds_no_threshold(menit, hitungan, penilaian):
    assert usulan(menit, **hitungan).penilaian is penilaian


def test_a_step_beyond_its_standard_is_proposed_a_longer_one():
    assert "usulkan standar 15 menit" in usulan([12] * UKURAN_PALING_SEDIKIT).tindakan
    assert usulan([10]).tindakan == "Dipertahankan."
    assert usulan([]).tindakan == usulan([0, 0, 0]).tindakan == ""


@pytest.mark.parametrize("kali", range(1, UKURAN_PALING_SEDIKIT))
def test_no_standard_is_proposed_from_fewer_rounds_than_a_draft_takes(kali):
    baris = usulan([12] * kali)
    assert baris.penilaian is Penilaian.TIDAK
    assert f"baru terukur {kali} kali; amati lagi" in baris.tindakan
    assert "usulkan standar" not in baris.tindakan


def test_the_figures_are_said_in_a_plain_sentence():
    kinerja = KinerjaLangkah(langkah="a", sebaran=sebaran([900]), terlambat=1, diulang=1)
    assert kalimat_kinerja(kinerja, 450, 450) == (
        "Median 2 hari dari standar 1 hari (1 putaran); 1 putaran melewati tenggat; "
        "1 kali dikembalikan ke langkah ini."
    )
    malam = KinerjaLangkah(langkah="a", sebaran=sebaran([0, 0]))
    assert "di luar jam kerja" in kalimat_kinerja(malam, 450, 450)
    kosong = KinerjaLangkah(langkah="a", sebaran=None, berjalan=1)
    assert kalimat_kinerja(kosong, 450, 450) == (
        "Belum ada putaran yang selesai pada periode ini; 1 putaran sedang berjalan."
    )


def test_every_step_with_work_has_one_row():
    isi = isi_sop("dp3a-kalbar-lkjip")
    kosong = Statistik(daftar_kasus=(), langkah=(), pengembalian=(), menunggu=(), jeda=())
    daftar = usulan_baris(isi, kosong, Satuan(), ATURAN)
    assert [satu.langkah for satu in daftar] == [satu.kode for satu in isi.daftar_langkah_kerja]


def test_the_thresholds_are_dated_data_with_a_source():
    aturan = aturan_penilaian(date(2026, 7, 1))
    assert (aturan.median_persen, aturan.terlambat_persen, aturan.dikembalikan_persen) == (100, 25, 25)
    assert "35/2012" in aturan.sumber
    assert aturan_penilaian(date(1999, 1, 1)) == aturan


@pytest.fixture
def kantor_dp3a(db):
    """(pengelola, sop) with one finished case."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip", jumlah_unit=1)
    kasus_selesai(pengelola, sop, 2025, menit=30)
    return pengelola, sop


def isian(halaman, **ganti):
    """The form as the page proposes it, all rows of it, assessed today."""
    data = IsianHalaman(halaman.content.decode()).isi
    return {**PERIODE, **data, "tanggal": timezone.localdate(), "metode": ["jejak"], **ganti}


def kirim(client, sop, data):
    return client.post(reverse("sop_monitoring_simpan", args=[sop.pk]), data)


def buka(client, pegawai, sop, data=PERIODE):
    client.force_login(pegawai)
    return client.get(reverse("sop_monitoring", args=[sop.pk]), data)


def test_the_form_that_is_kept_is_paper_and_moves_the_next_due_date(client, kantor_dp3a):
    pengelola, sop = kantor_dp3a
    data = isian(buka(client, pengelola, sop), kesimpulan="Cukup baik.")
    kirim(client, sop, data)
    baris = Peninjauan.objects.get(sop=sop)
    kini = hari_ini(sop.instansi)
    assert (baris.jenis, baris.tanggal, baris.catatan) == ("monitoring", kini, "Cukup baik.")
    assert pelanggaran(baca(baris.berkas)) == []
    assert baca(baris.berkas_word).startswith(b"PK")
    assert tinjauan_sop([sop])[sop.pk][0].terakhir == kini
    peristiwa = Peristiwa.objects.get(jenis="sop.ditinjau")
    assert peristiwa.data["berkas"] == baris.berkas.sha256
    assert peristiwa.data["berkas_word"] == baris.berkas_word.sha256


@pytest.mark.parametrize(
    ("kop", "tercetak"),
    [
        (
            ["PEMERINTAH KABUPATEN CONTOH", "BADAN PERENCANAAN"],
            ["PEMERINTAH KABUPATEN CONTOH", "BADAN PERENCANAAN"],
        ),
        ([], ["DINAS PENGGANTI"]),
    ],
)
def test_the_papers_bear_the_kop_of_the_office_not_that_of_the_sop_it_took_over(
    client, kantor_dp3a, kop, tercetak
):
    pengelola, sop = kantor_dp3a
    Instansi.objects.filter(pk=sop.instansi_id).update(kop=kop, nama="Dinas Pengganti")
    kirim(client, sop, isian(buka(client, pengelola, sop)))
    baris = Peninjauan.objects.get(sop=sop)
    dokumen = Document(io.BytesIO(baca(baris.berkas_word)))
    semua = [alinea.text for alinea in dokumen.element.body.iter(f"{W}t")]
    pdf = PdfReader(io.BytesIO(baca(baris.berkas))).pages[0].extract_text()
    milik_sop = sop.daftar_revisi.get().dibaca().identitas.kop[-1]
    for satu in tercetak:
        assert satu in semua
        assert satu in pdf
    assert milik_sop not in semua
    assert milik_sop not in pdf


def test_the_papers_are_read_by_the_office(client, kantor_dp3a, dinas):
    pengelola, sop = kantor_dp3a
    kirim(client, sop, isian(buka(client, pengelola, sop)))
    baris = Peninjauan.objects.get(sop=sop)
    alamat = {
        satu: reverse("sop_peninjauan_berkas", args=[sop.pk, baris.pk, satu]) for satu in ("pdf", "docx", "x")
    }
    staf, _ = buat_pegawai(sop.instansi, "biasa", "Pegawai Biasa")
    client.force_login(staf)
    assert client.get(alamat["pdf"]).headers["Content-Type"] == "application/pdf"
    assert "attachment" in client.get(alamat["docx"]).headers["Content-Disposition"]
    assert client.get(alamat["x"]).status_code == 404
    client.force_login(dinas.orang_luar)
    assert client.get(alamat["pdf"]).status_code == 404


def test_what_was_typed_stays_when_the_form_is_not_complete(client, kantor_dp3a):
    pengelola, sop = kantor_dp3a
    data = isian(buka(client, pengelola, sop))
    data |= {
        "penilaian-perintah": "tidak",
        "tindakan-perintah": "",
        "catatan-format": "Catatan saya <b>sendiri</b>",
        "metode": [],
    }
    jawaban = kirim(client, sop, data)
    halaman = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "Sebutkan tindakan bagi langkah yang tidak berjalan baik." in halaman
    assert "Pilih sedikitnya satu metode." in halaman
    assert "Catatan saya &lt;b&gt;sendiri&lt;/b&gt;" in halaman
    assert not Peninjauan.objects.exists()


def test_a_day_to_come_is_refused(client, kantor_dp3a):
    pengelola, sop = kantor_dp3a
    esok = hari_ini(sop.instansi) + timedelta(days=1)
    jawaban = kirim(client, sop, isian(buka(client, pengelola, sop), tanggal=esok))
    assert "Tanggal penilaian belum tiba." in jawaban.content.decode()


def test_without_any_case_the_rows_are_assessed_by_hand(client, kantor_dp3a):
    pengelola, sop = kantor_dp3a
    halaman = buka(client, pengelola, sop, {"dari": "2020-01-01", "sampai": "2020-06-30"})
    assert "dapat diisi dengan tangan" in halaman.content.decode()
    data = isian(halaman, **{"penilaian-perintah": "baik", "metode": ["wawancara"]})
    kirim(client, sop, data)
    assert "1 langkah berjalan baik" in Peninjauan.objects.get(sop=sop).catatan


def test_an_evaluation_is_noted_with_its_result(client, kantor_dp3a):
    pengelola, sop = kantor_dp3a
    client.force_login(pengelola)
    alamat = reverse("sop_evaluasi", args=[sop.pk])
    kosong = client.post(alamat, {"evaluasi-tanggal": hari_ini(sop.instansi), "evaluasi-catatan": " "})
    assert "Tuliskan hasil evaluasinya." in kosong.content.decode()
    client.post(alamat, {"evaluasi-tanggal": hari_ini(sop.instansi), "evaluasi-catatan": "Perlu revisi."})
    assert Peninjauan.objects.get(jenis="evaluasi").catatan == "Perlu revisi."
    dua_kali = client.post(
        alamat, {"evaluasi-tanggal": hari_ini(sop.instansi), "evaluasi-catatan": "Perlu revisi."}
    )
    assert "sudah tercatat" in dua_kali.content.decode()
    assert Peninjauan.objects.filter(jenis="evaluasi").count() == 1
    besok = hari_ini(sop.instansi) + timedelta(days=1)
    lagi = client.post(alamat, {"evaluasi-tanggal": besok, "evaluasi-catatan": "Perlu revisi."})
    assert "belum tiba" in lagi.content.decode()
    assert Peninjauan.objects.count() == 1


def test_who_may_assess_finds_the_form_from_the_page_of_the_sop(client, kantor_dp3a):
    pengelola, sop = kantor_dp3a
    staf, _ = buat_pegawai(sop.instansi, "biasa", "Pegawai Biasa")
    formulir = reverse("sop_monitoring", args=[sop.pk]).encode()
    for pegawai, tampak in ((pengelola, True), (staf, False)):
        client.force_login(pegawai)
        assert (formulir in client.get(reverse("sop", args=[sop.pk])).content) is tampak


def test_the_penanggung_jawab_assesses_and_an_ordinary_officer_does_not(client, kantor_dp3a):
    _, sop = kantor_dp3a
    isi = sop.daftar_revisi.get().dibaca()
    jabatan = sop.daftar_peran.get(nama=isi.penanggung_jawab_berlaku).jabatan
    kadis = pemegang(jabatan).get()
    kirim(client, sop, isian(buka(client, kadis, sop)))
    assert Peninjauan.objects.get(sop=sop).sebagai == jabatan.nama
    staf, _ = buat_pegawai(sop.instansi, "biasa", "Pegawai Biasa")
    assert buka(client, staf, sop).status_code == 404


def test_a_form_filled_for_a_revision_that_was_replaced_meanwhile_is_not_kept(client, kantor_dp3a):
    pengelola, sop = kantor_dp3a
    data = isian(buka(client, pengelola, sop), revisi="1", kesimpulan="Cukup baik.")
    berlakukan(pengelola, sop)
    jawaban = kirim(client, sop, data)
    halaman = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "Revisi 2 SOP ini sudah berlaku menggantikan yang Anda tinjau" in halaman
    assert "Cukup baik." in halaman
    evaluasi = {"revisi": "1", "evaluasi-tanggal": hari_ini(sop.instansi), "evaluasi-catatan": "Baik."}
    assert client.post(reverse("sop_evaluasi", args=[sop.pk]), evaluasi).status_code == 422
    assert not Peninjauan.objects.exists()


def test_the_page_says_which_revision_it_was_made_from(client, kantor_dp3a):
    pengelola, sop = kantor_dp3a
    berlakukan(pengelola, sop)
    assert (
        buka(client, pengelola, sop).content.decode().count('<input type="hidden" name="revisi" value="2">')
        == 2
    )


def test_nothing_is_printed_for_whoever_may_not_assess(kantor_dp3a, monkeypatch):
    _, sop = kantor_dp3a
    staf, _ = buat_pegawai(sop.instansi, "biasa", "Pegawai Biasa")
    dicetak = []
    monkeypatch.setattr("lapkin.alur.actions.usulan.cetak_pdf", dicetak.append)
    with pytest.raises(Ditolak, match="Hanya penanggung jawab"):
        actions.simpan_monitoring(
            pegawai=staf,
            revisi=sop.daftar_revisi.get(),
            periode=TAHUN_2026,
            tanggal=hari_ini(sop.instansi),
            metode=["Wawancara dengan pelaksana"],
            ukuran="-",
            baris=(),
        )
    assert dicetak == []


def test_what_was_typed_stays_when_the_day_is_before_the_revision_came_into_force(client, kantor_dp3a):
    pengelola, sop = kantor_dp3a
    kemarin = hari_ini(sop.instansi) - timedelta(days=1)
    jawaban = kirim(client, sop, isian(buka(client, pengelola, sop), tanggal=kemarin, kesimpulan="Baik."))
    assert jawaban.status_code == 422
    assert "baru berlaku di sini sejak" in jawaban.content.decode()
    assert "Baik." in jawaban.content.decode()
    assert not Peninjauan.objects.exists()
