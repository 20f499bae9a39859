"""What came in from units or PD: a row for each sender, the board of the collector, and the recapitulation."""

from dataclasses import dataclass

from django.utils import timezone

from lapkin.alur.models import Jeda, Output, Tugas
from lapkin.bahasa.tanggal import saat
from lapkin.dokumen.blok import Tabel, baris
from lapkin.sop.bagan import Jenis


@dataclass(frozen=True)
class Kiriman:
    """What one unit (or PD) owes or has brought: its newest task and its papers.

    `terlambat`: past its due time, or come in after it; a task whose clock stands is not, nor one closed without it.
    """

    tugas: Tugas
    sebutan: str
    terlambat: bool
    daftar_output: tuple = ()

    @property
    def masuk(self) -> bool:
        return self.tugas.status == Tugas.Status.SELESAI

    @property
    def keadaan(self) -> str:
        kata = "Masuk" if self.masuk else self.tugas.get_status_display()
        return f"{kata}, terlambat" if self.terlambat else kata

    @property
    def warna(self) -> str:
        if self.masuk:
            return "kuning" if self.terlambat else "hijau"
        return "merah" if self.terlambat or self.tugas.status != Tugas.Status.TERBUKA else "abu"


def daftar_kiriman(pelaksanaan, langkah=""):
    """The newest collecting task of each sender (of one step, or of the whole case), in the order of opening."""
    daftar = pelaksanaan.daftar_tugas.filter(jenis=Jenis.ISI_DATA, penghimpun=False)
    if langkah:
        daftar = daftar.filter(langkah=langkah)
    terbaru = {
        (tugas.langkah, tugas.jabatan_id, tugas.tim_id): tugas
        for tugas in daftar.select_related("unit", "jabatan", "tim", "instansi", "pelaku").order_by("pk")
    }
    output = {}
    for satu in Output.objects.filter(tugas__in=terbaru.values()).select_related("berkas").order_by("pk"):
        output.setdefault(satu.tugas_id, []).append(satu)
    jeda = dict(Jeda.objects.filter(tugas__in=terbaru.values(), sampai=None).values_list("tugas", "dari"))
    return [
        _kiriman(pelaksanaan, tugas, jeda.get(tugas.pk), tuple(output.get(tugas.pk, ())))
        for tugas in terbaru.values()
    ]


def sebutan_pengirim(pelaksanaan, tugas) -> str:
    """Whose task it is: the PD where it is another office's, else the unit, the post or the team."""
    if tugas.instansi_id != pelaksanaan.instansi_id:
        return str(tugas.instansi)
    return str(tugas.unit or tugas.jabatan or tugas.tim)


def tabel_kiriman(daftar) -> Tabel:
    """The recapitulation as a table of a paper."""
    return Tabel(
        keterangan="",
        kepala=(baris("No", "Unit kerja / perangkat daerah", "Keadaan", "Masuk", "Berkas (SHA-256)"),),
        baris=tuple(_baris(nomor, kiriman) for nomor, kiriman in enumerate(daftar, start=1)),
        lebar=(6, 34, 22, 20, 18),
        rata=("kanan", "kiri", "kiri", "kiri", "kiri"),
    )


def _kiriman(pelaksanaan, tugas, berhenti, daftar_output):
    """`berhenti`: when the clock of an open task stopped; None while it runs."""
    dinilai = tugas.status in (Tugas.Status.TERBUKA, Tugas.Status.SELESAI, Tugas.Status.DIKEMBALIKAN)
    saat_dinilai = tugas.ditutup_pada or berhenti or timezone.now()
    return Kiriman(
        tugas=tugas,
        sebutan=sebutan_pengirim(pelaksanaan, tugas),
        terlambat=bool(dinilai and tugas.tenggat and saat_dinilai > tugas.tenggat),
        daftar_output=daftar_output,
    )


def _baris(nomor, kiriman):
    ditutup = timezone.localtime(kiriman.tugas.ditutup_pada) if kiriman.masuk else None
    return baris(
        str(nomor),
        kiriman.sebutan,
        kiriman.keadaan,
        saat(ditutup) if ditutup else "-",
        "\n".join(output.berkas.sha256[:12] for output in kiriman.daftar_output) or "-",
    )
