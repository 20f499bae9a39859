"""The package around a Word file's body: content types, relationships, core properties; same parts, same bytes."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from lapkin.dokumen.docx_gambar import Pustaka, nama_hubungan, nama_media
from lapkin.dokumen.docx_xml import KEPALA_XML, RUANG_NAMA
from lapkin.dokumen.teks import bersih

_PAKET = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifat:
    """The core properties. `uraian` stands under "Comments" in Word, "Keterangan" in the file's properties."""

    judul: str
    subjek: str
    penulis: str
    tanggal: date
    uraian: str = ""


def pengenal(bagian: str) -> str:
    """The relationship id of a part."""
    return f"rId-{bagian}"


def susun_paket(
    badan: str,
    bagian: Mapping[str, str],
    sifat: Sifat,
    pustaka: Pustaka,
    daftar_png: Sequence[bytes],
) -> bytes:
    """The whole file. `badan` is the XML of w:body's children; `bagian` the XML of every other part, by name.

    A part named kaki-... is a page's foot, one named kepala... its head; the others are what they are called.
    """
    teks = {
        "[Content_Types].xml": _jenis_isi(bagian),
        "_rels/.rels": _hubungan_akar(),
        "docProps/core.xml": _inti(sifat),
        "word/document.xml": f"{KEPALA_XML}<w:document {RUANG_NAMA}><w:body>{badan}</w:body></w:document>",
        "word/_rels/document.xml.rels": _hubungan_dokumen(bagian, len(pustaka.daftar)),
        **{f"word/{nama}.xml": isi for nama, isi in bagian.items()},
    }
    berkas = [(nama, isi.encode()) for nama, isi in teks.items()]
    for indeks, (gambar, png) in enumerate(zip(pustaka.daftar, daftar_png, strict=True)):
        nama_png, nama_svg = nama_media(indeks)
        berkas += [(f"word/{nama_png}", png), (f"word/{nama_svg}", gambar.svg.encode())]
    return _kemas(berkas, sifat.tanggal)


def bungkus(unsur: str, isi: str) -> str:
    """A part of its own: w:ftr, w:hdr, w:settings."""
    return f"{KEPALA_XML}<w:{unsur} {RUANG_NAMA}>{isi}</w:{unsur}>"


def pengaturan() -> str:
    """word/settings.xml."""
    isi = (
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/></w:compat><w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/>'
    )
    return bungkus("settings", isi)


def _jenis(bagian: str) -> str:
    return {"kaki": "footer", "kepala": "header"}.get(bagian.partition("-")[0], bagian)


def _inti(sifat: Sifat) -> str:
    ruang = (
        f'xmlns:cp="{_PAKET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    pengarang = escape(bersih(sifat.penulis))
    saat = f"{sifat.tanggal.isoformat()}T00:00:00Z"
    uraian = f"<dc:description>{escape(bersih(sifat.uraian))}</dc:description>" if sifat.uraian else ""
    return (
        f"{KEPALA_XML}<cp:coreProperties {ruang}><dc:title>{escape(bersih(sifat.judul))}</dc:title>"
        f"<dc:subject>{escape(bersih(sifat.subjek))}</dc:subject>{uraian}<dc:creator>{pengarang}</dc:creator>"
        f"<cp:lastModifiedBy>{pengarang}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{saat}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{saat}</dcterms:modified>'
        "<dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def _jenis_isi(daftar_bagian: Iterable[str]) -> str:
    bagian = "".join(
        f'<Override PartName="/word/{nama}.xml" ContentType="{_WML}.{_jenis(nama)}+xml"/>'
        for nama in daftar_bagian
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


def _hubungan_dokumen(daftar_bagian: Iterable[str], jumlah_gambar: int) -> str:
    daftar = [(pengenal(nama), _jenis(nama), f"{nama}.xml") for nama in daftar_bagian]
    for indeks in range(jumlah_gambar):
        hubungan = zip(nama_hubungan(indeks), nama_media(indeks), strict=True)
        daftar += [(satu, "image", media) for satu, media in hubungan]
    isi = "".join(
        f'<Relationship Id="{satu}" Type="{_OFFICE}/relationships/{jenis}" Target="{sasaran}"/>'
        for satu, jenis, sasaran in daftar
    )
    return f'{KEPALA_XML}<Relationships xmlns="{_PAKET}/relationships">{isi}</Relationships>'


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
