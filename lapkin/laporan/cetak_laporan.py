"""Both files of one report from its tree."""

from dataclasses import dataclass

from lapkin.berkas.pdf import jumlah_halaman
from lapkin.dokumen.blok import Dokumen
from lapkin.dokumen.cetak_docx import cetak_docx
from lapkin.dokumen.cetak_pdf import cetak


@dataclass(frozen=True, slots=True, kw_only=True)
class CetakanLaporan:
    """The PDF, the DOCX, and the number of pages of the PDF."""

    pdf: bytes
    docx: bytes
    halaman: int


def cetak_laporan(dokumen: Dokumen) -> CetakanLaporan:
    """Print the report twice; Word's contents list gets the page numbers of the PDF. Raises `GagalCetak`."""
    cetakan = cetak(dokumen)
    docx = cetak_docx(dokumen, cetakan.letak)
    return CetakanLaporan(pdf=cetakan.pdf, docx=docx, halaman=jumlah_halaman(cetakan.pdf))
