"""Prints a document as a Word file: real styles, numbering, fields, bookmarks; same tree, same bytes."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from xml.sax.saxutils import escape

from lapkin.dokumen.blok import DaftarIsi, Dokumen
from lapkin.dokumen.cetak_pdf import GagalCetak, Letak, gambar_png, tata_letak
from lapkin.dokumen.docx_gambar import Pustaka, nama_hubungan, nama_media
from lapkin.dokumen.docx_gaya import numbering_xml, styles_xml
from lapkin.dokumen.docx_isi import Penulis, isi_halaman
from lapkin.dokumen.docx_xml import KEPALA_XML, RUANG_NAMA, alinea, bidang, dxa, lari, sela_kecil
from lapkin.dokumen.susunan import TEPI, UKURAN_MM, Bagian, bagi, lebar_isi_mm
from lapkin.dokumen.svg import SvgRusak
from lapkin.dokumen.teks import bersih

_PAKET = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Parts of word/ besides the document itself: file, relationship, content type.
_BAGIAN_TETAP = (
    ("styles.xml", "styles", "styles"),
    ("numbering.xml", "numbering", "numbering"),
    ("settings.xml", "settings", "settings"),
    ("kaki-kosong.xml", "footer", "footer"),
    ("kaki-pertama.xml", "footer", "footer"),
    ("kaki-tegak.xml", "footer", "footer"),
    ("kaki-lanskap.xml", "footer", "footer"),
    ("kepala-kosong.xml", "header", "header"),
    ("kepala.xml", "header", "header"),
)


def cetak_docx(dokumen: Dokumen, letak: Mapping[int, Letak] | None = None) -> bytes:
    """The Word file. Page numbers of its contents list come from `letak` (of `cetak`), else from a layout.

    Raises `GagalCetak`.
    """
    pustaka = Pustaka()
    try:
        berkas = _isi_paket(dokumen, pustaka, letak)
    except SvgRusak as salah:
        raise GagalCetak(str(salah)) from salah
    return _kemas(berkas, dokumen.tanggal)


def _isi_paket(
    dokumen: Dokumen, pustaka: Pustaka, letak: Mapping[int, Letak] | None
) -> list[tuple[str, bytes]]:
    """All files of the package in a fixed order."""
    penulis = Penulis(dokumen, pustaka)
    badan = _badan(dokumen, penulis)
    if letak is None and any(isinstance(blok, DaftarIsi) for blok in dokumen.blok):
        letak, daftar_png = tata_letak(dokumen, tuple(pustaka.daftar))
    else:
        daftar_png = gambar_png(tuple(pustaka.daftar))
    badan = isi_halaman(badan, {indeks: tempat.halaman for indeks, tempat in (letak or {}).items()})
    lebar = lebar_isi_mm(dokumen, lanskap=False)
    teks = {
        "[Content_Types].xml": _jenis_isi(),
        "_rels/.rels": _hubungan_akar(),
        "docProps/core.xml": _inti(dokumen),
        "word/document.xml": f"{KEPALA_XML}<w:document {RUANG_NAMA}><w:body>{badan}</w:body></w:document>",
        "word/_rels/document.xml.rels": _hubungan_dokumen(len(pustaka.daftar)),
        "word/styles.xml": styles_xml(dokumen.gaya, lebar),
        "word/numbering.xml": numbering_xml(penulis.daftar_nomor),
        "word/settings.xml": _pengaturan(),
        "word/kaki-kosong.xml": _bungkus("ftr", alinea("", "Footer")),
        "word/kaki-pertama.xml": _bungkus("ftr", _kaki_kecil(dokumen)),
        "word/kaki-tegak.xml": _kaki(dokumen, lanskap=False),
        "word/kaki-lanskap.xml": _kaki(dokumen, lanskap=True),
        "word/kepala-kosong.xml": _bungkus("hdr", alinea("", "Header")),
        "word/kepala.xml": _bungkus("hdr", alinea(lari(dokumen.kepala_halaman), "Header")),
    }
    berkas = [(nama, isi.encode()) for nama, isi in teks.items()]
    for indeks, (gambar, png) in enumerate(zip(pustaka.daftar, daftar_png, strict=True)):
        nama_png, nama_svg = nama_media(indeks)
        berkas += [(f"word/{nama_png}", png), (f"word/{nama_svg}", gambar.svg.encode())]
    return berkas


def _badan(dokumen: Dokumen, penulis: Penulis) -> str:
    """Sections one after the other; Word wants the last one's properties outside any paragraph."""
    daftar_bagian = bagi(dokumen) or (Bagian(lanskap=False, angka="1", mulai=True, daftar_indeks=()),)
    hasil = []
    for bagian in daftar_bagian:
        hasil += [penulis.blok(indeks, bagian.lanskap) for indeks in bagian.daftar_indeks]
        sifat = _sifat_bagian(dokumen, bagian)
        hasil.append(sifat if bagian is daftar_bagian[-1] else sela_kecil(bagian=sifat))
    return "".join(hasil)


