"""Reading kept files; what is read is checked against its hash."""

import hashlib

from django.core.files.storage import default_storage

from lapkin.jejak.ditolak import Ditolak

from .models import Berkas


def baca(berkas) -> bytes:
    """The bytes of a kept file; raises Ditolak when they are gone or are no longer what was frozen."""
    isi, kerusakan = _teliti(berkas)
    if kerusakan:
        raise Ditolak(f"Berkas rusak: {kerusakan}. Hubungi pengelola aplikasi.")
    return isi


def periksa(berkas) -> str:
    """What is wrong with a kept file, in Indonesian; empty when it is whole."""
    return _teliti(berkas)[1]


def daftar_kerusakan():
    """Every kept file with a fault: (Berkas, Indonesian reason), one after the other."""
    for berkas in Berkas.objects.order_by("pk").iterator():
        if kerusakan := periksa(berkas):
            yield berkas, kerusakan


def _teliti(berkas) -> tuple[bytes, str]:
    """The bytes as they lie in the store, and what is wrong with them."""
    try:
        with default_storage.open(berkas.isi.name) as f:
            isi = f.read()
    except FileNotFoundError:
        return b"", f"isi “{berkas.nama}” hilang dari tempat penyimpanan"
    if hashlib.sha256(isi).hexdigest() != berkas.sha256:
        return isi, f"isi “{berkas.nama}” tidak lagi sama dengan saat disimpan"
    return isi, ""
