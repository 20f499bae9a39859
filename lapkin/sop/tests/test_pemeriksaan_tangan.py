"""Rules about paraf, tanda tangan and deadlines: each on the smallest SOP that breaks it and on one that keeps it."""

from dataclasses import replace

import pytest

from lapkin.sop.pemeriksaan import periksa
from lapkin.sop.sop import Jenis, Kelengkapan, Langkah, Output, Pekerjaan, Peran
from lapkin.sop.tests.contoh_kecil import PADA, langkah, sop, temuan


def paraf(nomor: int, naskah: str = "lkjip", **lain) -> Langkah:
    pekerjaan = (Pekerjaan(jenis=Jenis.PARAF, oleh=("Staf",), naskah=naskah),)
    return langkah(nomor, pekerjaan=pekerjaan, **lain)


def test_an_initialled_paper_needs_a_paraf_before():
    meminta = langkah(2, kelengkapan_tercetak="Konsep yang sudah di paraf")
    assert temuan(sop(langkah(1), meminta)) == [("paraf-belum-ada", "l2")]
    assert temuan(sop(paraf(1, naskah="surat"), meminta)) == [("paraf-belum-ada", "l2")]
    assert temuan(sop(paraf(1), meminta)) == []
    assert temuan(sop(langkah(1, kegiatan="Menulis dan memberi paraf"), meminta)) == []


@pytest.mark.parametrize(
    "kelengkapan", ["Konsep di-paraf", "Konsep terparaf", "Konsep berparaf", "Konsep yang sudah diparafi"]
)
def test_a_paraf_is_known_by_any_of_its_words(kelengkapan):
    assert temuan(sop(langkah(1), langkah(2, kelengkapan_tercetak=kelengkapan))) == [
        ("paraf-belum-ada", "l2")
    ]


@pytest.mark.parametrize(
    "kelengkapan",
    ["Konsep yang belum diparaf", "Konsep untuk diparaf", "Konsep siap diparaf", "Lembar paraf"],
)
def test_what_is_still_to_be_initialled_needs_no_paraf_before(kelengkapan):
    assert temuan(sop(langkah(1), langkah(2, kelengkapan_tercetak=kelengkapan))) == []


def test_a_paper_from_outside_was_initialled_outside():
    dari_luar = Kelengkapan(nama="Surat yang sudah diparaf", dari="luar")
    bahan = Kelengkapan(nama="Bahan", dari="l1")
    assert temuan(sop(langkah(1), langkah(2, kelengkapan=(dari_luar, bahan)))) == []
    dari_sini = replace(dari_luar, dari="l1")
    assert temuan(sop(langkah(1), langkah(2, kelengkapan=(dari_luar, dari_sini)))) == [
        ("paraf-belum-ada", "l2")
    ]


@pytest.mark.parametrize(
    "tercetak",
    [
        "Bahan ditandatangani gubernur",
        "Bahan bertanda tangan Gubernur",
        "Bahan ditanda-tangani Gubernur",
        "Bahan yang sudah di tanda tangani oleh Bapak Gubernur",
        "Bahan tertandatangani Wakil Gubernur",
        "Bahan ditandatangani Sekda",
        "Bahan ditandatangani kepala badan",
    ],
)
def test_a_signer_is_known_in_the_printed_cell_however_it_is_written(tercetak):
    pembuat = langkah(1, output=(Output(nama="Bahan", penanda_tangan="Kepala Dinas"),))
    isi = sop(
        pembuat, langkah(2, kelengkapan_tercetak=tercetak), peran=(Peran(nama="Kepala Dinas", kunci="kadis"),)
    )
    assert temuan(isi) == [("penanda-tangan-berlainan", "l2")]


@pytest.mark.parametrize(
    "tercetak",
    [
        "Bahan ditandatangani Kadis",
        "Bahan ditandatangani Plt. Kepala Dinas",
        "Bahan ditandatangani Kepala OPD",
        "Bahan ditandatangani Kepala Perangkat Daerah",
        "Bahan ditandatangani Pimpinan",
        "Bahan yang sudah ditandatangani Secara Elektronik",
        "Bahan yang akan ditandatangani Gubernur",
        "Bahan yang belum ditandatangani Gubernur",
        "Bahan untuk ditandatangani Gubernur",
        "Surat Gubernur yang sudah ditandatangani",
    ],
)
def test_another_name_of_the_signer_or_no_name_is_no_contradiction(tercetak):
    pembuat = langkah(1, output=(Output(nama="Bahan", penanda_tangan="Kepala Dinas"),))
    isi = sop(
        pembuat, langkah(2, kelengkapan_tercetak=tercetak), peran=(Peran(nama="Kepala Dinas", kunci="kadis"),)
    )
    assert temuan(isi) == []


def test_the_signer_of_a_row_is_also_who_does_its_signing():
    menandatangani = langkah(
        1, pekerjaan=(Pekerjaan(jenis=Jenis.TANDA_TANGAN, oleh=("Staf", "Kepala"), naskah="lkjip"),)
    )
    gubernur = langkah(2, kelengkapan_tercetak="Bahan ditandatangani Gubernur")
    kepala = replace(gubernur, kelengkapan_tercetak="Bahan ditandatangani Kepala")
    lengkap = replace(menandatangani, pelaksana=("Staf", "Kepala"))
    assert temuan(sop(lengkap, gubernur)) == [("penanda-tangan-berlainan", "l2")]
    assert temuan(sop(lengkap, kepala)) == []


