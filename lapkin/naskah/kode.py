"""The code of a paper: a short form of its content's hash, put at the foot of its pages before it is rendered.

With it every sheet of a scan of wet ink is matched by eye to the frozen file that was printed.
"""

import hashlib
from dataclasses import replace

from lapkin.dokumen.blok import Dokumen, ke_json


def kode_dokumen(dokumen: Dokumen) -> str:
    """Twelve hexadecimal signs in groups of four: "3F9A-07C2-11BE"."""
    sidik = hashlib.sha256(ke_json(dokumen).encode()).hexdigest()[:12].upper()
    return "-".join(sidik[i : i + 4] for i in range(0, 12, 4))


def berkode(dokumen: Dokumen, *, asal: str = "") -> tuple[Dokumen, str]:
    """The document with its code at the foot of every page, and the code; `asal`: code of the original it copies."""
    kode = kode_dokumen(dokumen)
    teks = f"Kode berkas: {kode}"
    if asal:
        teks = f"Salinan bernomor; asli bertanda tangan: {asal}. {teks}"
    return replace(dokumen, kaki_halaman=teks), kode
