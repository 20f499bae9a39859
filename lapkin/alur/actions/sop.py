"""Putting an SOP in force for an office, and binding its roles to posts and teams."""

from django.db import transaction
from django.utils import timezone

from lapkin.jejak.actions import catat
from lapkin.sop.sop import ke_json

from ..models import Peran, RevisiSop, Sop
from .pengesahan import catat_berlaku
from .revisi import kunci_sop, urutan_berikut


@transaction.atomic
def pasang_sop(*, pegawai, instansi, isi):
    """Put an SOP that is in force on paper in force here; the same text again changes nothing.

    Another text is a new revision, without a form frozen here and without a pengesah: the paper has them.
    """
    sop, _ = Sop.objects.get_or_create(
        instansi=instansi, kode=isi.kode, defaults={"judul": isi.identitas.judul_baku}
    )
    sop = kunci_sop(sop)
    teks = ke_json(isi)
    berlaku = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    if berlaku and berlaku.isi == teks:
        return sop
    kini = timezone.now()
    sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).update(
        status=RevisiSop.Status.DICABUT, dicabut_pada=kini
    )
    revisi = sop.daftar_revisi.create(
        urutan=urutan_berikut(sop),
        isi=teks,
        status=RevisiSop.Status.BERLAKU,
        berlaku_pada=kini,
        asal=berlaku,
        pembuat=pegawai,
    )
    catat_berlaku(revisi, pegawai)
    return sop


@transaction.atomic
def ikat_peran(*, pegawai, sop, nama, jabatan=None, tim=None):
    """Bind a role of an SOP to a post or a team of the office (several where a step is opened per unit)."""
    peran, baru = Peran.objects.get_or_create(sop=sop, nama=nama, jabatan=jabatan, tim=tim)
    if baru:
        catat(
            rantai=sop.instansi.kunci,
            pegawai=pegawai,
            jenis="peran.diikat",
            objek=f"sop:{sop.pk}",
            uraian=f"Peran “{nama}” pada SOP “{sop}” dipegang {jabatan or tim}.",
        )
    return peran


@transaction.atomic
def lepas_peran(*, pegawai, peran):
    """Take a post or team off a role; running tasks stay where they are."""
    catat(
        rantai=peran.sop.instansi.kunci,
        pegawai=pegawai,
        jenis="peran.dilepas",
        objek=f"sop:{peran.sop_id}",
        uraian=f"Peran “{peran.nama}” pada SOP “{peran.sop}” tidak lagi dipegang {peran.jabatan or peran.tim}.",
    )
    peran.delete()
