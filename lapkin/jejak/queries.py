"""Reading history: the trail of a thing, and whether a chain is whole."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Count, Max, Q

from .actions import isi_peristiwa
from .models import KepalaRantai, Peristiwa
from .rantai import AWAL, sidik

_BELUM_DIBACA = "SELECT COUNT(*) FROM jejak_pemberitahuan WHERE penerima_id = %s AND dibaca_pada IS NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kerusakan:
    """A fault of a chain at one place (`urut` of the event), said in Indonesian."""

    urut: int
    kalimat: str


def jejak(objek: str):
    """All events about a thing, named by its text key ("pelaksanaan:3"), in the order they happened."""
    return (
        Peristiwa.objects.filter(Q(objek=objek) | Q(rujukan=objek)).select_related("pegawai").order_by("pk")
    )


def perubahan(daftar_objek, daftar_jenis) -> dict[str, tuple[int, datetime]]:
    """By thing (text key) how many events of some kinds it has, and when the last was; one query."""
    kueri = Peristiwa.objects.filter(objek__in=daftar_objek, jenis__in=daftar_jenis).order_by()
    baris = kueri.values_list("objek").annotate(Count("pk"), Max("waktu"))
    return {objek: (banyak, terakhir) for objek, banyak, terakhir in baris}


def jumlah_belum_dibaca(pegawai) -> int:
    """How many notices an officer has not read yet; every page asks it, hence by plain SQL (bench/giliran.py)."""
    with connection.cursor() as kursor:
        kursor.execute(_BELUM_DIBACA, [pegawai.pk])
        return kursor.fetchone()[0]


def kepala_rantai(rantai: str) -> str:
    """The hash at the head of a chain, printed on the trail; the hash of nothing while it is empty."""
    kepala = KepalaRantai.objects.filter(rantai=rantai).first()
    return kepala.sidik if kepala else AWAL


def daftar_rantai() -> list[str]:
    """The names of all chains, also of one whose head or events are gone."""
    berkepala = KepalaRantai.objects.values_list("rantai", flat=True)
    return sorted({*berkepala, *Peristiwa.objects.values_list("rantai", flat=True).distinct()})


def periksa_rantai(rantai: str) -> list[Kerusakan]:
    """Every fault of a chain: a changed, missing, swapped or added event, or a head that doesn't fit."""
    daftar, urut, sebelum = [], 0, AWAL
    for peristiwa in Peristiwa.objects.filter(rantai=rantai).order_by("urut").iterator():
        daftar += _kerusakan(peristiwa, urut + 1, sebelum)
        urut, sebelum = peristiwa.urut, peristiwa.sidik
    return daftar + _kerusakan_kepala(rantai, urut, sebelum)


def _kerusakan(peristiwa, seharusnya: int, sebelum: str):
    if peristiwa.urut != seharusnya:
        yield Kerusakan(urut=seharusnya, kalimat=f"peristiwa {seharusnya} sampai {peristiwa.urut - 1} hilang")
    elif peristiwa.sidik_sebelum != sebelum:
        yield Kerusakan(urut=peristiwa.urut, kalimat="tidak bersambung dengan peristiwa sebelumnya")
    if sidik(isi_peristiwa(peristiwa), peristiwa.sidik_sebelum) != peristiwa.sidik:
        yield Kerusakan(urut=peristiwa.urut, kalimat="isinya diubah sesudah dicatat")


def _kerusakan_kepala(rantai: str, urut: int, terakhir: str):
    kepala = KepalaRantai.objects.filter(rantai=rantai).first()
    if kepala is None:
        return [Kerusakan(urut=urut, kalimat="kepala rantai hilang")]
    if kepala.urut > urut:
        return [Kerusakan(urut=urut + 1, kalimat=f"peristiwa {urut + 1} sampai {kepala.urut} hilang")]
    if (kepala.urut, kepala.sidik) != (urut, terakhir):
        return [Kerusakan(urut=urut, kalimat="kepala rantai tidak sama dengan peristiwa terakhir")]
    return []
