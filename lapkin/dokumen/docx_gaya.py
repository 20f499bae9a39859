"""Styles and list numbering of the Word copy: the same look as the Typst template."""

from collections.abc import Sequence

from lapkin.dokumen.docx_xml import KEPALA_XML, RUANG_NAMA, dxa

HURUF = "Times New Roman"  # same widths as Liberation Serif, and on every office computer
LAMPIRAN = 2  # w:numId of the headings of the annexes; 1 is that of the chapters
DAFTAR_PERTAMA = 10  # w:numId of the first list in the text
_POLA = {"": ("bullet", "\u2022"), "1": ("decimal", "%1."), "a": ("lowerLetter", "%1.")}


def styles_xml(gaya: str, lebar_isi_mm: int) -> str:
    """word/styles.xml for a report or a letter; `lebar_isi_mm` places the right tab of the contents list."""
    laporan = gaya == "laporan"
    baris = 'w:line="360" w:lineRule="exact"' if laporan else 'w:line="300" w:lineRule="exact"'
    setelah = 60 if laporan else 80
    kanan = dxa(lebar_isi_mm)
    daftar_gaya = [
        _gaya("Normal", "Normal", f'<w:spacing w:before="0" w:after="{setelah}" {baris}/>', baku=True),
        _gaya("Narasi", "Narasi", ('<w:ind w:firstLine="624"/>' if laporan else "") + '<w:jc w:val="both"/>'),
        _judul(1, 0, 440, '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>', "<w:pageBreakBefore/>"),
        _judul(2, 360, 160, "", '<w:b/><w:sz w:val="26"/>'),
        _judul(3, 280, 160, "", "<w:b/>"),
        _judul(4, 280, 160, "", "<w:b/><w:i/>"),
        _turunan_judul("JudulDepan", "Judul Depan", 0),
        _turunan_judul("JudulLampiran", "Judul Lampiran", LAMPIRAN),
        _gaya(
            "JudulNaskah",
            "Judul Naskah",
            '<w:keepNext/><w:spacing w:before="200" w:after="200" w:line="320" w:lineRule="exact"/>'
            '<w:jc w:val="center"/>',
            '<w:b/><w:sz w:val="26"/>',
        ),
        _gaya(
            "Caption",
            "caption",
            '<w:spacing w:before="200" w:after="120" w:line="260" w:lineRule="exact"/><w:jc w:val="center"/>',
            '<w:sz w:val="22"/>',
        ),
        _gaya("IsiTabel", "Isi Tabel", _rapat(240), '<w:sz w:val="20"/>'),
        _gaya("IsiTabelKecil", "Isi Tabel Kecil", _rapat(210), '<w:sz w:val="17"/>'),
        _gaya(
            "Catatan",
            "Catatan Tabel",
            '<w:spacing w:before="60" w:after="240" w:line="230" w:lineRule="exact"/>',
            '<w:sz w:val="19"/>',
        ),
        _gaya("Rapat", "Rapat", _rapat(300)),
        _gaya("Kop", "Kop Surat", f'{_rapat_auto()}<w:jc w:val="center"/>'),
        _gaya("Gambar", "Gambar", f'<w:keepNext/>{_rapat_auto(200)}<w:jc w:val="center"/>'),
        _gaya("Header", "header", _rapat_auto(), '<w:i/><w:color w:val="464646"/><w:sz w:val="20"/>'),
        _gaya("Footer", "footer", _rapat_auto(), '<w:sz w:val="20"/>'),
        _toc(1, 200, 0, 1134, kanan, "<w:b/>"),
        _toc(2, 60, 340, 425, kanan),
        _toc(3, 60, 765, 425, kanan),
        _gaya("TOCLampiran", "Daftar Isi Lampiran", _tab_isi(2098, kanan) + _gantung(2098), dasar="TOC1"),
        _gaya(
            "TableofFigures",
            "table of figures",
            _tab_isi(1531, kanan) + _rapat(300, 60) + _gantung(1531),
        ),
    ]
    bawaan = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{HURUF}" w:hAnsi="{HURUF}"'
        f' w:eastAsia="{HURUF}" w:cs="{HURUF}"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
        '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    return f"{KEPALA_XML}<w:styles {RUANG_NAMA}>{bawaan}{''.join(daftar_gaya)}</w:styles>"


