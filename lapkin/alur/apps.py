from django.apps import AppConfig


class Config(AppConfig):
    name = "lapkin.alur"
    label = "alur"
