"""The Excel sheet in the shape of the printed table: out, in again, and everything that can be wrong with it."""

import io
import zipfile
from contextlib import suppress
from dataclasses import replace

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from lapkin.sop.lembar_sop import LembarTidakSah, baca_lembar, tulis_lembar
from lapkin.sop.sop import Cara, Jenis, masalah_sop
from lapkin.sop.tests.benih import DAFTAR_KODE, isi_sop
from lapkin.sop.tests.test_sop_karangan import sop_karangan
from lapkin.sop.tukar.kisi import rapi

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
            kegiatan=satu.kegiatan if rapi(satu.kegiatan) else "Menyusun",
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
    assert [teks for teks in tabel[0] if teks] == ["No.", "AKTIVITAS", "UNIT PELAKSANA", "WAKTU"]
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


def test_all_faults_of_a_sheet_are_told_at_once_with_their_cells():
    isi = buku(
        [
            baris(kode="a"),
            baris(kegiatan=""),
            baris(kode="a"),
            baris(kode="Tidak Sah"),
            baris(kadis="1", staf="1"),
            baris(),
            baris(),
        ],
        gabungan=["E7:E8"],
        rumus=["F8"],
    )
    assert masalah(isi) == [
        "Sel E7 digabung sampai E8; pisahkan sel itu dan isi setiap barisnya.",
        "Sel F8 berisi rumus; ketik isinya sebagai teks.",
        "Sel B3: kegiatan belum ditulis.",
        "Sel I5: kode tersembunyi ini rusak; kosongkan sel itu, maka barisnya dianggap baru.",
        "Sel B6: urutan 1 diberikan kepada lebih dari satu pelaksana.",
        'Kode "a" dipakai 2 baris (B2, B4), karena baris disalin utuh; kosongkan kolom kode pada baris yang baru.',
    ]


def test_missing_double_and_unknown_columns_are_told_at_once():
    assert masalah(
        buku([["1", "Menyusun", "x", "y", "z"]], kepala=["No", "Kegiatan", "Waktu", "Waktu", "Warna"])
    ) == [
        'Sel D1: kolom "Waktu" ada dua kali.',
        'Sel E1: kolom "Warna" tidak dikenal; letakkan di bawah Pelaksana bila itu pelaksana, atau hapus.',
        "Kolom Pelaksana (satu kolom untuk setiap jabatan) tidak ada; tambahkan kolom itu pada tabel.",
        "Kolom Kelengkapan tidak ada; tambahkan kolom itu pada tabel.",
        "Kolom Output tidak ada; tambahkan kolom itu pada tabel.",
    ]


def test_a_column_that_this_office_does_not_print_may_be_missing():
    sop = isi_sop("jambi-data-kinerja")
    hasil = baca_lembar(
        buku([["1", "Menyusun laporan", "V", "1 Jam"]], kepala=["No", "Aktivitas", "STAF", "Waktu"]), sop
    )
    assert hasil.langkah[0].pelaksana == ("STAF",)


def test_ten_thousand_rows_are_refused():
    assert masalah(buku([baris()] * 1200)) == ["Tabel berisi 1200 baris; paling banyak 1000."]
    assert masalah(buku([baris()] * 10_000)) == [
        'Lembar "Tabel" terlalu luas; paling banyak 5000 baris. Hapus baris dan kolom lain.'
    ]


def test_a_lone_cell_at_the_end_of_the_sheet_does_not_fill_the_memory():
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah) as hasil:
        hasil.add_worksheet("Tabel").write("XFD1048576", "x")
    assert "terlalu luas" in masalah(wadah.getvalue())[0]


def test_a_sheet_without_the_head_of_an_sop_or_without_rows_is_refused():
    assert masalah(buku([], kepala=["Nama", "Alamat"]))[0].startswith("Kepala tabel tidak ditemukan")
    assert masalah(buku([])) == ["Tabel ini belum berisi satu langkah pun."]


def _tanpa_bagian(nama: str) -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(buku([baris()]))) as asal, zipfile.ZipFile(hasil, "w") as tujuan:
        for anggota in asal.namelist():
            if anggota != nama:
                tujuan.writestr(anggota, asal.read(anggota))
    return hasil.getvalue()


@pytest.mark.parametrize(
    "isi",
    [
        b"",
        b"bukan xlsx",
        b"PK\x03\x04rusak",
        b"%PDF-1.7",
        _tanpa_bagian("xl/_rels/workbook.xml.rels"),
        _tanpa_bagian("[Content_Types].xml"),
        _tanpa_bagian("xl/worksheets/sheet1.xml"),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(isi):
    assert len(masalah(isi)) == 1


@given(st.binary(max_size=60), st.integers(0, 4000))
@settings(deadline=None, max_examples=25)
def test_a_damaged_workbook_never_breaks_the_reader(sampah, letak):
    isi = bytearray(buku([baris()]))
    isi[letak : letak + len(sampah)] = sampah
    with suppress(LembarTidakSah):  # any other exception fails
        baca_lembar(bytes(isi), isi_sop(KODE))
