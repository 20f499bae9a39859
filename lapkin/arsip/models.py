"""Kept and sent: the archive with its classification, and every delivery with its receipt."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from lapkin.berkas.models import Berkas
from lapkin.organisasi.models import Instansi


class Klasifikasi(models.Model):
    """One code of the archive classification with its retention: dated, sourced data (JRA), never a constant.

    `aktif` and `inaktif` in years.
    """

    class Nasib(models.TextChoices):
        PERMANEN = "permanen", "Permanen"
        MUSNAH = "musnah", "Musnah"
        DINILAI = "dinilai", "Dinilai kembali"

    kode = models.CharField(max_length=40, unique=True)
    uraian = models.CharField(max_length=200)
    aktif = models.PositiveSmallIntegerField()
    inaktif = models.PositiveSmallIntegerField()
    nasib = models.CharField(max_length=10, choices=Nasib)
    sumber = models.CharField(max_length=300)

    class Meta:
        ordering = ["kode"]

    def __str__(self):
        return f"{self.kode} {self.uraian}"


class Arsip(models.Model):
    """One kept document: which frozen file, under which classification, in which place."""

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_arsip")
    berkas = models.ForeignKey(Berkas, models.PROTECT, related_name="daftar_arsip")
    judul = models.CharField(max_length=300)
    klasifikasi = models.ForeignKey(Klasifikasi, models.PROTECT, related_name="daftar_arsip")
    lokasi = models.CharField(max_length=200, help_text="Tempat naskah kertasnya: ruang, lemari, boks.")
    tahun = models.PositiveSmallIntegerField()
    objek = models.CharField(max_length=80, db_index=True)
    diarsipkan_pada = models.DateTimeField(default=timezone.now)
    pengarsip = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-diarsipkan_pada"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "berkas", "objek"],
                name="arsip_sekali",
                violation_error_message="Berkas ini sudah diarsipkan.",
            )
        ]

    def __str__(self):
        return self.judul

    @property
    def kunci(self) -> str:
        return f"arsip:{self.pk}"


class Pengiriman(models.Model):
    """One delivery of frozen files to one addressee, and the receipt that came back."""

    class Cara(models.TextChoices):
        LANGSUNG = "langsung", "Diantar langsung"
        POS = "pos", "Pos/kurir"
        SUREL = "surel", "Surel"
        APLIKASI = "aplikasi", "Melalui aplikasi"

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_pengiriman")
    tujuan = models.CharField(max_length=200)
    cara = models.CharField(max_length=10, choices=Cara, default=Cara.LANGSUNG)
    perihal = models.CharField(max_length=300)
    daftar_berkas = models.ManyToManyField(Berkas, related_name="daftar_pengiriman")
    objek = models.CharField(max_length=80, db_index=True)
    dikirim_pada = models.DateTimeField(default=timezone.now)
    pengirim = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    penerima = models.CharField(max_length=200, blank=True)
    diterima_pada = models.DateField(null=True, blank=True)
    tanda_terima = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-dikirim_pada"]
        constraints = [
            models.CheckConstraint(
                condition=Q(diterima_pada=None) | ~Q(penerima=""),
                name="pengiriman_diterima_bernama",
                violation_error_message="Tanda terima harus menyebut nama penerima.",
            )
        ]

    def __str__(self):
        return f"{self.perihal} kepada {self.tujuan}"

    @property
    def kunci(self) -> str:
        return f"pengiriman:{self.pk}"
