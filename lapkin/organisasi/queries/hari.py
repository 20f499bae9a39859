"""Which day it is: each office counts by its own clock, and a Plh. begins at midnight where the post is."""

from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Case, DateField, Q, Value, When
from django.utils import timezone

from ..models import HariLibur
from ..zona import DAFTAR_ZONA


def hari_ini(instansi, saat=None) -> date:
    """Today in the zone of an instansi, or the day of another moment there."""
    return timezone.localdate(saat, timezone=ZoneInfo(instansi.zona_waktu))


def hari_tiap_zona() -> dict[str, date]:
    """By zone what day it is there now."""
    return {zona: timezone.localdate(timezone=ZoneInfo(zona)) for zona in DAFTAR_ZONA}


def hari_kantor(lewat: str):
    """Today as a query says it of each row: by the clock of the office that `lewat` leads to."""
    hari = hari_tiap_zona()
    bawaan = hari[settings.TIME_ZONE]
    lain = [
        When(**{f"{lewat}__zona_waktu": zona, "then": Value(h)}) for zona, h in hari.items() if h != bawaan
    ]
    return Case(*lain, default=Value(bawaan), output_field=DateField()) if lain else bawaan


def berlaku(lewat: str, pada=None) -> Q:
    """Syarat: rows with `dari` and `sampai` that hold on a day; without one on today of the office `lewat`."""
    pada = pada or hari_kantor(lewat)
    return Q(dari__lte=pada) & (Q(sampai=None) | Q(sampai__gte=pada))


def hari_libur(instansi, tahun_awal, tahun_akhir):
    """The days off of an office beside the national ones: its own, those of the instansi above, and everybody's."""
    return HariLibur.objects.filter(
        Q(instansi=None) | Q(instansi=instansi) | Q(instansi=instansi.induk_id, instansi__isnull=False),
        tanggal__range=(date(tahun_awal, 1, 1), date(tahun_akhir, 12, 31)),
    ).select_related("instansi")
