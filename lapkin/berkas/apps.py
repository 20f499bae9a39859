from django.apps import AppConfig


class Config(AppConfig):
    name = "lapkin.berkas"
    label = "berkas"
