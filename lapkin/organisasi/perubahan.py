"""What an act changed in a row, as JSON values for its event."""

from datetime import date


def perubahan(lama: dict, baru: dict) -> dict:
    """{field: [before, after]} of the fields whose value differs."""
    return {nama: [_polos(lama[nama]), _polos(nilai)] for nama, nilai in baru.items() if lama[nama] != nilai}


def _polos(nilai):
    if nilai is None or isinstance(nilai, bool | int | str | list | dict):
        return nilai
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)
