"""Moving running cases to another revision of their SOP: what would happen to each, and the one act for all."""

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.urls import reverse

from lapkin.jejak.actions import beri_tahu
from lapkin.jejak.ditolak import Ditolak

from ..models import Pelaksanaan, RevisiSop, Tugas
from ..pindah import Nasib, Pindah, TugasKasus, rencanakan
from ..queries import output_sah, peran_terikat, sebagai_pengurus_sop
from .giliran import catat_pelaksanaan
from .kabar import pemilik
from .pembukaan import buka_langkah, putaran_terakhir
from .revisi import kunci_sop


def kasus_tertinggal(sop, revisi):
    """The running cases of an SOP that follow another revision, in the order in which they are locked."""
    return (
        Pelaksanaan.objects.filter(sop=sop, status=Pelaksanaan.Status.BERJALAN)
        .exclude(revisi=revisi)
        .select_related("instansi", "sop", "revisi")
        .order_by("pk")
    )


def rencana_pindah(pelaksanaan, revisi) -> Pindah:
    """Where one case would land in a revision, and what happens to its open tasks."""
    return daftar_rencana([pelaksanaan], revisi)[0][1]


def daftar_rencana(daftar_kasus, revisi) -> list[tuple[Pelaksanaan, Pindah]]:
    """The plan of each of some cases of one SOP, in a handful of queries however many they are."""
    terikat = peran_terikat(revisi.sop_id)
    prefetch_related_objects(daftar_kasus, "daftar_langkah_tambahan")
    output, tugas = _per_kasus(output_sah(), daftar_kasus), _per_kasus(Tugas.objects, daftar_kasus)
    return [
        (kasus, _rencana(kasus, revisi, tugas.get(kasus.pk, []), output.get(kasus.pk, []), terikat))
        for kasus in daftar_kasus
    ]


def _per_kasus(kueri, daftar_kasus) -> dict:
    hasil = {}
    for satu in kueri.filter(pelaksanaan__in=daftar_kasus).order_by("pk"):
        hasil.setdefault(satu.pelaksanaan_id, []).append(satu)
    return hasil


def _rencana(kasus, revisi, daftar_tugas, daftar_output, terikat) -> Pindah:
    lama = kasus.dibaca()
    kini = next((tugas for tugas in daftar_tugas if tugas.status == Tugas.Status.TERBUKA), None)
    return rencanakan(
        lama,
        revisi.dibaca(),
        [
            TugasKasus(
                langkah=tugas.langkah,
                tahap=tugas.tahap,
                peran=tugas.peran,
                terbuka=tugas.status == Tugas.Status.TERBUKA,
                selesai=tugas.status == Tugas.Status.SELESAI,
                per_unit=tugas.per_unit,
            )
            for tugas in daftar_tugas
        ],
        tambahan=kasus.tambahan,
        output_ada=_output_ada(lama, kini, daftar_output) if kini else (),
        terikat=terikat,
    )


def _output_ada(isi, tugas, daftar_output) -> set[str]:
    """The papers of the present step that count: of this round, of any round where units collect."""
    semua_putaran = isi.cari(tugas.langkah).tiap
    return {
        output.nama
        for output in daftar_output
        if output.langkah == tugas.langkah and (semua_putaran or output.putaran == tugas.putaran)
    }


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
        f"{sebagai} memindahkan pekerjaan dari revisi {asal.urutan} ke revisi {revisi.urutan}. {uraian_pindah(pindah)}",
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


def uraian_pindah(pindah) -> str:
    """What happens to the open work, as a sentence."""
    langkah = pindah.mendarat
    match pindah.nasib:
        case Nasib.TETAP:
            return f"Langkah {langkah.no} “{langkah.kegiatan}” berlanjut; tugas yang terbuka tetap."
        case Nasib.DIULANG:
            return (
                f"Langkah {langkah.no} “{langkah.kegiatan}” dimulai lagi dalam putaran baru; "
                "tugas yang terbuka ditutup."
            )
        case Nasib.DIGANTI:
            return (
                f"Langkah {langkah.no} “{langkah.kegiatan}” dibuka menggantikan “{pindah.kini.kegiatan}”; "
                "tugas yang terbuka ditutup."
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
    teks = f"{pelaksanaan} dipindahkan ke revisi {revisi.urutan} SOP. {uraian_pindah(pindah)}"
    tautan = reverse("pekerjaan", args=[pelaksanaan.pk])
    beri_tahu((pegawai, teks, tautan) for pegawai in pemilik(*terbuka))
