"""Units and posts: how an instansi is built up."""

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak

from ..models import Jabatan, UnitKerja
from .dasar import catat, simpan, ubah
from .izin import pastikan_mengelola


@transaction.atomic
def tambah_unit(*, pegawai, instansi, **isian):
    pastikan_mengelola(pegawai, instansi)
    unit = simpan(UnitKerja(instansi=instansi), isian)
    catat(pegawai, instansi, "unit.ditambah", unit, f"Unit kerja {unit} ditambahkan.")
    return unit


@transaction.atomic
def ubah_unit(*, pegawai, unit, **isian):
    pastikan_mengelola(pegawai, unit.instansi)
    _tolak_lingkaran(unit, isian.get("induk"), "induk", "Unit kerja")
    unit, beda = ubah(unit, isian)
    catat(pegawai, unit.instansi, "unit.diubah", unit, f"Unit kerja {unit} diubah.", beda)
    return unit


@transaction.atomic
def tambah_jabatan(*, pegawai, instansi, **isian):
    pastikan_mengelola(pegawai, instansi)
    jabatan = simpan(Jabatan(instansi=instansi), isian)
    catat(pegawai, instansi, "jabatan.ditambah", jabatan, f"Jabatan {jabatan} ditambahkan.")
    return jabatan


@transaction.atomic
def ubah_jabatan(*, pegawai, jabatan, **isian):
    """Change a post; its jenis stays once it was held, because the rule of one holder hangs on it."""
    pastikan_mengelola(pegawai, jabatan.instansi)
    _tolak_lingkaran(jabatan, isian.get("atasan"), "atasan", "Jabatan")
    if isian.get("jenis", jabatan.jenis) != jabatan.jenis and jabatan.daftar_penugasan.exists():
        raise Ditolak(
            "Jenis jabatan ini tidak dapat diubah karena sudah pernah dipegang. Buatlah jabatan baru."
        )
    jabatan, beda = ubah(jabatan, isian)
    catat(pegawai, jabatan.instansi, "jabatan.diubah", jabatan, f"Jabatan {jabatan} diubah.", beda)
    return jabatan


def _tolak_lingkaran(objek, di_atas, hubungan, sebutan):
    """Refuse a superior that stands below the row itself."""
    while di_atas is not None:
        if di_atas.pk == objek.pk:
            raise Ditolak(f"{sebutan} tidak dapat berada di bawah dirinya sendiri atau bawahannya.")
        di_atas = getattr(di_atas, hubungan)
