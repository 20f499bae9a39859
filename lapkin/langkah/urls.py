"""Tasks and cases: one address per act."""

from django.urls import path

from .views import isi_data, kertas, pekerjaan, susun, tugas

urlpatterns = [
    path("", tugas.daftar, name="beranda"),
    path("tugas/<int:pk>/", tugas.lihat, name="tugas"),
    path("tugas/<int:pk>/buka/", tugas.buka, name="tugas_buka"),
    path("tugas/<int:pk>/kerjakan/", tugas.kerjakan, name="tugas_kerjakan"),
    path("tugas/<int:pk>/kembalikan/", tugas.kembalikan, name="tugas_kembalikan"),
    path("tugas/<int:pk>/kelengkapan/", tugas.lengkapi, name="tugas_lengkapi"),
    path("tugas/<int:pk>/tutup-pengumpulan/", tugas.tutup_pengumpulan, name="tugas_tutup_pengumpulan"),
    path("tugas/<int:pk>/kembalikan-unit/<int:unit>/", tugas.kembalikan_unit, name="tugas_kembalikan_unit"),
    path("tugas/<int:pk>/output/<int:output>/", tugas.unduh_output, name="tugas_output"),
    path("tugas/<int:pk>/kelengkapan/<int:kelengkapan>/", tugas.unduh_kelengkapan, name="tugas_kelengkapan"),
    path("tugas/<int:pk>/isi/<int:indikator>/<str:periode>/", isi_data.isi_realisasi, name="tugas_isi"),
    path("tugas/<int:pk>/isi-anggaran/<int:anggaran>/", isi_data.isi_anggaran, name="tugas_isi_anggaran"),
    path("tugas/<int:pk>/isi-teks/<str:bagian>/", isi_data.isi_teks, name="tugas_isi_teks"),
    path("tugas/<int:pk>/isi/simpan/", isi_data.simpan, name="tugas_isi_simpan"),
    path("tugas/<int:pk>/laporan/", susun.mulai_laporan, name="tugas_mulai_laporan"),
    path("tugas/<int:pk>/dokumen/", kertas.dokumen, name="tugas_dokumen"),
    path("tugas/<int:pk>/undangan/", kertas.tulis_undangan, name="tugas_undangan"),
    path("tugas/<int:pk>/undangan.pdf", kertas.undangan_pdf, name="tugas_undangan_pdf"),
    path("pekerjaan/", pekerjaan.daftar, name="pekerjaan_daftar"),
    path("pekerjaan/mulai/", pekerjaan.mulai, name="pekerjaan_mulai"),
    path("pekerjaan/<int:pk>/", pekerjaan.lihat, name="pekerjaan"),
    path("pekerjaan/<int:pk>/jejak/", pekerjaan.jejak, name="pekerjaan_jejak"),
    path("pekerjaan/<int:pk>/jejak.pdf", pekerjaan.jejak_pdf, name="pekerjaan_jejak_pdf"),
    path("pekerjaan/<int:pk>/output/<int:output>/", pekerjaan.unduh, name="pekerjaan_output"),
]
