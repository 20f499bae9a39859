"""What the reminders read: who holds the turn of each task, and what went out already. Permission is the query."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from lapkin.alur.models import Jeda, Pelaksanaan, RevisiSop, Tugas
from lapkin.alur.queries import (
    jam_kerja,
    langkah_tugas,
    pemegang_penanggung_jawab,
    tugas_saya,
    tugas_terlihat,
)
from lapkin.alur.tenggat import menit_kerja_antara
from lapkin.jejak.queries import perubahan
from lapkin.organisasi.models import Pegawai
from lapkin.organisasi.queries import (
    anggota_tim,
    instansi_dikelola,
    kedudukan,
    pelimpahan_berlaku,
    pemegang_jabatan,
)
from lapkin.sop.bagan import MELEKAT_JABATAN

from .kalender_ics import ButirKalender
from .kalimat import sapaan, satu_baris, tulis_sisa, tulis_tenggat
from .models import AlamatKalender, AnakTangga, Pengingat
from .tangga import Anak, Saluran, susun_tangga, tangga_bawaan

# What moves, stops or hands on a due moment; a calendar must see each as a change.
_PERUBAHAN_TENGGAT = (
    "tugas.ditunda",
    "tugas.dilanjutkan",
    "tenggat.diubah",
    "tugas.dialihkan",
    "tugas.alihan_dikembalikan",
    "pelaksanaan.dipindahkan",
)
# No rung stands further before a due moment (60 working days of an office that works one day a week).
_TERJAUH = timedelta(days=2 * 365)
_PENANDA = signing.Signer(sep=".", salt="lapkin.pengingat.kalender")


def tugas_ditunggu(kini):
    """The tasks of which somebody may be reminded at a moment: open, running, the clock not stopped, and due."""
    return (
        tugas_terbuka_berjalan()
        .filter(dijeda=False, tenggat__lte=kini + _TERJAUH)
        .order_by("pelaksanaan__instansi", "pelaksanaan", "pk")
    )


def tugas_terbuka_berjalan():
    """The open tasks of running cases, with what a reminder says about them; `dijeda`: is the clock stopped?"""
    return (
        Tugas.objects.terbuka()
        .annotate(dijeda=Exists(Jeda.objects.filter(tugas=OuterRef("pk"), sampai=None)))
        .filter(pelaksanaan__status=Pelaksanaan.Status.BERJALAN)
        .select_related("pelaksanaan__instansi", "pelaksanaan__revisi", "jabatan", "tim", "penerima")
    )


def tangga(instansi) -> tuple[Anak, ...]:
    """The ladder of one office, switched-off rungs included."""
    return susun_tangga(baris.sebagai_nilai() for baris in AnakTangga.objects.filter(instansi=instansi))


def semua_tangga() -> dict[int, tuple[Anak, ...]]:
    """By office (id) the ladder of those that changed it; one query."""
    per_instansi = {}
    for baris in AnakTangga.objects.all():
        per_instansi.setdefault(baris.instansi_id, []).append(baris.sebagai_nilai())
    return {instansi: susun_tangga(daftar) for instansi, daftar in per_instansi.items()}


def pemegang_giliran(daftar_tugas: Iterable[Tugas]) -> dict[int, list]:
    """By task (id) the officers whose turn it is today, however many tasks in three queries.

    Those who hold the post and those to whom its work is delegated (but for work that signs); where a task was
    handed to one officer, only that one.
    """
    daftar_tugas = list(daftar_tugas)
    daftar_jabatan = {t.jabatan_id for t in daftar_tugas if t.jabatan_id}
    jabatan, limpahan = pemegang_jabatan(daftar_jabatan), _limpahan(daftar_jabatan)
    tim = anggota_tim({t.tim_id for t in daftar_tugas if t.tim_id})
    return {tugas.pk: _pemegang(tugas, jabatan, limpahan, tim) for tugas in daftar_tugas}


def _pemegang(tugas, jabatan, limpahan, tim):
    if tugas.penerima_id:
        return [tugas.penerima] if tugas.penerima.is_active else []
    if tugas.tim_id:
        return tim.get(tugas.tim_id, [])
    wakil = [] if tugas.jenis in MELEKAT_JABATAN else limpahan.get(tugas.jabatan_id, [])
    return _orang([*jabatan.get(tugas.jabatan_id, []), *wakil])


def _limpahan(daftar_jabatan):
    """By post (id) the delegations of today."""
    hasil = {}
    for limpahan in pelimpahan_berlaku(daftar_jabatan):
        hasil.setdefault(limpahan.jabatan_id, []).append(limpahan)
    return hasil


def atasan_tugas(daftar_tugas: Iterable[Tugas], penanggung_jawab) -> dict[int, list]:
    """By task (id) the officers above who holds it: of the post above, else who answers for the SOP.

    `penanggung_jawab` gives that role's name for a case (id).
    """
    daftar_tugas = list(daftar_tugas)
    atasan = {t.pk: t.jabatan.atasan_id for t in daftar_tugas if t.jabatan_id and t.jabatan.atasan_id}
    pemegang = pemegang_jabatan(set(atasan.values()))
    kasus = {t.pelaksanaan_id: t.pelaksanaan.sop_id for t in daftar_tugas if t.pk not in atasan}
    pengampu = pemegang_penanggung_jawab({pk: (sop, penanggung_jawab(pk)) for pk, sop in kasus.items()})
    return {
        t.pk: _orang(pemegang.get(atasan[t.pk], [])) if t.pk in atasan else pengampu[t.pelaksanaan_id]
        for t in daftar_tugas
    }


def _orang(daftar_penugasan):
    return list({p.pegawai_id: p.pegawai for p in daftar_penugasan}.values())


def penerima_tinjauan(daftar_sop) -> dict[int, list]:
    """By SOP (id) who is told that its review is due: its penanggung jawab and the administrators of its office."""
    daftar_sop = list(daftar_sop)
    pengelola = {}
    for orang in Pegawai.objects.filter(
        pengelola=True, is_active=True, instansi__in={sop.instansi_id for sop in daftar_sop}
    ):
        pengelola.setdefault(orang.instansi_id, []).append(orang)
    penanggung_jawab = _penanggung_jawab(daftar_sop)
    return {
        sop.pk: list(dict.fromkeys([*penanggung_jawab.get(sop.pk, []), *pengelola.get(sop.instansi_id, [])]))
        for sop in daftar_sop
    }


def _penanggung_jawab(daftar_sop) -> dict[int, list]:
    """By SOP (id) who answers today for its revision in force; without one it is not there."""
    berlaku = RevisiSop.objects.filter(sop__in=daftar_sop, status=RevisiSop.Status.BERLAKU).order_by()
    return pemegang_penanggung_jawab(
        {revisi.sop_id: (revisi.sop_id, revisi.dibaca().penanggung_jawab_berlaku) for revisi in berlaku}
    )


def tugas_dapat_diingatkan(pegawai):
    """The open tasks about which an officer may remind: those he sees, and those of posts directly below his own."""
    bawahan = Tugas.objects.filter(jabatan__atasan__in=list(kedudukan(pegawai).jabatan))
    terlihat = Q(pk__in=tugas_terlihat(pegawai).order_by().values("pk"))
    return tugas_terbuka_berjalan().filter(terlihat | Q(pk__in=bawahan.order_by().values("pk")))


def terkirim_semua() -> dict[tuple, set[str]]:
    """By (task, due moment, officer) the rungs that went out, or will, for tasks still open; one query."""
    hasil = {}
    for tugas, tenggat, pegawai, anak in (
        Pengingat.objects.filter(tugas__status=Tugas.Status.TERBUKA)
        .exclude(Q(anak="") | Q(status=Pengingat.Status.BATAL))
        .order_by()
        .values_list("tugas", "tenggat", "penerima", "anak")
    ):
        hasil.setdefault((tugas, tenggat, pegawai), set()).add(anak)
    return hasil


def kalender_kerja(instansi, awal, akhir):
    """The working calendar of an office over some years (UTC), and the one that begins earlier in the east."""
    return jam_kerja(instansi, range(awal, akhir + 2))


def isian_kalimat(tugas, langkah, kini, kalender) -> dict[str, str]:
    """The fields of a reminder's text about a task, but for the greeting, which differs by reader."""
    instansi = tugas.pelaksanaan.instansi
    isian = {
        "kegiatan": satu_baris(langkah.kegiatan),
        "pekerjaan": satu_baris(tugas.pelaksanaan.judul),
        "jabatan": str(tugas.jabatan or tugas.tim),
        "tenggat": "tidak ditetapkan",
        "sisa": f"sejak {tulis_tenggat(tugas.dibuka_pada, instansi.zona_waktu)}",
        "tautan": alamat_penuh(reverse("tugas", args=[tugas.pk])),
    }
    if tugas.tenggat is None:
        return isian
    menit = menit_kerja_antara(kini, tugas.tenggat, kalender)
    return isian | {
        "tenggat": tulis_tenggat(tugas.tenggat, instansi.zona_waktu),
        "sisa": tulis_sisa(menit, kini >= tugas.tenggat, instansi.menit_sehari),
    }


