"""Reading an SOP's file for a command: whatever is wrong becomes one refusal with all its sentences."""

from collections.abc import Callable
from pathlib import Path

from django.core.management.base import CommandError

from lapkin.sop.sop import Sop, SopTidakSah


def baca_berkas(berkas: Path, pembaca: Callable[[str], Sop]) -> Sop:
    """The SOP in a TOML file, read by `baca` or `baca_draf`; raises CommandError."""
    try:
        return pembaca(berkas.read_text(encoding="utf-8-sig"))
    except OSError as salah:
        raise CommandError(f"{berkas}: berkas tidak dapat dibuka.") from salah
    except UnicodeDecodeError as salah:
        raise CommandError(f"{berkas}: berkas bukan teks UTF-8.") from salah
    except SopTidakSah as salah:
        raise CommandError("\n".join([f"{berkas}:", *salah.daftar_masalah])) from salah


def tulis_berkas(berkas: Path, isi: bytes) -> None:
    """Write what the command made; raises CommandError."""
    try:
        berkas.write_bytes(isi)
    except OSError as salah:
        raise CommandError(f"{berkas}: berkas tidak dapat ditulis.") from salah
