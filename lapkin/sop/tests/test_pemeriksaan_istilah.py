"""Mistyped terms: the words of every office are left alone, and every term is known by its usual slips."""

import pytest

from lapkin.sop.aturan.bacaan import baca_data
from lapkin.sop.aturan.istilah import seharusnya
from lapkin.sop.pemeriksaan import periksa
from lapkin.sop.sop import Kelengkapan
from lapkin.sop.tests.contoh_kecil import PADA, langkah, sop, temuan

KATA_KANTOR = """
    mereka menyusui laporkan lampirkan memerintah valuasi perjanjikan merekam merekat menyusul menyusut meresap
    anggapan anggarkan anggarannya dianggarkan penganggaran evakuasi evaluator mengevaluasikan dievaluasi pengevaluasian
    pemeriksa pemeriksaan diperiksa memeriksakan terperiksa periksa koreksi koleksi koneksi mengoleksi dikoreksi
    pelapor melapor melaporkan terlapor dilaporkan pelaporannya laporannya lapangan lampiran melampirkan terlampir
    dilampirkan lampau lamaran lompatan laboran melaksanakan dilaksanakan terlaksana pelaksanaannya laksanakan
    perintah memerintahkan diperintahkan terperintah pemerintahnya kepemerintahan perencana merencanakan direncanakan
    terencana berencana rencananya bencana kebencanaan lencana perjanjiannya menjanjikan berjanji dijanjikan
    pengumpul mengumpul dikumpulkan terkumpul berkumpul kumpulan pengumpulannya penyusun penyusunnya tersusun disusun
    menyusunnya susunan menyusuri penyusutan penyusupan menghimpunnya terhimpun dihimpun penghimpun himpunan
    menyampaikannya disampaikan tersampaikan penyampaian menyimpan sampaikan menyampingkan mengarsip arsiparis
    pengarsipan diarsipkan arsipkan mengapkir menggandeng digandakan menggandengkan penggandaan gandakan mengadakan
    kinerjanya kerja bekerja pekerja kinetik dokumennya dokumentasi mendokumentasikan monumen argumen instrumen
    instansinya instalasi instan inflasi inspeksi menginspeksi inspektoratnya inspirasi sekretariatnya kesekretariatan
    sekretarisnya sektor indikatornya indikasi mengindikasikan vibrator akuntansi akuntan akuntabel kapabilitas
    realisasinya merealisasikan terealisasi realitas relokasi relaksasi disposisinya mendisposisikan posisi komposisi
    indicator dispensasi triwulanan caturwulan bulanan tahunan semester persentasenya presentasi mempresentasikan
    prosentase representasi gubernurnya kegubernuran guru kelengkapannya melengkapi dilengkapi lengkap pelengkap
    kelangkaan ditandatanganinya tandatangan bertanda dikembalikannya mengembalikan kembalikan pengembalian dikembangkan
    direktur direktorat inspektorat regional nasional kasubag kasubbid Kabupaten Kalimantan Landak Jambi Pontianak
"""
SINGKATAN = """
    RPJMN RPJPN RPJMD RPJPD RKP RKPD APBN APBD APBNP APBDP PAPBD RAPBD RAPBN RKPDP RKA DPA DPPA RKAP KUA PPAS LKjIP
    LKJIPD LKPJ LPPD ILPPD LKPD LKPP LAKIP LKIP SAKIP eSAKIP SIPD SIMDA SPIP APIP SKPKD SKPD OPD UPTD UPT RENSTRA RENJA
    RENAKSI PERMENPAN PERMENPANRB BAPPEDA BAPPENAS BPKAD BKPSDM BPKP BPK KEMENPANRB PANRB LHE LHR LKE IKU IKK IKD PK RHK
    SPBE SPM TAPD PPTK KPA PPK SPJ SPPD SPD SP2D NPHD DAK DAU DBH ASN PNS PPPK RSUD SEKDA SETDA DPRD KOMINFO DISKOMINFO
"""
# All in capitals, every word has the look of an abbreviation.
KAPITAL = """
    RUMAH SAKIT UMUM DAERAH DINAS KESEHATAN PASAR SAKTI SALIP LAHIR AKTIP APEL RAPI OPERASI KERJA RENCANA KELURAHAN
    KECAMATAN BADAN PENDAPATAN PAJAK DAN RETRIBUSI BAHASA SATUAN POLISI PAMONG PRAJA LEMBAGA LAYANAN PENGADAAN
"""


def test_there_are_enough_words_of_the_office_here():
    assert len(KATA_KANTOR.split()) > 150


