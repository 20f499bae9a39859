"""Kept files: bytes by their SHA-256, immutable, with no link to people."""

from django.db import models
from django.utils import timezone

from lapkin.hanya_tambah import HanyaTambah


def tempat(berkas, _nama):
    """Where the bytes lie: by content, so that the same content is stored once."""
    return f"{berkas.sha256[:2]}/{berkas.sha256}"


class Berkas(HanyaTambah):
    """One frozen file (berkas): a name and the SHA-256 (hex) of its bytes; `ukuran` in bytes."""

    sha256 = models.CharField(max_length=64, db_index=True)
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=120)
    ukuran = models.PositiveBigIntegerField()
    dibuat_pada = models.DateTimeField(default=timezone.now)
    isi = models.FileField(upload_to=tempat, max_length=200)

    class Meta(HanyaTambah.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["sha256", "nama"],
                name="berkas_satu_isi_satu_nama",
                violation_error_message="Berkas dengan isi dan nama yang sama sudah tersimpan.",
            )
        ]

    def __str__(self):
        return self.nama
