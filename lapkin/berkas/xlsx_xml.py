"""The XML inside a workbook, read without a tree: what may be read at all, and bounds on what it may hold.

Neither a declared encoding nor a doctype is needed by any office program; each is a way round a look at the bytes.
"""

import re
from xml.etree import ElementTree

from .kenali import BerkasTakLayak

TANDA_TERBANYAK = 1_000_000  # "<" in all parts together; our own workbooks have some 20,000
DALAM_TERBESAR = 50  # elements within each other
_JEDA_TERBESAR = (
    512 * 1024
)  # bytes without "<"; the longest text that Excel lets into a cell has 32,767 letters
_POTONGAN = 256 * 1024

_RUSAK = "Buku kerja rusak dan tidak dapat dibaca. Buka di Excel, simpan ulang, lalu unggah lagi."
_JANGGAL = (
    "Berkas memuat deklarasi XML yang tidak wajar. "
    "Simpan berkasnya sebagai Buku Kerja Excel (.xlsx), lalu unggah lagi."
)
_TERLALU_BANYAK = (
    "Buku kerja berisi terlalu banyak unsur sehingga tidak aman dibuka. Pindahkan isinya ke buku baru."
)
_SANDI_HURUF = re.compile(rb"""encoding\s*=\s*["']([^"']*)""")
_DEKLARASI = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


class Pembaca:
    """What reads a part: told of each element by its name without namespace, as the reader of figures takes it too.

    `mulai` gets the attributes with their own names, `teks` all text, `akhir` the name alone.
    """

    dalam = 0

    def start(self, nama: str, atribut: dict[str, str]) -> None:
        self.dalam += 1
        if self.dalam > DALAM_TERBESAR:
            raise BerkasTakLayak(_TERLALU_BANYAK)
        self.mulai(tanpa_ruang(nama), atribut)

    def end(self, nama: str) -> None:
        self.dalam -= 1
        self.akhir(tanpa_ruang(nama))

    def data(self, teks: str) -> None:
        self.teks(teks)

    def mulai(self, nama: str, atribut: dict[str, str]) -> None: ...

    def akhir(self, nama: str) -> None: ...

    def teks(self, teks: str) -> None: ...


def tanpa_ruang(nama: str) -> str:
    """The name of an element or attribute without its namespace."""
    return nama.rpartition("}")[2]


def baca_xml(isi: bytes, pembaca: Pembaca) -> None:
    """Tell `pembaca` what a part says; raises BerkasTakLayak for one that is broken, or that nobody writes."""
    periksa_xml(isi)
    if _berjeda_panjang(isi):
        raise BerkasTakLayak(_TERLALU_BANYAK)
    pengurai = ElementTree.XMLParser(target=pembaca, encoding="utf-8")
    try:
        for awal in range(0, len(isi), _POTONGAN):
            pengurai.feed(isi[awal : awal + _POTONGAN])
        pengurai.close()
    except ElementTree.ParseError as salah:
        raise BerkasTakLayak(_RUSAK) from salah


def periksa_xml(isi: bytes) -> None:
    """Raises BerkasTakLayak for XML that isn't plain UTF-8, or that declares anything of its own.

    Entities could multiply text without end; another encoding would hide them from this look.
    """
    kepala = isi[: isi.find(b"?>") + 2] if b"<?xml" in isi[:16] else b""
    sandi = _SANDI_HURUF.search(kepala)
    asing = sandi and sandi[1].lower() not in (b"utf-8", b"utf8")
    if asing or b"\0" in isi or isi.startswith((b"\xff\xfe", b"\xfe\xff")) or _DEKLARASI.search(isi):
        raise BerkasTakLayak(_JANGGAL)


def hitung_tanda(bagian: dict[str, bytes]) -> None:
    """Raises BerkasTakLayak where the parts hold more elements than an office needs; every element costs a "<"."""
    if sum(isi.count(b"<") for isi in bagian.values()) > TANDA_TERBANYAK:
        raise BerkasTakLayak(_TERLALU_BANYAK)


def _berjeda_panjang(isi: bytes) -> bool:
    """Is there an element with attributes without end, or such a text or comment? Read only from "<" to "<"."""
    letak = 0
    while len(isi) - letak > _JEDA_TERBESAR:
        letak = isi.rfind(b"<", letak + 1, letak + 1 + _JEDA_TERBESAR)
        if letak < 0:
            return True
    return False
