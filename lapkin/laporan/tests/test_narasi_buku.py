"""Taking the Narasi sheet of a workbook into the report: compared first, stored only where it was chosen."""

import io
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from lapkin.jejak.models import Peristiwa
from lapkin.kinerja.buku_kerja import IsiBuku, baca_buku, tulis_buku
from lapkin.kinerja.lembar import BarisSasaran
from lapkin.kinerja.queries import lembar_kinerja
from lapkin.kinerja.tests.berkas_uji import teks, ubah_sel
from lapkin.laporan.actions import simpan_narasi
from lapkin.laporan.models import Narasi
from lapkin.laporan.queries import identitas_buku_laporan, narasi_laporan


@pytest.fixture
def staf(client, dinas):
    client.force_login(dinas.staf)
    return client


@pytest.fixture
def buku(laporan):
    def tulis(narasi, tahun=2025, **lembar):
        isi = replace(lembar_kinerja(laporan.instansi, 2025), tahun=tahun, **lembar)
        identitas = identitas_buku_laporan(laporan.instansi, tahun, "LKjIP")
        return tulis_buku(IsiBuku(identitas=identitas, lembar=isi, narasi=narasi))

    return tulis


def _unggah(client, laporan, isi):
    berkas = SimpleUploadedFile("buku.xlsx", isi)
    return client.post(reverse("laporan_narasi_pratinjau", args=[laporan.pk]), {"berkas": berkas})


def _titipan(jawaban) -> str:
    return jawaban.text.split('name="titipan" value="')[1].split('"')[0]


def _terima(client, laporan, titipan, *bagian):
    alamat = reverse("laporan_narasi_terima", args=[laporan.pk])
    return client.post(alamat, {"titipan": titipan, "bagian": bagian})


def test_laporan_menautkan_halaman_narasi_dan_buku_unduhannya_memuat_teks(staf, laporan, dinas):
    assert (
        reverse("laporan_narasi", args=[laporan.pk]) in staf.get(reverse("laporan", args=[laporan.pk])).text
    )
    assert staf.get(reverse("laporan_narasi", args=[laporan.pk])).status_code == 200
    simpan_narasi(pegawai=dinas.staf, laporan=laporan, bagian="kesimpulan", teks="Baik.")
    unduhan = staf.get(reverse("laporan_narasi_unduh", args=[laporan.pk])).content
    assert baca_buku(unduhan).isi.narasi == {"kesimpulan": "Baik."}
    lembar = CalamineWorkbook.from_filelike(io.BytesIO(unduhan)).get_sheet_by_name("Narasi")
    assert "isu-strategis" in [baris[0] for baris in lembar.to_python()]


def test_hanya_bagian_yang_dipilih_diambil_dengan_satu_peristiwa(staf, laporan, dinas, buku):
    simpan_narasi(pegawai=dinas.kasubbag, laporan=laporan, bagian="kesimpulan", teks="Lama.")
    simpan_narasi(pegawai=dinas.kasubbag, laporan=laporan, bagian="penghargaan", teks="Sama.")
    narasi = {"kesimpulan": "Baru.", "penghargaan": "Sama.", "isu-strategis": "Isu.", "renstra": "Visi."}
    jawaban = _unggah(staf, laporan, buku(narasi))
    assert "Lama." in jawaban.text
    assert "Baru." in jawaban.text
    assert 'value="isu-strategis" checked' in jawaban.text
    assert 'value="kesimpulan" checked' not in jawaban.text
    assert "Sudah sama (1)" in jawaban.text
    assert Narasi.objects.count() == 2
    assert _terima(staf, laporan, _titipan(jawaban), "kesimpulan", "isu-strategis").status_code == 302
    assert narasi_laporan(laporan) == {
        "kesimpulan": "Baru.",
        "penghargaan": "Sama.",
        "isu-strategis": "Isu.",
    }
    peristiwa = Peristiwa.objects.get(jenis="laporan.narasi.diterima")
    assert peristiwa.data["daftar_bagian"] == ["isu-strategis", "kesimpulan"]
    assert Narasi.objects.get(bagian="isu-strategis").penulis == dinas.staf


