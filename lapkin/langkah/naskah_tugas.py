"""The letter that a task makes: one of its step and kind in this case; a returned round redrafts it.

A letter is rendered (`rancang_naskah_tugas`) before the case is locked and stored (`simpan_naskah_tugas`) under it.
"""

from dataclasses import dataclass

from lapkin.jejak.ditolak import Ditolak
from lapkin.naskah import actions
from lapkin.naskah.bentuk.daftar import bentuk_naskah
from lapkin.naskah.models import Naskah
from lapkin.organisasi.models import Jabatan

from .pihak import pemaraf, penanda_tangan


@dataclass(frozen=True, slots=True, kw_only=True)
class RancanganTugas:
    """A letter rendered for a task, its signer, and the draft of an earlier round that it replaces."""

    rancangan: actions.Rancangan
    penanda_tangan: Jabatan
    konsep: Naskah | None


def bentuk_tugas(tugas) -> str:
    """The form of the letter that a task writes; a kind of paper that is no form of its own is a surat dinas."""
    try:
        return bentuk_naskah(tugas.naskah)
    except KeyError:
        return "surat"


def konsep_tugas(tugas, bentuk):
    """The unsigned letter of this step and kind, which a returned round takes up again; None without one."""
    return (
        Naskah.objects.filter(
            pelaksanaan=tugas.pelaksanaan_id,
            tugas__langkah=tugas.langkah,
            tugas__naskah=tugas.naskah,
            bentuk=bentuk,
            status=Naskah.Status.KONSEP,
            agenda=None,
        )
        .select_related("konsep", "penanda_tangan")
        .order_by("-pk")
        .first()
    )


def rancang_naskah_tugas(*, pegawai, tugas, bentuk, isi, hal, konsep=None) -> RancanganTugas:
    """Render a letter of a task; the SOP says who signs it and whose initials it needs.

    `konsep`: the draft that it will replace. Raises Ditolak when nobody signs, or a field is at fault.
    """
    penanda = penanda_tangan(tugas, pegawai)
    if penanda is None:
        raise Ditolak("Belum ada jabatan yang menandatangani naskah ini. Minta pengelola mengikat perannya.")
    if konsep:
        rancangan = actions.rancang_ubahan(pegawai=pegawai, naskah=konsep, isi=isi, hal=hal)
    else:
        rancangan = actions.rancang(
            pegawai=pegawai,
            instansi=tugas.pelaksanaan.instansi,
            bentuk=bentuk,
            isi=isi,
            hal=hal[:300],
            penanda_tangan=penanda,
            daftar_paraf=pemaraf(tugas),
        )
    return RancanganTugas(rancangan=rancangan, penanda_tangan=penanda, konsep=konsep)


def simpan_naskah_tugas(*, pegawai, tugas, rancangan) -> Naskah:
    """Store the rendered letter: in place of the earlier draft, or as a new one."""
    if rancangan.konsep:
        return actions.simpan_ubahan(pegawai=pegawai, naskah=rancangan.konsep, rancangan=rancangan.rancangan)
    return actions.simpan_naskah(
        pegawai=pegawai,
        rancangan=rancangan.rancangan,
        instansi=tugas.pelaksanaan.instansi,
        penanda_tangan=rancangan.penanda_tangan,
        pelaksanaan=tugas.pelaksanaan,
        tugas=tugas,
    )
