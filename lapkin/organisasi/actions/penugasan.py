"""Who holds a post, from when to when."""

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak

from ..batas_penugasan import kalimat_lewat
from ..models import Jabatan, Penugasan
from ..queries import penugasan_bertumpuk
from .dasar import catat, simpan
from .izin import pastikan_mengelola


@transaction.atomic
def tugaskan(*, pegawai, jabatan, orang, jenis, dari, sampai=None, nomor_sk=""):
    """Put a person in a post; raises Ditolak where a structural post is held already in that span.

    So it does where the dated limits forbid so long a Plt. or Plh. (batas_penugasan.py).

    The row of the post is locked first, so of two at one moment the second sees the first. PostgreSQL's
    exclusion constraint stands behind it.
    """
    jabatan = (
        Jabatan.objects.select_for_update(of=("self",), no_key=True)
        .select_related("instansi")
        .get(pk=jabatan.pk)
    )
    pastikan_mengelola(pegawai, jabatan.instansi)
    tunggal = jabatan.jenis == Jabatan.Jenis.STRUKTURAL
    penugasan = Penugasan(jabatan=jabatan, pegawai=orang, jenis=jenis, dari=dari, tunggal=tunggal)
    _tolak_bila_dipegang(penugasan, sampai)
    _tolak_bila_terlalu_lama(penugasan, sampai)
    simpan(penugasan, {"sampai": sampai, "nomor_sk": nomor_sk})
    uraian = f"{orang} ditugaskan sebagai {penugasan.sebutan} mulai {dari:%d-%m-%Y}."
    catat(pegawai, jabatan.instansi, "penugasan.dibuat", penugasan, uraian, {"nomor_sk": nomor_sk})
    return penugasan


def _tolak_bila_dipegang(penugasan, sampai):
    lain = penugasan_bertumpuk(penugasan, sampai).first()
    if lain is None:
        return
    rentang = f"mulai {lain.dari:%d-%m-%Y}" + (f" sampai {lain.sampai:%d-%m-%Y}" if lain.sampai else "")
    raise Ditolak(
        f"{lain.sebutan} sudah dipegang {lain.pegawai} {rentang}. "
        "Akhiri dahulu penugasan itu, atau pilih tanggal lain."
    )


def _tolak_bila_terlalu_lama(penugasan, sampai):
    kalimat, dilarang = kalimat_lewat(penugasan.jenis, penugasan.sebutan, penugasan.dari, sampai)
    if dilarang:
        raise Ditolak(f"{kalimat} Perpendek penugasannya.")


@transaction.atomic
def akhiri_penugasan(*, pegawai, penugasan, sampai):
    """Set the last day of an assignment; it can be moved earlier, never later than it was."""
    pastikan_mengelola(pegawai, penugasan.jabatan.instansi)
    penugasan = Penugasan.objects.select_for_update().get(pk=penugasan.pk)
    if penugasan.sampai and penugasan.sampai <= sampai:
        raise Ditolak(f"Penugasan ini sudah berakhir pada {penugasan.sampai:%d-%m-%Y}.")
    simpan(penugasan, {"sampai": sampai})
    uraian = f"{penugasan.pegawai} tidak lagi {penugasan.sebutan} sesudah {sampai:%d-%m-%Y}."
    catat(pegawai, penugasan.jabatan.instansi, "penugasan.diakhiri", penugasan, uraian)
    return penugasan
