"""The report: one address per act."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.daftar, name="laporan_daftar"),
    path("mulai/", views.mulai, name="laporan_mulai"),
    path("<int:pk>/", views.lihat, name="laporan"),
    path("<int:pk>/bagian/<str:kunci>/", views.bagian, name="laporan_bagian"),
    path("<int:pk>/bagian/<str:kunci>/simpan/", views.simpan_bagian, name="laporan_bagian_simpan"),
    path("<int:pk>/bagian/<str:kunci>/gabung/", views.gabung_bagian, name="laporan_bagian_gabung"),
    path("<int:pk>/susun/", views.susun_versi_baru, name="laporan_susun"),
    path("<int:pk>/versi/<int:nomor>/pdf/", views.versi_pdf, name="laporan_versi_pdf"),
    path("<int:pk>/versi/<int:nomor>/docx/", views.versi_docx, name="laporan_versi_docx"),
    path("<int:pk>/versi/<int:lama>/<int:baru>/", views.banding, name="laporan_banding"),
    path("<int:pk>/poin/", views.tambah_poin, name="laporan_poin"),
    path("<int:pk>/poin/<int:poin>/tutup/", views.tutup_satu_poin, name="laporan_poin_tutup"),
]