def _sifat_bagian(dokumen: Dokumen, bagian: Bagian) -> str:
    lebar, tinggi = (dxa(mm) for mm in UKURAN_MM[dokumen.ukuran])
    tepi = TEPI[dokumen.gaya]
    arah = ' w:orient="landscape"' if bagian.lanskap else ""
    if bagian.lanskap:
        lebar, tinggi = tinggi, lebar
    kaki, kepala = "kaki-kosong.xml", "kepala-kosong.xml"
    if bagian.angka:
        kaki, kepala = "kaki-lanskap.xml" if bagian.lanskap else "kaki-tegak.xml", "kepala.xml"
    pola = "lowerRoman" if bagian.angka == "i" else "decimal"
    mulai = ' w:start="1"' if bagian.mulai else ""
    awal_beda = dokumen.gaya == "naskah" and bagian.mulai
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{_id(kepala)}"/>'
        f'<w:footerReference w:type="default" r:id="{_id(kaki)}"/>'
        + (_acuan_halaman_pertama() if awal_beda else "")
        + f'<w:type w:val="nextPage"/><w:pgSz w:w="{lebar}" w:h="{tinggi}"{arah}/>'
        f'<w:pgMar w:top="{dxa(tepi.atas)}" w:right="{dxa(tepi.kanan)}" w:bottom="{dxa(tepi.bawah)}"'
        f' w:left="{dxa(tepi.kiri)}" w:header="600" w:footer="600" w:gutter="0"/>'
        f'<w:pgNumType w:fmt="{pola}"{mulai}/>' + ("<w:titlePg/>" if awal_beda else "") + "</w:sectPr>"
    )


def _acuan_halaman_pertama() -> str:
    """The first page of a letter bears no number and no head; what its foot says stands there too."""
    return (
        f'<w:headerReference w:type="first" r:id="{_id("kepala-kosong.xml")}"/>'
        f'<w:footerReference w:type="first" r:id="{_id("kaki-pertama.xml")}"/>'
    )


def _kaki(dokumen: Dokumen, *, lanskap: bool) -> str:
    nomor = bidang("PAGE", lari("1")) if dokumen.penomoran_halaman else ""
    if dokumen.gaya == "naskah":
        return _bungkus("ftr", alinea(nomor, "Footer", rata="center") + _kaki_kecil(dokumen))
    kanan = dxa(lebar_isi_mm(dokumen, lanskap))
    isi = lari(dokumen.kaki_halaman + "\t") + nomor
    garis = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="787878"/></w:pBdr>'
    ppr = f'<w:pStyle w:val="Footer"/>{garis}<w:tabs><w:tab w:val="right" w:pos="{kanan}"/></w:tabs>'
    return _bungkus("ftr", f"<w:p><w:pPr>{ppr}</w:pPr>{isi}</w:p>")


def _kaki_kecil(dokumen: Dokumen) -> str:
    """The foot of a letter, below its page number."""
    return alinea(lari(dokumen.kaki_halaman, '<w:color w:val="3C3C3C"/><w:sz w:val="16"/>'), "Footer")


def _bungkus(unsur: str, isi: str) -> str:
    return f"{KEPALA_XML}<w:{unsur} {RUANG_NAMA}>{isi}</w:{unsur}>"


def _pengaturan() -> str:
    isi = (
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/></w:compat><w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/>'
    )
    return _bungkus("settings", isi)


def _inti(dokumen: Dokumen) -> str:
    saat = f"{dokumen.tanggal.isoformat()}T00:00:00Z"
    ruang = (
        f'xmlns:cp="{_PAKET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    pengarang = escape(bersih(dokumen.penulis))
    return (
        f"{KEPALA_XML}<cp:coreProperties {ruang}><dc:title>{escape(bersih(dokumen.judul))}</dc:title>"
        f"<dc:subject>{escape(bersih(dokumen.subjek))}</dc:subject><dc:creator>{pengarang}</dc:creator>"
        f"<cp:lastModifiedBy>{pengarang}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{saat}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{saat}</dcterms:modified>'
        "<dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def _jenis_isi() -> str:
    bagian = "".join(
        f'<Override PartName="/word/{berkas}" ContentType="{_WML}.{jenis}+xml"/>'
        for berkas, _, jenis in _BAGIAN_TETAP
    )
    return (
        f'{KEPALA_XML}<Types xmlns="{_PAKET}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="svg" ContentType="image/svg+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>{bagian}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _hubungan_akar() -> str:
    return (
        f'{KEPALA_XML}<Relationships xmlns="{_PAKET}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PAKET}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>'
    )


def _hubungan_dokumen(jumlah_gambar: int) -> str:
    daftar = [(_id(berkas), jenis, berkas) for berkas, jenis, _ in _BAGIAN_TETAP]
    for indeks in range(jumlah_gambar):
        for pengenal, media in zip(nama_hubungan(indeks), nama_media(indeks), strict=True):
            daftar.append((pengenal, "image", media))
    isi = "".join(
        f'<Relationship Id="{pengenal}" Type="{_OFFICE}/relationships/{jenis}" Target="{sasaran}"/>'
        for pengenal, jenis, sasaran in daftar
    )
    return f'{KEPALA_XML}<Relationships xmlns="{_PAKET}/relationships">{isi}</Relationships>'


def _id(berkas: str) -> str:
    return "rId-" + berkas.removesuffix(".xml")


def _kemas(daftar_berkas: list[tuple[str, bytes]], tanggal: date) -> bytes:
    """A zip whose entries all bear the document's own date; zip knows the years 1980 to 2107."""
    saat = (min(2107, max(1980, tanggal.year)), tanggal.month, tanggal.day, 0, 0, 0)
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w") as paket:
        for nama, isi in daftar_berkas:
            entri = zipfile.ZipInfo(nama, saat)
            entri.external_attr = 0o600 << 16
            paket.writestr(entri, isi, zipfile.ZIP_DEFLATED, 6)
    return keluaran.getvalue()
