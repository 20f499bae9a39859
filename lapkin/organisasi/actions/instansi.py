"""An instansi itself: adding one below another, its data, its emblem."""

from django.db import transaction

from lapkin.berkas.actions import terima_unggahan
from lapkin.berkas.queries import baca
from lapkin.dokumen.coba_lambang import lambang_tercoba
from lapkin.dokumen.svg import SvgRusak
from lapkin.jejak.ditolak import Ditolak

from ..models import Instansi
from .dasar import catat, simpan, ubah
from .izin import pastikan_mengelola


@transaction.atomic
def tambah_instansi(*, pegawai, induk, **isian):
    """Add an instansi directly below `induk` (a pemda adds its perangkat daerah), by whoever manages that one."""
    pastikan_mengelola(pegawai, induk)
    instansi = simpan(Instansi(induk=induk), isian)
    catat(pegawai, instansi, "instansi.ditambah", instansi, f"Instansi {instansi} ditambahkan.")
    return instansi


@transaction.atomic
def ubah_instansi(*, pegawai, instansi, **isian):
    pastikan_mengelola(pegawai, instansi)
    instansi, beda = ubah(instansi, isian)
    catat(pegawai, instansi, "instansi.diubah", instansi, f"Data {instansi} diubah.", beda)
    return instansi


def ganti_lambang(*, pegawai, instansi, unggahan):
    """Keep a new emblem (lambang), PNG or JPEG that a paper can print; raises Ditolak for any other file."""
    pastikan_mengelola(pegawai, instansi)
    berkas = terima_unggahan(unggahan=unggahan, boleh={"png", "jpg"})
    try:
        lambang_tercoba(baca(berkas), berkas.jenis)
    except SvgRusak as salah:
        raise Ditolak(str(salah)) from salah
    with transaction.atomic():
        instansi, _ = ubah(instansi, {"lambang": berkas})
        uraian = f"Lambang {instansi} diganti."
        catat(pegawai, instansi, "instansi.lambang", instansi, uraian, {"sha256": berkas.sha256})
    return instansi
