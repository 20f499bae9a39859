"""WordprocessingML in small pieces: runs, paragraphs, fields, bookmarks. User text is escaped here."""

import hashlib
import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from lapkin.dokumen.blok import Potongan
from lapkin.dokumen.teks import bersih

RUANG_NAMA = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
)
KEPALA_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PANJANG_NAMA = 40  # Word's limit for a bookmark name

_PECAHAN = re.compile(r"(\n|\t)")


def dxa(mm: float) -> int:
    """Millimetres to twentieths of a point."""
    return round(mm * 1440 / 25.4)


def atribut(teks: str) -> str:
    """A quoted attribute value, on one line."""
    return quoteattr(bersih(teks).replace("\n", " ").replace("\t", " "))


def lari(teks: str, sifat: str = "") -> str:
    """One run; newline and tab become Word's own marks. `sifat` is ready-made XML for w:rPr."""
    rpr = f"<w:rPr>{sifat}</w:rPr>" if sifat else ""
    isi = "".join(_potong(bagian) for bagian in _PECAHAN.split(bersih(teks)) if bagian)
    return f"<w:r>{rpr}{isi}</w:r>" if isi else ""


def rangkai(daftar_potongan: Iterable[Potongan]) -> str:
    """Runs of a paragraph."""
    return "".join(lari(p.teks, _sifat(p)) for p in daftar_potongan)


def alinea(
    isi: str,
    gaya: str = "",
    *,
    lekat: bool = False,
    halaman_baru: bool = False,
    nomor: tuple[int, int] | None = None,
    tab: Iterable[tuple[str, int]] = (),
    jarak: str = "",
    inden: str = "",
    rata: str = "",
    bagian: str = "",
) -> str:
    """A paragraph; the parts of w:pPr come in the order the schema wants.

    `nomor`: (list, level); `tab`: (kind, place in dxa); `jarak`, `inden`: attributes of w:spacing and w:ind.
    """
    ppr = (
        (f'<w:pStyle w:val="{gaya}"/>' if gaya else "")
        + ("<w:keepNext/>" if lekat else "")
        + ("<w:pageBreakBefore/>" if halaman_baru else "")
        + (f'<w:numPr><w:ilvl w:val="{nomor[1]}"/><w:numId w:val="{nomor[0]}"/></w:numPr>' if nomor else "")
        + _daftar_tab(tab)
        + (f"<w:spacing {jarak}/>" if jarak else "")
        + (f"<w:ind {inden}/>" if inden else "")
        + (f'<w:jc w:val="{rata}"/>' if rata else "")
        + bagian
    )
    return f"<w:p><w:pPr>{ppr}</w:pPr>{isi}</w:p>" if ppr else f"<w:p>{isi}</w:p>"


def sela_kecil(*, halaman_baru: bool = False, bagian: str = "", tinggi: int = 20) -> str:
    """An almost invisible paragraph (`tinggi` in dxa): it parts two tables, or carries a section."""
    jarak = f'w:before="0" w:after="0" w:line="{tinggi}" w:lineRule="exact"'
    return alinea("", jarak=jarak, halaman_baru=halaman_baru, bagian=bagian)


def bidang(perintah: str, hasil: str, gaya: str = "") -> str:
    """A field (PAGE, SEQ, ...) with the result Word shows until it is updated; `hasil` is XML of runs.

    `gaya` repeats the properties of the result on the field itself: LibreOffice shows the result in those.
    """
    sifat = f"<w:rPr>{gaya}</w:rPr>" if gaya else ""
    return (
        f'<w:r>{sifat}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{sifat}<w:instrText xml:space="preserve"> {escape(perintah)} </w:instrText></w:r>'
        f'<w:r>{sifat}<w:fldChar w:fldCharType="separate"/></w:r>'
        f'{hasil}<w:r>{sifat}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def bertanda(isi: str, nomor: int, nama: str) -> str:
    """Content inside a bookmark; `nomor` is unique in the document."""
    return f'<w:bookmarkStart w:id="{nomor}" w:name="{nama}"/>{isi}<w:bookmarkEnd w:id="{nomor}"/>'


def nama_bookmark(kunci: str, awalan: str = "_n_") -> str:
    """The hidden bookmark of a narrative (`_n_`), heading (`_j_`), table or figure (`_t_`) with this key.

    A key that a bookmark cannot hold as it is gets a short hash, so that two keys never share a name.
    """
    polos = re.sub(r"[^A-Za-z0-9_]", "_", kunci)
    if polos == kunci and len(awalan + polos) <= PANJANG_NAMA:
        return awalan + polos
    sidik = hashlib.sha256(kunci.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{awalan}{polos[: PANJANG_NAMA - len(awalan) - 9]}_{sidik}"


def _potong(bagian: str) -> str:
    if bagian == "\n":
        return "<w:br/>"
    if bagian == "\t":
        return "<w:tab/>"
    return f'<w:t xml:space="preserve">{escape(bagian)}</w:t>'


def _sifat(potongan: Potongan) -> str:
    return (
        ("<w:b/>" if potongan.tebal else "")
        + ("<w:i/>" if potongan.miring else "")
        + ('<w:u w:val="single"/>' if potongan.garis_bawah else "")
    )


def _daftar_tab(tab: Iterable[tuple[str, int]]) -> str:
    isi = "".join(f'<w:tab w:val="{jenis}" w:pos="{letak}"/>' for jenis, letak in tab)
    return f"<w:tabs>{isi}</w:tabs>" if isi else ""
