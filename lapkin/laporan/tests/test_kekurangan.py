"""What a draft lacks is said in sentences, and the reach of the seven analyses is counted."""

from dataclasses import replace

from lapkin.laporan.hitung import hitung_lembar
from lapkin.laporan.kekurangan import cakupan, kekurangan
from lapkin.laporan.kerangka import daftar_bagian
from lapkin.laporan.tulisan import angka_tertulis, gabung

from .lembar_contoh import DAFTAR_ANGGARAN, IDENTITAS, LENGKAP, S1, lembar


def kurang(isi, narasi=None, identitas=IDENTITAS):
    return kekurangan(isi, hitung_lembar(isi), narasi or {}, identitas)


def lengkap():
    """One sasaran with nothing missing."""
    isi = lembar(LENGKAP, daftar_sasaran=(S1,), daftar_anggaran=DAFTAR_ANGGARAN[:2])
    return isi, {bagian.kunci: "Terisi." for bagian in daftar_bagian((S1,))}


def test_laporan_lengkap_tidak_kurang_apa_pun():
    assert kurang(*lengkap()) == ()


def test_bagian_wajib_kosong_disebut_dengan_babnya():
    isi, narasi = lengkap()
    assert kurang(isi, {**narasi, "isu-strategis": "  "}) == ("Pendahuluan: Isu Strategis belum diisi.",)


def test_narasi_analisis_yang_kosong_mengurangi_cakupannya():
    isi, narasi = lengkap()
    pesan = kurang(isi, {**narasi, "sebab-S1": ""})
    assert len(pesan) == 2
    assert "untuk sasaran “Meningkatnya kualitas pelayanan” belum diisi" in pesan[0]
    assert pesan[1].startswith("Analisis 5 (")
    assert pesan[1].endswith("baru mencakup 0 dari 1 indikator.")


def test_cakupan_tahun_sebelumnya_dihitung_per_indikator():
    isi = lembar()
    menurut_kunci = {c.analisis.kunci: c for c in cakupan(isi, hitung_lembar(isi), {})}
    assert (menurut_kunci["tahun"].tercakup, menurut_kunci["tahun"].semua) == (1, 3)
    assert menurut_kunci["nasional"].lengkap


def test_target_dan_realisasi_kosong_disebut():
    isi = lembar(replace(LENGKAP, target="", realisasi={}))
    pesan = " ".join(kurang(isi))
    assert "target belum diisi" in pesan
    assert "realisasi setahun belum diisi" in pesan


def test_keraguan_atas_angka_disampaikan_tanpa_mengubahnya():
    pesan = " ".join(kurang(lembar(replace(LENGKAP, target="80", realisasi={"TAHUN": "84500"}))))
    assert "terpaut lebih dari 100 kali" in pesan


def test_penanda_tangan_tempat_dan_anggaran_yang_belum_ada_disebut():
    isi, narasi = lengkap()
    pesan = kurang(
        replace(isi, daftar_anggaran=()), narasi, replace(IDENTITAS, nama="", tempat="", jabatan=())
    )
    assert pesan[:3] == (
        "Penanda tangan laporan belum diketahui; isi jabatan dan namanya.",
        "Tempat penandatanganan belum diisi.",
        "Data anggaran belum diisi.",
    )


def test_angka_tertulis_dalam_satu_bentuk():
    contoh = {
        "92.857142857142861": "92,86",
        "0.00012345": "0,0001",
        "1,237": "1,237",
        "232 Org": "232 Org",
        "WTP": "WTP",
        "Belum Rilis": "Belum Rilis",
        " ": "tidak tersedia",
        "26,5 %": "26,5%",
    }
    assert {teks: angka_tertulis(teks) for teks in contoh} == contoh


def test_gabung_menurut_tata_bahasa():
    assert [gabung(["a"]), gabung(["a", "b"]), gabung(["a", "b", "c"])] == ["a", "a dan b", "a, b, dan c"]
