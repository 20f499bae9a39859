"""A small reader of PDF structure: number of pages, encryption, and things that act on opening.

It looks at the objects of a file, also those packed in object streams; it draws nothing.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

BATAS_ALIRAN = 64 * 1024 * 1024  # bytes of unpacked object streams in one file

# Every pattern here is bounded and the ends are found by splitting: a file made to be slow is read in one pass.
_AWAL_ALIRAN = re.compile(rb"stream\r?\n")
_AWAL_BENDA = re.compile(rb"\d\s{1,9}obj\b")
_LOLOS = re.compile(rb"#([0-9A-Fa-f]{2})")
_PEMBAGIAN = re.compile(rb"/Type\s*/Pages\b")
_JUMLAH = re.compile(rb"/Count\s+(\d{1,9})\b")
_BERTINDAK = re.compile(rb"/(JavaScript|JS|Launch)\b")
# Sought in every byte, since readers also take objects that no "endobj" ends; too long to come up by chance.
_BERTINDAK_DI_MANA_PUN = re.compile(rb"/(JavaScript|Launch)\b")
_ALIRAN_BENDA = re.compile(rb"/Type\s*/ObjStm\b")
_TERKUNCI = re.compile(rb"/Encrypt\b")


class PdfRusak(ValueError):
    """The bytes are no whole PDF; the message says what is missing, in Indonesian."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPdf:
    """`halaman`: number of pages; `bertindak`: it holds a script or starts a program."""

    halaman: int
    terkunci: bool
    bertindak: bool


def teliti(isi: bytes) -> IsiPdf:
    """Read the structure of a PDF; raises `PdfRusak`."""
    if b"%PDF-" not in isi[:1024]:
        raise PdfRusak("awal berkas bukan PDF")
    if b"%%EOF" not in isi[-2048:]:
        raise PdfRusak("bagian akhirnya hilang")
    daftar_benda = [_tanpa_lolos(benda) for benda in _daftar_benda(isi)]
    ekor = _tanpa_aliran(isi)
    return IsiPdf(
        halaman=max((_jumlah_halaman(benda) for benda in daftar_benda), default=0),
        terkunci=bool(_TERKUNCI.search(_tanpa_lolos(ekor))),
        bertindak=bool(_BERTINDAK_DI_MANA_PUN.search(_tanpa_lolos(isi)))
        or any(_BERTINDAK.search(benda) for benda in daftar_benda),
    )


def jumlah_halaman(isi: bytes) -> int:
    """Number of pages; raises `PdfRusak`."""
    return teliti(isi).halaman


def _tanpa_aliran(isi: bytes) -> bytes:
    *daftar_potongan, ekor = isi.split(b"endstream")
    return b"".join(_AWAL_ALIRAN.split(satu, maxsplit=1)[0] for satu in daftar_potongan) + ekor


def _tanpa_lolos(benda: bytes) -> bytes:
    """Names may be written with escapes: /J#61vaScript."""
    return _LOLOS.sub(_huruf, benda)


def _huruf(cocok: re.Match) -> bytes:
    return bytes([int(cocok[1], 16)])


def _daftar_benda(isi: bytes) -> Iterator[bytes]:
    """The text of every object without its stream; for an object stream, each object inside it."""
    sisa = BATAS_ALIRAN
    for potongan in isi.split(b"endobj")[:-1]:
        awal = _AWAL_BENDA.search(potongan)
        kepala, pemisah, aliran = potongan[awal.end() if awal else 0 :].partition(b"stream")
        if not (pemisah and _ALIRAN_BENDA.search(_tanpa_lolos(kepala))):
            yield kepala
            continue
        isi_aliran = _kembangkan(aliran.lstrip(b"\r\n"), sisa)
        sisa -= len(isi_aliran)
        yield from _isi_aliran_benda(kepala, isi_aliran)


def _kembangkan(aliran: bytes, batas: int) -> bytes:
    pembuka = zlib.decompressobj()
    try:
        hasil = pembuka.decompress(aliran, max(batas, 1))
    except zlib.error as salah:
        raise PdfRusak("sebagian isinya tidak terbaca") from salah
    if pembuka.unconsumed_tail:
        raise PdfRusak("isinya terlalu besar setelah dibuka")
    return hasil


def _isi_aliran_benda(kepala: bytes, isi: bytes) -> Iterator[bytes]:
    """An object stream begins with pairs (object number, offset); the objects start at /First."""
    awal = re.search(rb"/First\s+(\d{1,9})\b", kepala)
    if awal is None:
        raise PdfRusak("susunan bendanya keliru")
    pertama = int(awal[1])
    letak = [int(n) for n in re.findall(rb"\d{1,9}", isi[:pertama])[1::2]]
    if letak != sorted(letak):
        raise PdfRusak("susunan bendanya keliru")
    for dari, sampai in zip(letak, [*letak[1:], len(isi)], strict=False):
        yield isi[pertama + dari : pertama + sampai]


def _jumlah_halaman(benda: bytes) -> int:
    """The /Count of a node of the page tree; the root has the largest."""
    jumlah = _JUMLAH.search(benda) if _PEMBAGIAN.search(benda) else None
    return int(jumlah[1]) if jumlah else 0
