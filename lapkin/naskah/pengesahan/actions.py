"""Paraf and tanda tangan on frozen files: letters and versions of the report alike."""

from django.db import transaction
from django.db.models import Q

from lapkin.alur.models import Output
from lapkin.berkas.pindaian import PindaianSalah, cocokkan
from lapkin.berkas.queries import baca
from lapkin.jejak.actions import catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.naskah.models import Naskah, Paraf, TandaTangan
from lapkin.naskah.pastikan import masih_konsep
from lapkin.naskah.queries import kunci_naskah, menandatangani


@transaction.atomic
def paraf(*, pegawai, berkas, sebagai, tugas=None, naskah=None):
    """Initial a frozen file: the officer, in this post, answers for what it says."""
    _pastikan_lewat_tugas(naskah, tugas)
    if Paraf.objects.filter(berkas_dibaca=berkas, tugas=tugas, pegawai=pegawai).exists():
        raise Ditolak("Anda sudah memaraf berkas ini.")
    baris = Paraf.objects.create(berkas_dibaca=berkas, tugas=tugas, pegawai=pegawai, sebagai=sebagai)
    _catat(baris, naskah, "naskah.diparaf", f"Memaraf {_sebut(naskah, berkas)}", {"berkas": berkas.sha256})
    return baris


@transaction.atomic
def tanda_tangani_basah(*, pegawai, berkas_dibaca, pindaian, sebagai="", tugas=None, naskah=None):
    """Sign in wet ink: the printed frozen file was signed by hand, and its scan is kept beside it.

    The scan must be able to be that paper: not the file itself, and of as many pages. With `naskah` the
    letter becomes signed, provided that its present draft is what was read. Who may sign: with `tugas` the
    caller has made sure (alur.pastikan_giliran), without it the holder of the letter's signing post.
    """
    _pastikan_lewat_tugas(naskah, tugas)
    sebagai = sebagai if tugas else menandatangani(pegawai, naskah)
    if not sebagai:
        raise Ditolak("Hanya pejabat penanda tangan yang dapat menandatangani naskah ini.")
    _pastikan_pindaian(berkas_dibaca, pindaian)
    if TandaTangan.objects.filter(berkas_dibaca=berkas_dibaca, tugas=tugas, pegawai=pegawai).exists():
        raise Ditolak("Anda sudah menandatangani berkas ini.")
    _pastikan_kertas_baru(pindaian)
    if naskah:
        _sahkan(naskah, berkas_dibaca, pindaian)
    baris = TandaTangan.objects.create(
        berkas_dibaca=berkas_dibaca, berkas_hasil=pindaian, tugas=tugas, pegawai=pegawai, sebagai=sebagai
    )
    data = {"berkas": berkas_dibaca.sha256, "pindaian": pindaian.sha256, "cara": baris.cara}
    _catat(baris, naskah, "naskah.ditandatangani", f"Menandatangani {_sebut(naskah, berkas_dibaca)}", data)
    return baris


def _pastikan_lewat_tugas(naskah, tugas) -> None:
    """A letter of a case is initialed and signed in its task, where the SOP's order is kept."""
    if naskah and naskah.pelaksanaan_id and not tugas:
        raise Ditolak("Naskah ini bagian dari sebuah pekerjaan. Kerjakan dari tugasnya.")


def _pastikan_pindaian(berkas_dibaca, pindaian) -> None:
    try:
        cocokkan(dicetak=baca(berkas_dibaca), dipindai=baca(pindaian))
    except PindaianSalah as salah:
        raise Ditolak(str(salah)) from salah


def _pastikan_kertas_baru(pindaian) -> None:
    """A scan is a paper that was not there before: no version of the report, no draft, no other signed paper."""
    sidik = pindaian.sha256
    naskah = Naskah.objects.filter(Q(konsep__sha256=sidik) | Q(bernomor__sha256=sidik) | Q(sah__sha256=sidik))
    if Output.objects.filter(berkas__sha256=sidik).exists() or naskah.exists():
        raise Ditolak(
            "Yang diunggah adalah berkas yang sudah tersimpan di sini, bukan pindaian kertas yang baru ditandatangani."
        )


def _sahkan(naskah, berkas_dibaca, pindaian) -> None:
    terkunci = kunci_naskah(naskah)
    masih_konsep(terkunci)
    if terkunci.konsep_id != berkas_dibaca.pk:
        raise Ditolak("Naskah ini sudah diubah sejak Anda cetak. Cetak dan tanda tangani konsep terbaru.")
    terkunci.status, terkunci.sah = Naskah.Status.DITANDATANGANI, pindaian
    terkunci.save(update_fields=["status", "sah"])


def _sebut(naskah, berkas) -> str:
    return f"“{naskah.hal}”" if naskah else berkas.nama


def _catat(baris, naskah, jenis, uraian, data) -> None:
    """An event of an initial or signature: under the case of its task, else under its letter."""
    tugas = baris.tugas
    pemilik = tugas.pelaksanaan if tugas else naskah
    catat(
        rantai=pemilik.instansi.kunci,
        pegawai=baris.pegawai,
        sebagai=baris.sebagai,
        jenis=jenis,
        objek=pemilik.kunci,
        rujukan=(naskah or tugas).kunci,
        uraian=f"{uraian} sebagai {baris.sebagai}.",
        data=data | ({"tugas": tugas.kunci} if tugas else {}),
    )
