"""Who does the work of a post for its holder, and who may give it away."""

from django.db.models import Q

from ..models import Jabatan, Pelimpahan
from .hari import berlaku
from .instansi import instansi_dikelola, mengelola
from .kedudukan import kedudukan


def pelimpahan_berlaku(daftar_jabatan, pada=None):
    """The delegations of some posts (ids) that hold on a day; without a day: today where the post is."""
    return Pelimpahan.objects.filter(
        berlaku("jabatan__instansi", pada),
        jabatan__in=daftar_jabatan,
        dicabut_pada=None,
        pegawai__is_active=True,
    ).select_related("pegawai", "jabatan")


def pelimpahan_terlihat(pegawai):
    """The delegations an officer may see: to him, by him, of posts he holds, and of the offices he manages."""
    return Pelimpahan.objects.filter(
        Q(pegawai=pegawai)
        | Q(pembuat=pegawai)
        | Q(jabatan__in=list(kedudukan(pegawai).jabatan))
        | Q(jabatan__instansi__in=instansi_dikelola(pegawai))
    ).select_related("jabatan__instansi", "pegawai", "pembuat")


def jabatan_dapat_dilimpahkan(pegawai):
    """The posts whose work an officer may delegate: those he holds, and those of the offices he manages."""
    return Jabatan.objects.filter(
        Q(pk__in=list(kedudukan(pegawai).jabatan)) | Q(instansi__in=instansi_dikelola(pegawai))
    ).select_related("instansi")


def boleh_melimpahkan(pegawai, jabatan) -> bool:
    """May this officer give the post's work to others: does he hold it today, or manage its office?"""
    return jabatan.pk in kedudukan(pegawai).jabatan or mengelola(pegawai, jabatan.instansi)
