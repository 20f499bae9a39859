"""Text and drawings as HTML: escaped text, and SVG of allowed elements only."""

import re
from html import escape

from lapkin.dokumen.svg import svg_aman, ukuran_svg
from lapkin.dokumen.teks import bersih


def teks_html(teks: str) -> str:
    """Escaped; a newline becomes a line break."""
    return escape(bersih(teks)).replace("\n", "<br>")


def svg_html(svg: str, alt: str, awalan: str) -> str:
    """The drawing inline as one image with its words; `awalan` keeps its ids apart from the page's own.

    Raises `SvgRusak`.
    """
    lebar, tinggi = ukuran_svg(svg)
    isi = re.sub(r'\bid="([^"]*)"', rf'id="{awalan}-\1"', svg_aman(svg))
    isi = re.sub(r"url\(\s*#", f"url(#{awalan}-", isi)
    kotak = "" if "viewBox=" in isi.split(">", 1)[0] else f' viewBox="0 0 {lebar:g} {tinggi:g}"'
    label = escape(bersih(alt).replace("\n", " "))
    return isi.replace("<svg", f'<svg role="img" aria-label="{label}"{kotak}', 1)
