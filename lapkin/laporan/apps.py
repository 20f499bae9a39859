from django.apps import AppConfig


class Config(AppConfig):
    name = "lapkin.laporan"
    label = "laporan"
