"""One run of the timer: make what is due, tell it in the application, then send the mails."""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from lapkin.alur.models import Tugas
from lapkin.jejak.actions import beri_tahu, catat

from ..models import Pengingat
from ..tangga import NAMA_SALURAN, Saluran
from .rencana import rencana
from .surel import kirim_surel
from .tinjauan import rencana_tinjauan

SEBAGAI = "Pengingat otomatis"


@dataclass(slots=True)
class Hasil:
    """What one run did: reminders by channel, mails sent and failed, reviews told, officers without mail address."""

    pesan: int = 0
    surel: int = 0
    whatsapp: int = 0
    surel_terkirim: int = 0
    surel_gagal: int = 0
    tanpa_surel: int = 0
    tinjauan: int = 0

    @property
    def kalimat(self) -> str:
        """The one line that the command prints."""
        bagian = [
            f"{self.pesan} pesan",
            f"{self.surel} surel baru ({self.surel_terkirim} terkirim, {self.surel_gagal} gagal)",
            f"{self.whatsapp} teks WhatsApp disiapkan",
        ]
        if self.tinjauan:
            bagian.append(f"{self.tinjauan} peninjauan SOP")
        if self.tanpa_surel:
            bagian.append(f"{self.tanpa_surel} pegawai belum beralamat surel")
        return f"Pengingat: {', '.join(bagian)}."


def ingatkan(*, kini=None) -> Hasil:
    """Make and send every reminder that is due at a moment (now); a second run, or two at once, adds nothing.

    An office is one transaction; mails go after it, each claimed before it is sent.
    """
    kini = kini or timezone.now()
    hasil = Hasil()
    tanpa_surel = set()
    lupakan_yang_selesai()
    for satu in rencana(kini):
        tanpa_surel |= satu.tanpa_surel
        for pengingat in simpan(instansi=satu.instansi, daftar=satu.daftar):
            setattr(hasil, pengingat.saluran, getattr(hasil, pengingat.saluran) + 1)
    for instansi, daftar in rencana_tinjauan(timezone.localdate(kini)):
        hasil.tinjauan += len(simpan(instansi=instansi, daftar=daftar))
    hasil.tanpa_surel = len(tanpa_surel)
    hasil.surel_terkirim, hasil.surel_gagal = kirim_surel()
    return hasil


def lupakan_yang_selesai():
    """What was still to be sent about a task that is closed meanwhile is no longer needed."""
    Pengingat.objects.filter(
        Q(saluran=Saluran.SUREL, status__in=[Pengingat.Status.MENUNGGU, Pengingat.Status.GAGAL])
        | Q(status=Pengingat.Status.SIAP),
        ~Q(tugas__status=Tugas.Status.TERBUKA),
        tugas__isnull=False,
    ).update(status=Pengingat.Status.BATAL)


@transaction.atomic
def simpan(*, instansi, daftar) -> list[Pengingat]:
    """Keep the reminders of one office, with the notices and the events they bring; gives those that are new.

    What another run has kept meanwhile the database leaves out (unique keys): only our own rows bear our number.
    """
    jalan, saat = uuid.uuid4(), timezone.now()
    for pengingat in daftar:
        pengingat.jalan, pengingat.dibuat_pada = jalan, saat
        if pengingat.status == Pengingat.Status.TERKIRIM:
            pengingat.dikirim_pada = saat
    Pengingat.objects.bulk_create(daftar, ignore_conflicts=True, batch_size=500)
    baru = list(
        Pengingat.objects.filter(jalan=jalan)
        .select_related("penerima", "tugas__pelaksanaan", "sop")
        .order_by("tugas__pelaksanaan", "pk")
    )
    beri_tahu((p.penerima, p.teks, p.tautan) for p in baru if p.saluran == Saluran.PESAN)
    for objek, kelompok in _per_objek(baru).items():
        _catat(instansi, objek, kelompok)
    return baru


def _per_objek(daftar) -> dict[str, list[Pengingat]]:
    """By the thing they are about (the text key of a case or an SOP)."""
    hasil = {}
    for pengingat in daftar:
        objek = (pengingat.sop or pengingat.tugas.pelaksanaan).kunci
        hasil.setdefault(objek, []).append(pengingat)
    return hasil


def _catat(instansi, objek, daftar):
    siapa = ", ".join(f"{p.penerima} ({NAMA_SALURAN[Saluran(p.saluran)].split()[0].lower()})" for p in daftar)
    catat(
        rantai=instansi.kunci,
        pegawai=None,
        sebagai=SEBAGAI,
        jenis="pengingat.dibuat",
        objek=objek,
        uraian=f"Diingatkan: {siapa}.",
        data={
            "daftar": [
                {"tugas": p.tugas_id, "anak": p.anak, "saluran": p.saluran, "penerima": p.penerima_id}
                for p in daftar
            ]
        },
    )
