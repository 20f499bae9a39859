"""Reminding who answers for an SOP, and its administrators, that it must be monitored or evaluated."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.urls import reverse

from lapkin.alur.models import RevisiSop, Sop
from lapkin.alur.peninjauan import Kedekatan
from lapkin.alur.queries import tinjauan_sop
from lapkin.organisasi.queries import hari_ini

from ..models import Pengingat
from ..queries import penerima_tinjauan
from ..tangga import Saluran
from .rencana import STATUS_AWAL, Rencana

# The kode of a review's mail is that of its message with this behind: each goes once.
_AKHIRAN_SUREL = "-surel"


def rencana_tinjauan(kini) -> list[Rencana]:
    """By office the reviews that come near or are late at a moment, in a few queries an office however many SOPs.

    Each is told twice for one due day: when it comes near, and when it is late; by message, and by mail where an
    address is known.
    """
    daftar_sop = Sop.objects.filter(daftar_revisi__status=RevisiSop.Status.BERLAKU).order_by("instansi", "pk")
    per_kantor = {}
    for sop in daftar_sop.select_related("instansi"):
        per_kantor.setdefault(sop.instansi, []).append(sop)
    hasil = [_rencana_kantor(instansi, daftar, kini) for instansi, daftar in per_kantor.items()]
    return [satu for satu in hasil if satu.daftar or satu.terlewat]


def _rencana_kantor(instansi, daftar_sop, kini) -> Rencana:
    satu = Rencana(instansi)
    with satu.jaga():
        hari, jatuh = hari_ini(instansi, kini), {}
        for pk, daftar_tinjauan in tinjauan_sop(daftar_sop).items():
            jatuh[pk] = [t for t in daftar_tinjauan if t.kedekatan(hari) != Kedekatan.NANTI]
        daftar_sop = [sop for sop in daftar_sop if jatuh.get(sop.pk)]
        penerima = _penerima(satu, daftar_sop)
        satu.daftar = _yang_baru(
            _pengingat(sop, tinjauan, orang, saluran, hari)
            for sop in daftar_sop
            for tinjauan in jatuh[sop.pk]
            for orang in penerima.get(sop.pk, [])
            for saluran in (Saluran.PESAN, Saluran.SUREL)
            if saluran == Saluran.PESAN or orang.surel
        )
    return satu


def _penerima(satu, daftar_sop):
    hasil = {}
    for sop in daftar_sop:
        with satu.jaga(sop):
            hasil |= penerima_tinjauan([sop])
    return hasil


def _yang_baru(daftar) -> list[Pengingat]:
    daftar = list(daftar)
    sudah = set(
        Pengingat.objects.filter(sop__in={p.sop_id for p in daftar})
        .exclude(status=Pengingat.Status.BATAL)
        .values_list("sop", "anak", "penerima", "tenggat")
    )
    return [p for p in daftar if (p.sop_id, p.anak, p.penerima_id, p.tenggat) not in sudah]


def _pengingat(sop, tinjauan, orang, saluran, hari) -> Pengingat:
    kalimat = tinjauan.kalimat(hari)
    return Pengingat(
        instansi=sop.instansi,
        sop=sop,
        anak=kode_tinjauan(tinjauan, hari, saluran),
        saluran=saluran,
        penerima=orang,
        tenggat=saat_tinjauan(tinjauan, sop.instansi),
        judul=f"Peninjauan SOP “{sop}”"[:200] + f": {kalimat}",
        teks=f"SOP “{sop}”: {kalimat}. Tinjau pelaksanaannya dan catat hasilnya di halaman SOP.",
        tautan=reverse("sop", args=[sop.pk]),
        status=STATUS_AWAL[saluran],
    )


def kode_tinjauan(tinjauan, hari, saluran) -> str:
    """What takes the place of a rung's kode: "monitoring-segera", "evaluasi-terlambat-surel"."""
    return f"{tinjauan.jenis}-{tinjauan.kedekatan(hari)}" + (
        _AKHIRAN_SUREL if saluran == Saluran.SUREL else ""
    )


def saat_tinjauan(tinjauan, instansi) -> datetime:
    """The due day of a review as the moment under which its reminders are kept: its midnight in the office."""
    return datetime.combine(tinjauan.jatuh_tempo, time(), ZoneInfo(instansi.zona_waktu))
