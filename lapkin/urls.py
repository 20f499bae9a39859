"""All addresses: one line per room; one address per act inside each room's own urls.py."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("akun/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    path("", include("lapkin.langkah.urls")),
    path("sop/", include("lapkin.alur.urls")),
    path("kinerja/", include("lapkin.kinerja.urls")),
    path("laporan/", include("lapkin.laporan.urls")),
    path("naskah/", include("lapkin.naskah.urls")),
    path("arsip/", include("lapkin.arsip.urls")),
    path("organisasi/", include("lapkin.organisasi.urls")),
    path("pemberitahuan/", include("lapkin.jejak.urls")),
]
