"""Who may act on what belongs to an office, whatever page or command asks."""

from lapkin.jejak.ditolak import Ditolak

from ..queries import instansi_pegawai, mengelola


def pastikan_mengelola(pegawai, instansi) -> None:
    """Raises Ditolak unless the officer manages the instansi; the one refusal that all rooms use.

    An instansi of None (an account made by `createsuperuser` belongs to none) is managed by nobody.
    """
    if not mengelola(pegawai, instansi):
        milik = instansi or "instansinya"
        raise Ditolak(f"Hanya pengelola {milik} yang dapat melakukan ini. Mintalah bantuannya.")


def pastikan_pegawai(pegawai, instansi) -> None:
    """Raises Ditolak unless the officer works in the instansi, by home, post, team or delegation, or manages it."""
    if instansi.pk not in instansi_pegawai(pegawai):
        raise Ditolak(f"Anda bukan pegawai {instansi}.")
