"""The official form of a revision as PDF, Word or SVG."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from lapkin.organisasi.queries import lambang_tercetak

from ..cetak_formulir import formulir_docx, formulir_pdf, formulir_svg_lengkap
from ..queries import revisi_terlihat

_JENIS_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
def pdf(request, pk, urutan):
    revisi = _terlihat(request, pk, urutan)
    return _unduhan(revisi, formulir_pdf(revisi.dibaca_draf(), _lambang(revisi)), "application/pdf", "pdf")


@require_GET
def docx(request, pk, urutan):
    revisi = _terlihat(request, pk, urutan)
    return _unduhan(revisi, formulir_docx(revisi.dibaca_draf(), _lambang(revisi)), _JENIS_WORD, "docx")


@require_GET
def svg(request, pk, urutan):
    revisi = _terlihat(request, pk, urutan)
    return _unduhan(revisi, formulir_svg_lengkap(revisi.dibaca_draf()).encode(), "image/svg+xml", "svg")


def _terlihat(request, pk, urutan):
    return get_object_or_404(revisi_terlihat(request.user), sop=pk, urutan=urutan)


def _lambang(revisi) -> str | None:
    return lambang_tercetak(revisi.sop.instansi) or None


def _unduhan(revisi, isi, jenis, akhiran):
    nama = f"sop-{revisi.sop.kode}-revisi-{revisi.urutan}.{akhiran}"
    cara = "inline" if akhiran == "pdf" else "attachment"
    return HttpResponse(
        isi, content_type=jenis, headers={"Content-Disposition": f'{cara}; filename="{nama}"'}
    )
