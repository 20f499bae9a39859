"""An instansi itself: adding one below another, its data, its emblem."""

from django.db import transaction

from lapkin.berkas.actions import terima_unggahan

from ..models import Instansi
from .dasar import catat, simpan, ubah


@transaction.atomic
def tambah_instansi(*, pegawai, induk, **isian):
    """Add an instansi directly below `induk` (a pemda adds its perangkat daerah)."""
    instansi = simpan(Instansi(induk=induk), isian)
    catat(pegawai, instansi, "instansi.ditambah", instansi, f"Instansi {instansi} ditambahkan.")
    return instansi


@transaction.atomic
def ubah_instansi(*, pegawai, instansi, **isian):
    instansi, beda = ubah(instansi, isian)
    catat(pegawai, instansi, "instansi.diubah", instansi, f"Data {instansi} diubah.", beda)
    return instansi


def ganti_lambang(*, pegawai, instansi, unggahan):
    """Keep a new emblem (lambang), PNG or JPEG by content; raises Ditolak for any other file."""
    berkas = terima_unggahan(unggahan=unggahan, boleh={"png", "jpg"})
    with transaction.atomic():
        instansi, _ = ubah(instansi, {"lambang": berkas})
        uraian = f"Lambang {instansi} diganti."
        catat(pegawai, instansi, "instansi.lambang", instansi, uraian, {"sha256": berkas.sha256})
    return instansi
