"""Putting an SOP in force for an office, and binding its roles to posts and teams."""

import hashlib

from django.db import transaction
from django.utils import timezone

from lapkin.jejak.actions import catat

from ..models import Peran, RevisiSop, Sop
from ..sop import ke_json


@transaction.atomic
def pasang_sop(*, pegawai, instansi, isi):
    """Put an SOP value in force for an office; the same text again changes nothing, another text is a new revision."""
    sop, _ = Sop.objects.get_or_create(
        instansi=instansi, kode=isi.kode, defaults={"judul": isi.identitas.judul_baku}
    )
    teks = ke_json(isi)
    berlaku = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    if berlaku and berlaku.isi == teks:
        return sop
    sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).update(status=RevisiSop.Status.DICABUT)
    urutan = sop.daftar_revisi.count() + 1
    sop.daftar_revisi.create(
        urutan=urutan, isi=teks, status=RevisiSop.Status.BERLAKU, berlaku_pada=timezone.now()
    )
    catat(
        rantai=instansi.kunci,
        pegawai=pegawai,
        jenis="sop.berlaku",
        objek=f"sop:{sop.pk}",
        uraian=f"SOP “{sop}” revisi {urutan} berlaku.",
        data={"sidik": hashlib.sha256(teks.encode()).hexdigest()},
    )
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
