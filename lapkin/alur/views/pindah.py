"""Moving the running cases of an SOP to the revision in force: the preview, and the act."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from .. import actions
from ..models import RevisiSop
from ..queries import daftar_rencana, kasus_tertinggal, revisi_terlihat, sebagai_pengurus_sop


@require_GET
def pratinjau(request, pk):
    """Where each running case would land, what happens to its open tasks, or why it cannot be moved."""
    revisi = _tujuan(request, pk)
    rencana = daftar_rencana(list(kasus_tertinggal(revisi.sop, revisi)), revisi)
    return render(
        request,
        "alur/revisi_pindah.html",
        {
            "sop": revisi.sop,
            "revisi": revisi,
            "rencana": rencana,
            "jumlah": sum(pindah.mendarat is not None for _, pindah in rencana),
        },
    )


@require_POST
def pindahkan(request, pk):
    """Move all cases that can be moved."""
    revisi = _tujuan(request, pk)
    rencana = actions.pindahkan_kasus(pegawai=request.user, sop=revisi.sop, revisi=revisi)
    pindah = sum(satu.mendarat is not None for _, satu in rencana)
    messages.success(request, f"{pindah} pekerjaan dipindahkan ke revisi {revisi.urutan}.")
    if tinggal := [str(pelaksanaan) for pelaksanaan, satu in rencana if satu.mendarat is None]:
        messages.warning(request, f"Tetap pada revisinya: {', '.join(tinggal)}.")
    return redirect("sop_pindah", pk)


def _tujuan(request, pk):
    """The revision in force, for whoever may move cases to it; a 404 for all others."""
    revisi = get_object_or_404(revisi_terlihat(request.user).filter(sop=pk), status=RevisiSop.Status.BERLAKU)
    if not sebagai_pengurus_sop(request.user, revisi.sop, revisi.dibaca()):
        raise Http404
    return revisi
