"""Every address of ours x who asks x for whose things: what answer must come.

Permission is the query: what an officer may not see is a 404, also by a guessed address. A new address must get
a line here, else a test fails. Anonymous visitors are sent to the login everywhere but for the colours of an office.
"""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from lapkin.conftest import tempat_data

from .hak_akses_dunia import ORANG, Dunia

__all__ = ["tempat_data"]
pytestmark = pytest.mark.django_db

BUKAN_KAMI = ("akun/", "admin/")
UMUM = {"warna_instansi", "kalender_ics"}

# Address, method, and the status for each of ORANG; POST is sent without any data. A method without a line is 405.
MATRIKS = """
beranda                  GET   200 200 200 200 200
tugas                    GET   200 200 200 404 404
tugas_buka               POST  302 409 409 404 404
tugas_kerjakan           POST  422 409 409 404 404
tugas_kembalikan         POST  422 409 409 404 404
tugas_lengkapi           POST  409 409 409 404 404
tugas_tutup_pengumpulan  POST  409 409 409 404 404
tugas_kembalikan_unit    POST  409 409 409 404 404
tugas_tunda              POST  422 409 409 404 404
tugas_lanjut             POST  409 409 409 404 404
tugas_tenggat            POST  422 409 422 404 404
sop_kinerja              GET   200 200 200 404 404
sop_kinerja_usulkan      POST  404 404 422 404 404
sop_monitoring           GET   200 404 200 404 404
sop_monitoring_simpan    POST  422 404 422 404 404
sop_evaluasi             POST  422 404 422 404 404
sop_peninjauan_berkas    GET   200 200 200 404 404
sop_batas                GET   404 404 200 404 404
sop_batas_atur           POST  404 404 422 404 404
sop_batas_pilih          POST  404 404 302 404 404
sop_batas_hapus          POST  404 404 302 404 404
tugas_alihkan            POST  409 409 409 404 404
tugas_kembalikan_alihan  POST  409 409 409 404 404
tugas_tarik              POST  409 409 409 404 404
tugas_output             GET   200 200 200 404 404
tugas_kelengkapan        GET   200 200 200 404 404
tugas_isi                POST  409 409 409 404 404
tugas_isi_anggaran       POST  404 404 404 404 404
tugas_isi_teks           POST  404 404 404 404 404
tugas_isi_simpan         POST  409 409 409 404 404
tugas_mulai_laporan      POST  404 404 404 404 404
tugas_dokumen            GET   200 200 200 404 404
tugas_undangan           GET   404 404 404 404 404
tugas_undangan           POST  404 404 404 404 404
tugas_undangan_pdf       GET   404 404 404 404 404
pekerjaan_daftar         GET   200 200 200 200 200
pekerjaan_mulai          GET   200 200 200 200 200
pekerjaan_mulai          POST  200 200 200 200 200
pekerjaan                GET   200 200 200 404 404
pekerjaan_formulir       GET   200 200 200 404 404
pekerjaan_jejak          GET   200 200 200 404 404
pekerjaan_jejak_pdf      GET   200 200 200 404 404
pekerjaan_output         GET   200 200 200 404 404
pekerjaan_lewati         GET   200 409 409 404 404
pekerjaan_lewati         POST  200 409 409 404 404
pekerjaan_sisipkan       GET   200 409 409 404 404
pekerjaan_sisipkan       POST  200 409 409 404 404
pelimpahan               GET   200 200 200 200 200
pelimpahan_baru          GET   200 200 200 200 200
pelimpahan_baru          POST  200 200 200 200 200
pelimpahan_cabut         POST  302 409 302 404 404
sop_daftar               GET   200 200 200 200 200
sop                      GET   200 200 200 404 404
sop_ikat                 POST  404 404 422 404 404
sop_lepas                POST  404 404 302 404 404
sop_baru                 GET   404 404 200 404 200
sop_baru                 POST  404 404 422 404 422
sop_ekspor               GET   200 200 200 404 404
sop_impor                GET   404 404 200 404 404
sop_impor_lihat          POST  404 404 422 404 404
sop_impor_pakai          POST  404 404 409 404 404
sop_sunting              GET   404 404 200 404 404
sop_sunting_nomori       POST  404 404 409 404 404
sop_sunting_tambah       POST  404 404 422 404 404
sop_sunting_ubah         POST  404 404 422 404 404
sop_sunting_pindah       POST  404 404 409 404 404
sop_sunting_salin        POST  404 404 409 404 404
sop_sunting_hapus        POST  404 404 409 404 404
sop_sunting_tegaskan     POST  404 404 409 404 404
sop_sunting_identitas    GET   404 404 200 404 404
sop_sunting_identitas    POST  404 404 422 404 404
sop_sunting_peran        GET   404 404 200 404 404
sop_sunting_peran_tambah POST  404 404 422 404 404
sop_sunting_peran_ubah   POST  404 404 422 404 404
sop_sunting_peran_pindah POST  404 404 409 404 404
sop_sunting_peran_hapus  POST  404 404 409 404 404
sop_sunting_penanggung_jawab POST  404 404 409 404 404
sop_revisi               GET   200 200 200 404 404
sop_revisi_buat          POST  404 404 422 404 404
sop_revisi_lihat         GET   200 200 200 404 404
sop_revisi_buang         POST  404 404 404 404 404
sop_revisi_bekukan       POST  404 404 404 404 404
sop_revisi_sahkan        POST  404 404 404 404 404
sop_revisi_berkas        GET   404 404 404 404 404
sop_cabut                POST  422 422 422 404 404
sop_banding              GET   200 200 200 404 404
sop_pindah               GET   200 404 200 404 404
sop_pindahkan            POST  409 404 409 404 404
kinerja                  GET   200 200 200 200 200
kinerja_lembar           GET   200 200 200 200 200
kinerja_anggaran         GET   200 200 200 200 200
kinerja_perjanjian       GET   200 200 200 200 200
kinerja_perjanjian_unggah POST 404 404 422 404 404
kinerja_perjanjian_naskah GET  200 200 200 404 404
kinerja_buku             GET   404 404 200 404 200
kinerja_buku_unduh       GET   200 200 200 200 200
kinerja_buku_pratinjau   POST  404 404 422 404 422
kinerja_buku_terima      POST  404 404 409 404 409
kinerja_indikator        GET   200 200 200 404 404
kinerja_isi_baris        POST  302 302 302 404 404
kinerja_isi              POST  404 404 404 404 404
kinerja_anggaran_isi     POST  409 409 409 404 404
laporan_daftar           GET   200 200 200 200 200
laporan_mulai            POST  422 422 422 422 422
laporan                  GET   200 200 200 404 404
laporan_bagian           GET   200 200 200 404 404
laporan_bagian_simpan    POST  422 422 422 404 404
laporan_bagian_gabung    POST  409 409 409 404 404
laporan_narasi           GET   200 200 200 404 404
laporan_narasi_unduh     GET   200 200 200 404 404
laporan_narasi_pratinjau POST  422 422 422 404 404
laporan_narasi_terima    POST  409 409 409 404 404
laporan_susun            POST  302 302 302 404 404
laporan_versi_pdf        GET   200 200 200 404 404
laporan_versi_docx       GET   200 200 200 404 404
laporan_banding          GET   200 200 200 404 404
laporan_poin             POST  422 422 422 404 404
laporan_poin_tutup       POST  422 422 422 404 404
naskah                   GET   200 200 200 200 200
agenda                   GET   200 200 200 200 200
naskah_pilih             GET   200 200 200 200 200
naskah_buat              GET   200 200 200 200 200
naskah_buat              POST  200 200 200 200 200
naskah_lihat             GET   200 200 200 404 404
naskah_ubah              GET   404 404 404 404 404
naskah_ubah              POST  404 404 404 404 404
naskah_berkas            GET   200 200 200 404 404
naskah_nomori            POST  404 404 404 404 404
naskah_cetak_nomor       POST  404 404 404 404 404
naskah_tanda_tangani     POST  404 404 404 404 404
naskah_kirim             POST  404 404 404 404 404
naskah_arsipkan          POST  404 404 404 404 404
arsip                    GET   200 200 200 200 200
arsip_lihat              GET   200 200 200 404 404
arsip_berkas             GET   200 200 200 404 404
arsip_simpan             GET   200 200 200 200 200
arsip_simpan             POST  200 200 200 200 200
kiriman_daftar           GET   200 200 200 200 200
kiriman                  GET   200 200 200 404 404
kiriman_terima           POST  422 422 422 404 404
kiriman_berkas           GET   200 200 200 404 404
klasifikasi              GET   200 200 200 200 200
klasifikasi_tambah       POST  404 404 422 404 422
organisasi               GET   404 404 200 404 200
warna_instansi           GET   200 200 200 200 200
instansi_tambah          GET   404 404 200 404 200
instansi_tambah          POST  404 404 200 404 200
instansi                 GET   404 404 200 404 404
instansi_ubah            GET   404 404 200 404 404
instansi_ubah            POST  404 404 200 404 404
lambang_instansi         GET   404 404 404 404 404
libur                    GET   404 404 200 404 404
libur_tambah             GET   404 404 200 404 404
libur_tambah             POST  404 404 200 404 404
libur_hapus              POST  404 404 302 404 404
lambang_ganti            GET   404 404 200 404 404
lambang_ganti            POST  404 404 200 404 404
unit                     GET   404 404 200 404 404
unit_tambah              GET   404 404 200 404 404
unit_tambah              POST  404 404 200 404 404
unit_ubah                GET   404 404 200 404 404
unit_ubah                POST  404 404 200 404 404
jabatan                  GET   404 404 200 404 404
jabatan_tambah           GET   404 404 200 404 404
jabatan_tambah           POST  404 404 200 404 404
jabatan_lihat            GET   404 404 200 404 404
jabatan_ubah             GET   404 404 200 404 404
jabatan_ubah             POST  404 404 200 404 404
tugaskan                 GET   404 404 200 404 404
tugaskan                 POST  404 404 200 404 404
penugasan_akhiri         GET   404 404 200 404 404
penugasan_akhiri         POST  404 404 200 404 404
pegawai                  GET   404 404 200 404 404
pegawai_tambah           GET   404 404 200 404 404
pegawai_tambah           POST  404 404 200 404 404
pegawai_lihat            GET   404 404 200 404 404
pegawai_ubah             GET   404 404 200 404 404
pegawai_ubah             POST  404 404 200 404 404
pegawai_nonaktifkan      POST  404 404 302 404 404
pegawai_aktifkan         POST  404 404 409 404 404
pegawai_sandi            POST  404 404 200 404 404
tim                      GET   404 404 200 404 404
tim_bentuk               GET   404 404 200 404 404
tim_bentuk               POST  404 404 200 404 404
tim_lihat                GET   404 404 200 404 404
tim_ubah                 GET   404 404 200 404 404
tim_ubah                 POST  404 404 200 404 404
anggota_tambah           GET   404 404 200 404 404
anggota_tambah           POST  404 404 200 404 404
anggota_akhiri           POST  404 404 302 404 404
libur                    GET   404 404 200 404 404
libur_tambah             GET   404 404 200 404 404
libur_tambah             POST  404 404 200 404 404
libur_hapus              POST  404 404 302 404 404
pemberitahuan            GET   200 200 200 200 200
pemberitahuan_dibaca     POST  302 302 302 302 302
ingatkan_tugas           GET   200 200 200 404 404
ingatkan_pesan           POST  409 302 302 404 404
ingatkan_surel           POST  409 302 302 404 404
ingatkan_whatsapp        POST  409 302 302 404 404
kalender_saya            GET   200 200 200 200 200
kalender_buat            POST  302 302 302 302 302
kalender_cabut           POST  302 409 409 409 409
kalender_ics             GET   200 200 200 200 200
tangga                   GET   404 404 200 404 404
tangga_tambah            GET   404 404 200 404 404
tangga_tambah            POST  404 404 200 404 404
tangga_ubah              GET   404 404 200 404 404
tangga_ubah              POST  404 404 200 404 404
tangga_bawaan            POST  404 404 302 404 404
kotak_keluar             GET   404 404 200 404 404
kotak_keluar_kirim_ulang POST  404 404 302 404 404
"""


