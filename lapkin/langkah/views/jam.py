"""The clock of one task: pausing it, letting it run again, another due date."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lapkin.alur import actions
from lapkin.alur.queries import tugas_terlihat
from lapkin.jejak.ditolak import Ditolak

from ..forms import pastikan_terisi
from ..isian_jam import FormTenggat, FormTunda
from .halaman_tugas import AWALAN_TENGGAT, AWALAN_TUNDA, isi_halaman


@require_POST
def tunda(request, pk):
    """Stop the clock while somebody else is waited for."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    form = FormTunda(request.POST, auto_id=AWALAN_TUNDA)
    if not form.is_valid():
        return _halaman(request, tugas, form_tunda=form)
    actions.tunda(pegawai=request.user, tugas=tugas, **form.cleaned_data)
    kata = f"Jam tugas ini berhenti; menunggu {form.cleaned_data['menunggu']}. Lanjutkan bila sudah diterima."
    messages.success(request, kata)
    return redirect("tugas", pk=pk)


@require_POST
def lanjut(request, pk):
    """Let the clock run again."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    actions.lanjut(pegawai=request.user, tugas=tugas)
    messages.success(request, "Jam tugas ini berjalan lagi; tenggatnya mundur selama waktu tunda.")
    return redirect("tugas", pk=pk)


@require_POST
def tenggat(request, pk):
    """Give the task another due date."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    form = FormTenggat(request.POST, tugas=tugas, auto_id=AWALAN_TENGGAT)
    if not form.is_valid():
        return _halaman(request, tugas, form_tenggat=form)
    try:
        actions.ubah_tenggat(
            pegawai=request.user, tugas=tugas, tenggat=form.saat, alasan=form.cleaned_data["alasan"]
        )
    except Ditolak as salah:
        form.add_error(None, str(salah))
        return _halaman(request, tugas, form_tenggat=form)
    messages.success(request, "Tenggat diubah; pelaksananya diberi tahu.")
    return redirect("tugas", pk=pk)


def _halaman(request, tugas, **form):
    """The task page with the form that was sent in vain, as far as this officer has it there; else a refusal."""
    isi = isi_halaman(request, tugas, **form)
    ((nama, salah),) = form.items()
    if isi[nama] is None:
        pastikan_terisi(salah)
    return render(request, "langkah/tugas.html", isi, status=422)
