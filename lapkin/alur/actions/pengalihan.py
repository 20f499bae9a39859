"""Handing one task to a colleague, giving it back, and withdrawing what one has finished."""

from django.db import transaction
from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.queries import jejak
from lapkin.organisasi.queries import instansi_dikelola
from lapkin.sop.bagan import MELEKAT_JABATAN, Jenis, Tahap

from ..models import Kelengkapan, Tugas
from ..queries import (
    langkah_tugas,
    output_sah,
    penerima_tugas,
    sebagai_giliran,
    sebagai_pemegang,
    sebagai_penanggung_jawab,
)
from ..tarik import dapat_dibuka_lagi
from .giliran import beralasan, catat_pelaksanaan, kunci, pastikan_terbuka
from .kabar import kabari, pemilik

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
    return "Pengelola" if instansi_dikelola(pegawai).filter(pk=tugas.instansi_id).exists() else ""


def dapat_dialihkan(tugas) -> bool:
    """May a task go to another officer at all? Work that signs belongs to its post."""
    return tugas.jenis not in MELEKAT_JABATAN


def pengalihan_terakhir(tugas):
    """The event by which a task was handed to whoever has it now: who did it, as what, and the reason."""
    return jejak(tugas.pelaksanaan.kunci).filter(rujukan=tugas.kunci, jenis="tugas.dialihkan").last()


@transaction.atomic
def alihkan(*, pegawai, tugas, penerima, alasan):
    """Hand an open task to a colleague of the task's office, who alone works it from now on.

    Raises Ditolak without a reason, for work that signs, and when the receiver is the officer himself, has the task
    already, or works elsewhere. Handing on again is the same act; the trail keeps each.
    """
    sebagai = _pastikan_boleh_mengalihkan(pegawai, tugas)
    alasan = beralasan(alasan, "Sebutkan alasan mengalihkan tugas ini; alasan tercetak pada jejak.")
    if not dapat_dialihkan(tugas):
        raise Ditolak(
            "Paraf, tanda tangan, dan disposisi melekat pada jabatan, jadi tugas ini tidak dapat dialihkan. "
            f"Bila {tugas.jabatan or tugas.tim} berhalangan, minta pengelola menunjuk Plh."
        )
    if penerima.pk == pegawai.pk:
        raise Ditolak("Pilih pegawai lain; tugas tidak dapat dialihkan kepada diri sendiri.")
    if penerima.pk == tugas.penerima_id:
        raise Ditolak(f"Tugas ini sudah dialihkan kepada {penerima}.")
    if not penerima_tugas(tugas).filter(pk=penerima.pk).exists():
        raise Ditolak(f"{penerima} bukan pegawai aktif {tugas.instansi}; pilih pegawai dari instansi itu.")
    semula = pemilik(tugas) - {penerima, pegawai}
    Tugas.objects.filter(pk=tugas.pk).update(penerima=penerima, dilihat_pada=None, dilihat_oleh=None)
    tugas.penerima = penerima
    kegiatan = langkah_tugas(tugas).kegiatan
    catat_pelaksanaan(
        tugas.pelaksanaan,
        pegawai,
        "tugas.dialihkan",
        f"{sebagai} mengalihkan “{kegiatan}” kepada {penerima}: {alasan}",
        tugas=tugas,
        sebagai=sebagai,
        penerima=penerima.pk,
        alasan=alasan,
    )
    teks = f"{kegiatan} ({tugas.pelaksanaan}) dialihkan oleh {pegawai}"
    kabari(tugas, [penerima], f"{teks} kepada Anda: {alasan}")
    kabari(tugas, semula, f"{teks} kepada {penerima}: {alasan}")


@transaction.atomic
def kembalikan_alihan(*, pegawai, tugas, alasan):
    """Give a task that was handed on back to the post or team that the SOP names."""
    sebagai = _pastikan_boleh_mengalihkan(pegawai, tugas)
    alasan = beralasan(alasan, "Sebutkan alasan mengembalikan tugas ini kepada pelaksananya.")
    if not tugas.penerima_id:
        raise Ditolak("Tugas ini tidak sedang dialihkan.")
    penerima, pelaksana = tugas.penerima, tugas.jabatan or tugas.tim
    Tugas.objects.filter(pk=tugas.pk).update(penerima=None)
    tugas.penerima = None
    kegiatan = langkah_tugas(tugas).kegiatan
    catat_pelaksanaan(
        tugas.pelaksanaan,
        pegawai,
        "tugas.alihan_dikembalikan",
        f"{sebagai} mengembalikan “{kegiatan}” dari {penerima} kepada {pelaksana}: {alasan}",
        tugas=tugas,
        sebagai=sebagai,
        alasan=alasan,
    )
    teks = f"{kegiatan} ({tugas.pelaksanaan}) kembali menjadi tugas {pelaksana}: {alasan}"
    kabari(tugas, {penerima, *pemilik(tugas)} - {pegawai}, teks)


