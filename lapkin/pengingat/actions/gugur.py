"""Whether a reminder that waits to be sent is still true: checked against its task or review as it stands now."""

import logging
from enum import StrEnum

from django.db.models import Q

from lapkin.alur.queries import tinjauan_sop

from ..models import Pengingat
from ..queries import atasan_tugas, pemegang_giliran, penerima_tinjauan, tugas_terbuka_berjalan
from ..tangga import Kepada, Saluran
from .rencana import tautan
from .tinjauan import saat_tinjauan

_CATATAN = logging.getLogger(__name__)


class Nasib(StrEnum):
    """What becomes of a reminder: sent, kept for later (the clock stands, or the case can't be read), or called off."""

    KIRIM = "kirim"
    TUNGGU = "tunggu"
    GUGUR = "gugur"


def gugurkan_usang():
    """Call off what waits and is no longer true: the task is done, handed on or due at another moment, the review held.

    No event of its own: the act that overtook the reminder has left one, and the outbox keeps the row.
    """
    menunggu = Pengingat.objects.filter(
        Q(saluran=Saluran.SUREL, status__in=[Pengingat.Status.MENUNGGU, Pengingat.Status.GAGAL])
        | Q(status=Pengingat.Status.SIAP)
    )
    batalkan(periksa_nasib(menunggu.select_related("penerima", "sop__instansi")))


def batalkan(nasib):
    """Mark what is to be called off; a mail that another run is sending at this moment is left to it."""
    usang = [pk for pk, satu in nasib.items() if satu == Nasib.GUGUR]
    Pengingat.objects.filter(
        pk__in=usang,
        status__in=[Pengingat.Status.MENUNGGU, Pengingat.Status.GAGAL, Pengingat.Status.SIAP],
    ).update(status=Pengingat.Status.BATAL)


def periksa_nasib(daftar) -> dict[int, Nasib]:
    """By reminder (id) what becomes of it, in a few queries however many; each with its penerima and SOP at hand."""
    daftar = list(daftar)
    tugas = {
        t.pk: t for t in tugas_terbuka_berjalan().filter(pk__in={p.tugas_id for p in daftar if p.tugas_id})
    }
    orang = _orang(daftar, tugas)
    hasil = {p.pk: _nasib_tugas(p, tugas.get(p.tugas_id), orang) for p in daftar if p.tugas_id}
    for p in daftar:
        if p.sop_id:
            hasil[p.pk] = _nasib_tinjauan(p)
    return hasil


def _orang(daftar, tugas):
    """By reader's side {task (id): officers}; the superior's side None for a case that can't be read."""
    dari_atas = {p.tugas_id for p in daftar if p.tugas_id and not _kepada_pelaksana(p)}
    peran, rusak = {}, set()
    for pk in dari_atas & set(tugas):
        kasus = tugas[pk].pelaksanaan
        try:
            peran[kasus.pk] = kasus.dibaca().penanggung_jawab_berlaku
        except Exception:
            _CATATAN.exception("Pengingat, %s", kasus.kunci)
            rusak.add(pk)
    terbaca = [tugas[pk] for pk in dari_atas & set(tugas) - rusak]
    atasan = atasan_tugas(terbaca, peran.get) | dict.fromkeys(rusak)
    return {Kepada.PELAKSANA: pemegang_giliran(tugas.values()), Kepada.ATASAN: atasan}


def _kepada_pelaksana(pengingat) -> bool:
    return pengingat.tautan == tautan(pengingat.tugas_id, Kepada.PELAKSANA)


def _nasib_tugas(pengingat, tugas, orang) -> Nasib:
    if tugas is None or not _beralamat(pengingat):
        return Nasib.GUGUR
    penerima = orang[Kepada.PELAKSANA if _kepada_pelaksana(pengingat) else Kepada.ATASAN][tugas.pk]
    if penerima is None:
        return Nasib.TUNGGU
    # A colleague's reminder of a task without a due moment bears the moment it was written.
    setenggat = pengingat.tenggat == tugas.tenggat or (tugas.tenggat is None and pengingat.pengirim_id)
    if not setenggat or pengingat.penerima not in penerima:
        return Nasib.GUGUR
    return Nasib.TUNGGU if tugas.dijeda and pengingat.anak else Nasib.KIRIM


def _nasib_tinjauan(pengingat) -> Nasib:
    sop = pengingat.sop
    try:
        masih = any(
            saat_tinjauan(tinjauan, sop.instansi) == pengingat.tenggat
            for tinjauan in tinjauan_sop([sop]).get(sop.pk, ())
            if pengingat.anak.startswith(f"{tinjauan.jenis}-")
        )
        if masih and _beralamat(pengingat) and pengingat.penerima in penerima_tinjauan([sop])[sop.pk]:
            return Nasib.KIRIM
    except Exception:
        _CATATAN.exception("Pengingat, %s", sop.kunci)
        return Nasib.TUNGGU
    return Nasib.GUGUR


def _beralamat(pengingat) -> bool:
    return pengingat.saluran != Saluran.SUREL or bool(pengingat.penerima.surel)
