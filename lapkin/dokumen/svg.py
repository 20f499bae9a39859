"""SVG that may stand inside a page: parsed, and written again from a list of allowed elements and attributes.

An emblem is uploaded by people, so scripts, event handlers, outside references and styles never get through.
A picture may stand in it only as its own bytes: PNG or JPEG in base64.
"""

import re
from functools import lru_cache

from lxml import etree

_RUANG = "http://www.w3.org/2000/svg"
_NAMA_ELEMEN = (
    "svg g defs path rect circle ellipse line polyline polygon text tspan title desc pattern clipPath "
    "mask linearGradient radialGradient stop symbol"
)
_NAMA_ATRIBUT = (
    "id viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill fill-opacity "
    "fill-rule stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity "
    "stroke-miterlimit opacity font-family font-size font-weight font-style text-anchor dominant-baseline dx "
    "dy offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod patternUnits "
    "patternTransform clip-path clip-rule mask preserveAspectRatio textLength lengthAdjust "
    "letter-spacing fx fy"
)
_ELEMEN = frozenset(_NAMA_ELEMEN.split())
_ATRIBUT = frozenset(_NAMA_ATRIBUT.split())
_RUJUKAN = ("href", "{http://www.w3.org/1999/xlink}href")
_GAMBAR_TERTANAM = re.compile("data:image/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}")
_BATAS = 4_000_000  # characters; a traced emblem is some 300,000


class SvgRusak(ValueError):
    """The drawing is no readable SVG; the message is an Indonesian sentence."""


@lru_cache(maxsize=64)
def svg_aman(svg: str) -> str:
    """The drawing without anything that could run, load or restyle; raises `SvgRusak`."""
    akar = _baca(svg)
    _saring(akar)
    etree.cleanup_namespaces(akar)
    return etree.tostring(akar, encoding="unicode")


def ukuran_svg(svg: str) -> tuple[float, float]:
    """Width and height from the viewBox, else from width and height; raises `SvgRusak`."""
    akar = _baca(svg)
    kotak = (akar.get("viewBox") or "").replace(",", " ").split()
    teks = kotak[2:4] if len(kotak) == 4 else [akar.get("width", ""), akar.get("height", "")]
    try:
        lebar, tinggi = (float(ukuran.removesuffix("px").removesuffix("mm")) for ukuran in teks)
    except ValueError:
        raise SvgRusak("Ukuran gambar SVG tidak tertulis.") from None
    if not (0 < lebar < 1e6 and 0 < tinggi < 1e6):
        raise SvgRusak("Ukuran gambar SVG tidak wajar.")
    return lebar, tinggi


def _baca(svg: str) -> etree._Element:
    if len(svg) > _BATAS:
        raise SvgRusak("Gambar SVG terlalu besar.")
    pengurai = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        akar = etree.fromstring(svg.encode(), pengurai)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as salah:
        raise SvgRusak("Berkas gambar bukan SVG yang dapat dibaca.") from salah
    if akar.tag != f"{{{_RUANG}}}svg":
        raise SvgRusak("Berkas gambar bukan SVG yang dapat dibaca.")
    return akar


def _saring(elemen: etree._Element) -> None:
    for anak in list(elemen):
        if _boleh(anak):
            _saring(anak)
        else:
            elemen.remove(anak)
    daftar_boleh = _ATRIBUT.union(_RUJUKAN) if _nama(elemen.tag) == "image" else _ATRIBUT
    for nama, nilai in list(elemen.attrib.items()):
        if nama not in daftar_boleh or _merujuk_luar(nilai):
            del elemen.attrib[nama]


def _boleh(elemen: etree._Element) -> bool:
    """An element of the list, or an image that carries its own bytes; never a comment or an entity."""
    if not isinstance(elemen.tag, str):
        return False
    nama = _nama(elemen.tag)
    return nama in _ELEMEN or (nama == "image" and _tertanam(elemen))


def _tertanam(gambar: etree._Element) -> bool:
    daftar_rujukan = [gambar.get(nama) for nama in _RUJUKAN if nama in gambar.attrib]
    return bool(daftar_rujukan) and all(_GAMBAR_TERTANAM.fullmatch(rujukan) for rujukan in daftar_rujukan)


def _nama(tanda: str) -> str:
    ruang, _, nama = tanda.rpartition("}")
    return nama if ruang == "{" + _RUANG else ""


def _merujuk_luar(nilai: str) -> bool:
    """Only `url(#...)` inside the same drawing is let through."""
    rapat = nilai.replace(" ", "").lower()
    return rapat.count("url(") != rapat.count("url(#")
