"""The papers of one task: reading the one at hand, and writing the invitation of a meeting."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from lapkin.alur.actions import pastikan_giliran
from lapkin.alur.queries import tugas_terlihat
from lapkin.berkas.views import jawaban_berkas
from lapkin.sop.bagan import Jenis

from ..dokumen_kasus import dokumen_kasus
from ..undangan import Isian, terbitkan, undangan_tugas

# Kinds of work about a paper that exists already; an officer of another office sees the paper only here.
ATAS_DOKUMEN = (Jenis.PARAF, Jenis.TANDA_TANGAN, Jenis.NOMOR)


@require_GET
def dokumen(request, pk):
    """The paper that this task is about, as it was frozen."""
    tugas = get_object_or_404(tugas_terlihat(request.user).filter(jenis__in=ATAS_DOKUMEN), pk=pk)
    if ada := dokumen_kasus(tugas):
        return jawaban_berkas(ada.berkas, sebaris=True)
    raise Http404


@require_http_methods(["GET", "POST"])
def tulis_undangan(request, pk):
    """Write the invitation of a meeting's task and issue it."""
    tugas = get_object_or_404(tugas_terlihat(request.user).filter(jenis=Jenis.RAPAT), pk=pk)
    pastikan_giliran(request.user, tugas)
    isian = Isian(request.POST or None, tugas=tugas, pegawai=request.user)
    if request.method == "POST" and isian.is_valid():
        messages.success(request, terbitkan(pegawai=request.user, tugas=tugas, isian=isian.cleaned_data))
        return redirect("tugas", pk=pk)
    return render(
        request,
        "langkah/undangan.html",
        {"tugas": tugas, "isian": isian},
        status=422 if isian.is_bound else 200,
    )


@require_GET
def undangan_pdf(request, pk):
    """The invitation that a meeting's task has issued."""
    tugas = get_object_or_404(tugas_terlihat(request.user).filter(jenis=Jenis.RAPAT), pk=pk)
    if undangan := undangan_tugas(tugas):
        return jawaban_berkas(undangan.konsep, sebaris=True)
    raise Http404
