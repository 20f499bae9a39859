"""A revision as a file: its official form (PDF, Word, SVG), or its table for other programs (TOML, Excel, BPMN)."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from lapkin.berkas.kenali import MEDIA
from lapkin.dokumen.cetak_pdf import GagalCetak
from lapkin.dokumen.svg import SvgRusak
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import lambang_tercetak
from lapkin.sop.bpmn import tulis_bpmn
from lapkin.sop.cetak_formulir import formulir_docx, formulir_pdf, formulir_svg_lengkap
from lapkin.sop.lembar_sop import tulis_lembar
from lapkin.sop.sop import SopTidakSah
from lapkin.sop.tulis_toml import tulis_toml

from ..queries import revisi_terlihat

BENTUK = {
    "pdf": (MEDIA["pdf"], formulir_pdf),
    "docx": (MEDIA["docx"], formulir_docx),
    "svg": (MEDIA["svg"], formulir_svg_lengkap),
    "toml": (MEDIA["toml"], lambda isi, _lambang: tulis_toml(isi)),
    "xlsx": (MEDIA["xlsx"], lambda isi, _lambang: tulis_lembar(isi)),
    "bpmn": ("application/xml", lambda isi, _lambang: tulis_bpmn(isi)),
}


@require_GET
def ekspor(request, pk, bentuk):
    """One revision in one of `BENTUK`.

    Ditolak says what a draft lacks that cannot be run yet (it has no BPMN), or why the form cannot be printed.
    """
    if bentuk not in BENTUK:
        raise Http404
    revisi = get_object_or_404(revisi_terlihat(request.user), pk=pk)
    media, tulis = BENTUK[bentuk]
    try:
        isi = tulis(revisi.dibaca_draf(), lambang_tercetak(revisi.sop.instansi) or None)
    except SopTidakSah as salah:
        raise Ditolak(f"Draf ini belum dapat dijalankan. {' '.join(salah.daftar_masalah)}") from salah
    except (GagalCetak, SvgRusak) as salah:
        raise Ditolak(str(salah)) from salah
    nama = f"{revisi.sop.kode}-revisi-{revisi.urutan}.{bentuk}"
    cara = "inline" if bentuk == "pdf" else "attachment"
    kepala = {"Content-Disposition": f'{cara}; filename="{nama}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(isi, content_type=media, headers=kepala)
