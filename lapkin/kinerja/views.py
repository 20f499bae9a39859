"""Pages of the figures: the grid of a year, how a capaian came about, the budget, the workbook."""

import hashlib

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from lapkin.berkas.actions import terima_unggahan
from lapkin.berkas.kenali import MEDIA
from lapkin.berkas.views import jawaban_berkas
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.queries import jejak
from lapkin.organisasi.queries import mengelola

from . import actions, queries
from .buku_kerja import Identitas, IsiBuku, tulis_buku
from .forms import TerimaBuku, UnggahBuku, UnggahPerjanjian
from .kodek_lembar import dari_json, ke_json
from .lembar import PERIODE
from .selaras import bandingkan, selaraskan
from .tampilan import JUDUL_PERIODE, PENYARING, susun_baris, susun_pita
from .tampilan_anggaran import susun_anggaran
from .tampilan_perjanjian import susun_target

MASA_TITIPAN = 24 * 60 * 60  # seconds between preview and acceptance
TAHUN_WAJAR = range(2000, 2100)


def _instansi(request, tahun=2000):
    """The office whose figures are shown: the officer's own; 404 for one who belongs to none."""
    if request.user.instansi is None or tahun not in TAHUN_WAJAR:
        raise Http404
    return request.user.instansi


def _instansi_dikelola(request, tahun):
    instansi = _instansi(request, tahun)
    if not mengelola(request.user, instansi):
        raise Http404
    return instansi


@require_GET
def daftar(request):
    """The years with figures."""
    instansi = _instansi(request)
    daftar_tahun = queries.daftar_tahun(instansi)
    kini = timezone.localdate().year
    konteks = {
        "daftar_tahun": daftar_tahun,
        "tahun_baru": sorted({kini, kini - 1} - {satu["tahun"] for satu in daftar_tahun}, reverse=True),
        "mengelola": mengelola(request.user, instansi),
    }
    return render(request, "kinerja/daftar.html", konteks)


@require_GET
def lembar(request, tahun):
    """The grid of a year's indicators."""
    instansi = _instansi(request, tahun)
    saring = request.GET.get("tingkat", "utama")
    if saring not in PENYARING:
        raise Http404
    isi_lembar = queries.lembar_kinerja(instansi, tahun)
    konteks = {
        "tahun": tahun,
        "lembar": isi_lembar,
        "daftar_pita": susun_pita(isi_lembar, saring, queries.kunci_boleh(request.user, instansi, tahun)),
        "saring": saring,
        "penyaring": PENYARING,
        "judul_periode": JUDUL_PERIODE,
        "mengelola": mengelola(request.user, instansi),
    }
    return render(request, "kinerja/lembar.html", konteks)


@require_POST
def isi(request, pk, periode):
    """Save one cell; under htmx the answer is its row anew."""
    if periode not in PERIODE or periode not in request.POST:
        raise Http404
    satu = get_object_or_404(queries.indikator_untuk(request.user), pk=pk)
    actions.isi_realisasi(
        pegawai=request.user, indikator=satu, periode=periode, tertulis=request.POST[periode]
    )
    if request.htmx:
        baris = susun_baris(queries.baris_indikator(satu), boleh=True)
        return render(request, "kinerja/_baris.html", {"baris": baris})
    return _kembali_ke_baris(request, satu)


@require_POST
def isi_baris(request, pk):
    """Save all cells of a row: the way without JavaScript."""
    satu = get_object_or_404(queries.indikator_untuk(request.user), pk=pk)
    isian = {periode: request.POST[periode] for periode in PERIODE if periode in request.POST}
    actions.isi_realisasi_setahun(pegawai=request.user, indikator=satu, isian=isian)
    return _kembali_ke_baris(request, satu)


def _kembali_ke_baris(request, satu):
    messages.success(request, f'Realisasi "{satu.nama}" tersimpan dan capaiannya dihitung ulang.')
    saring = next(nama for nama, (tingkat, _) in PENYARING.items() if satu.tingkat in tingkat)
    return redirect(f"{reverse('kinerja_lembar', args=[satu.tahun])}?tingkat={saring}#indikator-{satu.pk}")


