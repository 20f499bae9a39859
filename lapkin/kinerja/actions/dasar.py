"""Who may change what an office has promised."""

from lapkin.jejak.ditolak import Ditolak

from ..queries import mengelola


def pastikan_pengelola(pegawai, instansi, boleh_semua=False) -> None:
    """Targets, budget and structure are the administrator's, unless the caller vouches for the officer."""
    if not (boleh_semua or mengelola(pegawai, instansi)):
        raise Ditolak("Hanya pengelola instansi yang dapat mengubah data ini.")
