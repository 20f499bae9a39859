"""Acts on figures; each writes one Peristiwa with what stood there before."""

from .buku import terima_buku
from .isian import ISIAN_TERPANJANG, isi_anggaran, isi_realisasi, isi_realisasi_setahun, kunci_lembar
from .perjanjian import unggah_perjanjian

__all__ = [
    "ISIAN_TERPANJANG",
    "isi_anggaran",
    "isi_realisasi",
    "isi_realisasi_setahun",
    "kunci_lembar",
    "terima_buku",
    "unggah_perjanjian",
]
