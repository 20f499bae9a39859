"""Pekerjaan: the cases, what stands where in each, their papers and their trail."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods

from lapkin.alur import actions
from lapkin.alur.queries import (
    cadangan_kasus,
    kalender_kasus,
    langkah_dilewati,
    pelaksanaan_terlihat,
    sebagai_penanggung_jawab,
)
from lapkin.berkas.views import jawaban_berkas
from lapkin.dokumen.cetak_pdf import GagalCetak, cetak_pdf
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.queries import jejak as baca_jejak
from lapkin.jejak.queries import kepala_rantai
from lapkin.naskah.queries import beserta_paraf
from lapkin.organisasi.queries import kedudukan
from lapkin.sop.gambar import formulir_svg

from ..dasar import laporan_kasus
from ..forms import FormMulai
from ..garis import daftar_ringkas, garis_langkah, ringkas_pelaksanaan
from ..jadwal import jadwal_mulai, kata_sisa
from ..lembar_jejak import susun_jejak


@require_GET
def daftar(request):
    """All cases this officer may see, running ones first."""
    request.kedudukan = kedudukan(request.user)
    pelaksanaan = pelaksanaan_terlihat(request.user, request.kedudukan).order_by("status", "-dimulai_pada")
    return render(
        request,
        "langkah/pekerjaan_daftar.html",
        {
            "daftar": daftar_ringkas(pelaksanaan),
            "boleh_mulai": request.user.pengelola
            or FormMulai(pegawai=request.user).fields["sop"].queryset.exists(),
        },
    )


@require_http_methods(["GET", "POST"])
def mulai(request):
    """Start a case: which SOP, for which year."""
    form = FormMulai(request.POST or None, pegawai=request.user)
    if request.method == "POST" and form.is_valid():
        pelaksanaan = actions.mulai(
            pegawai=request.user, sop=form.cleaned_data["sop"], tahun=form.cleaned_data["tahun"]
        )
        messages.success(request, f"{pelaksanaan} dimulai; tugas pertama sudah dibuka.")
        return redirect("pekerjaan", pk=pelaksanaan.pk)
    isi = {"form": form, "daftar_jadwal": jadwal_mulai(form.fields["sop"].queryset)}
    return render(request, "langkah/pekerjaan_mulai.html", isi, status=422 if form.is_bound else 200)


@require_GET
def lihat(request, pk):
    """One case: its steps as a line, with who, when, standard and actual time, rounds and papers."""
    pelaksanaan = _terlihat(request, pk)
    kalender = kalender_kasus(pelaksanaan)
    jadwal, cadangan = cadangan_kasus(pelaksanaan, kalender)
    return render(
        request,
        "langkah/pekerjaan.html",
        {
            "pelaksanaan": pelaksanaan,
            "ringkas": ringkas_pelaksanaan(pelaksanaan, kalender),
            "cadangan": kata_sisa(pelaksanaan, kalender, jadwal, cadangan),
            "boleh_menyimpang": pelaksanaan.status == pelaksanaan.Status.BERJALAN
            and sebagai_penanggung_jawab(request.user, pelaksanaan, request.kedudukan),
            "garis": garis_langkah(pelaksanaan, kalender, jadwal),
            "laporan": laporan_kasus(pelaksanaan),
            "daftar_naskah": beserta_paraf(
                pelaksanaan.daftar_naskah.select_related("agenda").defer("konteks")
            ),
            "jumlah_peristiwa": baca_jejak(pelaksanaan.kunci).count(),
        },
    )


@require_GET
def formulir(request, pk):
    """The official form of the SOP as this case runs it, with the steps marked at which it now is."""
    pelaksanaan = _terlihat(request, pk)
    kini = frozenset(pelaksanaan.daftar_tugas.terbuka().values_list("langkah", flat=True).order_by())
    isi = pelaksanaan.dibaca()
    return render(
        request,
        "langkah/pekerjaan_formulir.html",
        {
            "pelaksanaan": pelaksanaan,
            "isi": isi,
            "ada_tambahan": pelaksanaan.daftar_langkah_tambahan.exists(),
            "daftar_kini": [langkah for langkah in isi.langkah if langkah.kode in kini],
            "daftar_dilewati": _daftar_dilewati(pelaksanaan, isi),
            # Our own drawing: every text in it was escaped where it was written.
            "gambar": mark_safe(formulir_svg(isi, kini)),
        },
    )


def _daftar_dilewati(pelaksanaan, isi):
    """[(step, why)] of the steps whose last round was skipped."""
    dilewati = langkah_dilewati(pelaksanaan.pk)
    daftar_tugas = pelaksanaan.daftar_tugas.filter(langkah__in=dilewati).order_by("pk")
    alasan = dict(daftar_tugas.values_list("langkah", "catatan"))
    return [(langkah, alasan[langkah.kode]) for langkah in isi.langkah if langkah.kode in dilewati]


@require_GET
def jejak(request, pk):
    """The whole trail of a case."""
    pelaksanaan = _terlihat(request, pk)
    return render(
        request,
        "langkah/jejak.html",
        {
            "pelaksanaan": pelaksanaan,
            "riwayat": baca_jejak(pelaksanaan.kunci),
            "kepala": kepala_rantai(pelaksanaan.instansi.kunci),
        },
    )


@require_GET
def jejak_pdf(request, pk):
    """The trail as a paper, with the hash of the chain's head. Raises Ditolak when it can't be printed."""
    pelaksanaan = _terlihat(request, pk)
    try:
        isi = cetak_pdf(susun_jejak(pelaksanaan))
    except GagalCetak as salah:
        raise Ditolak(str(salah)) from salah
    return HttpResponse(
        isi,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="jejak-{pelaksanaan.pk}.pdf"'},
    )


@require_GET
def unduh(request, pk, output):
    """One paper of the case."""
    baris = get_object_or_404(_terlihat(request, pk).daftar_output, pk=output)
    return jawaban_berkas(baris.berkas, sebaris=True)


def _terlihat(request, pk):
    request.kedudukan = kedudukan(request.user)
    return get_object_or_404(pelaksanaan_terlihat(request.user, request.kedudukan), pk=pk)
