"""One run of the timer: make what is due, tell it in the application, then send the mails."""

import uuid
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from lapkin.jejak.actions import beri_tahu, catat

from ..models import Pengingat
from ..tangga import Saluran
from .gugur import gugurkan_usang
from .rencana import Rencana, rencana
from .surel import kirim_surel
from .tinjauan import rencana_tinjauan

SEBAGAI = "Pengingat otomatis"

# What the trail may say: a WhatsApp text is only made ready, somebody else sends it.
_CARA = {Saluran.PESAN: "pesan", Saluran.SUREL: "surel", Saluran.WHATSAPP: "teks WhatsApp disiapkan"}


@dataclass(slots=True)
class Hasil:
    """What one run did: reminders by channel, mails sent and failed, reviews told, officers without mail address.

    `terlewat`: a sentence for everything that had to be left out because its data are broken.
    """

    pesan: int = 0
    surel: int = 0
    whatsapp: int = 0
    surel_terkirim: int = 0
    surel_gagal: int = 0
    tanpa_surel: int = 0
    tinjauan: int = 0
    terlewat: list[str] = field(default_factory=list)

    def tambah(self, daftar):
        """Count reminders that were made; a review counts once, however many are told."""
        for p in daftar:
            if p.tugas_id or p.saluran != Saluran.PESAN:
                setattr(self, p.saluran, getattr(self, p.saluran) + 1)
        self.tinjauan += len({(p.sop_id, p.anak) for p in daftar if p.sop_id and p.saluran == Saluran.PESAN})

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

    An office is one transaction, and what fails in one leaves the others alone (`Hasil.terlewat`); mails go after
    them, each looked at again and claimed before it is sent.
    """
    kini = kini or timezone.now()
    hasil, tanpa_surel = Hasil(), set()
    gugurkan_usang()
    for satu in semua_rencana(kini):
        with satu.jaga():
            hasil.tambah(simpan(instansi=satu.instansi, daftar=satu.daftar))
            tanpa_surel |= satu.tanpa_surel
        hasil.terlewat += satu.kalimat_terlewat
    hasil.tanpa_surel = len(tanpa_surel)
    hasil.surel_terkirim, hasil.surel_gagal = kirim_surel()
    return hasil


def semua_rencana(kini) -> list[Rencana]:
    """What a run at a moment would make, of tasks and of reviews; nothing is stored."""
    return [*rencana(kini), *rencana_tinjauan(kini)]


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
    siapa = ", ".join(f"{p.penerima} ({_CARA[Saluran(p.saluran)]})" for p in daftar)
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
