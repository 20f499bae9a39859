"""The SOP editor: its page and the acts on its rows; each act leads back to the row it was about."""

from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from markupsafe import Markup

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import instansi_dikelola
from lapkin.sop import sunting
from lapkin.sop.gambar import formulir_svg
from lapkin.sop.pemeriksaan import Tingkat, periksa
from lapkin.sop.pilihan_sop import SEBUTAN_JENIS

from .. import actions
from ..models import RevisiSop
from ..queries import keadaan_sop
from ..syarat_pengesahan import belum_efektif, kurang_identitas
from .isian_langkah import IsianLangkah
from .isian_langkah_baru import FormLangkahBaru

DI_AKHIR = "_akhir"  # no kode bears an underscore
RUPA_TINGKAT = {
    Tingkat.KESALAHAN: ("merah", "Kesalahan"),
    Tingkat.PERINGATAN: ("kuning", "Peringatan"),
    Tingkat.CATATAN: ("abu", "Catatan"),
}


def revisi_dikelola(request, pk):
    """A revision whose office the officer manages; 404 for anyone else."""
    if not request.user.pengelola:
        raise Http404
    daftar = RevisiSop.objects.filter(sop__instansi__in=instansi_dikelola(request.user))
    return get_object_or_404(daftar.select_related("sop__instansi"), pk=pk)


def pastikan_draf(revisi):
    """Raises Ditolak when the revision is no draft: its pages would offer what the acts refuse."""
    if revisi.status != RevisiSop.Status.DRAF:
        raise Ditolak(f"{revisi} bukan draf. Buat draf revisi baru untuk mengubah SOP ini.")


def simpan(request, revisi, edit):
    """Save one edit of the draft and tell what it did; returns the Suntingan."""
    pernah_beku = revisi.berkas_dibaca_id
    hasil = actions.sunting_draf(
        pegawai=request.user, revisi=revisi, sidik=request.POST.get("sidik", ""), edit=edit
    )
    messages.success(request, hasil.kalimat)
    if pernah_beku and RevisiSop.objects.filter(pk=revisi.pk, berkas_dibaca=None).exists():
        messages.warning(request, "Formulir beku tidak berlaku lagi; bekukan lagi bila draf sudah selesai.")
    return hasil


def simpan_isian(request, revisi, form, edit):
    """Like `simpan` for a typed form: False, with the reason on the form, when the draft was changed meanwhile."""
    try:
        simpan(request, revisi, edit)
    except actions.DrafBerubah as salah:
        form.add_error(None, str(salah))
        return False
    return True


def tempat_tujuan(request):
    """The place that something is moved to, counted from 0; people count from 1."""
    ke = request.POST.get("ke", "")
    if not ke.isdecimal() or len(ke) > 6:
        raise Ditolak("Tulis nomor urut tujuannya, misalnya 3.")
    return int(ke) - 1


@require_GET
def lihat(request, pk):
    """The table of a draft with its findings and its official form; one row may stand open as a form."""
    revisi = revisi_dikelola(request, pk)
    pastikan_draf(revisi)
    return _halaman(request, revisi, pada=request.GET.get("pada", ""), **_yang_terbuka(request, revisi))


def _yang_terbuka(request, revisi):
    """The form that the address asks for: of one row (`ubah`), or of a new row below one (`tambah`)."""
    isi = revisi.dibaca_draf()
    ubah, tambah = request.GET.get("ubah"), request.GET.get("tambah")
    daftar_kode = sunting.daftar_kode(isi)
    if ubah in daftar_kode:
        return {"ubah": ubah, "isian": IsianLangkah(sop=isi, langkah=isi.cari(ubah))}
    if tambah in daftar_kode:
        return {"tambah": tambah, "baru": FormLangkahBaru(sop=isi, sesudah=tambah)}
    if tambah == DI_AKHIR or not isi.langkah:
        return {"tambah": DI_AKHIR, "baru": FormLangkahBaru(sop=isi)}
    return {}


