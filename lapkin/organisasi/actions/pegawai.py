"""People and their accounts."""

import secrets

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak

from ..models import Pegawai
from .dasar import catat, simpan, ubah
from .izin import pastikan_mengelola

# Without the letters and digits that look alike on paper.
HURUF_SANDI = "abcdefghjkmnpqrstuvwxyz23456789"


@transaction.atomic
def tambah_pegawai(*, pegawai, instansi, **isian):
    """Add a person who may sign in; return the row and the first password, shown only once."""
    pastikan_mengelola(pegawai, instansi)
    sandi = sandi_acak()
    orang = Pegawai(instansi=instansi, sandi_sementara=True)
    orang.set_password(sandi)
    orang = simpan(orang, isian)
    catat(pegawai, instansi, "pegawai.ditambah", orang, f"Pegawai {orang} ditambahkan.")
    return orang, sandi


@transaction.atomic
def ubah_pegawai(*, pegawai, orang, **isian):
    pastikan_mengelola(pegawai, orang.instansi)
    if orang.pk == pegawai.pk and not isian.get("pengelola", True):
        raise Ditolak("Anda tidak dapat mencabut hak kelola Anda sendiri. Mintalah pengelola lain.")
    orang, beda = ubah(orang, isian)
    catat(pegawai, orang.instansi, "pegawai.diubah", orang, f"Data pegawai {orang} diubah.", beda)
    return orang


@transaction.atomic
def nonaktifkan_pegawai(*, pegawai, orang):
    """Close an account: it can't sign in any more, and its work falls to who else holds the posts."""
    pastikan_mengelola(pegawai, orang.instansi)
    if orang.pk == pegawai.pk:
        raise Ditolak("Anda tidak dapat menonaktifkan akun Anda sendiri.")
    if not Pegawai.objects.filter(pk=orang.pk, is_active=True).update(is_active=False):
        raise Ditolak(f"Akun {orang} sudah tidak aktif.")
    catat(pegawai, orang.instansi, "pegawai.dinonaktifkan", orang, f"Akun {orang} dinonaktifkan.")


@transaction.atomic
def aktifkan_pegawai(*, pegawai, orang):
    pastikan_mengelola(pegawai, orang.instansi)
    if not Pegawai.objects.filter(pk=orang.pk, is_active=False).update(is_active=True):
        raise Ditolak(f"Akun {orang} sudah aktif.")
    catat(pegawai, orang.instansi, "pegawai.diaktifkan", orang, f"Akun {orang} diaktifkan kembali.")


@transaction.atomic
def buat_sandi_baru(*, pegawai, orang) -> str:
    """Replace a forgotten password, which signs the person out everywhere; return the new one, shown once."""
    pastikan_mengelola(pegawai, orang.instansi)
    sandi = sandi_acak()
    orang = Pegawai.objects.select_for_update(no_key=True).get(pk=orang.pk)
    orang.set_password(sandi)
    orang.sandi_sementara = True
    orang.save(update_fields=["password", "sandi_sementara"])
    catat(pegawai, orang.instansi, "pegawai.sandi", orang, f"Kata sandi {orang} dibuat ulang.")
    return sandi


@transaction.atomic
def ganti_sandi(*, pegawai, sandi):
    """Set the own password: whoever knew the one before knows this one no more. The event holds no secret."""
    pegawai.set_password(sandi)
    pegawai.sandi_sementara = False
    pegawai.save(update_fields=["password", "sandi_sementara"])
    catat(pegawai, pegawai.instansi, "sandi.diganti", pegawai, f"{pegawai} mengganti kata sandinya sendiri.")


def sandi_acak() -> str:
    """Three groups of four: about 59 bits, easy to read out."""
    return "-".join("".join(secrets.choice(HURUF_SANDI) for _ in range(4)) for _ in range(3))
