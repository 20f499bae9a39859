"""Fills the template database of the demo; run by `demo` in a folder of its own, never on an office's data."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction

from lapkin.langkah.demo.jam import PASANG, jam_demo
from lapkin.langkah.demo.kantor import bangun
from lapkin.langkah.demo.templat import milik_demo
from lapkin.perintah import Perintah


class Command(Perintah):
    help = "Mengisi basis data contoh (dipakai oleh bin/demo)."
    requires_system_checks = ()

    def handle(self, *args, **options):
        if not milik_demo(settings.DATA):
            raise CommandError("Perintah ini hanya untuk folder data demo. Jalankan bin/demo.")
        call_command("migrate", verbosity=0)
        with jam_demo(PASANG), transaction.atomic():
            bangun()
