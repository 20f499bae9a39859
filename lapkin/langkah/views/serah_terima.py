"""A post's work passing to somebody else: assignments, and delegations for a period.

They stand here, not in organisasi, since whoever takes over is told how many open tasks come with the post.
"""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lapkin.alur import actions
from lapkin.alur.queries import tugas_saya
from lapkin.organisasi.batas_penugasan import kalimat_lewat
from lapkin.organisasi.forms import IsianPenugasan
from lapkin.organisasi.models import Jabatan
from lapkin.organisasi.queries import (
    boleh_melimpahkan,
    hari_ini,
    jabatan_dapat_dilimpahkan,
    pelimpahan_terlihat,
)
from lapkin.organisasi.views.dasar import baris_milik, halaman_isian

from ..isian_pengalihan import FormPelimpahan


@require_http_methods(["GET", "POST"])
def tugaskan(request, kode, pk):
    """Put a person in a post."""
    jabatan = baris_milik(request, kode, Jabatan, pk)
    form = IsianPenugasan(request.POST or None, jabatan=jabatan)
    kembali = reverse("jabatan_lihat", args=[kode, pk])
    if form.is_valid():
        isian = form.cleaned_data
        orang = isian.pop("pegawai")
        penugasan = actions.tugaskan(pegawai=request.user, jabatan=jabatan, orang=orang, **isian)
        kalimat = f"{orang} tercatat sebagai {penugasan.sebutan}. Giliran jabatan ini berpindah kepadanya."
        messages.success(request, kalimat)
        lewat, _ = kalimat_lewat(penugasan.jenis, penugasan.sebutan, penugasan.dari, penugasan.sampai)
        if lewat:
            messages.warning(request, lewat)
        return redirect("jabatan_lihat", kode, pk)
    judul = f"Tugaskan pemegang {jabatan}"
    return halaman_isian(request, form, judul, jabatan.instansi, simpan="Tugaskan", kembali=kembali)


@require_GET
def pelimpahan(request):
    """The delegations that concern this officer: given, received, and of the offices he manages."""
    daftar = list(pelimpahan_terlihat(request.user))
    for satu in daftar:
        satu.hari_ini = hari_ini(satu.jabatan.instansi)
        satu.dapat_dicabut = (
            satu.dicabut_pada is None
            and satu.sampai >= satu.hari_ini
            and boleh_melimpahkan(request.user, satu.jabatan)
        )
    konteks = {
        "daftar": daftar,
        "boleh_melimpahkan": jabatan_dapat_dilimpahkan(request.user).exists(),
        "jumlah_tugas": tugas_saya(request.user).count(),
    }
    return render(request, "langkah/pelimpahan.html", konteks)


@require_http_methods(["GET", "POST"])
def pelimpahan_baru(request):
    """Delegate the work of a post for a period."""
    form = FormPelimpahan(request.POST or None, pegawai=request.user)
    if form.is_valid():
        dibuat = actions.limpahkan(pegawai=request.user, **form.cleaned_data)
        messages.success(
            request,
            f"Pekerjaan {dibuat.jabatan} dilimpahkan kepada {dibuat.pegawai}; ia sudah diberi tahu.",
        )
        return redirect("pelimpahan")
    konteks = {"form": form}
    return render(request, "langkah/pelimpahan_baru.html", konteks, status=422 if form.is_bound else 200)


@require_POST
def pelimpahan_cabut(request, pk):
    """Revoke a delegation, from now on."""
    dicabut = get_object_or_404(pelimpahan_terlihat(request.user), pk=pk)
    actions.cabut_pelimpahan(pegawai=request.user, pelimpahan=dicabut)
    messages.success(request, f"Pelimpahan kepada {dicabut.pegawai} dicabut.")
    return redirect("pelimpahan")
