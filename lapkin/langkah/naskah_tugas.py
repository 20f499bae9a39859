"""The letter that a task makes: one of its step and kind in this case; a returned round redrafts it."""

from lapkin.jejak.ditolak import Ditolak
from lapkin.naskah.actions import buat_naskah, ubah_konsep
from lapkin.naskah.bentuk.daftar import bentuk_naskah
from lapkin.naskah.models import Naskah

from .pihak import pemaraf, penanda_tangan


def konsep_tugas(tugas, bentuk=""):
    """The unsigned letter of this step and kind that a returned round takes up again; None when there is none."""
    return (
        Naskah.objects.filter(
            pelaksanaan=tugas.pelaksanaan_id,
            tugas__langkah=tugas.langkah,
            tugas__naskah=tugas.naskah,
            bentuk=bentuk or bentuk_naskah(tugas.naskah),
            status=Naskah.Status.KONSEP,
            agenda=None,
        )
        .select_related("konsep")
        .order_by("-pk")
        .first()
    )


def naskah_baru(*, pegawai, tugas, bentuk, isi, hal):
    """A new letter of a task, its draft frozen; the SOP says who signs it and whose initials it needs."""
    penanda = penanda_tangan(tugas, pegawai)
    if penanda is None:
        raise Ditolak("Belum ada jabatan yang menandatangani naskah ini. Minta pengelola mengikat perannya.")
    return buat_naskah(
        pegawai=pegawai,
        instansi=tugas.pelaksanaan.instansi,
        bentuk=bentuk,
        isi=isi,
        hal=hal,
        penanda_tangan=penanda,
        pelaksanaan=tugas.pelaksanaan,
        tugas=tugas,
        daftar_paraf=pemaraf(tugas),
    )


def tulis_naskah(*, pegawai, tugas, isi, hal):
    """The letter of a task: the draft of an earlier round changed, or a new one."""
    if konsep := konsep_tugas(tugas):
        return ubah_konsep(pegawai=pegawai, naskah=konsep, isi=isi, hal=hal)
    return naskah_baru(pegawai=pegawai, tugas=tugas, bentuk=bentuk_naskah(tugas.naskah), isi=isi, hal=hal)