@pytest.fixture(autouse=True)
def tempat_statis(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "statis"
    settings.STATIC_ROOT.mkdir()


def daftar_rute():
    """(name, pattern) of every address of ours."""
    return [(nama, pola) for nama, pola in _telusuri(get_resolver()) if not pola.startswith(BUKAN_KAMI)]


def _telusuri(penyelesai, awalan=""):
    for satu in penyelesai.url_patterns:
        if isinstance(satu, URLPattern):
            yield satu.name, f"{awalan}{satu.pattern}"
        else:
            yield from _telusuri(satu, f"{awalan}{satu.pattern}")


def matriks():
    """{(name, method): (status of each of ORANG)}."""
    hasil = {}
    for baris in MATRIKS.strip().splitlines():
        nama, metode, *daftar_status = baris.split()
        hasil[nama, metode] = tuple(map(int, daftar_status))
    return hasil


def tanya(alamat, metode, pegawai):
    """The status of one request; what it wrote is taken back."""
    peramban = Client()
    if pegawai:
        peramban.force_login(pegawai)
    with transaction.atomic():
        jawab = peramban.generic(metode, alamat)
        transaction.set_rollback(True)
    if jawab.streaming:
        b"".join(jawab.streaming_content)
    return jawab.status_code


def test_every_address_stands_in_the_table():
    assert {nama for nama, _ in daftar_rute()} == {nama for nama, _ in matriks()}


def test_every_address_answers_each_officer_as_the_table_says():
    dunia = Dunia()
    daftar_salah = []
    for (nama, metode), harapan in matriks().items():
        alamat = reverse(nama, args=dunia.argumen(nama))
        nyata = tuple(tanya(alamat, metode, dunia.orang[peran]) for peran in ORANG)
        if nyata != harapan:
            daftar_salah.append(f"{metode} {nama}: {nyata}, seharusnya {harapan}")
    assert not daftar_salah, "\n".join(daftar_salah)


def test_visitors_are_sent_to_the_login_and_other_methods_are_refused():
    dunia = Dunia()
    daftar_salah = []
    for nama, _ in daftar_rute():
        alamat = reverse(nama, args=dunia.argumen(nama))
        for metode in ("GET", "POST"):
            if nama not in UMUM and tanya(alamat, metode, None) != 302:
                daftar_salah.append(f"{metode} {nama}: pengunjung tidak diminta masuk")
            if (nama, metode) not in matriks() and tanya(alamat, metode, dunia.orang["pemegang"]) != 405:
                daftar_salah.append(f"{metode} {nama}: bukan 405")
    assert not daftar_salah, "\n".join(daftar_salah)
