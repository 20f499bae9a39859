"""The SOP in force, its runs, and the tasks of each run."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from lapkin.berkas.models import Berkas
from lapkin.hanya_tambah import TakBolehDiubah
from lapkin.organisasi.models import Instansi, Jabatan, Pegawai, Tim, UnitKerja

from .sop import Sop as IsiSop
from .sop import dari_json


class Sop(models.Model):
    """One SOP of one instansi, whatever its revision."""

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_sop")
    kode = models.SlugField(max_length=80)
    judul = models.CharField(max_length=300)

    class Meta:
        ordering = ["judul"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "kode"],
                name="sop_satu_kode",
                violation_error_message="SOP dengan kode ini sudah ada di instansi ini.",
            )
        ]

    def __str__(self):
        return self.judul


class KueriRevisiSop(models.QuerySet):
    """Revisions of which only a draft may still be changed or deleted."""

    def update(self, **isian):
        if self.exclude(status=RevisiSop.Status.DRAF).exists() and set(isian) - {"status"}:
            raise TakBolehDiubah("Revisi SOP yang berlaku tidak dapat diubah.")
        return super().update(**isian)

    def delete(self):
        if self.exclude(status=RevisiSop.Status.DRAF).exists():
            raise TakBolehDiubah("Revisi SOP yang pernah berlaku tidak dapat dihapus.")
        return super().delete()


class RevisiSop(models.Model):
    """One revision of an SOP, its steps as JSON; once in force it never changes."""

    class Status(models.TextChoices):
        DRAF = "draf", "Draf"
        BERLAKU = "berlaku", "Berlaku"
        DICABUT = "dicabut", "Dicabut"

    sop = models.ForeignKey(Sop, models.PROTECT, related_name="daftar_revisi")
    urutan = models.PositiveSmallIntegerField()
    isi = models.TextField(help_text="SOP sebagai JSON, lihat alur/sop.py.")
    status = models.CharField(max_length=8, choices=Status, default=Status.DRAF)
    berlaku_pada = models.DateTimeField(null=True)

    objects = KueriRevisiSop.as_manager()

    class Meta:
        ordering = ["sop", "-urutan"]
        constraints = [
            models.UniqueConstraint(fields=["sop", "urutan"], name="revisi_satu_urutan"),
            models.UniqueConstraint(
                fields=["sop"],
                condition=Q(status="berlaku"),
                name="satu_revisi_berlaku",
                violation_error_message="SOP ini sudah mempunyai revisi yang berlaku.",
            ),
        ]

    def __str__(self):
        return f"{self.sop} revisi {self.urutan}"

    def dibaca(self) -> IsiSop:
        """The SOP as a value; raises SopTidakSah when the stored text is no SOP."""
        return dari_json(self.isi)


class Peran(models.Model):
    """Who stands behind a role of the SOP here: a post or a team; several rows where a step is opened per unit."""

    sop = models.ForeignKey(Sop, models.PROTECT, related_name="daftar_peran")
    nama = models.CharField(max_length=120, help_text="Nama peran seperti tercetak pada SOP.")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, null=True, blank=True, related_name="daftar_peran")
    tim = models.ForeignKey(Tim, models.PROTECT, null=True, blank=True, related_name="daftar_peran")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(jabatan=None, tim__isnull=False) | Q(jabatan__isnull=False, tim=None),
                name="peran_jabatan_atau_tim",
                violation_error_message="Peran diikat pada satu jabatan atau satu tim.",
            ),
            models.UniqueConstraint(fields=["sop", "nama", "jabatan"], name="peran_sekali_per_jabatan"),
            models.UniqueConstraint(fields=["sop", "nama", "tim"], name="peran_sekali_per_tim"),
        ]

    def __str__(self):
        return f"{self.nama}: {self.jabatan or self.tim}"


class Pelaksanaan(models.Model):
    """One run of an SOP revision (a case, "pekerjaan") for one reporting year."""

    class Status(models.TextChoices):
        BERJALAN = "berjalan", "Berjalan"
        SELESAI = "selesai", "Selesai"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_pelaksanaan")
    sop = models.ForeignKey(Sop, models.PROTECT, related_name="daftar_pelaksanaan")
    revisi = models.ForeignKey(RevisiSop, models.PROTECT, related_name="daftar_pelaksanaan")
    tahun = models.PositiveSmallIntegerField(help_text="Tahun kinerja yang dilaporkan.")
    judul = models.CharField(max_length=300)
    status = models.CharField(max_length=10, choices=Status, default=Status.BERJALAN)
    dimulai_pada = models.DateTimeField(default=timezone.now)
    selesai_pada = models.DateTimeField(null=True)
    pembuat = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-dimulai_pada", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sop", "tahun"],
                condition=Q(status="berjalan"),
                name="satu_pelaksanaan_berjalan",
                violation_error_message="SOP ini sedang dijalankan untuk tahun tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(status="berjalan", selesai_pada=None)
                | (~Q(status="berjalan") & Q(selesai_pada__isnull=False)),
                name="pelaksanaan_selesai_bertanggal",
            ),
        ]

    def __str__(self):
        return self.judul

    @property
    def kunci(self) -> str:
        """The text key by which other rooms (jejak, arsip) name this case."""
        return f"pelaksanaan:{self.pk}"


class KueriTugas(models.QuerySet):
    """Tasks by their state."""

    def terbuka(self):
        """Those still to be done."""
        return self.filter(status=Tugas.Status.TERBUKA)


class Tugas(models.Model):
    """One piece of work of one step, waiting for or done by the holder of one post (or a team).

    A step (langkah) of a run is worked in rounds (putaran); in a round its kinds of work come as phases (tahap,
    see sop.Langkah.tahapan), and a phase may open several tasks together. `menit_standar` in working minutes.
    """

    class Status(models.TextChoices):
        TERBUKA = "terbuka", "Menunggu"
        SELESAI = "selesai", "Selesai"
        DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
        DITUTUP = "ditutup", "Ditutup tanpa isian"
        DIBATALKAN = "dibatalkan", "Tidak diperlukan lagi"

    pelaksanaan = models.ForeignKey(Pelaksanaan, models.PROTECT, related_name="daftar_tugas")
    langkah = models.CharField(max_length=60)
    urutan = models.PositiveSmallIntegerField(help_text="Tempat langkah di dalam SOP, mulai 0.")
    putaran = models.PositiveSmallIntegerField(default=1)
    tahap = models.PositiveSmallIntegerField(default=0)
    jenis = models.CharField(max_length=20)
    naskah = models.CharField(max_length=60, blank=True)
    peran = models.CharField(max_length=120)
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, null=True, related_name="daftar_tugas")
    tim = models.ForeignKey(Tim, models.PROTECT, null=True, related_name="daftar_tugas")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, related_name="daftar_tugas")
    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_tugas")
    per_unit = models.BooleanField(
        default=False, help_text="Tugas satu unit (atau PD) pada langkah pengumpulan."
    )
    penghimpun = models.BooleanField(default=False, help_text="Tugas yang mengawasi pengumpulan dari unit.")
    status = models.CharField(max_length=12, choices=Status, default=Status.TERBUKA)
    catatan = models.TextField(blank=True)
    pesan = models.TextField(blank=True, help_text="Catatan pengembalian yang membuka tugas ini.")
    menit_standar = models.PositiveIntegerField(null=True)
    dibuka_pada = models.DateTimeField()
    tenggat = models.DateTimeField(null=True)
    dilihat_pada = models.DateTimeField(null=True)
    dilihat_oleh = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="+")
    ditutup_pada = models.DateTimeField(null=True)
    pelaku = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="daftar_tugas_dikerjakan")
    sebagai = models.CharField(max_length=200, blank=True)

    objects = KueriTugas.as_manager()

    class Meta:
        ordering = ["dibuka_pada", "pk"]
        indexes = [
            models.Index(fields=["status", "jabatan"]),
            models.Index(fields=["status", "tim"]),
            models.Index(fields=["pelaksanaan", "langkah", "putaran"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["pelaksanaan", "langkah", "tahap", "jabatan", "penghimpun"],
                condition=Q(status="terbuka", jabatan__isnull=False),
                name="satu_tugas_terbuka_jabatan",
                violation_error_message="Tugas ini sudah terbuka bagi jabatan tersebut.",
            ),
            models.UniqueConstraint(
                fields=["pelaksanaan", "langkah", "tahap", "tim", "penghimpun"],
                condition=Q(status="terbuka", tim__isnull=False),
                name="satu_tugas_terbuka_tim",
                violation_error_message="Tugas ini sudah terbuka bagi tim tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(jabatan=None, tim__isnull=False) | Q(jabatan__isnull=False, tim=None),
                name="tugas_jabatan_atau_tim",
            ),
            models.CheckConstraint(
                condition=Q(status="terbuka", ditutup_pada=None)
                | (~Q(status="terbuka") & Q(ditutup_pada__isnull=False)),
                name="tugas_tertutup_bertanggal",
            ),
            models.CheckConstraint(
                condition=~Q(status="dikembalikan", catatan=""),
                name="pengembalian_bercatatan",
                violation_error_message="Pengembalian harus disertai catatan.",
            ),
            models.CheckConstraint(
                condition=~Q(status="ditutup", catatan=""),
                name="penutupan_bercatatan",
                violation_error_message="Penutupan tanpa isian harus disertai alasan.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["terbuka", "dibatalkan"])
                | Q(penghimpun=True)
                | Q(pelaku__isnull=False),
                name="tugas_tertutup_berpelaku",
            ),
        ]

    def __str__(self):
        return f"{self.langkah} ({self.jenis}) {self.get_status_display()}"

    @property
    def kunci(self) -> str:
        return f"tugas:{self.pk}"


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
