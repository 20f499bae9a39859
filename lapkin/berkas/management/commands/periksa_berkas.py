"""Check every kept file against the hash it was frozen under."""

from django.core.management.base import CommandError

from lapkin.berkas.models import Berkas
from lapkin.berkas.queries import daftar_kerusakan
from lapkin.perintah import Perintah


class Command(Perintah):
    help = "Memeriksa setiap berkas tersimpan terhadap sidik SHA-256-nya."

    def handle(self, *args, **pilihan):
        rusak = 0
        for berkas, kerusakan in daftar_kerusakan():
            rusak += 1
            self.stdout.write(f"RUSAK  berkas {berkas.pk}  {berkas.sha256[:12]}  {kerusakan}")
        jumlah = Berkas.objects.count()
        if rusak:
            raise CommandError(f"{rusak} dari {jumlah} berkas rusak.")
        self.stdout.write(f"{jumlah} berkas diperiksa, semuanya utuh.")
