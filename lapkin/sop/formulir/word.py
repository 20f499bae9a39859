"""The official form as the body of a Word file: real text in cells, and of the drawing one slice for each row.

The heights of the rows are those of the drawing, so the file says that longer text needs a new one: in hidden text
at the head of every table, and in its properties. The sheet that is signed does not bear it.
"""

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from lapkin.dokumen.docx_gambar import Pustaka
from lapkin.dokumen.docx_paket import bungkus, pengenal
from lapkin.dokumen.docx_xml import KEPALA_XML, RUANG_NAMA, alinea, bidang, lari, sela_kecil
from lapkin.sop.formulir.bentuk import Bagian, Baris, Formulir, Halaman, Kertas, Sel
from lapkin.sop.formulir.huruf import JARAK_BARIS
from lapkin.sop.formulir.identitas import BlokIdentitas, Isian, Rincian, blok_identitas
from lapkin.sop.formulir.kolom import PADDING, isi_sel
from lapkin.sop.formulir.lukis import svg_gambar
from lapkin.sop.formulir.uraian import uraian_baris
from lapkin.sop.sop import Sop

PERINGATAN = (
    "Tinggi baris mengikuti gambar alur: teks yang lebih panjang memerlukan gambar baru. "
    "Ubah SOP-nya, lalu unduh formulir ini kembali."
)
_MM_PER_PT = 25.4 / 72
_RATA = {"kiri": "left", "tengah": "center"}
_GARIS = "".join(
    f'<w:{sisi} w:val="single" w:sz="5" w:space="0" w:color="000000"/>'
    for sisi in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BAGIAN_IDENTITAS = (0.41, 0.19, 0.40)
_UKURAN_IDENTITAS = 8.5
_SELA_IDENTITAS = (5.0, 3.5)  # beside the text of a cell, and above and below it
_KOSONG = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def badan_word(sop: Sop, formulir: Formulir, pustaka: Pustaka, lambang: str | None) -> str:
    """The XML of w:body's children; drawings are collected in `pustaka`. Raises `SvgRusak`."""
    kertas = formulir.kertas
    isi = [_identitas(blok_identitas(sop.identitas), kertas, pustaka, lambang)]
    for halaman in formulir.halaman:
        isi += [_judul(halaman), _tabel(sop, formulir, halaman, pustaka)]
        isi += [_teks([" ".join(sel.baris)], sel.ukuran) for sel in halaman.catatan]
    return "".join([*isi, sela_kecil(), _sifat_bagian(kertas)])


def kaki_word() -> str:
    """word/kaki.xml: "Halaman 1 / 3"."""
    kecil = '<w:color w:val="3C3C3C"/><w:sz w:val="15"/>'
    nomor = (
        lari("Halaman ", kecil)
        + bidang("PAGE", lari("1", kecil), kecil)
        + lari(" / ", kecil)
        + bidang("NUMPAGES", lari("1", kecil), kecil)
    )
    return bungkus("ftr", alinea(nomor, "Footer", rata="right"))


def gaya_word() -> str:
    """word/styles.xml: one plain face; headings keep their look from the runs."""
    huruf = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>'
    rapat = '<w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'
    return (
        f"{KEPALA_XML}<w:styles {RUANG_NAMA}><w:docDefaults><w:rPrDefault><w:rPr>{huruf}"
        '<w:sz w:val="18"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault></w:docDefaults>'
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{rapat}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/>'
        '<w:basedOn w:val="Normal"/></w:style></w:styles>'
    )


# ---- bagian identitas ----


def _identitas(blok: BlokIdentitas, kertas: Kertas, pustaka: Pustaka, lambang: str | None) -> str:
    lebar = kertas.lebar - 2 * kertas.tepi
    kiri, label, isi = (lebar * bagian for bagian in _BAGIAN_IDENTITAS)
    daftar = [_isian(satu, label, isi) for satu in blok.isian]
    if blok.judul_lebar:
        judul = _teks([blok.judul_lebar], _UKURAN_IDENTITAS, tebal=True, rata="center")
        daftar.append(_sel_xml(judul, label + isi, rentang=2))
    kop = _kop(blok, pustaka, lambang)
    daftar_baris = [
        _baris_xml(
            _sel_xml(kop if ke == 0 else _KOSONG, kiri, gabung="restart" if ke == 0 else "continue") + satu
        )
        for ke, satu in enumerate(daftar or [_sel_xml(_KOSONG, label) + _sel_xml(_KOSONG, isi)])
    ]
    atas = _tabel_xml((kiri, label, isi), daftar_baris, sela=_SELA_IDENTITAS)
    pasangan = [
        _baris_xml("".join(_rincian(satu, lebar / 2) for satu in dua), utuh=False) for dua in blok.pasangan
    ]
    bawah = _tabel_xml((lebar / 2, lebar / 2), pasangan, sela=_SELA_IDENTITAS) if pasangan else ""
    return f"{atas}{sela_kecil(tinggi=120)}{bawah}"


def _kop(blok: BlokIdentitas, pustaka: Pustaka, lambang: str | None) -> str:
    gambar = ""
    if lambang:
        gambar = alinea(pustaka.gambar(lambang, "Lambang daerah", 22, 22), rata="center")
    nama = _teks(blok.kop, 11.0, tebal=True, rata="center")
    unit = _teks(["", blok.unit], 10.0, tebal=True, rata="center") if blok.unit else ""
    return gambar + nama + unit


def _isian(isian: Isian, lebar_label: float, lebar_isi: float) -> str:
    label, isi = _teks([isian.label], _UKURAN_IDENTITAS), _teks(isian.isi, _UKURAN_IDENTITAS)
    return _sel_xml(label, lebar_label, rata_tegak="top") + _sel_xml(isi, lebar_isi, rata_tegak="top")


def _rincian(rincian: Rincian | None, lebar: float) -> str:
    if rincian is None:
        return _sel_xml(_KOSONG, lebar)
    butir = "".join(_butir(penanda, teks) for penanda, teks in rincian.butir)
    return _sel_xml(_teks([rincian.label], _UKURAN_IDENTITAS, tebal=True) + butir, lebar, rata_tegak="top")


def _butir(penanda: str, teks: str) -> str:
    sifat, jarak = f'<w:sz w:val="{round(_UKURAN_IDENTITAS * 2)}"/>', 'w:before="30" w:after="0"'
    if not penanda:
        return alinea(lari(teks, sifat), jarak=jarak)
    return alinea(
        lari(f"{penanda}\t{teks}", sifat),
        tab=[("left", 300)],
        jarak=jarak,
        inden='w:left="300" w:hanging="300"',
    )


# ---- bagian flowchart ----


def _judul(halaman: Halaman) -> str:
    teks = " ".join(baris for sel in halaman.judul for baris in sel.baris)
    ukuran = halaman.judul[0].ukuran if halaman.judul else _UKURAN_IDENTITAS
    sifat = f'<w:b/><w:sz w:val="{round(ukuran * 2)}"/>'
    jarak = 'w:before="0" w:after="120"'
    isi = lari(teks, sifat) + lari(f" {PERINGATAN}", '<w:vanish/><w:sz w:val="15"/>')
    return alinea(isi, "Heading1" if teks else "", halaman_baru=True, jarak=jarak, rata="center")


def _tabel(sop: Sop, formulir: Formulir, halaman: Halaman, pustaka: Pustaka) -> str:
    kepala = [_baris_kepala(halaman, ke) for ke in range(len(halaman.kepala))]
    badan = [_baris_badan(sop, formulir, halaman, baris, pustaka) for baris in halaman.baris]
    return _tabel_xml([kolom.lebar for kolom in halaman.kolom], kepala + badan)


def _baris_kepala(halaman: Halaman, ke: int) -> str:
    """Cells that reach down from a row above stand here again, empty and merged, as Word wants them."""
    mulai = {sel.kolom: sel for sel in halaman.kepala[ke].sel}
    dari_atas = {
        sel.kolom: sel
        for di_atas, baris in enumerate(halaman.kepala[:ke])
        for sel in baris.sel
        if di_atas + sel.rentang_baris > ke
    }
    daftar = [_sel_kepala(sel) for sel in mulai.values()]
    lanjutan = [
        (sel.kolom, _sel_xml(_KOSONG, sel.lebar, rentang=sel.rentang_kolom, gabung="continue", abu=True))
        for sel in dari_atas.values()
    ]
    urut = sorted([*zip(mulai, daftar, strict=True), *lanjutan])
    return _baris_xml("".join(isi for _, isi in urut), tinggi=halaman.kepala[ke].tinggi, kepala=True)


def _sel_kepala(sel: Sel) -> str:
    return _sel_xml(
        _teks(sel.baris, sel.ukuran, tebal=sel.tebal, rata="center"),
        sel.lebar,
        rentang=sel.rentang_kolom,
        gabung="restart" if sel.rentang_baris > 1 else "",
        abu=True,
    )


def _baris_badan(sop: Sop, formulir: Formulir, halaman: Halaman, baris: Baris, pustaka: Pustaka) -> str:
    langkah = sop.langkah[baris.urutan]
    isi = []
    for kolom, sel in zip(halaman.kolom, baris.sel, strict=True):
        if kolom.bagian is not Bagian.PELAKSANA:
            teks = isi_sel(langkah, kolom.bagian).splitlines() or [""]
            isi.append(_sel_xml(_teks(teks, sel.ukuran, rata=_RATA[sel.rata]), sel.lebar))
        elif kolom.x == halaman.x0:
            isi.append(_irisan(sop, formulir, halaman, baris, pustaka))
    return _baris_xml("".join(isi), tinggi=baris.tinggi)


def _irisan(sop: Sop, formulir: Formulir, halaman: Halaman, baris: Baris, pustaka: Pustaka) -> str:
    """The slice of the drawing that belongs to one row, in one cell over all pelaksana columns."""
    lebar = halaman.x1 - halaman.x0
    banyak = sum(kolom.bagian is Bagian.PELAKSANA for kolom in halaman.kolom)
    gambar = pustaka.gambar(
        svg_gambar(formulir, halaman, baris), uraian_baris(sop, halaman, baris.urutan), lebar * _MM_PER_PT
    )
    isi = (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>{gambar}</w:p>'
    )
    return _sel_xml(isi, lebar, rentang=banyak, tanpa_sela=True)


# ---- WordprocessingML ----


def _teks(daftar: Iterable[str], ukuran: float, *, tebal: bool = False, rata: str = "left") -> str:
    """A paragraph for each line, with lines as far apart as the drawing was measured with."""
    sifat = f'{"<w:b/>" if tebal else ""}<w:sz w:val="{round(ukuran * 2)}"/>'
    jarak = f'w:before="0" w:after="0" w:line="{round(ukuran * JARAK_BARIS * 20)}" w:lineRule="exact"'
    return "".join(alinea(lari(teks, sifat), jarak=jarak, rata=rata) for teks in daftar) or _KOSONG


def _sel_xml(
    isi: str,
    lebar: float,
    *,
    rentang: int = 1,
    gabung: str = "",
    abu: bool = False,
    tanpa_sela: bool = False,
    rata_tegak: str = "center",
) -> str:
    sela = "".join(f'<w:{sisi} w:w="0" w:type="dxa"/>' for sisi in ("top", "left", "bottom", "right"))
    sifat = (
        f'<w:tcW w:w="{_dxa(lebar)}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{rentang}"/>' if rentang > 1 else "")
        + (f"<w:vMerge w:val={quoteattr(gabung)}/>" if gabung else "")
        + ('<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>' if abu else "")
        + (f"<w:tcMar>{sela}</w:tcMar>" if tanpa_sela else "")
        + f'<w:vAlign w:val="{rata_tegak}"/>'
    )
    return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{isi}</w:tc>"


