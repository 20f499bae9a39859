"""Moving the running cases of an SOP to the revision in force: one act for all of them."""

from django.db import transaction
from django.urls import reverse

from lapkin.jejak.actions import beri_tahu
from lapkin.jejak.ditolak import Ditolak

from ..models import Pelaksanaan, RevisiSop, Tugas
from ..pindah import Nasib
from ..queries import daftar_rencana, kasus_tertinggal, putaran_terakhir, sebagai_pengurus_sop
from .giliran import catat_pelaksanaan
from .kabar import pemilik
from .pembukaan import buka_langkah
from .revisi import kunci_sop


@transaction.atomic
def pindahkan_kasus(*, pegawai, sop, revisi):
    """Move all running cases of an SOP that can be moved to the revision in force; one Peristiwa for each.

    Gives [(case, its plan)] of all of them, the unmovable ones too. Raises Ditolak when the officer may not, the
    revision is not in force, or no case can be moved. The plan is made anew under the locks of the SOP and of all
    cases: no revision comes into force and no role is unbound meanwhile.
    """
    sop = kunci_sop(sop)
    daftar = list(kasus_tertinggal(sop, revisi).select_for_update(of=("self",)))
    if not RevisiSop.objects.filter(pk=revisi.pk, sop=sop, status=RevisiSop.Status.BERLAKU).exists():
        raise Ditolak("Pekerjaan hanya dapat dipindahkan ke revisi yang sedang berlaku.")
    sebagai = sebagai_pengurus_sop(pegawai, sop, revisi.dibaca())
    if not sebagai:
        raise Ditolak("Hanya penanggung jawab SOP ini atau pengelola yang dapat memindahkan pekerjaan.")
    rencana = daftar_rencana(daftar, revisi)
    if not any(pindah.mendarat for _, pindah in rencana):
        raise Ditolak("Tidak ada pekerjaan yang dapat dipindahkan ke revisi ini.")
    for pelaksanaan, pindah in rencana:
        if pindah.mendarat:
            _pindahkan(pegawai, sebagai, pelaksanaan, revisi, pindah)
    return rencana


def _pindahkan(pegawai, sebagai, pelaksanaan, revisi, pindah):
    asal = pelaksanaan.revisi
    terbuka = list(
        pelaksanaan.daftar_tugas.terbuka()
        .select_related("jabatan", "tim", "penerima", "pelaksanaan")
        .order_by("pk")
    )
    _beri_tahu(pelaksanaan, revisi, pindah, terbuka)
    Pelaksanaan.objects.filter(pk=pelaksanaan.pk).update(revisi=revisi)
    pelaksanaan.baca_ulang()
    dibuka = _tempatkan(pelaksanaan, pindah, terbuka)
    catat_pelaksanaan(
        pelaksanaan,
        pegawai,
        "pelaksanaan.dipindahkan",
        f"{sebagai} memindahkan pekerjaan dari revisi {asal.urutan} ke revisi {revisi.urutan}. {pindah.uraian}",
        sebagai=sebagai,
        dari=asal.urutan,
        ke=revisi.urutan,
        kini=pindah.kini.kode,
        mendarat=pindah.mendarat.kode,
        nasib=pindah.nasib,
        ditutup=[] if pindah.nasib is Nasib.TETAP else [tugas.pk for tugas in terbuka],
        catatan=list(pindah.catatan),
        dibuka=dibuka,
    )


def _tempatkan(pelaksanaan, pindah, terbuka):
    """Let the open tasks stand at their step's new place, or close them and open the landing; gives what it opened."""
    isi, pk = pelaksanaan.dibaca(), [tugas.pk for tugas in terbuka]
    if pindah.nasib is Nasib.TETAP:
        urutan = [langkah.kode for langkah in isi.langkah].index(pindah.mendarat.kode)
        Tugas.objects.filter(pk__in=pk).update(urutan=urutan)
        return []
    Tugas.objects.terbuka().filter(pk__in=pk).tutup(Tugas.Status.DIBATALKAN)
    langkah = isi.cari(pindah.mendarat.kode)
    putaran = putaran_terakhir(pelaksanaan, langkah.kode) + 1
    # What the work was sent back for is still to be mended, wherever it goes on.
    return buka_langkah(pelaksanaan, langkah, putaran, pesan=terbuka[0].pesan)


def _beri_tahu(pelaksanaan, revisi, pindah, terbuka) -> None:
    """Tell whoever held the open work, once each."""
    teks = f"{pelaksanaan} dipindahkan ke revisi {revisi.urutan} SOP. {pindah.uraian}"
    tautan = reverse("pekerjaan", args=[pelaksanaan.pk])
    beri_tahu((pegawai, teks, tautan) for pegawai in pemilik(*terbuka))
