"""The revisions of an SOP: the list, reading one, from draft to in force, and what differs between two."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_POST

from lapkin.berkas.views import jawaban_berkas
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.queries import jejak
from lapkin.organisasi.queries import hari_ini, kedudukan, mengelola
from lapkin.sop.banding import Ubah
from lapkin.sop.banding import banding as bandingkan
from lapkin.sop.gambar import formulir_svg
from lapkin.sop.sop import masalah_sop

from .. import actions
from ..forms import FormBekukan, FormCabut, FormCatatan, FormPengesahan
from ..models import RevisiSop
from ..queries import (
    kasus_tertinggal,
    menunggu_pengesahan,
    peran_belum_terikat,
    revisi_terlihat,
    sebagai_pencabut,
    sebagai_pengurus_sop,
    sop_dikelola,
    sop_terlihat,
    tinjauan_sop,
)
from ..syarat_pengesahan import belum_efektif, halangan_pembekuan


@require_GET
def daftar(request, pk):
    """All revisions of an SOP, with what can be done now."""
    return render(request, "alur/revisi_daftar.html", _isi_daftar(request, _terlihat(request, pk)))


@require_POST
def buat(request, pk):
    """Begin a revision as a copy of the one in force."""
    sop = get_object_or_404(sop_dikelola(request.user), pk=pk)
    form = FormCatatan(request.POST)
    if not form.is_valid():
        return render(request, "alur/revisi_daftar.html", _isi_daftar(request, sop, catatan=form), status=422)
    draf = actions.buat_draf_revisi(pegawai=request.user, sop=sop, catatan=form.cleaned_data["catatan"])
    messages.success(request, f"Draf revisi {draf.urutan} dibuat. Ubah isinya, lalu bekukan formulirnya.")
    return redirect("sop_revisi_lihat", pk, draf.urutan)


@require_POST
def cabut(request, pk):
    """Revoke the SOP without a successor."""
    sop = _terlihat(request, pk)
    form = FormCabut(request.POST)
    if not form.is_valid():
        return render(request, "alur/revisi_daftar.html", _isi_daftar(request, sop, cabut=form), status=422)
    actions.cabut(pegawai=request.user, sop=sop, alasan=form.cleaned_data["alasan"])
    messages.success(request, f"SOP “{sop}” dicabut. Pekerjaan baru tidak dapat dimulai dengannya.")
    return redirect("sop_revisi", pk)


@require_GET
def lihat(request, pk, urutan):
    """One revision as its official form prints, with what can be done with it now."""
    revisi = _revisi(request, pk, urutan)
    return render(request, "alur/revisi_lihat.html", _isi_revisi(request, revisi))


@require_POST
def buang(request, pk, urutan):
    """Throw a draft away."""
    revisi = _draf_dikelola(request, pk, urutan)
    actions.buang_draf(pegawai=request.user, revisi=revisi)
    messages.success(request, f"Draf revisi {urutan} dibuang.")
    return redirect("sop_revisi", pk)


@require_POST
def bekukan(request, pk, urutan):
    """Freeze the form of a draft for its signature."""
    revisi = _draf_dikelola(request, pk, urutan)
    form = FormBekukan(request.POST, instansi=revisi.sop.instansi)
    if not form.is_valid():
        konteks = _isi_revisi(request, revisi, bekukan=form)
        return render(request, "alur/revisi_lihat.html", konteks, status=422)
    pengesah = form.cleaned_data["pengesah"]
    try:
        actions.bekukan_formulir(pegawai=request.user, revisi=revisi, pengesah=pengesah)
    except Ditolak as salah:
        form.add_error(None, str(salah))
        return render(
            request, "alur/revisi_lihat.html", _isi_revisi(request, revisi, bekukan=form), status=409
        )
    messages.success(request, f"Formulir dibekukan. {pengesah} diberi tahu bahwa pengesahannya ditunggu.")
    return redirect("sop_revisi_lihat", pk, urutan)


@require_POST
def sahkan(request, pk, urutan):
    """Take in the scan of the signed form; the revision is in force from now on."""
    revisi = get_object_or_404(menunggu_pengesahan(request.user), sop=pk, urutan=urutan)
    form = FormPengesahan(request.POST, request.FILES, formulir=revisi.berkas_dibaca)
    if not form.is_valid():
        konteks = _isi_revisi(request, revisi, pengesahan=form)
        return render(request, "alur/revisi_lihat.html", konteks, status=422)
    try:
        actions.sahkan(
            pegawai=request.user,
            revisi=revisi,
            sidik_dibaca=form.cleaned_data["formulir"],
            pindaian=form.cleaned_data["pindaian"],
        )
    except Ditolak as salah:
        form.add_error(None, str(salah))
        konteks = _isi_revisi(request, revisi, pengesahan=form)
        return render(request, "alur/revisi_lihat.html", konteks, status=409)
    messages.success(request, f"SOP “{revisi.sop}” revisi {urutan} berlaku mulai sekarang.")
    return redirect("sop_revisi_lihat", pk, urutan)


@require_GET
def berkas(request, pk, urutan, wujud):
    """The frozen form of a revision, or the scan of its signing."""
    revisi = _revisi(request, pk, urutan)
    pilihan = {"formulir": revisi.berkas_dibaca, "pindaian": revisi.berkas_hasil}
    if pilihan.get(wujud) is None:
        raise Http404
    return jawaban_berkas(pilihan[wujud], sebaris=True)


@require_GET
def banding(request, pk, lama, baru):
    """What differs between two revisions, step by step."""
    dulu, kini = _revisi(request, pk, lama), _revisi(request, pk, baru)
    return render(
        request,
        "alur/revisi_banding.html",
        {
            "sop": kini.sop,
            "lama": dulu,
            "baru": kini,
            "banding": bandingkan(dulu.dibaca_draf(), kini.dibaca_draf()),
            "Ubah": Ubah,
        },
    )


def _terlihat(request, pk):
    return get_object_or_404(sop_terlihat(request.user), pk=pk)


def _revisi(request, pk, urutan):
    return get_object_or_404(revisi_terlihat(request.user), sop=pk, urutan=urutan)


def _draf_dikelola(request, pk, urutan):
    dikelola = revisi_terlihat(request.user).filter(sop__in=sop_dikelola(request.user))
    return get_object_or_404(dikelola, sop=pk, urutan=urutan, status=RevisiSop.Status.DRAF)


def _isi_daftar(request, sop, *, catatan=None, cabut=None):
    daftar_revisi = list(revisi_terlihat(request.user).filter(sop=sop).order_by("-urutan"))
    berlaku = next((r for r in daftar_revisi if r.status == RevisiSop.Status.BERLAKU), None)
    ada_draf = any(r.status == RevisiSop.Status.DRAF for r in daftar_revisi)
    dikelola = mengelola(request.user, sop.instansi)
    return {
        "sop": sop,
        "daftar": [(revisi, revisi.dibaca_draf().identitas) for revisi in daftar_revisi],
        "berlaku": berlaku,
        "mengelola": dikelola,
        "form_catatan": (catatan or FormCatatan()) if dikelola and daftar_revisi and not ada_draf else None,
        "form_cabut": (cabut or FormCabut()) if berlaku and sebagai_pencabut(request.user, berlaku) else None,
        "tinjauan": tinjauan_sop([sop]).get(sop.pk, ()),
        "hari_ini": hari_ini(sop.instansi),
        "tertinggal": kasus_tertinggal(sop, berlaku).count() if berlaku else 0,
        "boleh_pindah": bool(berlaku and sebagai_pengurus_sop(request.user, sop, berlaku.dibaca())),
        "riwayat": jejak(sop.kunci),
    }


def _isi_revisi(request, revisi, *, bekukan=None, pengesahan=None):
    draf = revisi.status == RevisiSop.Status.DRAF
    isi = revisi.dibaca_draf()
    dikelola = mengelola(request.user, revisi.sop.instansi)
    sebagai = kedudukan(request.user).jabatan.get(revisi.pengesah_id)
    menunggu = draf and revisi.berkas_dibaca is not None and sebagai
    pada = hari_ini(revisi.sop.instansi)
    halangan = draf and halangan_pembekuan(isi, pada, revisi_ulang=revisi.asal_id is not None)
    dapat_dijalankan = not masalah_sop(isi)
    return {
        "sop": revisi.sop,
        "revisi": revisi,
        "isi": isi,
        # Drawn by our own pure code, which escapes every text of the SOP.
        "gambar": mark_safe(formulir_svg(isi)),
        "mengelola": dikelola,
        "sebagai": sebagai,
        "halangan": halangan,
        "belum_efektif": draf and belum_efektif(isi, pada),
        "dapat_dijalankan": dapat_dijalankan,
        "tebakan": sum(langkah.ditebak for langkah in isi.langkah),
        "belum_terikat": peran_belum_terikat(revisi.sop, isi) if dapat_dijalankan else [],
        "terlihat": sop_terlihat(request.user).filter(pk=revisi.sop_id).exists(),
        "form_bekukan": (bekukan or FormBekukan(instansi=revisi.sop.instansi, isi=isi))
        if draf and dikelola
        else None,
        "form_pengesahan": (pengesahan or FormPengesahan(formulir=revisi.berkas_dibaca))
        if menunggu
        else None,
    }
