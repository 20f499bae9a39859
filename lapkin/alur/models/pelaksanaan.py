"""Runs of an SOP: cases, their tasks, pauses and added steps."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from lapkin.hanya_tambah import HanyaTambah
from lapkin.organisasi.models import PANJANG_SEBAGAI, Instansi, Jabatan, Pegawai, Tim, UnitKerja
from lapkin.sop.sop import Sop as IsiSop

from ..tambahan import Tambahan, sop_kasus
from .sop import RevisiSop, Sop

_TAMBAHAN = "daftar_langkah_tambahan"


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

    def dibaca(self) -> IsiSop:
        """The SOP as this case runs it: the revision it is pinned to, with the steps that were added to it.

        The added steps are read once and kept with this object, until `baca_ulang` or `refresh_from_db`.
        """
        return sop_kasus(self.revisi.isi, self.tambahan)

    @property
    def tambahan(self) -> tuple[Tambahan, ...]:
        """The steps that were added to this case, in the order of their adding."""
        if not self._tambahan_dibaca:
            models.prefetch_related_objects([self], _TAMBAHAN)
        return tuple((satu.sesudah, satu.isi) for satu in self.daftar_langkah_tambahan.all())

    @property
    def _tambahan_dibaca(self) -> bool:
        """Whether the added steps are kept with this object; asking Django's cache spares a prefetch each time."""
        return _TAMBAHAN in self.__dict__.get("_prefetched_objects_cache", ())

    def baca_ulang(self, revisi=None) -> None:
        """Under the lock of this case: take its revision as it is now, and read the added steps anew when asked.

        `revisi`: its key, where the lock has read it already.
        """
        self.revisi_id = revisi or type(self).objects.order_by().values_list("revisi", flat=True).get(
            pk=self.pk
        )
        if self._tambahan_dibaca:
            self.refresh_from_db(fields=[_TAMBAHAN])

    @property
    def kunci(self) -> str:
        """The text key by which other rooms (jejak, arsip) name this case."""
        return f"pelaksanaan:{self.pk}"


class KueriTugas(models.QuerySet):
    """Tasks by their state."""

    def terbuka(self):
        """Those still to be done."""
        return self.filter(status=Tugas.Status.TERBUKA)

    def tutup(self, status, **isian):
        """Close these open tasks at once, and the pauses they are in; how many there were."""
        sekarang = timezone.now()
        Jeda.objects.filter(tugas__in=self.order_by().values("pk"), sampai=None).update(sampai=sekarang)
        return self.update(status=status, ditutup_pada=sekarang, **isian)


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
        DILEWATI = "dilewati", "Dilewati"
        DITARIK = "ditarik", "Ditarik kembali"

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
    penerima = models.ForeignKey(
        Pegawai,
        models.PROTECT,
        null=True,
        related_name="daftar_tugas_dialihkan",
        help_text="Pegawai yang menerima tugas ini bila dialihkan; hanya ia yang mengerjakannya.",
    )
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
    tenggat_semula = models.DateTimeField(
        null=True, help_text="Tenggat menurut SOP, bila tenggat tugas ini diubah."
    )
    dilihat_pada = models.DateTimeField(null=True)
    dilihat_oleh = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="+")
    ditutup_pada = models.DateTimeField(null=True)
    pelaku = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="daftar_tugas_dikerjakan")
    sebagai = models.CharField(max_length=PANJANG_SEBAGAI, blank=True)

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
                condition=~Q(status__in=["dilewati", "ditarik"], catatan=""),
                name="lewat_dan_tarik_beralasan",
                violation_error_message="Melewati atau menarik kembali tugas harus disertai alasan.",
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


class Jeda(models.Model):
    """A time in which a task's clock stands still, since the case waits for others; open while `sampai` is empty."""

    tugas = models.ForeignKey(Tugas, models.PROTECT, related_name="daftar_jeda")
    menunggu = models.CharField(max_length=200, help_text="Pihak yang ditunggu.")
    alasan = models.CharField(max_length=500)
    dari = models.DateTimeField()
    sampai = models.DateTimeField(null=True)
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["dari", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tugas"],
                condition=Q(sampai=None),
                name="satu_jeda_terbuka",
                violation_error_message="Jam tugas ini sudah dihentikan.",
            ),
            models.CheckConstraint(
                condition=Q(sampai=None) | Q(sampai__gte=models.F("dari")), name="jeda_berurutan"
            ),
            models.CheckConstraint(
                condition=~Q(menunggu="") & ~Q(alasan=""),
                name="jeda_beralasan",
                violation_error_message="Sebutkan siapa yang ditunggu dan mengapa.",
            ),
        ]

    def __str__(self):
        return f"menunggu {self.menunggu}"


class LangkahTambahan(HanyaTambah):
    """A step that its penanggung jawab added to one case; `isi` is the row as JSON (bagan.Langkah)."""

    pelaksanaan = models.ForeignKey(Pelaksanaan, models.PROTECT, related_name="daftar_langkah_tambahan")
    kode = models.SlugField(max_length=60)
    sesudah = models.CharField(max_length=60, help_text="Kode langkah yang diikutinya.")
    isi = models.TextField()
    alasan = models.CharField(max_length=500)
    pembuat = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now)

    class Meta(HanyaTambah.Meta):
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["pelaksanaan", "kode"], name="langkah_tambahan_satu_kode"),
            models.CheckConstraint(
                condition=~Q(alasan=""),
                name="langkah_tambahan_beralasan",
                violation_error_message="Langkah tambahan harus disertai alasan.",
            ),
        ]

    def __str__(self):
        return self.kode
