"""Who may change how an office reminds: its administrators, whatever page or command asks."""

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import instansi_dikelola


def pastikan_pengelola(pegawai, instansi):
    """Raises Ditolak for anyone who doesn't manage the office."""
    if not instansi_dikelola(pegawai).filter(pk=instansi.pk).exists():
        raise Ditolak(f"Tangga pengingat dan kotak keluar {instansi} hanya diatur pengelolanya.")
