"""How much working time several cases have left until their next due moment, with one calendar for each office."""

from django.utils import timezone

from lapkin.alur.models import Jeda
from lapkin.alur.queries import jam_kerja
from lapkin.organisasi.kalender import libur_diketahui

from .giliran import kata_tenggat


def daftar_sisa(daftar_pelaksanaan, terbuka, kalender) -> dict[int, str]:
    """By case (id), the words until the first due moment of its open tasks: "sisa 5 jam kerja", "jam berhenti".

    `terbuka`: the open tasks by case (id); `kalender`: the calendars by office (id) that are at hand already.
    """
    terdekat = {satu: tugas for satu in daftar_pelaksanaan if (tugas := _terdekat(terbuka.get(satu.pk, ())))}
    berhenti = Jeda.objects.filter(tugas__in=[tugas.pk for tugas in terdekat.values()], sampai=None)
    jeda = set(berhenti.values_list("tugas", flat=True))
    kalender = _daftar_kalender(terdekat, kalender)
    return {
        satu.pk: "jam berhenti"
        if tugas.pk in jeda
        else kata_tenggat(
            timezone.now(), tugas.tenggat, kalender[satu.instansi_id], satu.instansi.menit_sehari
        )
        for satu, tugas in terdekat.items()
    }


def _terdekat(daftar_tugas):
    return min((t for t in daftar_tugas if t.tenggat), key=lambda t: t.tenggat, default=None)


def _daftar_kalender(terdekat, kalender) -> dict:
    """The calendars by office (id), with those that are not at hand yet made around now and their due moments."""
    per_kantor = {}
    for satu, tugas in terdekat.items():
        if satu.instansi_id not in kalender:
            per_kantor.setdefault(satu.instansi, []).append(tugas.tenggat.year)
    kini = timezone.now().year
    baru = {
        instansi.pk: jam_kerja(instansi, _rentang_tahun([kini, *daftar_tahun]))
        for instansi, daftar_tahun in per_kantor.items()
    }
    return kalender | baru


def _rentang_tahun(daftar_tahun) -> range:
    """From a year before the first to a year after the last, as far as holidays are known."""
    awal, akhir = min(daftar_tahun) - 1, max(daftar_tahun) + 1
    return range(awal, akhir + 1 if libur_diketahui(akhir) else akhir)
