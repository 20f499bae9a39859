"""Check the hash chain of every instansi's history."""

from django.core.management.base import BaseCommand, CommandError

from lapkin.jejak.models import KepalaRantai
from lapkin.jejak.queries import daftar_rantai, periksa_rantai


class Command(BaseCommand):
    help = "Memeriksa rantai peristiwa setiap instansi; berakhir dengan kode 1 bila ada yang rusak."

    def handle(self, *args, **pilihan):
        rusak = [rantai for rantai in daftar_rantai() if not self._utuh(rantai)]
        if rusak:
            raise CommandError(f"{len(rusak)} rantai rusak: {', '.join(rusak)}.")
        self.stdout.write("Semua rantai utuh.")

    def _utuh(self, rantai: str) -> bool:
        daftar = periksa_rantai(rantai)
        for kerusakan in daftar:
            self.stdout.write(f"RUSAK  {rantai}  peristiwa {kerusakan.urut}: {kerusakan.kalimat}")
        if not daftar:
            kepala = KepalaRantai.objects.get(rantai=rantai)
            self.stdout.write(f"utuh   {rantai}  {kepala.urut} peristiwa  kepala {kepala.sidik}")
        return not daftar
