"""Prints a document as a Word file: real styles, numbering, fields, bookmarks; same tree, same bytes."""

from collections.abc import Mapping

from lapkin.dokumen.blok import DaftarIsi, Dokumen
from lapkin.dokumen.cetak_pdf import GagalCetak, Letak, gambar_png, tata_letak
from lapkin.dokumen.docx_gambar import Pustaka
from lapkin.dokumen.docx_gaya import numbering_xml, styles_xml
from lapkin.dokumen.docx_isi import Penulis, isi_halaman
from lapkin.dokumen.docx_paket import Sifat, bungkus, pengaturan, pengenal, susun_paket
from lapkin.dokumen.docx_xml import alinea, bidang, dxa, lari, sela_kecil
from lapkin.dokumen.susunan import TEPI, UKURAN_MM, Bagian, bagi, lebar_isi_mm
from lapkin.dokumen.svg import SvgRusak


def cetak_docx(dokumen: Dokumen, letak: Mapping[int, Letak] | None = None) -> bytes:
    """The Word file. Page numbers of its contents list come from `letak` (of `cetak`), else from a layout.

    Raises `GagalCetak`.
    """
    pustaka = Pustaka()
    try:
        return _isi_paket(dokumen, pustaka, letak)
    except SvgRusak as salah:
        raise GagalCetak(str(salah)) from salah


def _isi_paket(dokumen: Dokumen, pustaka: Pustaka, letak: Mapping[int, Letak] | None) -> bytes:
    penulis = Penulis(dokumen, pustaka)
    badan = _badan(dokumen, penulis)
    if letak is None and any(isinstance(blok, DaftarIsi) for blok in dokumen.blok):
        letak, daftar_png = tata_letak(dokumen, tuple(pustaka.daftar))
    else:
        daftar_png = gambar_png(tuple(pustaka.daftar))
    badan = isi_halaman(badan, {indeks: tempat.halaman for indeks, tempat in (letak or {}).items()})
    lebar = lebar_isi_mm(dokumen, lanskap=False)
    bagian = {
        "styles": styles_xml(dokumen.gaya, lebar),
        "numbering": numbering_xml(penulis.daftar_nomor),
        "settings": pengaturan(),
        "kaki-kosong": bungkus("ftr", alinea("", "Footer")),
        "kaki-pertama": bungkus("ftr", _kaki_kecil(dokumen)),
        "kaki-tegak": _kaki(dokumen, lanskap=False),
        "kaki-lanskap": _kaki(dokumen, lanskap=True),
        "kepala-kosong": bungkus("hdr", alinea("", "Header")),
        "kepala": bungkus("hdr", alinea(lari(dokumen.kepala_halaman), "Header")),
    }
    sifat = Sifat(
        judul=dokumen.judul, subjek=dokumen.subjek, penulis=dokumen.penulis, tanggal=dokumen.tanggal
    )
    return susun_paket(badan, bagian, sifat, pustaka, daftar_png)


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
    kaki, kepala = "kaki-kosong", "kepala-kosong"
    if bagian.angka:
        kaki, kepala = "kaki-lanskap" if bagian.lanskap else "kaki-tegak", "kepala"
    pola = "lowerRoman" if bagian.angka == "i" else "decimal"
    mulai = ' w:start="1"' if bagian.mulai else ""
    awal_beda = dokumen.gaya == "naskah" and bagian.mulai
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{pengenal(kepala)}"/>'
        f'<w:footerReference w:type="default" r:id="{pengenal(kaki)}"/>'
        + (_acuan_halaman_pertama() if awal_beda else "")
        + f'<w:type w:val="nextPage"/><w:pgSz w:w="{lebar}" w:h="{tinggi}"{arah}/>'
        f'<w:pgMar w:top="{dxa(tepi.atas)}" w:right="{dxa(tepi.kanan)}" w:bottom="{dxa(tepi.bawah)}"'
        f' w:left="{dxa(tepi.kiri)}" w:header="600" w:footer="600" w:gutter="0"/>'
        f'<w:pgNumType w:fmt="{pola}"{mulai}/>' + ("<w:titlePg/>" if awal_beda else "") + "</w:sectPr>"
    )


def _acuan_halaman_pertama() -> str:
    """The first page of a letter bears no number and no head; what its foot says stands there too."""
    return (
        f'<w:headerReference w:type="first" r:id="{pengenal("kepala-kosong")}"/>'
        f'<w:footerReference w:type="first" r:id="{pengenal("kaki-pertama")}"/>'
    )


def _kaki(dokumen: Dokumen, *, lanskap: bool) -> str:
    nomor = bidang("PAGE", lari("1")) if dokumen.penomoran_halaman else ""
    if dokumen.gaya == "naskah":
        return bungkus("ftr", alinea(nomor, "Footer", rata="center") + _kaki_kecil(dokumen))
    kanan = dxa(lebar_isi_mm(dokumen, lanskap))
    isi = lari(dokumen.kaki_halaman + "\t") + nomor
    garis = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="787878"/></w:pBdr>'
    ppr = f'<w:pStyle w:val="Footer"/>{garis}<w:tabs><w:tab w:val="right" w:pos="{kanan}"/></w:tabs>'
    return bungkus("ftr", f"<w:p><w:pPr>{ppr}</w:pPr>{isi}</w:p>")


def _kaki_kecil(dokumen: Dokumen) -> str:
    """The foot of a letter, below its page number."""
    return alinea(lari(dokumen.kaki_halaman, '<w:color w:val="3C3C3C"/><w:sz w:val="16"/>'), "Footer")
