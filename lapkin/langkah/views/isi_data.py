"""Saving the cells of a unit's sheet, one address per cell; and all of them at once where no script runs."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lapkin.alur.actions import pastikan_giliran
from lapkin.alur.queries import tugas_terlihat
from lapkin.sop.bagan import Jenis

from ..isian_unit import baca_sel, lembar_isian
from ..jenis.isi_data import Isian
from ..simpan_isian import mengisi, simpan_sel, simpan_semua


@require_POST
def isi_realisasi(request, pk, indikator, periode):
    """One figure of one indicator; the answer is the state of the cell and the capaian it now gives."""
    sel = f"r-{indikator}-{periode}"
    lembar = _simpan(request, _tugas_isian(request, pk), sel)
    baris = next(b for b in lembar.daftar_baris if b.pk == indikator)
    return _jawab(request, sel, lembar, {"baris": baris})


@require_POST
def isi_anggaran(request, pk, anggaran):
    """The realisasi of one budget line."""
    sel = f"a-{anggaran}"
    return _jawab(request, sel, _simpan(request, _tugas_isian(request, pk), sel))


@require_POST
def isi_teks(request, pk, bagian):
    """The unit's text for one slot of the report."""
    sel = f"t-{bagian}"
    return _jawab(request, sel, _simpan(request, _tugas_isian(request, pk), sel))


@require_POST
def simpan(request, pk):
    """Keep everything typed on the sheet without sending it (for browsers without a script)."""
    tugas = _tugas_isian(request, pk)
    pastikan_giliran(request.user, tugas)
    isian = Isian(request.POST, request.FILES, tugas=tugas, pegawai=request.user)
    isian.is_valid()  # what is not yet complete may be kept; only what can't be read is left out
    simpan_semua(
        pegawai=request.user, tugas=tugas, lembar=isian.lembar, perubahan=isian.cleaned_data["perubahan"]
    )
    for kalimat in isian.daftar_salah:
        messages.error(request, f"Tidak tersimpan: {kalimat}")
    messages.success(request, "Isian tersimpan. Kirim bila sudah lengkap.")
    return redirect("tugas", pk=pk)


def _tugas_isian(request, pk):
    return get_object_or_404(tugas_terlihat(request.user), pk=pk, jenis=Jenis.ISI_DATA, penghimpun=False)


def _simpan(request, tugas, sel):
    """Store the cell that was sent and read the sheet anew; a cell that is not on this sheet is a 404."""
    lembar = lembar_isian(tugas)
    if sel not in lembar.tersimpan:
        raise Http404
    teks = request.POST.get(sel, "").replace("\r\n", "\n").strip()
    with mengisi(request.user, tugas) as sebagai:
        simpan_sel(pegawai=request.user, sebagai=sebagai, tugas=tugas, lembar=lembar, nama=sel, teks=teks)
    return lembar_isian(tugas)


def _jawab(request, sel, lembar, isi=()):
    kata, warna = baca_sel(lembar.tersimpan[sel]) if not sel.startswith("t-") else ("tersimpan", "hijau")
    return render(
        request, "langkah/_sel.html", {"sel": sel, "kata": kata, "warna": warna, "baris": None, **dict(isi)}
    )
