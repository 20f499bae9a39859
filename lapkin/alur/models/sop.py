"""The SOP in force: its revisions, who stands behind its roles, its legal days, its reviews."""

import hashlib

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from lapkin.berkas.models import Berkas
from lapkin.hanya_tambah import Beku, HanyaTambah
from lapkin.organisasi.models import PANJANG_SEBAGAI, Instansi, Jabatan, Pegawai, Tim
from lapkin.sop.sop import Sop as IsiSop
from lapkin.sop.sop import dari_json, draf_dari_json


class JenisBatas(models.TextChoices):
    """Whose last legal day an SOP works towards."""

    PD = "pd", "Laporan perangkat daerah"
    PEMDA = "pemda", "Laporan pemerintah daerah"
    PENGHIMPUN = "penghimpun", "Data pada penghimpun"


class Sop(models.Model):
    """One SOP of one instansi, whatever its revision. `batas` empty: follows from the kind of the instansi."""

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_sop")
    kode = models.SlugField(max_length=80)
    judul = models.CharField(max_length=300)
    batas = models.CharField("batas akhir", max_length=10, choices=JenisBatas, blank=True)

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

    @property
    def kunci(self) -> str:
        """The text key by which other rooms (jejak, arsip) name this SOP."""
        return f"sop:{self.pk}"

    @classmethod
    def judul_daftar(cls, isi: IsiSop) -> str:
        """The title under which an SOP stands in lists: a very long one is cut there, never in the SOP itself."""
        return isi.identitas.judul_baku[: cls._meta.get_field("judul").max_length]


class RevisiSop(Beku):
    """One revision of an SOP, its steps as JSON; once in force it never changes, it is only revoked.

    Signing is about one frozen form: `berkas_dibaca` is what the pengesah read, `berkas_hasil` the signed scan.
    """

    class Status(models.TextChoices):
        DRAF = "draf", "Draf"
        BERLAKU = "berlaku", "Berlaku"
        DICABUT = "dicabut", "Dicabut"

    CAIR = Q(status="draf")
    PERALIHAN = (Q(status="berlaku"), {"status": "dicabut"}, "dicabut_pada")

    sop = models.ForeignKey(Sop, models.PROTECT, related_name="daftar_revisi")
    urutan = models.PositiveSmallIntegerField()
    isi = models.TextField(help_text="SOP sebagai JSON, lihat sop/sop.py.")
    status = models.CharField(max_length=8, choices=Status, default=Status.DRAF)
    berlaku_pada = models.DateTimeField(null=True)
    dicabut_pada = models.DateTimeField(null=True)
    asal = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    catatan = models.TextField(blank=True, help_text="Mengapa SOP ini direvisi.")
    pembuat = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now)
    pengesah = models.ForeignKey(Jabatan, models.PROTECT, null=True, blank=True, related_name="+")
    disahkan_oleh = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="+")
    disahkan_sebagai = models.CharField(max_length=PANJANG_SEBAGAI, blank=True)
    berkas_dibaca = models.ForeignKey(Berkas, models.PROTECT, null=True, related_name="+")
    berkas_hasil = models.ForeignKey(Berkas, models.PROTECT, null=True, related_name="+")

    class Meta(Beku.Meta):
        ordering = ["sop", "-urutan"]
        constraints = [
            models.UniqueConstraint(fields=["sop", "urutan"], name="revisi_satu_urutan"),
            models.UniqueConstraint(
                fields=["sop"],
                condition=Q(status="berlaku"),
                name="satu_revisi_berlaku",
                violation_error_message="SOP ini sudah mempunyai revisi yang berlaku.",
            ),
            models.UniqueConstraint(
                fields=["sop"],
                condition=Q(status="draf"),
                name="satu_revisi_draf",
                violation_error_message="SOP ini sudah mempunyai draf revisi.",
            ),
            models.CheckConstraint(
                condition=Q(disahkan_oleh=None)
                | (
                    Q(berkas_dibaca__isnull=False, berkas_hasil__isnull=False)
                    & ~Q(berkas_dibaca=models.F("berkas_hasil"))
                ),
                name="pengesahan_atas_formulir_beku",
                violation_error_message="Pengesahan SOP memerlukan formulir beku dan pindaiannya.",
            ),
        ]

    def __str__(self):
        return f"{self.sop} revisi {self.urutan}"

    @property
    def alamat(self) -> str:
        """The page of this revision."""
        return reverse("sop_revisi_lihat", args=[self.sop_id, self.urutan])

    @property
    def sidik(self) -> str:
        """The SHA-256 of the text, which the events of its life name."""
        return hashlib.sha256(self.isi.encode()).hexdigest()

    def dibaca(self) -> IsiSop:
        """The SOP as a value; raises SopTidakSah when the stored text is no SOP that can be run."""
        return dari_json(self.isi)

    def dibaca_draf(self) -> IsiSop:
        """Like `dibaca`, also for a draft that cannot be run yet."""
        return draf_dari_json(self.isi)


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


class BatasAkhir(models.Model):
    """The last legal day of one kind of report at one office, from the reported year `tahun` on.

    With `tahun_itu_saja` for that year alone (a prolongation). Where an office has no row, the dated defaults
    of alur/batas.py hold.
    """

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_batas_akhir")
    jenis = models.CharField(max_length=10, choices=JenisBatas)
    tahun = models.PositiveSmallIntegerField(help_text="Tahun kinerja yang dilaporkan.")
    tahun_itu_saja = models.BooleanField(default=False)
    bulan_tanggal = models.CharField(max_length=5, help_text="Hari terakhir, BB-HH, pada tahun berikutnya.")
    dasar = models.CharField(max_length=300, help_text="Peraturan atau surat yang menetapkannya.")

    class Meta:
        ordering = ["jenis", "-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "jenis", "tahun"],
                name="batas_akhir_sekali",
                violation_error_message="Batas akhir untuk tahun ini sudah tercatat.",
            )
        ]

    def __str__(self):
        return f"{self.get_jenis_display()} {self.tahun}: {self.bulan_tanggal}"


class Peninjauan(HanyaTambah):
    """One monitoring or evaluation of an SOP in practice (PermenPAN-RB 35/2012: every six months, every year).

    `berkas`: the filled form as PDF, `berkas_word` the same as a Word file.
    """

    class Jenis(models.TextChoices):
        MONITORING = "monitoring", "Monitoring"
        EVALUASI = "evaluasi", "Evaluasi"

    sop = models.ForeignKey(Sop, models.PROTECT, related_name="daftar_peninjauan")
    revisi = models.ForeignKey(RevisiSop, models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=10, choices=Jenis)
    tanggal = models.DateField()
    catatan = models.TextField(blank=True)
    berkas = models.ForeignKey(Berkas, models.PROTECT, null=True, related_name="+")
    berkas_word = models.ForeignKey(Berkas, models.PROTECT, null=True, related_name="+")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    sebagai = models.CharField(max_length=PANJANG_SEBAGAI, blank=True)

    class Meta(HanyaTambah.Meta):
        ordering = ["-tanggal", "-pk"]

    def __str__(self):
        return f"{self.get_jenis_display()} {self.tanggal}"
