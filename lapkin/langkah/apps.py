from django.apps import AppConfig


class Config(AppConfig):
    name = "lapkin.langkah"
    label = "langkah"
