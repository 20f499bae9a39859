"""What a case has to spare before its last legal day, in words; before it is started, when it must begin."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from lapkin.alur.batas import cadangan
from lapkin.alur.models import RevisiSop
from lapkin.alur.queries import jadwal_sop, jam_kerja
from lapkin.alur.tenggat import menit_kerja_antara

from .giliran import kata_cadangan, kata_lewat


@dataclass(frozen=True)
class JadwalMulai:
    """One SOP counted back from its last legal day for a reported year; `cadangan` in words if it began now."""

    sop: object
    tahun: int
    mulai: datetime
    dasar: str
    cadangan: str
    kurang: bool


@dataclass(frozen=True)
class KataCadangan:
    """What a case has to spare before its last legal day, in words; `kurang`: too little, or the day is over."""

    kata: str
    kurang: bool


def kata_sisa(pelaksanaan, kalender, jadwal, menit, pada=None) -> KataCadangan | None:
    """ "sisa 2 hari kerja cadangan sampai 28 Feb 2026", or what is missing; None where no day limits the case.

    `jadwal`, `menit`: the schedule and the spare minutes that `cadangan_kasus` gives at `pada` (now).
    """
    if menit is None:
        return None
    pada = pada or timezone.now()
    sehari, batas = pelaksanaan.instansi.menit_sehari, jadwal.saat_batas
    if pada > batas:
        return KataCadangan(kata_lewat(menit_kerja_antara(batas, pada, kalender), sehari, batas), True)
    return KataCadangan(kata_cadangan(menit, sehari, batas), menit < 0)


def jadwal_mulai(daftar_sop) -> list[JadwalMulai]:
    """Of each SOP in force, for the year whose report is due next: last year while its day has not passed."""
    return [jadwal for sop in daftar_sop.select_related("instansi") if (jadwal := _satu(sop))]


def _satu(sop):
    revisi = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    if revisi is None:
        return None
    isi, kini = revisi.dibaca(), timezone.now()
    kalender = jam_kerja(sop.instansi, range(kini.year - 1, kini.year + 3))
    for tahun in (kini.year - 1, kini.year):
        jadwal = jadwal_sop(sop, isi, tahun, kalender)
        if jadwal and jadwal.mulai and kini < jadwal.saat_batas:
            sisa = cadangan(jadwal, isi.pertama().kode, 0, kini, kalender)
            kata = kata_cadangan(sisa, sop.instansi.menit_sehari, jadwal.saat_batas)
            return JadwalMulai(sop, tahun, jadwal.mulai, jadwal.batas.dasar, kata, sisa < 0)
    return None
