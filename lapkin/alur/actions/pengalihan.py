"""Handing one task to a colleague, giving it back, and withdrawing what one has finished."""

from django.db import transaction
from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak

from ..models import Tugas
from ..queries import (
    dapat_dialihkan,
    dibuka_sesudah,
    halangan_tarik,
    langkah_tugas,
    penerima_tugas,
    sebagai_penarik,
    sebagai_pengalih,
)
from .giliran import beralasan, catat_pelaksanaan, kunci, pastikan_terbuka
from .kabar import kabari, pemilik


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
    Raises Ditolak when it is too late, or the work is known outside (`halangan_tarik`).
    """
    pelaksanaan = kunci(tugas)
    tugas.refresh_from_db(fields=["status", "ditutup_pada", "pelaku"])
    alasan = beralasan(alasan, "Sebutkan alasan menarik kembali tugas ini; alasan tercetak pada jejak.")
    if halangan := halangan_tarik(pegawai, tugas):
        raise Ditolak(halangan)
    sebagai = sebagai_penarik(pegawai, tugas)
    dibatalkan = list(dibuka_sesudah(tugas))
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


def _pastikan_boleh_mengalihkan(pegawai, tugas) -> str:
    kunci(tugas)
    pastikan_terbuka(tugas)
    if sebagai := sebagai_pengalih(pegawai, tugas):
        return sebagai
    raise Ditolak(
        f"Tugas ini milik {tugas.jabatan or tugas.tim}; yang dapat mengalihkannya ialah pelaksananya, "
        "penanggung jawab SOP, atau pengelola."
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
