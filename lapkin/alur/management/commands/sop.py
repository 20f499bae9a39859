"""bin/lapkin sop ...: work on an SOP's file without an office; one module of `perintah_sop` for each command."""

import os
import signal
import sys

from lapkin.alur.management.perintah_sop import bpmn, cetak, periksa
from lapkin.perintah import Perintah

DAFTAR_PERINTAH = {"cetak": cetak, "periksa": periksa, "bpmn": bpmn}


class Command(Perintah):
    help = "Mengerjakan berkas SOP (TOML) tanpa memasangnya pada instansi."

    def add_arguments(self, parser):
        daftar = parser.add_subparsers(dest="perintah", required=True, metavar="PERINTAH")
        for nama, perintah in DAFTAR_PERINTAH.items():
            perintah.tambah_argumen(daftar.add_parser(nama, help=perintah.BANTUAN))

    def handle(self, *args, perintah, **options):
        try:
            DAFTAR_PERINTAH[perintah].jalankan(self, **options)
            sys.stdout.flush()
        except BrokenPipeError:
            self._pembaca_pergi()

    def _pembaca_pergi(self):
        """Whoever read along (head, less) has seen enough; end as the shell's own tools do, without a complaint."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(128 + signal.SIGPIPE)
