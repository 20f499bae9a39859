"""The edits of the editor as pure rules, tried on the shipped SOPs and on made-up ones."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.jejak.ditolak import Ditolak
from lapkin.sop import sunting, sunting_peran
from lapkin.sop.bagan import LUAR, Cara, Jenis, Kelengkapan
from lapkin.sop.sop import Peran, baca, draf_dari_json, ke_json, masalah_sop
from lapkin.sop.sunting_awal import dari_contoh, rapikan, sop_kosong
from lapkin.sop.tests.benih import DAFTAR_KODE, isi_sop

from .contoh import SOP
from .test_sop_karangan import sop_karangan

coba = settings(deadline=None, max_examples=60)


def contoh():
    return baca(SOP)


def rujukan(sop):
    """Everything by which a row points to another row or to a role."""
    for langkah in sop.langkah:
        yield from (("langkah", butir.dari) for butir in langkah.kelengkapan if butir.dari != LUAR)
        yield from (("langkah", tujuan) for tujuan in langkah.kembali_ke)
        daftar_peran = [*langkah.pelaksana, langkah.pengisi, langkah.penghimpun]
        daftar_peran += [nama for pekerjaan in langkah.pekerjaan for nama in pekerjaan.oleh]
        daftar_peran += [output.penanda_tangan for output in langkah.output]
        daftar_peran += [simbol.peran for simbol in langkah.simbol_tercetak]
        yield from (("peran", nama) for nama in daftar_peran if nama)


def pastikan_utuh(sop):
    kode = [langkah.kode for langkah in sop.langkah]
    assert len(kode) == len(set(kode))
    ada = {("langkah", satu) for satu in kode} | {("peran", peran.nama) for peran in sop.peran}
    assert set(rujukan(sop)) <= ada


@st.composite
def suntingan(draw, sop):
    """One edit of any kind, at any place."""
    langkah = draw(st.sampled_from(sop.langkah)) if sop.langkah else None
    peran = draw(st.sampled_from(sop.peran)) if sop.peran else None
    ke = draw(st.integers(-1, 6))
    pilihan = [
        lambda: sunting_peran.tambah_peran(sop, f"Peran ke-{len(sop.peran)} baru"),
        lambda: sunting.nomori_ulang(sop),
    ]
    if langkah:
        pilihan += [
            lambda: sunting.hapus_langkah(sop, langkah.kode),
            lambda: sunting.salin_langkah(sop, langkah.kode),
            lambda: sunting.pindahkan_langkah(sop, langkah.kode, ke),
            lambda: sunting.tegaskan_pekerjaan(sop, langkah.kode),
        ]
    if peran:
        pilihan += [
            lambda: sunting_peran.hapus_peran(sop, peran.kunci),
            lambda: sunting_peran.pindahkan_peran(sop, peran.kunci, ke),
            lambda: sunting_peran.ubah_peran(sop, peran.kunci, nama=f"{peran.nama} X", kolom=ke > 2),
        ]
    return draw(st.sampled_from(pilihan))


@coba
@given(st.data())
def test_no_row_of_edits_leaves_a_dangling_reference_or_a_repeated_kode(data):
    sop = data.draw(sop_karangan())
    for _ in range(data.draw(st.integers(1, 6))):
        try:
            sop = data.draw(suntingan(sop))().sop
        except Ditolak:  # the new name of a role was taken
            continue
        pastikan_utuh(sop)
        assert draf_dari_json(ke_json(sop)) == sop


@coba
@given(sop_karangan(), st.data())
def test_a_row_moved_and_moved_back_leaves_the_sop_as_it_was(sop, data):
    tempat = data.draw(st.integers(0, len(sop.langkah) - 1))
    kode = sop.langkah[tempat].kode
    pindah = sunting.pindahkan_langkah(sop, kode, data.draw(st.integers(0, 5))).sop
    assert sunting.pindahkan_langkah(pindah, kode, tempat).sop == sop


@coba
@given(sop_karangan(), st.data())
def test_a_row_added_and_deleted_leaves_the_sop_as_it_was(sop, data):
    sesudah = data.draw(st.sampled_from([None, "", *(langkah.kode for langkah in sop.langkah)]))
    baru = sunting.langkah_baru(sop, kegiatan="Menyusun", pelaksana=(), waktu="1 jam", sesudah=sesudah)
    ditambah = sunting.tambah_langkah(sop, baru, sesudah).sop
    assert len(ditambah.langkah) == len(sop.langkah) + 1
    assert sunting.hapus_langkah(ditambah, baru.kode).sop == sop


@coba
@given(sop_karangan(), st.data())
def test_a_copy_deleted_leaves_the_sop_as_it_was(sop, data):
    kode = data.draw(st.sampled_from([langkah.kode for langkah in sop.langkah]))
    hasil = sunting.salin_langkah(sop, kode)
    assert hasil.langkah != kode
    assert sunting.hapus_langkah(hasil.sop, hasil.langkah).sop == sop


@coba
@given(sop_karangan(), st.data())
def test_a_role_renamed_and_renamed_back_leaves_the_sop_as_it_was(sop, data):
    peran = data.draw(st.sampled_from(sop.peran))
    baru = sunting_peran.ubah_peran(sop, peran.kunci, nama="Nama yang belum ada di sini", kolom=True).sop
    assert sunting_peran.ubah_peran(baru, peran.kunci, nama=peran.nama, kolom=True).sop == sop


def test_deleting_a_row_tells_what_pointed_to_it():
    hasil = sunting.hapus_langkah(contoh(), "himpun")
    surat = hasil.sop.cari("surat")
    assert surat.kelengkapan[0].dari == LUAR
    assert surat.kembali_ke == ()
    assert hasil.akibat == (
        "Kelengkapan “Data” pada langkah “Membuat surat” kini dari luar.",
        "Langkah “Membuat surat” tidak lagi dapat kembali ke sana.",
    )


def test_a_row_that_is_gone_is_refused_with_a_sentence():
    with pytest.raises(Ditolak, match="tidak ada lagi pada draf ini"):
        sunting.hapus_langkah(contoh(), "tidak-ada")


def test_numbers_that_ran_from_one_go_on_running_and_others_stay_as_printed():
    rapi = sunting.nomori_ulang(contoh()).sop
    assert [langkah.no for langkah in sunting.hapus_langkah(rapi, "himpun").sop.langkah] == ["1", "2", "3"]
    assert [langkah.no for langkah in sunting.hapus_langkah(contoh(), "mulai").sop.langkah] == ["2", "2", "3"]


def test_a_new_row_made_of_what_a_newcomer_tells_can_be_run():
    sop = sop_kosong(kode="baru", judul="SOP Baru", laporan="LKjIP", kop=("KOP",), peran=["Kepala", "Staf"])
    isi = {"pelaksana": ("Staf",), "waktu": "2 hari"}
    satu = sunting.langkah_baru(sop, kegiatan="Menyusun konsep laporan", output=("Konsep laporan",), **isi)
    sop = sunting.tambah_langkah(sop, satu).sop
    dua = sunting.langkah_baru(
        sop,
        kegiatan="Memeriksa konsep laporan",
        kelengkapan=("konsep  Laporan", "Catatan"),
        output=("Laporan",),
        kembali_ke=(satu.kode,),
        **isi,
    )
    sop = sunting.tambah_langkah(sop, dua).sop
    assert masalah_sop(sop) == []
    assert [langkah.no for langkah in sop.langkah] == ["1", "2"]
    assert dua.kelengkapan == (
        Kelengkapan(nama="konsep  Laporan", dari=satu.kode),
        Kelengkapan(nama="Catatan", dari=LUAR),
    )
    assert (dua.pekerjaan[0].jenis, dua.pekerjaan[0].naskah) == (Jenis.PERIKSA, "lkjip")


def test_a_guess_is_marked_until_a_person_says_that_it_is_right():
    sop = sop_kosong(kode="baru", judul="B", laporan="LKjIP", kop=("KOP",), peran=["A", "B"])
    rapat = sunting.langkah_baru(sop, kegiatan="Rapat persiapan", pelaksana=("A", "B"), waktu="1 jam")
    assert rapat.pekerjaan[0].disimpulkan
    assert rapat.pekerjaan[0].cara is Cara.BERSAMA
    sop = sunting.tegaskan_pekerjaan(sunting.tambah_langkah(sop, rapat).sop, rapat.kode).sop
    assert not sop.langkah[0].pekerjaan[0].disimpulkan
    assert sop.langkah[0].disimpulkan == ()


def test_a_role_without_column_is_no_pelaksana_any_more():
    hasil = sunting_peran.ubah_peran(contoh(), "kepala", nama="Kepala", kolom=False)
    assert hasil.sop.cari("surat").pelaksana == ("Staf",)
    assert hasil.akibat == ("“Kepala” bukan lagi pelaksana langkah “Membuat surat”.",)


def test_deleting_a_role_leaves_nobody_alone_in_a_joint_work():
    rapat = sunting_peran.hapus_peran(contoh(), "kepala").sop.cari("surat").pekerjaan[2]
    assert (rapat.oleh, rapat.cara) == (("Staf",), Cara.BERURUTAN)


def test_two_roles_of_one_name_are_refused():
    with pytest.raises(Ditolak, match="sudah ada"):
        sunting_peran.tambah_peran(contoh(), "Staf")


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_an_example_keeps_its_rows_but_neither_number_nor_dates_nor_signatory(kode):
    asal = isi_sop(kode)
    sop = dari_contoh(asal, kode="baru", judul="Judul baru", laporan="LKj", kop=("KANTOR KAMI",))
    assert sop.langkah == asal.langkah
    assert masalah_sop(sop) == []
    assert sop.identitas.nomor == sop.identitas.tanggal_efektif.tercetak == sop.identitas.pengesah.nama == ""
    assert sop.identitas.kop == ("KANTOR KAMI",)


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_a_good_sop_is_left_as_it_is_when_its_kode_are_put_in_order(kode):
    assert rapikan(isi_sop(kode)) == isi_sop(kode)


def test_missing_and_repeated_kode_are_made_anew_with_what_pointed_to_them():
    sop = contoh()
    langkah = [replace(sop.langkah[0], kode="Mulai Ini"), *sop.langkah[1:], sop.langkah[1]]
    langkah[2] = replace(langkah[2], kembali_ke=("Mulai Ini", "himpun"))
    rusak = replace(sop, langkah=tuple(langkah), peran=(*sop.peran, Peran(nama="Tamu", kunci="")))
    hasil = rapikan(rusak)
    assert hasil.langkah[0].kode == "mulai-ini"
    assert hasil.langkah[2].kembali_ke == ("mulai-ini", "himpun")
    assert len({satu.kode for satu in hasil.langkah}) == len(hasil.langkah)
    assert hasil.peran[-1].kunci == "tamu"


@pytest.mark.parametrize("nama", ["staf", " STAF", "St\u200baf", "St\xadaf "])
def test_a_name_that_nobody_tells_from_a_role_is_taken(nama):
    with pytest.raises(Ditolak, match="Peran “Staf” sudah ada"):
        sunting_peran.tambah_peran(contoh(), nama)
    with pytest.raises(Ditolak, match="Peran “Staf” sudah ada"):
        sunting_peran.ubah_peran(contoh(), "kepala", nama=nama, kolom=True)


def test_a_role_may_change_its_own_capitals_and_must_be_seen():
    assert sunting_peran.ubah_peran(contoh(), "staf", nama="STAF", kolom=True).sop.peran[1].nama == "STAF"
    with pytest.raises(Ditolak, match="Tulis nama peran"):
        sunting_peran.tambah_peran(contoh(), "\u200b \u2060")
