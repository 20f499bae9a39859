"""Tasks and cases: one address per act."""

from django.urls import path

from . import pekerjaan_views, views

urlpatterns = [
    path("", views.daftar, name="beranda"),
    path("tugas/<int:pk>/", views.lihat, name="tugas"),
    path("tugas/<int:pk>/buka/", views.buka, name="tugas_buka"),
    path("tugas/<int:pk>/kerjakan/", views.kerjakan, name="tugas_kerjakan"),
    path("tugas/<int:pk>/kembalikan/", views.kembalikan, name="tugas_kembalikan"),
    path("tugas/<int:pk>/kelengkapan/", views.lengkapi, name="tugas_lengkapi"),
    path("tugas/<int:pk>/tutup-pengumpulan/", views.tutup_pengumpulan, name="tugas_tutup_pengumpulan"),
    path("tugas/<int:pk>/kembalikan-unit/<int:unit>/", views.kembalikan_unit, name="tugas_kembalikan_unit"),
    path("tugas/<int:pk>/output/<int:output>/", views.unduh_output, name="tugas_output"),
    path(
        "tugas/<int:pk>/kelengkapan/<int:kelengkapan>/", views.unduh_kelengkapan, name="tugas_kelengkapan"
    ),
    path("pekerjaan/", pekerjaan_views.daftar, name="pekerjaan_daftar"),
    path("pekerjaan/mulai/", pekerjaan_views.mulai, name="pekerjaan_mulai"),
    path("pekerjaan/<int:pk>/", pekerjaan_views.lihat, name="pekerjaan"),
    path("pekerjaan/<int:pk>/jejak/", pekerjaan_views.jejak, name="pekerjaan_jejak"),
    path("pekerjaan/<int:pk>/jejak.pdf", pekerjaan_views.jejak_pdf, name="pekerjaan_jejak_pdf"),
    path("pekerjaan/<int:pk>/output/<int:output>/", pekerjaan_views.unduh, name="pekerjaan_output"),
]
