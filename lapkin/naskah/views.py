"""Letters, their agenda book, and the acts on a letter that belongs to no case."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from markupsafe import Markup

from lapkin.arsip import actions as arsip
from lapkin.arsip.forms import FormArsip, FormKirim
from lapkin.arsip.queries import arsip_untuk, kiriman_untuk
from lapkin.berkas.actions import terima_unggahan
from lapkin.berkas.kenali import PINDAIAN
from lapkin.berkas.views import jawaban_berkas
from lapkin.dokumen.cetak_html import cetak_html
from lapkin.jejak.queries import jejak

from . import actions
from .bentuk.daftar import BENTUK
from .forms import FormNaskah, FormNomor, FormTandaTangan
from .nomor import BUKU
from .queries import (
    agenda_untuk,
    cari_naskah,
    dokumen_naskah,
    menandatangani,
    naskah_untuk,
    paraf_atas,
    tanda_tangan_atas,
    tujuan_naskah,
)

TERBARU = 200


@require_GET
def daftar(request):
    """The letters, searched by form and words."""
    bentuk, teks = request.GET.get("bentuk", ""), request.GET.get("teks", "").strip()
    hasil = cari_naskah(request.user, bentuk=bentuk if bentuk in BENTUK else "", teks=teks)
    konteks = {
        "daftar_naskah": hasil[:TERBARU],
        "jumlah": hasil.count(),
        "terbaru": TERBARU,
        "bentuk": bentuk,
        "teks": teks,
        "daftar_bentuk": BENTUK,
    }
    return render(request, "naskah/daftar.html", konteks)


@require_GET
def pilih_bentuk(request):
    """Choose the form of a new letter."""
    return render(request, "naskah/pilih.html", {"daftar_bentuk": BENTUK})


@require_http_methods(["GET", "POST"])
def buat(request, bentuk):
    """Write a free-standing letter."""
    if bentuk not in BENTUK or request.user.instansi is None:
        raise Http404
    form = FormNaskah(request.POST or None, bentuk=BENTUK[bentuk], pegawai=request.user)
    if not form.is_valid():
        return _halaman_isian(request, form, judul=f"Buat {BENTUK[bentuk].sebutan}")
    naskah = actions.buat_naskah(
        pegawai=request.user,
        instansi=request.user.instansi,
        bentuk=bentuk,
        isi=form.isi(),
        hal=form.cleaned_data["hal"],
        penanda_tangan=form.cleaned_data["penanda_tangan"],
    )
    messages.success(request, "Konsep tersimpan. Periksa, lalu cetak untuk ditandatangani.")
    return redirect("naskah_lihat", naskah.pk)


@require_http_methods(["GET", "POST"])
def ubah(request, pk):
    """Change the draft of a free-standing letter."""
    naskah = _bebas(request, pk)
    if naskah.status != naskah.Status.KONSEP:
        raise Http404
    bentuk = BENTUK[naskah.bentuk]
    form = FormNaskah(
        request.POST or None,
        bentuk=bentuk,
        pegawai=request.user,
        tetap=True,
        initial=naskah.isi | {"hal": naskah.hal},
    )
    if not form.is_valid():
        return _halaman_isian(request, form, judul=f"Ubah {bentuk.sebutan}", naskah=naskah)
    actions.ubah_konsep(pegawai=request.user, naskah=naskah, isi=form.isi(), hal=form.cleaned_data["hal"])
    messages.success(request, "Konsep baru tersimpan. Paraf atas konsep lama tidak berlaku lagi.")
    return redirect("naskah_lihat", pk)


@require_GET
def lihat(request, pk):
    """One letter as paper, with what may be done to it."""
    naskah = get_object_or_404(naskah_untuk(request.user), pk=pk)
    return render(request, "naskah/lihat.html", _konteks(request, naskah))


@require_GET
def unduh(request, pk, wujud):
    """One of a letter's files: konsep, docx, sah, bernomor."""
    naskah = get_object_or_404(naskah_untuk(request.user).select_related("konsep_docx"), pk=pk)
    daftar_wujud = {
        "konsep": naskah.konsep,
        "docx": naskah.konsep_docx,
        "sah": naskah.sah,
        "bernomor": naskah.bernomor,
    }
    if daftar_wujud.get(wujud) is None:
        raise Http404
    return jawaban_berkas(daftar_wujud[wujud], sebaris="lihat" in request.GET)


@require_POST
def nomori(request, pk):
    """Take a number for a free-standing letter."""
    naskah = _bebas(request, pk)
    form = FormNomor(request.POST)
    if not form.is_valid():
        return render(request, "naskah/lihat.html", _konteks(request, naskah, nomor=form), status=422)
    kode = form.cleaned_data["klasifikasi"].kode
    agenda = actions.ambil_nomor(pegawai=request.user, naskah=naskah, klasifikasi=kode)
    messages.success(request, f"Nomor {agenda.nomor} tercatat di buku agenda dan tercetak pada naskah.")
    return redirect("naskah_lihat", pk)


@require_POST
def cetak_nomor(request, pk):
    """Finish a letter whose number is taken but not on paper yet."""
    naskah = get_object_or_404(naskah_untuk(request.user).filter(agenda__isnull=False), pk=pk)
    actions.cetak_bernomor(pegawai=request.user, naskah=naskah)
    messages.success(request, "Naskah bernomor sudah tercetak.")
    return redirect("naskah_lihat", pk)


