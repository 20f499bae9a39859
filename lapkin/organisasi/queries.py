"""Who holds what today: the one place that answers it."""

from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from lapkin.berkas.queries import baca
from lapkin.dokumen.lambang import svg_dari_gambar
from lapkin.dokumen.svg import SvgRusak
from lapkin.jejak.ditolak import Ditolak

from .models import (
    AnggotaTim,
    HariLibur,
    Instansi,
    Jabatan,
    Pegawai,
    Pelimpahan,
    Penugasan,
    sebutan_jabatan,
    sebutan_limpahan,
)


def _berlaku(pada, awalan=""):
    return Q(**{f"{awalan}dari__lte": pada}) & (
        Q(**{f"{awalan}sampai": None}) | Q(**{f"{awalan}sampai__gte": pada})
    )


def penugasan_berlaku(pada=None):
    """Assignments that act on a day: a Plh. acts before the definitif holder of a single-holder post."""
    pada = pada or timezone.localdate()
    plh_lain = Penugasan.objects.filter(
        _berlaku(pada),
        jabatan=OuterRef("jabatan"),
        jenis=Penugasan.Jenis.PLH,
        tunggal=True,
        pegawai__is_active=True,
    )
    return (
        Penugasan.objects.filter(_berlaku(pada), pegawai__is_active=True)
        .exclude(Q(tunggal=True) & ~Q(jenis=Penugasan.Jenis.PLH) & Exists(plh_lain))
        .select_related("pegawai", "jabatan")
    )


def penugasan_bertumpuk(penugasan, sampai):
    """Assignments that forbid a new one of a structural post up to `sampai` (None: until further notice).

    Definitif, Plt. and Pj. exclude each other; a Plh. excludes only another Plh.
    """
    if not penugasan.tunggal:
        return Penugasan.objects.none()
    plh = Q(jenis=Penugasan.Jenis.PLH)
    sebelum_akhir = Q(dari__lte=sampai) if sampai else Q()
    return Penugasan.objects.filter(
        plh if penugasan.jenis == Penugasan.Jenis.PLH else ~plh,
        sebelum_akhir,
        Q(sampai=None) | Q(sampai__gte=penugasan.dari),
        jabatan=penugasan.jabatan,
        tunggal=True,
    ).select_related("pegawai", "jabatan")


def pemegang_jabatan(daftar_jabatan, pada=None) -> dict[int, list[Penugasan]]:
    """By post (id), the assignments that act in it on a day; the rule of `penugasan_berlaku` in one plain query."""
    pada = pada or timezone.localdate()
    berlaku = {}
    for penugasan in (
        Penugasan.objects.filter(_berlaku(pada), jabatan__in=daftar_jabatan, pegawai__is_active=True)
        .select_related("pegawai", "jabatan")
        .order_by()
    ):
        berlaku.setdefault(penugasan.jabatan_id, []).append(penugasan)
    return {jabatan: _plh_didahulukan(daftar) for jabatan, daftar in berlaku.items()}


def _plh_didahulukan(daftar):
    plh = [p for p in daftar if p.tunggal and p.jenis == Penugasan.Jenis.PLH]
    return plh or daftar


# One statement for every page: what `penugasan_berlaku` says, of one officer, and his teams beside it.
_SQL_KEDUDUKAN = """\
SELECT 'jabatan', p.jabatan_id, j.nama, p.jenis, j.instansi_id
FROM organisasi_penugasan p
JOIN organisasi_jabatan j ON j.id = p.jabatan_id
JOIN organisasi_pegawai s ON s.id = p.pegawai_id AND s.is_active
WHERE p.pegawai_id = %(pegawai)s AND p.dari <= %(pada)s AND (p.sampai IS NULL OR p.sampai >= %(pada)s)
  AND NOT (p.tunggal AND p.jenis <> 'plh' AND EXISTS (
    SELECT 1 FROM organisasi_penugasan l JOIN organisasi_pegawai o ON o.id = l.pegawai_id
    WHERE l.jabatan_id = p.jabatan_id AND l.tunggal AND l.jenis = 'plh' AND o.is_active
      AND l.dari <= %(pada)s AND (l.sampai IS NULL OR l.sampai >= %(pada)s)))
UNION ALL
SELECT 'tim', t.id, t.nama, '', t.instansi_id
FROM organisasi_anggotatim a
JOIN organisasi_tim t ON t.id = a.tim_id
JOIN organisasi_pegawai s ON s.id = a.pegawai_id AND s.is_active
WHERE a.pegawai_id = %(pegawai)s AND a.dari <= %(pada)s AND (a.sampai IS NULL OR a.sampai >= %(pada)s)
UNION ALL
SELECT 'limpahan', j.id, j.nama, '', j.instansi_id
FROM organisasi_pelimpahan l
JOIN organisasi_jabatan j ON j.id = l.jabatan_id
JOIN organisasi_pegawai s ON s.id = l.pegawai_id AND s.is_active
WHERE l.pegawai_id = %(pegawai)s AND l.dicabut_pada IS NULL AND l.dari <= %(pada)s AND l.sampai >= %(pada)s
"""


