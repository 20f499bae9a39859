"""How the desk groups tasks by time, and how much working time a task has left."""

from datetime import datetime, timedelta

from django.utils import timezone

from lapkin.alur.tenggat import menit_kerja_antara

KELOMPOK = ("Terlambat", "Hari ini", "Minggu ini", "Nanti")


def kelompok_waktu(daftar_tugas, sekarang: datetime):
    """[(group name, tasks)] without empty groups; tasks (with `tenggat` in local time) without one come last."""
    isi = {nama: [] for nama in KELOMPOK}
    for tugas in daftar_tugas:
        isi[_kelompok(tugas.tenggat, sekarang)].append(tugas)
    return [(nama, daftar) for nama, daftar in isi.items() if daftar]


def _kelompok(tenggat, sekarang):
    if tenggat is None:
        return "Nanti"
    if tenggat < sekarang:
        return "Terlambat"
    if tenggat.date() == sekarang.date():
        return "Hari ini"
    akhir_minggu = sekarang.date() + timedelta(days=6 - sekarang.weekday())
    return "Minggu ini" if tenggat.date() <= akhir_minggu else "Nanti"


def lama_kerja(menit: int, sehari: int = 450) -> str:
    """Working minutes as an office says them, in one unit, rounded down: "3 hari kerja", "5 jam kerja"."""
    if menit >= sehari:
        return f"{menit // sehari} hari kerja"
    if menit >= 60:
        return f"{menit // 60} jam kerja"
    return f"{menit} menit kerja" if menit else "kurang dari 1 menit kerja"


def sisa_waktu(tugas, kalender) -> str:
    """Working time left or overrun ("sisa 5 jam kerja", "terlambat 3 hari kerja"); "" when closed or never due."""
    if tugas.tenggat is None or tugas.ditutup_pada:
        return ""
    sekarang = timezone.now()
    sehari = tugas.pelaksanaan.instansi.menit_sehari
    menit = menit_kerja_antara(sekarang, tugas.tenggat, kalender)
    return (
        f"terlambat {lama_kerja(-menit, sehari)}"
        if sekarang > tugas.tenggat
        else f"sisa {lama_kerja(menit, sehari)}"
    )
