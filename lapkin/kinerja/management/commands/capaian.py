"""bin/lapkin capaian BERKAS.csv [-o KELUARAN]: compute capaian for a CSV, without a database."""

import os
import sys
from pathlib import Path

from lapkin.kinerja.berkas_csv import BerkasDitolak, olah
from lapkin.perintah import Perintah


class Command(Perintah):
    help = "Menghitung capaian setiap baris CSV (instansi, indikator, satuan, arah, target, realisasi)."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("berkas", metavar="BERKAS.csv", help='berkas CSV, atau "-" untuk masukan standar')
        parser.add_argument("-o", "--keluaran", default="-", help="berkas hasil; bawaannya keluaran standar")

    def handle(self, *args, berkas, keluaran, **options):
        try:
            hasil = olah(_baca(berkas))
            self._tulis(keluaran, hasil.isi)
        except BerkasDitolak as sebab:
            self.stderr.write(str(sebab))
            raise SystemExit(1) from None
        for pesan in hasil.daftar_pesan:
            self.stderr.write(pesan)

    def _tulis(self, keluaran: str, isi: bytes) -> None:
        if keluaran != "-":
            _simpan(Path(keluaran), isi)
        elif hasattr(self.stdout, "buffer"):
            _alirkan(self.stdout.buffer, isi)
        else:  # a caller inside Python gave a text stream
            self.stdout.write(isi.decode(), ending="")


def _baca(berkas: str) -> bytes:
    if berkas == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(berkas).read_bytes()
    except (OSError, ValueError) as salah:
        raise BerkasDitolak(f'Berkas "{berkas}" tidak dapat dibuka: {_sebab(salah)}.') from salah


def _simpan(keluaran: Path, isi: bytes) -> None:
    try:
        keluaran.write_bytes(isi)
    except (OSError, ValueError) as salah:
        raise BerkasDitolak(f'Hasil tidak dapat ditulis ke "{keluaran}": {_sebab(salah)}.') from salah


def _sebab(salah: Exception) -> str:
    if isinstance(salah, FileNotFoundError):
        return "tidak ditemukan"
    if isinstance(salah, IsADirectoryError):
        return "itu sebuah folder"
    if isinstance(salah, PermissionError):
        return "tidak diizinkan"
    return "alamat atau penyimpanannya bermasalah"


def _alirkan(aliran, isi: bytes) -> None:
    try:
        aliran.write(isi)
        aliran.flush()
    except BrokenPipeError:
        # The reader (head, less) has seen enough; Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), aliran.fileno())
