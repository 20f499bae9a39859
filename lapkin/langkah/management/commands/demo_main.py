"""Plays the demo's case and serves the application; started by `demo` on the demo's own data."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from lapkin.langkah.demo.keluaran import tulis_keluaran
from lapkin.langkah.demo.main import mainkan, mulai_latihan
from lapkin.langkah.demo.peladen import sajikan
from lapkin.langkah.demo.templat import milik_demo
from lapkin.perintah import Perintah


class Command(Perintah):
    help = "Memainkan pekerjaan demo dan menyajikan aplikasi (dipakai oleh bin/demo)."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--tanpa-server", action="store_true")
        parser.add_argument("--port", type=int, required=True)
        parser.add_argument("--keluaran", type=Path, required=True)

    def handle(self, *args, tanpa_server, port, keluaran, **options):
        if not milik_demo(settings.DATA):
            raise CommandError("Perintah ini hanya untuk folder data demo. Jalankan bin/demo.")
        try:
            self._jalankan(tanpa_server, port, keluaran)
        except KeyboardInterrupt:
            raise CommandError("Demo dihentikan.", returncode=130) from None
        finally:
            shutil.rmtree(settings.DATA, ignore_errors=True)

    def _jalankan(self, tanpa_server, port, keluaran):
        pelaksanaan = mainkan(self._cetak)
        tulis_keluaran(pelaksanaan, keluaran, self._cetak)
        if not tanpa_server:
            mulai_latihan(pelaksanaan)
            sajikan(port, keluaran, self._cetak)

    def _cetak(self, baris=""):
        self.stdout.write(baris)
        self.stdout.flush()