def _baris_xml(isi: str, *, tinggi: float = 0, kepala: bool = False, utuh: bool = True) -> str:
    sifat = (
        ("<w:cantSplit/>" if utuh else "")
        + (f'<w:trHeight w:val="{_dxa(tinggi)}" w:hRule="exact"/>' if tinggi else "")
        + ("<w:tblHeader/>" if kepala else "")
    )
    return f"<w:tr><w:trPr>{sifat}</w:trPr>{isi}</w:tr>"


def _tabel_xml(
    daftar_lebar: Iterable[float], daftar_baris: Iterable[str], *, sela: tuple[float, float] = (PADDING, 0.0)
) -> str:
    """`sela`: room beside the text of its cells, and above and below it."""
    daftar_dxa = [_dxa(lebar) for lebar in daftar_lebar]
    samping, tegak = map(_dxa, sela)
    sela_sel = "".join(
        f'<w:{sisi} w:w="{lebar}" w:type="dxa"/>'
        for sisi, lebar in (("top", tegak), ("left", samping), ("bottom", tegak), ("right", samping))
    )
    sifat = (
        f'<w:tblW w:w="{sum(daftar_dxa)}" w:type="dxa"/><w:tblBorders>{_GARIS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{sela_sel}</w:tblCellMar>'
    )
    kisi = "".join(f'<w:gridCol w:w="{lebar}"/>' for lebar in daftar_dxa)
    isi = "".join(daftar_baris)
    return f"<w:tbl><w:tblPr>{sifat}</w:tblPr><w:tblGrid>{kisi}</w:tblGrid>{isi}</w:tbl>"


def _sifat_bagian(kertas: Kertas) -> str:
    tepi = _dxa(kertas.tepi)
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{pengenal("kaki")}"/>'
        f'<w:pgSz w:w="{_dxa(kertas.lebar)}" w:h="{_dxa(kertas.tinggi)}" w:orient="landscape"/>'
        f'<w:pgMar w:top="{tepi}" w:right="{tepi}" w:bottom="{tepi}" w:left="{tepi}"'
        ' w:header="300" w:footer="300" w:gutter="0"/></w:sectPr>'
    )


def _dxa(pt: float) -> int:
    return round(pt * 20)
