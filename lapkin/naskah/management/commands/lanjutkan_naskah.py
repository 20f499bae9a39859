"""Finish letters whose number was taken but not put on paper, as after a crash between the two."""

from django.core.management.base import CommandError

from lapkin.jejak.ditolak import Ditolak
from lapkin.naskah.actions import cetak_bernomor
from lapkin.naskah.queries import belum_tercetak
from lapkin.perintah import Perintah


class Command(Perintah):
    help = "Mencetak ulang naskah yang nomornya sudah diambil tetapi belum tercetak."

    def handle(self, *args, **pilihan):
        gagal = 0
        for naskah in belum_tercetak():
            try:
                cetak_bernomor(pegawai=naskah.agenda.diambil_oleh, naskah=naskah)
                self.stdout.write(f"Tercetak: {naskah.agenda.nomor}  {naskah.hal}")
            except Ditolak as salah:
                gagal += 1
                self.stdout.write(f"GAGAL: {naskah.agenda.nomor}  {salah}")
        if gagal:
            raise CommandError(f"{gagal} naskah belum tercetak.")
        self.stdout.write("Semua naskah bernomor sudah tercetak.")
