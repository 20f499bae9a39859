"""Is this upload a plain, harmless xlsx? Checked before any spreadsheet reader sees it; the one way in for all rooms.

An xlsx is a zip of XML. What is handed on is a copy made only of what was unpacked and counted here, so that a
file which lies about its sizes can't unpack differently in the reader.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from .kenali import BerkasTakLayak
from .xlsx_lembar import LembarXlsx, pindai
from .xlsx_xml import hitung_tanda, periksa_xml

BONGKAR_TERBANYAK = 50 * 1024 * 1024  # bytes of all parts together, unpacked; our own workbooks have 0.3 MB
NISBAH_TERBESAR = 200  # unpacked / packed of one part; our own workbooks stay under 30
NISBAH_MULAI = 1024 * 1024  # bytes; smaller parts may be packed as tightly as they like
BAGIAN_TERBANYAK = 500
SEL_TERBANYAK = 500_000  # cells of one sheet, empty ones within its bounds included

_CFB = bytes.fromhex("d0cf11e0a1b11ae1")  # the container of xls and of everything locked by a password
_TERKUNCI = "EncryptedPackage".encode("utf-16-le")
_SIMPAN_ULANG = "Simpan berkasnya sebagai Buku Kerja Excel (.xlsx), lalu unggah lagi."


@dataclass(frozen=True, slots=True)
class BukuXlsx:
    """A checked workbook: bytes that are safe to read, and what each sheet (by its name) is made of."""

    isi: bytes
    daftar_lembar: dict[str, LembarXlsx]


def buka_xlsx(
    isi: bytes, batas: int, *, bongkar: int = BONGKAR_TERBANYAK, sel_terbanyak: int = SEL_TERBANYAK
) -> BukuXlsx:
    """Check an upload of at most `batas` bytes; raises BerkasTakLayak with one sentence on the first fault.

    `bongkar` are the bytes that all parts may have once unpacked, `sel_terbanyak` the cells of one sheet.
    """
    if not isi:
        raise BerkasTakLayak("Berkas kosong. Pilih berkas yang benar, lalu unggah lagi.")
    if len(isi) > batas:
        raise BerkasTakLayak(f"Berkas terlalu besar. Batasnya {_megabita(batas)} MB.")
    if not isi.startswith(b"PK\x03\x04"):
        raise BerkasTakLayak(_sebab_bukan_zip(isi))
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            bagian = _bongkar(arsip, bongkar)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
        OSError,
    ) as salah:
        if isinstance(salah, BerkasTakLayak):
            raise
        raise BerkasTakLayak(f"Berkas rusak dan tidak dapat dibuka. {_SIMPAN_ULANG}") from salah
    _tolak_yang_berbahaya(bagian)
    hitung_tanda(bagian)
    daftar_lembar = pindai(bagian, sel_terbanyak)
    return BukuXlsx(_kemas(bagian), daftar_lembar)


def _megabita(bita: int) -> int:
    return max(1, bita // (1024 * 1024))


def _sebab_bukan_zip(isi: bytes) -> str:
    if isi.startswith(_CFB):
        if _TERKUNCI in isi:
            return "Berkas dikunci kata sandi. Buka kuncinya di Excel, lalu unggah lagi."
        return f"Berkas ini Excel lama (.xls) atau bukan lembar kerja. {_SIMPAN_ULANG}"
    if isi.startswith(b"%PDF"):
        return "Berkas ini PDF, bukan lembar kerja. Unggah buku kerja .xlsx yang diunduh dari Lapkin."
    if b"\0" not in isi[:4096]:
        return f"Berkas ini teks (misalnya CSV), bukan buku kerja Excel. {_SIMPAN_ULANG}"
    return f"Berkas tidak dikenali sebagai buku kerja Excel. {_SIMPAN_ULANG}"


def _bongkar(arsip: zipfile.ZipFile, sisa: int) -> dict[str, bytes]:
    """All parts, unpacked under the limits; sizes are counted, not believed."""
    daftar_info = arsip.infolist()
    if len(daftar_info) > BAGIAN_TERBANYAK:
        raise BerkasTakLayak("Berkas berisi terlalu banyak bagian sehingga tidak aman dibuka.")
    if len({info.filename.casefold() for info in daftar_info}) < len(daftar_info):
        raise BerkasTakLayak(f"Berkas rusak: ada bagian bernama sama. {_SIMPAN_ULANG}")
    bagian = {}
    for info in daftar_info:
        bagian[info.filename] = _baca_bagian(arsip, info, sisa)
        sisa -= len(bagian[info.filename])
    return bagian


def _baca_bagian(arsip: zipfile.ZipFile, info: zipfile.ZipInfo, sisa: int) -> bytes:
    mengembang = info.file_size > NISBAH_MULAI and info.file_size > NISBAH_TERBESAR * max(
        1, info.compress_size
    )
    if info.file_size > sisa or mengembang:
        raise BerkasTakLayak(
            "Isi berkas mengembang terlalu besar ketika dibuka, sehingga tidak aman. Berkas ditolak."
        )
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # no office program uses another
        raise BerkasTakLayak(f"Berkas dikemas dengan cara yang tidak lazim. {_SIMPAN_ULANG}")
    if info.flag_bits & 1:
        raise BerkasTakLayak("Berkas dikunci kata sandi. Buka kuncinya, lalu unggah lagi.")
    with arsip.open(info) as aliran:
        isi = aliran.read(sisa + 1)
    if len(isi) > sisa:
        raise BerkasTakLayak(
            "Isi berkas mengembang terlalu besar ketika dibuka, sehingga tidak aman. Berkas ditolak."
        )
    return isi


# What must not be inside, with the sentence that says so; tried in this order on the names of the parts.
_TERLARANG = tuple(
    (re.compile(pola, re.IGNORECASE), kalimat)
    for pola, kalimat in (
        (
            r"vbaProject|(^|/)(macrosheets|activeX|customUI|dialogsheets)/",
            "Buku kerja memuat makro atau tombol berprogram. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.",
        ),
        (
            r"(^|/)externalLinks/|(^|/)(connections|queryTables?)\b|(^|/)queryTables/",
            "Buku kerja memuat tautan ke berkas atau sumber data lain. Putuskan tautannya, lalu unggah lagi.",
        ),
        (
            r"(^|/)embeddings/|oleObject",
            "Buku kerja memuat objek yang ditempelkan (OLE). Hapus objeknya, lalu unggah lagi.",
        ),
        (r"(^|/)workbook\.bin$", f"Berkas ini Excel biner (.xlsb). {_SIMPAN_ULANG}"),
        (r"^word/", "Berkas ini dokumen Word, bukan buku kerja Excel."),
        (r"^ppt/", "Berkas ini presentasi, bukan buku kerja Excel."),
    )
)
_MAKRO = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_BAGIAN_XML = (".xml", ".rels", ".vml")  # what a program may parse; our own reader looks at its parts again


def _tolak_yang_berbahaya(bagian: dict[str, bytes]) -> None:
    for pola, kalimat in _TERLARANG:
        if any(pola.search(nama) for nama in bagian):
            raise BerkasTakLayak(kalimat)
    if b"opendocument" in bagian.get("mimetype", b""):
        raise BerkasTakLayak(f"Berkas ini OpenDocument (.ods atau sejenisnya). {_SIMPAN_ULANG}")
    if "[Content_Types].xml" not in bagian or "xl/workbook.xml" not in bagian:
        raise BerkasTakLayak(f"Berkas ini bukan buku kerja Excel. {_SIMPAN_ULANG}")
    if _MAKRO.search(bagian["[Content_Types].xml"]):
        raise BerkasTakLayak("Buku kerja memuat makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.")
    for nama, isi in bagian.items():
        if nama.lower().endswith(_BAGIAN_XML):
            periksa_xml(isi)


def _kemas(bagian: dict[str, bytes]) -> bytes:
    """The same parts as a plain zip, not packed again."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_STORED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(zipfile.ZipInfo(nama), isi)
    return hasil.getvalue()
