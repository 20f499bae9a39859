"""Handing a task on, giving it back, withdrawing it; skipping a step of a case and adding one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from lapkin.alur import actions
from lapkin.alur.lewat import akibat_lewat
from lapkin.alur.queries import (
    dapat_dialihkan,
    halangan_lewati,
    halangan_tarik,
    langkah_kini,
    pelaksanaan_terlihat,
    pengalihan_terakhir,
    sebagai_pengalih,
    tugas_terlihat,
)
from lapkin.jejak.ditolak import Ditolak

from ..forms import pastikan_terisi
from ..isian_pengalihan import FormAlasan, FormAlihkan, FormLewati, FormSisipkan


@require_POST
def alihkan(request, pk):
    """Hand the task to a colleague."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    form = FormAlihkan(request.POST, tugas=tugas, pegawai=request.user)
    pastikan_terisi(form)
    actions.alihkan(pegawai=request.user, tugas=tugas, **form.cleaned_data)
    messages.success(request, f"Tugas dialihkan kepada {form.cleaned_data['penerima']}.")
    return redirect("tugas", pk=pk)


@require_POST
def kembalikan_alihan(request, pk):
    """Give the task back to whom the SOP names."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    form = FormAlasan(request.POST)
    pastikan_terisi(form)
    actions.kembalikan_alihan(pegawai=request.user, tugas=tugas, **form.cleaned_data)
    messages.success(request, f"Tugas kembali kepada {tugas.jabatan or tugas.tim}.")
    return redirect("tugas", pk=pk)


@require_POST
def tarik(request, pk):
    """Withdraw a finished task; a fresh one stands in its place."""
    tugas = get_object_or_404(tugas_terlihat(request.user), pk=pk)
    form = FormAlasan(request.POST)
    pastikan_terisi(form)
    baru = actions.tarik(pegawai=request.user, tugas=tugas, **form.cleaned_data)
    messages.success(request, "Tugas ditarik kembali; perbaiki lalu selesaikan lagi.")
    return redirect("tugas", pk=baru.pk)


@require_http_methods(["GET", "POST"])
def lewati(request, pk):
    """Skip the present step: what that means is written out first."""
    pelaksanaan, langkah, tahap = _di_langkah(request, pk)
    form = FormLewati(request.POST or None, initial={"kode": langkah.kode})
    if form.is_valid():
        actions.lewati(pegawai=request.user, pelaksanaan=pelaksanaan, **form.cleaned_data)
        messages.success(request, f"Langkah “{langkah.kegiatan}” dilewati; alasannya tercetak pada jejak.")
        return redirect("pekerjaan", pk=pk)
    isi = pelaksanaan.dibaca()
    konteks = {
        "pelaksanaan": pelaksanaan,
        "langkah": langkah,
        "berikut": isi.sesudah(langkah.kode),
        "halangan": halangan_lewati(pelaksanaan, langkah, tahap),
        "akibat": akibat_lewat(isi, langkah),
        "form": form,
    }
    return render(request, "langkah/lewati.html", konteks, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def sisipkan(request, pk):
    """Add a step behind the present one."""
    pelaksanaan, langkah, _ = _di_langkah(request, pk)
    form = FormSisipkan(request.POST or None, pelaksanaan=pelaksanaan, initial={"kode": langkah.kode})
    if form.is_valid():
        actions.sisipkan(pegawai=request.user, pelaksanaan=pelaksanaan, **form.cleaned_data)
        messages.success(request, f"Langkah “{form.cleaned_data['kegiatan']}” disisipkan.")
        return redirect("pekerjaan", pk=pk)
    konteks = {
        "pelaksanaan": pelaksanaan,
        "langkah": langkah,
        "berikut": pelaksanaan.dibaca().sesudah(langkah.kode),
        "form": form,
    }
    return render(request, "langkah/sisipkan.html", konteks, status=422 if form.is_bound else 200)


def konteks_alih(tugas, pegawai, kini) -> dict:
    """What the task page needs for handing on and withdrawing (`langkah/_alih.html`); forms only where one may.

    `kini`: the Kedudukan of the officer.
    """
    terbuka = tugas.status == tugas.Status.TERBUKA
    boleh = terbuka and sebagai_pengalih(pegawai, tugas, kini)
    return {
        "dialihkan": pengalihan_terakhir(tugas) if terbuka and tugas.penerima_id else None,
        "form_alihkan": (
            FormAlihkan(tugas=tugas, pegawai=pegawai) if boleh and dapat_dialihkan(tugas) else None
        ),
        "form_kembalikan_alihan": FormAlasan(auto_id="alihan_%s") if boleh and tugas.penerima_id else None,
        "form_tarik": FormAlasan(auto_id="tarik_%s") if _dapat_ditarik(tugas, pegawai, kini) else None,
    }


def _dapat_ditarik(tugas, pegawai, kini) -> bool:
    return (
        tugas.status == tugas.Status.SELESAI
        and tugas.pelaksanaan.status == tugas.pelaksanaan.Status.BERJALAN
        and not halangan_tarik(pegawai, tugas, kini)
    )


def _di_langkah(request, pk):
    """The case, its present step and phase, for its penanggung jawab; raises Ditolak for anyone else."""
    pelaksanaan = get_object_or_404(pelaksanaan_terlihat(request.user), pk=pk)
    actions.pastikan_penanggung_jawab(request.user, pelaksanaan)
    langkah, tahap = langkah_kini(pelaksanaan)
    if langkah is None:
        raise Ditolak("Pekerjaan ini sudah selesai atau dibatalkan.")
    return pelaksanaan, langkah, tahap