def numbering_xml(daftar: Sequence[tuple[str, int]]) -> str:
    """word/numbering.xml: chapters, annexes, then one list per (kind, first number) so that each restarts."""
    abstrak = _bertingkat(1, "BAB %1") + _bertingkat(LAMPIRAN, "LAMPIRAN %1")
    pakai = "".join(
        f'<w:num w:numId="{nomor}"><w:abstractNumId w:val="{nomor}"/></w:num>' for nomor in (1, LAMPIRAN)
    )
    for ke, (jenis, mulai) in enumerate(daftar):
        nomor = DAFTAR_PERTAMA + ke
        abstrak += _sederhana(nomor, *_POLA[jenis], mulai)
        pakai += f'<w:num w:numId="{nomor}"><w:abstractNumId w:val="{nomor}"/></w:num>'
    return f"{KEPALA_XML}<w:numbering {RUANG_NAMA}>{abstrak}{pakai}</w:numbering>"


def _gaya(
    kode: str, nama: str, ppr: str = "", rpr: str = "", *, baku: bool = False, dasar: str = "Normal"
) -> str:
    awal = ' w:default="1"' if baku else ""
    induk = "" if baku else f'<w:basedOn w:val="{dasar}"/>'
    return (
        f'<w:style w:type="paragraph"{awal} w:styleId="{kode}"><w:name w:val="{nama}"/>{induk}<w:qFormat/>'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def _judul(tingkat: int, sebelum: int, setelah: int, rata: str, rpr: str, awal: str = "") -> str:
    nomor = f'<w:numPr><w:ilvl w:val="{tingkat - 1}"/><w:numId w:val="1"/></w:numPr>'
    jarak = f'<w:spacing w:before="{sebelum}" w:after="{setelah}" w:line="320" w:lineRule="exact"/>'
    ppr = f"<w:keepNext/><w:keepLines/>{awal}{nomor}{jarak}{rata}"
    ppr += f'<w:outlineLvl w:val="{tingkat - 1}"/>'
    return _gaya(f"Heading{tingkat}", f"heading {tingkat}", ppr, rpr)


def _turunan_judul(kode: str, nama: str, nomor: int) -> str:
    """Looks like Heading 1, numbered otherwise (0 = not at all)."""
    ppr = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{nomor}"/></w:numPr><w:outlineLvl w:val="0"/>'
    return _gaya(kode, nama, ppr, dasar="Heading1")


def _toc(tingkat: int, sebelum: int, kiri: int, lebar: int, kanan: int, rpr: str = "") -> str:
    inden = f'<w:ind w:left="{kiri + lebar}" w:hanging="{lebar}"/>'
    return _gaya(
        f"TOC{tingkat}", f"toc {tingkat}", _tab_isi(kiri + lebar, kanan) + _rapat(300, sebelum) + inden, rpr
    )


def _tab_isi(kiri: int, kanan: int) -> str:
    return (
        f'<w:tabs><w:tab w:val="left" w:pos="{kiri}"/>'
        f'<w:tab w:val="right" w:leader="dot" w:pos="{kanan}"/></w:tabs>'
    )


def _gantung(kiri: int) -> str:
    return f'<w:ind w:left="{kiri}" w:hanging="{kiri}"/>'


def _rapat(baris: int, sebelum: int = 0) -> str:
    return f'<w:spacing w:before="{sebelum}" w:after="0" w:line="{baris}" w:lineRule="exact"/>'


def _rapat_auto(sebelum: int = 0) -> str:
    """Line height by content: for lines that hold a picture or letters of several sizes."""
    return f'<w:spacing w:before="{sebelum}" w:after="0" w:line="240" w:lineRule="auto"/>'


def _bertingkat(nomor: int, teratas: str) -> str:
    """Headings: BAB I, A., 1., a.; a chapter's number stands on a line of its own, so nothing follows it."""
    tautan = nomor == 1
    daftar = (
        ("upperRoman", teratas, 0),
        ("upperLetter", "%2.", 425),
        ("decimal", "%3.", 454),
        ("lowerLetter", "%4.", 454),
    )
    isi = ""
    for ke, (bentuk, pola, gantung) in enumerate(daftar):
        kiri = gantung + (454 if ke == 3 else 0)
        gaya = f'<w:pStyle w:val="Heading{ke + 1}"/>' if tautan else ""
        isi += (
            f'<w:lvl w:ilvl="{ke}"><w:start w:val="1"/><w:numFmt w:val="{bentuk}"/>{gaya}'
            f'<w:suff w:val="{"nothing" if ke == 0 else "tab"}"/><w:lvlText w:val="{pola}"/>'
            '<w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{kiri}" w:hanging="{gantung}"/></w:pPr></w:lvl>'
        )
    jenis = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{nomor}">{jenis}{isi}</w:abstractNum>'


def _sederhana(nomor: int, bentuk: str, pola: str, mulai: int) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{nomor}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="{mulai}"/><w:numFmt w:val="{bentuk}"/><w:lvlText w:val="{pola}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="652" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
    )