def isian_langsung(tugas, langkah, orang, kini) -> dict[str, str]:
    """The fields of a reminder that a colleague sends to one officer now."""
    daftar_tahun = sorted((kini.year, (tugas.tenggat or kini).year))
    kalender = kalender_kerja(tugas.pelaksanaan.instansi, *daftar_tahun)
    return isian_lengkap(isian_kalimat(tugas, langkah, kini, kalender), orang)


def isian_lengkap(isian, pegawai) -> dict[str, str]:
    """The fields with the greeting of one reader."""
    return {**isian, "sapaan": sapaan(pegawai.nama_bergelar)}


def teks_langsung(instansi) -> str:
    """The text with which colleagues remind: that of the office's own first WhatsApp rung, else the shipped one."""
    daftar = [*tangga(instansi), *tangga_bawaan()]
    return next(anak.teks for anak in daftar if anak.saluran == Saluran.WHATSAPP)


def alamat_penuh(jalur: str) -> str:
    """An address as it must stand in a mail: with the host that people reach this installation by."""
    return f"{settings.ALAMAT}{jalur}"


def kotak_keluar(pegawai, kode):
    """The reminders of one office that the officer manages."""
    return Pengingat.objects.filter(
        instansi__in=instansi_dikelola(pegawai), instansi__kode=kode
    ).select_related("penerima", "pengirim", "tugas")


