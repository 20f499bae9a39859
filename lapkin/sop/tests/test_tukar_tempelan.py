"""A table pasted from Word, as HTML with all that Word puts into it, or as plain text with tabs."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.sop.pemeriksaan import periksa
from lapkin.sop.sop import Jenis, LabelKolom
from lapkin.sop.sunting import tegaskan_pekerjaan
from lapkin.sop.tempel_tabel import LembarTidakSah, baca_tempelan
from lapkin.sop.tests.benih import isi_sop
from lapkin.sop.tests.test_sop_benih import cetakan

KODE = "dp3a-kalbar-lkjip"
PEMBUKA = (
    """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style></head>
<body lang=IN><!--StartFragment-->
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Nomor SOP<o:p></o:p></p></td><td>09</td></tr></table>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <thead><tr style='mso-yfti-irow:0'>
  <td rowspan=2><p class=MsoNormal align=center><b><span lang=EN-US>No.</span></b></p></td>
  <td rowspan=2><p class=MsoNormal><b>Uraian
   Kegiatan<o:p></o:p></b></p></td>
  <td colspan=3><p class=MsoNormal><b>Pelaksana<o:p></o:p></b></p></td>
  <td colspan=3><p>Mutu&nbsp;Baku</p></td><td rowspan=2>Ket.</td></tr>
 <tr><td><p>Kadis</p></td><td><p>Sekdin</p></td><td><p>Analis<br>Kinerja</p></td>
  <td>Persyaratan/ Kelengkapan</td><td>Waktu</td><td>Output</td></tr></thead>
 <tr>"""
    + "".join(f"<td><p>{nomor}</p></td>" for nomor in range(1, 10))
    + "</tr>"
)
BARIS = """<tr><td><p class=MsoNormal>1</p></td><td><p>Memerintahkan penyusunan<o:p></o:p></p>
<p>LKjIP &amp; lampiran</p></td>
<td><p><![if !vml]><img width=20 src="file:///C:/Users/a/clip_image001.gif"><![endif]>&#9632;</p></td><td>&nbsp;</td><td></td>
<td>Disposisi</td><td>10&nbsp;Menit</td><td>Disposisi</td><td>-</td></tr>
<tr><td>2</td><td>Menyusun konsep</td><td></td><td><p><span>2</span></p></td><td>1</td>
<td><p>Disposisi</p><p>Renstra</p></td><td>2 Hari</td><td>Konsep</td><td></td></tr>"""
PENUTUP = "</table><!--EndFragment--></body></html>"


def masalah(teks, dasar=None) -> list[str]:
    with pytest.raises(LembarTidakSah) as salah:
        baca_tempelan(teks, dasar or isi_sop(KODE))
    return salah.value.daftar_masalah


def test_a_table_from_word_becomes_rows_roles_and_headings():
    sop = baca_tempelan(PEMBUKA + BARIS + PENUTUP, isi_sop(KODE))
    pertama, kedua = sop.langkah
    assert pertama.kegiatan == "Memerintahkan penyusunan\nLKjIP & lampiran"
    assert (pertama.no, pertama.pelaksana, pertama.waktu_tercetak) == ("1", ("Kadis",), "10 Menit")
    assert pertama.pekerjaan[0].jenis is Jenis.DISPOSISI
    assert kedua.pelaksana == ("Analis Kinerja", "Sekdin")
    assert [(k.nama, k.dari) for k in kedua.kelengkapan] == [("Disposisi", pertama.kode), ("Renstra", "luar")]
    assert [p.nama for p in sop.peran if p.kolom] == ["Kadis", "Sekdin", "Analis Kinerja"]
    label = sop.identitas.label_kolom
    assert (label.kegiatan, label.kelengkapan, label.keterangan) == (
        "Uraian Kegiatan",
        "Persyaratan/ Kelengkapan",
        "Ket.",
    )
    assert label.nomor_kolom == tuple("123456789")


def test_rows_that_the_sop_has_are_known_again_and_keep_what_a_table_cannot_say():
    sop = isi_sop(KODE)
    baris_sop = cetakan(KODE).splitlines()
    tabel = "\n".join(baris_sop[baris_sop.index(next(b for b in baris_sop if b.startswith("No.\t"))) :])
    assert baca_tempelan(tabel, replace(sop, langkah=sop.langkah[::-1])).langkah[1:] == sop.langkah[1:]


def test_a_letter_in_a_new_row_has_a_form_so_that_it_can_be_written():
    baris = BARIS.replace("Menyusun konsep", "Menyusun surat permintaan data kepada bidang")
    surat = baca_tempelan(PEMBUKA + baris + PENUTUP, isi_sop(KODE)).langkah[1].pekerjaan[0]
    assert (surat.jenis, surat.naskah) == (Jenis.SURAT, "surat-permintaan-data")
    tanpa_nama = BARIS.replace("Menyusun konsep", "Membuat surat")
    assert (
        baca_tempelan(PEMBUKA + tanpa_nama + PENUTUP, isi_sop(KODE)).langkah[1].pekerjaan[0].naskah
        == "nota-dinas"
    )


def test_where_the_drawings_are_lost_the_pelaksana_stay_empty_for_the_checker_to_tell():
    teks = "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n\t\tKadis\tStaf\tKelengkapan\tWaktu\tOutput\t\n"
    teks += "1\tMenyiapkan undangan\t\t\tAgenda\t1 Jam\tUndangan\t\n"
    langkah = baca_tempelan(teks, isi_sop(KODE)).langkah[0]
    assert (langkah.pelaksana, langkah.pekerjaan[0].oleh) == ((), ())
    assert langkah.pekerjaan[0].jenis is Jenis.SURAT


def test_where_no_row_bears_a_mark_the_known_rows_keep_their_pelaksana():
    sop = isi_sop(KODE)
    teks = "No\tKegiatan\tKadis\tKasubbag\tKelengkapan\tWaktu\tOutput\tket\n"
    teks += "1\tMemerintahkan penyusunan LKJIP\t\t\tDisposisi surat\t10 Menit\tDisposisi surat\t-\n"
    assert baca_tempelan(teks, sop).langkah == sop.langkah[:1]


def test_missing_columns_are_named_all_at_once():
    assert masalah("No\tKegiatan\tKeterangan\n1\tMenyusun\t-\n") == [
        "Kolom Pelaksana (satu kolom untuk setiap jabatan) tidak ada; tambahkan kolom itu pada tabel.",
        "Kolom Kelengkapan tidak ada; tambahkan kolom itu pada tabel.",
        "Kolom Waktu tidak ada; tambahkan kolom itu pada tabel.",
        "Kolom Output tidak ada; tambahkan kolom itu pada tabel.",
    ]


def test_cells_merged_across_rows_are_refused_by_their_place():
    gabung = BARIS.replace("<td>Disposisi</td><td>-</td>", "<td rowspan=2>Disposisi</td><td>-</td>")
    gabung = gabung.replace("<td>Konsep</td>", "")
    assert masalah(PEMBUKA + gabung + PENUTUP) == [
        "Sel baris 4 kolom 8 digabung sampai baris 5 kolom 8; pisahkan sel itu dan isi setiap barisnya."
    ]


def test_a_column_pelaksana_that_is_not_divided_is_explained():
    teks = "No\tKegiatan\tPelaksana\tKelengkapan\tWaktu\tOutput\n1\tMenyusun\tKadis\tData\t1 Jam\tLaporan\n"
    assert (
        'Sel baris 1 kolom 3: kolom "Pelaksana" belum dibagi; buat satu kolom untuk setiap pelaksana.'
        in masalah(teks)
    )


def test_a_nameless_and_a_double_pelaksana_are_told():
    kepala = PEMBUKA.replace("<td><p>Sekdin</p></td>", "<td></td>").replace("Analis<br>Kinerja", "KADIS")
    assert masalah(kepala + BARIS + PENUTUP) == [
        "Sel baris 2 kolom 4: kolom pelaksana ini belum bernama; tulis jabatannya.",
        'Sel baris 2 kolom 5: pelaksana "KADIS" ada dua kali.',
    ]


@pytest.mark.parametrize(
    "teks",
    ["", "sekadar kalimat", "<table></table>", "<table><tr><td>a</td></tr></table>", "<table ", "<TABLE\n"],
)
def test_what_is_no_table_of_an_sop_is_refused_in_one_sentence(teks):
    assert len(masalah(teks)) == 1


def test_a_paste_that_is_too_long_or_too_wide_is_refused():
    assert masalah("x" * 2_000_001) == ["Tempelan terlalu panjang; salin tabel SOP-nya saja."]
    assert "terlalu luas" in masalah("<table>" + "<tr><td>a</td></tr>" * 10_000 + "</table>")[0]
    assert "terlalu luas" in masalah("<table><tr><td colspan=99999>a</td></tr></table>")[0]


def test_scripts_and_foreign_entities_leave_no_trace():
    jahat = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + PEMBUKA
    jahat += BARIS.replace("Menyusun konsep", "Menyusun &a;<script>alert(1)</script> konsep") + PENUTUP
    kegiatan = baca_tempelan(jahat, isi_sop(KODE)).langkah[1].kegiatan
    assert "root" not in kegiatan
    assert "alert" not in kegiatan


def test_headings_stay_as_they_were_but_for_their_words_and_capitals():
    sop = isi_sop(KODE)
    teks = "No.\tKEGIATAN\tKADIS\tKelengkapan\t  Waktu \tOutput\tket\n1\tRapat\tV\tData\t1 Jam\tNotula\t-\n"
    hasil = baca_tempelan(teks, sop)
    assert hasil.identitas.label_kolom == replace(sop.identitas.label_kolom, kegiatan="KEGIATAN")
    assert sop.identitas.label_kolom.kegiatan == LabelKolom().kegiatan
    assert hasil.peran[0] == sop.peran[0]  # posts are bound to the name of a role as it is spelt


TABEL = PEMBUKA[PEMBUKA.index("<table class=MsoTableGrid border=1 cellspacing=0") :]
LANJUTAN = BARIS.replace("Menyusun konsep", "Mengirim laporan").replace(
    "Memerintahkan penyusunan", "Memerintahkan pengiriman"
)


def kegiatan_semua(teks):
    return [" ".join(satu.kegiatan.split()) for satu in baca_tempelan(teks, isi_sop(KODE)).langkah]


SEMUA = [
    "Memerintahkan penyusunan LKjIP & lampiran",
    "Menyusun konsep",
    "Memerintahkan pengiriman LKjIP & lampiran",
    "Mengirim laporan",
]


@pytest.mark.parametrize(
    "halaman_dua",
    [
        f"</table>{TABEL}{LANJUTAN}",
        f"</table><p>Halaman 2</p><table>{LANJUTAN}",
        f"</table><table><tr>{''.join(f'<td>{n}</td>' for n in range(1, 10))}</tr>{LANJUTAN}",
        f"{TABEL[TABEL.index('<tr') :]}{LANJUTAN}",
        f"</table>{TABEL}{LANJUTAN}</table><table><tr><td>Disahkan oleh</td><td>Kadis</td></tr>",
    ],
    ids=[
        "a head on each page",
        "no head",
        "only the numbers",
        "one table, its head again",
        "a block after it",
    ],
)
def test_the_rows_of_every_page_are_read(halaman_dua):
    assert kegiatan_semua(PEMBUKA + BARIS + halaman_dua + PENUTUP) == SEMUA


def test_the_head_again_in_plain_text_is_no_row():
    teks = "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n\t\tKadis\tStaf\tKelengkapan\tWaktu\tOutput\t\n"
    baris = "1\tMenyiapkan undangan\tV\t\tAgenda\t1 Jam\tUndangan\t\n"
    assert kegiatan_semua(teks + baris + teks + baris.replace("Menyiapkan", "Mengirim")) == [
        "Menyiapkan undangan",
        "Mengirim undangan",
    ]


def test_two_tables_of_steps_with_other_columns_are_refused():
    lain = TABEL.replace("Sekdin", "Sekretaris") + LANJUTAN
    assert masalah(PEMBUKA + BARIS + "</table>" + lain + PENUTUP) == [
        "Tempelan memuat dua tabel langkah yang kolomnya berbeda; tempel satu saja, atau samakan kolomnya."
    ]
    sempit = "</table><table><tr><td>3</td><td>Mengirim</td><td>V</td></tr>"
    assert masalah(PEMBUKA + BARIS + sempit + PENUTUP) == [
        "Tabel ke-3 dalam tempelan tampak sebagai lanjutan tabel langkah, tetapi kolomnya 3, bukan 9; "
        "samakan kolomnya, atau salin tanpa tabel itu."
    ]


KOSONG = "<td></td>"


@pytest.mark.parametrize(
    "sel", [["Disahkan"] * 9, ["", "Disahkan oleh", "", "", "", "", "10 Januari", "", ""]]
)
def test_a_block_as_wide_as_the_table_but_without_numbers_is_asked_about(sel):
    blok = f"</table><table><tr>{''.join(f'<td>{teks}</td>' for teks in sel)}</tr>"
    assert masalah(PEMBUKA + BARIS + blok + PENUTUP) == [
        "Tabel ke-3 dalam tempelan selebar tabel langkah, tetapi barisnya tidak bernomor; bila itu lanjutannya, ulangi "
        "kepala tabel di atasnya; bila bukan (misalnya pengesahan), salin tanpa tabel itu."
    ]


def test_a_block_of_the_same_width_that_names_no_work_is_left_out():
    blok = f"</table><table><tr>{KOSONG * 7}<td>Kepala Dinas,</td><td>NIP</td></tr><tr>{KOSONG * 9}</tr>"
    assert kegiatan_semua(PEMBUKA + BARIS + blok + PENUTUP) == SEMUA[:2]


def test_a_table_for_each_row_is_read_however_many_there_are():
    satu = f"</table><table>{BARIS}"
    assert len(kegiatan_semua(PEMBUKA + BARIS + satu * 300 + PENUTUP)) == 602
    assert masalah(PEMBUKA + BARIS + satu * 1_200 + PENUTUP) == [
        "Tabel berisi 2402 baris; paling banyak 1000."
    ]
    assert (
        "terlalu luas"
        in masalah(PEMBUKA + "</table><table><tr><td>1<td>a<td>b<td><td><td><td><td><td>" * 5_000)[0]
    )


def test_a_fault_on_a_later_page_names_its_table():
    rusak = LANJUTAN.replace("Mengirim laporan", "")
    assert masalah(PEMBUKA + BARIS + "</table>" + TABEL + rusak + PENUTUP) == [
        "Sel tabel 2 baris 5 kolom 2: kegiatan belum ditulis."
    ]


def test_line_ends_of_windows_do_not_enter_the_sop_by_paste():
    teks = 'No\tKegiatan\tKadis\tKelengkapan\tWaktu\tOutput\tket\r\n1\t"Satu\r\ndua"\tV\tData\t1 Jam\tNotula\t-\r\n'
    assert baca_tempelan(teks, isi_sop(KODE)).langkah[0].kegiatan == "Satu\ndua"


@given(st.lists(st.sampled_from(["<table>", "<tr>", "<td rowspan=3>", "<td>", "</td>", "</tr>", "</table>", "Kegiatan",
                                 "Waktu", "\t", "\n", "No", "\0", "&#0;", "<p>", '"']), max_size=40))  # fmt: skip
@settings(deadline=None, max_examples=150)
def test_no_paste_breaks_the_reader(potongan):
    with suppress(LembarTidakSah):  # any other exception fails
        baca_tempelan("".join(potongan), isi_sop(KODE))


KEPALA_TEKS = "No\tKegiatan\tKadis\tStaf\tKelengkapan\tWaktu\tOutput\tKet\n"


def baris_teks(no, kegiatan="Menyusun", output="Laporan", keterangan="-"):
    return f"{no}\t{kegiatan}\tV\t\tData\t1 Jam\t{output}\t{keterangan}\n"


def test_a_quote_that_is_not_closed_swallows_no_row():
    teks = KEPALA_TEKS + baris_teks(1, keterangan='"lihat') + baris_teks(2) + baris_teks(3)
    langkah = baca_tempelan(teks, isi_sop(KODE)).langkah
    assert [satu.no for satu in langkah] == ["1", "2", "3"]
    assert langkah[0].keterangan == '"lihat'


def test_words_in_quotes_keep_them_and_a_quoted_cell_of_excel_loses_them():
    teks = (
        KEPALA_TEKS
        + baris_teks(1, kegiatan='"Surat" dibuat', output='"Surat"')
        + baris_teks(2, kegiatan='"Menyusun\nkonsep"', output='"Konsep ""A"""')
    )
    satu, dua = baca_tempelan(teks, isi_sop(KODE)).langkah
    assert (satu.kegiatan, satu.output_tercetak) == ('"Surat" dibuat', '"Surat"')
    assert (dua.kegiatan, dua.output_tercetak) == ("Menyusun\nkonsep", 'Konsep "A"')


