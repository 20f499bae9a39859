"""Writing the text of a report: who may, what is refused, and that nobody overwrites another unseen."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from lapkin.berkas.actions import bekukan
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.laporan.actions import (
    PANJANG_NARASI,
    NarasiBerubah,
    catat_poin,
    gabung_narasi,
    mulai_laporan,
    simpan_narasi,
    susun_versi,
    tanda_narasi,
    terima_narasi,
    tutup_poin,
)
from lapkin.laporan.models import Narasi
from lapkin.laporan.queries import bahan_laporan, identitas_laporan, laporan_untuk, narasi_laporan
from lapkin.laporan.susun import susun
from lapkin.organisasi.models import Penugasan


def test_laporan_dimulai_dengan_satu_peristiwa(laporan, dinas):
    peristiwa = Peristiwa.objects.get(objek=laporan.kunci)
    assert (peristiwa.jenis, peristiwa.pegawai) == ("laporan.dimulai", dinas.kasubbag)
    assert peristiwa.sebagai == "Kepala Subbagian Program"


def test_laporan_tahun_yang_sama_tidak_dimulai_dua_kali(laporan, dinas):
    with pytest.raises(Ditolak, match="sudah dimulai"):
        mulai_laporan(pegawai=dinas.staf, instansi=dinas.instansi, tahun=2025, sebutan="LKjIP")


def test_laporan_hanya_terlihat_oleh_instansinya(laporan, dinas):
    assert laporan in laporan_untuk(dinas.staf)
    assert not laporan_untuk(dinas.orang_luar).exists()


def test_narasi_tersimpan_dengan_penulisnya_dan_satu_peristiwa(laporan, dinas):
    simpan_narasi(pegawai=dinas.staf, laporan=laporan, bagian="isu-strategis", teks="Isu pertama.  \r\n\x00")
    assert narasi_laporan(laporan) == {"isu-strategis": "Isu pertama."}
    assert Narasi.objects.get().penulis == dinas.staf
    assert Peristiwa.objects.filter(jenis="laporan.narasi").count() == 1


def test_menyimpan_teks_yang_sama_tidak_menambah_peristiwa(laporan, dinas):
    for _ in range(2):
        simpan_narasi(pegawai=dinas.staf, laporan=laporan, bagian="isu-strategis", teks="Isu.")
    assert Peristiwa.objects.filter(jenis="laporan.narasi").count() == 1


def test_penulis_kedua_ditolak_bila_teks_berubah_sejak_dibuka(laporan, dinas):
    dibuka = tanda_narasi(None)
    simpan_narasi(
        pegawai=dinas.staf, laporan=laporan, bagian="kesimpulan", teks="Dari staf.", terakhir_dilihat=dibuka
    )
    with pytest.raises(NarasiBerubah, match="baru saja diubah oleh Pak Staf"):
        simpan_narasi(
            pegawai=dinas.kasubbag,
            laporan=laporan,
            bagian="kesimpulan",
            teks="Dari kasubbag.",
            terakhir_dilihat=dibuka,
        )
    assert narasi_laporan(laporan)["kesimpulan"] == "Dari staf."


def test_bagian_yang_tidak_ada_dan_teks_terlalu_panjang_ditolak(laporan, dinas):
    with pytest.raises(Ditolak, match="tidak ada dalam kerangka"):
        simpan_narasi(pegawai=dinas.staf, laporan=laporan, bagian="karangan", teks="x")
    with pytest.raises(Ditolak, match="terlalu panjang"):
        simpan_narasi(
            pegawai=dinas.staf, laporan=laporan, bagian="kesimpulan", teks="x" * (PANJANG_NARASI + 1)
        )
    assert not Narasi.objects.exists()


def test_teks_unit_digabungkan_menurut_urutan_unit_tanpa_menghapus_yang_ada(laporan, dinas):
    simpan_narasi(pegawai=dinas.kasubbag, laporan=laporan, bagian="kesimpulan", teks="Pembuka.")
    for unit, kabid, teks in zip(dinas.unit[:0:-1], dinas.kabid[::-1], ("Dua.", "Satu."), strict=True):
        simpan_narasi(pegawai=kabid, laporan=laporan, bagian="kesimpulan", teks=teks, unit=unit)
    gabung_narasi(pegawai=dinas.staf, laporan=laporan, bagian="kesimpulan")
    assert narasi_laporan(laporan)["kesimpulan"] == "Pembuka.\n\nSatu.\n\nDua."
    with pytest.raises(Ditolak, match="Tidak ada teks baru"):
        gabung_narasi(pegawai=dinas.staf, laporan=laporan, bagian="kesimpulan")


def test_penanda_tangan_adalah_pemegang_jabatan_puncak(laporan):
    identitas = identitas_laporan(laporan)
    assert (identitas.jabatan, identitas.nama) == (("Kepala Dinas",), "Ibu Kadis")
    assert identitas.induk == "Pemerintah Provinsi Kalimantan Barat"


def test_pangkat_tercetak_dengan_golongannya(laporan, dinas):
    dinas.kadis.pangkat, dinas.kadis.golongan = "Pembina Utama Muda", "IV/c"
    dinas.kadis.save()
    assert identitas_laporan(laporan).pangkat == "Pembina Utama Muda, IV/c"


def test_plt_mencetak_jabatan_yang_dilaksanakan_lalu_jabatannya_sendiri(laporan, dinas):
    puncak = dinas.jabatan["kadis"]
    puncak.daftar_penugasan.all().delete()
    assert identitas_laporan(laporan).nama == ""
    Penugasan.objects.create(
        pegawai=dinas.sekdin, jabatan=puncak, jenis="plt", dari=date(2026, 1, 1), tunggal=True
    )
    assert identitas_laporan(laporan).jabatan == ("Plt. Kepala Dinas", "Sekretaris Dinas")


def test_lambang_yang_diunggah_tercetak_di_sampul(laporan):
    assert identitas_laporan(laporan).lambang_svg == ""
    isi = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes([0, 0, 0, 4, 0, 0, 0, 5])
    laporan.instansi.lambang = bekukan(isi=isi, nama="lambang.png", jenis="png")
    bahan = bahan_laporan(laporan)
    dokumen = susun(bahan.lembar, bahan.hasil, bahan.narasi, bahan.identitas)
    assert "data:image/png;base64," in dokumen.blok[0].lambang_svg


def test_laporan_pekerjaan_yang_selesai_tidak_dapat_ditulis_lagi(dinas, angka, pelaksanaan, client):
    laporan = mulai_laporan(
        pegawai=dinas.kasubbag,
        instansi=dinas.instansi,
        tahun=2025,
        sebutan="LKjIP",
        pelaksanaan=pelaksanaan,
    )
    assert Peristiwa.objects.get(objek=laporan.kunci).rujukan == pelaksanaan.kunci
    pelaksanaan.status, pelaksanaan.selesai_pada = "selesai", timezone.now()
    pelaksanaan.save()
    with pytest.raises(Ditolak, match="sudah selesai"):
        simpan_narasi(pegawai=dinas.staf, laporan=laporan, bagian="kesimpulan", teks="Terlambat.")
    client.force_login(dinas.staf)
    halaman = client.get(reverse("laporan", args=[laporan.pk])).text
    assert "tidak dapat diubah lagi" in halaman
    assert "Susun versi baru" not in halaman


def test_satu_pekerjaan_satu_laporan(dinas, pelaksanaan):
    isian = {"instansi": dinas.instansi, "tahun": 2025, "sebutan": "LKjIP", "pelaksanaan": pelaksanaan}
    mulai_laporan(pegawai=dinas.staf, **isian)
    with pytest.raises(Ditolak, match="sudah dimulai"):
        mulai_laporan(pegawai=dinas.kasubbag, **isian)


def test_orang_luar_tidak_menulis_laporan_kecuali_dalam_tugasnya(dinas, angka, laporan):
    versi = susun_versi(pegawai=dinas.staf, laporan=laporan)
    poin = catat_poin(pegawai=dinas.staf, versi=versi, isi="Perjelas.")
    luar = {"pegawai": dinas.orang_luar}
    tahun_lain = {"instansi": dinas.instansi, "tahun": 2024, "sebutan": "LKjIP"}
    for act in (
        lambda: mulai_laporan(**luar, **tahun_lain),
        lambda: simpan_narasi(**luar, laporan=laporan, bagian="kesimpulan", teks="Asing."),
        lambda: gabung_narasi(**luar, laporan=laporan, bagian="kesimpulan"),
        lambda: terima_narasi(**luar, laporan=laporan, narasi={"kesimpulan": "Asing."}, terakhir_dilihat={}),
        lambda: susun_versi(**luar, laporan=laporan),
        lambda: catat_poin(**luar, versi=versi, isi="Asing."),
        lambda: tutup_poin(**luar, poin=poin, jawaban="Asing."),
    ):
        with pytest.raises(Ditolak, match=f"Laporan {dinas.instansi} hanya ditulis pegawai instansi itu"):
            act()
    assert not Narasi.objects.exists()
    simpan_narasi(**luar, laporan=laporan, bagian="kesimpulan", teks="Dari tugas.", sebagai="Kadis Kominfo")
    assert Narasi.objects.get().teks == "Dari tugas."
