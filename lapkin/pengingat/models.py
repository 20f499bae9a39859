"""An office's own rungs of the ladder, every reminder that was made, and the addresses of personal calendars."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from lapkin.alur.models import Sop, Tugas
from lapkin.organisasi.models import Instansi, Pegawai

from .tangga import NAMA_KEPADA, NAMA_SALURAN, NAMA_SATUAN, Anak, Kepada, Satuan

# How far from the due moment a rung may stand, in its own unit.
SELISIH_TERJAUH = 60


def _pilihan(nama: dict) -> list[tuple[str, str]]:
    """Choices of a column as plain text, which migrations keep."""
    return [(nilai.value, kata) for nilai, kata in nama.items()]


class AnakTangga(models.Model):
    """A rung that one office changed or added; one with the kode of a shipped rung stands in its place."""

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_anak_tangga")
    kode = models.SlugField(max_length=40)
    selisih = models.SmallIntegerField(
        "jarak dari tenggat",
        validators=[
            MinValueValidator(-SELISIH_TERJAUH, f"Paling jauh {SELISIH_TERJAUH} sebelum tenggat."),
            MaxValueValidator(SELISIH_TERJAUH, f"Paling jauh {SELISIH_TERJAUH} sesudah tenggat."),
        ],
    )
    satuan = models.CharField(max_length=4, choices=_pilihan(NAMA_SATUAN), default=Satuan.HARI.value)
    saluran = models.CharField(max_length=10, choices=_pilihan(NAMA_SALURAN))
    kepada = models.CharField(max_length=10, choices=_pilihan(NAMA_KEPADA), default=Kepada.PELAKSANA.value)
    teks = models.TextField(max_length=2000)
    aktif = models.BooleanField(default=True)

    class Meta:
        ordering = ["instansi", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "kode"],
                name="anak_tangga_satu_kode",
                violation_error_message="Anak tangga dengan kode ini sudah ada di instansi ini.",
            ),
            models.CheckConstraint(
                condition=~Q(teks=""),
                name="anak_tangga_berteks",
                violation_error_message="Tuliskan teks pengingatnya.",
            ),
        ]

    def __str__(self):
        return self.sebagai_nilai().kapan

    def sebagai_nilai(self) -> Anak:
        """The rung as a value, as the pure files count with it."""
        return Anak(
            kode=self.kode,
            selisih=self.selisih,
            satuan=self.satuan,
            saluran=self.saluran,
            kepada=self.kepada,
            teks=self.teks,
            aktif=self.aktif,
        )


class Pengingat(models.Model):
    """One reminder to one officer: about a task, or about an SOP whose review is due.

    `anak` is the kode of the rung; "" for one that a colleague (`pengirim`) sent. A timer's reminder exists once
    for each due moment: the database refuses the second, whoever makes it. One that was called off doesn't count.
    """

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", "Menunggu dikirim"
        SEDANG = "sedang", "Sedang dikirim"
        TERKIRIM = "terkirim", "Terkirim"
        GAGAL = "gagal", "Gagal"
        SIAP = "siap", "Siap dikirim lewat WhatsApp"
        BATAL = "batal", "Tidak diperlukan lagi"

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_pengingat")
    tugas = models.ForeignKey(Tugas, models.PROTECT, null=True, related_name="daftar_pengingat")
    sop = models.ForeignKey(Sop, models.PROTECT, null=True, related_name="daftar_pengingat")
    anak = models.CharField(max_length=40, blank=True)
    saluran = models.CharField(max_length=10, choices=_pilihan(NAMA_SALURAN))
    penerima = models.ForeignKey(Pegawai, models.PROTECT, related_name="daftar_pengingat")
    tenggat = models.DateTimeField()
    judul = models.CharField(max_length=400)
    teks = models.TextField()
    tautan = models.CharField(max_length=200, help_text="Halaman yang dituju penerimanya.")
    status = models.CharField(max_length=8, choices=Status)
    jalan = models.UUIDField(null=True, help_text="Putaran bin/lapkin ingatkan yang membuatnya.")
    pengirim = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now)
    diambil_pada = models.DateTimeField(null=True)
    dikirim_pada = models.DateTimeField(null=True)
    percobaan = models.PositiveSmallIntegerField(default=0)
    galat = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-dibuat_pada", "-pk"]
        indexes = [
            models.Index(fields=["instansi", "-dibuat_pada"]),
            models.Index(fields=["saluran", "status"]),
            models.Index(fields=["jalan"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["tugas", "anak", "penerima", "tenggat"],
                condition=Q(tugas__isnull=False) & ~Q(anak="") & ~Q(status="batal"),
                name="pengingat_tugas_sekali",
            ),
            models.UniqueConstraint(
                fields=["sop", "anak", "penerima", "tenggat"],
                condition=Q(sop__isnull=False) & ~Q(status="batal"),
                name="pengingat_sop_sekali",
            ),
            models.CheckConstraint(
                condition=Q(tugas__isnull=False, sop=None) | Q(tugas=None, sop__isnull=False),
                name="pengingat_tugas_atau_sop",
            ),
            models.CheckConstraint(
                condition=~Q(status="terkirim") | Q(dikirim_pada__isnull=False),
                name="pengingat_terkirim_bertanggal",
            ),
        ]

    def __str__(self):
        return f"{self.judul} ({self.get_status_display()})"

    @property
    def kunci(self) -> str:
        return f"pengingat:{self.pk}"


class AlamatKalender(models.Model):
    """The secret part of an officer's calendar address; the address is this, signed with the installation's key."""

    pegawai = models.OneToOneField(Pegawai, models.PROTECT, related_name="alamat_kalender")
    benih = models.CharField(max_length=43, unique=True)
    dibuat_pada = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"kalender {self.pegawai}"
