"""Rules about numbers, words, dates and laws: each on the smallest SOP that breaks it and on one that keeps it."""

from dataclasses import replace

import pytest

from lapkin.sop.aturan.hukum import daftar_peraturan
from lapkin.sop.aturan.kutipan import daftar_kutipan
from lapkin.sop.aturan.lembaga import bentuk_lembaga
from lapkin.sop.pemeriksaan import Keadaan
from lapkin.sop.sop import Langkah, Peran, TanggalTercetak
from lapkin.sop.tests.contoh_kecil import langkah, sop, temuan


def tanggal(**tercetak: str) -> dict[str, TanggalTercetak]:
    return {f"tanggal_{nama}": TanggalTercetak(tercetak=teks) for nama, teks in tercetak.items()}


def test_an_sop_without_faults_has_no_findings():
    assert temuan(sop()) == []


@pytest.mark.parametrize(
    "nomor", ["", "  ", "065/ /DPP-PA.A", "/2026", "700/", "....", "12/__/2026", "700//2026"]
)
def test_a_number_with_a_hole_is_blank(nomor):
    assert temuan(sop(nomor=nomor)) == [("nomor-kosong", "")]


@pytest.mark.parametrize("nomor", ["09", "ORG.2.2.2", "065 / 1 / 02-B", "700/ 38 /ITKAB/2021"])
def test_a_filled_number_is_not_blank(nomor):
    assert temuan(sop(nomor=nomor)) == []


@pytest.mark.parametrize(
    ("nomor", "harapan"),
    [
        ("1 2 3", []),
        ("1. 2) 3.", []),
        ("1 1a 2", []),
        ("1 - 2", []),
        ("2 3", [("nomor-melompat", "l1")]),
        ("1 2 4", [("nomor-melompat", "l3")]),
        ("1 5", [("nomor-melompat", "l2")]),
        ("1 2 2", [("nomor-berulang", "l3")]),
        ("1 2 5 3 4", [("nomor-tidak-urut", "l3")]),
        ("1 3 4 2", [("nomor-tidak-urut", "l4")]),
    ],
)
def test_numbers_of_rows_run_from_one_without_gaps(nomor, harapan):
    baris = [langkah(n, no=no) for n, no in enumerate(nomor.split(), start=1)]
    assert temuan(sop(*baris)) == harapan


def test_a_row_with_work_has_a_number_and_a_marker_needs_none():
    mulai = Langkah(kode="mulai", no="", kegiatan="Mulai", penanda="mulai")
    assert temuan(sop(mulai, langkah(1), langkah(2, no=" "))) == [("nomor-hilang", "l2")]


def test_the_numbers_of_another_list_are_left_over():
    assert temuan(sop(dasar_hukum=("9. Peraturan Daerah",))) == [("butir-bernomor", "")]
    assert temuan(sop(dasar_hukum=("Peraturan Daerah 9",))) == []


@pytest.mark.parametrize(
    "judul", ["Penyusunan KLJIP", "Penyusnan LKjIP", "PENYUSUNAN LAPORNA KINERJA", "SAIKP"]
)
def test_a_known_term_mistyped_in_the_title_is_found(judul):
    assert temuan(sop(judul=judul)) == [("judul-salah-ketik", "")]


@pytest.mark.parametrize(
    "judul", ["Penyusunan LKJIP", "LAKIP", "Penyusutan Arsip", "Reviu SKPKD", "Pelaksanaan"]
)
def test_a_word_that_only_resembles_a_term_is_no_typo(judul):
    assert temuan(sop(judul=judul)) == []


def test_a_typo_in_a_row_stands_at_its_row():
    assert temuan(sop(langkah(1, kegiatan="Merikap data"), langkah(2))) == [("salah-ketik", "l1")]


def test_two_titles_that_disagree_are_noted():
    assert temuan(sop(judul_tabel="SOP Pengiriman LKjIP")) == [("judul-berlainan", "")]
    assert temuan(sop(judul="Penyusunan LAKIP", judul_tabel="SOP Penyusunan LKJIP")) == [
        ("judul-berlainan", "")
    ]
    assert temuan(sop(judul_tabel="SOP Penyusunan LKJIP")) == []
    assert temuan(sop(judul_tabel="Penyusunan Laporan Kinerja Instansi Pemerintah")) == []
    assert temuan(sop(judul="Penyusunan Laporan Kinerja", judul_tabel="Penyusunan LKjIP")) == []


