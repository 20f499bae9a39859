"""Drawings in the Word copy: a PNG for every program, with the SVG beside it for those that can show it."""

from dataclasses import dataclass, field

from lapkin.dokumen.cetak_pdf import GambarSvg
from lapkin.dokumen.docx_xml import atribut
from lapkin.dokumen.svg import svg_aman, ukuran_svg
from lapkin.dokumen.teks import tercetak

_EMU_PER_MM = 36_000
_EKSTENSI_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


@dataclass(slots=True)
class Pustaka:
    """Collects the drawings in the order they appear; the same drawing at the same size is stored once."""

    daftar: list[GambarSvg] = field(default_factory=list)
    jumlah: int = 0  # drawings placed: their ids must differ

    def gambar(self, svg: str, alt: str, lebar_mm: float, tinggi_mm: float = 0) -> str:
        """A run holding the drawing, `lebar_mm` wide, or smaller so as to stay under `tinggi_mm`.

        Raises `SvgRusak`.
        """
        aman = svg_aman(tercetak(svg))
        lebar, tinggi = ukuran_svg(aman)
        if tinggi_mm and lebar_mm * tinggi / lebar > tinggi_mm:
            lebar_mm = tinggi_mm * lebar / tinggi
        indeks = self._simpan(GambarSvg(svg=aman, lebar_mm=round(lebar_mm)))
        self.jumlah += 1
        ukuran = f'cx="{round(lebar_mm * _EMU_PER_MM)}" cy="{round(lebar_mm * _EMU_PER_MM * tinggi / lebar)}"'
        return _sebaris(self.jumlah, indeks, ukuran, atribut(alt))

    def _simpan(self, gambar: GambarSvg) -> int:
        if gambar not in self.daftar:
            self.daftar.append(gambar)
        return self.daftar.index(gambar)


def nama_media(indeks: int) -> tuple[str, str]:
    """File names of one drawing inside the package."""
    return f"media/gambar{indeks + 1}.png", f"media/gambar{indeks + 1}.svg"


def nama_hubungan(indeks: int) -> tuple[str, str]:
    """Relationship ids of one drawing: PNG, SVG."""
    return f"rIdPng{indeks + 1}", f"rIdSvg{indeks + 1}"


def _sebaris(nomor: int, indeks: int, ukuran: str, alt: str) -> str:
    png, vektor = nama_hubungan(indeks)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {ukuran}/>'
        f'<wp:docPr id="{nomor}" name="Gambar {nomor}" descr={alt}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{nomor}" name="Gambar {nomor}" descr={alt}/><pic:cNvPicPr/>'
        "</pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{png}"><a:extLst><a:ext uri="{_EKSTENSI_SVG}">'
        f'<asvg:svgBlip r:embed="{vektor}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {ukuran}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
