"""The offices: which an officer manages, and what stands on their papers."""

from django.db.models import Q

from lapkin.berkas.queries import baca
from lapkin.dokumen.blok import Kop
from lapkin.dokumen.lambang import svg_dari_gambar
from lapkin.dokumen.svg import SvgRusak
from lapkin.jejak.ditolak import Ditolak

from ..models import Instansi


def instansi_dikelola(pegawai):
    """The instansi an administrator manages: the own one and those directly below it."""
    if not pegawai.pengelola or pegawai.instansi_id is None:
        return Instansi.objects.none()
    return Instansi.objects.filter(Q(pk=pegawai.instansi_id) | Q(induk=pegawai.instansi_id))


def mengelola(pegawai, instansi) -> bool:
    """Does the officer manage an instansi? The refusal is organisasi.actions.pastikan_mengelola."""
    return instansi is not None and instansi_dikelola(pegawai).filter(pk=instansi.pk).exists()


def belum_dipasang() -> bool:
    """Is this a new installation, without any office yet?"""
    return not Instansi.objects.exists()


def lambang_tercetak(instansi) -> str:
    """The emblem of an instansi, else that of the pemda above it, as a drawing; empty where neither has one.

    Raises Ditolak for a picture that can't be printed.
    """
    berkas = instansi.lambang or (instansi.induk and instansi.induk.lambang)
    if not berkas:
        return ""
    try:
        return svg_dari_gambar(baca(berkas), berkas.jenis)
    except SvgRusak as salah:
        raise Ditolak(str(salah)) from salah


def kop_surat(instansi) -> Kop:
    """The letterhead of an instansi; from its name and its parent's where none is set.

    Raises Ditolak for an emblem that can't be printed.
    """
    bawaan = [satu.nama.upper() for satu in (instansi.induk, instansi) if satu]
    alamat = tuple(baris.strip() for baris in instansi.alamat.splitlines() if baris.strip())
    return Kop(baris=tuple(instansi.kop or bawaan), alamat=alamat, lambang_svg=lambang_tercetak(instansi))
