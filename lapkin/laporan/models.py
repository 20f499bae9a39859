"""The LKjIP: its versions, the narrative people write, and the points of correction."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from lapkin.alur.models import Pelaksanaan, Tugas
from lapkin.berkas.models import Berkas
from lapkin.hanya_tambah import HanyaTambah
from lapkin.organisasi.models import Instansi, Pegawai, UnitKerja


class Laporan(models.Model):
    """One performance report of one instansi and year; `sebutan` is its title word (LKjIP, LAKIP, LKj)."""

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_laporan")
    tahun = models.PositiveSmallIntegerField()
    sebutan = models.CharField(max_length=20, default="LKjIP")
    pelaksanaan = models.OneToOneField(
        Pelaksanaan, models.PROTECT, null=True, blank=True, related_name="laporan"
    )
    dibuat_pada = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-tahun", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "sebutan"],
                condition=Q(pelaksanaan=None),
                name="laporan_bebas_sekali",
                violation_error_message="Laporan tahun ini sudah dimulai.",
            )
        ]

    def __str__(self):
        return f"{self.sebutan} {self.instansi} {self.tahun}"

    @property
    def kunci(self) -> str:
        return f"laporan:{self.pk}"


class VersiLaporan(HanyaTambah):
    """Version n of the report, immutable: the block tree, the figures used, and both files."""

    laporan = models.ForeignKey(Laporan, models.PROTECT, related_name="daftar_versi")
    nomor = models.PositiveSmallIntegerField()
    dokumen = models.TextField(help_text="Pohon blok sebagai JSON.")
    angka = models.JSONField(help_text="Angka dan jejak hitungan yang dipakai.")
    pdf = models.ForeignKey(Berkas, models.PROTECT, related_name="+")
    docx = models.ForeignKey(Berkas, models.PROTECT, related_name="+")
    halaman = models.PositiveSmallIntegerField()
    pembuat = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    tugas = models.ForeignKey(Tugas, models.PROTECT, null=True, related_name="daftar_versi")
    dibuat_pada = models.DateTimeField(default=timezone.now)

    class Meta(HanyaTambah.Meta):
        ordering = ["laporan", "nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["laporan", "nomor"],
                name="versi_satu_nomor",
                violation_error_message="Versi laporan ini sudah ada.",
            )
        ]

    def __str__(self):
        return f"versi {self.nomor}"


class Narasi(models.Model):
    """Text that people write for one slot (`bagian`, see kerangka.py); rebuilding never touches it.

    A row with a unit is what that unit brought (SOP 004); the row without one is the text of the report.
    """

    laporan = models.ForeignKey(Laporan, models.PROTECT, related_name="daftar_narasi")
    bagian = models.CharField(max_length=80)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="+")
    teks = models.TextField()
    penulis = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    diubah_pada = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["bagian", "unit"]
        constraints = [
            models.UniqueConstraint(
                fields=["laporan", "bagian"],
                condition=Q(unit=None),
                name="narasi_sekali",
                violation_error_message="Narasi bagian ini sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["laporan", "bagian", "unit"],
                condition=Q(unit__isnull=False),
                name="narasi_sekali_per_unit",
                violation_error_message="Narasi unit ini sudah ada.",
            ),
        ]

    def __str__(self):
        return self.bagian


class PoinKoreksi(models.Model):
    """One point to correct, raised on a version and closed by the version that answers it."""

    laporan = models.ForeignKey(Laporan, models.PROTECT, related_name="daftar_poin")
    versi = models.ForeignKey(VersiLaporan, models.PROTECT, related_name="daftar_poin")
    bagian = models.CharField(max_length=80, blank=True)
    isi = models.TextField()
    pembuat = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now)
    jawaban = models.TextField(blank=True)
    ditutup_oleh = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="+")
    ditutup_pada = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ditutup_pada=None, ditutup_oleh=None)
                | Q(ditutup_pada__isnull=False, ditutup_oleh__isnull=False),
                name="poin_tertutup_berpelaku",
            )
        ]

    def __str__(self):
        return self.isi
