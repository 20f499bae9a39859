from django.apps import AppConfig


class Config(AppConfig):
    name = "lapkin.kinerja"
    label = "kinerja"