def test_a_word_printed_twice_is_found_and_a_hyphen_makes_one_word():
    assert temuan(sop(kop=("DINAS CONTOH BARAT BARAT",))) == [("kata-berulang", "")]
    assert temuan(sop(langkah(1, kegiatan="Menulis yang Yang benar"))) == [("kata-berulang", "l1")]
    assert temuan(sop(kualifikasi=("Memahami aturan-aturan 2 2",))) == []


def test_a_column_is_called_by_one_name():
    kasubbag = Peran(nama="Kasubbag", kunci="kasubbag")
    sebut = langkah(1, kegiatan="Menulis untuk Kasubbag Program")
    assert temuan(sop(sebut, peran=(kasubbag,))) == [("sebutan-berlainan", "l1")]
    assert temuan(sop(langkah(1, kegiatan="Menulis untuk Kasubbag saja"), peran=(kasubbag,))) == []
    assert temuan(sop(sebut, peran=(replace(kasubbag, nama="Kasubbag Program"),))) == []


def test_a_column_has_one_spelling():
    assert temuan(sop(peran=(Peran(nama="Bagian", kunci="bagian", ejaan_lain=("Bagain",)),))) == [
        ("ejaan-peran", "")
    ]
    assert temuan(sop(peran=(Peran(nama="Bagian", kunci="bagian", ejaan_lain=("Bagian.",)),))) == []


@pytest.mark.parametrize(
    ("cetak", "aturan"),
    [
        (tanggal(pembuatan="4 Juni 2021", efektif="3 Juni 2021"), ["tanggal-tidak-urut"]),
        (tanggal(pembuatan="Juli 2021", revisi="Juni 2021"), ["tanggal-tidak-urut"]),
        (tanggal(revisi="5 Juli 2021", efektif="4 Juli 2021"), ["tanggal-tidak-urut"]),
        (tanggal(revisi="Agustus 2021", pengesahan="Juli 2021"), ["tanggal-tidak-urut"]),
        (
            tanggal(pembuatan="Juni 2020", revisi="Juli 2020", efektif="Agustus 2020"),
            ["revisi-sebelum-berlaku"],
        ),
        (tanggal(pembuatan="Juni 2018", revisi="Juli 2020", efektif="Agustus 2020"), []),
        (tanggal(pembuatan="06 April 2021", efektif="April 2021"), []),
        (tanggal(pembuatan="4 Juni 2021", revisi="4 Juni 2021", efektif="4 Juni 2021"), []),
        (tanggal(pengesahan="4 Juni 2021", efektif="3 Juni 2021"), ["tanggal-tidak-urut"]),
        (tanggal(pengesahan="4 Juni 2021", efektif="4 Juli 2021"), []),
        (
            tanggal(revisi="5 Juni 2021", pengesahan="4 Juni 2021", efektif="6 Juni 2021"),
            ["tanggal-tidak-urut"],
        ),
        (tanggal(pembuatan="31 Februari 2021"), ["tanggal-tidak-terbaca"]),
        (tanggal(pembuatan="awal tahun", revisi="2020", efektif="Foo 2020"), ["tanggal-tidak-terbaca"] * 3),
        (tanggal(revisi="-", efektif="...", pengesahan="Belum ada revisi"), []),
    ],
)
def test_made_then_revised_then_in_force(cetak, aturan):
    assert temuan(sop(**cetak)) == [(satu, "") for satu in aturan]


def test_the_kop_and_the_heads_are_of_one_kind_of_agency():
    staf, karo = Peran(nama="Staf", kunci="staf"), Peran(nama="KARO", kunci="karo")
    kadis = Peran(nama="Kepala Dinas", kunci="kadis")
    assert temuan(replace(sop(), peran=(staf, karo))) == [("kop-berlainan", "")]
    assert temuan(replace(sop(), peran=(staf, karo, kadis))) == []
    di_biro = sop(kop=("SEKRETARIAT DAERAH", "BIRO ORGANISASI"))
    assert temuan(replace(di_biro, peran=(staf, karo))) == []


