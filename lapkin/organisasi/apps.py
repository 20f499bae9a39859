from django.apps import AppConfig


class Config(AppConfig):
    name = "lapkin.organisasi"
    label = "organisasi"
