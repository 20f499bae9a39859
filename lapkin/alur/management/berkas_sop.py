"""Reading an SOP's file for a command: whatever is wrong becomes one refusal with all its sentences."""

import sys
from collections.abc import Callable
from pathlib import Path

from django.core.management.base import CommandError

from lapkin.sop.batas_isian import BATAS_BITA
from lapkin.sop.sop import Sop, SopTidakSah


class BerkasTakTerbaca(ValueError):
    """The file is no text of a size that an SOP may have; the sentence is for the user."""


def baca_teks(berkas: str | Path) -> str:
    """The text of a file, "-" being what is piped in; raises BerkasTakTerbaca."""
    isi = _bita(str(berkas))
    if len(isi) > BATAS_BITA:
        batas = BATAS_BITA // 1024**2
        raise BerkasTakTerbaca(f"Berkas {berkas} terlalu besar untuk sebuah SOP (lebih dari {batas} MB).")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError as salah:
        pesan = f"Berkas {berkas} bukan teks UTF-8; simpan sebagai TOML dalam UTF-8."
        raise BerkasTakTerbaca(pesan) from salah


def _bita(berkas: str) -> bytes:
    """One byte more than allowed at most; a name with a NUL in it is a ValueError."""
    if berkas == "-":
        return sys.stdin.buffer.read(BATAS_BITA + 1)
    try:
        with Path(berkas).open("rb") as terbuka:
            return terbuka.read(BATAS_BITA + 1)
    except (OSError, ValueError) as salah:
        raise BerkasTakTerbaca(f"Berkas {berkas} tidak dapat dibuka; periksa letak dan namanya.") from salah


def baca_berkas(berkas: str | Path, pembaca: Callable[[str], Sop]) -> Sop:
    """The SOP in a TOML file, read by `baca` or `baca_masukan`; raises CommandError with all its faults."""
    try:
        return pembaca(baca_teks(berkas))
    except BerkasTakTerbaca as salah:
        raise CommandError(str(salah)) from salah
    except SopTidakSah as salah:
        raise CommandError("\n".join([f"{berkas}:", *map(tercetak, salah.daftar_masalah)])) from salah


def tercetak(teks: str) -> str:
    """A text in one line, without signs that would steer a terminal."""
    return "".join(huruf if huruf.isprintable() else " " for huruf in teks)


def tulis_berkas(berkas: Path, isi: bytes) -> None:
    """Write what the command made; raises CommandError."""
    try:
        berkas.write_bytes(isi)
    except OSError as salah:
        raise CommandError(f"{berkas}: berkas tidak dapat ditulis.") from salah
