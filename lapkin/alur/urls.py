"""SOPs: the list, one SOP as it prints, and who stands behind its roles."""

from django.urls import path

from .views import sop

urlpatterns = [
    path("", sop.daftar, name="sop_daftar"),
    path("<int:pk>/", sop.lihat, name="sop"),
    path("<int:pk>/ikat/", sop.ikat, name="sop_ikat"),
    path("<int:pk>/lepas/<int:peran>/", sop.lepas, name="sop_lepas"),
]