@require_POST
def tanda_tangani(request, pk):
    """Take in the scan of a free-standing letter that was signed in ink."""
    naskah = _bebas(request, pk)
    form = FormTandaTangan(request.POST, request.FILES, kode=naskah.kode)
    if not form.is_valid():
        konteks = _konteks(request, naskah, tanda_tangan=form)
        return render(request, "naskah/lihat.html", konteks, status=422)
    pindaian = terima_unggahan(unggahan=form.cleaned_data["pindaian"], boleh=PINDAIAN)
    actions.tanda_tangani_basah(
        pegawai=request.user, berkas_dibaca=naskah.konsep, pindaian=pindaian, naskah=naskah
    )
    messages.success(request, "Naskah sah. Berikutnya: beri nomor bila belum, kirim, dan arsipkan.")
    return redirect("naskah_lihat", pk)


@require_POST
def kirim(request, pk):
    """Note that a signed letter was sent."""
    naskah = _sah(request, pk)
    form = FormKirim(request.POST)
    if not form.is_valid():
        return render(request, "naskah/lihat.html", _konteks(request, naskah, kirim=form), status=422)
    kiriman = arsip.kirim(
        pegawai=request.user,
        instansi=naskah.instansi,
        perihal=naskah.hal,
        daftar_berkas=_daftar_resmi(naskah),
        objek=naskah.kunci,
        **form.cleaned_data,
    )
    messages.success(request, f"Kiriman kepada {kiriman.tujuan} tercatat. Tanda terimanya dicatat kemudian.")
    return redirect("kiriman", kiriman.pk)


@require_POST
def arsipkan(request, pk):
    """Keep a signed letter in the archive."""
    naskah = _sah(request, pk)
    form = FormArsip(request.POST)
    if not form.is_valid():
        return render(request, "naskah/lihat.html", _konteks(request, naskah, arsip=form), status=422)
    simpanan = arsip.arsipkan(
        pegawai=request.user,
        instansi=naskah.instansi,
        berkas=naskah.sah,
        objek=naskah.kunci,
        **form.cleaned_data,
    )
    messages.success(request, f"“{simpanan.judul}” sudah diarsipkan. Simpan kertasnya di {simpanan.lokasi}.")
    return redirect("arsip_lihat", simpanan.pk)


@require_GET
def agenda(request):
    """The agenda book of one series of letters and year."""
    tahun_ini = timezone.localdate().year
    buku = request.GET.get("buku", "surat-keluar")
    tahun = request.GET.get("tahun", "")
    if buku not in BUKU:
        raise Http404
    tahun = int(tahun) if tahun.isdecimal() and len(tahun) == 4 else tahun_ini
    daftar_agenda = [
        (baris, tujuan_naskah(baris.naskah)) for baris in agenda_untuk(request.user, buku=buku, tahun=tahun)
    ]
    konteks = {
        "daftar_agenda": daftar_agenda,
        "buku": buku,
        "tahun": tahun,
        "daftar_buku": BUKU,
        "tahun_ini": tahun_ini,
    }
    return render(request, "naskah/agenda.html", konteks)


def _bebas(request, pk):
    """A letter that belongs to no case; those of a case are worked on in their tasks."""
    return get_object_or_404(naskah_untuk(request.user).filter(pelaksanaan=None), pk=pk)


def _sah(request, pk):
    return get_object_or_404(naskah_untuk(request.user).filter(sah__isnull=False), pk=pk)


def _daftar_resmi(naskah):
    """What goes out: the numbered copy with the signed scan, or the scan alone."""
    return (
        [naskah.sah, naskah.bernomor] if naskah.bernomor_id not in (None, naskah.konsep_id) else [naskah.sah]
    )


def _halaman_isian(request, form, *, judul, naskah=None):
    konteks = {"form": form, "judul": judul, "bentuk": form.bentuk, "naskah": naskah}
    return render(request, "naskah/isian.html", konteks, status=422 if form.is_bound else 200)


def _konteks(request, naskah, **form):
    """The page of one letter; `form`: a form that came back with faults, by its act."""
    bentuk = BENTUK[naskah.bentuk]
    return {
        "naskah": naskah,
        "bentuk": bentuk,
        "nomor": naskah.agenda if hasattr(naskah, "agenda") else None,
        "kertas": Markup(cetak_html(dokumen_naskah(naskah)[0], 3)),  # cetak_html escapes every text
        "daftar_paraf": paraf_atas(naskah.konsep),
        "daftar_tanda_tangan": tanda_tangan_atas(naskah.konsep),
        "sebagai": menandatangani(request.user, naskah) if naskah.pelaksanaan_id is None else "",
        "daftar_arsip": arsip_untuk(request.user).filter(objek=naskah.kunci),
        "daftar_kiriman": kiriman_untuk(request.user).filter(objek=naskah.kunci),
        "riwayat": jejak(naskah.kunci),
        "form_nomor": form.get("nomor") or FormNomor(),
        "form_tanda_tangan": form.get("tanda_tangan") or FormTandaTangan(kode=naskah.kode),
        "form_kirim": form.get("kirim") or FormKirim(initial={"tujuan": tujuan_naskah(naskah)}),
        "form_arsip": form.get("arsip")
        or FormArsip(initial={"judul": naskah.hal, "tahun": naskah.tanggal.year}),
    }
