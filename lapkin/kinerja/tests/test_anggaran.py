"""The budget tree: rebuilt from row order and sums, added up over leaves, its faults told."""

import csv
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from contoh.buat import isi_buku
from lapkin.kinerja.anggaran import BarisTercetak, bangun_pohon, jumlah
from lapkin.kinerja.lembar import TINGKAT_ANGGARAN

CONTOH = Path(__file__).resolve().parents[3] / "contoh" / "sumber"


def _baris(*daftar):
    return [
        BarisTercetak(kunci=str(urutan), nama=nama, pagu=pagu, realisasi=realisasi)
        for urutan, (nama, pagu, realisasi) in enumerate(daftar)
    ]


def _bentuk(daftar_baris):
    """Level and parent's name of each line."""
    pohon = bangun_pohon(daftar_baris)
    nama = {baris.kunci: baris.nama for baris in pohon.daftar_anggaran}
    return [(baris.nama, baris.tingkat, nama.get(baris.induk, "")) for baris in pohon.daftar_anggaran]


@pytest.fixture(scope="module")
def deli_serdang():
    return isi_buku().lembar.daftar_anggaran


def test_seluruhnya_bukan_lima_kali_lipat(deli_serdang):
    seluruh = jumlah(deli_serdang)
    assert (seluruh.pagu, seluruh.realisasi) == (14_723_660_349_00, 12_023_973_159_00)


def test_setiap_tingkat_berjumlah_sama(deli_serdang):
    for atas in deli_serdang:
        bawahan = [baris for baris in deli_serdang if baris.induk == atas.kunci]
        if bawahan:
            assert sum(baris.pagu for baris in bawahan) == atas.pagu, atas.nama
            assert sum(baris.realisasi for baris in bawahan) == atas.realisasi, atas.nama


def test_tidak_ada_baris_yang_hilang_atau_berpindah(deli_serdang):
    with next(CONTOH.glob("anggaran-*.csv")).open(encoding="utf-8", newline="") as berkas:
        tercetak = [baris["program"] for baris in csv.DictReader(berkas)]
    assert [baris.nama for baris in deli_serdang] == tercetak[:-1]
    assert tercetak[-1] == "JUMLAH"


def test_banyaknya_baris_menurut_tingkat(deli_serdang):
    banyak = {t: sum(baris.tingkat == t for baris in deli_serdang) for t in TINGKAT_ANGGARAN}
    assert banyak == {"urusan": 1, "bidang-urusan": 3, "program": 6, "kegiatan": 18, "sub-kegiatan": 69}


def test_baris_nol_mengikuti_baris_sebelumnya(deli_serdang):
    nama = {baris.kunci: baris.nama for baris in deli_serdang}
    induk = {baris.nama: nama.get(baris.induk, "") for baris in deli_serdang}
    assert induk["Fasilitasi Hak Kekayaan Intelektual"] == "Pengembangan Inovasi dan Teknologi"
    assert induk["Program Riset dan Inovasi Daerah"] == "Penelitian dan Pengembangan"
    assert induk[""] == "Program Riset dan Inovasi Daerah"


def test_rantai_beranak_satu_diurai_oleh_kata_program():
    assert _bentuk(
        _baris(
            ("Keuangan", 10, 8), ("Program Keuangan", 10, 8), ("Koordinasi", 10, 8), ("A", 4, 3), ("B", 6, 5)
        )
    ) == [
        ("Keuangan", "bidang-urusan", ""),
        ("Program Keuangan", "program", "Keuangan"),
        ("Koordinasi", "kegiatan", "Program Keuangan"),
        ("A", "sub-kegiatan", "Koordinasi"),
        ("B", "sub-kegiatan", "Koordinasi"),
    ]


def test_saudara_berjumlah_sama_tidak_dijadikan_atasan():
    assert _bentuk(_baris(("Program P", 20, 10), ("A", 10, 5), ("B", 10, 5))) == [
        ("Program P", "program", ""),
        ("A", "kegiatan", "Program P"),
        ("B", "kegiatan", "Program P"),
    ]


