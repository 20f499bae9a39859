"""The demo's clock: it walks over past working days while a case is played, as the days of an office pass."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from unittest.mock import patch

from django.utils import timezone

from lapkin.alur.queries import jam_kerja
from lapkin.alur.tenggat import JamKerja, mulai_paling_lambat, tenggat

SEHARI = 450  # working minutes; the demo's offices keep the usual hours
# Working days before the hour of the demo.
PASANG = 60  # the offices of the template are made
MULAI = 25  # the case that is played to its end begins; the papers of its ten days are then past
LATIHAN = 6  # the first of the cases in progress begins
# Working minutes that pass before a task of a step is done; a further round takes half of them. Some are more than
# the SOP gives, so that "Standar dan kenyataan" has something to show.
LAMA = {
    "perintah": 25,
    "format": 100,
    "sampaikan-format": 45,
    "himpun": 50,
    "analisis": 700,
    "susun": 1100,
    "koreksi": 380,
    "ajukan": 40,
    "tanda-tangan": 130,
    "surat-pengantar": 25,
    "kirim": 15,
}


@dataclass(slots=True)
class JamDemo:
    """The hour that the demo plays at, and the working calendar over which it walks."""

    kini: datetime
    kalender: JamKerja

    def lewat(self, menit: int) -> None:
        """Let working minutes pass."""
        self.kini = tenggat(self.kini, menit, self.kalender)

    def kerjakan(self, tugas) -> None:
        """Let the time pass that the work of a task takes."""
        self.lewat(LAMA[tugas.langkah] // tugas.putaran)


@contextmanager
def jam_demo(hari_lalu: int, instansi=None):
    """Everything in here happens in the past, from some working days ago on: a JamDemo that the caller moves.

    The working days are those of an office; without one, the days from Monday to Friday.
    """
    sekarang = timezone.now()
    kalender = jam_kerja(instansi, range(sekarang.year - 1, sekarang.year + 2)) if instansi else JamKerja()
    jam = JamDemo(mulai_paling_lambat(sekarang, hari_lalu * SEHARI, kalender), kalender)

    class Waktu(datetime):
        @classmethod
        def now(cls, tz=None):
            return jam.kini.astimezone(tz)

    # Django reads the hour in one place; what rows take by default (`default=timezone.now`) comes from there too.
    with patch.object(timezone, "datetime", Waktu):
        yield jam