@pytest.mark.parametrize(
    ("kop", "peran", "berlainan"),
    [
        ("SEKRETARIAT DAERAH", "Kepala Dinas", True),
        ("SEKRETARIAT DAERAH", "Karo", False),
        ("SEKRETARIAT DAERAH BIRO ORGANISASI", "Sekda", False),
        ("RUMAH SAKIT UMUM DAERAH CONTOH", "Kadis", True),
        ("RUMAH SAKIT UMUM DAERAH CONTOH", "Direktur", False),
        ("PEMERINTAH KOTA CONTOH DINAS KOMINFO", "Karo", True),
        ("PEMERINTAH KOTA CONTOH DINAS KOMINFO", "Plt. Kepala Dinas", False),
        ("DINAS CONTOH", "Sekda", False),
        ("INSPEKTORAT DAERAH", "Camat", True),
        ("KECAMATAN CONTOH", "Lurah", False),
        ("PEMERINTAH KABUPATEN CONTOH", "Kadis", False),
        ("Jalan Merdeka Kecamatan Contoh", "Kadis", False),
    ],
)
def test_the_kind_of_agency_is_read_anywhere_in_the_kop(kop, peran, berlainan):
    staf_saja = replace(
        sop(kop=(kop,)), peran=(Peran(nama="Staf", kunci="staf"), Peran(nama=peran, kunci="p"))
    )
    assert temuan(staf_saja) == ([("kop-berlainan", "")] if berlainan else [])


def test_guests_of_another_kind_are_no_contradiction_beside_the_own_head():
    inspektur = Peran(nama="Inspektur", kunci="inspektur")
    assert temuan(sop(peran=(inspektur,))) == [], "the head is there, called Kepala"
    tanpa_kepala = replace(sop(), peran=(Peran(nama="Staf", kunci="staf"), inspektur))
    assert temuan(tanpa_kepala) == [("kop-berlainan", "")]


def test_the_kop_is_of_the_office_that_runs_the_sop():
    assert temuan(sop(), Keadaan(bentuk_lembaga="Inspektorat")) == [("kop-bukan-kantor-ini", "")]
    assert temuan(sop(), Keadaan(bentuk_lembaga="Dinas")) == []
    biro = Keadaan(bentuk_lembaga=bentuk_lembaga("Biro Organisasi Sekretariat Daerah"))
    assert biro.bentuk_lembaga == "Biro"
    assert temuan(sop(kop=("SEKRETARIAT DAERAH",)), biro) == []


@pytest.mark.parametrize(
    ("teks", "aturan"),
    [
        ("Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah", ["hukum-dicabut"]),
        ("UU 32/2004", ["hukum-dicabut"]),
        ("PermenPAN-RB No. 29 Tahun 2010", ["hukum-dicabut"]),
        ("Permenpan Nomor 12 Tahun 2015", ["hukum-dicabut"]),
        ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", []),
        ("Peraturan Daerah Nomor 32 Tahun 2004 tentang Pemerintahan Daerah", []),
        ("Permendagri No. 86 Tahun 2016 tentang Perencanaan Pembangunan Daerah.", ["hukum-salah-tahun"]),
        ("Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2016 tentang Batas Daerah", []),
        ("Permendagri 86 Tahun 2016", ["hukum-tahun-meragukan"]),
        ("Permendagri Nomor 86 Tahun 2015", []),
        ("PP Nomor 12 Tahun 2018", []),
        (
            "PermenPAN-RB 35/2012 tentang Petunjuk Penyusunan Standar Operasional Prosedur",
            ["hukum-salah-judul"],
        ),
        ("PermenPAN-RB 35/2012 tentang Pedoman Penyusunan Standar Operasional Prosedur", []),
        ("UU 32 Tahun 2004", ["hukum-dicabut"]),
        ("UU RI No.32 THN 2004", ["hukum-dicabut"]),
        ("Undang - Undang Nomor 32 Tahun 2004", ["hukum-dicabut"]),
        ("Peraturan Menteri Negara PAN dan RB No. 29 Tahun 2010", ["hukum-dicabut"]),
        ("Permen PAN dan RB 29 Tahun 2010", ["hukum-dicabut"]),
        ("PP 58 Tahun 2005 ttg Keuangan Negara", ["hukum-dicabut", "hukum-salah-judul"]),
        ("Undang-Undang\nNomor 32 Th. 2004", ["hukum-dicabut"]),
        ("Permen PAN-RB No. 29/2010", ["hukum-dicabut"]),
        ("PermenPANRB 29/2010", ["hukum-dicabut"]),
        ("PermenPAN/RB 29/2010", ["hukum-dicabut"]),
        ("Peraturan Menteri PAN dan RB Nomor 29 Tahun 2010", ["hukum-dicabut"]),
        ("Peraturan Menteri PANRB Nomor 29 Tahun 2010", ["hukum-dicabut"]),
        ("Peraturan MenPAN-RB Nomor 29 Tahun 2010", ["hukum-dicabut"]),
        ("Permendagri 54 Tahun 2010", ["hukum-dicabut"]),
        ("Peraturan Bupati 32 Tahun 2004 tentang UU Desa", []),
        ("UU tentang Desa dan Peraturan Bupati Nomor 32 Tahun 2004", []),
        ("UU 32 Tahun 2004 sebagai pengganti UU 22 Tahun 1999", ["hukum-dicabut"]),
        ("UU 23/2014 tentang Pemerintahan Daerah sebagai pengganti UU 32/2004", []),
        ("UU 23/2014 tentang Pemerintahan Daerah, yang mencabut UU 22/1999 dan UU 32/2004", []),
    ],
)
def test_the_legal_basis_is_held_against_the_data(teks, aturan):
    assert temuan(sop(dasar_hukum=(teks,))) == [(satu, "") for satu in aturan]


