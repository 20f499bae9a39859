"""Reminding the administrators that an SOP must be monitored or evaluated."""

from datetime import datetime, time

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from lapkin.alur.models import RevisiSop, Sop
from lapkin.alur.peninjauan import Keadaan
from lapkin.alur.queries import tinjauan_sop
from lapkin.organisasi.models import Pegawai

from ..models import Pengingat
from ..tangga import Saluran


def rencana_tinjauan(hari_ini) -> list[tuple]:
    """[(office, reminders)] of the reviews that come near or are late on a day, in five queries however many SOPs.

    Each is told twice for one due day: when it comes near, and when it is late.
    """
    daftar_sop = Sop.objects.filter(daftar_revisi__status=RevisiSop.Status.BERLAKU).order_by("instansi", "pk")
    daftar_sop = {sop.pk: sop for sop in daftar_sop.select_related("instansi")}
    pengelola = _pengelola({sop.instansi_id for sop in daftar_sop.values()})
    sudah = set(
        Pengingat.objects.filter(sop__in=daftar_sop).values_list("sop", "anak", "penerima", "tenggat")
    )
    hasil = {}
    for pk, daftar_tinjauan in tinjauan_sop(list(daftar_sop)).items():
        sop = daftar_sop[pk]
        daftar = [
            _pengingat(sop, tinjauan, orang, hari_ini)
            for tinjauan in daftar_tinjauan
            if tinjauan.keadaan(hari_ini) != Keadaan.NANTI
            for orang in pengelola.get(sop.instansi_id, [])
        ]
        hasil.setdefault(sop.instansi_id, (sop.instansi, []))[1].extend(
            p for p in daftar if (p.sop_id, p.anak, p.penerima_id, p.tenggat) not in sudah
        )
    return [(instansi, daftar) for instansi, daftar in hasil.values() if daftar]


def _pengelola(daftar_instansi) -> dict[int, list]:
    hasil = {}
    for orang in Pegawai.objects.filter(Q(pengelola=True, is_active=True), instansi__in=daftar_instansi):
        hasil.setdefault(orang.instansi_id, []).append(orang)
    return hasil


def _pengingat(sop, tinjauan, orang, hari_ini) -> Pengingat:
    kalimat = tinjauan.kalimat(hari_ini)
    return Pengingat(
        instansi=sop.instansi,
        sop=sop,
        anak=f"{tinjauan.jenis}-{tinjauan.keadaan(hari_ini)}",
        saluran=Saluran.PESAN,
        penerima=orang,
        tenggat=timezone.make_aware(datetime.combine(tinjauan.jatuh_tempo, time())),
        judul=f"Peninjauan SOP: {kalimat}",
        teks=f"SOP “{sop}”: {kalimat}. Tinjau pelaksanaannya dan catat hasilnya di halaman SOP.",
        tautan=reverse("sop", args=[sop.pk]),
        status=Pengingat.Status.TERKIRIM,
    )
