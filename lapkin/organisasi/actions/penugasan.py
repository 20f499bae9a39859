"""Who holds a post, from when to when."""

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak

from ..models import Jabatan, Penugasan
from ..queries import penugasan_bertumpuk
from .dasar import catat, simpan


def tugaskan(*, pegawai, jabatan, orang, jenis, dari, sampai=None, nomor_sk=""):
    """Put a person in a post; raises Ditolak where a structural post is held already in that span.

    SQLite holds the only write lock while we look; PostgreSQL may let two through, and its exclusion
    constraint stops the second, who then reads the same sentence.
    """
    tunggal = jabatan.jenis == Jabatan.Jenis.STRUKTURAL
    penugasan = Penugasan(jabatan=jabatan, pegawai=orang, jenis=jenis, dari=dari, tunggal=tunggal)
    try:
        with transaction.atomic():
            _tolak_bila_dipegang(penugasan, sampai)
            isi(penugasan, {"sampai": sampai, "nomor_sk": nomor_sk}).save()
            uraian = f"{orang} ditugaskan sebagai {penugasan.sebutan} mulai {dari:%d-%m-%Y}."
            catat(pegawai, jabatan.instansi, "penugasan.dibuat", penugasan, uraian, {"nomor_sk": nomor_sk})
    except IntegrityError:
        _tolak_bila_dipegang(penugasan, sampai)
        raise
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


@transaction.atomic
def akhiri_penugasan(*, pegawai, penugasan, sampai):
    """Set the last day of an assignment; it can be moved earlier, never later than it was."""
    penugasan = Penugasan.objects.select_for_update().get(pk=penugasan.pk)
    if penugasan.sampai and penugasan.sampai <= sampai:
        raise Ditolak(f"Penugasan ini sudah berakhir pada {penugasan.sampai:%d-%m-%Y}.")
    simpan(penugasan, {"sampai": sampai})
    uraian = f"{penugasan.pegawai} tidak lagi {penugasan.sebutan} sesudah {sampai:%d-%m-%Y}."
    catat(pegawai, penugasan.jabatan.instansi, "penugasan.diakhiri", penugasan, uraian)
    return penugasan
