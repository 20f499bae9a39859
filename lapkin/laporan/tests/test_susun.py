"""The composed report: chapters in order, figures right, gaps shown and never filled by guess."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.dokumen.blok import Gambar, Judul, Narasi, Paragraf, Tabel, TandaTangan, dari_json, ke_json
from lapkin.dokumen.cetak_html import cetak_html
from lapkin.dokumen.penomoran import nomori
from lapkin.laporan.hitung import hitung_lembar
from lapkin.laporan.kerangka import ANALISIS, KERANGKA, Bagian, daftar_bagian
from lapkin.laporan.susun import susun

from .lembar_contoh import IDENTITAS, KEGIATAN, LENGKAP, S1, TANPA_RIWAYAT, TARGET_NOL, lembar


def laporan(isi=None, narasi=None, **pilihan):
    isi = isi or lembar()
    return susun(isi, hitung_lembar(isi), narasi or {}, IDENTITAS, **pilihan)


def judul(dokumen, tingkat):
    return [blok.teks for blok in dokumen.blok if isinstance(blok, Judul) and blok.tingkat == tingkat]


def tabel(dokumen, kunci):
    return next(blok for blok in dokumen.blok if isinstance(blok, Tabel) and blok.kunci == kunci)


def sel(satu_tabel):
    return [[s.teks for s in baris.sel] for baris in satu_tabel.baris]


def kalimat(dokumen):
    paragraf = (blok for blok in dokumen.blok if isinstance(blok, Paragraf))
    return [potongan.teks for satu in paragraf for potongan in satu.potongan]


def test_bab_menurut_permenpan_53_2014_dalam_urutannya():
    assert judul(laporan(), 1) == [
        "Kata Pengantar",
        "Ikhtisar Eksekutif",
        "Daftar Isi",
        "Daftar Tabel",
        "Daftar Gambar",
        "Pendahuluan",
        "Perencanaan Kinerja",
        "Akuntabilitas Kinerja",
        "Penutup",
        "Perjanjian Kinerja Tahun 2025",
        "Pengukuran Kinerja Tahun 2025",
        "Rincian Anggaran Tahun 2025",
    ]


def test_bab_tiga_a_lalu_b():
    dokumen = laporan()
    label = dict(zip((getattr(b, "kunci", "") for b in dokumen.blok), nomori(dokumen), strict=False))
    assert (label["judul-capaian"], label["judul-anggaran"]) == ("A.", "B.")


def test_tujuh_analisis_untuk_setiap_sasaran():
    tujuh = [analisis.judul for analisis in ANALISIS]
    assert judul(laporan(), 4) == tujuh * 2


def test_bab_tiga_hanya_indikator_sasaran_dan_program_sisanya_di_lampiran():
    dokumen = laporan()
    nama = [baris[1] for baris in sel(tabel(dokumen, "tabel-capaian")) if len(baris) > 1]
    assert KEGIATAN.nama not in nama
    assert KEGIATAN.nama in [b[1] for b in sel(tabel(dokumen, "tabel-pengukuran")) if len(b) > 1]


def test_angka_capaian_tercetak_dalam_bentuk_indonesia():
    isi = sel(tabel(laporan(), "tabel-target-S1"))
    assert isi[0] == ["1.", LENGKAP.nama, "Indeks", "80", "84,5", "105,63", "Sangat Tinggi"]
    assert isi[1][3:] == ["100", "92,86", "92,86", "Sangat Tinggi"]


def test_skala_dan_batasnya_tercetak_di_bawah_tabel_capaian():
    assert "Permendagri 86/2017" in tabel(laporan(), "tabel-capaian").catatan


def test_target_nol_disebut_tidak_dapat_dihitung_beserta_alasannya():
    satu = tabel(laporan(), "tabel-target-S2")
    assert sel(satu)[0][5:] == ["tidak dapat dihitung", "–"]
    assert "Nomor 1: capaian tidak dapat dihitung: target nol" in satu.catatan


def test_tahun_lalu_yang_tidak_tercetak_pada_sumber_dinyatakan_tidak_tersedia():
    baris = sel(tabel(laporan(), "tabel-tahun-S1"))
    assert baris[0][3:] == ["78,1", "80", "82,25", "84,5", "105,63", "naik"]
    assert baris[1][3:6] == ["tidak tersedia"] * 3
    assert "Data realisasi tahun 2022 sampai dengan 2024 tidak tersedia pada sumber." in kalimat(laporan())


def test_kemajuan_ke_target_akhir_renstra():
    baris = sel(tabel(laporan(), "tabel-renstra-S1"))
    assert baris[0][3:] == ["84,5", "90", "93,89"]
    assert baris[1][3:] == ["92,86", "tidak tersedia", "–"]


def test_tanpa_standar_nasional_dinyatakan_tidak_ada():
    assert sel(tabel(laporan(), "tabel-nasional-S1"))[1][4] == "tidak ada standar nasional"
    assert "Tidak ada standar nasional untuk indikator pada sasaran ini." in kalimat(laporan())


def test_efisiensi_dari_anggaran_yang_terkait_dengan_sasaran():
    teks = " ".join(kalimat(laporan()))
    assert "Rata-rata capaian sasaran ini 99,24% dengan serapan anggaran 80,00%." in teks
    assert "data anggaran per sasaran tidak tersedia pada sumber" in teks


def test_program_pendukung_juga_dari_baris_anggaran_indikatornya():
    dokumen = laporan(lembar(LENGKAP, replace(TARGET_NOL, anggaran="A3")))
    assert sel(tabel(dokumen, "tabel-program-S2")) == [["1.", "Program Dua", "Rp100", "Rp100", "100,00"]]


def test_program_pendukung_hanya_baris_teratas_yang_terkait():
    baris = sel(tabel(laporan(), "tabel-program-S1"))
    assert baris == [["1.", "Program Satu", "Rp300", "Rp240", "80,00"]]


def test_anggaran_dijumlahkan_dari_daunnya():
    assert "Anggaran tahun 2025 sebesar Rp400 terealisasi Rp340 atau 85,00%." in kalimat(laporan())
    assert [s.teks for s in tabel(laporan(), "tabel-anggaran-rinci").kaki[0].sel][1:3] == ["Rp400", "Rp340"]


def test_ikhtisar_menghitung_yang_tercapai_dan_yang_tidak():
    teks = " ".join(kalimat(laporan()))
    assert "Kinerja Dinas Contoh tahun 2025 diukur dengan 3 indikator pada 2 sasaran." in teks
    assert (
        "Dari 3 indikator, 1 mencapai target, 1 belum mencapai target, dan 1 capaiannya tidak dapat dihitung."
        in teks
    )
    assert "Rata-rata capaian 99,24%, dihitung dari 2 indikator." in teks
    assert f"Indikator yang belum mencapai target: {TANPA_RIWAYAT.nama} (92,86%)." in teks


def test_grafik_dari_angka_disertai_uraiannya():
    daftar = {blok.kunci: blok for blok in laporan().blok if isinstance(blok, Gambar)}
    assert set(daftar) == {"grafik-capaian", "tabel-tren-S1-1", "grafik-anggaran"}
    assert "Indeks Kepuasan Masyarakat 105,63%" in daftar["grafik-capaian"].alt


def test_teks_orang_menjadi_blok_narasi_di_bawah_kuncinya():
    dokumen = laporan(narasi={"sebab-S1": "Alinea satu.\n\nAlinea dua."})
    isi = next(blok for blok in dokumen.blok if isinstance(blok, Narasi) and blok.kunci == "sebab-S1")
    assert [alinea[0].teks for alinea in isi.paragraf] == ["Alinea satu.", "Alinea dua."]


def test_bagian_wajib_yang_kosong_terlihat_sebagai_belum_diisi():
    assert "[Belum diisi: Isu Strategis." in cetak_html(laporan())


def test_bagian_pilihan_yang_kosong_tidak_tercetak():
    assert "Prestasi dan Penghargaan" not in judul(laporan(), 2)
    assert "Prestasi dan Penghargaan" in judul(laporan(narasi={"penghargaan": "Terbaik."}), 2)


def test_bagian_tambahan_cukup_satu_baris_data():
    inovasi = Bagian(kunci="inovasi", judul="Inovasi Daerah", bab="bab-3", petunjuk="Sebutkan.")
    dokumen = laporan(narasi={"inovasi": "Aplikasi antrean."}, kerangka=(*KERANGKA, inovasi))
    assert judul(dokumen, 2)[-3:] == ["Inovasi Daerah", "Kesimpulan", "Langkah Perbaikan"]


def test_pengesahan_oleh_pimpinan_dengan_gelar():
    blok = next(blok for blok in laporan().blok if isinstance(blok, TandaTangan))
    assert (blok.tempat_tanggal, blok.nama) == ("Kota Contoh, 20 Februari 2026", "Ibu Kadis, S.Sos.")


def test_penanda_tangan_yang_belum_diketahui_ditandai():
    isi = lembar()
    dokumen = susun(isi, hitung_lembar(isi), {}, replace(IDENTITAS, nama="", jabatan=()))
    blok = next(blok for blok in dokumen.blok if isinstance(blok, TandaTangan))
    assert "Belum diisi" in blok.nama


def test_indikator_tanpa_sasaran_pada_sumber_tetap_dianalisis():
    dokumen = laporan(lembar(replace(LENGKAP, sasaran="")))
    assert judul(dokumen, 3)[-1] == "Sasaran: Sasaran tidak dinyatakan pada sumber"


def test_sasaran_tanpa_indikator_utama_disebut_apa_adanya():
    dokumen = laporan(lembar(LENGKAP, KEGIATAN))
    assert any("tidak memiliki indikator tingkat sasaran atau program" in teks for teks in kalimat(dokumen))


def test_tahun_tanpa_angka_sama_sekali_tetap_tersusun():
    kosong = replace(lembar(), daftar_sasaran=(), daftar_indikator=(), daftar_anggaran=())
    teks = " ".join(kalimat(laporan(kosong)))
    assert "Belum ada indikator yang dapat diukur." in teks
    assert "Data anggaran tahun 2025 tidak tersedia pada sumber." in teks


def test_kunci_bagian_muat_dalam_penanda_word():
    with pytest.raises(ValueError, match="30 karakter"):
        Bagian(kunci="x" * 31, judul="", bab="bab-1", petunjuk="")


def test_tidak_ada_kunci_bagian_yang_kembar():
    daftar = [bagian.kunci for bagian in daftar_bagian((S1,))]
    assert len(daftar) == len(set(daftar))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.text(max_size=30), st.text(max_size=200))
def test_teks_dan_angka_apa_pun_tersusun_dan_tersimpan_utuh(nama, tertulis, teks):
    aneh = replace(
        LENGKAP,
        nama=nama,
        satuan=tertulis,
        target=tertulis,
        realisasi={"TAHUN": tertulis},
        riwayat={2024: tertulis},
        target_akhir=tertulis,
        standar_nasional=tertulis,
    )
    dokumen = laporan(lembar(aneh), {"sebab-S1": teks, "kata-pengantar": teks})
    assert dari_json(ke_json(dokumen)) == dokumen
    cetak_html(dokumen)
