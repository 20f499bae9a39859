"""What every act of this room does: set fields by the model's own rules, and leave the event."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from lapkin.jejak.ditolak import Ditolak

from ..perubahan import perubahan
from .peristiwa import catat_di


def catat(pegawai, instansi, jenis, objek, uraian, data=None):
    """Leave an act's event in the chain of the instansi; None where the account belongs to no instansi."""
    catat_di(instansi, pegawai, jenis, f"{objek._meta.model_name}:{objek.pk}", uraian, **(data or {}))


def isi(objek, isian):
    """Set fields; a broken rule of the model is a refusal with its own sentence."""
    for nama, nilai in isian.items():
        setattr(objek, nama, nilai)
    try:
        objek.full_clean()
    except ValidationError as galat:
        raise Ditolak(" ".join(galat.messages)) from galat
    return objek


def simpan(objek, isian):
    """Set fields and save; what another administrator stored at the same moment is a refusal too."""
    try:
        isi(objek, isian).save()
    except IntegrityError as galat:
        raise Ditolak("Data yang sama baru saja disimpan orang lain. Muat ulang halaman ini.") from galat
    return objek


def ubah(objek, isian):
    """Change a locked row; return it and what changed."""
    terkunci = type(objek).objects.select_for_update(no_key=True).get(pk=objek.pk)
    beda = perubahan({nama: getattr(terkunci, nama) for nama in isian}, isian)
    return simpan(terkunci, isian), beda
