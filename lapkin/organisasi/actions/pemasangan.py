"""The first act of an installation: an office and the person who manages it."""

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak

from ..models import Instansi, Pegawai
from .dasar import catat, simpan
from .pegawai import sandi_acak


@transaction.atomic
def pasang_kantor(*, pengguna, sandi="", tambah=False, **isian):
    """Make an instansi (`isian`) and its pengelola; return the person and the password to be told, or "".

    Without `sandi` one is made, to be replaced at the first sign-in. Raises Ditolak where an instansi exists
    already, unless one more is wanted (`tambah`).
    """
    ada = Instansi.objects.first()
    if ada and not tambah:
        raise Ditolak(f"Lapkin sudah dipasang untuk {ada}.")
    instansi = simpan(Instansi(), isian)
    dibuat = "" if sandi else sandi_acak()
    orang = Pegawai(instansi=instansi, pengelola=True, sandi_sementara=bool(dibuat))
    orang.set_password(sandi or dibuat)
    simpan(orang, {"username": pengguna, "nama": "Pengelola"})
    catat(orang, instansi, "instansi.dipasang", instansi, f"Instansi {instansi} dipasang.")
    catat(orang, instansi, "pegawai.ditambah", orang, f"Pegawai {orang} ditambahkan saat pemasangan.")
    return orang, dibuat