def test_a_quote_closed_in_another_cell_is_a_fault_of_the_cell_where_it_opens():
    teks = KEPALA_TEKS + baris_teks(1, keterangan='"lihat') + baris_teks(2, keterangan='lampiran"')
    assert masalah(teks) == [
        "Sel baris 2 kolom 8: tanda kutip di awal sel ini baru ditutup di sel lain, sehingga batas selnya tidak "
        "jelas; hapus tanda kutip itu, lalu tempel lagi."
    ]


@pytest.mark.parametrize("isi", ["x" * 140_000, '"' + "y\n" * 4_000])
def test_a_cell_of_any_length_is_told_in_sentences(isi):
    assert all(kalimat.endswith(".") for kalimat in masalah(KEPALA_TEKS + f"1\t{isi}"))


def test_marks_that_nobody_sees_do_not_come_along():
    teks = KEPALA_TEKS.replace("Staf", "St\u200baf") + baris_teks(1, kegiatan="Menyu\u00adsun \u202ekonsep")
    sop = baca_tempelan(teks, isi_sop(KODE))
    assert sop.langkah[0].kegiatan == "Menyusun konsep"
    assert [p.nama for p in sop.peran if p.kolom][-1] == "Staf"


@pytest.mark.parametrize(
    ("keterangan", "tujuan"),
    [
        ("Bila belum baik kembali ke 2", ["2"]),
        ("dikembalikan ke langkah no. 1 dan 2", ["1", "2"]),
        ("Kembali ke langkah 1, 2", ["1", "2"]),
        ("kembali ke 2 hari kemudian", []),
        ("kembali ke 9", []),
        ("kembali ke 4", []),
        ("-", []),
    ],
)
def test_a_return_that_the_remark_tells_is_read_as_a_guess(keterangan, tujuan):
    teks = KEPALA_TEKS + "".join(
        baris_teks(no, kegiatan=kata, keterangan=keterangan if no == 3 else "-")
        for no, kata in enumerate(["Menyiapkan", "Menyusun", "Memeriksa", "Mengirim"], start=1)
    )
    sop = baca_tempelan(teks, isi_sop(KODE))
    langkah = sop.langkah[2]
    assert [sop.cari(kode).no for kode in langkah.kembali_ke] == tujuan
    assert ("kembali_ke" in langkah.disimpulkan) == bool(tujuan)
    assert langkah.keterangan == keterangan


def test_a_guessed_return_is_asked_about_until_someone_says_that_it_is_right():
    teks = KEPALA_TEKS + baris_teks(1) + baris_teks(2, kegiatan="Memeriksa", keterangan="kembali ke 1")
    sop = baca_tempelan(teks, isi_sop(KODE))
    aturan = {temuan.aturan for temuan in periksa(sop, pada=date(2026, 1, 5))}
    assert "kembali-disimpulkan" in aturan
    pasti = tegaskan_pekerjaan(sop, sop.langkah[1].kode).sop
    assert "kembali-disimpulkan" not in {temuan.aturan for temuan in periksa(pasti, pada=date(2026, 1, 5))}
    assert pasti.langkah[1].kembali_ke == (sop.langkah[0].kode,)
