"""Letters and the agenda book: one address per act."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.daftar, name="naskah"),
    path("agenda/", views.agenda, name="agenda"),
    path("buat/", views.pilih_bentuk, name="naskah_pilih"),
    path("buat/<slug:bentuk>/", views.buat, name="naskah_buat"),
    path("<int:pk>/", views.lihat, name="naskah_lihat"),
    path("<int:pk>/ubah/", views.ubah, name="naskah_ubah"),
    path("<int:pk>/berkas/<slug:wujud>/", views.unduh, name="naskah_berkas"),
    path("<int:pk>/nomori/", views.nomori, name="naskah_nomori"),
    path("<int:pk>/cetak-nomor/", views.cetak_nomor, name="naskah_cetak_nomor"),
    path("<int:pk>/tanda-tangani/", views.tanda_tangani, name="naskah_tanda_tangani"),
    path("<int:pk>/kirim/", views.kirim, name="naskah_kirim"),
    path("<int:pk>/arsipkan/", views.arsipkan, name="naskah_arsipkan"),
]
