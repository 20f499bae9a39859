"""What must hold before a letter is made or changed; each raises Ditolak with the sentence that is shown."""

from lapkin.jejak.ditolak import Ditolak

from .bentuk.daftar import BENTUK
from .bentuk.periksa import IsianSalah, bersihkan

PANJANG_HAL = 300


def isi_bersih(bentuk: str, isi: dict) -> dict:
    """The fields of a form in their stored shape."""
    if bentuk not in BENTUK:
        raise Ditolak("Bentuk naskah ini tidak dikenal.")
    try:
        return bersihkan(BENTUK[bentuk], isi)
    except IsianSalah as salah:
        raise Ditolak(str(salah)) from salah


def hal_bersih(hal: str) -> str:
    """The subject on one line."""
    hal = " ".join(hal.split())
    if not 0 < len(hal) <= PANJANG_HAL:
        raise Ditolak(f"Hal wajib diisi, paling panjang {PANJANG_HAL} huruf.")
    return hal


def masih_konsep(naskah) -> None:
    """A signed letter stays as it is."""
    if naskah.status != naskah.Status.KONSEP:
        raise Ditolak("Naskah ini sudah ditandatangani dan tidak dapat diubah lagi.")
