"""Serves the application on this machine, with the demo accounts printed beside the address."""

import os
import socket
from contextlib import redirect_stdout
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from granian import Granian

from lapkin.organisasi.models import Pegawai
from lapkin.organisasi.queries import sebutan_pegawai

from .kantor import SANDI

ALAMAT = "127.0.0.1"
SUREL = "surel.txt"
UTAS = 4  # threads: a browser asks for a page and its parts at one time
KANTOR = "bappedalitbang"


def sajikan(port, keluaran: Path, cetak) -> None:
    """Serve until Ctrl-C, on the first free port from `port` on; reminders are sent once, their mails to a file."""
    port = port_bebas(port)
    # Known only now; the server's own process takes the one over, or reads the other.
    settings.ALAMAT = os.environ["LAPKIN_ALAMAT"] = f"http://localhost:{port}"
    _ingatkan(keluaran / SUREL, cetak)
    for baris in daftar_akun():
        cetak(baris)
    cetak(f"\nBuka  {settings.ALAMAT}/   (Ctrl-C untuk berhenti)")
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


def _ingatkan(berkas: Path, cetak):
    """What a timer does in an office. Without a mail server mails are printed: here into a file."""
    with berkas.open("w", encoding="utf-8") as surel, redirect_stdout(surel):
        call_command("ingatkan", stdout=surel)
    cetak(f"\nPengingat latihan yang terlambat sudah dibuat; surelnya tertulis di {berkas}.")
    cetak(f"Lihat Organisasi, Pengingat, Kotak keluar sebagai pengelola-{KANTOR}.")


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


def daftar_akun():
    """The accounts of the demo office; then of each other office with an SOP its first officer and its pengelola."""
    yield f"\nAkun demo (kata sandi semuanya: {SANDI})"
    for orang in Pegawai.objects.filter(instansi__kode=KANTOR).order_by("pk"):
        yield f"  {orang.username:<32} {orang.nama}, {sebutan_pegawai(orang)}"
    yield "Kantor lain, masing-masing dengan SOP-nya sendiri dan pengelolanya"
    lain = Pegawai.objects.filter(instansi__daftar_sop__isnull=False).exclude(instansi__kode=KANTOR)
    terlihat = set()
    for orang in lain.select_related("instansi").order_by("instansi", "pengelola", "pk"):
        if (orang.instansi_id, orang.pengelola) not in terlihat:
            terlihat.add((orang.instansi_id, orang.pengelola))
            yield f"  {orang.username:<32} {orang.nama}, {orang.instansi}"
