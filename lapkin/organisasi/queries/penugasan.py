"""Who holds a post, who belongs to a team and to an office on a day; without a day: today where the post is."""

from django.db.models import Exists, OuterRef, Q

from ..models import AnggotaTim, Pegawai, Penugasan
from .hari import berlaku

_KANTOR = "jabatan__instansi"


def penugasan_berlaku(pada=None):
    """Assignments that act on a day: a Plh. acts before the definitif holder of a single-holder post."""
    plh_lain = Penugasan.objects.filter(
        berlaku(_KANTOR, pada),
        jabatan=OuterRef("jabatan"),
        jenis=Penugasan.Jenis.PLH,
        tunggal=True,
        pegawai__is_active=True,
    )
    return (
        Penugasan.objects.filter(berlaku(_KANTOR, pada), pegawai__is_active=True)
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
    bertindak = {}
    for penugasan in (
        Penugasan.objects.filter(berlaku(_KANTOR, pada), jabatan__in=daftar_jabatan, pegawai__is_active=True)
        .select_related("pegawai", "jabatan")
        .order_by()
    ):
        bertindak.setdefault(penugasan.jabatan_id, []).append(penugasan)
    return {jabatan: _plh_didahulukan(daftar) for jabatan, daftar in bertindak.items()}


def _plh_didahulukan(daftar):
    plh = [p for p in daftar if p.tunggal and p.jenis == Penugasan.Jenis.PLH]
    return plh or daftar


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
    return Pegawai.objects.filter(pk__in=_keanggotaan([tim], pada).values("pegawai"))


def anggota_tim(daftar_tim, pada=None) -> dict[int, list[Pegawai]]:
    """By team (id) its members on a day, however many teams in one query."""
    hasil = {}
    for baris in _keanggotaan(daftar_tim, pada).select_related("pegawai").order_by("pk"):
        hasil.setdefault(baris.tim_id, []).append(baris.pegawai)
    return hasil


def _keanggotaan(daftar_tim, pada):
    return AnggotaTim.objects.filter(
        berlaku("tim__instansi", pada), tim__in=daftar_tim, pegawai__is_active=True
    )


def penugasan_pegawai(pegawai, jabatan, pada=None):
    """The assignment by which an officer acts in a post on a day; None when not (any more)."""
    return penugasan_berlaku(pada).filter(pegawai=pegawai, jabatan=jabatan).first()
