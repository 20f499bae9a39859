"""How the desk groups tasks by time, and how much working time a task has left."""

from datetime import datetime, timedelta

from django.utils import timezone

from lapkin.alur.tenggat import menit_kerja_antara
from lapkin.bahasa.tanggal import hari_bulan
from lapkin.sop.waktu import lama_kerja

KELOMPOK = ("Terlambat", "Hari ini", "Minggu ini", "Nanti")


def kelompok_waktu(daftar_tugas, sekarang: datetime):
    """[(group name, tasks)] without empty groups; tasks (with `tenggat` in local time) without one come last.

    A task whose clock stands is not late, however long it waits.
    """
    isi = {nama: [] for nama in KELOMPOK}
    for tugas in daftar_tugas:
        isi[_kelompok(tugas, sekarang)].append(tugas)
    return [(nama, daftar) for nama, daftar in isi.items() if daftar]


def _kelompok(tugas, sekarang):
    tenggat = tugas.tenggat
    if tenggat is None or tugas.dijeda:
        return "Nanti"
    if tenggat < sekarang:
        return "Terlambat"
    if tenggat.date() == sekarang.date():
        return "Hari ini"
    akhir_minggu = sekarang.date() + timedelta(days=6 - sekarang.weekday())
    return "Minggu ini" if tenggat.date() <= akhir_minggu else "Nanti"


def sisa_waktu(tugas, kalender, jeda=None) -> str:
    """Working time left or overrun ("sisa 5 jam kerja", "terlambat 3 hari kerja"); "" when closed or never due.

    While the task's clock stands (`jeda`), it is what was left when it stopped.
    """
    if tugas.tenggat is None or tugas.ditutup_pada:
        return ""
    sekarang = jeda.dari if jeda else timezone.now()
    return kata_tenggat(sekarang, tugas.tenggat, kalender, tugas.pelaksanaan.instansi.menit_sehari)


def kata_tenggat(sekarang: datetime, tenggat: datetime, kalender, sehari: int) -> str:
    """ "sisa 5 jam kerja" until a due moment, "terlambat 3 hari kerja" after it."""
    menit = menit_kerja_antara(sekarang, tenggat, kalender)
    lewat = sekarang > tenggat
    return f"terlambat {lama_kerja(-menit, sehari)}" if lewat else f"sisa {lama_kerja(menit, sehari)}"


def kata_cadangan(menit: int, sehari: int, batas: datetime) -> str:
    """Spare working time before a legal day: "sisa 3 hari kerja cadangan sampai 28 Feb 2026", "kurang 2 hari ..."."""
    sampai = f"sampai {hari_bulan(batas.date())} {batas.year}"
    if menit < 0:
        return f"kurang {lama_kerja(-menit, sehari)} {sampai}"
    return f"sisa {lama_kerja(menit, sehari)} cadangan {sampai}"


def kata_lewat(menit: int, sehari: int, batas: datetime) -> str:
    """Working time since a legal day that is over: "lewat 188 hari kerja dari batas 28 Feb 2026"."""
    return f"lewat {lama_kerja(menit, sehari)} dari batas {hari_bulan(batas.date())} {batas.year}"
