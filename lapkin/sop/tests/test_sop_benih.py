"""The five printed SOPs (copies in data/): every printed cell is in our data, word for word."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from lapkin.sop.sop import Jenis, Sop, Tiap, baca, dari_json, ke_json

DATA = Path(__file__).parent / "data"
RUMAH = Path(__file__).parents[3] / "sop"

BENIH = {
    "dp3a-kalbar-lkjip": "000_a3be74ed82524b53.txt",
    "jambi-data-kinerja": "001_66a5644a45e749d6.txt",
    "kominfo-kalbar-lakip": "002_154d3f33a6595cf3.txt",
    "biro-organisasi-kalbar-lkj": "003_841e33e39d84bbdc.txt",
    "inspektorat-landak-lkjip": "004_ddd9cf8b959a5bc6.txt",
}
NOMOR_TERCETAK = {
    "dp3a-kalbar-lkjip": "1 2 3 4 5 6 7 8 9 10 11",
    "jambi-data-kinerja": "1. 2. 3. 4. 5. 6. 9. 7. 8. 9. 10. 11.",
    "kominfo-kalbar-lakip": "1 2 3 4 5 7 8 9 10 11 12",
    "biro-organisasi-kalbar-lkj": "1 2 3 4 5 6 7 8",
    "inspektorat-landak-lkjip": "1 2 3 4 5 6 7 8 9 10",
}
# What stands between the texts: list marks, colons, emphasis, the word NIP and the place of a signature.
SISA_CETAK = re.compile(r"\*\*|\[image:\]|[0-9]?\.|NIP\.|[-:,|]")
DAFTAR_KODE = sorted(BENIH)


def muat_sop(kode: str) -> Sop:
    return baca((RUMAH / f"{kode}.toml").read_text(encoding="utf-8"))


def cetakan(kode: str) -> str:
    return (DATA / BENIH[kode]).read_text(encoding="utf-8")


def rapat(teks: str) -> str:
    """Without white space, in which the extraction is free."""
    return "".join(teks.split())


def semua_teks(nilai: object) -> list[str]:
    if isinstance(nilai, str):
        return [nilai]
    if isinstance(nilai, dict):
        nilai = list(nilai.values())
    return [teks for satu in nilai for teks in semua_teks(satu)] if isinstance(nilai, list | tuple) else []


def teks_tercetak(sop: Sop) -> list[str]:
    identitas = {k: v for k, v in asdict(sop.identitas).items() if k not in ("judul_baku", "penanda_butir")}
    kolom = [(peran.nama, *peran.ejaan_lain) for peran in sop.peran if peran.kolom]
    baris = [
        (
            langkah.no,
            langkah.kegiatan,
            langkah.kelengkapan_tercetak,
            langkah.waktu_tercetak,
            langkah.output_tercetak,
            langkah.keterangan,
            *(simbol.teks for simbol in langkah.simbol_tercetak),
        )
        for langkah in sop.langkah
    ]
    return semua_teks([identitas, kolom, baris])


def baris_tabel(kode: str) -> list[list[str]]:
    """The rows of the printed table, for the four whose rows are single lines of cells."""
    tabel = cetakan(kode).split("\nNo.\t", 1)[1]
    baris = [satu.split("\t") for satu in tabel.splitlines() if re.match(r"[0-9]+\t[^0-9]", satu)]
    return [[sel.strip() for sel in satu] for satu in baris]


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_every_sop_loads_and_survives_the_round_trip(kode):
    sop = muat_sop(kode)
    assert sop.kode == kode
    assert dari_json(ke_json(sop)) == sop


def test_no_other_sop_lies_in_the_folder():
    assert sorted(berkas.stem for berkas in RUMAH.glob("*.toml")) == DAFTAR_KODE


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_printed_numbers_stand_in_the_printed_order(kode):
    assert " ".join(langkah.no for langkah in muat_sop(kode).langkah) == NOMOR_TERCETAK[kode]


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_each_text_that_claims_to_be_printed_is_in_the_print(kode):
    cetak = rapat(re.sub(r"<[^>]*>", "", cetakan(kode)))
    assert [teks for teks in teks_tercetak(muat_sop(kode)) if rapat(teks) not in cetak] == []


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_nothing_printed_is_left_out(kode):
    sop = muat_sop(kode)
    # Labels first: "Nama SOP" would lose its second word to a title that begins with it. Then the longest.
    label = list(asdict(sop.identitas.label_blok).values())
    lain = sorted(teks_tercetak(sop), key=len, reverse=True)
    sisa = rapat(re.sub(r"<[^>]*>", "", cetakan(kode)))
    for teks in map(rapat, [*label, *lain]):
        sisa = sisa.replace(teks, "|") if teks else sisa
    assert SISA_CETAK.sub("", sisa) == ""


@pytest.mark.parametrize("kode", [kode for kode in DAFTAR_KODE if kode != "jambi-data-kinerja"])
def test_every_row_of_the_table_has_its_own_cells(kode):
    sop = muat_sop(kode)
    daftar_baris = baris_tabel(kode)
    assert len(daftar_baris) == len(sop.langkah)
    kolom = [peran.nama for peran in sop.peran if peran.kolom]
    for (no, kegiatan, *sel), langkah in zip(daftar_baris, sop.langkah, strict=True):
        simbol = {simbol.peran: simbol.teks for simbol in langkah.simbol_tercetak}
        mutu = [langkah.kelengkapan_tercetak, langkah.waktu_tercetak, langkah.output_tercetak]
        assert (no, kegiatan) == (langkah.no, langkah.kegiatan)
        assert sel[: len(kolom)] == [simbol.get(nama, "") for nama in kolom]
        assert sel[len(kolom) : len(kolom) + 3] == mutu
        assert "".join(sel[len(kolom) + 3 :]) == langkah.keterangan


def test_the_rows_of_jambi_stand_in_the_print_one_after_the_other():
    tabel = rapat(cetakan("jambi-data-kinerja").split("/SEKDA", 1)[1])
    tercetak = [
        rapat(langkah.no + langkah.kegiatan + langkah.waktu_tercetak)
        for langkah in muat_sop("jambi-data-kinerja").langkah
    ]
    assert tabel == "".join(tercetak)


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_things_needed_and_made_are_cut_from_their_printed_cells(kode):
    for langkah in muat_sop(kode).langkah:
        for kelengkapan in langkah.kelengkapan:
            assert kelengkapan.nama in langkah.kelengkapan_tercetak
        for output in langkah.output:
            assert output.disimpulkan or output.nama in langkah.output_tercetak


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_a_source_that_the_print_does_not_show_is_marked_as_inferred(kode):
    sop = muat_sop(kode)
    for langkah in sop.langkah:
        for kelengkapan in langkah.kelengkapan:
            if not kelengkapan.disimpulkan:
                assert kelengkapan.nama in [output.nama for output in sop.cari(kelengkapan.dari).output]


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_what_is_inferred_says_why(kode):
    assert [
        langkah.kode for langkah in muat_sop(kode).langkah if langkah.disimpulkan and not langkah.catatan
    ] == []


def test_only_the_inspektorat_prints_its_returns():
    for kode in DAFTAR_KODE:
        for langkah in muat_sop(kode).langkah:
            if langkah.kembali_ke:
                assert ("kembali_ke" in langkah.disimpulkan) is (kode != "inspektorat-landak-lkjip")


def test_dates_are_parsed_only_where_a_full_date_is_printed():
    for kode in DAFTAR_KODE:
        identitas = muat_sop(kode).identitas
        for nama in ("pembuatan", "revisi", "efektif", "pengesahan"):
            tanggal = getattr(identitas, f"tanggal_{nama}")
            assert (tanggal.tanggal is not None) is (len(tanggal.tercetak.split()) == 3)


def giliran(kode: str, langkah: str) -> list[tuple[str, ...]]:
    return [(tahap.jenis.value, *tahap.daftar_peran) for tahap in muat_sop(kode).cari(langkah).tahapan()]


def test_signing_and_onward_disposisi_are_both_done_by_the_kadis():
    assert giliran("dp3a-kalbar-lkjip", "tanda-tangan") == [("tanda-tangan", "Kadis"), ("disposisi", "Kadis")]


def test_a_covering_letter_is_signed_by_the_kadis_before_it_gets_its_number():
    assert giliran("dp3a-kalbar-lkjip", "surat-pengantar") == [
        ("surat", "Kasubbag"),
        ("tanda-tangan", "Kadis"),
        ("nomor", "Kasubbag"),
    ]


def test_the_last_step_of_dp3a_copies_then_delivers_then_archives():
    jenis = [nama for nama, _ in giliran("dp3a-kalbar-lkjip", "kirim")]
    assert jenis == ["gandakan", "kirim", "arsip"]


def test_a_paraf_chain_gives_each_superior_his_turn():
    assert giliran("jambi-data-kinerja", "siapkan-surat") == [
        ("surat", "STAF"),
        ("surat", "STAF"),
        ("paraf", "KASUBBAG"),
        ("paraf", "KABAG"),
        ("paraf", "KARO"),
    ]


def test_karo_signs_the_nota_dinas_and_the_gubernur_the_letter():
    sop = muat_sop("jambi-data-kinerja")
    assert [(tahap.naskah, *tahap.daftar_peran) for tahap in sop.cari("tanda-tangan").tahapan()] == [
        ("nota-dinas", "KARO"),
        ("surat-permintaan-data", "GUBERNUR /SEKDA"),
    ]


@pytest.mark.parametrize(
    ("kode", "langkah", "kepala"),
    [
        ("kominfo-kalbar-lakip", "sk-tim", "Kadis"),
        ("biro-organisasi-kalbar-lkj", "bentuk-tim", "Kepala Biro"),
    ],
)
def test_a_decree_of_a_team_is_signed_though_the_print_is_silent(kode, langkah, kepala):
    assert ("tanda-tangan", kepala) in giliran(kode, langkah)


@pytest.mark.parametrize(
    ("kode", "langkah", "tiap", "pengisi", "penghimpun"),
    [
        ("dp3a-kalbar-lkjip", "himpun", Tiap.UNIT, "Bidang dan Sekretariat", "Staf/Jab. Fungsional Umum"),
        ("jambi-data-kinerja", "tunggu-data", Tiap.PD, "Perangkat Daerah", "STAF"),
        (
            "kominfo-kalbar-lakip",
            "inventarisasi",
            Tiap.UNIT,
            "Pejabat Struktural dan Staf Bidang / Sekretariat",
            "Kasubbag Renja",
        ),
        ("biro-organisasi-kalbar-lkj", "kumpulkan-data", Tiap.UNIT, "Bagian", "Tim LKj"),
    ],
)
def test_each_collection_has_one_who_fills_and_one_who_collects(kode, langkah, tiap, pengisi, penghimpun):
    baris = muat_sop(kode).cari(langkah)
    assert (baris.tiap, baris.pengisi, baris.penghimpun) == (tiap, pengisi, penghimpun)
    assert [tahap.daftar_peran for tahap in baris.tahapan() if tahap.pengumpulan] == [(pengisi,)]


def test_before_the_11th_of_january_means_the_10th():
    assert muat_sop("jambi-data-kinerja").cari("tunggu-data").paling_lambat == "01-10"


def test_jambi_starts_and_ends_with_rows_without_work():
    sop = muat_sop("jambi-data-kinerja")
    assert sop.pertama().no == "2."
    assert sop.sesudah("arsip") is None


def test_irban_and_kasubbag_each_fill_for_their_own_units_with_text():
    langkah = muat_sop("inspektorat-landak-lkjip").cari("draf-bidang")
    (tahap,) = langkah.tahapan()
    assert langkah.teks
    assert (langkah.tiap, langkah.pengisi) == (Tiap.UNIT, "")
    assert (tahap.jenis, tahap.pengumpulan) == (Jenis.ISI_DATA, True)
    assert tahap.daftar_peran == ("Irban", "Kasubbag Perencanaan")


@pytest.mark.parametrize(
    ("langkah", "tujuan"),
    [
        ("rekap", ["draf-bidang"]),
        ("koreksi-kasubbag", ["rekap", "draf-bidang"]),
        ("koreksi-sekretaris", ["koreksi-kasubbag"]),
        ("tanda-tangan", ["rapat"]),
    ],
)
def test_the_inspektorat_returns_where_its_print_says(langkah, tujuan):
    sop = muat_sop("inspektorat-landak-lkjip")
    assert [satu.kode for satu in sop.pengembalian(langkah)] == tujuan


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_every_output_is_made_in_some_turn(kode):
    for langkah in muat_sop(kode).daftar_langkah_kerja:
        dibuat = {
            nama
            for tahap in langkah.tahapan()
            for peran in tahap.daftar_peran
            for nama in langkah.daftar_output(tahap.jenis, peran, tahap.naskah)
        }
        assert dibuat == {output.nama for output in langkah.output}


def test_typos_of_the_print_stay_beside_the_standard_title():
    identitas = muat_sop("dp3a-kalbar-lkjip").identitas
    assert "(KLJIP)" in identitas.judul
    assert "(LKjIP)" in identitas.judul_baku
    assert identitas.dasar_hukum[2].startswith("9. Peraturan Daerah")
    assert muat_sop("biro-organisasi-kalbar-lkj").identitas.kop[0].endswith("BARAT BARAT")
    assert "Irbhan" in muat_sop("inspektorat-landak-lkjip").cari("rekap").kegiatan
    assert "diandatangani" in muat_sop("inspektorat-landak-lkjip").cari("tanda-tangan").kegiatan


def test_labels_are_kept_as_each_office_prints_them():
    inspektorat = muat_sop("inspektorat-landak-lkjip").identitas.label_blok
    assert (inspektorat.keterkaitan, inspektorat.peralatan) == ("Keterangan", "Peralatan/perangkatkapan")
    assert muat_sop("jambi-data-kinerja").identitas.label_kolom.kegiatan == "AKTIVITAS"
