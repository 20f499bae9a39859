"""What the modules of the kinds of work share: the document at hand, and the names of the papers a task makes."""

from contextlib import contextmanager

from django.db import transaction

from lapkin.alur.actions import kunci, pastikan_giliran, pastikan_terbuka
from lapkin.alur.models import Tugas
from lapkin.alur.queries import kelengkapan_kurang, langkah_tugas
from lapkin.jejak.ditolak import Ditolak
from lapkin.sop.bagan import Jenis


def pastikan_dapat_dikerjakan(pegawai, tugas) -> str:
    """The post in which the officer does this task; asked before anything costly is made or kept.

    Raises Ditolak when it is not his turn, the task is closed already, or a kelengkapan is missing.
    """
    sebagai = pastikan_giliran(pegawai, tugas)
    pastikan_terbuka(tugas)
    if kurang := kelengkapan_kurang(tugas):
        raise Ditolak(f"Lengkapi dahulu: {'; '.join(kurang)}. Unggah berkasnya atau tuliskan alasannya.")
    return sebagai


@contextmanager
def mengerjakan(pegawai, tugas):
    """The one transaction in which a task is worked: its case locked first, then everything asked again.

    What was rendered before is stored in here only, so a second click stores nothing. Gives the officer's post.
    """
    with transaction.atomic():
        kunci(tugas)
        yield pastikan_dapat_dikerjakan(pegawai, tugas)


def sebagai_output(tugas, berkas):
    """The papers of the step that this task makes, each with the file: [(name as printed, Berkas)]."""
    daftar_nama = langkah_tugas(tugas).daftar_output(Jenis(tugas.jenis), tugas.peran, tugas.naskah)
    return [(nama, berkas) for nama in daftar_nama]


def judul_kertas(tugas, bawaan) -> str:
    """What the SOP calls the paper that this task makes; `bawaan` where it names none."""
    return next((nama for nama, _ in sebagai_output(tugas, None)), bawaan)


def naskah_kasus(tugas, slug=""):
    """The newest letter of this case for a kind of paper; None when there is none yet."""
    daftar = tugas.pelaksanaan.daftar_naskah.filter(tugas__naskah=slug or tugas.naskah)
    return daftar.order_by("-pk").first()


def laporan_kasus(pelaksanaan):
    """The report of a case; None when no step has started it yet."""
    return getattr(pelaksanaan, "laporan", None)


def langkah_berikut(tugas):
    """The step that follows in the SOP; None at the end."""
    return tugas.pelaksanaan.dibaca().sesudah(tugas.langkah)


def tugas_langkah(tugas):
    """All tasks of the task's own step, all rounds, in order."""
    return Tugas.objects.filter(pelaksanaan=tugas.pelaksanaan_id, langkah=tugas.langkah).select_related(
        "unit", "jabatan", "tim", "pelaku", "instansi"
    )


def pesan_sesudah(tugas, dibuka):
    """What the officer is told after finishing: whose turn it is now."""
    if dibuka:
        if any(t.jabatan_id == tugas.jabatan_id and t.tim_id == tugas.tim_id for t in dibuka):
            return "Selesai. Pekerjaan berikutnya juga giliran Anda; lihat Giliran saya."
        siapa = ", ".join(dict.fromkeys(str(t.jabatan or t.tim) for t in dibuka if not t.penghimpun))
        return f"Selesai. Diteruskan ke {siapa}. Anda akan diberi tahu bila dikembalikan."
    tugas.pelaksanaan.refresh_from_db()
    if tugas.pelaksanaan.status == tugas.pelaksanaan.Status.SELESAI:
        return f"Selesai. Seluruh langkah {tugas.pelaksanaan} telah dikerjakan."
    return "Selesai. Langkah ini masih menunggu pelaksana lain."