def test_a_paper_from_outside_was_signed_outside():
    pembuat = langkah(1, output=(Output(nama="Bahan", penanda_tangan="Kepala"),))
    dari_luar = (
        Kelengkapan(nama="Bahan", dari="l1"),
        Kelengkapan(nama="Surat yang ditandatangani Gubernur", dari="luar"),
    )
    assert temuan(sop(pembuat, langkah(2, kelengkapan=dari_luar))) == []


def test_a_signed_paper_has_the_signer_of_the_row_that_makes_it():
    pembuat = langkah(1, output=(Output(nama="Bahan", penanda_tangan="Kepala"),))
    bahan = Kelengkapan(nama="Bahan yang sudah ditandatangani Gubernur", dari="l1")
    assert temuan(sop(pembuat, langkah(2, kelengkapan=(bahan,)))) == [("penanda-tangan-berlainan", "l2")]
    cocok = replace(bahan, nama="Bahan yang ditandatangani oleh Kepala")
    assert temuan(sop(pembuat, langkah(2, kelengkapan=(cocok,)))) == []
    assert temuan(sop(langkah(1), langkah(2, kelengkapan=(bahan,)))) == []


def test_a_duration_and_a_date_are_two_statements_of_one_deadline():
    menunggu = langkah(1, kegiatan="Menulis paling lambat sebelum Tgl 11 Januari")
    assert temuan(sop(menunggu)) == [("batas-berlainan", "l1")]
    assert temuan(sop(replace(menunggu, paling_lambat="01-10"))) == [("batas-berlainan", "l1")]
    assert temuan(sop(replace(menunggu, paling_lambat="01-11"))) == [("batas-berlainan", "l1")] * 2
    assert temuan(sop(langkah(1, kegiatan="Menulis rapat tanggal 11 Januari"))) == []
    assert temuan(sop(langkah(1, kegiatan="Menulis paling lambat 3 hari"))) == []


@pytest.mark.parametrize(
    ("kalimat", "terakhir"),
    [
        ("paling lambat 11 Januari", "01-11"),
        ("selambat-lambatnya tanggal 11 Januari 2027", "01-11"),
        ("paling lambat pada tgl. 5 Peb", "02-05"),
        ("paling lambat hari Jumat, 11 Januari", "01-11"),
        ("sebelum 11 Januari", "01-10"),
        ("sebelum 1 Januari", "12-31"),
        ("paling lambat akhir Februari", "02-28"),
        ("batas waktu akhir bulan Maret", "03-31"),
        ("paling lambat bulan Februari", "02-28"),
        ("paling lambat Februari", "02-28"),
        ("paling lambat sebelum bulan Maret", "02-28"),
        ("Laporan dikumpulkan sampai dengan 11 Januari", "01-11"),
        ("Menulis s.d. 11 Januari", "01-11"),
        ("Menunggu laporan PD, paling lambat 11 Januari", "01-11"),
    ],
)
def test_the_last_day_is_read_from_the_words(kalimat, terakhir):
    tanpa_waktu = langkah(1, kegiatan=kalimat, paling_lambat=terakhir)
    assert temuan(sop(tanpa_waktu)) == [("batas-berlainan", "l1")], "beside the standard time of one day"
    (berlainan,) = [
        t.kalimat
        for t in periksa(sop(replace(tanpa_waktu, paling_lambat="07-07")), pada=PADA)
        if "7 Juli" in t.kalimat
    ]
    assert "sedangkan batas yang dihitung ialah 7 Juli" in berlainan


@pytest.mark.parametrize(
    "kalimat",
    [
        "Menyampaikan data capaian sampai dengan 31 Desember",
        "Menghitung realisasi anggaran hingga 31 Desember",
        "Merekap capaian periode 1 Januari s.d. 31 Desember",
        "Menulis laporan mulai 1 Januari sampai 31 Desember",
        "Menulis paling lambat 3 hari setelah rapat tanggal 11 Januari",
        "Menulis paling lambat tanggal 10 setiap bulan",
        "Menyampaikan realisasi anggaran triwulan I, II, III dan IV sampai dengan 31 Desember",
        "Mengumpulkan laporan bulan Januari sampai bulan Desember",
        "Menulis sampai selesai",
        "Menulis sebelum rapat",
    ],
)
def test_a_day_up_to_which_data_are_counted_is_no_deadline(kalimat):
    assert temuan(sop(langkah(1, kegiatan=kalimat))) == []


def test_two_last_days_in_one_row_are_two_statements():
    dua = langkah(1, kegiatan="Menulis paling lambat 11 Januari", keterangan="Paling lambat 15 Januari")
    assert temuan(sop(dua)) == [("batas-berlainan", "l1")] * 2
    sama = replace(dua, keterangan="Paling lambat tanggal 11 Januari")
    assert temuan(sop(sama)) == [("batas-berlainan", "l1")]
