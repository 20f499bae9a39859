from django.apps import AppConfig


class Config(AppConfig):
    name = "lapkin.arsip"
    label = "arsip"