def test_sasaran_dipadankan_menurut_namanya_dan_kunci_asing_disebut(staf, laporan, angka, buku):
    sasaran = BarisSasaran(kunci="S1", nama="Meningkatnya  Kualitas Pelayanan")
    indikator = replace(lembar_kinerja(laporan.instansi, 2025).daftar_indikator[0], sasaran="S1")
    isi = buku(
        {"sebab-S1": "Karena tertib.", "karangan": "x"},
        daftar_sasaran=(sasaran,),
        daftar_indikator=(indikator,),
    )
    jawaban = _unggah(staf, laporan, isi)
    kunci = f"sebab-sasaran:{angka.sasaran_id}"
    assert "tidak punya tempat dalam laporan ini, sehingga tidak dapat diambil: karangan." in jawaban.text
    _terima(staf, laporan, _titipan(jawaban), kunci, "karangan")
    assert narasi_laporan(laporan) == {kunci: "Karena tertib."}


def test_teks_yang_berubah_sejak_pratinjau_tidak_tertimpa(staf, laporan, dinas, buku):
    titipan = _titipan(_unggah(staf, laporan, buku({"kesimpulan": "Buku.", "isu-strategis": "Isu."})))
    simpan_narasi(pegawai=dinas.kasubbag, laporan=laporan, bagian="kesimpulan", teks="Lebih dahulu.")
    jawaban = _terima(staf, laporan, titipan, "isu-strategis", "kesimpulan")
    assert jawaban.status_code == 409
    assert "“Kesimpulan” diubah sejak pratinjau dibuat" in jawaban.text
    assert narasi_laporan(laporan) == {"kesimpulan": "Lebih dahulu."}


def test_tanpa_pilihan_atau_dengan_titipan_orang_lain_ditolak(staf, laporan, dinas, buku):
    titipan = _titipan(_unggah(staf, laporan, buku({"kesimpulan": "Buku."})))
    assert "Pilih sekurangnya satu bagian" in _terima(staf, laporan, titipan).text
    staf.force_login(dinas.kasubbag)
    assert "sudah kedaluwarsa" in _terima(staf, laporan, titipan, "kesimpulan").text
    assert not Narasi.objects.exists()


def test_sel_yang_salah_disebut_tempatnya_dan_berkas_lain_ditolak(staf, laporan, buku):
    rusak = ubah_sel(buku({"kesimpulan": "Buku."}), "Narasi", "A5", teks(""))
    jawaban = _unggah(staf, laporan, rusak)
    assert jawaban.status_code == 422
    assert "Narasi, baris 5, kolom A" in jawaban.text
    assert "Buku ini untuk tahun 2024, bukan 2025." in _unggah(staf, laporan, buku({}, tahun=2024)).text
    assert "bukan lembar kerja" in _unggah(staf, laporan, b"%PDF-1.7 bukan buku").text


def test_buku_tanpa_teks_baru_tidak_menawarkan_apa_pun(staf, laporan, buku):
    jawaban = _unggah(staf, laporan, buku({"kesimpulan": ""}))
    assert "Tidak ada teks yang perlu diambil" in jawaban.text
    assert "Ambil bagian yang dicentang" not in jawaban.text


def test_laporan_yang_selesai_dan_orang_luar(client, laporan, dinas, pelaksanaan):
    alamat = reverse("laporan_narasi", args=[laporan.pk])
    client.force_login(dinas.orang_luar)
    assert client.get(alamat).status_code == 404
    pelaksanaan.status, pelaksanaan.selesai_pada = "selesai", timezone.now()
    pelaksanaan.save()
    laporan.pelaksanaan = pelaksanaan
    laporan.save()
    client.force_login(dinas.staf)
    assert client.get(alamat).status_code == 409
