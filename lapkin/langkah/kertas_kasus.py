"""The papers of a case that later steps take up: the report in force, letters, and what a step received."""

from dataclasses import dataclass

from django.db.models import Q

from lapkin.alur.models import Kelengkapan, Output
from lapkin.alur.queries import langkah_tugas, output_kasus, output_sah
from lapkin.arsip.models import Arsip
from lapkin.berkas.models import Berkas
from lapkin.laporan.queries import versi_terakhir
from lapkin.naskah.models import TandaTangan
from lapkin.sop.bagan import LUAR, Jenis

from .dasar import laporan_kasus, naskah_kasus

LAPORAN = "lkjip"


def versi_kasus(pelaksanaan):
    """The newest version of the case's report; None when none has been made."""
    laporan = laporan_kasus(pelaksanaan)
    return versi_terakhir(laporan) if laporan else None


def laporan_sah(pelaksanaan):
    """The signed scan of the report's newest version; a signature on an older version no longer counts."""
    versi = versi_kasus(pelaksanaan)
    if versi is None:
        return None
    tanda_tangan = (
        TandaTangan.objects.filter(tugas__pelaksanaan=pelaksanaan, berkas_dibaca=versi.pdf_id)
        .select_related("berkas_hasil")
        .order_by("-pk")
        .first()
    )
    return tanda_tangan.berkas_hasil if tanda_tangan else None


def berkas_laporan(pelaksanaan):
    """The report as it stands: signed, else the PDF of the newest version; None when there is none."""
    if sah := laporan_sah(pelaksanaan):
        return sah
    versi = versi_kasus(pelaksanaan)
    return versi.pdf if versi else None


def berkas_naskah(naskah):
    """The last form of a letter: numbered copy, signed scan, draft."""
    return naskah.bernomor or naskah.sah or naskah.konsep


def kertas_utama(tugas):
    """The paper that this task handles, by its kind of paper; None when the case has none."""
    if tugas.naskah == LAPORAN and (berkas := berkas_laporan(tugas.pelaksanaan)):
        return berkas
    if naskah := naskah_kasus(tugas):
        return berkas_naskah(naskah)
    disusun = (
        output_sah()
        .filter(pelaksanaan=tugas.pelaksanaan_id, tugas__jenis=Jenis.SUSUN, tugas__naskah=tugas.naskah)
        .select_related("berkas")
        .order_by("-pk")
        .first()
    )
    if tugas.naskah and disusun:
        return disusun.berkas
    diterima = kertas_diterima(tugas)
    return diterima[-1].berkas if diterima else None


def kertas_diterima(tugas):
    """The papers (Output rows) that the step's kelengkapan brings from earlier steps."""
    asal = dict.fromkeys(butir.dari for butir in langkah_tugas(tugas).kelengkapan if butir.dari != LUAR)
    diterima = output_kasus(tugas.pelaksanaan_id, asal)
    return [output for kode in asal for output in diterima.get(kode, ())]


def output_terbaca(tugas):
    """The papers (Output rows) that who does this task may read: of its own step and of those it received from.

    Of a collection each unit (or PD) reads its own papers only.
    """
    daftar_langkah = {tugas.langkah, *(butir.dari for butir in langkah_tugas(tugas).kelengkapan)}
    terbaca = Output.objects.filter(pelaksanaan=tugas.pelaksanaan_id, langkah__in=daftar_langkah)
    return terbaca.exclude(_milik_unit_lain(tugas)) if tugas.per_unit else terbaca


def kelengkapan_terunggah(tugas):
    """The files (Kelengkapan rows) that were supplied for the task's step from outside; of a unit, its own."""
    terunggah = Kelengkapan.objects.filter(
        tugas__pelaksanaan=tugas.pelaksanaan_id, tugas__langkah=tugas.langkah, berkas__isnull=False
    )
    return terunggah.exclude(_milik_unit_lain(tugas)) if tugas.per_unit else terunggah


def _milik_unit_lain(tugas) -> Q:
    """What belongs to another unit's task of a collection, or to its collector's."""
    sendiri = Q(tugas__jabatan=tugas.jabatan_id, tugas__tim=tugas.tim_id)
    return (Q(tugas__per_unit=True) & ~sendiri) | Q(tugas__penghimpun=True)


def kertas_kasus(pelaksanaan):
    """The valid papers of all steps of a case, each file once: in the SOP's order, then of steps it has no more."""
    output = output_kasus(pelaksanaan.pk)
    urutan = dict.fromkeys((*(satu.kode for satu in pelaksanaan.dibaca().daftar_langkah_kerja), *output))
    return list({satu.berkas_id: satu for kode in urutan for satu in output.get(kode, ())}.values())


@dataclass(frozen=True)
class KertasArsip:
    """A paper that may be archived; `pokok`: one that an archive must have (signed, numbered)."""

    judul: str
    berkas: Berkas
    pokok: bool = False


def daftar_layak_arsip(pelaksanaan) -> list[KertasArsip]:
    """The signed report and its copies, the letters, all other papers; each file once, none that is kept already."""
    calon = [*_laporan_arsip(pelaksanaan), *_surat_arsip(pelaksanaan)]
    ada_pokok = bool(calon)
    calon += [
        KertasArsip(judul=f"{output.nama}: {output.berkas}", berkas=output.berkas, pokok=not ada_pokok)
        for output in kertas_kasus(pelaksanaan)
    ]
    sudah = set(Arsip.objects.filter(objek=pelaksanaan.kunci).values_list("berkas", flat=True))
    menurut_berkas = {}
    for kertas in calon:
        if kertas.berkas.pk not in sudah:
            menurut_berkas.setdefault(kertas.berkas.pk, kertas)
    return list(menurut_berkas.values())


def _laporan_arsip(pelaksanaan):
    versi = versi_kasus(pelaksanaan)
    if versi is None:
        return
    if sah := laporan_sah(pelaksanaan):
        yield KertasArsip(judul=f"{versi.laporan}, bertanda tangan", berkas=sah, pokok=True)
    yield KertasArsip(judul=f"{versi.laporan}, {versi} (PDF)", berkas=versi.pdf, pokok=True)
    yield KertasArsip(judul=f"{versi.laporan}, {versi} (Word)", berkas=versi.docx, pokok=True)


def _surat_arsip(pelaksanaan):
    for naskah in pelaksanaan.daftar_naskah.select_related("sah", "bernomor").order_by("pk"):
        if naskah.sah:
            yield KertasArsip(judul=f"{naskah}, bertanda tangan", berkas=naskah.sah, pokok=True)
        if naskah.bernomor:
            yield KertasArsip(judul=f"{naskah}, salinan bernomor", berkas=naskah.bernomor, pokok=True)
