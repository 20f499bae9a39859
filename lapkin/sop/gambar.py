"""The official form of an SOP (PermenPAN-RB 35/2012), drawn: its values and their SVG.

`gambar` lays out, `svg` and `svg_gambar` write one page, `formulir_svg` the whole form. What the values mean
stands in formulir/bentuk.py. Nothing here refuses: of a draft, what can be drawn is drawn.
"""

from dataclasses import replace

from lapkin.sop.formulir.bentuk import A3, A4, F4, Baris, Formulir, Halaman, Kertas
from lapkin.sop.formulir.lukis import formulir_svg_dari, svg, svg_gambar
from lapkin.sop.formulir.susun import gambar
from lapkin.sop.formulir.tata import KAKI
from lapkin.sop.sop import Sop

__all__ = [
    "A3",
    "A4",
    "F4",
    "Baris",
    "Formulir",
    "Halaman",
    "Kertas",
    "formulir_svg",
    "gambar",
    "svg",
    "svg_gambar",
    "untuk_layar",
]


def formulir_svg(sop: Sop, kini: frozenset[str] = frozenset()) -> str:
    """The form as one SVG for the screen, its pages one below the other; `kini`: kode of the steps of a case now."""
    return formulir_svg_dari(untuk_layar(gambar(sop)), kini)


def untuk_layar(formulir: Formulir) -> Formulir:
    """The form with every page cut off a little below what stands on it: a screen has no use for empty paper."""
    sisa = formulir.kertas.tepi + (KAKI if len(formulir.halaman) > 1 else 0.0)
    return replace(formulir, halaman=tuple(_terpotong(halaman, sisa) for halaman in formulir.halaman))


def _terpotong(halaman: Halaman, sisa: float) -> Halaman:
    bawah = max([halaman.bawah, *(sel.y + sel.tinggi for sel in halaman.catatan)])
    return replace(halaman, tinggi=min(halaman.tinggi, bawah + sisa))
