"""Putting an SOP in force for an office, and binding its roles to posts and teams."""

from django.db import transaction
from django.utils import timezone

from lapkin.jejak.actions import catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import pastikan_mengelola
from lapkin.sop.sop import ke_json

from ..models import Peran, RevisiSop, Sop
from ..queries import urutan_berikut
from .pengesahan import catat_berlaku
from .revisi import (
    catat_revisi,
    kunci_sop,
    pastikan_dapat_dijalankan,
)


@transaction.atomic
def pasang_sop(*, pegawai, instansi, isi):
    """Put an SOP that is in force on paper in force here; the same text again changes nothing.

    Another text is a new revision, without a form frozen here and without a pengesah: the paper has them. A draft
    that is under way takes the number after it, so that numbers keep the order in which revisions come into force.
    For whoever sets the office up: by the command line there is no officer (`pegawai` None). Raises Ditolak for an
    officer who does not manage the office, and when the SOP cannot be run, with every reason.
    """
    if pegawai is not None:
        pastikan_mengelola(pegawai, instansi)
    pastikan_dapat_dijalankan(isi)
    sop, _ = Sop.objects.get_or_create(
        instansi=instansi, kode=isi.kode, defaults={"judul": Sop.judul_daftar(isi)}
    )
    sop = kunci_sop(sop)
    teks = ke_json(isi)
    berlaku = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    if berlaku and berlaku.isi == teks:
        return sop
    urutan = _urutan_terpasang(pegawai, sop)
    kini = timezone.now()
    sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).update(
        status=RevisiSop.Status.DICABUT, dicabut_pada=kini
    )
    revisi = sop.daftar_revisi.create(
        urutan=urutan,
        isi=teks,
        status=RevisiSop.Status.BERLAKU,
        berlaku_pada=kini,
        asal=berlaku,
        pembuat=pegawai,
    )
    catat_berlaku(revisi, pegawai)
    return sop


def _urutan_terpasang(pegawai, sop) -> int:
    """The number of what comes into force now: that of the draft, which moves up, else the next one."""
    draf = sop.daftar_revisi.filter(status=RevisiSop.Status.DRAF).first()
    if draf is None:
        return urutan_berikut(sop)
    semula = draf.urutan
    RevisiSop.objects.filter(pk=draf.pk).update(urutan=urutan_berikut(sop))
    draf.refresh_from_db()
    uraian = f"Draf revisi {semula} SOP “{sop}” menjadi draf revisi {draf.urutan}: revisi {semula} berlaku di kertas."
    catat_revisi(draf, pegawai, "sop.draf_digeser", uraian, semula=semula)
    return semula


@transaction.atomic
def ikat_peran(*, pegawai, sop, nama, jabatan=None, tim=None):
    """Bind a role of an SOP to a post or a team of the office (several where a step is opened per unit).

    Under the lock of the SOP, by which starting and moving cases decide who stands behind its roles.
    """
    sop = kunci_sop(sop)
    pastikan_mengelola(pegawai, sop.instansi)
    peran, baru = Peran.objects.get_or_create(sop=sop, nama=nama, jabatan=jabatan, tim=tim)
    if baru:
        catat(
            rantai=sop.instansi.kunci,
            pegawai=pegawai,
            jenis="peran.diikat",
            objek=sop.kunci,
            uraian=f"Peran “{nama}” pada SOP “{sop}” dipegang {jabatan or tim}.",
        )
    return peran


@transaction.atomic
def lepas_peran(*, pegawai, peran):
    """Take a post or team off a role; running tasks stay where they are."""
    sop = kunci_sop(peran.sop_id)
    pastikan_mengelola(pegawai, sop.instansi)
    if not Peran.objects.filter(pk=peran.pk).delete()[0]:
        raise Ditolak(f"{peran.jabatan or peran.tim} sudah dilepas dari peran “{peran.nama}”.")
    catat(
        rantai=sop.instansi.kunci,
        pegawai=pegawai,
        jenis="peran.dilepas",
        objek=sop.kunci,
        uraian=f"Peran “{peran.nama}” pada SOP “{sop}” tidak lagi dipegang {peran.jabatan or peran.tim}.",
    )
