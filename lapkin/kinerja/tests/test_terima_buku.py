"""Taking a workbook over: ids stay, targets make versions, and what is refused changes nothing."""

from dataclasses import replace
from threading import Barrier, Thread

import pytest
from django.db import connection

from contoh.buat import isi_buku
from lapkin.conftest import bangun_dinas, buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.kinerja.actions import terima_buku
from lapkin.kinerja.anggaran import jumlah
from lapkin.kinerja.models import Indikator, PerjanjianKinerja, Realisasi
from lapkin.kinerja.queries import lembar_kinerja

TAHUN = 2025


@pytest.fixture
def isi():
    return isi_buku()


@pytest.fixture
def terisi(dinas, isi):
    terima_buku(pegawai=dinas.pengelola, instansi=dinas.instansi, isi=isi)
    return dinas


def _ganti(isi, urutan, **ganti):
    daftar = list(isi.lembar.daftar_indikator)
    daftar[urutan] = replace(daftar[urutan], **ganti)
    return replace(isi, lembar=replace(isi.lembar, daftar_indikator=tuple(daftar)))


def test_buku_contoh_tersimpan_utuh(terisi):
    lembar = lembar_kinerja(terisi.instansi, TAHUN)
    assert len(lembar.daftar_indikator) == 93
    assert len(lembar.daftar_anggaran) == 97
    assert jumlah(lembar.daftar_anggaran).pagu == 14_723_660_349_00
    assert lembar.versi_pk == "PK 2025 murni"


def test_isinya_kembali_seperti_dalam_buku(terisi, isi):
    tersimpan = lembar_kinerja(terisi.instansi, TAHUN).daftar_indikator
    assert [(i.nama, i.target, i.realisasi, i.target_akhir) for i in tersimpan] == [
        (i.nama, i.target, i.realisasi, i.target_akhir) for i in isi.lembar.daftar_indikator
    ]
    assert [bool(i.induk) for i in tersimpan] == [bool(i.induk) for i in isi.lembar.daftar_indikator]


def test_satu_peristiwa_untuk_seluruh_buku(terisi):
    peristiwa = Peristiwa.objects.get(jenis="buku.diterima")
    assert "194 baris baru" in peristiwa.uraian
    assert len(peristiwa.data["daftar_tambah"]) == 93 + 97 + 4


def test_buku_yang_sama_sekali_lagi_tidak_mengubah_apa_pun(terisi, isi):
    sebelum = lembar_kinerja(terisi.instansi, TAHUN)
    perubahan = terima_buku(pegawai=terisi.pengelola, instansi=terisi.instansi, isi=isi)
    assert perubahan.kosong
    assert lembar_kinerja(terisi.instansi, TAHUN) == sebelum


def test_lembar_dibaca_dalam_sedikit_kueri(terisi, django_assert_num_queries):
    with django_assert_num_queries(7):
        lembar_kinerja(terisi.instansi, TAHUN)


def test_target_yang_berubah_tanpa_alasan_ditolak_dan_tak_mengubah_apa_pun(terisi, isi):
    sebelum = lembar_kinerja(terisi.instansi, TAHUN)
    with pytest.raises(Ditolak, match="alasan"):
        terima_buku(pegawai=terisi.pengelola, instansi=terisi.instansi, isi=_ganti(isi, 2, target="5"))
    assert lembar_kinerja(terisi.instansi, TAHUN) == sebelum


def test_target_yang_berubah_menjadi_versi_perjanjian_baru(terisi, isi):
    terima_buku(
        pegawai=terisi.pengelola,
        instansi=terisi.instansi,
        isi=_ganti(isi, 2, target="5"),
        alasan="Refocusing anggaran",
    )
    assert [p.versi for p in PerjanjianKinerja.objects.all()] == [0, 1]
    assert lembar_kinerja(terisi.instansi, TAHUN).daftar_indikator[2].target == "5"
    assert lembar_kinerja(terisi.instansi, TAHUN, versi=0).daftar_indikator[2].target == "4"


