"""An SOP written as TOML reads like the files of sop/, and reads back as the same SOP."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.sop.bagan import Jenis
from lapkin.sop.sop import Identitas, LabelBlok, Pengesah, Peran, Sop, TanggalTercetak, baca, baca_draf
from lapkin.sop.tebakan import kode_baru, tebak_jenis
from lapkin.sop.tests.benih import DAFTAR_KODE, SOP, isi_sop
from lapkin.sop.tests.test_sop_karangan import sop_karangan
from lapkin.sop.tulis_toml import tulis_toml

teks_janggal = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_a_shipped_sop_is_written_as_it_lies_in_its_file_but_for_the_comments(kode):
    berkas = (SOP / f"{kode}.toml").read_text(encoding="utf-8")
    tanpa_komentar = [baris for baris in berkas.splitlines() if not baris.startswith("#")]
    assert tulis_toml(isi_sop(kode)).splitlines() == tanpa_komentar


@given(sop_karangan())
@settings(deadline=None, max_examples=60)
def test_any_sop_reads_back_as_it_was(sop):
    assert baca_draf(tulis_toml(sop)) == sop


@given(teks=teks_janggal, daftar=st.lists(teks_janggal, max_size=4), hari=st.dates())
@settings(deadline=None, max_examples=60)
def test_odd_texts_and_an_empty_draft_read_back_as_they_were(teks, daftar, hari):
    draf = Sop(
        kode=teks,
        laporan=teks,
        sumber="",
        penanggung_jawab=teks,
        identitas=Identitas(
            kop=tuple(daftar),
            nomor=teks,
            tanggal_efektif=TanggalTercetak(tercetak=teks, tanggal=hari),
            pengesah=Pengesah(jabatan=teks * 5, nama=teks),
            judul=teks,
            judul_baku="",
            dasar_hukum=tuple(daftar),
            label_blok=LabelBlok(nomor=teks),
        ),
        peran=(),
        langkah=(),
    )
    assert baca_draf(tulis_toml(draf)) == draf


def test_quotes_line_breaks_and_control_signs_stay_what_they_were():
    sop = isi_sop("dp3a-kalbar-lkjip")
    langkah = replace(
        sop.langkah[0], kegiatan='Kata "kutip",\nbaris\tbaru \\ \x7f\x01 ’é', disimpulkan=("pelaksana",)
    )
    sop = replace(sop, langkah=(langkah, *sop.langkah[1:]))
    assert baca(tulis_toml(sop)) == sop


def test_a_field_takes_one_line_and_a_default_none():
    baris = tulis_toml(isi_sop("dp3a-kalbar-lkjip")).splitlines()
    assert 'pelaksana = ["Kadis"]' in baris
    assert not [satu for satu in baris if satu.startswith(("cara =", 'tiap = ""', "kolom = true"))]
    assert "kolom = false" in baris


def test_a_date_is_written_as_a_date():
    sop = replace(isi_sop("dp3a-kalbar-lkjip"), peran=(Peran(nama="Kadis", kunci="kadis"),))
    sop = replace(
        sop, identitas=replace(sop.identitas, tanggal_revisi=TanggalTercetak(tanggal=date(2021, 6, 4)))
    )
    assert "tanggal_revisi = { tanggal = 2021-06-04 }" in tulis_toml(sop)


@pytest.mark.parametrize(
    ("kegiatan", "jenis"),
    [
        ("Memerintahkan penyusunan LKjIP", Jenis.DISPOSISI),
        ("Melaksanakan rapat persiapan", Jenis.RAPAT),
        ("Menyiapkan surat undangan", Jenis.SURAT),
        ("Penomoran surat", Jenis.NOMOR),
        ("Menghimpun data dari bidang", Jenis.ISI_DATA),
        ("Menyusun konsep laporan", Jenis.SUSUN),
        ("Mengoreksi konsep laporan", Jenis.PERIKSA),
        ("Memeriksa dan membubuhkan paraf", Jenis.PARAF),
        ("Memeriksa; bila setuju ditandatangani", Jenis.TANDA_TANGAN),
        ("Menggandakan laporan", Jenis.GANDAKAN),
        ("Menyampaikan laporan kepada Bupati", Jenis.KIRIM),
        ("Pengarsipan", Jenis.ARSIP),
        ("Zzz", Jenis.SUSUN),
        ("", Jenis.SUSUN),
    ],
)
def test_the_words_of_a_row_suggest_its_kind_of_work(kegiatan, jenis):
    assert tebak_jenis(kegiatan) is jenis


def test_the_guess_is_right_for_most_rows_of_the_seeds():
    daftar = [langkah for kode in DAFTAR_KODE for langkah in isi_sop(kode).daftar_langkah_kerja]
    tepat = [satu for satu in daftar if tebak_jenis(satu.kegiatan) in {p.jenis for p in satu.pekerjaan}]
    assert (len(tepat), len(daftar)) == (43, 50)


@given(teks=teks_janggal, terpakai=st.sets(st.sampled_from(["langkah", "langkah-2", "luar", "a", "1"])))
@settings(deadline=None)
def test_a_new_kode_can_stand_in_an_address_and_is_free(teks, terpakai):
    sop = isi_sop("dp3a-kalbar-lkjip")
    kode = kode_baru(teks, terpakai)
    assert kode not in terpakai
    assert baca(tulis_toml(replace(sop, langkah=(*sop.langkah, replace(sop.langkah[-1], kode=f"x-{kode}")))))
