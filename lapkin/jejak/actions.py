"""Writing history: one event per act, in the act's own transaction."""

from django.utils import timezone

from lapkin.permintaan import nomor_permintaan_ini

from .models import KepalaRantai, Pemberitahuan, Peristiwa
from .rantai import sidik


def catat(*, rantai, pegawai, jenis, objek, uraian, sebagai="", rujukan="", data=None):
    """Add one Peristiwa at the end of the chain; must run inside a transaction.

    Locks the head of the chain, the last of the three locks (architecture rule 10).
    """
    kepala, _ = KepalaRantai.objects.select_for_update().get_or_create(rantai=rantai)
    peristiwa = Peristiwa(
        rantai=rantai,
        urut=kepala.urut + 1,
        waktu=timezone.now(),
        pegawai=pegawai,
        sebagai=sebagai[:200],
        jenis=jenis,
        objek=objek,
        rujukan=rujukan,
        uraian=uraian,
        data=data or {},
        permintaan=nomor_permintaan_ini(),
        sidik_sebelum=kepala.sidik,
    )
    peristiwa.sidik = sidik(isi_peristiwa(peristiwa), kepala.sidik)
    peristiwa.save(force_insert=True)
    KepalaRantai.objects.filter(pk=kepala.pk).update(urut=peristiwa.urut, sidik=peristiwa.sidik)
    return peristiwa


def isi_peristiwa(peristiwa) -> dict:
    """What the hash of an event covers: everything in the row but the hashes and the database's own id."""
    return {
        "rantai": peristiwa.rantai,
        "urut": peristiwa.urut,
        "waktu": peristiwa.waktu.astimezone(timezone.get_default_timezone()).isoformat(),
        "pegawai": peristiwa.pegawai_id,
        "sebagai": peristiwa.sebagai,
        "jenis": peristiwa.jenis,
        "objek": peristiwa.objek,
        "rujukan": peristiwa.rujukan,
        "uraian": peristiwa.uraian,
        "data": peristiwa.data,
        "permintaan": peristiwa.permintaan,
    }


def beri_tahu(daftar):
    """Write notices, each (officer, text, address), in the transaction of the act that causes them."""
    Pemberitahuan.objects.bulk_create(
        Pemberitahuan(penerima=pegawai, teks=teks, tautan=tautan) for pegawai, teks, tautan in daftar
    )


def tandai_dibaca(*, pegawai):
    """Mark all notices of an officer as read."""
    Pemberitahuan.objects.filter(penerima=pegawai, dibaca_pada=None).update(dibaca_pada=timezone.now())
