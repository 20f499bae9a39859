"""Serves the application on this machine, with the demo accounts printed beside the address."""

import socket

from django.db import connections
from granian import Granian

from lapkin.organisasi.models import Pegawai
from lapkin.organisasi.queries import sebutan_pegawai

from .kantor import SANDI

ALAMAT = "127.0.0.1"
UTAS = 4  # threads: a browser asks for a page and its parts at one time
KANTOR = "bappedalitbang"


def sajikan(port, cetak) -> None:
    """Serve until Ctrl-C, on the first free port from `port` on."""
    port = port_bebas(port)
    for baris in _daftar_akun():
        cetak(baris)
    cetak(f"\nBuka  http://localhost:{port}/   (Ctrl-C untuk berhenti)")
    connections.close_all()
    Granian(
        "lapkin.wsgi:application",
        address=ALAMAT,
        port=port,
        interface="wsgi",
        blocking_threads=UTAS,
        log_enabled=False,
    ).serve()
    cetak("\nDemo berhenti. Datanya dibuang; jalankan bin/demo untuk memulai lagi dari awal.")


def port_bebas(port: int) -> int:
    """The first port from `port` on that nobody listens on."""
    for calon in range(port, port + 100):
        with socket.socket() as soket:
            soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                soket.bind((ALAMAT, calon))
            except OSError:
                continue
            return calon
    raise RuntimeError(f"Tidak ada port bebas antara {port} dan {port + 99}.")


def _daftar_akun():
    """The accounts of the demo office, then one each of the other offices."""
    yield f"\nAkun demo (kata sandi semuanya: {SANDI})"
    for orang in Pegawai.objects.filter(instansi__kode=KANTOR).order_by("pk"):
        yield f"  {orang.username:<28} {orang.nama}, {sebutan_pegawai(orang)}"
    yield "Kantor lain, masing-masing dengan SOP-nya sendiri"
    lain = Pegawai.objects.filter(instansi__daftar_sop__isnull=False, pengelola=False)
    terlihat = set()
    for orang in lain.exclude(instansi__kode=KANTOR).select_related("instansi").order_by("pk"):
        if orang.instansi_id not in terlihat:
            terlihat.add(orang.instansi_id)
            yield f"  {orang.username:<28} {orang.nama}, {orang.instansi}"
