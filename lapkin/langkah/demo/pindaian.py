"""Stands in for printing, signing and scanning: the same pages once more, marked as an example on every page."""

from dataclasses import replace

from lapkin.dokumen.cetak_pdf import cetak_pdf
from lapkin.laporan.queries import dokumen_versi
from lapkin.naskah.queries import dokumen_naskah

TANDA = "CONTOH PINDAIAN BERTANDA TANGAN (DEMO)"


def pindaian(dokumen_kasus) -> bytes:
    """The PDF of a paper as if it had been signed with ink; the mark stands in the margin, so no page moves."""
    if dokumen_kasus.versi:
        dokumen = dokumen_versi(dokumen_kasus.versi)
    else:
        dokumen, _ = dokumen_naskah(dokumen_kasus.naskah)
    return cetak_pdf(replace(dokumen, kepala_halaman=TANDA))
