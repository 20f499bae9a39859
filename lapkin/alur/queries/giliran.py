"""Whose turn it is, and what an officer may see of cases and tasks; permission is the query.

`kini` is the officer's Kedudukan, where a page has asked for it already.
"""

from django.db.models import Q

from lapkin.organisasi.queries import instansi_pegawai, kedudukan, pegawai_kantor
from lapkin.sop.bagan import MELEKAT_JABATAN, Langkah

from ..models import Pelaksanaan, Tugas
from .sop import sebagai_penanggung_jawab_sop
from .tugas import langkah_tugas


def pelaksanaan_terlihat(pegawai, kini=None):
    """The cases an officer may see, with the steps added to them: those of his own offices; never another PD's."""
    return (
        Pelaksanaan.objects.filter(instansi__in=instansi_pegawai(pegawai, kini))
        .select_related("instansi", "sop__instansi", "revisi")
        .prefetch_related("daftar_langkah_tambahan")
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


def sebagai_giliran(pegawai, tugas, kini=None) -> str:
    """As what the officer does a task today: "Plh. Sekretaris", "Sekretaris (atas pelimpahan)"; "" when not his."""
    if tugas.penerima_id:
        pos = tugas.jabatan or tugas.tim
        return f"{pos} (atas pengalihan)" if tugas.penerima_id == pegawai.pk and pegawai.is_active else ""
    return sebagai_pemegang(pegawai, tugas, kini)


def sebagai_pemegang(pegawai, tugas, kini=None) -> str:
    """Like `sebagai_giliran`, whomever the task was handed to."""
    kini = kini or kedudukan(pegawai)
    if tugas.tim_id:
        return kini.tim.get(tugas.tim_id, "")
    if tugas.jabatan_id in kini.jabatan:
        return kini.jabatan[tugas.jabatan_id]
    return "" if tugas.jenis in MELEKAT_JABATAN else kini.limpahan.get(tugas.jabatan_id, "")


def sebagai_penanggung_jawab(pegawai, pelaksanaan, kini=None) -> str:
    """As what the officer answers for this case's SOP today; "" when he does not. A delegate never does."""
    return sebagai_penanggung_jawab_sop(pegawai, pelaksanaan.sop_id, pelaksanaan.dibaca(), kini)


def penerima_tugas(tugas):
    """The officers to whom a task may be handed: the active ones of the task's own office."""
    return pegawai_kantor([tugas.instansi_id])


def tujuan_kembali(tugas) -> list[Langkah]:
    """Where this task may send the work back: the steps the SOP allows, and its own step's first maker."""
    langkah = langkah_tugas(tugas)
    daftar = list(tugas.pelaksanaan.dibaca().pengembalian(tugas.langkah))
    pertama = langkah.tahapan()[0]
    if tugas.tahap > pertama.nomor and tugas.peran not in pertama.daftar_peran:
        daftar.insert(0, langkah)
    return [] if tugas.penghimpun or tugas.per_unit else daftar


def tugas_saya(pegawai):
    """The open tasks whose turn is this officer's, the earliest due first."""
    return (
        Tugas.objects.terbuka()
        .filter(giliran(pegawai), pelaksanaan__status=Pelaksanaan.Status.BERJALAN)
        .select_related("pelaksanaan__revisi", "pelaksanaan__instansi", "jabatan", "tim", "unit", "instansi")
        .order_by("tenggat", "pk")
    )


def tugas_terlihat(pegawai, kini=None):
    """The tasks an officer may look at: all of the cases he sees, and his own in other offices' cases."""
    kini = kini or kedudukan(pegawai)
    return Tugas.objects.filter(
        Q(pelaksanaan__instansi__in=instansi_pegawai(pegawai, kini))
        | Q(jabatan__in=[*kini.jabatan, *kini.limpahan])
        | Q(tim__in=list(kini.tim))
        | Q(penerima=pegawai)
    ).select_related(
        *("pelaksanaan__revisi", "pelaksanaan__instansi", "pelaksanaan__sop__instansi"),
        *("jabatan", "tim", "unit", "instansi", "penerima"),
    )
