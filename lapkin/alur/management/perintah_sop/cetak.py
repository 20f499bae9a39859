"""bin/lapkin sop cetak FILE.toml -o FORM.pdf: the official form as PDF, SVG or Word, by the name of the file."""

from pathlib import Path

from django.core.management.base import CommandError

from lapkin.alur.management.berkas_sop import baca_berkas, tulis_berkas
from lapkin.berkas.kenali import MEDIA, BerkasTakLayak, periksa
from lapkin.dokumen.cetak_pdf import GagalCetak
from lapkin.dokumen.coba_lambang import lambang_tercoba
from lapkin.dokumen.lambang import BATAS_BYTE
from lapkin.dokumen.svg import SvgRusak
from lapkin.sop.cetak_formulir import formulir_docx, formulir_pdf, formulir_svg_lengkap
from lapkin.sop.periksa_masukan import baca_masukan

BANTUAN = "Mencetak formulir resmi SOP sebagai PDF, SVG, atau DOCX."
_PENCETAK = {
    ".pdf": formulir_pdf,
    ".docx": formulir_docx,
    ".svg": lambda sop, lambang: formulir_svg_lengkap(sop, lambang).encode(),
}


def tambah_argumen(parser):
    parser.add_argument("berkas", type=Path, metavar="SOP.toml")
    parser.add_argument("-o", "--keluaran", type=Path, required=True, metavar="FORM.pdf|.svg|.docx")
    parser.add_argument(
        "--lambang", type=Path, metavar="LAMBANG.png", help="lambang daerah di atas kop, PNG atau JPG"
    )


def jalankan(perintah, *, berkas, keluaran, lambang=None, **options):
    if keluaran.suffix.lower() not in _PENCETAK:
        raise CommandError(f"{keluaran}: nama berkas keluaran harus berakhir .pdf, .svg, atau .docx.")
    sop = baca_berkas(berkas, baca_masukan)
    gambar = baca_lambang(lambang) if lambang else None
    try:
        isi = _PENCETAK[keluaran.suffix.lower()](sop, gambar)
    except (GagalCetak, SvgRusak) as salah:
        raise CommandError(f"{berkas}: {salah}") from salah
    tulis_berkas(keluaran, isi)
    perintah.stdout.write(f"Formulir tersimpan: {keluaran}")


def baca_lambang(berkas: Path) -> str:
    """The emblem in a PNG or JPG as a drawing; raises CommandError."""
    try:
        with berkas.open("rb") as terbuka:
            isi = terbuka.read(BATAS_BYTE + 1)
    except (OSError, ValueError) as salah:
        raise CommandError(f"{berkas}: gambar lambang tidak dapat dibuka.") from salah
    if len(isi) > BATAS_BYTE:
        raise CommandError(f"{berkas}: gambar lambang melebihi 1 MB. Kecilkan gambarnya.")
    try:
        return lambang_tercoba(isi, MEDIA[periksa(isi, ("png", "jpg"))])
    except (BerkasTakLayak, SvgRusak) as salah:
        raise CommandError(f"{berkas}: {salah}") from salah
