"""The official form of an SOP (PermenPAN-RB 35/2012), drawn: its values and their SVG.

`gambar` lays out, `svg` and `svg_gambar` write one page, `formulir_svg` the whole form. What the values mean
stands in formulir/bentuk.py. Nothing here refuses: of a draft, what can be drawn is drawn.
"""

from lapkin.sop.formulir.bentuk import A3, A4, F4, Baris, Formulir, Halaman, Kertas
from lapkin.sop.formulir.lukis import formulir_svg_dari, svg, svg_gambar
from lapkin.sop.formulir.susun import gambar
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
]


def formulir_svg(sop: Sop, kini: frozenset[str] = frozenset()) -> str:
    """The form as one SVG, its pages one below the other; `kini`: kode of the steps at which a case now is."""
    return formulir_svg_dari(gambar(sop), kini)