@pytest.mark.parametrize("teks", [KATA_KANTOR, KATA_KANTOR.title(), KATA_KANTOR.upper(), SINGKATAN, KAPITAL])
def test_words_of_the_office_are_no_slips(teks):
    assert [(kata, benar) for kata in teks.split() if (benar := seharusnya(kata))] == []


@pytest.mark.parametrize(
    "kop", [("RUMAH SAKIT UMUM DAERAH",), ("PEMERINTAH KABUPATEN LANDAK", "INSPEKTORAT")]
)
def test_a_kop_in_capitals_has_no_slips(kop):
    assert [aturan for aturan, _ in temuan(sop(kop=kop)) if "salah-ketik" in aturan] == []


def tertukar(istilah: str) -> set[str]:
    """Every pair of neighbours in each other's place."""
    return {
        istilah[:n] + istilah[n + 1] + istilah[n] + istilah[n + 2 :]
        for n in range(len(istilah) - 1)
        if istilah[n] != istilah[n + 1]
    }


def berganda(istilah: str) -> set[str]:
    """Every letter typed twice."""
    return {istilah[:n] + istilah[n] + istilah[n:] for n in range(len(istilah))}


def hilang(istilah: str) -> set[str]:
    """Every letter inside left out."""
    return {istilah[:n] + istilah[n + 1 :] for n in range(2, len(istilah) - 3)}


def terganti(istilah: str) -> set[str]:
    """A letter inside that no Indonesian word of office has there."""
    return {istilah[:n] + "x" + istilah[n + 1 :] for n in range(1, len(istilah) - 1)}


@pytest.mark.parametrize("slip", [tertukar, berganda, hilang, terganti])
@pytest.mark.parametrize("istilah", baca_data("istilah")["kata"])
def test_a_slip_of_a_known_word_is_found(istilah, slip):
    # Two terms of the list lie so near each other that a slip may be taken for either.
    kerabat = {istilah, "pelaksana", "pelaksanaan", "pemerintah", "pemerintahan", "inspektur", "inspektorat"}
    benar = {"inspektor", *baca_data("istilah")["juga_benar"]}
    meleset = [kata for kata in slip(istilah) - benar if seharusnya(kata) not in kerabat]
    assert meleset == []


@pytest.mark.parametrize(
    "istilah", [satu for satu in baca_data("istilah")["singkatan"] if len(satu) >= 5 and satu != "LAKIP"]
)
def test_a_slip_of_an_abbreviation_is_found(istilah):
    assert {seharusnya(kata) for kata in tertukar(istilah) | berganda(istilah)} == {istilah}


@pytest.mark.parametrize(
    ("kata", "istilah"),
    [
        ("KLJIP", "LKJIP"),
        ("LJKIP", "LKJIP"),
        ("LKJjIP", "LKJIP"),
        ("Merikap", "merekap"),
        ("presentase", "persentase"),
        ("diandatangani", "ditandatangani"),
        ("mengandatangani", "menandatangani"),
        ("LAPORNA", "laporan"),
        ("sekertaris", "sekretaris"),
        ("Diposisi", "disposisi"),
    ],
)
def test_slips_seen_in_print_are_answered_with_the_nearest_term(kata, istilah):
    assert seharusnya(kata) == istilah


def test_a_slip_in_what_a_row_needs_is_found_with_and_without_a_printed_cell():
    tercetak = langkah(2, kelengkapan_tercetak="Bahan lapoarn")
    bernama = langkah(2, kelengkapan=(Kelengkapan(nama="Bahan lapoarn", dari="l1"),))
    assert temuan(sop(langkah(1), tercetak)) == [("salah-ketik", "l2")]
    assert temuan(sop(langkah(1), bernama)) == [("salah-ketik", "l2")]


@pytest.mark.parametrize(
    ("teks", "perbaikan"),
    [
        ("Undang Undang", 'Tulis dengan tanda hubung: "Undang-Undang".'),
        ("satu  satu", 'Tulis dengan tanda hubung: "satu-satu".'),
        ("yang yang", 'Hapus salah satu "yang".'),
        ("BARAT BARAT", 'Hapus salah satu "BARAT", atau, bila memang kata ulang, tulis "BARAT-BARAT".'),
    ],
)
def test_a_reduplication_gets_its_hyphen_and_a_particle_goes(teks, perbaikan):
    (satu,) = periksa(sop(kualifikasi=(f"Memahami {teks} itu",)), pada=PADA)
    assert (satu.aturan, satu.perbaikan) == ("kata-berulang", perbaikan)
