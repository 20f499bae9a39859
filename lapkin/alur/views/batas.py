"""The page of an SOP's last legal day: which one it works towards, and the days an office sets itself."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from lapkin.organisasi.queries import hari_ini

from .. import actions
from ..batas import BAWAAN, jenis_batas
from ..models import BatasAkhir, JenisBatas, RevisiSop
from ..queries import batas_sop, jadwal_sop, jam_kerja, sop_dikelola
from ..tenggat import akhir_kerja
from .isian_batas import FormBatas, FormJenisBatas


@require_GET
def lihat(request, pk):
    """The day that holds now, the office's own rows, and the shipped ones with their sources."""
    sop = get_object_or_404(sop_dikelola(request.user), pk=pk)
    return render(request, "alur/batas.html", _isi_halaman(request, sop))


@require_POST
def atur(request, pk):
    """Set a day from a reported year on."""
    sop = get_object_or_404(sop_dikelola(request.user), pk=pk)
    form = FormBatas(request.POST)
    if not form.is_valid():
        return render(request, "alur/batas.html", _isi_halaman(request, sop, form), status=422)
    baris = actions.atur_batas(pegawai=request.user, instansi=sop.instansi, **form.cleaned_data)
    messages.success(
        request, f"Batas akhir {baris.get_jenis_display().lower()} tahun {baris.tahun} tersimpan."
    )
    return redirect("sop_batas", pk=pk)


@require_POST
def hapus(request, pk, batas):
    """Take one of the office's own rows away."""
    sop = get_object_or_404(sop_dikelola(request.user), pk=pk)
    actions.hapus_batas(
        pegawai=request.user, batas=get_object_or_404(BatasAkhir, pk=batas, instansi=sop.instansi)
    )
    messages.success(request, "Batas akhir dihapus; yang bawaan atau yang lebih lama berlaku lagi.")
    return redirect("sop_batas", pk=pk)


@require_POST
def pilih(request, pk):
    """Say which kind of day the SOP works towards."""
    sop = get_object_or_404(sop_dikelola(request.user), pk=pk)
    form = FormJenisBatas(request.POST)
    if not form.is_valid():
        return render(request, "alur/batas.html", _isi_halaman(request, sop, form_jenis=form), status=422)
    actions.pilih_batas(pegawai=request.user, sop=sop, jenis=form.cleaned_data["jenis"])
    messages.success(request, "Batas akhir SOP ini tersimpan.")
    return redirect("sop_batas", pk=pk)


def _isi_halaman(request, sop, form=None, form_jenis=None):
    isi = get_object_or_404(sop.daftar_revisi, status=RevisiSop.Status.BERLAKU).dibaca()
    kini = hari_ini(sop.instansi)
    kalender = jam_kerja(sop.instansi, range(kini.year - 1, kini.year + 3))
    daftar_tahun = (kini.year - 1, kini.year)
    return {
        "sop": sop,
        "jenis": JenisBatas(jenis_batas(isi, sop.instansi.jenis, sop.batas)).label,
        "daftar_berlaku": [
            (tahun, batas_sop(sop, isi, tahun), jadwal_sop(sop, isi, tahun, kalender))
            for tahun in daftar_tahun
        ],
        "akhir_kerja": lambda saat: akhir_kerja(saat, kalender),
        "langkah": {satu.kode: satu for satu in isi.daftar_langkah_kerja},
        "daftar_batas": BatasAkhir.objects.filter(instansi=sop.instansi),
        "bawaan": [(JenisBatas(batas.jenis).label, batas) for batas in BAWAAN],
        "form": form or FormBatas(initial={"jenis": jenis_batas(isi, sop.instansi.jenis, sop.batas)}),
        "form_jenis": form_jenis or FormJenisBatas(initial={"jenis": sop.batas}),
    }
