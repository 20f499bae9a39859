"""Sending the mails that wait: each is claimed first, so that none goes out twice; what failed is tried again."""

from datetime import timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import catat_di, pastikan_mengelola

from ..models import Pengingat
from ..tangga import Saluran
from .gugur import Nasib, batalkan, periksa_nasib

PERCOBAAN_TERBANYAK = 10
SEKALI_JALAN = 5000
# A mail claimed so long ago without a result: the machine died in between, and nobody knows whether it went.
TAK_PASTI_SESUDAH = timedelta(minutes=15)
_GALAT = (OSError, SMTPException, ValueError)


def kirim_surel(*, hanya=None) -> tuple[int, int]:
    """Send the mails that wait or failed before (or the one of `hanya`, an id); gives (sent, failed)."""
    menunggu = Pengingat.objects.filter(_boleh_dikirim(), saluran=Saluran.SUREL).order_by("pk")
    if hanya is not None:
        menunggu = menunggu.filter(pk=hanya)
    daftar = list(menunggu.select_related("penerima", "sop__instansi")[:SEKALI_JALAN])
    if not daftar:
        return 0, 0
    koneksi = get_connection()
    try:
        koneksi.open()
    except _GALAT as galat:
        return 0, _gagal_semua(daftar, galat)
    try:
        hasil = [_kirim(koneksi, pengingat) for pengingat in daftar]
    finally:
        koneksi.close()
    return hasil.count(True), hasil.count(False)


def _boleh_dikirim():
    """Syarat: waits, or failed and may be tried once more."""
    return Q(status=Pengingat.Status.MENUNGGU) | Q(
        status=Pengingat.Status.GAGAL, percobaan__lt=PERCOBAAN_TERBANYAK
    )


def _gagal_semua(daftar, galat) -> int:
    """The server itself doesn't answer: nothing was sent, so nothing need be claimed."""
    return Pengingat.objects.filter(_boleh_dikirim(), pk__in=[p.pk for p in daftar]).update(
        status=Pengingat.Status.GAGAL, percobaan=F("percobaan") + 1, galat=str(galat)[:500]
    )


def _kirim(koneksi, pengingat) -> bool | None:
    """Send one mail; None where it is no longer true, must wait, or another run has claimed it."""
    nasib = periksa_nasib([pengingat])
    if nasib[pengingat.pk] != Nasib.KIRIM:
        batalkan(nasib)
        return None
    diambil = Pengingat.objects.filter(_boleh_dikirim(), pk=pengingat.pk).update(
        status=Pengingat.Status.SEDANG, diambil_pada=timezone.now(), percobaan=F("percobaan") + 1, galat=""
    )
    if not diambil:
        return None
    try:
        EmailMessage(
            pengingat.judul, pengingat.teks, to=[pengingat.penerima.surel], connection=koneksi
        ).send()
    except _GALAT as galat:
        koneksi.close()  # the next mail begins a conversation of its own
        _tandai(pengingat, status=Pengingat.Status.GAGAL, galat=str(galat)[:500])
        return False
    _tandai(pengingat, status=Pengingat.Status.TERKIRIM, dikirim_pada=timezone.now())
    return True


def _tandai(pengingat, **isian):
    Pengingat.objects.filter(pk=pengingat.pk, status=Pengingat.Status.SEDANG).update(**isian)


def tak_pasti(pengingat) -> bool:
    """Was this mail claimed by a run that never came back?"""
    return (
        pengingat.status == Pengingat.Status.SEDANG
        and pengingat.diambil_pada < timezone.now() - TAK_PASTI_SESUDAH
    )


@transaction.atomic
def kirim_ulang(*, pegawai, pengingat):
    """Let a mail that failed, or of which nobody knows whether it went, be tried again by the next run.

    Only the office's administrator may.
    """
    pastikan_mengelola(pegawai, pengingat.instansi)
    pengingat = Pengingat.objects.select_for_update(of=("self",)).get(pk=pengingat.pk)
    if pengingat.status != Pengingat.Status.GAGAL and not tak_pasti(pengingat):
        raise Ditolak("Hanya surel yang gagal atau tidak pasti terkirim yang dapat dikirim ulang.")
    Pengingat.objects.filter(pk=pengingat.pk).update(
        status=Pengingat.Status.MENUNGGU, percobaan=0, diambil_pada=None
    )
    catat_di(
        pengingat.instansi,
        pegawai,
        "pengingat.dikirim_ulang",
        pengingat.kunci,
        f"Surel kepada {pengingat.penerima} akan dikirim ulang: {pengingat.judul}",
    )
