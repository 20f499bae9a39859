"""What the acts on figures share: who may do them, and their event."""

from lapkin.jejak.actions import catat as catat_peristiwa
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import sebutan_pegawai

from ..queries import mengelola


def pastikan_pengelola(pegawai, instansi, boleh_semua) -> None:
    """Targets, budget and structure are the administrator's, unless the caller vouches for the officer."""
    if not (boleh_semua or mengelola(pegawai, instansi)):
        raise Ditolak("Hanya pengelola instansi yang dapat mengubah data ini.")


def catat(instansi, pegawai, jenis, objek, uraian, *, sebagai="", rujukan="", **data) -> None:
    """The event of an act, in the chain of the instansi whose figures they are."""
    catat_peristiwa(
        rantai=instansi.kunci,
        pegawai=pegawai,
        sebagai=sebagai or sebutan_pegawai(pegawai),
        jenis=jenis,
        objek=objek,
        rujukan=rujukan,
        uraian=uraian,
        data=data,
    )
