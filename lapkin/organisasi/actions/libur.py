"""Days off beside the national holidays: cuti bersama and local holidays."""

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak

from ..kalender import libur_nasional
from ..models import HariLibur
from .dasar import catat, simpan
from .izin import pastikan_mengelola


@transaction.atomic
def tambah_libur(*, pegawai, instansi, tanggal, nama):
    """Add a day off of an instansi; raises Ditolak where the day is free already."""
    pastikan_mengelola(pegawai, instansi)
    nasional = libur_nasional(tanggal.year).get(tanggal)
    if nasional:
        raise Ditolak(f"{tanggal:%d-%m-%Y} sudah libur nasional: {nasional}.")
    hari = simpan(HariLibur(instansi=instansi), {"tanggal": tanggal, "nama": nama})
    catat(pegawai, instansi, "libur.ditambah", hari, f"{nama} ({tanggal:%d-%m-%Y}) menjadi hari libur.")
    return hari


@transaction.atomic
def hapus_libur(*, pegawai, hari):
    """Remove a day off; the due moments of tasks that are open already stay as they are."""
    pastikan_mengelola(pegawai, hari.instansi)
    dihapus, _ = HariLibur.objects.filter(pk=hari.pk).delete()
    if not dihapus:
        raise Ditolak("Hari libur ini sudah dihapus.")
    uraian = f"{hari.nama} ({hari.tanggal:%d-%m-%Y}) bukan lagi hari libur."
    catat(pegawai, hari.instansi, "libur.dihapus", hari, uraian)
