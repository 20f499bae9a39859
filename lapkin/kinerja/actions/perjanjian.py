"""The versions of the Perjanjian Kinerja: the targets that an office has promised for a year."""

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import catat_di

from ..models import Indikator, PerjanjianKinerja, Target
from ..queries import perjanjian_berlaku
from .dasar import pastikan_pengelola
from .isian import rapi_isian


@transaction.atomic
def buat_perjanjian(
    *, pegawai, instansi, tahun, target, alasan="", tanggal=None, naskah=None, boleh_semua=False
):
    """Add the next version of the Perjanjian Kinerja; the first is murni, every later one needs a reason.

    `target`: texts by the id of the indicator; `naskah`: the Berkas of the signed paper. Raises Ditolak.
    """
    pastikan_pengelola(pegawai, instansi, boleh_semua)
    perjanjian = perjanjian_baru(instansi, tahun, target, alasan, tanggal=tanggal, naskah=naskah)
    catat_di(
        instansi,
        pegawai,
        "perjanjian.dibuat",
        f"kinerja:{instansi.pk}:{tahun}",
        f"Mencatat {perjanjian.sebutan} dengan {len(target)} target.",
        versi=perjanjian.versi,
        alasan=alasan,
        target={str(pk): t for pk, t in target.items()},
    )
    return perjanjian


def perjanjian_baru(instansi, tahun, target, alasan, **isian):
    """The next version with its targets; the caller writes the event. Raises Ditolak."""
    sebelumnya = perjanjian_berlaku(instansi, tahun)
    if sebelumnya and not alasan.strip():
        raise Ditolak("Target berubah. Sebutkan alasan perubahan Perjanjian Kinerja.")
    perjanjian = PerjanjianKinerja.objects.create(
        instansi=instansi,
        tahun=tahun,
        versi=sebelumnya.versi + 1 if sebelumnya else 0,
        alasan=alasan.strip()[:300],
        **isian,
    )
    milik = set(Indikator.objects.filter(instansi=instansi, tahun=tahun).values_list("pk", flat=True))
    Target.objects.bulk_create(
        Target(perjanjian=perjanjian, indikator_id=pk, tertulis=rapi_isian(tertulis))
        for pk, tertulis in target.items()
        if pk in milik and tertulis.strip()
    )
    return perjanjian
