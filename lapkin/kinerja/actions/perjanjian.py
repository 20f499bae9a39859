"""The versions of the Perjanjian Kinerja: the targets that an office has promised for a year."""

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import catat_di, pastikan_mengelola

from ..models import Indikator, PerjanjianKinerja, Target
from ..queries import perjanjian_berlaku
from .isian import rapi_isian


@transaction.atomic
def unggah_perjanjian(*, pegawai, perjanjian, tanggal, naskah):
    """Keep the signed paper (a Berkas) and the date of the newest version; one sent in again takes its place.

    The file before it stays kept and is named in the Peristiwa. Raises Ditolak.
    """
    instansi = perjanjian.instansi
    pastikan_mengelola(pegawai, instansi)
    perjanjian = PerjanjianKinerja.objects.select_for_update(of=("self",)).get(pk=perjanjian.pk)
    if perjanjian != perjanjian_berlaku(instansi, perjanjian.tahun):
        raise Ditolak("Sudah ada versi yang lebih baru. Unggah naskah bertanda tangan untuk versi terakhir.")
    sebelum = perjanjian.naskah
    perjanjian.naskah, perjanjian.tanggal = naskah, tanggal
    perjanjian.save(update_fields=["naskah", "tanggal"])
    catat_di(
        instansi,
        pegawai,
        "perjanjian.diunggah",
        f"kinerja:{instansi.pk}:{perjanjian.tahun}",
        f"Mengunggah {perjanjian.sebutan} yang sudah ditandatangani.",
        versi=perjanjian.versi,
        tanggal=tanggal.isoformat(),
        naskah=naskah.sha256,
        sebelum=sebelum.sha256 if sebelum else "",
    )


def perjanjian_baru(instansi, tahun, target, alasan):
    """The next version with its targets; the caller writes the event. Raises Ditolak."""
    sebelumnya = perjanjian_berlaku(instansi, tahun)
    if sebelumnya and not alasan.strip():
        raise Ditolak("Target berubah. Sebutkan alasan perubahan Perjanjian Kinerja.")
    perjanjian = PerjanjianKinerja.objects.create(
        instansi=instansi,
        tahun=tahun,
        versi=sebelumnya.versi + 1 if sebelumnya else 0,
        alasan=alasan.strip()[:300],
    )
    milik = set(Indikator.objects.filter(instansi=instansi, tahun=tahun).values_list("pk", flat=True))
    Target.objects.bulk_create(
        Target(perjanjian=perjanjian, indikator_id=pk, tertulis=rapi_isian(tertulis))
        for pk, tertulis in target.items()
        if pk in milik and tertulis.strip()
    )
    return perjanjian
