"""bin/lapkin muat_sop SOP.toml --instansi KODE: put an SOP in force in an office."""

from pathlib import Path

from django.core.management.base import CommandError

from lapkin.alur.actions import pasang_sop
from lapkin.alur.management.berkas_sop import baca_berkas
from lapkin.alur.queries import peran_belum_terikat
from lapkin.organisasi.models import Instansi
from lapkin.perintah import Perintah
from lapkin.sop.sop import baca


class Command(Perintah):
    help = "Memberlakukan SOP dari berkas TOML pada satu instansi; isi yang sama tidak mengubah apa pun."

    def add_arguments(self, parser):
        parser.add_argument("berkas", type=Path, metavar="SOP.toml")
        parser.add_argument("--instansi", required=True, metavar="KODE", help="kode instansi")

    def handle(self, *args, berkas, instansi, **options):
        isi = baca_berkas(berkas, baca)
        sop = pasang_sop(pegawai=None, instansi=_instansi(instansi), isi=isi)
        self.stdout.write(f"SOP “{sop}” berlaku pada {sop.instansi}.")
        if kosong := peran_belum_terikat(sop, isi):
            self.stdout.write(f"Ikat peran berikut di halaman SOP: {', '.join(kosong)}.")


def _instansi(kode: str) -> Instansi:
    try:
        return Instansi.objects.get(kode=kode)
    except Instansi.DoesNotExist as salah:
        raise CommandError(f"Instansi dengan kode “{kode}” tidak ada.") from salah