def test_daftar_program_tanpa_rincian_tetap_sejajar():
    bentuk = _bentuk(_baris(("Program A", 7, 1), ("Program B", 7, 1), ("Program C", 3, 3), ("JUMLAH", 17, 5)))
    assert bentuk == [(f"Program {huruf}", "program", "") for huruf in "ABC"]


def test_kode_menentukan_tingkat_bila_semua_baris_berkode():
    daftar = [
        BarisTercetak(kunci=kode, nama="sama", pagu=5, realisasi=5, kode=kode)
        for kode in ("5", "5.01", "5.01.01", "5.01.01.2.01", "5.01.01.2.01.0001")
    ]
    assert [baris.tingkat for baris in bangun_pohon(daftar).daftar_anggaran] == list(TINGKAT_ANGGARAN)


def test_jumlah_yang_tidak_cocok_dilaporkan_bukan_dipaksakan():
    pohon = bangun_pohon(_baris(("Program A", 100, 50), ("x", 60, 30), ("y", 30, 20), ("Program B", 5, 5)))
    assert [baris.pagu for baris in pohon.daftar_anggaran] == [100, 60, 30, 5]
    (selisih,) = pohon.daftar_selisih
    assert (selisih.nama, selisih.pagu, selisih.pagu_bawahan) == ("Program A", 100, 90)


def test_baris_jumlah_yang_salah_dilaporkan():
    pohon = bangun_pohon(_baris(("Program A", 7, 1), ("Program B", 3, 1), ("Jumlah Total", 11, 2)))
    assert [(s.nama, s.pagu, s.pagu_bawahan) for s in pohon.daftar_selisih] == [("Jumlah Total", 11, 10)]


def test_tanpa_baris_tidak_ada_pohon():
    assert bangun_pohon([]).daftar_anggaran == ()


def _pohon(dalam):
    daun = st.tuples(st.integers(1, 10**13), st.integers(0, 10**12))
    if dalam == 0:
        return daun
    return st.one_of(daun, st.lists(_pohon(dalam - 1), min_size=2, max_size=4))


def _total(simpul):
    if isinstance(simpul, tuple):
        return simpul
    daftar = [_total(anak) for anak in simpul]
    return sum(p for p, _ in daftar), sum(r for _, r in daftar)


def _ratakan(simpul, awalan="Program"):
    yield (awalan, *_total(simpul))
    if isinstance(simpul, list):
        for anak in simpul:
            yield from _ratakan(anak, "Kegiatan")


def _daun(simpul):
    return [simpul] if isinstance(simpul, tuple) else [daun for anak in simpul for daun in _daun(anak)]


@given(st.lists(_pohon(2), min_size=1, max_size=5))
@example([[(1, 0), (1, 0), [(1, 0), (1, 1)]]])
def test_pohon_acak_yang_diratakan_berjumlah_sama_kembali(daftar_program):
    daftar_baris = _baris(*(baris for program in daftar_program for baris in _ratakan(program)))
    pohon = bangun_pohon(daftar_baris)
    seluruh = jumlah(pohon.daftar_anggaran)
    daftar_daun = [daun for program in daftar_program for daun in _daun(program)]
    assert seluruh.pagu == sum(pagu for pagu, _ in daftar_daun)
    assert seluruh.realisasi == sum(realisasi for _, realisasi in daftar_daun)
    assert pohon.daftar_selisih == ()


@given(st.lists(st.tuples(st.text(max_size=12), st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_baris_apa_pun_tidak_menggagalkan_dan_tidak_menghilang(daftar):
    daftar_baris = _baris(*daftar)
    pohon = bangun_pohon(daftar_baris)
    assert [b.pagu for b in pohon.daftar_anggaran] == [
        b.pagu for b in daftar_baris if b.kunci in {a.kunci for a in pohon.daftar_anggaran}
    ]