def token_kalender(alamat: AlamatKalender) -> str:
    """The secret part of the address of an officer's calendar."""
    return _PENANDA.sign(alamat.benih)


def pemilik_kalender(token: str):
    """The officer a calendar's address belongs to; None when it is wrong, replaced, or the account is closed."""
    try:
        benih = _PENANDA.unsign(token)
    except signing.BadSignature:
        return None
    alamat = AlamatKalender.objects.filter(benih=benih, pegawai__is_active=True).select_related("pegawai")
    return next((satu.pegawai for satu in alamat), None)


def butir_kalender(pegawai) -> list[ButirKalender]:
    """The officer's own open tasks that are due some time, as items of his calendar; nobody else's."""
    kini = kedudukan(pegawai)
    daftar = tugas_saya(pegawai).filter(tenggat__isnull=False)
    daftar = list(daftar.prefetch_related("pelaksanaan__daftar_langkah_tambahan"))
    berubah = perubahan({tugas.pelaksanaan.kunci for tugas in daftar}, _PERUBAHAN_TENGGAT)
    return [_butir(tugas, kini, *berubah.get(tugas.pelaksanaan.kunci, (0, None))) for tugas in daftar]


def _butir(tugas, kini, urutan, berubah) -> ButirKalender:
    """One item; what changed a due moment is counted by case: a unit's new limit moves that of its penghimpun too."""
    return ButirKalender(
        kunci=f"tugas-{tugas.pk}",
        kegiatan=satu_baris(langkah_tugas(tugas).kegiatan),
        pekerjaan=satu_baris(tugas.pelaksanaan.judul),
        jabatan=kini.jabatan.get(tugas.jabatan_id) or str(tugas.jabatan or tugas.tim),
        tautan=alamat_penuh(reverse("tugas", args=[tugas.pk])),
        zona=tugas.pelaksanaan.instansi.zona_waktu,
        diubah=max(tugas.dibuka_pada, berubah or tugas.dibuka_pada),
        urutan=urutan,
        tenggat=tugas.tenggat,
    )
