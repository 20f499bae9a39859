"""What happened: append-only events, hash-chained per instansi, and the notices made from them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from lapkin.hanya_tambah import HanyaTambah

from .rantai import AWAL


class KepalaRantai(models.Model):
    """The head of one instansi's chain; locking this row puts the instansi's events in one order."""

    rantai = models.CharField(max_length=80, unique=True)
    urut = models.PositiveBigIntegerField(default=0)
    sidik = models.CharField(max_length=64, default=AWAL)

    def __str__(self):
        return f"{self.rantai} #{self.urut}"


class Peristiwa(HanyaTambah):
    """One act of one officer (peristiwa): who, as what, when, on what, with which data."""

    rantai = models.CharField(max_length=80)
    urut = models.PositiveBigIntegerField()
    waktu = models.DateTimeField(default=timezone.now)
    pegawai = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sebagai = models.CharField(max_length=200, blank=True)
    jenis = models.CharField(max_length=60)
    objek = models.CharField(max_length=80, db_index=True)
    rujukan = models.CharField(max_length=80, blank=True)
    uraian = models.TextField()
    data = models.JSONField(default=dict)
    permintaan = models.CharField(max_length=36, blank=True)
    sidik_sebelum = models.CharField(max_length=64)
    sidik = models.CharField(max_length=64)

    class Meta(HanyaTambah.Meta):
        ordering = ["rantai", "urut"]
        constraints = [
            models.UniqueConstraint(
                fields=["rantai", "urut"],
                name="peristiwa_satu_urutan",
                violation_error_message="Nomor urut peristiwa ini sudah ada.",
            )
        ]

    def __str__(self):
        return f"{self.rantai} #{self.urut} {self.jenis}"


class Pemberitahuan(models.Model):
    """A notice to one officer, written in the same transaction as the act that causes it."""

    penerima = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="daftar_pemberitahuan"
    )
    teks = models.TextField()
    tautan = models.CharField(max_length=200, blank=True)
    dibuat_pada = models.DateTimeField(default=timezone.now)
    dibaca_pada = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-dibuat_pada", "-pk"]
        indexes = [models.Index(fields=["penerima", "dibaca_pada"])]

    def __str__(self):
        return self.teks
