"""Rules about rows: each on the smallest SOP that breaks it and on one that keeps it."""

from dataclasses import replace
from datetime import date

import pytest

from lapkin.sop.pemeriksaan import Keadaan, Tingkat, periksa
from lapkin.sop.periksa_sop import BATAS_LANGKAH
from lapkin.sop.sop import (
    Jenis,
    Kelengkapan,
    LabelKolom,
    Output,
    Pekerjaan,
    Pengesah,
    SimbolTercetak,
)
from lapkin.sop.tests.contoh_kecil import PADA, langkah, sop, temuan
from lapkin.sop.waktu import Satuan


def test_a_thing_needed_says_where_it_comes_from():
    tanpa_asal = langkah(2, kelengkapan=(Kelengkapan(nama="Bahan", dari=""),))
    assert temuan(sop(langkah(1), tanpa_asal)) == [("kelengkapan-tanpa-asal", "l2")]


@pytest.mark.parametrize("nama", ["Draft LKJIP", "draft LKJIP Sub Kegiatan", "Draft"])
def test_a_thing_used_under_a_near_name_is_used(nama):
    pembuat = langkah(1, output=(Output(nama="Draft LKJIP"),))
    assert temuan(sop(pembuat, langkah(2, kelengkapan=(Kelengkapan(nama=nama, dari="luar"),)))) == []


def test_a_thing_that_no_later_row_needs_is_noted():
    pembuat = langkah(1, output=(Output(nama="Draft"), Output(nama="Nota")))
    pemakai = langkah(2, kelengkapan=(Kelengkapan(nama="Draft", dari="l1"),), output=(Output(nama="Hasil"),))
    assert temuan(sop(pembuat, pemakai)) == [("output-tak-terpakai", "l1")]
    sendiri = langkah(1, kelengkapan=(Kelengkapan(nama="Draft", dari="l1"),), output=(Output(nama="Draft"),))
    assert temuan(sop(sendiri, langkah(2, kelengkapan=()))) == [("output-tak-terpakai", "l1")]


def test_what_we_inferred_is_not_held_against_the_print():
    tersirat = langkah(1, output=(Output(nama="Nota", disimpulkan=True),))
    assert temuan(sop(tersirat, langkah(2, kelengkapan=()))) == []
    tercetak = replace(tersirat, output_tercetak="Nota")
    assert temuan(sop(tercetak, langkah(2, kelengkapan=()))) == [("output-tak-terpakai", "l1")]


def test_every_column_of_mutu_baku_is_printed():
    assert temuan(sop(label_kolom=LabelKolom(output=""))) == [("kolom-tidak-tercetak", "")]


PERIKSA = (Pekerjaan(jenis=Jenis.PERIKSA, oleh=("Staf",), naskah="lkjip"),)


def test_whoever_checks_can_send_back():
    koreksi = langkah(2, kegiatan="Mengoreksi tulisan")
    assert periksa(sop(langkah(1), koreksi), pada=PADA)[0].tingkat is Tingkat.PERINGATAN
    assert temuan(sop(langkah(1), koreksi)) == [("koreksi-tanpa-kembali", "l2")]
    assert temuan(sop(langkah(1), replace(koreksi, kembali_ke=("l1",)))) == []
    assert temuan(sop(langkah(1), langkah(2, pekerjaan=PERIKSA))) == [("koreksi-tanpa-kembali", "l2")]
    tersirat = replace(koreksi, kembali_ke=("l1",), disimpulkan=("kembali_ke",))
    assert temuan(sop(langkah(1), tersirat)) == [("kembali-disimpulkan", "l2")]
    assert periksa(sop(langkah(1), tersirat), pada=PADA)[0].tingkat is Tingkat.CATATAN


@pytest.mark.parametrize(
    "kegiatan",
    [
        "Menelaah konsep",
        "Memverifikasi data",
        "mereviu laporan",
        "Me-review laporan",
        "Mengecek kelengkapan",
        "Mengkoreksi konsep",
        "Memvalidasi data",
        "Mencermati konsep",
        "Koreksi konsep",
        "Pemeriksaan dokumen",
        "Melakukan verifikasi data",
        "Melaksanakan penelaahan konsep",
        "Menerima dan memeriksa konsep",
        "Menerima berkas dari bidang, kemudian memeriksanya",
        "Tidak perlu rapat, langsung memeriksa konsep",
    ],
)
def test_checking_is_known_by_the_verb_or_the_noun_in_front(kegiatan):
    assert temuan(sop(langkah(1), langkah(2, kegiatan=kegiatan))) == [("koreksi-tanpa-kembali", "l2")]


