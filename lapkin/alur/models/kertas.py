"""The papers of a task: what it needs, and what it brings forth."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from lapkin.berkas.models import Berkas
from lapkin.organisasi.models import Pegawai

from .pelaksanaan import Pelaksanaan, Tugas


class Kelengkapan(models.Model):
    """One required input of a task: the file that fulfils it, or the stated reason why it is missing."""

    tugas = models.ForeignKey(Tugas, models.PROTECT, related_name="daftar_kelengkapan")
    nama = models.CharField(max_length=300)
    berkas = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")
    alasan = models.CharField(max_length=500, blank=True)
    diisi_oleh = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    diisi_pada = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tugas", "nama"],
                name="kelengkapan_sekali",
                violation_error_message="Kelengkapan ini sudah diisi.",
            ),
            models.CheckConstraint(
                condition=Q(berkas__isnull=False, alasan="") | (Q(berkas=None) & ~Q(alasan="")),
                name="kelengkapan_berkas_atau_alasan",
                violation_error_message="Kelengkapan diisi berkas atau alasan mengapa tidak ada.",
            ),
        ]

    def __str__(self):
        return self.nama


class Output(models.Model):
    """One paper that a task has brought forth, under the name the SOP prints for it.

    A later row of the same name and round is a further form of the same paper (the signed scan, the numbered copy).
    """

    pelaksanaan = models.ForeignKey(Pelaksanaan, models.PROTECT, related_name="daftar_output")
    tugas = models.ForeignKey(Tugas, models.PROTECT, related_name="daftar_output")
    langkah = models.CharField(max_length=60)
    putaran = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=300)
    berkas = models.ForeignKey(Berkas, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["pelaksanaan", "langkah", "putaran"])]

    def __str__(self):
        return self.nama
