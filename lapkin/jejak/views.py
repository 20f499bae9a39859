"""The officer's notices: a list, and marking them as read."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from . import actions
from .models import Pemberitahuan

TERBARU = 100


@require_GET
def daftar(request):
    """The officer's notices, the newest first."""
    daftar_pemberitahuan = list(Pemberitahuan.objects.filter(penerima=request.user)[:TERBARU])
    konteks = {
        "daftar_pemberitahuan": daftar_pemberitahuan,
        "ada_baru": any(butir.dibaca_pada is None for butir in daftar_pemberitahuan),
    }
    return render(request, "jejak/pemberitahuan.html", konteks)


@require_POST
def dibaca(request):
    """Mark all notices as read."""
    actions.tandai_dibaca(pegawai=request.user)
    messages.success(request, "Semua pemberitahuan ditandai sudah dibaca.")
    return redirect("pemberitahuan")
