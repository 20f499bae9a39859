"""What a file is by its bytes, never by its name; refuses what an office must not take in."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Collection

from .pdf import PdfRusak, teliti

MEDIA = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "toml": "application/toml",
    "txt": "text/plain; charset=utf-8",
}
SEBUTAN = {
    "pdf": "PDF",
    "png": "gambar PNG",
    "jpg": "foto JPG",
    "xlsx": "buku kerja Excel (.xlsx)",
    "docx": "dokumen Word (.docx)",
}

PINDAIAN = frozenset({"pdf", "png", "jpg"})  # what a scanner or a phone gives
BERKAS_KANTOR = PINDAIAN | {"docx", "xlsx"}

BATAS_ISI_ZIP = 200 * 1024 * 1024  # bytes once unpacked
BATAS_ANGGOTA_ZIP = 10_000
NISBAH_BOM = 200  # unpacked bytes for one packed byte, looked at from 20 MB on
BATAS_TITIK_GAMBAR = 120_000_000

_NAMA_DOKUMEN_ZIP = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
_TAK_LAYAK_NAMA = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


class BerkasTakLayak(ValueError):
    """The file can't be taken in; the message is an Indonesian sentence."""


def periksa(isi: bytes, boleh: Collection[str]) -> str:
    """The kind of a file ("pdf", "xlsx", ...) when it is one of `boleh`; else raises `BerkasTakLayak`."""
    if not isi:
        raise BerkasTakLayak("Berkas ini kosong.")
    jenis = kenali(isi)
    if jenis not in boleh:
        raise BerkasTakLayak(f"Isi berkas ini bukan {_sebut(boleh)}. Pilih berkas lain.")
    return jenis


def kenali(isi: bytes) -> str | None:
    """The kind by content, thoroughly checked; None for a kind we don't know. Raises `BerkasTakLayak`."""
    if b"%PDF-" in isi[:1024]:
        return _pdf(isi)
    if isi.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(isi)
    if isi.startswith(b"\xff\xd8\xff"):
        return _jpg(isi)
    if isi.startswith(b"PK\x03\x04"):
        return _zip(isi)
    return None


def nama_aman(nama: str, jenis: str = "") -> str:
    """A file name of up to 150 signs, without folders and reserved signs, with the extension of its kind."""
    akhir = nama.replace("\\", "/").rsplit("/", 1)[-1]
    bersih = " ".join(_TAK_LAYAK_NAMA.sub("-", akhir).split()).strip(". -")
    if not jenis:
        return bersih[-150:] or "berkas"
    pokok = re.sub(r"\.(pdf|png|jpe?g|xls[xm]?|doc[xm]?)$", "", bersih, flags=re.IGNORECASE)
    return f"{pokok[:145] or 'berkas'}.{jenis}"


def _sebut(boleh: Collection[str]) -> str:
    return " atau ".join(SEBUTAN[jenis] for jenis in SEBUTAN if jenis in boleh)


def _pdf(isi: bytes) -> str:
    try:
        hasil = teliti(isi)
    except PdfRusak as salah:
        raise BerkasTakLayak(f"Berkas PDF ini rusak atau tidak lengkap: {salah}.") from salah
    if hasil.terkunci:
        raise BerkasTakLayak("Berkas PDF ini terkunci kata sandi. Simpan ulang tanpa kata sandi.")
    if hasil.bertindak:
        raise BerkasTakLayak("Berkas PDF ini berisi program (skrip atau peluncur) dan tidak dapat diterima.")
    if not hasil.halaman:
        raise BerkasTakLayak("Berkas PDF ini tidak mempunyai halaman.")
    return "pdf"


def _png(isi: bytes) -> str:
    if b"IEND" not in isi[-32:] or isi[12:16] != b"IHDR":
        raise BerkasTakLayak("Gambar PNG ini rusak atau terpotong. Pindai ulang.")
    lebar, tinggi = struct.unpack(">II", isi[16:24])
    if not 0 < lebar * tinggi <= BATAS_TITIK_GAMBAR:
        raise BerkasTakLayak("Ukuran gambar ini terlalu besar. Pindai ulang pada 300 dpi atau kurang.")
    return "png"


def _jpg(isi: bytes) -> str:
    if b"\xff\xd9" not in isi[-512:]:
        raise BerkasTakLayak("Foto JPG ini rusak atau terpotong. Pindai ulang.")
    return "jpg"


def _zip(isi: bytes) -> str | None:
    """XLSX and DOCX are zip archives; `zipfile` never unpacks more than its directory states."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            daftar = arsip.infolist()
            _tolak_bom(daftar, len(isi))
            return _dokumen_zip(arsip, {anggota.filename for anggota in daftar})
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, struct.error) as salah:
        raise BerkasTakLayak("Berkas ini rusak atau tidak lengkap. Simpan ulang lalu unggah lagi.") from salah


def _tolak_bom(daftar: list[zipfile.ZipInfo], terpampat: int) -> None:
    total = sum(anggota.file_size for anggota in daftar)
    meledak = total > 20 * 1024 * 1024 and total > NISBAH_BOM * terpampat
    if meledak or total > BATAS_ISI_ZIP or len(daftar) > BATAS_ANGGOTA_ZIP:
        raise BerkasTakLayak("Isi berkas ini terlalu besar setelah dibuka dan tidak dapat diterima.")
    if any(anggota.flag_bits & 1 for anggota in daftar):
        raise BerkasTakLayak("Berkas ini terkunci kata sandi. Simpan ulang tanpa kata sandi.")


def _dokumen_zip(arsip: zipfile.ZipFile, nama: set[str]) -> str | None:
    if "[Content_Types].xml" not in nama:
        return None
    jenis_isi = arsip.read("[Content_Types].xml").lower()
    if b"macroenabled" in jenis_isi or any(n.lower().endswith("vbaproject.bin") for n in nama):
        raise BerkasTakLayak("Berkas ini memuat makro. Simpan sebagai .xlsx atau .docx tanpa makro.")
    return next((jenis for jenis, pokok in _NAMA_DOKUMEN_ZIP.items() if pokok in nama), None)
