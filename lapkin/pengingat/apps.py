from django.apps import AppConfig


class Config(AppConfig):
    name = "lapkin.pengingat"
    label = "pengingat"
