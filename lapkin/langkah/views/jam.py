"""The clock of one task: pausing it, letting it run again, another due date."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from lapkin.alur import actions
from lapkin.alur.queries import jeda_berjalan, tugas_terlihat
from lapkin.jejak.ditolak import Ditolak

from ..isian_jam import FormTenggat, FormTunda
from ..jadwal import teks_cadangan


@require_POST
def tunda(request, pk):
    """Stop the clock while somebody else is waited for."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    form = FormTunda(request.POST)
    _pastikan_terisi(form)
    actions.jeda(pegawai=request.user, tugas=tugas, **form.cleaned_data)
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
    form = FormTenggat(request.POST, tugas=tugas)
    _pastikan_terisi(form)
    actions.ubah_tenggat(
        pegawai=request.user, tugas=tugas, tenggat=form.saat, alasan=form.cleaned_data["alasan"]
    )
    messages.success(request, "Tenggat diubah; pelaksananya diberi tahu.")
    return redirect("tugas", pk=pk)


def konteks_jam(tugas, pegawai, giliran_saya) -> dict:
    """What the part of the page about the clock shows: the pause, the forms this officer may use, the reserve."""
    terbuka = tugas.status == tugas.Status.TERBUKA
    jeda = jeda_berjalan(tugas) if terbuka else None
    boleh_mengatur = terbuka and actions.sebagai_pengatur_tenggat(pegawai, tugas)
    return {
        "jeda": jeda,
        "form_tunda": FormTunda(auto_id="tunda_%s") if giliran_saya and not jeda else None,
        "boleh_lanjut": bool(giliran_saya and jeda),
        "form_tenggat": FormTenggat(tugas=tugas, auto_id="tenggat_%s") if boleh_mengatur else None,
        "cadangan": teks_cadangan(tugas.pelaksanaan) if terbuka else "",
    }


def _pastikan_terisi(form):
    if not form.is_valid():
        raise Ditolak(" ".join(kalimat for daftar in form.errors.values() for kalimat in daftar))
