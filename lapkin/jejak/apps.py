from django.apps import AppConfig


class Config(AppConfig):
    name = "lapkin.jejak"
    label = "jejak"
