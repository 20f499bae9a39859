"""A colleague reminds who holds the turn: in the application, by mail, or by the own WhatsApp."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from lapkin.alur.actions import kunci, pastikan_terbuka
from lapkin.alur.queries import langkah_tugas
from lapkin.jejak.actions import beri_tahu
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import catat_di

from ..kalimat import isi_teks
from ..models import Pengingat
from ..queries import isian_langsung, pemegang_giliran, teks_langsung, tugas_dapat_diingatkan
from ..tangga import NAMA_SALURAN, Saluran
from ..whatsapp import tautan_whatsapp
from .rencana import STATUS_AWAL, judul
from .surel import kirim_surel

# Nobody is reminded of one task twice within this time by the same way.
JARAK = timedelta(hours=1)


@transaction.atomic
def ingatkan_langsung(*, pegawai, tugas, orang, saluran) -> Pengingat:
    """Remind one officer of a task now; mail goes out after the transaction.

    Raises Ditolak when the task is done, the officer may not see it, it is not the turn of `orang`, or `orang` was
    just reminded.
    """
    kunci(tugas)
    pastikan_terbuka(tugas)
    _pastikan_patut(pegawai, tugas, orang, saluran)
    pengingat = _buat(pegawai, tugas, orang, saluran)
    if saluran == Saluran.PESAN:
        beri_tahu([(orang, f"{pegawai} mengingatkan: {pengingat.teks}", pengingat.tautan)])
    elif saluran == Saluran.SUREL:
        transaction.on_commit(partial(kirim_surel, hanya=pengingat.pk))
    catat_di(
        tugas.pelaksanaan.instansi,
        pegawai,
        "pengingat.langsung",
        tugas.pelaksanaan.kunci,
        f"{pegawai} mengingatkan {orang} lewat {NAMA_SALURAN[saluran].split(' (')[0]}.",
        rujukan=tugas.kunci,
        saluran=saluran,
        penerima=orang.pk,
    )
    return pengingat


def _pastikan_patut(pegawai, tugas, orang, saluran):
    if not tugas_dapat_diingatkan(pegawai).filter(pk=tugas.pk).exists():
        raise Ditolak("Anda hanya dapat mengingatkan tugas pekerjaan kantor Anda dan bawahan Anda.")
    if orang == pegawai:
        raise Ditolak("Giliran ini milik Anda sendiri; kerjakan tugasnya di Giliran saya.")
    if orang not in pemegang_giliran([tugas])[tugas.pk]:
        raise Ditolak(f"Hari ini giliran tugas ini bukan milik {orang}.")
    if saluran == Saluran.SUREL and not orang.surel:
        raise Ditolak(f"Alamat surel {orang} belum diisi. Ingatkan lewat pesan di Lapkin.")
    if saluran == Saluran.WHATSAPP and not tautan_whatsapp(orang.telepon, ""):
        raise Ditolak(f"Nomor WhatsApp {orang} belum diisi. Salin teksnya, atau kirim pesan di Lapkin.")
    sejak = timezone.now() - JARAK
    if (
        saluran != Saluran.WHATSAPP
        and tugas.daftar_pengingat.filter(penerima=orang, saluran=saluran, dibuat_pada__gte=sejak).exists()
    ):
        raise Ditolak(f"{orang} baru saja diingatkan dengan cara ini. Tunggu sekurangnya satu jam.")


def _buat(pegawai, tugas, orang, saluran) -> Pengingat:
    """The row of this reminder; a WhatsApp text that the timer has made ready is used up first."""
    saat = timezone.now()
    if saluran == Saluran.WHATSAPP and (siap := _yang_siap(tugas, orang)):
        siap.status, siap.dikirim_pada, siap.pengirim = Pengingat.Status.TERKIRIM, saat, pegawai
        siap.save(update_fields=["status", "dikirim_pada", "pengirim"])
        return siap
    isian = isian_langsung(tugas, langkah_tugas(tugas), orang, saat)
    terkirim = saluran != Saluran.SUREL
    return Pengingat.objects.create(
        instansi=tugas.pelaksanaan.instansi,
        tugas=tugas,
        saluran=saluran,
        penerima=orang,
        tenggat=tugas.tenggat or saat,
        judul=judul(isian),
        teks=isi_teks(teks_langsung(tugas.pelaksanaan.instansi), isian),
        tautan=reverse("tugas", args=[tugas.pk]),
        status=Pengingat.Status.TERKIRIM if terkirim else STATUS_AWAL[saluran],
        dikirim_pada=saat if terkirim else None,
        pengirim=pegawai,
    )


def _yang_siap(tugas, orang):
    return tugas.daftar_pengingat.filter(
        penerima=orang, status=Pengingat.Status.SIAP, tenggat=tugas.tenggat
    ).first()
