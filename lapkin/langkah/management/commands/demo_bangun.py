"""Fills the template database of the demo; run by `demo` in a folder of its own, never on an office's data."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from lapkin.langkah.demo.kantor import bangun
from lapkin.langkah.demo.templat import milik_demo


class Command(BaseCommand):
    help = "Mengisi basis data contoh (dipakai oleh bin/demo)."
    requires_system_checks = ()

    def handle(self, *args, **options):
        if not milik_demo(settings.DATA):
            raise CommandError("Perintah ini hanya untuk folder data demo. Jalankan bin/demo.")
        call_command("migrate", verbosity=0)
        with transaction.atomic():
            bangun()
