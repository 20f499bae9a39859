"""Addresses of the administrator's room: one per act."""

from django.urls import path

from .views import instansi, libur, pegawai, susunan, tim

urlpatterns = [
    path("", instansi.daftar, name="organisasi"),
    path("warna/<slug:kode>.css", instansi.warna, name="warna_instansi"),
    path("instansi/baru/", instansi.instansi_tambah, name="instansi_tambah"),
    path("<slug:kode>/", instansi.instansi, name="instansi"),
    path("<slug:kode>/ubah/", instansi.instansi_ubah, name="instansi_ubah"),
    path("<slug:kode>/lambang/", instansi.lambang, name="lambang_instansi"),
    path("<slug:kode>/lambang/ganti/", instansi.lambang_ganti, name="lambang_ganti"),
    path("<slug:kode>/unit/", susunan.unit, name="unit"),
    path("<slug:kode>/unit/tambah/", susunan.unit_tambah, name="unit_tambah"),
    path("<slug:kode>/unit/<int:pk>/ubah/", susunan.unit_ubah, name="unit_ubah"),
    path("<slug:kode>/jabatan/", susunan.jabatan, name="jabatan"),
    path("<slug:kode>/jabatan/tambah/", susunan.jabatan_tambah, name="jabatan_tambah"),
    path("<slug:kode>/jabatan/<int:pk>/", susunan.jabatan_lihat, name="jabatan_lihat"),
    path("<slug:kode>/jabatan/<int:pk>/ubah/", susunan.jabatan_ubah, name="jabatan_ubah"),
    path("<slug:kode>/penugasan/<int:pk>/akhiri/", susunan.penugasan_akhiri, name="penugasan_akhiri"),
    path("<slug:kode>/pegawai/", pegawai.pegawai, name="pegawai"),
    path("<slug:kode>/pegawai/tambah/", pegawai.pegawai_tambah, name="pegawai_tambah"),
    path("<slug:kode>/pegawai/<int:pk>/", pegawai.pegawai_lihat, name="pegawai_lihat"),
    path("<slug:kode>/pegawai/<int:pk>/ubah/", pegawai.pegawai_ubah, name="pegawai_ubah"),
    path(
        "<slug:kode>/pegawai/<int:pk>/nonaktifkan/", pegawai.pegawai_nonaktifkan, name="pegawai_nonaktifkan"
    ),
    path("<slug:kode>/pegawai/<int:pk>/aktifkan/", pegawai.pegawai_aktifkan, name="pegawai_aktifkan"),
    path("<slug:kode>/pegawai/<int:pk>/sandi/", pegawai.pegawai_sandi, name="pegawai_sandi"),
    path("<slug:kode>/tim/", tim.tim, name="tim"),
    path("<slug:kode>/tim/bentuk/", tim.tim_bentuk, name="tim_bentuk"),
    path("<slug:kode>/tim/<int:pk>/", tim.tim_lihat, name="tim_lihat"),
    path("<slug:kode>/tim/<int:pk>/ubah/", tim.tim_ubah, name="tim_ubah"),
    path("<slug:kode>/tim/<int:pk>/anggota/tambah/", tim.anggota_tambah, name="anggota_tambah"),
    path("<slug:kode>/anggota/<int:pk>/akhiri/", tim.anggota_akhiri, name="anggota_akhiri"),
    path("<slug:kode>/libur/", libur.libur, name="libur"),
    path("<slug:kode>/libur/tambah/", libur.libur_tambah, name="libur_tambah"),
    path("<slug:kode>/libur/<int:pk>/hapus/", libur.libur_hapus, name="libur_hapus"),
]