@require_GET
def indikator(request, pk):
    """Bukti hitung: target version, realisasi, formula with its figures, rules, and who typed what."""
    satu = get_object_or_404(
        queries.indikator_untuk(request.user).select_related("sasaran", "anggaran"), pk=pk
    )
    baris = queries.baris_indikator(satu)
    konteks = {
        "indikator": satu,
        "baris": susun_baris(baris, queries.boleh_mengisi(request.user, satu)),
        "riwayat_target": queries.riwayat_target(satu),
        "daftar_realisasi": queries.daftar_realisasi(satu),
        "jejak": jejak(f"indikator:{satu.pk}"),
    }
    return render(request, "kinerja/indikator.html", konteks)


@require_GET
def anggaran(request, tahun):
    """The budget of a year."""
    instansi = _instansi(request, tahun)
    return render(request, "kinerja/anggaran.html", _konteks_anggaran(request, instansi, tahun))


def _konteks_anggaran(request, instansi, tahun):
    boleh = queries.kunci_boleh(request.user, instansi, tahun)
    return {"tahun": tahun, "anggaran": susun_anggaran(queries.lembar_kinerja(instansi, tahun), boleh)}


@require_POST
def isi_anggaran(request, pk):
    """Save the money spent on one line; under htmx the answer is the whole table, since sums above change."""
    satu = get_object_or_404(queries.anggaran_untuk(request.user), pk=pk)
    actions.isi_anggaran(pegawai=request.user, anggaran=satu, realisasi=request.POST.get("realisasi", ""))
    if request.htmx:
        konteks = _konteks_anggaran(request, satu.instansi, satu.tahun)
        return render(request, "kinerja/_anggaran.html", konteks)
    messages.success(request, f'Realisasi anggaran "{satu.nama}" tersimpan.')
    return redirect(f"{reverse('kinerja_anggaran', args=[satu.tahun])}#anggaran-{satu.pk}")


@require_GET
def perjanjian(request, tahun):
    """The versions of the year's Perjanjian Kinerja: their targets side by side, and the signed papers."""
    return _halaman_perjanjian(request, _instansi(request, tahun), tahun, UnggahPerjanjian())


def _halaman_perjanjian(request, instansi, tahun, form, status=200):
    daftar_versi = list(queries.daftar_perjanjian(instansi, tahun))
    daftar_target = susun_target(
        queries.indikator_untuk(request.user).filter(instansi=instansi, tahun=tahun),
        [satu.versi for satu in daftar_versi],
        queries.target_menurut_versi(daftar_versi),
    )
    konteks = {
        "tahun": tahun,
        "daftar_versi": daftar_versi,
        "daftar_target": daftar_target,
        "form": form,
        "mengelola": mengelola(request.user, instansi),
    }
    return render(request, "kinerja/perjanjian.html", konteks, status=status)


@require_POST
def perjanjian_unggah(request, tahun, versi):
    """Keep the signed paper of the newest version."""
    instansi = _instansi_dikelola(request, tahun)
    satu = get_object_or_404(queries.daftar_perjanjian(instansi, tahun), versi=versi)
    form = UnggahPerjanjian(request.POST, request.FILES)
    if not form.is_valid():
        return _halaman_perjanjian(request, instansi, tahun, form, status=422)
    naskah = terima_unggahan(unggahan=form.cleaned_data["naskah"], boleh=("pdf",))
    actions.unggah_perjanjian(
        pegawai=request.user, perjanjian=satu, tanggal=form.cleaned_data["tanggal"], naskah=naskah
    )
    messages.success(request, f"{satu.sebutan} yang sudah ditandatangani tersimpan.")
    return redirect("kinerja_perjanjian", tahun)


