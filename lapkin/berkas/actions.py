"""Keeping files: bytes are frozen under their SHA-256, written whole before their row exists."""

import hashlib
import os
import tempfile
from collections.abc import Collection
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from lapkin.jejak.ditolak import Ditolak

from .kenali import MEDIA, BerkasTakLayak, nama_aman, periksa
from .models import Berkas, tempat


def bekukan(*, isi: bytes, nama: str, jenis: str) -> Berkas:
    """Freeze bytes under a name; the same content and name give the same row.

    `jenis`: a short kind ("pdf", "docx", see kenali.MEDIA) or a media type. The bytes are on the disk before
    the row; a rolled back act leaves at most bytes without a row, which harm nothing.
    """
    sidik = hashlib.sha256(isi).hexdigest()
    berkas = Berkas(sha256=sidik, nama=nama_aman(nama), jenis=MEDIA.get(jenis, jenis), ukuran=len(isi))
    berkas.isi = tempat(berkas, berkas.nama)
    _tulis(berkas.isi.name, isi)
    # ON CONFLICT DO NOTHING: two officers freezing the same file at one moment both get the one row.
    Berkas.objects.bulk_create([berkas], ignore_conflicts=True)
    return Berkas.objects.get(sha256=sidik, nama=berkas.nama)


def terima_unggahan(*, unggahan, boleh: Collection[str]) -> Berkas:
    """Freeze an uploaded file whose content is one of the kinds `boleh`; raises Ditolak with the reason."""
    isi, jenis = periksa_unggahan(unggahan=unggahan, boleh=boleh)
    return bekukan(isi=isi, nama=nama_aman(unggahan.name, jenis), jenis=jenis)


def periksa_unggahan(*, unggahan, boleh: Collection[str]) -> tuple[bytes, str]:
    """The bytes and the kind of an uploaded file, nothing stored; raises Ditolak with the reason."""
    if unggahan is None:
        raise Ditolak("Pilih berkas yang akan diunggah.")
    if unggahan.size > settings.BATAS_UNGGAH:
        batas = settings.BATAS_UNGGAH // (1024 * 1024)
        raise Ditolak(f"Berkas terlalu besar. Batasnya {batas} MB.")
    isi = unggahan.read()
    try:
        return isi, periksa(isi, boleh)
    except BerkasTakLayak as salah:
        raise Ditolak(str(salah)) from salah


def _tulis(nama: str, isi: bytes) -> None:
    """Put the bytes in their place in one step: a crash never leaves half a file under a good name."""
    if default_storage.exists(nama) and default_storage.size(nama) == len(isi):
        return
    try:
        tujuan = Path(default_storage.path(nama))
    except NotImplementedError:  # an object store writes whole objects by itself
        default_storage.save(nama, ContentFile(isi))
        return
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=tujuan.parent, delete=False) as sementara:
        sementara.write(isi)
        sementara.flush()
        os.fsync(sementara.fileno())
    os.chmod(sementara.name, settings.FILE_UPLOAD_PERMISSIONS)
    os.replace(sementara.name, tujuan)
