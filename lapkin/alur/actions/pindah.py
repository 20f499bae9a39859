"""Moving running cases to another revision of their SOP: what would happen to each, and the one act for all."""

from copy import copy

from django.db import transaction
from django.urls import reverse

from lapkin.jejak.actions import beri_tahu
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import instansi_dikelola, kedudukan

from ..models import Pelaksanaan, RevisiSop, Tugas
from ..pindah import Nasib, Pindah, TugasKasus, rencanakan
from ..queries import ikatan, output_sah, peran_belum_terikat
from .giliran import catat_pelaksanaan
from .pembukaan import buka_langkah, putaran_terakhir, yang_diberi_tahu


def kasus_tertinggal(sop, revisi):
    """The running cases of an SOP that follow another revision, in the order in which they are locked."""
    return (
        Pelaksanaan.objects.filter(sop=sop, status=Pelaksanaan.Status.BERJALAN)
        .exclude(revisi=revisi)
        .select_related("instansi", "sop", "revisi")
        .order_by("pk")
    )


def sebagai_pemindah(pegawai, sop, isi) -> str:
    """As what the officer may move cases: the SOP's penanggung jawab or the administrator; "" when he may not."""
    kini = kedudukan(pegawai)
    for baris in ikatan(sop, [isi.penanggung_jawab_berlaku]):
        if sebagai := kini.jabatan.get(baris.jabatan_id) or kini.tim.get(baris.tim_id):
            return sebagai
    return "Pengelola" if instansi_dikelola(pegawai).filter(pk=sop.instansi_id).exists() else ""


def rencana_pindah(pelaksanaan, revisi) -> Pindah:
    """Where one case would land in a revision, and what happens to its open tasks."""
    lama, baru = pelaksanaan.dibaca(), _dengan_revisi(pelaksanaan, revisi).dibaca()
    daftar_tugas = list(pelaksanaan.daftar_tugas.order_by("pk"))
    kini = [tugas for tugas in daftar_tugas if tugas.status == Tugas.Status.TERBUKA]
    return rencanakan(
        lama,
        baru,
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
        output_ada=_output_ada(pelaksanaan, kini[0]) if kini else (),
        belum_terikat=peran_belum_terikat(pelaksanaan.sop, baru),
    )


def _dengan_revisi(pelaksanaan, revisi):
    """The case as if it ran another revision already; nothing is stored."""
    bayangan = copy(pelaksanaan)
    bayangan.revisi = revisi
    return bayangan


def _output_ada(pelaksanaan, tugas) -> set[str]:
    """The papers of the present step that count: of this round, of any round where units collect."""
    daftar = output_sah().filter(pelaksanaan=pelaksanaan, langkah=tugas.langkah)
    if not pelaksanaan.dibaca().cari(tugas.langkah).tiap:
        daftar = daftar.filter(putaran=tugas.putaran)
    return set(daftar.order_by().values_list("nama", flat=True))


@transaction.atomic
def pindahkan_kasus(*, pegawai, sop, revisi):
    """Move all running cases of an SOP that can be moved to the revision in force; one Peristiwa for each.

    Gives [(case, its plan)] of all of them, the unmovable ones too. Raises Ditolak when the officer may not, the
    revision is not in force, or no case can be moved. The plan is made anew under the locks of all cases.
    """
    daftar = list(kasus_tertinggal(sop, revisi).select_for_update(of=("self",)))
    if not RevisiSop.objects.filter(pk=revisi.pk, sop=sop, status=RevisiSop.Status.BERLAKU).exists():
        raise Ditolak("Pekerjaan hanya dapat dipindahkan ke revisi yang sedang berlaku.")
    sebagai = sebagai_pemindah(pegawai, sop, revisi.dibaca())
    if not sebagai:
        raise Ditolak("Hanya penanggung jawab SOP ini atau pengelola yang dapat memindahkan pekerjaan.")
    rencana = [(pelaksanaan, rencana_pindah(pelaksanaan, revisi)) for pelaksanaan in daftar]
    if not any(pindah.mendarat for _, pindah in rencana):
        raise Ditolak("Tidak ada pekerjaan yang dapat dipindahkan ke revisi ini.")
    for pelaksanaan, pindah in rencana:
        if pindah.mendarat:
            _pindahkan(pegawai, sebagai, pelaksanaan, revisi, pindah)
    return rencana


def _pindahkan(pegawai, sebagai, pelaksanaan, revisi, pindah):
    asal = pelaksanaan.revisi
    terbuka = list(
        pelaksanaan.daftar_tugas.terbuka().select_related("jabatan", "tim", "pelaksanaan").order_by("pk")
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
    orang = {pegawai.pk: pegawai for _, pegawai in yang_diberi_tahu(terbuka)}
    tautan = reverse("pekerjaan", args=[pelaksanaan.pk])
    beri_tahu((pegawai, teks, tautan) for pegawai in orang.values())
