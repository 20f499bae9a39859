"""All addresses: one line per room; one address per act inside each room's own urls.py."""

from django.urls import include, path

from lapkin.organisasi.admin import situs

urlpatterns = [
    path("akun/", include("lapkin.urls_akun")),
    path("admin/", situs.urls),
    path("", include("lapkin.langkah.urls")),
    path("sop/", include("lapkin.alur.urls")),
    path("kinerja/", include("lapkin.kinerja.urls")),
    path("laporan/", include("lapkin.laporan.urls")),
    path("naskah/", include("lapkin.naskah.urls")),
    path("arsip/", include("lapkin.arsip.urls")),
    path("organisasi/", include("lapkin.organisasi.urls")),
    path("pemberitahuan/", include("lapkin.jejak.urls")),
    path("ingatkan/", include("lapkin.pengingat.urls")),
]
