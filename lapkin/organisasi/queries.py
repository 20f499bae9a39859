"""Who holds what today: the one place that answers it."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .models import AnggotaTim, Instansi, Jabatan, Pegawai, Penugasan, Tim


def _berlaku(pada, awalan=""):
    return Q(**{f"{awalan}dari__lte": pada}) & (
        Q(**{f"{awalan}sampai": None}) | Q(**{f"{awalan}sampai__gte": pada})
    )


def penugasan_berlaku(pada=None):
    """Assignments that act on a day: a Plh. acts before the definitif holder of a single-holder post."""
    pada = pada or timezone.localdate()
    plh_lain = Penugasan.objects.filter(
        _berlaku(pada), jabatan=OuterRef("jabatan"), jenis=Penugasan.Jenis.PLH, tunggal=True
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


def jabatan_dipegang(pegawai, pada=None):
    """The posts an officer acts in on a day (a queryset of Jabatan)."""
    return Jabatan.objects.filter(pk__in=penugasan_berlaku(pada).filter(pegawai=pegawai).values("jabatan"))


def tim_diikuti(pegawai, pada=None):
    """The teams an officer is a member of on a day."""
    pada = pada or timezone.localdate()
    return Tim.objects.filter(pk__in=AnggotaTim.objects.filter(_berlaku(pada), pegawai=pegawai).values("tim"))


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
    return ", ".join(p.sebutan for p in penugasan_berlaku(pada).filter(pegawai=pegawai)) or (
        "Pengelola" if pegawai.pengelola else ""
    )


def instansi_dikelola(pegawai):
    """The instansi an administrator manages: the own one and those directly below it."""
    if not pegawai.pengelola or pegawai.instansi_id is None:
        return Instansi.objects.none()
    return Instansi.objects.filter(Q(pk=pegawai.instansi_id) | Q(induk=pegawai.instansi_id))
