"""Closing a task: one UPDATE decides who was first, and its papers are kept."""

from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak

from ..models import Output, Tugas
from .jam import akhiri_jeda


def tutup(tugas, status, pegawai, sebagai, catatan):
    """Close an open task, and the pause it may be in; a second click finds nothing and raises Ditolak."""
    akhiri_jeda(tugas)
    ditutup = (
        Tugas.objects.terbuka()
        .filter(pk=tugas.pk)
        .update(status=status, catatan=catatan, ditutup_pada=timezone.now(), pelaku=pegawai, sebagai=sebagai)
    )
    if not ditutup:
        raise Ditolak("Tugas ini sudah ditutup.")


def simpan_output(tugas, output):
    """Keep the papers a task made: (name as printed, Berkas)."""
    Output.objects.bulk_create(
        Output(
            pelaksanaan_id=tugas.pelaksanaan_id,
            tugas=tugas,
            langkah=tugas.langkah,
            putaran=tugas.putaran,
            nama=nama,
            berkas=berkas,
        )
        for nama, berkas in output
    )
