"""The workbook: written and read back whole, and every spoilt cell named by its place."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contoh import buat
from lapkin.kinerja.buku_kerja import Identitas, IsiBuku, SalahBuku, baca_buku, tulis_buku
from lapkin.kinerja.lembar import BarisAnggaran, BarisIndikator, BarisSasaran, LembarKinerja

from .berkas_uji import angka, galat, rumus_belum_dihitung, teks, ubah_bagian, ubah_sel

IDENTITAS = Identitas(
    instansi="Dinas Contoh",
    tahun=2025,
    induk="Pemerintah Kabupaten Contoh",
    tempat="Contoh",
    tanggal=date(2026, 2, 20),
    kop=("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH"),
    alamat="Jalan Contoh 1",
    pejabat="Bupati Contoh",
    nama="Ibu Kadis",
    jabatan="Kepala Dinas Contoh",
    pangkat="Pembina Tk. I",
    nip="000000000000000001",
)
LEMBAR = LembarKinerja(
    instansi="Dinas Contoh",
    tahun=2025,
    daftar_sasaran=(
        BarisSasaran(kunci="s1", nama="Meningkatnya Contoh"),
        BarisSasaran(kunci="s2", nama="Kosong"),
    ),
    daftar_indikator=(
        BarisIndikator(
            kunci="i1",
            nama="Indeks Contoh",
            satuan="%",
            arah="naik",
            sasaran="s1",
            anggaran="a1",
            target="98,75",
            realisasi={"TW1": "20", "TAHUN": "1.234,5"},
            riwayat={2022: "90", 2024: "95,5"},
            target_akhir="100",
            standar_nasional="97",
            penanggung_jawab="Sekretariat",
            sumber_data="Survei",
        ),
        BarisIndikator(
            kunci="i2", nama="Angka Buruk", satuan="Kasus", arah="turun", rumus="turun-terbalik", batas="120"
        ),
    ),
    daftar_anggaran=(
        BarisAnggaran(
            kunci="a1", tingkat="program", nama="Program Contoh", pagu=3_000_50, realisasi=2_000_00
        ),
        BarisAnggaran(
            kunci="a2",
            tingkat="kegiatan",
            nama="Kegiatan",
            pagu=3_000_50,
            realisasi=2_000_00,
            induk="a1",
            sasaran="s1",
        ),
    ),
)
ISI = IsiBuku(identitas=IDENTITAS, lembar=LEMBAR, narasi={"bab1": "Satu.\n\nDua.", "bab2": "Tiga & <empat>"})


@pytest.fixture(scope="module")
def buku():
    return tulis_buku(ISI, [("bab1", "Pendahuluan"), ("kosong", "Belum ditulis")])


def _kalimat(isi: bytes) -> dict[str, str]:
    hasil = baca_buku(isi)
    assert hasil.isi is None
    return {masalah.tempat: masalah.kalimat for masalah in hasil.daftar_masalah}


def test_yang_ditulis_terbaca_kembali_sama(buku):
    hasil = baca_buku(buku)
    assert hasil.daftar_masalah == ()
    assert hasil.isi.identitas == IDENTITAS
    assert hasil.isi.lembar == LEMBAR
    assert hasil.isi.narasi == ISI.narasi


def test_isi_yang_sama_memberi_bita_yang_sama():
    assert tulis_buku(ISI) == tulis_buku(ISI)


def test_buku_contoh_adalah_buatan_skripnya():
    assert buat.BUKU.read_bytes() == tulis_buku(buat.isi_buku())


def test_buku_contoh_terbaca_tanpa_masalah():
    hasil = baca_buku(buat.BUKU.read_bytes())
    assert hasil.daftar_masalah == ()
    assert hasil.isi.lembar == buat.isi_buku().lembar


def test_derau_biner_tampil_sebagai_angka_bulat():
    kedua = buat.isi_buku().lembar.daftar_indikator[1]
    assert kedua.realisasi == {"TAHUN": "100"}


def test_teks_panjang_tidak_terpotong():
    narasi = {"bab1": "\n\n".join("kata " * 2000 + str(urutan) for urutan in range(9))}
    assert baca_buku(tulis_buku(replace(ISI, narasi=narasi))).isi.narasi == narasi


def test_semua_sel_yang_salah_disebut_sekaligus(buku):
    for lembar, alamat, sel in (
        ("Identitas", "C6", teks("2024")),
        ("Sasaran & Indikator", "F5", teks("urusan")),
        ("Sasaran & Indikator", "J6", teks("naik turun")),
        ("Sasaran & Indikator", "M5", teks("1.2.3")),
        ("Realisasi", "E5", galat("#DIV/0!")),
        ("Realisasi", "F5", rumus_belum_dihitung("1+1")),
        ("Anggaran", "E5", teks("tiga juta")),
    ):
        buku = ubah_sel(buku, lembar, alamat, sel)
    assert list(_kalimat(buku)) == [
        "Identitas, baris 6, kolom C",
        "Sasaran & Indikator, baris 5, kolom F",
        "Sasaran & Indikator, baris 5, kolom M",
        "Sasaran & Indikator, baris 6, kolom J",
        "Realisasi, baris 5, kolom E",
        "Realisasi, baris 5, kolom F",
        "Anggaran, baris 5, kolom E",
    ]


def test_rumus_yang_belum_dihitung_disebut(buku):
    kalimat = _kalimat(ubah_sel(buku, "Realisasi", "F5", rumus_belum_dihitung("1+1")))
    assert "Rumus belum dihitung" in kalimat["Realisasi, baris 5, kolom F"]


def test_angka_sebagai_teks_dan_sebagai_angka_sama_saja(buku):
    buku = ubah_sel(buku, "Anggaran", "E5", teks("Rp3.000,50"))
    buku = ubah_sel(buku, "Realisasi", "F5", angka("92.857142857142861"))
    hasil = baca_buku(buku)
    assert hasil.isi.lembar.daftar_anggaran[0].pagu == 3_000_50
    assert hasil.isi.lembar.daftar_indikator[0].realisasi["TW2"] == "92,8571428571429"


def test_yang_bukan_angka_tetapi_beralasan_hanya_peringatan(buku):
    buku = ubah_sel(buku, "Realisasi", "F5", teks("1:32"))
    buku = ubah_sel(buku, "Realisasi", "G5", teks("Belum Rilis"))
    hasil = baca_buku(buku)
    assert hasil.isi.lembar.daftar_indikator[0].realisasi["TW3"] == "Belum Rilis"
    assert [peringatan.kolom for peringatan in hasil.daftar_peringatan] == ["F"]


def test_indikator_tidak_dikenal_di_realisasi(buku):
    kalimat = _kalimat(ubah_sel(buku, "Realisasi", "E9", teks("5")))
    assert "tidak dikenal" in kalimat["Realisasi, baris 9, kolom B"]


def test_sel_terkunci_yang_berubah_ketahuan(buku):
    kalimat = _kalimat(ubah_sel(buku, "Realisasi", "B5", teks("Indeks Lain")))
    assert 'seharusnya "Indeks Contoh"' in kalimat["Realisasi, baris 5, kolom B"]


def test_kode_baris_yang_disalin_ketahuan(buku):
    kalimat = _kalimat(ubah_sel(buku, "Sasaran & Indikator", "A6", teks("i1")))
    assert "salinan dari baris 5" in kalimat["Sasaran & Indikator, baris 6, kolom A"]


def test_indikator_kembar_disebut(buku):
    daftar = (LEMBAR.daftar_indikator[0], replace(LEMBAR.daftar_indikator[0], kunci="i9"))
    kembar = replace(ISI, lembar=replace(LEMBAR, daftar_indikator=daftar))
    kalimat = _kalimat(tulis_buku(kembar))
    assert "sama dengan baris 5" in kalimat["Sasaran & Indikator, baris 6, kolom H"]


def test_kepala_kolom_yang_berubah_disebut(buku):
    kalimat = _kalimat(ubah_sel(buku, "Anggaran", "E4", teks("Pagu ribuan")))
    assert "Kepala kolom berubah" in kalimat["Anggaran, baris 4, kolom E"]


def test_nip_yang_menjadi_angka_ditolak(buku):
    kalimat = _kalimat(ubah_sel(buku, "Identitas", "C17", angka("1.98001012005011E+17")))
    assert "angka akhirnya hilang" in kalimat["Identitas, baris 17, kolom C"]


def test_jumlah_anggaran_yang_tidak_cocok_menjadi_peringatan(buku):
    hasil = baca_buku(ubah_sel(buku, "Anggaran", "E6", angka("2500")))
    (peringatan,) = hasil.daftar_peringatan
    assert peringatan.tempat == "Anggaran, baris 5, kolom E"
    assert "Rp3.000,50 tidak sama dengan jumlah baris di bawahnya, Rp2.500" in peringatan.kalimat


def test_tingkat_anggaran_yang_kosong_semua_dibangun_dari_jumlahnya(buku):
    for alamat in ("B5", "B6"):
        buku = ubah_sel(buku, "Anggaran", alamat, teks(""))
    assert [baris.tingkat for baris in baca_buku(buku).isi.lembar.daftar_anggaran] == ["program", "kegiatan"]


def test_uraian_anggaran_yang_tidak_ada_disebut(buku):
    kalimat = _kalimat(ubah_sel(buku, "Sasaran & Indikator", "G5", teks("Program Entah")))
    assert "tidak ada di lembar Anggaran" in kalimat["Sasaran & Indikator, baris 5, kolom G"]


def test_lembar_yang_hilang_disebut_namanya(buku):
    buku = ubah_bagian(buku, {"xl/worksheets/sheet4.xml": None})
    with pytest.raises(SalahBuku, match="Realisasi"):
        baca_buku(buku)


def test_format_lain_ditolak(buku):
    with pytest.raises(SalahBuku, match="format yang tidak dikenal"):
        baca_buku(ubah_sel(buku, "_lapkin", "A1", teks("buku-lain-9")))


@settings(max_examples=15, deadline=None)
@given(
    nama=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40),
    realisasi=st.decimals(-(10**9), 10**9, places=3),
)
def test_nama_dan_angka_apa_pun_kembali(nama, realisasi):
    nama = nama.strip() or "x"
    tertulis = str(realisasi).replace(".", ",")
    satu = BarisIndikator(kunci="i1", nama=nama, satuan="", arah="naik", realisasi={"TW1": tertulis})
    isi = replace(
        ISI, lembar=replace(LEMBAR, daftar_indikator=(satu,), daftar_anggaran=(), daftar_sasaran=())
    )
    hasil = baca_buku(tulis_buku(isi))
    assert hasil.daftar_masalah == ()
    assert hasil.isi.lembar.daftar_indikator[0].realisasi == {"TW1": tertulis}
