"""Addresses of the figures' room: one per act."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.daftar, name="kinerja"),
    path("<int:tahun>/", views.lembar, name="kinerja_lembar"),
    path("<int:tahun>/anggaran/", views.anggaran, name="kinerja_anggaran"),
    path("<int:tahun>/perjanjian/", views.perjanjian, name="kinerja_perjanjian"),
    path(
        "<int:tahun>/perjanjian/<int:versi>/unggah/",
        views.perjanjian_unggah,
        name="kinerja_perjanjian_unggah",
    ),
    path(
        "<int:tahun>/perjanjian/<int:versi>/naskah/",
        views.perjanjian_naskah,
        name="kinerja_perjanjian_naskah",
    ),
    path("<int:tahun>/buku/", views.buku, name="kinerja_buku"),
    path("<int:tahun>/buku/unduh/", views.buku_unduh, name="kinerja_buku_unduh"),
    path("<int:tahun>/buku/pratinjau/", views.buku_pratinjau, name="kinerja_buku_pratinjau"),
    path("<int:tahun>/buku/terima/", views.buku_terima, name="kinerja_buku_terima"),
    path("indikator/<int:pk>/", views.indikator, name="kinerja_indikator"),
    path("indikator/<int:pk>/isi/", views.isi_baris, name="kinerja_isi_baris"),
    path("indikator/<int:pk>/isi/<slug:periode>/", views.isi, name="kinerja_isi"),
    path("anggaran/<int:pk>/isi/", views.isi_anggaran, name="kinerja_anggaran_isi"),
]
