"""Files that are no harmless workbook: each is refused with one sentence."""

import io
import zipfile

import pytest

from contoh.buat import BUKU
from lapkin.kinerja.buku_kerja import SalahBuku, baca_buku, periksa_berkas_xlsx

from .berkas_uji import ubah_bagian

BATAS = 20 * 1024 * 1024
CFB = bytes.fromhex("d0cf11e0a1b11ae1")


def _zip(**bagian: bytes) -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama.replace("__", "/"), isi)
    return hasil.getvalue()


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"", "Berkas kosong"),
        (b"instansi,indikator\n", "CSV"),
        (b"%PDF-1.7\n", "PDF"),
        (CFB + b"\0" * 600, "Excel lama"),
        (CFB + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (b"\x89PNG\r\n\x1a\n\0\0", "tidak dikenali"),
        (b"PK\x03\x04rusak", "rusak"),
        (BUKU.read_bytes()[:-400], "rusak"),
        (_zip(word__document=b""), "Word"),
        (_zip(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
        (_zip(catatan=b"hai"), "bukan buku kerja Excel"),
    ],
)
def test_berkas_lain_ditolak_dengan_satu_kalimat(isi, kalimat):
    with pytest.raises(SalahBuku, match=kalimat):
        periksa_berkas_xlsx(isi, BATAS)


def test_terlalu_besar_ditolak():
    with pytest.raises(SalahBuku, match="Batasnya 1 MB"):
        periksa_berkas_xlsx(b"PK\x03\x04" + b"0" * 2_000_000, 1024 * 1024)


@pytest.mark.parametrize(
    ("bagian", "kalimat"),
    [
        ("xl/vbaProject.bin", "makro"),
        ("xl/externalLinks/externalLink1.xml", "tautan"),
        ("xl/connections.xml", "tautan"),
        ("xl/embeddings/oleObject1.bin", "OLE"),
        ("xl/activeX/activeX1.xml", "makro"),
    ],
)
def test_yang_berbahaya_di_dalamnya_ditolak(bagian, kalimat):
    with pytest.raises(SalahBuku, match=kalimat):
        periksa_berkas_xlsx(ubah_bagian(BUKU.read_bytes(), {bagian: b"<x/>"}), BATAS)


def test_bom_zip_ditolak():
    bom = ubah_bagian(BUKU.read_bytes(), {"xl/media/nol": b"\0" * 60_000_000})
    with pytest.raises(SalahBuku, match="mengembang"):
        periksa_berkas_xlsx(bom, BATAS)


def test_entitas_xml_ditolak():
    jahat = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(SalahBuku, match="tidak wajar"):
        periksa_berkas_xlsx(ubah_bagian(BUKU.read_bytes(), {"xl/styles.xml": jahat}), BATAS)


def test_lembar_yang_terlalu_luas_ditolak():
    ruang = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    baris = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    luas = f'<worksheet xmlns="{ruang}"><sheetData>{baris}</sheetData></worksheet>'
    with pytest.raises(SalahBuku, match="terlalu luas"):
        baca_buku(ubah_bagian(BUKU.read_bytes(), {"xl/worksheets/sheet4.xml": luas.encode()}))


def test_xlsx_orang_lain_ditolak():
    isi = BUKU.read_bytes()
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        xml = arsip.read("xl/workbook.xml").replace(b'name="_lapkin"', b'name="lain"')
    with pytest.raises(SalahBuku, match="bukan buku kinerja Lapkin"):
        baca_buku(ubah_bagian(isi, {"xl/workbook.xml": xml}))
