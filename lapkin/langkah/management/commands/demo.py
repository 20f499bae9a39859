"""bin/demo: one LKjIP case of the demo office from the first to the last step, its papers, and the application."""

import os
import subprocess
import sys

from django.conf import settings
from django.core.management.base import CommandError

from lapkin.langkah.demo.templat import jalan_baru, lingkungan
from lapkin.perintah import Perintah


class Command(Perintah):
    pintu, bernama = "bin/demo", False
    help = "Memainkan satu pekerjaan LKjIP sampai selesai, menulis berkasnya ke keluaran/, lalu menyajikan aplikasi."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--tanpa-server", action="store_true", help="berhenti setelah berkas ditulis")
        parser.add_argument(
            "--port", type=int, default=8000, metavar="N", help="port pertama yang dicoba (bawaan 8000)"
        )
        parser.add_argument(
            "--keluaran", default=str(settings.AKAR / "keluaran"), metavar="DIR", help="folder hasil"
        )

    def handle(self, *args, tanpa_server, port, keluaran, **options):
        """Become `demo_main` on a fresh copy of the template: its settings must not be those of an office."""
        sys.stdout.write("Menyiapkan data demo...\n")
        sys.stdout.flush()
        try:
            folder = jalan_baru(settings.DATA / "demo")
        except subprocess.CalledProcessError as gagal:
            raise CommandError("Data demo tidak dapat disiapkan; lihat pesan di atas.") from gagal
        pilihan = ["--port", str(port), "--keluaran", keluaran, *(["--tanpa-server"] if tanpa_server else [])]
        os.execve(sys.executable, [sys.executable, "-m", "django", "demo_main", *pilihan], lingkungan(folder))
