"""The code of a paper: a short form of its content's hash, put at its end before it is rendered.

With it a scan of wet ink is matched by eye to the frozen file that was printed.
"""

import hashlib
from dataclasses import replace

from lapkin.dokumen.blok import Dokumen, Potongan, ke_json, paragraf


def kode_dokumen(dokumen: Dokumen) -> str:
    """Twelve hexadecimal signs in groups of four: "3F9A-07C2-11BE"."""
    sidik = hashlib.sha256(ke_json(dokumen).encode()).hexdigest()[:12].upper()
    return "-".join(sidik[i : i + 4] for i in range(0, 12, 4))


def berkode(dokumen: Dokumen, *, asal: str = "") -> tuple[Dokumen, str]:
    """The document with its code as last line, and the code; `asal`: code of the original it copies."""
    kode = kode_dokumen(dokumen)
    teks = f"Kode berkas: {kode}"
    if asal:
        teks = f"Salinan bernomor; asli bertanda tangan: {asal}. {teks}"
    baris = paragraf(Potongan(teks=teks, miring=True), rata="kiri", kunci="kode-berkas")
    return replace(dokumen, blok=(*dokumen.blok, baris)), kode
