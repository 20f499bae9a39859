"""The figures of an instansi, all year long and without any SOP.

Figures are kept as typed and read by `bahasa.angka`: nothing is lost between what a unit wrote and what is
computed (doc/keputusan/0006). Money is an integer of sen.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from lapkin.berkas.models import Berkas
from lapkin.organisasi.models import Instansi, UnitKerja


class Sasaran(models.Model):
    """A sasaran strategis of one instansi and year."""

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_sasaran")
    tahun = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField()
    nama = models.TextField()

    class Meta:
        ordering = ["tahun", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "urutan"],
                name="sasaran_satu_urutan",
                violation_error_message="Nomor urut sasaran ini sudah dipakai.",
            )
        ]

    def __str__(self):
        return self.nama


class Indikator(models.Model):
    """An indicator: what is measured, in which direction, by which formula, by whom and from which source."""

    class Arah(models.TextChoices):
        NAIK = "naik", "Makin tinggi makin baik"
        TURUN = "turun", "Makin rendah makin baik"

    class Rumus(models.TextChoices):
        BAWAAN = "", "Sesuai arah"
        NAIK = "naik", "Realisasi / target"
        TURUN = "turun", "(2 x target - realisasi) / target"
        TURUN_TERBALIK = "turun-terbalik", "Target / realisasi"
        TERCAPAI_100 = "tercapai-100", "100 bila target tercapai"
        PREDIKAT = "predikat", "Predikat (mis. WTP, BB)"

    class Batas(models.TextChoices):
        TANPA = "", "Tanpa batas"
        B100 = "100", "Paling tinggi 100"
        B110 = "110", "Paling tinggi 110"
        B120 = "120", "Paling tinggi 120"

    class Tingkat(models.TextChoices):
        SASARAN = "sasaran", "Sasaran"
        PROGRAM = "program", "Program"
        KEGIATAN = "kegiatan", "Kegiatan"
        SUB_KEGIATAN = "sub-kegiatan", "Sub kegiatan"

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_indikator")
    tahun = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField()
    tingkat = models.CharField(max_length=14, choices=Tingkat, default=Tingkat.SASARAN)
    induk = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="daftar_bawahan")
    sasaran = models.ForeignKey(
        Sasaran, models.PROTECT, null=True, blank=True, related_name="daftar_indikator"
    )
    anggaran = models.ForeignKey(
        "Anggaran", models.PROTECT, null=True, blank=True, related_name="daftar_indikator"
    )
    nama = models.TextField()
    satuan = models.CharField(max_length=60, blank=True)
    arah = models.CharField(max_length=5, choices=Arah, default=Arah.NAIK)
    rumus = models.CharField(max_length=16, choices=Rumus, blank=True, default=Rumus.BAWAAN)
    batas = models.CharField(max_length=3, choices=Batas, blank=True, default=Batas.TANPA)
    target_akhir = models.CharField("target akhir Renstra", max_length=80, blank=True)
    standar_nasional = models.CharField(max_length=80, blank=True)
    penanggung_jawab = models.ForeignKey(
        UnitKerja, models.PROTECT, null=True, blank=True, related_name="daftar_indikator"
    )
    sumber_data = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["tahun", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "urutan"],
                name="indikator_satu_urutan",
                violation_error_message="Nomor urut indikator ini sudah dipakai.",
            )
        ]

    def __str__(self):
        return self.nama


class PerjanjianKinerja(models.Model):
    """One version of the yearly agreement: 0 = murni, 1.. = perubahan; the report uses the last valid one."""

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_perjanjian")
    tahun = models.PositiveSmallIntegerField()
    versi = models.PositiveSmallIntegerField(default=0)
    tanggal = models.DateField(null=True, blank=True)
    alasan = models.CharField(max_length=300, blank=True)
    naskah = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["tahun", "versi"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "versi"],
                name="perjanjian_satu_versi",
                violation_error_message="Versi Perjanjian Kinerja ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(versi=0) | ~Q(alasan=""),
                name="perjanjian_perubahan_beralasan",
                violation_error_message="Perubahan Perjanjian Kinerja harus menyebut alasannya.",
            ),
        ]

    def __str__(self):
        return self.sebutan

    @property
    def sebutan(self) -> str:
        return f"PK {self.tahun}" + (f" perubahan {self.versi}" if self.versi else " murni")


class Target(models.Model):
    """The target of one indicator in one version of the agreement, as typed."""

    perjanjian = models.ForeignKey(PerjanjianKinerja, models.PROTECT, related_name="daftar_target")
    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="daftar_target")
    tertulis = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perjanjian", "indikator"],
                name="target_sekali",
                violation_error_message="Target indikator ini sudah ada pada versi PK ini.",
            )
        ]

    def __str__(self):
        return self.tertulis


class Realisasi(models.Model):
    """What was reached, as typed, per triwulan and for the year."""

    class Periode(models.TextChoices):
        TW1 = "TW1", "Triwulan I"
        TW2 = "TW2", "Triwulan II"
        TW3 = "TW3", "Triwulan III"
        TW4 = "TW4", "Triwulan IV"
        TAHUN = "TAHUN", "Setahun"

    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="daftar_realisasi")
    periode = models.CharField(max_length=5, choices=Periode)
    tertulis = models.CharField(max_length=80, blank=True)
    bukti = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")
    pengisi = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    diisi_pada = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "periode"],
                name="realisasi_sekali",
                violation_error_message="Realisasi periode ini sudah ada.",
            )
        ]

    def __str__(self):
        return f"{self.periode}: {self.tertulis}"


class RealisasiLalu(models.Model):
    """The realisasi of an earlier year, for the comparison over years (53/2014, analysis 2)."""

    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="daftar_realisasi_lalu")
    tahun = models.PositiveSmallIntegerField()
    tertulis = models.CharField(max_length=80)

    class Meta:
        ordering = ["tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "tahun"],
                name="realisasi_lalu_sekali",
                violation_error_message="Realisasi tahun ini sudah ada.",
            )
        ]

    def __str__(self):
        return f"{self.tahun}: {self.tertulis}"


class Anggaran(models.Model):
    """One budget line of the year; `pagu` and `realisasi` in sen; only leaves are added up."""

    class Tingkat(models.TextChoices):
        URUSAN = "urusan", "Urusan"
        BIDANG_URUSAN = "bidang-urusan", "Bidang urusan"
        PROGRAM = "program", "Program"
        KEGIATAN = "kegiatan", "Kegiatan"
        SUB_KEGIATAN = "sub-kegiatan", "Sub kegiatan"

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_anggaran")
    tahun = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField()
    tingkat = models.CharField(max_length=14, choices=Tingkat)
    induk = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="daftar_bawahan")
    kode = models.CharField(max_length=40, blank=True)
    nama = models.TextField(blank=True)
    pagu = models.BigIntegerField(help_text="Dalam sen.")
    realisasi = models.BigIntegerField(default=0, help_text="Dalam sen.")
    sasaran = models.ForeignKey(
        Sasaran, models.PROTECT, null=True, blank=True, related_name="daftar_anggaran"
    )
    penanggung_jawab = models.ForeignKey(
        UnitKerja, models.PROTECT, null=True, blank=True, related_name="daftar_anggaran"
    )

    class Meta:
        ordering = ["tahun", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "urutan"],
                name="anggaran_satu_urutan",
                violation_error_message="Nomor urut anggaran ini sudah dipakai.",
            ),
            models.CheckConstraint(
                condition=Q(pagu__gte=0) & Q(realisasi__gte=0),
                name="anggaran_tak_negatif",
                violation_error_message="Pagu dan realisasi tidak boleh negatif.",
            ),
            models.CheckConstraint(
                condition=~Q(induk=F("id")),
                name="anggaran_bukan_induk_sendiri",
                violation_error_message="Baris anggaran tidak dapat menjadi induk dirinya sendiri.",
            ),
        ]

    def __str__(self):
        return self.nama
