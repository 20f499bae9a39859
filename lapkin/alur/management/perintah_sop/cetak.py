"""bin/lapkin sop cetak FILE.toml -o FORM.pdf: the official form as PDF, SVG or Word, by the name of the file."""

from pathlib import Path

from django.core.management.base import CommandError

from lapkin.alur.cetak_formulir import formulir_docx, formulir_pdf, formulir_svg_lengkap
from lapkin.alur.sop import Sop, SopTidakSah, baca_draf
from lapkin.dokumen.cetak_pdf import GagalCetak

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
        isi = _PENCETAK[keluaran.suffix.lower()](_baca(berkas))
    except GagalCetak as salah:
        raise CommandError(f"{berkas}: {salah}") from salah
    try:
        keluaran.write_bytes(isi)
    except OSError as salah:
        raise CommandError(f"{keluaran}: berkas tidak dapat ditulis.") from salah
    perintah.stdout.write(f"Formulir tersimpan: {keluaran}")


def _baca(berkas: Path) -> Sop:
    try:
        return baca_draf(berkas.read_text(encoding="utf-8"))
    except OSError as salah:
        raise CommandError(f"{berkas}: berkas tidak dapat dibuka.") from salah
    except UnicodeDecodeError as salah:
        raise CommandError(f"{berkas}: berkas bukan teks UTF-8.") from salah
    except SopTidakSah as salah:
        raise CommandError("\n".join([f"{berkas}:", *salah.daftar_masalah])) from salah
