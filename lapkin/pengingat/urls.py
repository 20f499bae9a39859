"""Addresses of the reminders: one per act."""

from django.urls import path

from .views import ingatkan, kalender, kotak_keluar, tangga

urlpatterns = [
    path("tugas/<int:pk>/", ingatkan.lihat, name="ingatkan_tugas"),
    path("tugas/<int:pk>/<int:orang>/pesan/", ingatkan.pesan, name="ingatkan_pesan"),
    path("tugas/<int:pk>/<int:orang>/surel/", ingatkan.surel, name="ingatkan_surel"),
    path("tugas/<int:pk>/<int:orang>/whatsapp/", ingatkan.whatsapp, name="ingatkan_whatsapp"),
    path("kalender/", kalender.lihat, name="kalender_saya"),
    path("kalender/buat/", kalender.buat, name="kalender_buat"),
    path("kalender/cabut/", kalender.cabut, name="kalender_cabut"),
    path("kalender/<str:token>.ics", kalender.ics, name="kalender_ics"),
    path("kantor/<slug:kode>/tangga/", tangga.lihat, name="tangga"),
    path("kantor/<slug:kode>/tangga/tambah/", tangga.tambah, name="tangga_tambah"),
    path("kantor/<slug:kode>/tangga/<slug:anak>/ubah/", tangga.ubah, name="tangga_ubah"),
    path("kantor/<slug:kode>/tangga/<slug:anak>/bawaan/", tangga.bawaan, name="tangga_bawaan"),
    path("kantor/<slug:kode>/kotak-keluar/", kotak_keluar.lihat, name="kotak_keluar"),
    path(
        "kantor/<slug:kode>/kotak-keluar/<int:pk>/kirim-ulang/",
        kotak_keluar.kirim_ulang,
        name="kotak_keluar_kirim_ulang",
    ),
]
