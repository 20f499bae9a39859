"""Starting the report of a case before its first version, so that its text can be written."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from lapkin.alur.queries import tugas_terlihat
from lapkin.sop.bagan import Jenis

from ..dasar import pastikan_dapat_dikerjakan
from ..kertas_kasus import LAPORAN
from ..susun_laporan import mulai


@require_POST
def mulai_laporan(request, pk):
    """Open the report of this case and go to its pages."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk, jenis=Jenis.SUSUN, naskah=LAPORAN)
    sebagai = pastikan_dapat_dikerjakan(request.user, tugas)
    laporan = mulai(pegawai=request.user, tugas=tugas, sebagai=sebagai)
    messages.success(
        request, f"{laporan} dimulai. Tulis naskahnya di sini, lalu susun versinya dari tugas Anda."
    )
    return redirect("laporan", pk=laporan.pk)