def test_baris_yang_hilang_dihapus_dan_isinya_tinggal_di_jejak(terisi, isi):
    sisa = replace(isi, lembar=replace(isi.lembar, daftar_indikator=isi.lembar.daftar_indikator[:-1]))
    terima_buku(pegawai=terisi.pengelola, instansi=terisi.instansi, isi=sisa, alasan="Indikator dicabut")
    assert Indikator.objects.count() == 92
    peristiwa = Peristiwa.objects.filter(jenis="buku.diterima").last()
    assert peristiwa.data["dihapus"][0]["nama"] == "Indeks Inovasi Daerah"


def test_urutan_boleh_dibalik(terisi, isi):
    terbalik = replace(isi, lembar=replace(isi.lembar, daftar_indikator=isi.lembar.daftar_indikator[::-1]))
    pk = set(Indikator.objects.values_list("pk", flat=True))
    terima_buku(pegawai=terisi.pengelola, instansi=terisi.instansi, isi=terbalik)
    assert set(Indikator.objects.values_list("pk", flat=True)) == pk
    assert lembar_kinerja(terisi.instansi, TAHUN).daftar_indikator[0].nama == "Indeks Inovasi Daerah"


def test_realisasi_yang_berubah_mencatat_pengisinya(terisi, isi):
    terima_buku(
        pegawai=terisi.pengelola,
        instansi=terisi.instansi,
        isi=_ganti(isi, 0, realisasi={"TW1": "25", "TAHUN": "99"}),
    )
    indikator = Indikator.objects.get(urutan=1)
    assert {r.periode: r.tertulis for r in indikator.daftar_realisasi.all()} == {"TW1": "25", "TAHUN": "99"}
    assert Realisasi.objects.get(indikator=indikator, periode="TW1").pengisi == terisi.pengelola


def test_unit_yang_tidak_dikenal_ditolak(terisi, isi):
    with pytest.raises(Ditolak, match="Bidang Entah"):
        terima_buku(
            pegawai=terisi.pengelola,
            instansi=terisi.instansi,
            isi=_ganti(isi, 0, penanggung_jawab="Bidang Entah"),
        )


def test_bukan_pengelola_ditolak(dinas, isi):
    with pytest.raises(Ditolak, match="pengelola"):
        terima_buku(pegawai=dinas.staf, instansi=dinas.instansi, isi=isi)
    assert not Indikator.objects.exists()


def _terima_bersamaan(dinas, daftar_isi):
    """Each workbook is accepted by a person of its own, all at one moment; returns what each act answered."""
    mulai, jawaban = Barrier(len(daftar_isi)), []

    def terima(pegawai, isi):
        try:
            mulai.wait()
            jawaban.append(
                terima_buku(
                    pegawai=pegawai, instansi=dinas.instansi, isi=isi, alasan="Refocusing", asal=pegawai.nama
                )
            )
        finally:
            connection.close()

    kedua = buat_pegawai(dinas.instansi, "pengelola2", "Pengelola Kedua", pengelola=True)[0]
    pasangan = zip((dinas.pengelola, kedua), daftar_isi, strict=True)
    daftar_utas = [Thread(target=terima, args=satu) for satu in pasangan]
    for utas in daftar_utas:
        utas.start()
    for utas in daftar_utas:
        utas.join()
    return jawaban


@pytest.mark.django_db(transaction=True)
def test_dua_orang_menerima_buku_yang_sama_serentak_barisnya_tetap_sekali(isi):
    dinas = bangun_dinas()
    pertama, kedua = _terima_bersamaan(dinas, [isi, isi])
    assert sorted([pertama.kosong, kedua.kosong]) == [False, True]
    assert Indikator.objects.count() == 93
    assert [p.urut for p in Peristiwa.objects.filter(rantai=dinas.instansi.kunci)] == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_dua_buku_yang_berbeda_serentak_menjadi_dua_versi_perjanjian(isi):
    dinas = bangun_dinas()
    _terima_bersamaan(dinas, [isi, _ganti(isi, 2, target="5")])
    assert [p.versi for p in PerjanjianKinerja.objects.order_by("versi")] == [0, 1]
    terakhir = Peristiwa.objects.filter(jenis="buku.diterima").last()
    target = lembar_kinerja(dinas.instansi, TAHUN).daftar_indikator[2].target
    assert (terakhir.pegawai.nama, target) in {("Pengelola DP3A", "4"), ("Pengelola Kedua", "5")}
