"""Addresses of the officer's notices."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.daftar, name="pemberitahuan"),
    path("dibaca/", views.dibaca, name="pemberitahuan_dibaca"),
]
