"""bin/lapkin ingatkan: what a timer calls; running it twice sends nothing twice."""

from argparse import ArgumentTypeError
from datetime import datetime

from django.core.management.base import CommandError
from django.utils import timezone

from lapkin.organisasi.kalender import libur_diketahui
from lapkin.pengingat.actions import ingatkan, semua_rencana
from lapkin.pengingat.tangga import NAMA_SALURAN, Saluran
from lapkin.perintah import Perintah


class Command(Perintah):
    help = "Mengirim pengingat tugas yang jatuh tempo; dipanggil pewaktu, aman dijalankan berulang kali."

    def add_arguments(self, parser):
        parser.add_argument(
            "--kini",
            type=_saat,
            metavar="TANGGALTJAM",
            help="Hanya menunjukkan apa yang akan dikirim pada saat itu, misalnya 2027-01-11T08:00; "
            "tidak menyimpan dan tidak mengirim apa pun.",
        )

    def handle(self, *args, kini, **options):
        terlewat = self._tunjukkan(kini) if kini else self._kirim()
        if terlewat:
            raise CommandError("Sebagian tidak diingatkan:\n" + "\n".join(terlewat))

    def _kirim(self) -> list[str]:
        hasil = ingatkan()
        self.stdout.write(hasil.kalimat)
        return hasil.terlewat

    def _tunjukkan(self, kini) -> list[str]:
        """What a run at that moment would make: by office, who, by what, and which rung."""
        daftar_rencana = semua_rencana(kini)
        daftar = [pengingat for satu in daftar_rencana for pengingat in satu.daftar]
        for p in daftar:
            cara = NAMA_SALURAN[Saluran(p.saluran)]
            self.stdout.write(f"{p.instansi}: {p.penerima}; {cara}; {p.anak}; {p.judul}")
        self.stdout.write(
            f"{len(daftar)} pengingat akan dibuat pada {timezone.localtime(kini):%d-%m-%Y %H.%M}; "
            "tidak ada yang disimpan atau dikirim."
        )
        return [kalimat for satu in daftar_rencana for kalimat in satu.kalimat_terlewat]


def _saat(teks: str) -> datetime:
    """A moment as typed, in a year whose holidays are known; without a zone it is meant in the installation's."""
    try:
        saat = datetime.fromisoformat(teks)
    except ValueError:
        raise ArgumentTypeError(f"“{teks}” bukan tanggal dan jam seperti 2027-01-11T08:00.") from None
    if not libur_diketahui(saat.year):
        raise ArgumentTypeError(f"hari libur tahun {saat.year} tidak diketahui; pilih tahun lain.")
    return saat if saat.tzinfo else timezone.make_aware(saat)
