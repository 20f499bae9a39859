"""Who: instansi, units, posts, people, and who holds which post from when to when."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from lapkin.berkas.models import Berkas

# Room for "as what" an officer acts: the name of a post or team (200) with "Plh. " or " (atas pelimpahan)" around it.
PANJANG_SEBAGAI = 240
JAM_KERJA_BAWAAN = {
    "0": [["07:30", "12:00"], ["13:00", "16:00"]],
    "1": [["07:30", "12:00"], ["13:00", "16:00"]],
    "2": [["07:30", "12:00"], ["13:00", "16:00"]],
    "3": [["07:30", "12:00"], ["13:00", "16:00"]],
    "4": [["07:30", "11:30"], ["13:00", "16:30"]],
}


def antara(terendah, tertinggi):
    """Validators of a whole number within bounds, both included."""
    return [MinValueValidator(terendah), MaxValueValidator(tertinggi)]


def jam_kerja_bawaan():
    """Working hours by weekday (0 = Senin), 450 minutes a day."""
    return JAM_KERJA_BAWAAN


class Instansi(models.Model):
    """A pemda, a perangkat daerah, or a biro that writes its own LKj."""

    class Jenis(models.TextChoices):
        PEMDA = "pemda", "Pemerintah daerah"
        PD = "pd", "Perangkat daerah"
        BIRO = "biro", "Biro/Bagian Sekretariat Daerah"

    kode = models.SlugField(unique=True)
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=8, choices=Jenis, default=Jenis.PD)
    induk = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="daftar_bawahan")
    kop = models.JSONField(default=list, blank=True, help_text="Baris-baris kop surat, dari atas ke bawah.")
    alamat = models.TextField(blank=True)
    tempat = models.CharField(max_length=80, blank=True, help_text="Kota pada tempat dan tanggal surat.")
    lambang = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")
    warna = models.CharField(
        max_length=7,
        default="#1d5c8f",
        validators=[RegexValidator(r"^#[0-9a-f]{6}$", "Warna seperti #1d5c8f.")],
    )
    zona_waktu = models.CharField(max_length=40, default="Asia/Jakarta")
    jam_kerja = models.JSONField(default=jam_kerja_bawaan)
    menit_sehari = models.PositiveSmallIntegerField(default=450, validators=antara(1, 1440))
    hari_seminggu = models.PositiveSmallIntegerField(default=5, validators=antara(1, 7))
    hari_sebulan = models.PositiveSmallIntegerField(default=22, validators=antara(1, 31))

    class Meta:
        ordering = ["nama"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(induk=F("id")),
                name="instansi_bukan_induk_sendiri",
                violation_error_message="Instansi tidak dapat menjadi induk dirinya sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(
                    menit_sehari__range=(1, 1440), hari_seminggu__range=(1, 7), hari_sebulan__range=(1, 31)
                ),
                name="instansi_satuan_waktu",
                violation_error_message="Satu hari 1-1440 menit, satu minggu 1-7 hari, satu bulan 1-31 hari.",
            ),
        ]

    def __str__(self):
        return self.nama

    @property
    def kunci(self) -> str:
        """The text key by which `jejak` names this instansi: its chain."""
        return f"instansi:{self.pk}"


class UnitKerja(models.Model):
    """A part of an instansi: sekretariat, bidang, bagian, subbagian, irban."""

    class Jenis(models.TextChoices):
        SEKRETARIAT = "sekretariat", "Sekretariat"
        BIDANG = "bidang", "Bidang"
        BAGIAN = "bagian", "Bagian"
        SUBBAGIAN = "subbagian", "Subbagian"
        IRBAN = "irban", "Inspektur Pembantu"

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_unit")
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=12, choices=Jenis)
    induk = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="daftar_bawahan")
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["urutan", "nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "nama"],
                name="unit_satu_nama",
                violation_error_message="Unit kerja dengan nama ini sudah ada di instansi ini.",
            )
        ]

    def __str__(self):
        return self.nama


class Jabatan(models.Model):
    """A post. Work is bound to a post or a tim, never to a person."""

    class Jenis(models.TextChoices):
        STRUKTURAL = "struktural", "Struktural"
        FUNGSIONAL = "fungsional", "Fungsional"
        PELAKSANA = "pelaksana", "Pelaksana"

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_jabatan")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="daftar_jabatan")
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=12, choices=Jenis, default=Jenis.STRUKTURAL)
    atasan = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="daftar_bawahan")
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["urutan", "nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "nama"],
                name="jabatan_satu_nama",
                violation_error_message="Jabatan dengan nama ini sudah ada di instansi ini.",
            )
        ]

    def __str__(self):
        return self.nama


class PengelolaPegawai(BaseUserManager):
    def create_user(self, username, password=None, **isian):
        pegawai = self.model(username=username, **isian)
        pegawai.set_password(password)
        pegawai.save(using=self._db)
        return pegawai

    def create_superuser(self, username, password=None, **isian):
        return self.create_user(
            username, password, is_staff=True, is_superuser=True, **{"nama": username, **isian}
        )


class Pegawai(AbstractBaseUser, PermissionsMixin):
    """A person who signs in, by NIP (18 digits) or by user name."""

    username = models.CharField("nama pengguna", max_length=60, unique=True)
    nip = models.CharField(
        "NIP",
        max_length=18,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^\d{18}$", "NIP terdiri dari 18 angka, tanpa spasi.")],
    )
    nama = models.CharField(max_length=200)
    gelar_depan = models.CharField(max_length=60, blank=True)
    gelar_belakang = models.CharField(max_length=60, blank=True)
    pangkat = models.CharField(max_length=80, blank=True)
    golongan = models.CharField(max_length=10, blank=True)
    surel = models.EmailField(blank=True)
    telepon = models.CharField(
        "nomor WhatsApp",
        max_length=16,
        blank=True,
        validators=[
            RegexValidator(
                r"^\+?\d{8,15}$", "Nomor telepon terdiri dari 8 sampai 15 angka, misalnya 081234567890."
            )
        ],
    )
    instansi = models.ForeignKey(
        Instansi, models.PROTECT, null=True, blank=True, related_name="daftar_pegawai"
    )
    pengelola = models.BooleanField(
        default=False, help_text="Boleh mengelola organisasi, SOP, dan pekerjaan instansinya."
    )
    sandi_sementara = models.BooleanField(
        default=False, help_text="Kata sandinya dibuat orang lain dan harus diganti saat masuk."
    )
    is_active = models.BooleanField("aktif", default=True)
    is_staff = models.BooleanField("boleh melihat situs admin", default=False)

    objects = PengelolaPegawai()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = []

    class Meta:
        ordering = ["nama"]

    def __str__(self):
        return self.nama

    @property
    def nama_bergelar(self) -> str:
        """The name with academic titles, as in penugasan and korespondensi (Permendagri 1/2023 Pasal 44)."""
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        belakang = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{depan}{self.nama}{belakang}"


class Penugasan(models.Model):
    """Who holds a post, in what manner, and when; `sampai` is the last day, empty: until further notice."""

    class Jenis(models.TextChoices):
        DEFINITIF = "definitif", "Definitif"
        PLT = "plt", "Plt."
        PLH = "plh", "Plh."
        PJ = "pj", "Pj."

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="daftar_penugasan")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="daftar_penugasan")
    jenis = models.CharField(max_length=10, choices=Jenis, default=Jenis.DEFINITIF)
    dari = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    nomor_sk = models.CharField("nomor SK", max_length=100, blank=True)
    # Copied from the post: the constraint below must see it in this row.
    tunggal = models.BooleanField(editable=False)

    class Meta:
        ordering = ["jabatan", "-dari"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai=None) | Q(sampai__gte=F("dari")),
                name="penugasan_tanggal_urut",
                violation_error_message="Tanggal akhir penugasan tidak boleh sebelum tanggal mulai.",
            ),
            models.UniqueConstraint(
                fields=["pegawai", "jabatan", "jenis", "dari"],
                name="penugasan_sekali",
                violation_error_message="Penugasan ini sudah tercatat.",
            ),
        ]

    def __str__(self):
        return f"{self.pegawai} — {self.sebutan}"

    @property
    def sebutan(self) -> str:
        """The post as said of this holder: "Plt. Inspektur", "Kepala Dinas"."""
        return sebutan_jabatan(self.jenis, self.jabatan.nama)


class Pelimpahan(models.Model):
    """A colleague does the work of a post for a period; the post stays with its holder, who may still act."""

    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="daftar_pelimpahan")
    pegawai = models.ForeignKey(
        Pegawai, models.PROTECT, related_name="daftar_pelimpahan", help_text="Yang menerima pelimpahan."
    )
    dari = models.DateField()
    sampai = models.DateField()
    alasan = models.CharField(max_length=300)
    pembuat = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now)
    dicabut_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-dari", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__gte=F("dari")),
                name="pelimpahan_tanggal_urut",
                violation_error_message="Hari terakhir pelimpahan tidak boleh sebelum hari pertamanya.",
            ),
            models.CheckConstraint(
                condition=~Q(alasan=""),
                name="pelimpahan_beralasan",
                violation_error_message="Pelimpahan harus disertai alasan.",
            ),
        ]

    def __str__(self):
        return f"{self.jabatan} dilimpahkan kepada {self.pegawai}"


def sebutan_jabatan(jenis: str, nama: str) -> str:
    """A post as said of whoever holds it in this manner: "Plt. Inspektur"; a definitif holder has no prefix."""
    return nama if jenis == Penugasan.Jenis.DEFINITIF else f"{Penugasan.Jenis(jenis).label} {nama}"


def sebutan_limpahan(nama: str) -> str:
    """A post as said of whoever does its work by delegation; never a word by which a paper is signed."""
    return f"{nama} (atas pelimpahan)"


class Tim(models.Model):
    """A team formed by a decision (SK); its members do its work as one."""

    instansi = models.ForeignKey(Instansi, models.PROTECT, related_name="daftar_tim")
    nama = models.CharField(max_length=200)
    tahun = models.PositiveSmallIntegerField()
    nomor_sk = models.CharField("nomor SK", max_length=100, blank=True)

    class Meta:
        ordering = ["-tahun", "nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "nama", "tahun"],
                name="tim_satu_nama",
                violation_error_message="Tim dengan nama dan tahun ini sudah ada.",
            )
        ]

    def __str__(self):
        return self.nama


class AnggotaTim(models.Model):
    """A member of a team and the seat held in it."""

    class Kedudukan(models.TextChoices):
        PENANGGUNG_JAWAB = "penanggung-jawab", "Penanggung jawab"
        KETUA = "ketua", "Ketua"
        SEKRETARIS = "sekretaris", "Sekretaris"
        ANGGOTA = "anggota", "Anggota"

    tim = models.ForeignKey(Tim, models.PROTECT, related_name="daftar_anggota")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="daftar_keanggotaan")
    kedudukan = models.CharField(max_length=20, choices=Kedudukan, default=Kedudukan.ANGGOTA)
    dari = models.DateField(default=timezone.localdate)
    sampai = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tim", "pegawai"],
                condition=Q(sampai=None),
                name="anggota_tim_sekali",
                violation_error_message="Pegawai ini sudah menjadi anggota tim.",
            )
        ]

    def __str__(self):
        return f"{self.pegawai} ({self.get_kedudukan_display()})"


class HariLibur(models.Model):
    """A day off beside the national holidays: cuti bersama, a local holiday; for every office where none is named."""

    instansi = models.ForeignKey(Instansi, models.PROTECT, null=True, blank=True, related_name="daftar_libur")
    tanggal = models.DateField()
    nama = models.CharField(max_length=200)

    class Meta:
        ordering = ["tanggal"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tanggal"],
                name="libur_sekali",
                violation_error_message="Tanggal ini sudah tercatat sebagai hari libur.",
            )
        ]

    def __str__(self):
        return f"{self.tanggal} {self.nama}"
