"""Monitoring and evaluation of an SOP: the form to fill, the papers that were kept."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_GET, require_POST

from lapkin.berkas.views import jawaban_berkas
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import hari_ini

from .. import actions
from ..models import Peninjauan
from ..monitoring import aturan_penilaian, kalimat_ukuran, usulan_baris
from ..queries import satuan_waktu, sebagai_pengurus_sop, sop_terlihat, statistik_sop, tinjauan_sop
from .isian_statistik import FormEvaluasi, FormMonitoring
from .statistik import parameter, periode_diminta, sop_berlaku

_BULAN_BAWAAN = 6


@require_GET
def monitoring(request, pk):
    """The monitoring form, filled from the figures of a period, for the assessor to change; and the reviews so far."""
    return _halaman(request, *_dapat_dinilai(request, pk))


@require_POST
def simpan_monitoring(request, pk):
    """Keep and print the monitoring form."""
    sop, revisi = _dapat_dinilai(request, pk)
    bahan = _bahan({"dari": "", **request.POST.dict()}, sop, revisi)
    form = FormMonitoring(request.POST, baris=bahan["baris"], hari_ini=hari_ini(sop.instansi))
    if not (form.is_valid() and bahan["form_periode"].is_valid()):
        return _halaman(request, sop, revisi, bahan=bahan, form=form)
    try:
        tinjauan = actions.simpan_monitoring(
            pegawai=request.user,
            revisi=_revisi_dibaca(request, revisi),
            periode=bahan["periode"],
            ukuran=bahan["ukuran"],
            **form.hasil(),
        )
    except Ditolak as salah:
        form.add_error(None, str(salah))
        return _halaman(request, sop, revisi, bahan=bahan, form=form)
    messages.success(
        request,
        format_html(
            'Monitoring tersimpan. Cetak formulirnya untuk diparaf penilai: <a href="{}">PDF</a> atau '
            '<a href="{}">Word</a>.',
            *(reverse("sop_peninjauan_berkas", args=[pk, tinjauan.pk, wujud]) for wujud in ("pdf", "docx")),
        ),
    )
    return redirect(f"{_alamat(pk)}#peninjauan-{tinjauan.pk}")


@require_POST
def evaluasi(request, pk):
    """Note an evaluation."""
    sop, revisi = _dapat_dinilai(request, pk)
    form = FormEvaluasi(request.POST, prefix="evaluasi")
    if not form.is_valid():
        return _halaman(request, sop, revisi, evaluasi=form)
    try:
        actions.catat_peninjauan(
            pegawai=request.user,
            revisi=_revisi_dibaca(request, revisi),
            jenis=Peninjauan.Jenis.EVALUASI,
            **form.cleaned_data,
        )
    except Ditolak as salah:
        form.add_error(None, str(salah))
        return _halaman(request, sop, revisi, evaluasi=form)
    messages.success(request, "Evaluasi tercatat; yang berikutnya dihitung dari tanggalnya.")
    return redirect("sop_monitoring", pk)


@require_GET
def berkas(request, pk, peninjauan, wujud):
    """The monitoring form as it was kept: "pdf" or "docx"."""
    sop = get_object_or_404(sop_terlihat(request.user), pk=pk)
    baris = get_object_or_404(
        Peninjauan.objects.select_related("berkas", "berkas_word"), sop=sop, pk=peninjauan
    )
    pilihan = {"pdf": baris.berkas, "docx": baris.berkas_word}
    if pilihan.get(wujud) is None:
        raise Http404
    return jawaban_berkas(pilihan[wujud], sebaris=wujud == "pdf")


def _dapat_dinilai(request, pk):
    """(SOP, its revision in force) for its penanggung jawab and the administrator; a 404 for anyone else."""
    sop, revisi = sop_berlaku(request, pk)
    if revisi is None or not sebagai_pengurus_sop(request.user, sop, revisi.dibaca()):
        raise Http404
    return sop, revisi


def _revisi_dibaca(request, revisi):
    """The revision that the page was made from; the act refuses it when another is in force since."""
    urutan = request.POST.get("revisi", "")
    dibaca = urutan.isdecimal() and revisi.sop.daftar_revisi.filter(urutan=min(int(urutan), 32767)).first()
    return dibaca or revisi


def _bahan(data, sop, revisi):
    """What the form proposes for the period asked for."""
    kini, satuan = hari_ini(sop.instansi), satuan_waktu(sop.instansi)
    periode, form_periode = periode_diminta(data, sop, _BULAN_BAWAAN)
    statistik = statistik_sop(sop, periode)
    aturan = aturan_penilaian(kini)
    return {
        "periode": periode,
        "form_periode": form_periode,
        "parameter": parameter(periode),
        "statistik": statistik,
        "ukuran": kalimat_ukuran(statistik),
        "aturan": aturan,
        "baris": usulan_baris(revisi.dibaca(), statistik, satuan, aturan),
    }


def _halaman(request, sop, revisi, *, bahan=None, form=None, evaluasi=None):
    kini = hari_ini(sop.instansi)
    bahan = bahan or _bahan(request.GET, sop, revisi)
    form = form or FormMonitoring(
        baris=bahan["baris"],
        hari_ini=kini,
        initial={"metode": ["jejak"] if bahan["statistik"].putaran_terukur else []},
    )
    konteks = {
        **bahan,
        "sop": sop,
        "revisi": revisi,
        "form": form,
        "form_evaluasi": evaluasi or FormEvaluasi(initial={"tanggal": kini}, prefix="evaluasi"),
        "daftar_peninjauan": sop.daftar_peninjauan.select_related(
            "revisi", "pegawai", "berkas", "berkas_word"
        ),
        "tinjauan": tinjauan_sop([sop]).get(sop.pk, ()),
        "hari_ini": kini,
    }
    salah = form.is_bound or (evaluasi is not None)
    return render(request, "alur/statistik_monitoring.html", konteks, status=422 if salah else 200)


def _alamat(pk) -> str:
    return reverse("sop_monitoring", args=[pk])
