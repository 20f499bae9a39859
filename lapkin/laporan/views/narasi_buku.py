"""Taking the Narasi sheet of a workbook into the report: send it in, compare, choose."""

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from lapkin.berkas.kenali import MEDIA
from lapkin.jejak.ditolak import Ditolak
from lapkin.kinerja.queries import lembar_kinerja
from lapkin.laporan.bahan import bagian_lembar

from ..actions import SUDAH_SELESAI, rapikan_narasi, tanda_narasi, terima_narasi
from ..forms import UnggahNarasi
from ..narasi_buku import PratinjauNarasi, banding_narasi
from ..padanan import padankan_narasi
from ..queries import (
    buku_laporan,
    laporan_tulisan,
    laporan_untuk,
    masih_disusun,
    narasi_laporan,
    narasi_menurut_bagian,
)

MASA_TITIPAN = 24 * 60 * 60  # seconds between preview and acceptance


@require_GET
def ambil(request, pk):
    """Take text from a workbook: download it, send it in."""
    laporan = _laporan_terbuka(request, pk)
    konteks = {"laporan": laporan, "form": UnggahNarasi(tahun=laporan.tahun)}
    return render(request, "laporan/narasi_buku.html", konteks)


@require_GET
def unduh(request, pk):
    """The workbook with the report's figures and text."""
    laporan = get_object_or_404(laporan_untuk(request.user), pk=pk)
    jawaban = HttpResponse(buku_laporan(laporan), content_type=MEDIA["xlsx"])
    nama = f"buku-kerja-{laporan.instansi.kode}-{laporan.tahun}.xlsx"
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    return jawaban


@require_POST
def pratinjau(request, pk):
    """The text of a workbook beside that of the report; nothing is stored."""
    laporan = _laporan_terbuka(request, pk)
    form = UnggahNarasi(request.POST, request.FILES, tahun=laporan.tahun)
    konteks = {"laporan": laporan, "form": form}
    if not form.is_valid():
        return render(request, "laporan/narasi_buku.html", konteks, status=422)
    konteks["hasil"] = form.hasil
    if form.hasil.isi is None:
        return render(request, "laporan/narasi_pratinjau.html", konteks, status=422)
    pratinjau = konteks["pratinjau"] = _banding(laporan, form.hasil.isi)
    kini = narasi_menurut_bagian(laporan)
    titipan = {
        "narasi": pratinjau.dapat_diambil,
        "dilihat": {kunci: tanda_narasi(kini.get(kunci)) for kunci in pratinjau.dapat_diambil},
    }
    konteks["titipan"] = signing.dumps(titipan, salt=_garam(request, laporan), compress=True)
    return render(request, "laporan/narasi_pratinjau.html", konteks)


def _banding(laporan, isi) -> PratinjauNarasi:
    lembar = lembar_kinerja(laporan.instansi, laporan.tahun)
    narasi = padankan_narasi(isi.narasi, isi.lembar.daftar_sasaran, lembar.daftar_sasaran)
    rapi = {kunci: rapikan_narasi(teks) for kunci, teks in narasi.items()}
    return banding_narasi(bagian_lembar(lembar), narasi_laporan(laporan), rapi)


def _garam(request, laporan) -> str:
    """A preview is accepted by the officer who saw it, for the same report."""
    return f"laporan.narasi:{request.user.pk}:{laporan.pk}"


@require_POST
def terima(request, pk):
    """Take over the chosen slots of the preview."""
    laporan = _laporan_terbuka(request, pk)
    try:
        titipan = signing.loads(
            request.POST.get("titipan", ""), salt=_garam(request, laporan), max_age=MASA_TITIPAN
        )
    except signing.BadSignature as salah:
        raise Ditolak("Pratinjau ini sudah kedaluwarsa. Unggah bukunya sekali lagi.") from salah
    dipilih = set(request.POST.getlist("bagian"))
    narasi = {kunci: teks for kunci, teks in titipan["narasi"].items() if kunci in dipilih}
    terima_narasi(pegawai=request.user, laporan=laporan, narasi=narasi, terakhir_dilihat=titipan["dilihat"])
    messages.success(request, f"Narasi {len(narasi)} bagian diambil dan masuk ke versi berikutnya.")
    return redirect("laporan", pk)


def _laporan_terbuka(request, pk):
    """A report that the officer may write; refused once its case is closed."""
    laporan = get_object_or_404(laporan_tulisan(request.user), pk=pk)
    if not masih_disusun(laporan):
        raise Ditolak(SUDAH_SELESAI)
    return laporan
