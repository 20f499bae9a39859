"""Who may hand a task on or withdraw it, and what stands in the way of a withdrawal."""

from lapkin.jejak.queries import jejak
from lapkin.organisasi.queries import mengelola
from lapkin.sop.bagan import MELEKAT_JABATAN, Jenis, Tahap

from ..models import Kelengkapan, Tugas
from ..tarik import dapat_dibuka_lagi
from .giliran import sebagai_giliran, sebagai_pemegang, sebagai_penanggung_jawab
from .tugas import output_sah

# What the world outside the task knows already: a signature, initials, a number, a delivery, an archived paper.
TAK_DITARIK = frozenset({Jenis.PARAF, Jenis.TANDA_TANGAN, Jenis.NOMOR, Jenis.KIRIM, Jenis.ARSIP})


def sebagai_pengalih(pegawai, tugas, kini=None) -> str:
    """As what an officer may hand a task to somebody else; "" when he may not.

    It is whoever's turn it is, the holder whose task was handed on, the penanggung jawab of the SOP within his own
    office, or the pengelola of the task's office.
    """
    giliran = sebagai_giliran(pegawai, tugas, kini) or sebagai_pemegang(pegawai, tugas, kini)
    if giliran:
        return giliran
    if tugas.instansi_id == tugas.pelaksanaan.instansi_id and (
        sebagai := sebagai_penanggung_jawab(pegawai, tugas.pelaksanaan, kini)
    ):
        return sebagai
    return "Pengelola" if mengelola(pegawai, tugas.instansi) else ""


def dapat_dialihkan(tugas) -> bool:
    """May a task go to another officer at all? Work that signs belongs to its post."""
    return tugas.jenis not in MELEKAT_JABATAN


def pengalihan_terakhir(tugas):
    """The event by which a task was handed to whoever has it now: who did it, as what, and the reason."""
    return jejak(tugas.pelaksanaan.kunci).filter(rujukan=tugas.kunci, jenis="tugas.dialihkan").last()


def halangan_tarik(pegawai, tugas, kini=None) -> str:
    """Why an officer can't withdraw a task now, as a sentence; "" when he can."""
    if not sebagai_penarik(pegawai, tugas, kini):
        siapa = tugas.penerima or tugas.jabatan or tugas.tim
        return f"Hanya yang hari ini memegang tugas ini, yaitu {siapa}, yang dapat menariknya kembali."
    if tugas.status != Tugas.Status.SELESAI or tugas.penghimpun:
        return "Hanya tugas yang sudah selesai dikerjakan yang dapat ditarik kembali."
    if tugas.jenis in TAK_DITARIK:
        return (
            "Paraf, tanda tangan, nomor, pengiriman, dan arsip tidak dapat ditarik kembali karena sudah tercatat "
            "di luar tugas ini. Minta pelaksana berikutnya mengembalikan pekerjaannya."
        )
    if _sudah_berlanjut(tugas):
        return (
            "Tugas ini tidak dapat ditarik kembali lagi: pekerjaan berikutnya sudah dibuka atau dikerjakan. "
            "Minta pelaksananya mengembalikan pekerjaan itu."
        )
    if not _masih_menurut_sop(tugas):
        return (
            "Tugas ini tidak dapat ditarik kembali: pekerjaannya sudah dipindahkan ke revisi SOP yang langkahnya lain. "
            "Minta pelaksana berikutnya mengembalikan pekerjaan itu."
        )
    return ""


def sebagai_penarik(pegawai, tugas, kini=None) -> str:
    """As what an officer withdraws a task today: its receiver, or who holds its post or team; "" when he may not."""
    return sebagai_giliran(pegawai, tugas, kini) or sebagai_pemegang(pegawai, tugas, kini)


def dibuka_sesudah(tugas):
    """The open tasks that its finishing, or that of its own phase, has opened."""
    setahap = {"langkah": tugas.langkah, "tahap": tugas.tahap}
    dibuka = Tugas.objects.terbuka().filter(
        pelaksanaan=tugas.pelaksanaan_id, dibuka_pada__gte=tugas.ditutup_pada
    )
    return dibuka.exclude(pk=tugas.pk).exclude(**setahap).select_related("jabatan", "tim", "pelaksanaan")


def _sudah_berlanjut(tugas) -> bool:
    """Has anyone seen, supplied or worked what came after, or has a collection been closed since?"""
    berikut = list(dibuka_sesudah(tugas))
    if any(t.dilihat_pada or t.penerima_id for t in berikut):
        return True
    if Kelengkapan.objects.filter(tugas__in=berikut).exists():
        return True
    tertutup = _sejak_ditutup(tugas).exclude(status=Tugas.Status.TERBUKA)
    rekan = {"status": Tugas.Status.SELESAI, "penghimpun": False, **_sefase(tugas)}
    # Other units of a collection go their own ways; only its closing, by the penghimpun, ends this one's.
    unit_lain = {"per_unit": tugas.per_unit, "langkah": tugas.langkah, "tahap": tugas.tahap}
    lain = tertutup.exclude(**rekan)
    return (lain.exclude(**unit_lain) if tugas.per_unit else lain).exists()


def _sejak_ditutup(tugas):
    """The other tasks of the run that were opened or closed since this one was finished."""
    lain = Tugas.objects.filter(pelaksanaan=tugas.pelaksanaan_id).exclude(pk=tugas.pk)
    return lain.filter(dibuka_pada__gte=tugas.ditutup_pada) | lain.filter(
        ditutup_pada__gte=tugas.ditutup_pada
    )


def _sefase(tugas):
    return {"langkah": tugas.langkah, "putaran": tugas.putaran, "tahap": tugas.tahap}


def _masih_menurut_sop(tugas) -> bool:
    """Does the revision that the case runs today still have this turn, before what is open now?"""
    terbuka = Tugas.objects.terbuka().filter(pelaksanaan=tugas.pelaksanaan_id)
    rekan = terbuka.filter(**_sefase(tugas), penghimpun=False).values_list("peran", flat=True).order_by()
    output = output_sah().filter(pelaksanaan=tugas.pelaksanaan_id, langkah=tugas.langkah)
    if not tugas.per_unit:
        output = output.filter(putaran=tugas.putaran)
    return dapat_dibuka_lagi(
        tugas.pelaksanaan.dibaca(),
        tugas.langkah,
        Tahap(
            nomor=tugas.tahap,
            jenis=Jenis(tugas.jenis),
            daftar_peran=(*{tugas.peran, *rekan},),
            naskah=tugas.naskah,
            pengumpulan=tugas.per_unit,
        ),
        terbuka=set(terbuka.values_list("langkah", flat=True).order_by()),
        output_ada=set(output.exclude(tugas=tugas.pk).values_list("nama", flat=True).order_by()),
    )