@require_GET
def perjanjian_naskah(request, tahun, versi):
    """The signed paper of one version."""
    daftar = queries.daftar_perjanjian(_instansi(request, tahun), tahun)
    satu = get_object_or_404(daftar, versi=versi, naskah__isnull=False)
    return jawaban_berkas(satu.naskah, sebaris=True)


@require_GET
def buku(request, tahun):
    """The workbook of a year: download, upload."""
    instansi = _instansi_dikelola(request, tahun)
    konteks = {
        "tahun": tahun,
        "form": UnggahBuku(tahun=tahun),
        "ada": bool(queries.jumlah_indikator(instansi, tahun)),
    }
    return render(request, "kinerja/buku.html", konteks)


@require_GET
def buku_unduh(request, tahun):
    """The workbook with the figures there are."""
    instansi = _instansi(request, tahun)
    isi = IsiBuku(
        identitas=queries.identitas_buku(instansi, tahun), lembar=queries.lembar_kinerja(instansi, tahun)
    )
    jawaban = HttpResponse(tulis_buku(isi), content_type=MEDIA["xlsx"])
    jawaban["Content-Disposition"] = f'attachment; filename="buku-kinerja-{instansi.kode}-{tahun}.xlsx"'
    return jawaban


@require_POST
def buku_pratinjau(request, tahun):
    """What a workbook would change; nothing is stored."""
    instansi = _instansi_dikelola(request, tahun)
    form = UnggahBuku(request.POST, request.FILES, tahun=tahun)
    konteks = {"tahun": tahun, "form": form}
    if not form.is_valid():
        return render(request, "kinerja/buku.html", konteks | {"ada": True}, status=422)
    hasil = konteks["hasil"] = form.hasil
    if hasil.isi is None:
        return render(request, "kinerja/pratinjau.html", konteks, status=422)
    kini = queries.lembar_kinerja(instansi, tahun)
    konteks["perubahan"] = bandingkan(kini, selaraskan(kini, hasil.isi.lembar))
    titipan = {
        "lembar": ke_json(hasil.isi.lembar),
        "asal": form.cleaned_data["berkas"].name,
        "kini": _sidik(kini),
    }
    konteks["terima"] = TerimaBuku(
        initial={"titipan": signing.dumps(titipan, salt=_garam(request, instansi, tahun), compress=True)}
    )
    konteks["versi_baru"] = konteks["perubahan"].target_berubah and bool(kini.versi_pk)
    return render(request, "kinerja/pratinjau.html", konteks)


def _garam(request, instansi, tahun) -> str:
    """A preview is accepted by the officer who saw it, for the same office and year."""
    return f"kinerja.buku:{request.user.pk}:{instansi.pk}:{tahun}"


def _sidik(isi_lembar) -> str:
    return hashlib.sha256(repr(isi_lembar).encode()).hexdigest()


@require_POST
def buku_terima(request, tahun):
    """Take over what the preview showed."""
    instansi = _instansi_dikelola(request, tahun)
    form = TerimaBuku(request.POST)
    try:
        titipan = signing.loads(
            form.data.get("titipan", ""), salt=_garam(request, instansi, tahun), max_age=MASA_TITIPAN
        )
    except signing.BadSignature as salah:
        raise Ditolak("Pratinjau ini sudah kedaluwarsa. Unggah bukunya sekali lagi.") from salah
    if titipan["kini"] != _sidik(queries.lembar_kinerja(instansi, tahun)):
        raise Ditolak("Data kinerja berubah sejak pratinjau dibuat. Unggah bukunya sekali lagi.")
    perubahan = actions.terima_buku(
        pegawai=request.user,
        instansi=instansi,
        isi=IsiBuku(
            identitas=Identitas(instansi=instansi.nama, tahun=tahun), lembar=dari_json(titipan["lembar"])
        ),
        alasan=form.data.get("alasan", ""),
        asal=titipan["asal"],
    )
    messages.success(request, f"Buku kerja diterima: {perubahan.ringkasan}.")
    return redirect("kinerja_lembar", tahun)
