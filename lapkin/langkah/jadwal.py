"""What a case has to spare before its last legal day, in words; before it is started, when it must begin."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from lapkin.alur.batas import cadangan
from lapkin.alur.models import RevisiSop
from lapkin.alur.queries import cadangan_kasus, jadwal_sop, jam_kerja, kalender_kasus

from .giliran import kata_cadangan


@dataclass(frozen=True)
class JadwalMulai:
    """One SOP counted back from its last legal day for a reported year; `cadangan` in words if it began now."""

    sop: object
    tahun: int
    mulai: datetime
    dasar: str
    cadangan: str
    kurang: bool


def teks_cadangan(pelaksanaan) -> str:
    """What a running case has to spare: "sisa 2 hari kerja cadangan sampai 28 Feb"; "" where no day limits it."""
    jadwal, menit = cadangan_kasus(pelaksanaan, kalender_kasus(pelaksanaan))
    if menit is None:
        return ""
    return kata_cadangan(menit, pelaksanaan.instansi.menit_sehari, jadwal.saat_batas)


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
