"""What differs between two revisions, step by step."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.sop.bagan import Langkah
from lapkin.sop.banding import Ubah, banding, potongan
from lapkin.sop.kata_sop import (
    SEBUTAN_IDENTITAS,
    SEBUTAN_LANGKAH,
    SEBUTAN_SOP,
    kata_disimpulkan,
    kata_identitas,
)
from lapkin.sop.sop import Identitas, Sop, TanggalTercetak
from lapkin.sop.tests.benih import isi_sop

DASAR = isi_sop("dp3a-kalbar-lkjip")
KODE = [langkah.kode for langkah in DASAR.langkah]


def dengan(*daftar_langkah):
    return replace(DASAR, langkah=tuple(daftar_langkah))


def ubah_langkah(kode, **isian):
    return dengan(*(replace(satu, **isian) if satu.kode == kode else satu for satu in DASAR.langkah))


def keadaan(hasil):
    return {beda.kode: beda.ubah for beda in hasil.langkah if beda.ubah is not Ubah.TETAP}


def teks(daftar_potongan, *, berubah=None):
    return "".join(p.teks for p in daftar_potongan if berubah is None or p.berubah is berubah)


def test_a_revision_equals_itself():
    assert banding(DASAR, DASAR).sama


def test_a_changed_text_is_marked_word_by_word():
    hasil = banding(DASAR, ubah_langkah("koreksi", kegiatan="Mengoreksi dan menilai Dokumen LKjIP"))
    assert keadaan(hasil) == {"koreksi": Ubah.DIUBAH}
    (beda,) = next(satu for satu in hasil.langkah if satu.kode == "koreksi").daftar_beda
    assert beda.bidang == "Kegiatan"
    assert teks(beda.baru) == "Mengoreksi dan menilai Dokumen LKjIP"
    assert "dan menilai" in teks(beda.baru, berubah=True)
    assert "Mengoreksi" in teks(beda.baru, berubah=False)


def test_a_step_is_added_removed_and_moved_under_its_kode():
    baru = replace(DASAR.langkah[2], kode="rapat-baru")
    sisa = [satu for satu in DASAR.langkah if satu.kode != "ajukan"]
    hasil = banding(DASAR, dengan(sisa[-1], *sisa[:-1], baru))
    assert keadaan(hasil) == {
        "ajukan": Ubah.DIHAPUS,
        "rapat-baru": Ubah.DITAMBAH,
        sisa[-1].kode: Ubah.DIPINDAH,
    }


def test_a_removed_step_stands_where_it_stood():
    hasil = banding(DASAR, dengan(*(satu for satu in DASAR.langkah if satu.kode != "ajukan")))
    assert [beda.kode for beda in hasil.langkah] == KODE


def test_the_identity_block_and_the_roles_are_compared_too():
    identitas = replace(DASAR.identitas, nomor="065/1", dasar_hukum=(*DASAR.identitas.dasar_hukum, "UU 1"))
    peran = (replace(DASAR.peran[0], kolom=False), *DASAR.peran[1:-1], replace(DASAR.peran[-1], nama="Baru"))
    hasil = banding(DASAR, replace(DASAR, identitas=identitas, peran=peran))
    assert [beda.bidang for beda in hasil.identitas] == ["Nomor SOP", "Dasar hukum"]
    assert [(beda.nama, beda.ubah) for beda in hasil.peran] == [
        (DASAR.peran[0].nama, Ubah.DIUBAH),
        ("Baru", Ubah.DITAMBAH),
        (DASAR.peran[-1].nama, Ubah.DIHAPUS),
    ]


def test_no_field_of_an_sop_is_left_out():
    nama = {kelas: {kolom.name for kolom in fields(kelas)} for kelas in (Langkah, Identitas, Sop)}
    assert set(SEBUTAN_LANGKAH) == nama[Langkah] - {"kode"}
    assert set(SEBUTAN_IDENTITAS) == nama[Identitas]
    assert set(SEBUTAN_SOP) == nama[Sop] - {"kode", "identitas", "peran", "langkah"}


def test_a_return_is_named_by_its_step():
    hasil = banding(DASAR, ubah_langkah("koreksi", kembali_ke=()))
    (beda,) = next(satu for satu in hasil.langkah if satu.kode == "koreksi").daftar_beda
    assert DASAR.cari("susun").kegiatan in teks(beda.lama)
    assert beda.baru == ()


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_of_a_text_are_the_text(lama, baru):
    kiri, kanan = potongan(lama, baru)
    assert (teks(kiri), teks(kanan)) == (lama, baru)
    assert teks(kiri, berubah=False) == teks(kanan, berubah=False) or not (lama and baru)


@settings(deadline=None, max_examples=60)
@given(st.permutations(KODE), st.sets(st.sampled_from(KODE)), st.sets(st.sampled_from(KODE)))
def test_every_step_of_both_sides_is_told_once_and_as_it_is(urutan, tidak_di_lama, tidak_di_baru):
    lama = dengan(*(satu for satu in DASAR.langkah if satu.kode not in tidak_di_lama))
    baru = dengan(*(DASAR.cari(kode) for kode in urutan if kode not in tidak_di_baru))
    hasil = banding(lama, baru)
    dulu, kini = {s.kode for s in lama.langkah}, {s.kode for s in baru.langkah}
    assert sorted(beda.kode for beda in hasil.langkah) == sorted(dulu | kini)
    assert {b.kode for b in hasil.langkah if b.ubah is Ubah.DITAMBAH} == kini - dulu
    assert {b.kode for b in hasil.langkah if b.ubah is Ubah.DIHAPUS} == dulu - kini
    assert [b.kode for b in hasil.langkah if b.baru] == [s.kode for s in baru.langkah]
    tetap = [b.kode for b in hasil.langkah if b.ubah is Ubah.TETAP]
    assert tetap == sorted(tetap, key=[s.kode for s in lama.langkah].index)


def test_a_step_of_which_only_the_number_differs_stays_and_says_how_it_was_renumbered():
    hasil = banding(DASAR, ubah_langkah("koreksi", no="9a"))
    assert keadaan(hasil) == {}
    assert not hasil.sama
    assert [satu.nomor for satu in hasil.langkah if satu.nomor] == ["nomor 7 → 9a"]
    bersama = banding(DASAR, ubah_langkah("koreksi", no="9a", kegiatan="Menilai"))
    assert keadaan(bersama) == {"koreksi": Ubah.DIUBAH}


@pytest.mark.parametrize(
    ("tercetak", "hari", "kata"),
    [
        ("21 November 2026", date(2026, 11, 21), "21 November 2026"),
        ("Juni 2020", date(2020, 6, 1), "Juni 2020 (dibaca 1 Juni 2020)"),
        ("", date(2020, 6, 1), "1 Juni 2020"),
        ("4 Juni 2021", None, "4 Juni 2021 (belum dibaca sebagai tanggal)"),
        ("Juni 2020", None, "Juni 2020"),
    ],
)
def test_a_date_is_told_once_unless_its_print_says_something_else(tercetak, hari, kata):
    assert kata_identitas(TanggalTercetak(tercetak=tercetak, tanggal=hari)) == kata


def test_what_the_print_does_not_tell_of_a_step_is_told_in_words():
    langkah = DASAR.cari("koreksi")
    kata = kata_disimpulkan(replace(langkah, disimpulkan=("pelaksana", "kembali_ke"), catatan=""))
    assert kata == "Tidak tercetak pada SOP, disimpulkan: pelaksana, dapat kembali ke."
    tebakan = replace(langkah, disimpulkan=("pekerjaan",), catatan="")
    assert kata_disimpulkan(tebakan) == "Jenis pekerjaan masih tebakan."
    assert kata_disimpulkan(replace(langkah, disimpulkan=())) == ""
