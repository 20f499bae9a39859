"""Who holds what today: the one place that answers it."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .models import AnggotaTim, HariLibur, Instansi, Jabatan, Pegawai, Penugasan, sebutan_jabatan


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
"""


@dataclass(frozen=True, slots=True)
class Kedudukan:
    """What an officer is on a day: posts and teams (by id, as said: "Plt. Inspektur"), offices (ids), home included."""

    jabatan: dict[int, str]
    tim: dict[int, str]
    instansi: frozenset[int]

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
    )


def jabatan_dipegang(pegawai, pada=None):
    """The posts an officer acts in on a day (a queryset of Jabatan)."""
    return Jabatan.objects.filter(pk__in=list(kedudukan(pegawai, pada).jabatan))


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


def sebutan_pegawai(pegawai, pada=None) -> str:
    """All posts of an officer in one line: "Plt. Inspektur, Sekretaris"."""
    return kedudukan(pegawai, pada).sebutan or ("Pengelola" if pegawai.pengelola else "")


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
