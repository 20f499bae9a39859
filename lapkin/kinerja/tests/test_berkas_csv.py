"""The CSV with capaian: what is read, what is added, what is refused."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapkin.kinerja.berkas_csv import BYTE_TERBANYAK, BerkasDitolak, olah

KEPALA = "instansi,indikator,satuan,arah,target,realisasi"


def hasil(teks: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(olah(teks.encode()).isi.decode(), newline="")))


def satu(baris: str, kepala: str = KEPALA) -> dict[str, str]:
    return hasil(f"{kepala}\n{baris}\n")[0]


def test_three_columns_are_added_at_the_end():
    isi = olah(f'{KEPALA}\nDinas X,Indeks Risiko,Indeks,turun,"149,12","138,43"\n'.encode()).isi
    assert isi.decode() == (
        f"{KEPALA},capaian,kategori,keterangan\n"
        'Dinas X,Indeks Risiko,Indeks,turun,"149,12","138,43","107,17",Sangat Tinggi,'
        '"Rumus turun: (2 x 149,12 - 138,43) / 149,12 x 100; skala Permendagri 86/2017."\n'
    )


def test_other_columns_pass_through_unchanged():
    baris = satu('1,X,Y,%,naik,80,60," a ""b"", c",=1+1', f"no,{KEPALA},sumber,Catatan Saya")
    assert (baris["no"], baris["sumber"], baris["Catatan Saya"]) == ("1", ' a "b", c', "=1+1")
    assert baris["capaian"] == "75,00"


def test_columns_may_stand_in_any_order_and_case():
    assert satu("60,80,Naik,%,Y,X", " Realisasi,TARGET,Arah,Satuan,Indikator,Instansi")["capaian"] == "75,00"


@pytest.mark.parametrize(
    ("pilihan", "capaian"),
    [
        ("turun,10,8,,", "120,00"),
        ("turun,10,8,naik,", "80,00"),
        ("turun,10,8,turun-terbalik,", "125,00"),
        ("turun,10,8,turun-terbalik,110", "110,00"),
        ("turun,10,8,tercapai-100,", "100,00"),
        ("naik,10,15,,100", "100,00"),
        ("naik,10,15,,120%", "120,00"),
        ("naik,WTP,WDP,predikat,", "75,00"),
    ],
)
def test_formula_and_cap_can_be_chosen_per_row(pilihan, capaian):
    assert satu(f"X,Y,%,{pilihan}", f"{KEPALA},rumus,batas")["capaian"] == capaian


@pytest.mark.parametrize(
    ("pilihan", "keterangan"),
    [
        ("unknown,10,8,,", 'arah "unknown" tidak dikenal; isi salah satu: naik, turun.'),
        (",10,8,,", 'arah "" tidak dikenal'),
        ("naik,10,8,lurus,", 'rumus "lurus" tidak dikenal'),
        ("naik,10,8,,130", 'batas "130" tidak dikenal'),
        ("naik,10,8,,ada", 'batas "ada" tidak dikenal'),
        ("naik,0,8,,", "target nol"),
        ("naik,10,Belum Rilis,,", "belum dirilis"),
        ("naik,10,,,", "realisasi: isian kosong"),
        ("naik,1:32,1:17,,", "rasio"),
    ],
)
def test_a_row_that_cannot_be_computed_says_why(pilihan, keterangan):
    baris = satu(f"X,Y,%,{pilihan}", f"{KEPALA},rumus,batas")
    assert (baris["capaian"], baris["kategori"]) == ("", "")
    assert baris["keterangan"].startswith("Capaian tidak dapat dihitung: ")
    assert keterangan in baris["keterangan"]


def test_doubts_stand_in_the_remark():
    assert "periksa satuan/penulisan" in satu('X,Y,Ha,naik,10274,"10,274,076"')["keterangan"]


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
def test_the_delimiter_is_found_and_kept(pemisah):
    teks = "\n".join([KEPALA.replace(",", pemisah), pemisah.join(["X", "Y", "%", "naik", "80", "60"])])
    baris_pertama = olah(teks.encode()).isi.decode().splitlines()[1]
    assert baris_pertama.startswith(pemisah.join(["X", "Y", "%", "naik", "80", "60"]) + pemisah)


def test_commas_in_a_semicolon_header_do_not_mislead():
    kepala = KEPALA.replace(",", ";") + ";satu,dua,tiga,empat,lima,enam,tujuh"
    isi = olah(f"{kepala}\nX;Y;%;naik;80;60;a,b\n".encode()).isi.decode()
    assert isi.startswith(f"{kepala};capaian;kategori;keterangan\nX;Y;%;naik;80;60;a,b;75,00;")


@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_of_offices_are_read_and_written_as_utf8(sandi):
    isi = f"{KEPALA}\nDinas “X” é,Y,%,naik,80,60\n".encode(sandi)
    keluar = olah(isi).isi.decode()
    assert keluar.startswith(KEPALA)
    assert "Dinas “X” é" in keluar


def test_line_ends_are_kept():
    isi = olah(f"{KEPALA}\r\nX,Y,%,naik,80,60\r\n".encode()).isi
    assert isi.count(b"\r\n") == isi.count(b"\n") == 2


def test_blank_lines_are_left_out_and_empty_rows_stay_empty():
    daftar_baris = hasil(f"\n{KEPALA}\n\nX,Y,%,naik,80,60\n,,,,,\n")
    assert [baris["keterangan"] == "" for baris in daftar_baris] == [False, True]


def test_a_short_row_is_filled_up():
    assert "realisasi: isian kosong" in satu("X,Y,%,naik,80")["keterangan"]


def test_a_row_with_too_many_cells_is_not_computed_and_loses_nothing():
    """An unquoted 98,75 shifts the figures: 98 and 75 would be computed as target and realisasi."""
    baris = satu("X,Y,%,naik,98,75,80")
    assert baris["capaian"] == ""
    assert "berisi 7 kolom, kepalanya 6" in baris["keterangan"]
    assert baris[None] == ["80"]


def test_trailing_delimiters_do_no_harm():
    assert satu("X,Y,%,naik,80,60,,")["capaian"] == "75,00"


def test_input_columns_named_like_ours_are_kept_under_another_name():
    hasil_olah = olah(f"{KEPALA},Capaian,capaian_asal\nX,Y,%,naik,80,60,12,13\n".encode())
    assert hasil_olah.isi.decode().splitlines()[0] == (
        f"{KEPALA},capaian_asal_asal,capaian_asal,capaian,kategori,keterangan"
    )
    assert hasil_olah.daftar_pesan == ('Kolom "Capaian" dari berkas ditulis sebagai "capaian_asal_asal".',)


def test_a_header_without_rows_is_no_fault():
    assert olah(KEPALA.encode()).isi.decode() == f"{KEPALA},capaian,kategori,keterangan\n"


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"", "Berkas kosong"),
        (b"\n \n".replace(b" ", b""), "Berkas kosong"),
        (b"instansi,indikator,target\nX,Y,1", "Kolom tidak ditemukan: satuan, arah, realisasi."),
        (f"{KEPALA},Target\n".encode(), "Kolom ganda: target"),
        (b"PK\x03\x04\x00\x00", "bukan CSV"),
        (b"\xff\xfea", "bukan CSV"),
        (b"\x81\x8d\x8f", "bukan CSV"),
        (f'{KEPALA}\nX,"Y,%,naik,1,2\nX,Y,%,naik,1,2\n'.encode(), "tidak dapat dibaca; periksa tanda kutip"),
        (b" " * (BYTE_TERBANYAK + 1), "lebih besar dari 20 MB"),
    ],
    ids=["kosong", "baris kosong", "kurang", "ganda", "xlsx", "utf-16 rusak", "biner", "kutip", "besar"],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(isi, kalimat):
    with pytest.raises(BerkasDitolak) as ditolak:
        olah(isi)
    assert kalimat in str(ditolak.value)
    assert "\n" not in str(ditolak.value)


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda teks: f"{KEPALA}\n{teks}".encode(errors="replace"))
)
def test_no_file_makes_it_fail_otherwise(isi):
    try:
        kalimat = olah(isi).isi.decode() and "."
    except BerkasDitolak as ditolak:
        kalimat = str(ditolak)
    assert kalimat.endswith(".")
