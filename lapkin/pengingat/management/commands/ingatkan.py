"""bin/lapkin ingatkan: what a timer calls; running it twice sends nothing twice."""

from datetime import datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lapkin.pengingat.actions import ingatkan


class Command(BaseCommand):
    help = "Mengirim pengingat tugas yang jatuh tempo; dipanggil pewaktu, aman dijalankan berulang kali."

    def add_arguments(self, parser):
        parser.add_argument(
            "--kini",
            type=_saat,
            metavar="TANGGALTJAM",
            help="Menghitung seakan-akan pada saat ini, misalnya 2027-01-11T08:00 (untuk mencoba tangga pengingat).",
        )

    def handle(self, *args, kini, **options):
        self.stdout.write(ingatkan(kini=kini).kalimat)


def _saat(teks: str) -> datetime:
    """A moment as typed; without a zone it is meant in the installation's."""
    try:
        saat = datetime.fromisoformat(teks)
    except ValueError:
        raise CommandError(f"“{teks}” bukan tanggal dan jam seperti 2027-01-11T08:00.") from None
    return saat if saat.tzinfo else timezone.make_aware(saat)
