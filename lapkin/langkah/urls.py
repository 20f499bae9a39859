"""Tasks and cases: one address per act."""

from django.urls import path

from . import isi_data_views, kertas_views, pekerjaan_views, susun_views, views

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
    path(
        "tugas/<int:pk>/isi/<int:indikator>/<str:periode>/", isi_data_views.isi_realisasi, name="tugas_isi"
    ),
    path(
        "tugas/<int:pk>/isi-anggaran/<int:anggaran>/", isi_data_views.isi_anggaran, name="tugas_isi_anggaran"
    ),
    path("tugas/<int:pk>/isi-teks/<str:bagian>/", isi_data_views.isi_teks, name="tugas_isi_teks"),
    path("tugas/<int:pk>/isi/simpan/", isi_data_views.simpan, name="tugas_isi_simpan"),
    path("tugas/<int:pk>/laporan/", susun_views.mulai_laporan, name="tugas_mulai_laporan"),
    path("tugas/<int:pk>/dokumen/", kertas_views.dokumen, name="tugas_dokumen"),
    path("tugas/<int:pk>/undangan/", kertas_views.tulis_undangan, name="tugas_undangan"),
    path("tugas/<int:pk>/undangan.pdf", kertas_views.undangan_pdf, name="tugas_undangan_pdf"),
    path("pekerjaan/", pekerjaan_views.daftar, name="pekerjaan_daftar"),
    path("pekerjaan/mulai/", pekerjaan_views.mulai, name="pekerjaan_mulai"),
    path("pekerjaan/<int:pk>/", pekerjaan_views.lihat, name="pekerjaan"),
    path("pekerjaan/<int:pk>/jejak/", pekerjaan_views.jejak, name="pekerjaan_jejak"),
    path("pekerjaan/<int:pk>/jejak.pdf", pekerjaan_views.jejak_pdf, name="pekerjaan_jejak_pdf"),
    path("pekerjaan/<int:pk>/output/<int:output>/", pekerjaan_views.unduh, name="pekerjaan_output"),
]
