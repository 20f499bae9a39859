"""Letters, the register of their numbers, and the paraf and tanda tangan on frozen files."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from lapkin.alur.models import Pelaksanaan, Tugas
from lapkin.berkas.models import Berkas
from lapkin.hanya_tambah import HanyaTambah
from lapkin.organisasi.models import PANJANG_SEBAGAI, Instansi, Jabatan, Pegawai


class Naskah(models.Model):
    """One letter (naskah dinas) of any form; `bentuk` names the file under naskah/bentuk/ that composes it.

    `isi` holds the fields of its form, `konteks` the facts around it (letterhead, signer, date), both frozen
    with the draft; `kode` is the code printed on it. Its forms are frozen files: the draft (konsep), the
    signed scan (sah), and the one that bears the number (bernomor): the draft itself when it was numbered
    before signing, else a copy which points to the signed one.
    """

    class Status(models.TextChoices):
        KONSEP = "konsep", "Konsep"
        DITANDATANGANI = "ditandatangani", "Ditandatangani"

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_naskah")
    bentuk = models.CharField(max_length=30)
    hal = models.CharField(max_length=300)
    tanggal = models.DateField()
    isi = models.JSONField(default=dict)
    konteks = models.JSONField(default=dict)
    kode = models.CharField(max_length=20, blank=True, db_index=True)
    status = models.CharField(max_length=16, choices=Status, default=Status.KONSEP)
    penanda_tangan = models.ForeignKey(
        Jabatan, models.PROTECT, null=True, blank=True, related_name="daftar_naskah_ditandatangani"
    )
    pelaksanaan = models.ForeignKey(
        Pelaksanaan, models.PROTECT, null=True, blank=True, related_name="daftar_naskah"
    )
    tugas = models.ForeignKey(Tugas, models.PROTECT, null=True, blank=True, related_name="daftar_naskah")
    pembuat = models.ForeignKey(Pegawai, models.PROTECT, related_name="daftar_naskah_dibuat")
    dibuat_pada = models.DateTimeField(default=timezone.now)
    konsep = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")
    konsep_docx = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")
    sah = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")
    bernomor = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-dibuat_pada", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="konsep", sah=None) | Q(status="ditandatangani", sah__isnull=False),
                name="naskah_sah_berberkas",
            )
        ]

    def __str__(self):
        return self.hal

    @property
    def kunci(self) -> str:
        return f"naskah:{self.pk}"

    @property
    def keadaan(self) -> str:
        """What is shown of its state; `diparaf` comes with queries.beserta_paraf."""
        diparaf = self.status == self.Status.KONSEP and getattr(self, "diparaf", False)
        return "Diparaf" if diparaf else self.get_status_display()


class Register(models.Model):
    """The counter of one series of numbers; locking this row makes the series gapless."""

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_register")
    buku = models.CharField(max_length=30)
    klasifikasi = models.CharField(max_length=40)
    tahun = models.PositiveSmallIntegerField()
    terakhir = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "buku", "klasifikasi", "tahun"], name="register_satu_deret"
            )
        ]

    def __str__(self):
        return f"{self.buku} {self.klasifikasi} {self.tahun}: {self.terakhir}"


class Agenda(HanyaTambah):
    """One line of the agenda book: a number taken for a letter; taken numbers are never given back."""

    register = models.ForeignKey(Register, models.PROTECT, related_name="daftar_agenda")
    urut = models.PositiveIntegerField()
    nomor = models.CharField(max_length=120)
    naskah = models.OneToOneField(Naskah, models.PROTECT, related_name="agenda")
    diambil_pada = models.DateTimeField(default=timezone.now)
    diambil_oleh = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")

    class Meta(HanyaTambah.Meta):
        ordering = ["register", "-urut"]
        constraints = [
            models.UniqueConstraint(
                fields=["register", "urut"],
                name="agenda_satu_nomor",
                violation_error_message="Nomor ini sudah dipakai.",
            )
        ]

    def __str__(self):
        return self.nomor


class Paraf(HanyaTambah):
    """An initial: this officer, holding this post, answers for the frozen file that was read."""

    berkas_dibaca = models.ForeignKey(Berkas, models.PROTECT, related_name="daftar_paraf")
    tugas = models.ForeignKey(Tugas, models.PROTECT, null=True, blank=True, related_name="daftar_paraf")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    sebagai = models.CharField(max_length=PANJANG_SEBAGAI)
    waktu = models.DateTimeField(default=timezone.now)

    class Meta(HanyaTambah.Meta):
        ordering = ["waktu", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["berkas_dibaca", "tugas"],
                name="paraf_sekali",
                violation_error_message="Berkas ini sudah diparaf pada tugas ini.",
            ),
            models.UniqueConstraint(
                fields=["berkas_dibaca", "pegawai"],
                condition=Q(tugas=None),
                name="paraf_sekali_tanpa_tugas",
                violation_error_message="Anda sudah memaraf berkas ini.",
            ),
        ]

    def __str__(self):
        return f"Paraf {self.sebagai}"


class TandaTangan(HanyaTambah):
    """A signature on a frozen file (berkas_dibaca) and the file it became (berkas_hasil, its scan)."""

    class Cara(models.TextChoices):
        BASAH = "basah", "Tanda tangan basah (pindaian)"

    berkas_dibaca = models.ForeignKey(Berkas, models.PROTECT, related_name="daftar_tanda_tangan")
    berkas_hasil = models.ForeignKey(Berkas, models.PROTECT, related_name="+")
    tugas = models.ForeignKey(
        Tugas, models.PROTECT, null=True, blank=True, related_name="daftar_tanda_tangan"
    )
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    sebagai = models.CharField(max_length=PANJANG_SEBAGAI)
    cara = models.CharField(max_length=8, choices=Cara, default=Cara.BASAH)
    waktu = models.DateTimeField(default=timezone.now)

    class Meta(HanyaTambah.Meta):
        ordering = ["waktu", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["berkas_dibaca", "tugas"],
                name="tanda_tangan_sekali",
                violation_error_message="Berkas ini sudah ditandatangani pada tugas ini.",
            ),
            models.UniqueConstraint(
                fields=["berkas_dibaca", "pegawai"],
                condition=Q(tugas=None),
                name="tanda_tangan_sekali_tanpa_tugas",
                violation_error_message="Anda sudah menandatangani berkas ini.",
            ),
            models.CheckConstraint(
                condition=~Q(berkas_dibaca=models.F("berkas_hasil")),
                name="tanda_tangan_berhasil_lain",
                violation_error_message="Pindaian harus berbeda dari berkas yang dicetak.",
            ),
        ]

    def __str__(self):
        return f"Tanda tangan {self.sebagai}"
