"""What the pages of this room share: finding a row of an instansi that the officer manages, and the one form page."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ..queries import instansi_dikelola

require_form = require_http_methods(["GET", "POST"])


def instansi_milik(request, kode):
    return get_object_or_404(instansi_dikelola(request.user), kode=kode)


def baris_milik(request, kode, model, pk, lewat="instansi"):
    """A row of an instansi that the officer manages; 404 for every other."""
    dikelola = {f"{lewat}__in": instansi_dikelola(request.user), f"{lewat}__kode": kode}
    return get_object_or_404(model, pk=pk, **dikelola)


def halaman_isian(request, form, judul, instansi, *, kembali, simpan="Simpan", kalimat=""):
    """The one page of all forms here: 200 when it is opened, 422 when what was sent has errors."""
    konteks = {
        "form": form,
        "judul": judul,
        "kalimat": kalimat,
        "instansi": instansi,
        "simpan": simpan,
        "kembali": kembali,
    }
    return render(request, "organisasi/isian.html", konteks, status=422 if form.is_bound else 200)


def selesai(request, kalimat, nama, *args):
    messages.success(request, kalimat)
    return redirect(nama, *args)
