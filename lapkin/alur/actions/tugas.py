"""One task: seeing it, supplying it, finishing it, sending it back."""

from django.db import transaction
from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak

from ..models import Kelengkapan, Tugas
from ..queries import kelengkapan_kurang, langkah_tugas, putaran_terakhir, tujuan_kembali
from .giliran import catat_pelaksanaan, kunci, pastikan_giliran, pastikan_terbuka
from .pembukaan import buka_langkah, lanjutkan
from .penutupan import simpan_output, tutup


@transaction.atomic
def buka(*, pegawai, tugas):
    """Note that the officer has seen the task for the first time ("dibuka oleh"); later openings change nothing."""
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    dibuka = (
        Tugas.objects.terbuka()
        .filter(pk=tugas.pk, dilihat_pada=None)
        .update(dilihat_pada=timezone.now(), dilihat_oleh=pegawai)
    )
    if dibuka:
        catat_pelaksanaan(
            pelaksanaan, pegawai, "tugas.dibuka", f"{sebagai} membuka tugas.", tugas=tugas, sebagai=sebagai
        )


@transaction.atomic
def lengkapi(*, pegawai, tugas, nama, berkas=None, alasan=""):
    """Give one kelengkapan its file, or state why it is missing; giving it again replaces the earlier answer."""
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    pastikan_terbuka(tugas)
    alasan = alasan.strip()
    if nama not in [butir.nama for butir in langkah_tugas(tugas).kelengkapan]:
        raise Ditolak(f"SOP tidak menyebut kelengkapan “{nama}” pada langkah ini.")
    if (berkas is None) == (not alasan):
        raise Ditolak("Unggah berkas kelengkapan, atau tuliskan alasan mengapa tidak ada (salah satu saja).")
    Kelengkapan.objects.update_or_create(
        tugas=tugas,
        nama=nama,
        defaults={
            "berkas": berkas,
            "alasan": alasan,
            "diisi_oleh": pegawai,
            "diisi_pada": timezone.now(),
        },
    )
    uraian = f"Kelengkapan “{nama}” " + ("diunggah." if berkas else f"tidak ada: {alasan}")
    catat_pelaksanaan(
        pelaksanaan, pegawai, "kelengkapan.diisi", uraian, tugas=tugas, sebagai=sebagai, berkas=_sidik(berkas)
    )


@transaction.atomic
def selesaikan(*, pegawai, tugas, output=(), catatan=""):
    """Finish a task with the papers it made, a sequence of (name as printed, Berkas); open what comes next.

    Raises Ditolak when it is not (or no longer) the officer's turn, a kelengkapan is missing, or the step's outputs
    do not exist yet.
    """
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    if kurang := kelengkapan_kurang(tugas):
        raise Ditolak(
            "Kelengkapan belum lengkap: "
            + "; ".join(kurang)
            + ". Unggah berkasnya atau tuliskan alasan mengapa tidak ada."
        )
    tutup(tugas, Tugas.Status.SELESAI, pegawai, sebagai, catatan)
    simpan_output(tugas, output)
    dibuka = lanjutkan(pelaksanaan, tugas, daftar_nama=[nama for nama, _ in output])
    catat_pelaksanaan(
        pelaksanaan,
        pegawai,
        "tugas.selesai",
        f"{sebagai} menyelesaikan: {langkah_tugas(tugas).kegiatan}",
        tugas=tugas,
        sebagai=sebagai,
        catatan=catatan,
        output=[[nama, _sidik(berkas)] for nama, berkas in output],
        dibuka=dibuka,
    )
    return dibuka


@transaction.atomic
def kembalikan(*, pegawai, tugas, tujuan, catatan, daftar_jabatan=None):
    """Send the work back to a step the SOP allows (`tujuan`, a kode), with a note; a new round begins there.

    For a step that was opened per unit, `daftar_jabatan` (ids) limits the new round to those units.
    """
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    catatan = catatan.strip()
    if not catatan:
        raise Ditolak("Pengembalian harus disertai catatan: tuliskan apa yang perlu diperbaiki.")
    if tujuan not in [langkah.kode for langkah in tujuan_kembali(tugas)]:
        raise Ditolak("SOP tidak mengizinkan langkah ini mengembalikan pekerjaan ke sana.")
    tutup(tugas, Tugas.Status.DIKEMBALIKAN, pegawai, sebagai, catatan)
    _batalkan_yang_terbuka(pelaksanaan)
    langkah = pelaksanaan.dibaca().cari(tujuan)
    putaran = putaran_terakhir(pelaksanaan, tujuan) + 1
    dibuka = buka_langkah(pelaksanaan, langkah, putaran, pesan=catatan, daftar_jabatan=daftar_jabatan)
    catat_pelaksanaan(
        pelaksanaan,
        pegawai,
        "tugas.dikembalikan",
        f"{sebagai} mengembalikan ke “{langkah.kegiatan}”: {catatan}",
        tugas=tugas,
        sebagai=sebagai,
        tujuan=tujuan,
        putaran=putaran,
        dibuka=dibuka,
    )
    return dibuka


def _batalkan_yang_terbuka(pelaksanaan):
    Tugas.objects.terbuka().filter(pelaksanaan=pelaksanaan).tutup(Tugas.Status.DIBATALKAN)


def _sidik(berkas):
    return berkas.sha256 if berkas else ""
