"""The report: one address per act."""

from django.urls import path

from .views import halaman, narasi_buku

urlpatterns = [
    path("", halaman.daftar, name="laporan_daftar"),
    path("mulai/", halaman.mulai, name="laporan_mulai"),
    path("<int:pk>/", halaman.lihat, name="laporan"),
    path("<int:pk>/bagian/<str:kunci>/", halaman.bagian, name="laporan_bagian"),
    path("<int:pk>/bagian/<str:kunci>/simpan/", halaman.simpan_bagian, name="laporan_bagian_simpan"),
    path("<int:pk>/bagian/<str:kunci>/gabung/", halaman.gabung_bagian, name="laporan_bagian_gabung"),
    path("<int:pk>/narasi/", narasi_buku.ambil, name="laporan_narasi"),
    path("<int:pk>/narasi/unduh/", narasi_buku.unduh, name="laporan_narasi_unduh"),
    path("<int:pk>/narasi/pratinjau/", narasi_buku.pratinjau, name="laporan_narasi_pratinjau"),
    path("<int:pk>/narasi/terima/", narasi_buku.terima, name="laporan_narasi_terima"),
    path("<int:pk>/susun/", halaman.susun_versi_baru, name="laporan_susun"),
    path("<int:pk>/versi/<int:nomor>/pdf/", halaman.versi_pdf, name="laporan_versi_pdf"),
    path("<int:pk>/versi/<int:nomor>/docx/", halaman.versi_docx, name="laporan_versi_docx"),
    path("<int:pk>/versi/<int:lama>/<int:baru>/", halaman.banding, name="laporan_banding"),
    path("<int:pk>/poin/", halaman.tambah_poin, name="laporan_poin"),
    path("<int:pk>/poin/<int:poin>/tutup/", halaman.tutup_satu_poin, name="laporan_poin_tutup"),
]
