"""Teams and their members."""

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak

from ..models import AnggotaTim, Tim
from ..queries import hari_ini
from .dasar import catat, simpan, ubah
from .izin import pastikan_mengelola


@transaction.atomic
def bentuk_tim(*, pegawai, instansi, nama, tahun, nomor_sk=""):
    pastikan_mengelola(pegawai, instansi)
    tim = simpan(Tim(instansi=instansi), {"nama": nama, "tahun": tahun, "nomor_sk": nomor_sk})
    catat(pegawai, instansi, "tim.dibentuk", tim, f"{tim} {tahun} dibentuk.")
    return tim


@transaction.atomic
def ubah_tim(*, pegawai, tim, **isian):
    pastikan_mengelola(pegawai, tim.instansi)
    return _ubah(pegawai, tim, isian)


@transaction.atomic
def tambah_anggota(*, pegawai, tim, orang, kedudukan=AnggotaTim.Kedudukan.ANGGOTA, dari=None):
    """Add a member to a team; raises Ditolak when the person is one already."""
    pastikan_mengelola(pegawai, tim.instansi)
    return _tambah(pegawai, tim, orang, kedudukan, dari or hari_ini(tim.instansi))


@transaction.atomic
def akhiri_keanggotaan(*, pegawai, keanggotaan):
    """Today, by the clock of the team's office, is the member's last day."""
    pastikan_mengelola(pegawai, keanggotaan.tim.instansi)
    _akhiri(pegawai, keanggotaan)


@transaction.atomic
def berlakukan_sk(*, pegawai, tim, nomor_sk, susunan):
    """Make the members of a team those of its numbered SK (`susunan`: {officer: seat}), from today.

    The signed paper decides, not the officer, who need not manage the office: the caller has checked that the SK
    is signed and that it was his turn to number it.
    """
    _ubah(pegawai, tim, {"nomor_sk": nomor_sk})
    tinggal = dict(susunan)
    for keanggotaan in tim.daftar_anggota.filter(sampai=None).select_related("pegawai"):
        if tinggal.get(keanggotaan.pegawai) == keanggotaan.kedudukan:
            del tinggal[keanggotaan.pegawai]
        else:
            _akhiri(pegawai, keanggotaan)
    for orang, kedudukan in tinggal.items():
        _tambah(pegawai, tim, orang, kedudukan, hari_ini(tim.instansi))


def _ubah(pegawai, tim, isian):
    tim, beda = ubah(tim, isian)
    catat(pegawai, tim.instansi, "tim.diubah", tim, f"{tim} {tim.tahun} diubah.", beda)
    return tim


def _tambah(pegawai, tim, orang, kedudukan, dari):
    keanggotaan = simpan(AnggotaTim(tim=tim), {"pegawai": orang, "kedudukan": kedudukan, "dari": dari})
    uraian = f"{orang} menjadi {keanggotaan.get_kedudukan_display().lower()} {tim}."
    catat(pegawai, tim.instansi, "tim.anggota", tim, uraian)
    return keanggotaan


def _akhiri(pegawai, keanggotaan):
    daftar = AnggotaTim.objects.filter(pk=keanggotaan.pk, sampai=None)
    tim = keanggotaan.tim
    if not daftar.update(sampai=hari_ini(tim.instansi)):
        raise Ditolak(f"{keanggotaan.pegawai} sudah bukan anggota tim ini.")
    catat(pegawai, tim.instansi, "tim.anggota", tim, f"{keanggotaan.pegawai} keluar dari {tim}.")
