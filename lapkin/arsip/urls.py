"""The archive and its deliveries: one address per act."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.daftar, name="arsip"),
    path("<int:pk>/", views.lihat, name="arsip_lihat"),
    path("<int:pk>/berkas/", views.unduh, name="arsip_berkas"),
    path("simpan/", views.simpan, name="arsip_simpan"),
    path("kiriman/", views.daftar_kiriman, name="kiriman_daftar"),
    path("kiriman/<int:pk>/", views.kiriman, name="kiriman"),
    path("kiriman/<int:pk>/terima/", views.terima, name="kiriman_terima"),
    path("kiriman/<int:pk>/berkas/<int:berkas>/", views.unduh_kiriman, name="kiriman_berkas"),
    path("klasifikasi/", views.klasifikasi, name="klasifikasi"),
    path("klasifikasi/tambah/", views.klasifikasi_tambah, name="klasifikasi_tambah"),
]
