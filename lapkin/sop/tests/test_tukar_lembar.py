"""The Excel sheet in the shape of the printed table: out, in again, and everything that can be wrong with it."""

import io
from dataclasses import replace

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from lapkin.sop import sunting
from lapkin.sop.lembar_sop import LembarTidakSah, baca_lembar, tulis_lembar
from lapkin.sop.periksa_masukan import masalah_masukan
from lapkin.sop.sop import Cara, Jenis, LabelKolom, Peran, masalah_sop
from lapkin.sop.tampak import setara
from lapkin.sop.tests.benih import DAFTAR_KODE, isi_sop
from lapkin.sop.tests.test_sop_karangan import sop_karangan

KODE = "dp3a-kalbar-lkjip"
KEPALA = ["No", "Kegiatan", "Kadis", "Staf", "Kelengkapan", "Waktu", "Output", "Keterangan", "Kode Lapkin"]


def buku(daftar_baris, *, gabungan=(), rumus=(), kepala=KEPALA) -> bytes:
    """A workbook as a person would make one: one head row, texts below it."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah) as hasil:
        lembar = hasil.add_worksheet("Tabel")
        for nomor, baris in enumerate([kepala, *daftar_baris]):
            for kolom, teks in enumerate(baris):
                lembar.write(nomor, kolom, teks)
        for rentang in gabungan:
            lembar.merge_range(rentang, "x")
        for sel in rumus:
            lembar.write_formula(sel, "=1+1")
    return wadah.getvalue()


def baris(no="1", kegiatan="Menyusun laporan", kadis="V", staf="", kode=""):
    return [no, kegiatan, kadis, staf, "Data", "1 Jam", "Laporan", "", kode]


def masalah(isi, dasar=None) -> list[str]:
    with pytest.raises(LembarTidakSah) as salah:
        baca_lembar(isi, dasar or isi_sop(KODE))
    return salah.value.daftar_masalah


def disunting(sop, sunting) -> bytes:
    """The workbook of an SOP with cells of the table changed: `sunting` gets the rows as lists."""
    tabel = CalamineWorkbook.from_filelike(io.BytesIO(tulis_lembar(sop))).get_sheet_by_name("SOP")
    daftar = [list(map(str, satu)) for satu in tabel.to_python(skip_empty_area=False)]
    mulai = 3 if sop.identitas.label_kolom.nomor_kolom else 2
    kepala = [bawah or atas for atas, bawah in zip(daftar[0], daftar[1], strict=True)]
    isi = daftar[mulai:]
    sunting(isi)
    return buku(isi, kepala=kepala)


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_a_seed_comes_back_from_excel_as_it_went(kode):
    sop = isi_sop(kode)
    assert baca_lembar(tulis_lembar(sop), sop) == sop


@given(sop=sop_karangan())
@settings(deadline=None, max_examples=25)
def test_any_sop_comes_back_from_excel_as_it_went(sop):
    peran = {p.nama: f"Peran {urut}" for urut, p in enumerate(sop.peran)}
    langkah = tuple(
        replace(
            satu,
            no=satu.no[:10],
            kegiatan=satu.kegiatan if setara(satu.kegiatan) else "Menyusun",
            pelaksana=tuple(map(peran.get, satu.pelaksana)),
            pekerjaan=tuple(replace(p, oleh=tuple(map(peran.get, p.oleh))) for p in satu.pekerjaan),
            output=(),
        )
        for satu in sop.langkah
    )
    sop = replace(sop, langkah=langkah, peran=tuple(replace(p, nama=peran[p.nama]) for p in sop.peran))
    assert baca_lembar(tulis_lembar(sop), sop) == sop


def test_the_same_sop_gives_the_same_bytes():
    assert tulis_lembar(isi_sop(KODE)) == tulis_lembar(isi_sop(KODE))


def test_the_sheet_is_headed_and_marked_like_the_printed_table():
    sop = isi_sop("jambi-data-kinerja")
    tabel = CalamineWorkbook.from_filelike(io.BytesIO(tulis_lembar(sop))).get_sheet_by_name("SOP").to_python()
    assert [teks for teks in tabel[0] if teks] == [
        "No.",
        "AKTIVITAS",
        "UNIT PELAKSANA",
        "WAKTU",
        "Kembali ke",
    ]
    assert tabel[1][2:7] == ["STAF", "KASUBBAG", "KABAG", "KARO", "GUBERNUR /SEKDA"]
    assert tabel[3][2:7] == ["1", "2", "3", "4", ""]


def test_a_changed_text_changes_that_text_alone():
    sop = isi_sop(KODE)

    def sunting(isi):
        isi[6][1] = "Mengoreksi naskah LKjIP"

    hasil = baca_lembar(disunting(sop, sunting), sop)
    koreksi = replace(sop.cari("koreksi"), kegiatan="Mengoreksi naskah LKjIP")
    assert hasil.langkah == tuple(koreksi if satu.kode == "koreksi" else satu for satu in sop.langkah)


def test_the_paper_of_a_row_is_renamed_with_its_printed_name():
    sop = isi_sop(KODE)

    def sunting(isi):
        isi[5][8] = "Naskah LKjIP"

    susun = baca_lembar(disunting(sop, sunting), sop).cari("susun")
    assert (susun.output_tercetak, susun.output[0].nama) == ("Naskah LKjIP", "Naskah LKjIP")
    assert susun.output[0].jenis is Jenis.SUSUN


def test_moved_and_deleted_rows_keep_what_the_table_does_not_say():
    sop = isi_sop(KODE)

    def sunting(isi):
        isi[1], isi[2] = isi[2], isi[1]
        del isi[-1]

    hasil = baca_lembar(disunting(sop, sunting), sop)
    lama = sop.langkah
    assert hasil.langkah == (lama[0], lama[2], lama[1], *lama[3:-1])


def test_a_mark_moved_to_another_column_hands_the_work_over():
    sop = isi_sop(KODE)

    def sunting(isi):
        isi[6][3], isi[6][4] = "", "V"

    koreksi = baca_lembar(disunting(sop, sunting), sop).cari("koreksi")
    assert koreksi.pelaksana == ("Kasubbag",)
    assert koreksi.pekerjaan[0].oleh == ("Kasubbag",)


def test_a_new_row_gets_a_kode_a_kind_of_work_and_the_maker_of_its_papers():
    sop = isi_sop(KODE)

    def sunting(isi):
        isi.append(
            ["12", "Mengarsipkan laporan", "", "", "1", "2", "Dokumen LKJIP\nPeta", "1 Jam", "Arsip", "-", ""]
        )

    hasil = baca_lembar(disunting(sop, sunting), sop)
    baru = hasil.langkah[-1]
    assert (baru.kode, baru.no) == ("mengarsipkan-laporan", "12")
    assert (baru.pelaksana, baru.cara) == (("Kasubbag", "Staf/Jab. Fungsional Umum"), Cara.BERURUTAN)
    assert [(p.jenis, p.oleh, p.disimpulkan) for p in baru.pekerjaan] == [(Jenis.ARSIP, baru.pelaksana, True)]
    assert [(k.nama, k.dari) for k in baru.kelengkapan] == [("Dokumen LKJIP", "kirim"), ("Peta", "luar")]
    assert not masalah_sop(hasil)


def test_a_new_column_is_a_new_role_and_one_that_nobody_needs_any_more_goes():
    sop = isi_sop(KODE)
    hasil = baca_lembar(buku([baris(staf="V")], kepala=[*KEPALA[:3], "Sub Bagian Umum", *KEPALA[4:]]), sop)
    assert [(p.nama, p.kunci, p.kolom) for p in hasil.peran] == [
        ("Kadis", "kadis", True),
        ("Sub Bagian Umum", "sub-bagian-umum", True),
        ("Bidang dan Sekretariat", "bidang-dan-sekretariat", False),
    ]
    assert hasil.langkah[0].pelaksana == ("Kadis", "Sub Bagian Umum")
    assert hasil.langkah[0].cara is Cara.BERSAMA


def test_the_identity_sheet_is_read_back_too():
    sop = isi_sop(KODE)
    baru = replace(sop, identitas=replace(sop.identitas, nomor="065/7", peralatan=("Komputer", "Printer")))
    assert baca_lembar(tulis_lembar(baru), sop) == baru


def test_a_correction_of_capitals_alone_is_no_less_a_correction():
    sop = isi_sop(KODE)
    baru = sunting.ubah_langkah(sop, "susun", kegiatan=sop.cari("susun").kegiatan.swapcase()).sop
    identitas = replace(sop.identitas, judul=sop.identitas.judul.upper(), kop=("Kop", "Lain"))
    baru = replace(
        baru, identitas=replace(identitas, label_kolom=replace(identitas.label_kolom, kegiatan="KEGIATAN"))
    )
    assert baca_lembar(tulis_lembar(baru), sop) == baru


def test_a_list_whose_lines_are_joined_or_parted_is_changed():
    sop = isi_sop(KODE)
    for kop in (("SATU", "DUA"), ("SATU DUA",)):
        lama = replace(sop, identitas=replace(sop.identitas, kop=("SATU DUA",)))
        baru = replace(sop, identitas=replace(sop.identitas, kop=kop))
        assert baca_lembar(tulis_lembar(baru), lama) == baru


@st.composite
def suntingan_tercetak(draw, sop):
    """An SOP after edits that a sheet can say in full."""
    for _ in range(draw(st.integers(1, 5))):
        kode = draw(st.sampled_from([langkah.kode for langkah in sop.langkah]))
        langkah = sop.cari(kode)
        teks = draw(st.sampled_from([langkah.kegiatan.swapcase(), langkah.kegiatan + " LKjIP", "Rapat tim"]))
        tempat = draw(st.integers(0, len(sop.langkah) - 1))
        keterangan = langkah.keterangan.swapcase()
        pilihan = [
            lambda sop, k=kode, t=teks: sunting.ubah_langkah(sop, k, kegiatan=t),
            lambda sop, k=kode, t=keterangan: sunting.ubah_langkah(sop, k, keterangan=t),
            lambda sop, k=kode: sunting.ubah_langkah(sop, k, waktu_tercetak="7 hari"),
            lambda sop, k=kode, ke=tempat: sunting.pindahkan_langkah(sop, k, ke),
        ]
        if len(sop.langkah) > 1:
            pilihan.append(lambda sop, k=kode: sunting.hapus_langkah(sop, k))
        sop = draw(st.sampled_from(pilihan))(sop).sop
    return sop


@given(st.sampled_from(DAFTAR_KODE), st.data())
@settings(deadline=None, max_examples=40)
def test_edits_made_in_excel_are_the_edits_of_the_editor(kode, data):
    lama = isi_sop(kode)
    # Lines that break elsewhere are the one thing of a text that a table does not keep.
    lama = replace(
        lama, langkah=tuple(replace(satu, kegiatan=" ".join(satu.kegiatan.split())) for satu in lama.langkah)
    )
    baru = data.draw(suntingan_tercetak(lama))
    assert baca_lembar(tulis_lembar(baru), lama) == baru


def test_a_row_added_in_the_editor_and_carried_over_by_excel_says_all_that_is_printed():
    lama = isi_sop(KODE)
    tambahan = sunting.langkah_baru(
        lama, kegiatan="Menyusun LKjIP", pelaksana=("Kasubbag",), waktu="1 jam", output=("Naskah", "Peta")
    )
    baru = sunting.tambah_langkah(lama, tambahan, "susun").sop
    terbaca = baca_lembar(tulis_lembar(baru), lama)
    assert [satu.kode for satu in terbaca.langkah] == [satu.kode for satu in baru.langkah]
    hasil = terbaca.cari(tambahan.kode)
    assert (hasil.kegiatan, hasil.pelaksana, hasil.output_tercetak) == (
        "Menyusun LKjIP",
        ("Kasubbag",),
        "Naskah\nPeta",
    )


def test_what_came_from_a_deleted_row_comes_from_outside():
    sop = isi_sop(KODE)
    tujuan = next(tujuan for satu in sop.langkah for tujuan in satu.kembali_ke)
    tanpa = replace(sop, langkah=tuple(satu for satu in sop.langkah if satu.kode != tujuan))
    assert any("tetapi langkah itu tidak ada" in kalimat for kalimat in masalah_masukan(tanpa))
    hasil = baca_lembar(tulis_lembar(tanpa), sop)
    assert not masalah_masukan(hasil)
    assert all(tujuan not in satu.kembali_ke for satu in hasil.langkah)


JUDUL_JANGGAL = LabelKolom(
    no="Nomor Urut", kegiatan="Tahapan Pekerjaan", pelaksana="Petugas", mutu_baku="Standar",
    kelengkapan="Bahan", waktu="Lama", output="Buah", keterangan="Lain-lain",
)  # fmt: skip


@pytest.mark.parametrize(
    "label", [JUDUL_JANGGAL, replace(JUDUL_JANGGAL, mutu_baku=""), LabelKolom(kegiatan="", pelaksana="")]
)
@pytest.mark.parametrize("nama", ["Pelaksana", "Waktu", "Catatan", "Staf"])
def test_however_an_office_heads_its_table_it_reads_its_own_sheet_back(label, nama):
    sop = isi_sop(KODE)
    sop = replace(sop, identitas=replace(sop.identitas, label_kolom=label))
    sop = replace(sop, peran=(*sop.peran, Peran(nama=nama, kunci="lain")))
    assert baca_lembar(tulis_lembar(sop), sop) == sop
    satu = replace(
        sop,
        peran=(Peran(nama=nama, kunci="lain"),),
        langkah=(replace(sop.langkah[0], pelaksana=(), pekerjaan=()),),
    )
    assert baca_lembar(tulis_lembar(satu), satu) == satu


def test_the_head_printed_again_on_each_page_is_no_row():
    sop = isi_sop(KODE)
    nomor = [str(urut) for urut in range(1, 10)]
    isi = buku(
        [
            nomor,
            baris(),
            KEPALA,
            nomor,
            baris(no="2", kegiatan="Rapat"),
            nomor,
            baris(no="3", kegiatan="Arsip"),
        ]
    )
    assert [satu.kegiatan for satu in baca_lembar(isi, sop).langkah] == ["Menyusun laporan", "Rapat", "Arsip"]


def test_of_several_sheets_the_one_with_steps_is_read_and_two_such_are_refused():
    def berlembar(*daftar):
        wadah = io.BytesIO()
        with xlsxwriter.Workbook(wadah) as hasil:
            for nama, daftar_baris in daftar:
                lembar = hasil.add_worksheet(nama)
                for nomor, satu in enumerate(daftar_baris):
                    lembar.write_row(nomor, 0, satu)
        return wadah.getvalue()

    sampul, halaman = ("Sampul", [["SOP kami"]]), [KEPALA, baris()]
    assert len(baca_lembar(berlembar(sampul, ("Hal 1", halaman)), isi_sop(KODE)).langkah) == 1
    assert masalah(berlembar(("Hal 1", halaman), ("Hal 2", halaman))) == [
        "Lebih dari satu lembar memuat tabel langkah (“Hal 1”, “Hal 2”); namai yang dipakai “SOP”."
    ]


def test_a_column_that_this_office_does_not_print_may_be_missing():
    sop = isi_sop("jambi-data-kinerja")
    hasil = baca_lembar(
        buku([["1", "Menyusun laporan", "V", "1 Jam"]], kepala=["No", "Aktivitas", "STAF", "Waktu"]), sop
    )
    assert hasil.langkah[0].pelaksana == ("STAF",)


def test_line_ends_of_windows_do_not_enter_the_sop():
    assert (
        baca_lembar(buku([baris(kegiatan="Satu\r\ndua")]), isi_sop(KODE)).langkah[0].kegiatan == "Satu\ndua"
    )


def test_where_work_returns_to_has_a_column_that_is_read_back():
    sop = isi_sop(KODE)
    letak = next(nomor for nomor, satu in enumerate(sop.langkah) if satu.kembali_ke)

    def sunting_sel(isi):
        assert isi[letak][-2]
        isi[letak][-2] = "1; 2."

    hasil = baca_lembar(disunting(sop, sunting_sel), sop)
    assert hasil.langkah[letak].kembali_ke == (sop.langkah[0].kode, sop.langkah[1].kode)
    assert "kembali_ke" not in hasil.langkah[letak].disimpulkan


def test_a_return_to_a_number_that_no_row_has_is_a_fault_of_its_cell():
    kepala = [*KEPALA[:8], "Kembali ke"]
    isi = buku([[*baris()[:8], ""], [*baris(no="2")[:8], "1, 7"]], kepala=kepala)
    assert masalah(isi) == ['Sel B3: "Kembali ke 7" tidak menunjuk satu langkah pada tabel ini.']


def test_a_table_without_returns_has_no_such_column():
    sop = replace(
        isi_sop(KODE), langkah=tuple(replace(satu, kembali_ke=()) for satu in isi_sop(KODE).langkah)
    )
    tabel = CalamineWorkbook.from_filelike(io.BytesIO(tulis_lembar(sop))).get_sheet_by_name("SOP").to_python()
    assert "Kembali ke" not in tabel[0]
    assert baca_lembar(tulis_lembar(sop), sop) == sop
