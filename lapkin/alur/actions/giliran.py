"""What an act asks first: the lock of the case, whose turn the task is, and the reason where one is due."""

from lapkin.jejak.actions import catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import kedudukan

from ..models import Pelaksanaan, Tugas
from ..queries import sebagai_giliran


def kunci(tugas) -> Pelaksanaan:
    """Lock the run of a task, make sure that it still runs, and read again what others may have changed before."""
    status, revisi = _kunci(tugas.pelaksanaan_id)
    if status != Pelaksanaan.Status.BERJALAN:
        raise Ditolak("Pekerjaan ini sudah selesai atau dibatalkan.")
    tugas.penerima_id = Tugas.objects.order_by().values_list("penerima", flat=True).get(pk=tugas.pk)
    tugas.pelaksanaan.baca_ulang(revisi)
    return tugas.pelaksanaan


def kunci_berjalan(pelaksanaan_pk) -> bool:
    """Lock a run, the first of all locks; does it still run?"""
    status, _ = _kunci(pelaksanaan_pk)
    return status == Pelaksanaan.Status.BERJALAN


def _kunci(pelaksanaan_pk) -> tuple[str, int]:
    """(status, key of the revision) of a run, read under its lock."""
    terkunci = Pelaksanaan.objects.select_for_update().order_by().values_list("status", "revisi")
    return terkunci.get(pk=pelaksanaan_pk)


def pastikan_giliran(pegawai, tugas) -> str:
    """The post in which the officer does this task today; raises Ditolak when it is not his turn (any more)."""
    if sebagai := sebagai_giliran(pegawai, tugas):
        return sebagai
    raise Ditolak(_bukan_giliran(pegawai, tugas))


def _bukan_giliran(pegawai, tugas) -> str:
    if tugas.penerima_id:
        return f"Tugas ini sudah dialihkan kepada {tugas.penerima}; hanya ia yang mengerjakannya."
    if tugas.tim_id:
        return f"Tugas ini milik {tugas.tim}; Anda bukan anggotanya."
    if tugas.jabatan_id in kedudukan(pegawai).limpahan:
        return (
            f"Pelimpahan pekerjaan {tugas.jabatan} bukan kewenangan membubuhkan paraf atau tanda tangan. "
            f"Minta pengelola menunjuk Plh. {tugas.jabatan} bila pejabatnya berhalangan."
        )
    return f"Tugas ini milik {tugas.jabatan}; hari ini Anda tidak memegang jabatan itu."


def pastikan_terbuka(tugas) -> None:
    """Make sure, under the lock of the case, that a task is still to be done; raises Ditolak."""
    if not Tugas.objects.terbuka().filter(pk=tugas.pk).exists():
        raise Ditolak("Tugas ini sudah ditutup.")


def beralasan(alasan, kalimat) -> str:
    """The reason of an act without blanks around it; raises Ditolak with the sentence when there is none."""
    if not alasan.strip():
        raise Ditolak(kalimat)
    return alasan.strip()


def catat_pelaksanaan(pelaksanaan, pegawai, jenis, uraian, *, tugas=None, sebagai="", dibuka=(), **data):
    """The event of an act on a run, with the tasks that the act opened."""
    catat(
        rantai=pelaksanaan.instansi.kunci,
        pegawai=pegawai,
        sebagai=sebagai,
        jenis=jenis,
        objek=pelaksanaan.kunci,
        rujukan=tugas.kunci if tugas else "",
        uraian=uraian,
        data={
            **data,
            "dibuka": [
                {
                    "langkah": t.langkah,
                    "putaran": t.putaran,
                    "tahap": t.tahap,
                    "oleh": str(t.jabatan or t.tim),
                }
                for t in dibuka
            ],
        },
    )