@dataclass(frozen=True, slots=True)
class Kedudukan:
    """What an officer is on a day: posts and teams (by id, as said: "Plt. Inspektur"), offices (ids), home included.

    `limpahan` are the posts whose daily work he does for their holder; he holds them not, and signs nothing in them.
    """

    jabatan: dict[int, str]
    tim: dict[int, str]
    instansi: frozenset[int]
    limpahan: dict[int, str] = field(default_factory=dict)

    @property
    def sebutan(self) -> str:
        """All posts in one line: "Plt. Inspektur, Sekretaris"."""
        return ", ".join(self.jabatan.values())


def kedudukan(pegawai, pada=None) -> Kedudukan:
    """What an officer is on a day, in one query; only the home office for someone who is no longer active."""
    pada = pada or timezone.localdate()
    with connection.cursor() as kursor:
        kursor.execute(_SQL_KEDUDUKAN, {"pegawai": pegawai.pk, "pada": pada.isoformat()})
        baris = kursor.fetchall()
    return Kedudukan(
        jabatan={pk: sebutan_jabatan(cara, nama) for apa, pk, nama, cara, _ in baris if apa == "jabatan"},
        tim={pk: nama for apa, pk, nama, _, _ in baris if apa == "tim"},
        instansi=frozenset({pegawai.instansi_id, *(instansi for *_, instansi in baris)} - {None}),
        limpahan={pk: sebutan_limpahan(nama) for apa, pk, nama, *_ in baris if apa == "limpahan"},
    )


def jabatan_dipegang(pegawai, pada=None):
    """The posts an officer holds on a day (a queryset of Jabatan), without those delegated to him."""
    return Jabatan.objects.filter(pk__in=list(kedudukan(pegawai, pada).jabatan))


def jabatan_dikerjakan(pegawai, pada=None):
    """The posts whose work an officer does on a day: those he holds and those delegated to him."""
    kini = kedudukan(pegawai, pada)
    return Jabatan.objects.filter(pk__in=[*kini.jabatan, *kini.limpahan])


def pelimpahan_berlaku(daftar_jabatan, pada=None):
    """The delegations of some posts (ids) that hold on a day."""
    pada = pada or timezone.localdate()
    return Pelimpahan.objects.filter(
        jabatan__in=daftar_jabatan,
        dicabut_pada=None,
        dari__lte=pada,
        sampai__gte=pada,
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


def pegawai_kantor(daftar_instansi):
    """The active officers of some offices: at home there, or holding a post there today."""
    return Pegawai.objects.filter(
        Q(instansi__in=daftar_instansi)
        | Q(pk__in=penugasan_berlaku().filter(jabatan__instansi__in=daftar_instansi).values("pegawai")),
        is_active=True,
    )


def pemegang(jabatan, pada=None):
    """The officers who act in a post on a day (a queryset of Pegawai); several for posts such as Staf."""
    return Pegawai.objects.filter(pk__in=penugasan_berlaku(pada).filter(jabatan=jabatan).values("pegawai"))


def anggota(tim, pada=None):
    """The members of a team on a day."""
    pada = pada or timezone.localdate()
    return Pegawai.objects.filter(
        pk__in=AnggotaTim.objects.filter(_berlaku(pada), tim=tim).values("pegawai"), is_active=True
    )


def penugasan_pegawai(pegawai, jabatan, pada=None):
    """The assignment by which an officer acts in a post on a day; None when not (any more)."""
    return penugasan_berlaku(pada).filter(pegawai=pegawai, jabatan=jabatan).first()


def sebutan_pegawai(pegawai, kini=None) -> str:
    """All posts of an officer in one line: "Plt. Inspektur, Sekretaris"; `kini`: his Kedudukan, where it is known."""
    return (kini or kedudukan(pegawai)).sebutan or ("Pengelola" if pegawai.pengelola else "")


def instansi_dikelola(pegawai):
    """The instansi an administrator manages: the own one and those directly below it."""
    if not pegawai.pengelola or pegawai.instansi_id is None:
        return Instansi.objects.none()
    return Instansi.objects.filter(Q(pk=pegawai.instansi_id) | Q(induk=pegawai.instansi_id))


def instansi_sendiri(pegawai) -> frozenset[int]:
    """The offices an officer works in (ids): the home office and those of the posts and teams held today."""
    return kedudukan(pegawai).instansi


def instansi_pegawai(pegawai) -> set[int]:
    """The offices whose papers and figures an officer may see (ids).

    They are the home office, those of the posts and teams held today, and those he manages.
    """
    return {*instansi_sendiri(pegawai), *instansi_dikelola(pegawai).values_list("pk", flat=True)}


def hari_libur(instansi, tahun_awal, tahun_akhir):
    """The days off of an office beside the national ones: its own, those of the instansi above, and everybody's."""
    return HariLibur.objects.filter(
        Q(instansi=None) | Q(instansi=instansi) | Q(instansi=instansi.induk_id, instansi__isnull=False),
        tanggal__range=(date(tahun_awal, 1, 1), date(tahun_akhir, 12, 31)),
    ).select_related("instansi")


def belum_dipasang() -> bool:
    """Is this a new installation, without any office yet?"""
    return not Instansi.objects.exists()


def hari_ini(instansi) -> date:
    """Today in the zone of an instansi."""
    return timezone.localdate(timezone=ZoneInfo(instansi.zona_waktu))


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