@require_POST
def tambah(request, pk):
    """Add a row below another one (or at the end)."""
    revisi = revisi_dikelola(request, pk)
    pastikan_draf(revisi)
    isi = revisi.dibaca_draf()
    letak = request.POST.get("sesudah", DI_AKHIR)
    sesudah = None if letak in ("", DI_AKHIR) else letak
    form = FormLangkahBaru(request.POST, sop=isi, sesudah=sesudah)
    if form.is_valid():
        langkah = sunting.langkah_baru(isi, **form.isian(), sesudah=sesudah)
        edit = partial(sunting.tambah_langkah, langkah=langkah, sesudah=sesudah)
        if simpan_isian(request, revisi, form, edit):
            return _kembali(pk, langkah.kode)
    revisi = revisi_dikelola(request, pk)
    return _halaman(request, revisi, status=422, tambah=letak or DI_AKHIR, baru=form)


@require_POST
def ubah(request, pk, kode):
    """Save a whole row."""
    revisi = revisi_dikelola(request, pk)
    pastikan_draf(revisi)
    isi = revisi.dibaca_draf()
    langkah = isi.langkah[sunting.letak(isi, kode)]
    isian = IsianLangkah(request.POST, sop=isi, langkah=langkah)
    if isian.is_valid():
        edit = partial(sunting.ubah_langkah, kode=kode, **isian.isian())
        if simpan_isian(request, revisi, isian.form, edit):
            return _kembali(pk, kode)
    revisi = revisi_dikelola(request, pk)
    return _halaman(request, revisi, status=422, ubah=kode, isian=isian)


@require_POST
def pindah(request, pk, kode):
    """Move a row to another place, counted from 1."""
    edit = partial(sunting.pindahkan_langkah, kode=kode)
    return _sunting(request, pk, lambda isi: edit(isi, ke=tempat_tujuan(request)))


@require_POST
def salin(request, pk, kode):
    """Copy a row below itself."""
    return _sunting(request, pk, partial(sunting.salin_langkah, kode=kode))


@require_POST
def hapus(request, pk, kode):
    """Take a row away."""
    return _sunting(request, pk, partial(sunting.hapus_langkah, kode=kode))


@require_POST
def tegaskan(request, pk, kode):
    """Say that the guessed work of a row is right."""
    return _sunting(request, pk, partial(sunting.tegaskan_pekerjaan, kode=kode))


@require_POST
def nomori(request, pk):
    """Number the rows again from the top."""
    return _sunting(request, pk, sunting.nomori_ulang)


def _sunting(request, pk, edit):
    hasil = simpan(request, revisi_dikelola(request, pk), edit)
    tujuan = reverse("sop_sunting", args=[pk])
    return redirect(f"{tujuan}#langkah-{hasil.langkah}" if hasil.langkah else tujuan)


def _kembali(pk, kode):
    """Back to the row that was typed; its form is gone, so the focus goes to its first button."""
    return redirect(f"{reverse('sop_sunting', args=[pk])}?{urlencode({'pada': kode})}#langkah-{kode}")


def _halaman(request, revisi, *, status=200, **konteks):
    """The editor; under htmx only what an edit changes: table, drawing and findings."""
    isi = revisi.dibaca_draf()
    pada = timezone.localdate()
    temuan = periksa(isi, pada=pada, keadaan=keadaan_sop(revisi.sop, isi, pada))
    semula = {"ubah": "", "tambah": "", "isian": None, "baru": None, "pada": ""}
    konteks = {
        **semula,
        **konteks,
        "revisi": revisi,
        "isi": isi,
        "daftar_kolom": [peran.nama for peran in isi.peran if peran.kolom],
        "temuan": temuan,
        "temuan_langkah": _menurut_langkah(temuan),
        "jumlah_temuan": {tingkat: sum(t.tingkat is tingkat for t in temuan) for tingkat in Tingkat},
        "rupa_tingkat": RUPA_TINGKAT,
        "sebutan_jenis": SEBUTAN_JENIS,
        "identitas_kurang": kurang_identitas(isi, revisi_ulang=revisi.asal_id is not None),
        "belum_efektif": belum_efektif(isi, pada),
        "formulir": Markup(formulir_svg(isi)) if isi.langkah else "",
    }
    sebagian = request.htmx and not request.htmx.history_restore_request
    templat = "alur/_sunting.html" if sebagian else "alur/sunting.html"
    return render(request, templat, konteks, status=status)


def _menurut_langkah(daftar):
    hasil = {}
    for temuan in daftar:
        hasil.setdefault(temuan.langkah, []).append(temuan)
    return hasil