@transaction.atomic
def tarik(*, pegawai, tugas, alasan):
    """Withdraw a finished task while nobody has opened or worked what it opened; a fresh one takes its place.

    The fresh task keeps the round, the phase and the due moment; the papers of the withdrawn one no longer count.
    Raises Ditolak when it is too late, or the work is known outside (`TAK_DITARIK`).
    """
    pelaksanaan = kunci(tugas)
    tugas.refresh_from_db(fields=["status", "ditutup_pada", "pelaku"])
    alasan = beralasan(alasan, "Sebutkan alasan menarik kembali tugas ini; alasan tercetak pada jejak.")
    if halangan := halangan_tarik(pegawai, tugas):
        raise Ditolak(halangan)
    sebagai = sebagai_penarik(pegawai, tugas)
    dibatalkan = list(_dibuka_sesudah(tugas))
    Tugas.objects.filter(pk__in=[t.pk for t in dibatalkan]).tutup(
        Tugas.Status.DIBATALKAN, catatan=f"Ditarik kembali: {alasan}"
    )
    Tugas.objects.filter(pk=tugas.pk).update(status=Tugas.Status.DITARIK, catatan=alasan)
    baru = _tugas_pengganti(tugas)
    kegiatan = langkah_tugas(tugas).kegiatan
    catat_pelaksanaan(
        pelaksanaan,
        pegawai,
        "tugas.ditarik",
        f"{sebagai} menarik kembali “{kegiatan}”: {alasan}",
        tugas=tugas,
        sebagai=sebagai,
        alasan=alasan,
        dibatalkan=[t.pk for t in dibatalkan],
        dibuka=[baru],
    )
    for batal in dibatalkan:
        teks = f"{langkah_tugas(batal).kegiatan} ({pelaksanaan}) ditarik kembali oleh {pegawai}: {alasan}"
        kabari(batal, pemilik(batal), teks)
    return baru


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


def _pastikan_boleh_mengalihkan(pegawai, tugas) -> str:
    kunci(tugas)
    pastikan_terbuka(tugas)
    if sebagai := sebagai_pengalih(pegawai, tugas):
        return sebagai
    raise Ditolak(
        f"Tugas ini milik {tugas.jabatan or tugas.tim}; yang dapat mengalihkannya ialah pelaksananya, "
        "penanggung jawab SOP, atau pengelola."
    )


def _sejak_ditutup(tugas):
    """The other tasks of the run that were opened or closed since this one was finished."""
    lain = Tugas.objects.filter(pelaksanaan=tugas.pelaksanaan_id).exclude(pk=tugas.pk)
    return lain.filter(dibuka_pada__gte=tugas.ditutup_pada) | lain.filter(
        ditutup_pada__gte=tugas.ditutup_pada
    )


def _sefase(tugas):
    return {"langkah": tugas.langkah, "putaran": tugas.putaran, "tahap": tugas.tahap}


def _dibuka_sesudah(tugas):
    """The open tasks that its finishing, or that of its own phase, has opened."""
    setahap = {"langkah": tugas.langkah, "tahap": tugas.tahap}
    dibuka = Tugas.objects.terbuka().filter(
        pelaksanaan=tugas.pelaksanaan_id, dibuka_pada__gte=tugas.ditutup_pada
    )
    return dibuka.exclude(pk=tugas.pk).exclude(**setahap).select_related("jabatan", "tim", "pelaksanaan")


def _sudah_berlanjut(tugas) -> bool:
    """Has anyone seen, supplied or worked what came after, or has a collection been closed since?"""
    berikut = list(_dibuka_sesudah(tugas))
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


def _tugas_pengganti(tugas):
    """The same task, open again; everything but its history is kept."""
    tetap = (
        "pelaksanaan_id", "langkah", "urutan", "putaran", "tahap", "jenis", "naskah", "peran", "jabatan_id",
        "tim_id", "penerima_id", "unit_id", "instansi_id", "per_unit", "pesan", "menit_standar",
        "tenggat", "tenggat_semula",
    )  # fmt: skip
    isi = {nama: getattr(tugas, nama) for nama in tetap}
    return Tugas.objects.create(**isi, dibuka_pada=timezone.now())
