"""A post's work passing to somebody else: the assignment or delegation, and the notice of what waits there."""

from django.db import transaction
from django.urls import reverse

from lapkin.jejak.actions import beri_tahu
from lapkin.organisasi import actions as organisasi
from lapkin.organisasi.models import sebutan_limpahan
from lapkin.organisasi.queries import hari_ini
from lapkin.sop.bagan import MELEKAT_JABATAN

from ..models import Pelaksanaan, Tugas


@transaction.atomic
def tugaskan(*, pegawai, jabatan, orang, dari, **isian):
    """Put a person in a post, as organisasi does, and tell him how many open tasks come with it."""
    penugasan = organisasi.tugaskan(pegawai=pegawai, jabatan=jabatan, orang=orang, dari=dari, **isian)
    _kabari(jabatan, orang, penugasan.sebutan, dari, tugas_jabatan(jabatan).count())
    return penugasan


@transaction.atomic
def limpahkan(*, pegawai, jabatan, penerima, dari, **isian):
    """Delegate the work of a post, as organisasi does, and tell the delegate how many open tasks come with it."""
    pelimpahan = organisasi.limpahkan(pegawai=pegawai, jabatan=jabatan, penerima=penerima, dari=dari, **isian)
    jumlah = tugas_jabatan(jabatan).exclude(jenis__in=MELEKAT_JABATAN).count()
    _kabari(jabatan, penerima, sebutan_limpahan(jabatan.nama), dari, jumlah)
    return pelimpahan


@transaction.atomic
def cabut_pelimpahan(*, pegawai, pelimpahan):
    """Revoke a delegation and tell the delegate."""
    organisasi.cabut_pelimpahan(pegawai=pegawai, pelimpahan=pelimpahan)
    teks = f"Pelimpahan pekerjaan {pelimpahan.jabatan} kepada Anda dicabut oleh {pegawai}."
    beri_tahu([(pelimpahan.pegawai, teks, reverse("pelimpahan"))])


def tugas_jabatan(jabatan):
    """The open tasks of a post that follow whoever works in it: not those handed to one officer."""
    return Tugas.objects.terbuka().filter(
        jabatan=jabatan, penerima=None, pelaksanaan__status=Pelaksanaan.Status.BERJALAN
    )


def _kabari(jabatan, orang, sebutan, dari, jumlah):
    """A notice now; one whose time begins later is told the day, and finds the tasks on his desk then."""
    tugas = f"{jumlah} tugas terbuka" if jumlah else "belum ada tugas terbuka"
    if dari <= hari_ini(jabatan.instansi):
        teks = f"Anda kini bertindak sebagai {sebutan}: {tugas} jabatan itu ada di Giliran saya."
        if not jumlah:
            teks = f"Anda kini bertindak sebagai {sebutan}; {tugas} bagi jabatan itu."
    else:
        teks = f"Mulai {dari:%d-%m-%Y} Anda bertindak sebagai {sebutan}; saat ini {tugas} di jabatan itu."
    beri_tahu([(orang, teks, reverse("beranda"))])
