"""SOPs: the list, one SOP as it prints, and who stands behind its roles."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.daftar, name="sop_daftar"),
    path("<int:pk>/", views.lihat, name="sop"),
    path("<int:pk>/ikat/", views.ikat, name="sop_ikat"),
    path("<int:pk>/lepas/<int:peran>/", views.lepas, name="sop_lepas"),
]
