"""The secret address of an officer's own calendar: made, replaced, taken back."""

import secrets

from django.db import transaction
from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import catat_di

from ..models import AlamatKalender


@transaction.atomic
def buat_alamat(*, pegawai) -> AlamatKalender:
    """Make an address, or a new one in place of the old, which leads nowhere from then on."""
    isian = {"benih": secrets.token_urlsafe(24), "dibuat_pada": timezone.now()}
    alamat, baru = AlamatKalender.objects.update_or_create(pegawai=pegawai, defaults=isian)
    _catat(pegawai, "dibuat" if baru else "diganti")
    return alamat


@transaction.atomic
def cabut_alamat(*, pegawai):
    """Take the address back; telephones that read it get nothing any more."""
    dihapus, _ = AlamatKalender.objects.filter(pegawai=pegawai).delete()
    if not dihapus:
        raise Ditolak("Anda belum mempunyai alamat kalender.")
    _catat(pegawai, "dicabut")


def _catat(pegawai, apa):
    catat_di(
        pegawai.instansi,
        pegawai,
        f"kalender.{apa}",
        f"pegawai:{pegawai.pk}",
        f"Alamat kalender {pegawai} {apa}.",
    )
