"""bin/lapkin sop cetak FILE.toml -o FORM.pdf: the official form as PDF, SVG or Word, by the name of the file."""

from pathlib import Path

from django.core.management.base import CommandError

from lapkin.alur.management.berkas_sop import baca_berkas, tulis_berkas
from lapkin.dokumen.cetak_pdf import GagalCetak
from lapkin.sop.cetak_formulir import formulir_docx, formulir_pdf, formulir_svg_lengkap
from lapkin.sop.sop import baca_draf

BANTUAN = "Mencetak formulir resmi SOP sebagai PDF, SVG, atau DOCX."
_PENCETAK = {
    ".pdf": formulir_pdf,
    ".docx": formulir_docx,
    ".svg": lambda sop: formulir_svg_lengkap(sop).encode(),
}


def tambah_argumen(parser):
    parser.add_argument("berkas", type=Path, metavar="SOP.toml")
    parser.add_argument("-o", "--keluaran", type=Path, required=True, metavar="FORM.pdf|.svg|.docx")


def jalankan(perintah, *, berkas, keluaran, **options):
    if keluaran.suffix.lower() not in _PENCETAK:
        raise CommandError(f"{keluaran}: nama berkas keluaran harus berakhir .pdf, .svg, atau .docx.")
    try:
        isi = _PENCETAK[keluaran.suffix.lower()](baca_berkas(berkas, baca_draf))
    except GagalCetak as salah:
        raise CommandError(f"{berkas}: {salah}") from salah
    tulis_berkas(keluaran, isi)
    perintah.stdout.write(f"Formulir tersimpan: {keluaran}")
