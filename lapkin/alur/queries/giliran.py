"""Whose turn it is, and what an officer may see of cases and tasks; permission is the query."""

from django.db.models import Q

from lapkin.organisasi.queries import instansi_pegawai, kedudukan, pegawai_kantor
from lapkin.sop.bagan import MELEKAT_JABATAN

from ..models import Pelaksanaan, Tugas
from .sop import ikatan


def pelaksanaan_terlihat(pegawai):
    """The cases an officer may see: those of his own offices; never a case of another PD."""
    return Pelaksanaan.objects.filter(instansi__in=instansi_pegawai(pegawai)).select_related(
        "instansi", "sop", "revisi"
    )


def giliran(pegawai):
    """Syarat: the tasks whose turn is this officer's today.

    A task that was handed to somebody is his alone; work that signs is not a delegate's. langkah/meja.py says the
    same in SQL, `sebagai_giliran` of one task.
    """
    kini = kedudukan(pegawai)
    jabatan = Q(jabatan__in=list(kini.jabatan)) | Q(tim__in=list(kini.tim))
    limpahan = Q(jabatan__in=list(kini.limpahan)) & ~Q(jenis__in=MELEKAT_JABATAN)
    return Q(penerima=pegawai) | (Q(penerima=None) & (jabatan | limpahan))


def sebagai_giliran(pegawai, tugas) -> str:
    """As what the officer does a task today: "Plh. Sekretaris", "Sekretaris (atas pelimpahan)"; "" when not his."""
    if tugas.penerima_id:
        pos = tugas.jabatan or tugas.tim
        return f"{pos} (atas pengalihan)" if tugas.penerima_id == pegawai.pk and pegawai.is_active else ""
    return sebagai_pemegang(pegawai, tugas)


def sebagai_pemegang(pegawai, tugas) -> str:
    """Like `sebagai_giliran`, whomever the task was handed to."""
    kini = kedudukan(pegawai)
    if tugas.tim_id:
        return kini.tim.get(tugas.tim_id, "")
    if tugas.jabatan_id in kini.jabatan:
        return kini.jabatan[tugas.jabatan_id]
    return "" if tugas.jenis in MELEKAT_JABATAN else kini.limpahan.get(tugas.jabatan_id, "")


def sebagai_penanggung_jawab(pegawai, pelaksanaan) -> str:
    """As what the officer answers for this case's SOP today; "" when he does not. A delegate never does."""
    kini = kedudukan(pegawai)
    for baris in ikatan(pelaksanaan.sop_id, [pelaksanaan.dibaca().penanggung_jawab_berlaku]):
        sebagai = kini.jabatan.get(baris.jabatan_id) or kini.tim.get(baris.tim_id)
        if sebagai:
            return sebagai
    return ""


def penerima_tugas(tugas):
    """The officers to whom a task may be handed: the active ones of the task's own office."""
    return pegawai_kantor([tugas.instansi_id])


def tugas_saya(pegawai):
    """The open tasks whose turn is this officer's, the earliest due first."""
    return (
        Tugas.objects.terbuka()
        .filter(giliran(pegawai), pelaksanaan__status=Pelaksanaan.Status.BERJALAN)
        .select_related("pelaksanaan__revisi", "pelaksanaan__instansi", "jabatan", "tim", "unit", "instansi")
        .order_by("tenggat", "pk")
    )


def tugas_terlihat(pegawai):
    """The tasks an officer may look at: all of the cases he sees, and his own in other offices' cases."""
    kini = kedudukan(pegawai)
    return Tugas.objects.filter(
        Q(pelaksanaan__instansi__in=instansi_pegawai(pegawai))
        | Q(jabatan__in=[*kini.jabatan, *kini.limpahan])
        | Q(tim__in=list(kini.tim))
        | Q(penerima=pegawai)
    ).select_related(
        "pelaksanaan__revisi", "pelaksanaan__instansi", "jabatan", "tim", "unit", "instansi", "penerima"
    )
