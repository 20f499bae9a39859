"""SOPs: the list, one SOP as it prints, and who stands behind its roles."""

from django.urls import include, path

from .views import (
    batas,
    peninjauan,
    penyuntingan,
    penyuntingan_pokok,
    pertukaran,
    pindah,
    revisi,
    sop,
    statistik,
    unduhan,
)

sunting = [
    path("", penyuntingan.lihat, name="sop_sunting"),
    path("nomori/", penyuntingan.nomori, name="sop_sunting_nomori"),
    path("langkah/tambah/", penyuntingan.tambah, name="sop_sunting_tambah"),
    path("langkah/<slug:kode>/ubah/", penyuntingan.ubah, name="sop_sunting_ubah"),
    path("langkah/<slug:kode>/pindah/", penyuntingan.pindah, name="sop_sunting_pindah"),
    path("langkah/<slug:kode>/salin/", penyuntingan.salin, name="sop_sunting_salin"),
    path("langkah/<slug:kode>/hapus/", penyuntingan.hapus, name="sop_sunting_hapus"),
    path("langkah/<slug:kode>/tegaskan/", penyuntingan.tegaskan, name="sop_sunting_tegaskan"),
    path("identitas/", penyuntingan_pokok.identitas, name="sop_sunting_identitas"),
    path("peran/", penyuntingan_pokok.peran, name="sop_sunting_peran"),
    path("peran/tambah/", penyuntingan_pokok.peran_tambah, name="sop_sunting_peran_tambah"),
    path("peran/penanggung-jawab/", penyuntingan_pokok.penanggung_jawab, name="sop_sunting_penanggung_jawab"),
    path("peran/<slug:kunci>/ubah/", penyuntingan_pokok.peran_ubah, name="sop_sunting_peran_ubah"),
    path("peran/<slug:kunci>/pindah/", penyuntingan_pokok.peran_pindah, name="sop_sunting_peran_pindah"),
    path("peran/<slug:kunci>/hapus/", penyuntingan_pokok.peran_hapus, name="sop_sunting_peran_hapus"),
]
urlpatterns = [
    path("", sop.daftar, name="sop_daftar"),
    path("<int:pk>/", sop.lihat, name="sop"),
    path("<int:pk>/ikat/", sop.ikat, name="sop_ikat"),
    path("<int:pk>/lepas/<int:peran>/", sop.lepas, name="sop_lepas"),
    path("<int:pk>/batas/", batas.lihat, name="sop_batas"),
    path("<int:pk>/batas/atur/", batas.atur, name="sop_batas_atur"),
    path("<int:pk>/batas/pilih/", batas.pilih, name="sop_batas_pilih"),
    path("<int:pk>/batas/<int:batas>/hapus/", batas.hapus, name="sop_batas_hapus"),
    path("<int:pk>/kinerja/", statistik.lihat, name="sop_kinerja"),
    path("<int:pk>/kinerja/usulkan/", statistik.usulkan, name="sop_kinerja_usulkan"),
    path("<int:pk>/monitoring/", peninjauan.monitoring, name="sop_monitoring"),
    path("<int:pk>/monitoring/simpan/", peninjauan.simpan_monitoring, name="sop_monitoring_simpan"),
    path("<int:pk>/evaluasi/", peninjauan.evaluasi, name="sop_evaluasi"),
    path(
        "<int:pk>/peninjauan/<int:peninjauan>/<slug:wujud>/", peninjauan.berkas, name="sop_peninjauan_berkas"
    ),
    path("<int:pk>/cabut/", revisi.cabut, name="sop_cabut"),
    path("<int:pk>/revisi/", revisi.daftar, name="sop_revisi"),
    path("<int:pk>/revisi/buat/", revisi.buat, name="sop_revisi_buat"),
    path("<int:pk>/revisi/<int:urutan>/", revisi.lihat, name="sop_revisi_lihat"),
    path("<int:pk>/revisi/<int:urutan>/buang/", revisi.buang, name="sop_revisi_buang"),
    path("<int:pk>/revisi/<int:urutan>/bekukan/", revisi.bekukan, name="sop_revisi_bekukan"),
    path("<int:pk>/revisi/<int:urutan>/sahkan/", revisi.sahkan, name="sop_revisi_sahkan"),
    path("<int:pk>/revisi/<int:urutan>/berkas/<slug:wujud>/", revisi.berkas, name="sop_revisi_berkas"),
    path("<int:pk>/banding/<int:lama>/<int:baru>/", revisi.banding, name="sop_banding"),
    path("<int:pk>/pindah/", pindah.pratinjau, name="sop_pindah"),
    path("<int:pk>/pindahkan/", pindah.pindahkan, name="sop_pindahkan"),
    path("baru/", penyuntingan_pokok.baru, name="sop_baru"),
    path("revisi/<int:pk>/unduh/<slug:bentuk>/", unduhan.ekspor, name="sop_ekspor"),
    path("revisi/<int:pk>/impor/", pertukaran.impor, name="sop_impor"),
    path("revisi/<int:pk>/impor/lihat/", pertukaran.impor_lihat, name="sop_impor_lihat"),
    path("revisi/<int:pk>/impor/pakai/", pertukaran.impor_pakai, name="sop_impor_pakai"),
    path("revisi/<int:pk>/sunting/", include(sunting)),
]
