"""The running cases that follow another revision of their SOP, and what would happen to each if it were moved."""

from django.db.models import prefetch_related_objects

from ..models import Pelaksanaan, Tugas
from ..pindah import Pindah, TugasKasus, rencanakan
from .sop import peran_terikat
from .tugas import output_sah


def kasus_tertinggal(sop, revisi):
    """The running cases of an SOP that follow another revision, in the order in which they are locked."""
    return (
        Pelaksanaan.objects.filter(sop=sop, status=Pelaksanaan.Status.BERJALAN)
        .exclude(revisi=revisi)
        .select_related("instansi", "sop", "revisi")
        .order_by("pk")
    )


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
