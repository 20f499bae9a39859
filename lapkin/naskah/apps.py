from django.apps import AppConfig


class Config(AppConfig):
    name = "lapkin.naskah"
    label = "naskah"
