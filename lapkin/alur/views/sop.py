"""The SOP pages: every officer reads them, the administrator binds the roles."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_POST

from lapkin.organisasi.queries import hari_ini, mengelola
from lapkin.sop.gambar import formulir_svg
from lapkin.sop.kata_sop import kata_disimpulkan

from .. import actions
from ..forms import FormIkat
from ..models import RevisiSop
from ..queries import (
    instansi_pelaku,
    kasus_menunggu,
    menunggu_pengesahan,
    peran_belum_terikat,
    sebagai_pengurus_sop,
    sop_dikelola,
    sop_terlihat,
    tinjauan_sop,
)


@require_GET
def daftar(request):
    """The SOPs of the officer's offices."""
    daftar_sop = list(sop_terlihat(request.user))
    tinjauan = tinjauan_sop(daftar_sop)
    berlaku = RevisiSop.objects.filter(sop__in=daftar_sop, status=RevisiSop.Status.BERLAKU)
    konteks = {
        "daftar": [(sop, tinjauan.get(sop.pk, ()), hari_ini(sop.instansi)) for sop in daftar_sop],
        "berlaku": set(berlaku.values_list("sop", flat=True)),
        "menunggu": menunggu_pengesahan(request.user),
    }
    return render(request, "alur/sop_daftar.html", konteks)


@require_GET
def lihat(request, pk):
    """One SOP: its identity block and its table as printed, and who stands behind its roles today."""
    sop = get_object_or_404(sop_terlihat(request.user), pk=pk)
    if not sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).exists():
        return redirect("sop_revisi", pk)
    return render(request, "alur/sop.html", _isi_halaman(request, sop))


@require_POST
def ikat(request, pk):
    """Bind a role to a post or a team."""
    sop = get_object_or_404(sop_dikelola(request.user), pk=pk)
    form = _form(request, sop, request.POST)
    if not form.is_valid():
        return render(request, "alur/sop.html", _isi_halaman(request, sop, form), status=422)
    peran = actions.ikat_peran(pegawai=request.user, sop=sop, **form.cleaned_data)
    messages.success(request, f"Peran {peran} terikat.")
    return redirect("sop", pk=pk)


@require_POST
def lepas(request, pk, peran):
    """Take a post or a team off a role."""
    sop = get_object_or_404(sop_dikelola(request.user), pk=pk)
    baris = get_object_or_404(sop.daftar_peran, pk=peran)
    actions.lepas_peran(pegawai=request.user, peran=baris)
    messages.success(request, f"{baris.jabatan or baris.tim} tidak lagi memegang peran {baris.nama}.")
    return redirect("sop", pk=pk)


def _form(request, sop, data=None):
    return FormIkat(data, sop=sop, isi=_revisi(sop).dibaca(), daftar_instansi=instansi_pelaku(sop))


def _revisi(sop):
    return get_object_or_404(sop.daftar_revisi, status=RevisiSop.Status.BERLAKU)


def _isi_halaman(request, sop, form=None):
    revisi = _revisi(sop)
    isi = revisi.dibaca()
    dikelola = mengelola(request.user, sop.instansi)
    return {
        "sop": sop,
        "revisi": revisi,
        "isi": isi,
        "menunggu": kasus_menunggu(sop) if dikelola else {},
        # Drawn by our own pure code, which escapes every text of the SOP.
        "gambar": mark_safe(formulir_svg(isi)),
        "kata_disimpulkan": kata_disimpulkan,
        "ikatan": sop.daftar_peran.select_related("jabatan__instansi", "tim"),
        "belum_terikat": peran_belum_terikat(sop, isi),
        "mengelola": dikelola,
        "boleh_menilai": sebagai_pengurus_sop(request.user, sop, isi),
        "form": (form or _form(request, sop)) if dikelola else None,
        "daftar_pelaksanaan": sop.daftar_pelaksanaan.all(),
        "tinjauan": tinjauan_sop([sop]).get(sop.pk, ()),
        "hari_ini": hari_ini(sop.instansi),
    }
