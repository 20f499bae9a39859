"""What may stand in a paper: characters that XML and PDF can carry, and that the shipped fonts can draw."""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

FOLDER_HURUF = Path(__file__).resolve().parent.parent / "static" / "fonts"
PENGGANTI = "\N{WHITE SQUARE}"
# Signs that offices do use, and what stands in for them in the shipped fonts.
_SEPADAN = {"☐": "□", "☑": "■", "☒": "■", "✓": "√", "✔": "√", "\u2011": "-", "\t": " "}
_TAK_TAMPAK = "\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u00ad"

# Illegal in XML 1.0: control characters, lone surrogates, the two non-characters.
_TERLARANG = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# Directional controls let a text show other words than it holds (a forged number, a swapped name).
_PENGARAH = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BARIS_BARU = re.compile("\r\n|[\r\x85\u2028\u2029]")


def bersih(teks: str) -> str:
    """The text without what XML forbids and without hidden direction controls; line ends are newlines."""
    if teks.isprintable():  # most texts: no line end, no control, nothing invisible
        return teks
    return _PENGARAH.sub("", _TERLARANG.sub("", _BARIS_BARU.sub("\n", teks)))


def tercetak(teks: str) -> str:
    """The text as the PDF can show it: a character that no shipped font holds (an emoji) becomes a square.

    PDF/A refuses a page with a missing glyph, and one emoji must not keep an office from printing.
    """
    teks = bersih(teks)
    if teks.isascii():
        return teks.replace("\t", " ")
    teks = unicodedata.normalize("NFC", teks)
    dikenal = _karakter_dikenal()
    return "".join(_ganti(k, dikenal) for k in teks)


def _ganti(karakter: str, dikenal: frozenset[int]) -> str:
    if karakter in _SEPADAN:
        return _SEPADAN[karakter]
    if karakter in _TAK_TAMPAK:
        return ""
    return karakter if karakter == "\n" or ord(karakter) in dikenal else PENGGANTI


@cache
def _karakter_dikenal() -> frozenset[int]:
    """The code points that all of the shipped faces hold (a word may turn bold)."""
    daftar = [_isi_cmap(berkas.read_bytes()) for berkas in sorted(FOLDER_HURUF.glob("Liberation*.ttf"))]
    return frozenset.intersection(*daftar)


def _isi_cmap(huruf: bytes) -> frozenset[int]:
    """Code points of a TrueType file, from its format 4 table (the one every Windows font has)."""
    awal = _letak_tabel(huruf, b"cmap")
    (jumlah,) = struct.unpack_from(">H", huruf, awal + 2)
    for ke in range(jumlah):
        letak = awal + struct.unpack_from(">L", huruf, awal + 8 + 8 * ke)[0]
        if struct.unpack_from(">H", huruf, letak)[0] == 4:
            return _isi_format_4(huruf, letak)
    raise ValueError("berkas huruf tanpa tabel cmap format 4")


def _letak_tabel(huruf: bytes, nama: bytes) -> int:
    (jumlah,) = struct.unpack_from(">H", huruf, 4)
    for ke in range(jumlah):
        tanda, _, letak, _ = struct.unpack_from(">4sLLL", huruf, 12 + 16 * ke)
        if tanda == nama:
            return letak
    raise ValueError(f"berkas huruf tanpa tabel {nama!r}")


def _isi_format_4(huruf: bytes, letak: int) -> frozenset[int]:
    """Segments of (first, last); a segment may hold unassigned places, which map to glyph 0."""
    segmen = struct.unpack_from(">H", huruf, letak + 6)[0] // 2
    akhir = struct.unpack_from(f">{segmen}H", huruf, letak + 14)
    awal = struct.unpack_from(f">{segmen}H", huruf, letak + 16 + 2 * segmen)
    selisih = struct.unpack_from(f">{segmen}H", huruf, letak + 16 + 4 * segmen)
    letak_geser = letak + 16 + 6 * segmen
    geser = struct.unpack_from(f">{segmen}H", huruf, letak_geser)
    hasil = set()
    for ke in range(segmen):
        for kode in range(awal[ke], akhir[ke] + 1):
            glif = kode + selisih[ke]
            if geser[ke]:
                tempat = letak_geser + 2 * ke + geser[ke] + 2 * (kode - awal[ke])
                glif = struct.unpack_from(">H", huruf, tempat)[0] if tempat + 2 <= len(huruf) else 0
            if glif % 65536 and kode != 0xFFFF:
                hasil.add(kode)
    return frozenset(hasil)
