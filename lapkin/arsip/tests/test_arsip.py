"""Keeping and sending: archive once, deliveries with receipts, retention, and who may see what."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from lapkin.arsip import klasifikasi_awal
from lapkin.arsip.actions import arsipkan, catat_tanda_terima, kirim, tambah_klasifikasi
from lapkin.arsip.models import Arsip, Klasifikasi, Pengiriman
from lapkin.arsip.queries import arsip_untuk, cari_arsip, kiriman_untuk, retensi_arsip
from lapkin.berkas.actions import bekukan
from lapkin.berkas.tests.test_kenali import pdf
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa


@pytest.fixture
def klasifikasi(db):
    klasifikasi_awal.isi(Klasifikasi)
    return Klasifikasi.objects.get(kode="000.8.6.3")


def berkas(nama="LKjIP.pdf"):
    return bekukan(isi=pdf() + nama.encode(), nama=nama, jenis="pdf")


def simpan(dinas, klasifikasi, **tambahan):
    return arsipkan(
        **{
            "pegawai": dinas.staf,
            "instansi": dinas.instansi,
            "berkas": berkas(),
            "judul": "LKjIP Tahun 2025",
            "klasifikasi": klasifikasi,
            "lokasi": "Lemari 2, boks 14",
            "tahun": 2026,
            "objek": "pelaksanaan:1",
        }
        | tambahan
    )


def kirimkan(dinas, **tambahan):
    return kirim(
        **{
            "pegawai": dinas.staf,
            "instansi": dinas.instansi,
            "tujuan": "Biro Organisasi",
            "perihal": "Penyampaian LKjIP",
            "daftar_berkas": [berkas()],
            "objek": "pelaksanaan:1",
        }
        | tambahan
    )


def test_arsip_tercatat_dengan_peristiwa_dan_retensinya(dinas, klasifikasi):
    arsip = simpan(dinas, klasifikasi)
    assert str(retensi_arsip(arsip)) == "aktif s.d. 2028, inaktif s.d. 2032, kemudian permanen"
    peristiwa = Peristiwa.objects.get(jenis="arsip.diarsipkan")
    assert (peristiwa.objek, peristiwa.rujukan) == ("pelaksanaan:1", arsip.kunci)


def test_berkas_yang_sama_diarsipkan_sekali_untuk_satu_pekerjaan(dinas, klasifikasi):
    simpan(dinas, klasifikasi)
    with pytest.raises(Ditolak, match="sudah diarsipkan"):
        simpan(dinas, klasifikasi)
    simpan(dinas, klasifikasi, objek="pelaksanaan:2")


def test_arsip_tanpa_lokasi_kertas_ditolak(dinas, klasifikasi):
    with pytest.raises(Ditolak, match="lokasi"):
        simpan(dinas, klasifikasi, lokasi=" ")


def test_arsip_dan_kiriman_hanya_terlihat_instansi_sendiri(dinas, klasifikasi):
    simpan(dinas, klasifikasi)
    kirimkan(dinas)
    assert arsip_untuk(dinas.kadis).exists()
    assert kiriman_untuk(dinas.kadis).exists()
    assert not arsip_untuk(dinas.orang_luar).exists()
    assert not kiriman_untuk(dinas.orang_luar).exists()


def test_orang_luar_tidak_mengarsipkan_mengirim_atau_mencatat_tanda_terima(dinas, klasifikasi):
    kiriman = kirimkan(dinas)
    tanda = {"pengiriman": kiriman, "penerima": "Ibu", "diterima_pada": timezone.localdate()}
    for act in (
        lambda: simpan(dinas, klasifikasi, pegawai=dinas.orang_luar),
        lambda: kirimkan(dinas, pegawai=dinas.orang_luar, tujuan="Lain"),
        lambda: catat_tanda_terima(pegawai=dinas.orang_luar, **tanda),
    ):
        with pytest.raises(Ditolak, match=f"Anda bukan pegawai {dinas.instansi}"):
            act()
    assert not Arsip.objects.exists()
    assert Pengiriman.objects.get().diterima_pada is None


def test_yang_mengirim_dalam_tugas_instansi_lain_mencatat_tanda_terimanya(dinas):
    kiriman = kirimkan(dinas, pegawai=dinas.orang_luar, sebagai="Kepala Dinas Kominfo")
    tanda = {"penerima": "Ibu", "diterima_pada": timezone.localdate()}
    assert catat_tanda_terima(pegawai=dinas.orang_luar, pengiriman=kiriman, **tanda).penerima == "Ibu"


def test_arsip_dicari_menurut_judul_lokasi_kode_dan_tahun(dinas, klasifikasi):
    arsip = simpan(dinas, klasifikasi)
    assert list(cari_arsip(dinas.staf, teks="lkjip boks", klasifikasi="000.8.6.3", tahun=2026)) == [arsip]
    assert not cari_arsip(dinas.staf, tahun=2020)


def test_tanda_terima_dicatat_sekali_dengan_nama_penerima(dinas):
    kiriman = kirimkan(dinas)
    hari = timezone.localdate()
    catat_tanda_terima(pegawai=dinas.staf, pengiriman=kiriman, penerima="Ibu Penerima", diterima_pada=hari)
    assert Pengiriman.objects.get().penerima == "Ibu Penerima"
    with pytest.raises(Ditolak, match="sudah dicatat"):
        catat_tanda_terima(pegawai=dinas.staf, pengiriman=kiriman, penerima="Lain", diterima_pada=hari)


@pytest.mark.parametrize("selisih", [-1, 1])
def test_tanggal_terima_di_luar_masa_kiriman_ditolak(dinas, selisih):
    kiriman = kirimkan(dinas)
    with pytest.raises(Ditolak, match="Tanggal terima"):
        catat_tanda_terima(
            pegawai=dinas.staf,
            pengiriman=kiriman,
            penerima="Ibu Penerima",
            diterima_pada=timezone.localdate() + timedelta(days=selisih),
        )


def test_kiriman_tanpa_berkas_atau_tujuan_ditolak(dinas):
    with pytest.raises(Ditolak, match="satu berkas"):
        kirimkan(dinas, daftar_berkas=[])
    with pytest.raises(Ditolak, match="Tujuan"):
        kirimkan(dinas, tujuan=" ")


def test_klasifikasi_ditambah_pengelola_dengan_dasarnya(dinas, klasifikasi):
    isian = {
        "kode": "000.8.3.3",
        "uraian": "SOP",
        "aktif": 1,
        "inaktif": 2,
        "nasib": "musnah",
        "sumber": "JRA daerah",
    }
    assert tambah_klasifikasi(pegawai=dinas.pengelola, **isian).kode == "000.8.3.3"
    with pytest.raises(Ditolak, match="sudah terdaftar"):
        tambah_klasifikasi(pegawai=dinas.pengelola, **isian)
    with pytest.raises(Ditolak, match="pengelola"):
        tambah_klasifikasi(pegawai=dinas.staf, **isian)


def test_memuat_klasifikasi_dua_kali_tidak_menggandakan(klasifikasi):
    klasifikasi_awal.isi(Klasifikasi)
    assert Klasifikasi.objects.count() == 1


def test_halaman_arsip_dan_kiriman_berjalan_sampai_tanda_terima(dinas, klasifikasi, client):
    client.force_login(dinas.staf)
    isian = {"judul": "SK lama", "klasifikasi": klasifikasi.kode, "lokasi": "Boks 1", "tahun": "2024"}
    unggahan = SimpleUploadedFile("sk.pdf", pdf())
    jawaban = client.post(reverse("arsip_simpan"), isian | {"berkas": unggahan}, follow=True)
    assert "SK lama" in jawaban.text
    arsip = Arsip.objects.get()
    assert client.get(reverse("arsip_berkas", args=[arsip.pk])).content == pdf()
    kiriman = kirimkan(dinas)
    hari = timezone.localdate().isoformat()
    tanda = SimpleUploadedFile("tanda.pdf", pdf())
    jawaban = client.post(
        reverse("kiriman_terima", args=[kiriman.pk]),
        {"penerima": "Ibu Penerima", "diterima_pada": hari, "tanda_terima": tanda},
        follow=True,
    )
    assert "Diterima Ibu Penerima" in jawaban.text
    for nama in ("arsip", "kiriman_daftar", "klasifikasi", "arsip_simpan"):
        assert client.get(reverse(nama)).status_code == 200


def test_isian_keliru_kembali_dengan_galat_dan_tanpa_simpanan(dinas, klasifikasi, client):
    client.force_login(dinas.staf)
    jawaban = client.post(reverse("arsip_simpan"), {"judul": "SK lama"})
    assert jawaban.status_code == 422
    assert "Pilih kode klasifikasinya" in jawaban.text
    assert not Arsip.objects.exists()


def test_alamat_arsip_dan_kiriman_instansi_lain_tidak_ditemukan(dinas, klasifikasi, client):
    arsip, kiriman = simpan(dinas, klasifikasi), kirimkan(dinas)
    satu = kiriman.daftar_berkas.get().pk
    client.force_login(dinas.orang_luar)
    for alamat in (
        reverse("arsip_lihat", args=[arsip.pk]),
        reverse("arsip_berkas", args=[arsip.pk]),
        reverse("kiriman", args=[kiriman.pk]),
        reverse("kiriman_berkas", args=[kiriman.pk, satu]),
    ):
        assert client.get(alamat).status_code == 404
    assert client.post(reverse("kiriman_terima", args=[kiriman.pk])).status_code == 404


def test_berkas_di_luar_kiriman_tidak_terunduh(dinas, client):
    kiriman = kirimkan(dinas)
    client.force_login(dinas.staf)
    lain = berkas("rahasia.pdf")
    assert client.get(reverse("kiriman_berkas", args=[kiriman.pk, lain.pk])).status_code == 404


def test_the_same_delivery_is_recorded_once_until_its_receipt_is_in(dinas):
    kiriman = kirimkan(dinas)
    with pytest.raises(Ditolak, match="menunggu tanda terima"):
        kirimkan(dinas)
    assert kirimkan(dinas, tujuan="Inspektorat").pk
    catat_tanda_terima(
        pegawai=dinas.staf, pengiriman=kiriman, penerima="Bu Biro", diterima_pada=timezone.localdate()
    )
    assert kirimkan(dinas).pk