def test_all_citations_of_a_text_are_read():
    teks = "UU No 32 Tahun 2004 tentang Pemerintahan Daerah sebagaimana telah diubah dengan UU Nomor: 12 Tahun 2008"
    assert [(k.jenis, k.nomor, k.tahun, k.tentang.strip()) for k in daftar_kutipan(teks)] == [
        ("UU", 32, 2004, "Pemerintahan Daerah"),
        ("UU", 12, 2008, ""),
    ]


@pytest.mark.parametrize(
    "ekor",
    [
        "",
        ".",
        " yang telah beberapa kali diubah terakhir dengan UU Nomor 9 Tahun 2015",
        " sebagaimana telah diubah beberapa kali",
        " beserta perubahannya",
        " dan perubahannya",
        " [LN 244]",
        " (Lembaran Negara Tahun 2014 Nomor 244)",
        ", Tambahan Lembaran Negara Nomor 5587",
        " dan PP 12/2017 tentang Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah",
        " jo. UU 9/2015",
        " menjadi Undang-Undang",
    ],
)
@pytest.mark.parametrize("peraturan", daftar_peraturan(), ids=lambda p: p.sebutan)
def test_the_official_title_is_right_whatever_stands_after_it(peraturan, ekor):
    teks = f"{peraturan.sebutan} tentang {peraturan.tentang}{ekor}"
    ditemukan = [
        (aturan, langkah) for aturan, langkah in temuan(sop(dasar_hukum=(teks,))) if "judul" in aturan
    ]
    assert ditemukan == []


@pytest.mark.parametrize(
    "judul",
    [
        "Perpres 29/2014 tentang SAKIP",
        "PermenPAN-RB 53/2014 tentang Petunjuk Teknis PK, Pelaporan Kinerja dan Tata Cara Reviu atas LKjIP",
        "PermenPAN-RB 35/2012 tentang Pedoman Penyusunan SOP AP",
        "PermenPAN-RB 88/2021 tentang Evaluasi AKIP",
        "Permendagri 86/2017 tentang Tata Cara Evaluasi Rancangan Perda tentang RPJPD dan RPJMD",
    ],
)
def test_a_title_may_be_shortened_to_its_initials(judul):
    assert temuan(sop(dasar_hukum=(judul,))) == []


def test_every_regulation_has_a_source_and_a_revoked_one_a_successor():
    assert len({p.sebutan for p in daftar_peraturan()}) == len(daftar_peraturan())
    assert all(p.sumber and p.tentang for p in daftar_peraturan())
    assert all(bool(p.dicabut) == bool(p.pengganti) for p in daftar_peraturan())
    assert all(p.dicabut.year >= p.tahun for p in daftar_peraturan() if p.dicabut)