@pytest.mark.parametrize(
    "kegiatan",
    [
        "Tidak perlu memeriksa ulang",
        "Memerintahkan Kasubbag memeriksa konsep",
        "Menyerahkan konsep kepada Kasubbag untuk mengumpulkan dan memeriksa data",
        "Menyampaikan hasil pemeriksaan",
        "Memperbaiki sesuai koreksi",
        "Mengirim laporan setelah memeriksa jumlahnya",
        "Menerima konsep yang telah diperiksa",
        "Menyusun laporan hasil reviu",
        "Penelitian dan pengembangan data",
    ],
)
def test_checking_that_is_not_done_here_needs_no_return(kegiatan):
    assert temuan(sop(langkah(1), langkah(2, kegiatan=kegiatan))) == []


def test_the_standard_times_fit_before_the_legal_date():
    # Monday 5 to Friday 9 January 2026 are five working days, one of them off.
    pekan = Keadaan(mulai=date(2026, 1, 5), batas=date(2026, 1, 11), libur=frozenset({date(2026, 1, 7)}))
    muat = sop(langkah(1, waktu_tercetak="3 hari"), langkah(2))
    lebih = sop(langkah(1, waktu_tercetak="4 hari"), langkah(2, waktu_tercetak="5 menit"))
    assert temuan(muat, pekan) == []
    assert temuan(lebih, pekan) == [("melampaui-batas", "")]
    assert temuan(muat, replace(pekan, satuan=Satuan(minggu=5))) == []
    assert temuan(lebih, replace(pekan, mulai=None)) == []


def test_a_role_that_nobody_holds_is_told_where_it_works_first():
    keadaan = Keadaan(belum_terikat=frozenset({"Staf", "Kepala"}))
    assert temuan(sop(langkah(1), langkah(2)), keadaan) == [("pelaksana-tak-terikat", "l1")]


def test_a_symbol_stands_in_the_column_of_a_pelaksana():
    simbol = SimbolTercetak(peran="Kepala", teks="→")
    assert temuan(sop(langkah(1, simbol_tercetak=(simbol,)))) == [("simbol-bukan-pelaksana", "l1")]
    assert temuan(sop(langkah(1, simbol_tercetak=(replace(simbol, peran="Staf"),)))) == []


def test_somebody_answers_for_the_sop():
    assert temuan(sop(penanggung_jawab="")) == [("penanggung-jawab-kosong", "")]


def test_the_signatory_of_the_sop_is_no_typo():
    assert temuan(sop(pengesah=Pengesah(jabatan="Plt. Inspektur"))) == []


@pytest.mark.parametrize(
    ("lain", "aturan"),
    [
        ({"pelaksana": ()}, "tanpa-pelaksana"),
        ({"output": ()}, "tanpa-output"),
        ({"kembali_ke": ("l2",)}, "kembali-ke-depan"),
        ({"kelengkapan": (Kelengkapan(nama="Bahan", dari="l2"),)}, "kelengkapan-salah-asal"),
        ({"kode": "l2"}, "kode-ganda"),
        ({"waktu_tercetak": "nanti"}, "waktu-tidak-terbaca"),
    ],
)
def test_what_forbids_running_is_an_error_at_its_row(lain, aturan):
    kode = lain.get("kode", "l1")
    kesalahan = {
        (t.aturan, t.langkah) for t in periksa(sop(langkah(1, **lain), langkah(2)), pada=PADA)
        if t.tingkat is Tingkat.KESALAHAN
    }  # fmt: skip
    assert (aturan, kode) in kesalahan


def test_another_row_is_named_by_its_number_and_words_not_by_its_kode():
    rusak = langkah(
        1, kembali_ke=("l2", "l9"), kelengkapan=(Kelengkapan(nama="Bahan", dari="l2"),), kegiatan="Membuat"
    )
    kalimat = [
        t.kalimat for t in periksa(sop(rusak, langkah(2)), pada=PADA) if t.tingkat is Tingkat.KESALAHAN
    ]
    assert kalimat == [
        'Kelengkapan "Bahan" dari langkah 2 (Menulis) harus menunjuk langkah sebelumnya, langkah ini sendiri, '
        "atau luar.",
        "Tujuan kembali langkah 2 (Menulis) harus menunjuk langkah sebelumnya.",
        'Tujuan kembali "l9" harus menunjuk langkah sebelumnya.',
    ]


def test_an_sop_that_is_too_long_gets_that_finding_alone():
    (satu,) = periksa(sop(*(langkah(n) for n in range(1, BATAS_LANGKAH + 2))), pada=PADA)
    assert satu.kalimat == f"SOP: ada {BATAS_LANGKAH + 1} langkah; paling banyak {BATAS_LANGKAH}."


def test_findings_stand_in_the_order_of_the_rows_and_the_gravest_first():
    rusak = sop(langkah(1, kegiatan="Merikap", pelaksana=()), langkah(2, no=""), penanggung_jawab="")
    urutan = [(t.langkah, t.tingkat.value) for t in periksa(rusak, pada=PADA)]
    assert [kode for kode, _ in urutan] == sorted(kode for kode, _ in urutan)
    assert [tingkat for kode, tingkat in urutan if kode == "l1"] == ["kesalahan", "kesalahan", "peringatan"]
