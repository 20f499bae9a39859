"""Delegating the daily work of a post for a period, and taking that back.

A delegation moves turns, not authority: who signs for an absent holder is a Plh., by an assignment of his own.
"""

from django.db import transaction
from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak

from ..batas_penugasan import batas_masa
from ..models import Jabatan, Pelimpahan
from ..queries import boleh_melimpahkan, hari_ini, pegawai_kantor, pemegang_jabatan
from .dasar import catat, simpan


@transaction.atomic
def limpahkan(*, pegawai, jabatan, penerima, dari, sampai, alasan):
    """Give the work of a post to a colleague from one day to another.

    Raises Ditolak when the officer neither holds the post nor manages its office (a delegate holds nothing: no
    chains), the colleague is no officer of that office or holds the post himself, another delegation of the post
    falls in that span, or the span is past, too far ahead or too long (batas_penugasan.py). The row
    of the post is locked first; PostgreSQL's exclusion constraint stands behind.
    """
    jabatan = (
        Jabatan.objects.select_for_update(of=("self",), no_key=True)
        .select_related("instansi")
        .get(pk=jabatan.pk)
    )
    _pastikan_berhak(pegawai, jabatan)
    _pastikan_penerima(penerima, jabatan)
    _pastikan_waktu(jabatan, dari, sampai)
    _pastikan_lowong(jabatan, dari, sampai)
    isian = {
        "pegawai": penerima,
        "dari": dari,
        "sampai": sampai,
        "alasan": alasan.strip(),
        "pembuat": pegawai,
    }
    pelimpahan = simpan(Pelimpahan(jabatan=jabatan), isian)
    uraian = (
        f"Pekerjaan {jabatan} dilimpahkan kepada {penerima}, {dari:%d-%m-%Y} sampai {sampai:%d-%m-%Y}: "
        f"{pelimpahan.alasan}"
    )
    catat(pegawai, jabatan.instansi, "pelimpahan.dibuat", pelimpahan, uraian)
    return pelimpahan


@transaction.atomic
def cabut_pelimpahan(*, pegawai, pelimpahan):
    """End a delegation at this moment; the post's work is its holder's alone again."""
    _pastikan_berhak(pegawai, pelimpahan.jabatan)
    kini = hari_ini(pelimpahan.jabatan.instansi)
    daftar = Pelimpahan.objects.filter(pk=pelimpahan.pk, dicabut_pada=None, sampai__gte=kini)
    if not daftar.update(dicabut_pada=timezone.now()):
        raise Ditolak("Pelimpahan ini sudah dicabut atau sudah berakhir.")
    uraian = f"Pelimpahan pekerjaan {pelimpahan.jabatan} kepada {pelimpahan.pegawai} dicabut."
    catat(pegawai, pelimpahan.jabatan.instansi, "pelimpahan.dicabut", pelimpahan, uraian)


def _pastikan_berhak(pegawai, jabatan):
    if not boleh_melimpahkan(pegawai, jabatan):
        raise Ditolak(
            f"Pekerjaan {jabatan} hanya dapat dilimpahkan, atau pelimpahannya dicabut, oleh pemegang jabatan itu "
            "sendiri atau pengelola instansinya; yang menerima pelimpahan tidak dapat melimpahkannya lagi."
        )


def _pastikan_penerima(penerima, jabatan):
    if not pegawai_kantor([jabatan.instansi_id]).filter(pk=penerima.pk).exists():
        raise Ditolak(f"{penerima} bukan pegawai aktif {jabatan.instansi}; pilih pegawai dari instansi itu.")
    if penerima.pk in {p.pegawai_id for p in pemegang_jabatan([jabatan.pk]).get(jabatan.pk, ())}:
        raise Ditolak(f"{penerima} sudah memegang jabatan {jabatan}; pilih pegawai lain.")


def _pastikan_waktu(jabatan, dari, sampai):
    kini = hari_ini(jabatan.instansi)
    batas = batas_masa("pelimpahan", kini)
    if sampai < dari:
        raise Ditolak("Hari terakhir pelimpahan tidak boleh sebelum hari pertamanya.")
    if sampai < kini:
        raise Ditolak("Hari terakhir pelimpahan sudah lewat; pilih tanggal yang akan datang.")
    if dari < kini:
        raise Ditolak("Pelimpahan tidak berlaku surut; pilih hari pertama mulai hari ini.")
    if batas and dari > batas.hari_terakhir(kini):
        raise Ditolak(f"Hari pertama pelimpahan paling lambat {batas.hari_terakhir(kini):%d-%m-%Y}.")
    if batas and batas.melarang and sampai > batas.hari_terakhir(dari):
        raise Ditolak(
            f"Pelimpahan paling lama {batas.bulan} bulan, yaitu sampai {batas.hari_terakhir(dari):%d-%m-%Y}; "
            f"sesudahnya {batas.sesudah}."
        )


def _pastikan_lowong(jabatan, dari, sampai):
    lain = Pelimpahan.objects.filter(
        jabatan=jabatan, dicabut_pada=None, dari__lte=sampai, sampai__gte=dari
    ).first()
    if lain:
        raise Ditolak(
            f"Pekerjaan {jabatan} sudah dilimpahkan kepada {lain.pegawai}, {lain.dari:%d-%m-%Y} sampai "
            f"{lain.sampai:%d-%m-%Y}. Cabut dahulu pelimpahan itu, atau pilih tanggal lain."
        )
