"""Teams and their members."""

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak

from ..models import AnggotaTim, Tim
from ..queries import hari_ini
from .dasar import catat, simpan, ubah


@transaction.atomic
def bentuk_tim(*, pegawai, instansi, nama, tahun, nomor_sk=""):
    tim = simpan(Tim(instansi=instansi), {"nama": nama, "tahun": tahun, "nomor_sk": nomor_sk})
    catat(pegawai, instansi, "tim.dibentuk", tim, f"{tim} {tahun} dibentuk.")
    return tim


@transaction.atomic
def ubah_tim(*, pegawai, tim, **isian):
    tim, beda = ubah(tim, isian)
    catat(pegawai, tim.instansi, "tim.diubah", tim, f"{tim} {tim.tahun} diubah.", beda)
    return tim


@transaction.atomic
def tambah_anggota(*, pegawai, tim, orang, kedudukan=AnggotaTim.Kedudukan.ANGGOTA, dari=None):
    """Add a member to a team; raises Ditolak when the person is one already."""
    isian = {"pegawai": orang, "kedudukan": kedudukan, "dari": dari or hari_ini(tim.instansi)}
    keanggotaan = simpan(AnggotaTim(tim=tim), isian)
    uraian = f"{orang} menjadi {keanggotaan.get_kedudukan_display().lower()} {tim}."
    catat(pegawai, tim.instansi, "tim.anggota", tim, uraian)
    return keanggotaan


@transaction.atomic
def akhiri_keanggotaan(*, pegawai, keanggotaan):
    """Today, by the clock of the team's office, is the member's last day."""
    daftar = AnggotaTim.objects.filter(pk=keanggotaan.pk, sampai=None)
    tim = keanggotaan.tim
    if not daftar.update(sampai=hari_ini(tim.instansi)):
        raise Ditolak(f"{keanggotaan.pegawai} sudah bukan anggota tim ini.")
    catat(pegawai, tim.instansi, "tim.anggota", tim, f"{keanggotaan.pegawai} keluar dari {tim}.")
