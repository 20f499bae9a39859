"""Who may change what belongs to an office: its administrators, whatever page or command asks."""

from lapkin.jejak.ditolak import Ditolak

from ..queries import mengelola


def pastikan_mengelola(pegawai, instansi) -> None:
    """Raises Ditolak unless the officer manages the instansi; the one refusal that all rooms use.

    An instansi of None (an account made by `createsuperuser` belongs to none) is managed by nobody.
    """
    if not mengelola(pegawai, instansi):
        milik = instansi or "instansinya"
        raise Ditolak(f"Hanya pengelola {milik} yang dapat melakukan ini. Mintalah bantuannya.")
