"""The SOP editor: beginning an SOP, its identity block, its roles."""

from functools import cache, partial

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import instansi_dikelola
from lapkin.sop import sunting_peran
from lapkin.sop.sop import baca
from lapkin.sop.sunting_awal import dari_contoh, sop_kosong

from .. import actions
from .isian_sop import FormIdentitas, FormPenanggungJawab, FormPeran, FormSopBaru, kode_sop
from .penyuntingan import pastikan_draf, revisi_dikelola, simpan, simpan_isian, tempat_tujuan

CONTOH = settings.AKAR / "sop"


@require_http_methods(["GET", "POST"])
def baru(request):
    """Begin an SOP: an empty table with the named roles, or an example."""
    if not request.user.pengelola:
        raise Http404
    form = FormSopBaru(
        request.POST if request.method == "POST" else None,
        daftar_instansi=instansi_dikelola(request.user),
        daftar_contoh={kode: isi.identitas.judul_baku for kode, isi in _contoh().items()},
    )
    if form.is_valid():
        return _buat(request, form)
    return render(request, "alur/sunting_baru.html", {"form": form}, status=422 if form.is_bound else 200)


@cache
def _contoh():
    """The SOPs that come with Lapkin, by kode; they only change with the program."""
    return {b.stem: baca(b.read_text(encoding="utf-8")) for b in sorted(CONTOH.glob("*.toml"))}


def _buat(request, form):
    isi = form.cleaned_data
    instansi = isi["instansi"]
    pokok = {
        "kode": kode_sop(isi["judul"]),
        "judul": isi["judul"],
        "laporan": isi["laporan"],
        "kop": tuple(instansi.kop) or (instansi.nama.upper(),),
    }
    contoh = _contoh().get(isi["contoh"])
    sop = dari_contoh(contoh, **pokok) if contoh else sop_kosong(**pokok, peran=isi["peran"])
    try:
        revisi = actions.buat_sop(pegawai=request.user, instansi=instansi, isi=sop)
    except Ditolak as salah:
        form.add_error("judul", str(salah))
        return render(request, "alur/sunting_baru.html", {"form": form}, status=422)
    messages.success(request, f"SOP “{revisi.sop}” mulai disusun. Isi langkahnya satu per satu.")
    return redirect("sop_sunting", revisi.pk)


@require_http_methods(["GET", "POST"])
def identitas(request, pk):
    """The identity block of a draft."""
    revisi = revisi_dikelola(request, pk)
    pastikan_draf(revisi)
    form = FormIdentitas(request.POST if request.method == "POST" else None, sop=revisi.dibaca_draf())
    if form.is_valid():
        isi = form.cleaned_data
        edit = partial(
            sunting_peran.ubah_identitas,
            identitas=form.identitas(),
            laporan=isi["laporan"],
            sumber=isi["sumber"],
        )
        if simpan_isian(request, revisi, form, edit):
            return redirect("sop_sunting", pk)
    revisi = revisi_dikelola(request, pk)
    konteks = {"revisi": revisi, "form": form}
    return render(request, "alur/sunting_identitas.html", konteks, status=422 if form.is_bound else 200)


@require_GET
def peran(request, pk):
    """The roles of a draft in the order of their columns."""
    revisi = revisi_dikelola(request, pk)
    pastikan_draf(revisi)
    return _halaman_peran(request, revisi)


@require_POST
def peran_tambah(request, pk):
    """Add a role at the end."""
    revisi = revisi_dikelola(request, pk)
    pastikan_draf(revisi)
    form = FormPeran(request.POST)
    if form.is_valid() and _simpan_peran(
        request, revisi, form, partial(sunting_peran.tambah_peran, **form.cleaned_data)
    ):
        return redirect("sop_sunting_peran", pk)
    return _halaman_peran(request, revisi_dikelola(request, pk), baru=form)


@require_POST
def peran_ubah(request, pk, kunci):
    """Rename a role everywhere, give or take its column."""
    revisi = revisi_dikelola(request, pk)
    pastikan_draf(revisi)
    form = FormPeran(request.POST, auto_id=f"id_{kunci}_%s")
    if form.is_valid() and _simpan_peran(
        request, revisi, form, partial(sunting_peran.ubah_peran, kunci=kunci, **form.cleaned_data)
    ):
        return redirect("sop_sunting_peran", pk)
    return _halaman_peran(request, revisi_dikelola(request, pk), diubah=(kunci, form))


def _simpan_peran(request, revisi, form, edit):
    try:
        return simpan_isian(request, revisi, form, edit)
    except Ditolak as salah:
        form.add_error("nama", str(salah))
        return False


@require_POST
def peran_pindah(request, pk, kunci):
    """Move a column to another place, counted from 1."""
    edit = partial(sunting_peran.pindahkan_peran, kunci=kunci)
    return _sunting_peran(request, pk, lambda isi: edit(isi, ke=tempat_tujuan(request)))


@require_POST
def peran_hapus(request, pk, kunci):
    """Take a role away, also out of the rows."""
    return _sunting_peran(request, pk, partial(sunting_peran.hapus_peran, kunci=kunci))


@require_POST
def penanggung_jawab(request, pk):
    """Name the role that answers for the SOP."""
    nama = request.POST.get("peran", "")
    return _sunting_peran(request, pk, partial(sunting_peran.tetapkan_penanggung_jawab, nama=nama))


def _sunting_peran(request, pk, edit):
    simpan(request, revisi_dikelola(request, pk), edit)
    return redirect("sop_sunting_peran", pk)


def _halaman_peran(request, revisi, *, baru=None, diubah=("", None)):
    """Every role with its form; a form that was sent in vain stands with its errors."""
    isi = revisi.dibaca_draf()
    kunci_diubah, form_diubah = diubah
    konteks = {
        "revisi": revisi,
        "isi": isi,
        "baru": baru or FormPeran(),
        "daftar": [(p, form_diubah if p.kunci == kunci_diubah else _form_peran(p)) for p in isi.peran],
        "penanggung_jawab": FormPenanggungJawab(sop=isi),
        "galat": baru or form_diubah,
    }
    return render(request, "alur/sunting_peran.html", konteks, status=422 if konteks["galat"] else 200)


def _form_peran(peran):
    awal = {"nama": peran.nama, "kolom": peran.kolom}
    return FormPeran(initial=awal, auto_id=f"id_{peran.kunci}_%s")
