"""Addresses of the administrator's room: one per act."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.daftar, name="organisasi"),
    path("warna/<slug:kode>.css", views.warna, name="warna_instansi"),
    path("instansi/baru/", views.instansi_tambah, name="instansi_tambah"),
    path("<slug:kode>/", views.instansi, name="instansi"),
    path("<slug:kode>/ubah/", views.instansi_ubah, name="instansi_ubah"),
    path("<slug:kode>/lambang/", views.lambang, name="lambang_instansi"),
    path("<slug:kode>/lambang/ganti/", views.lambang_ganti, name="lambang_ganti"),
    path("<slug:kode>/unit/", views.unit, name="unit"),
    path("<slug:kode>/unit/tambah/", views.unit_tambah, name="unit_tambah"),
    path("<slug:kode>/unit/<int:pk>/ubah/", views.unit_ubah, name="unit_ubah"),
    path("<slug:kode>/jabatan/", views.jabatan, name="jabatan"),
    path("<slug:kode>/jabatan/tambah/", views.jabatan_tambah, name="jabatan_tambah"),
    path("<slug:kode>/jabatan/<int:pk>/", views.jabatan_lihat, name="jabatan_lihat"),
    path("<slug:kode>/jabatan/<int:pk>/ubah/", views.jabatan_ubah, name="jabatan_ubah"),
    path("<slug:kode>/jabatan/<int:pk>/tugaskan/", views.tugaskan, name="tugaskan"),
    path("<slug:kode>/penugasan/<int:pk>/akhiri/", views.penugasan_akhiri, name="penugasan_akhiri"),
    path("<slug:kode>/pegawai/", views.pegawai, name="pegawai"),
    path("<slug:kode>/pegawai/tambah/", views.pegawai_tambah, name="pegawai_tambah"),
    path("<slug:kode>/pegawai/<int:pk>/", views.pegawai_lihat, name="pegawai_lihat"),
    path("<slug:kode>/pegawai/<int:pk>/ubah/", views.pegawai_ubah, name="pegawai_ubah"),
    path("<slug:kode>/pegawai/<int:pk>/nonaktifkan/", views.pegawai_nonaktifkan, name="pegawai_nonaktifkan"),
    path("<slug:kode>/pegawai/<int:pk>/aktifkan/", views.pegawai_aktifkan, name="pegawai_aktifkan"),
    path("<slug:kode>/pegawai/<int:pk>/sandi/", views.pegawai_sandi, name="pegawai_sandi"),
    path("<slug:kode>/tim/", views.tim, name="tim"),
    path("<slug:kode>/tim/bentuk/", views.tim_bentuk, name="tim_bentuk"),
    path("<slug:kode>/tim/<int:pk>/", views.tim_lihat, name="tim_lihat"),
    path("<slug:kode>/tim/<int:pk>/ubah/", views.tim_ubah, name="tim_ubah"),
    path("<slug:kode>/tim/<int:pk>/anggota/tambah/", views.anggota_tambah, name="anggota_tambah"),
    path("<slug:kode>/anggota/<int:pk>/akhiri/", views.anggota_akhiri, name="anggota_akhiri"),
]
