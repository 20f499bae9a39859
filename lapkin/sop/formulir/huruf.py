"""How wide a text is in the shipped Liberation Sans, by the font's own metrics, and folding it into lines."""

import re
import struct
from functools import cache, lru_cache

from lapkin.dokumen.teks import FOLDER_HURUF

JARAK_BARIS = 1.18  # from one line of text to the next, in letter sizes
_TANPA_GLIF = 1.0
# A long word may break after these, as in "Kegiatan/Bidang".
_SAMBUNGAN = re.compile(r"(?<=[/\-,;])(?=\S)")


@lru_cache(maxsize=20_000)
def lebar_kata(kata: str, tebal: bool = False) -> float:
    """Width in letter sizes: times the size gives points."""
    lebar = _lebar_huruf(tebal)
    return sum([lebar.get(huruf, _TANPA_GLIF) for huruf in kata])


def lipat(teks: str, lebar: float, ukuran: float, tebal: bool = False) -> tuple[str, ...]:
    """All of the text in lines no wider than `lebar` points; a line break of the text stays one."""
    muat = lebar / ukuran
    return tuple(
        baris for alinea in teks.splitlines() for baris in _lipat_alinea(alinea.split(), muat, tebal)
    )


def _lipat_alinea(daftar_kata: list[str], muat: float, tebal: bool) -> list[str]:
    spasi = lebar_kata(" ", tebal)
    selesai, baris, panjang = [], "", 0.0
    for kata in daftar_kata:
        lebar = lebar_kata(kata, tebal)
        if baris and panjang + spasi + lebar <= muat:
            baris, panjang = f"{baris} {kata}", panjang + spasi + lebar
            continue
        if baris:
            selesai.append(baris)
        if lebar > muat:
            *awal, kata = _potong(kata, muat, tebal)
            selesai += awal
            lebar = lebar_kata(kata, tebal)
        baris, panjang = kata, lebar
    return [*selesai, baris] if baris else selesai


def _potong(kata: str, muat: float, tebal: bool) -> list[str]:
    """A word wider than the line: broken after a stroke, a hyphen or a comma, else between any two letters."""
    daftar = [""]
    for bagian in _SAMBUNGAN.split(kata):
        if lebar_kata(daftar[-1] + bagian, tebal) <= muat:
            daftar[-1] += bagian
            continue
        if daftar[-1]:
            daftar.append("")
        for huruf in bagian:
            if daftar[-1] and lebar_kata(daftar[-1] + huruf, tebal) > muat:
                daftar.append("")
            daftar[-1] += huruf
    return daftar


@cache
def _lebar_huruf(tebal: bool) -> dict[str, float]:
    """Width of every character of the face, in letter sizes."""
    nama = "LiberationSans-Bold.ttf" if tebal else "LiberationSans-Regular.ttf"
    isi = (FOLDER_HURUF / nama).read_bytes()
    tabel = _daftar_tabel(isi)
    (satuan,) = struct.unpack_from(">H", isi, tabel[b"head"] + 18)
    (jumlah,) = struct.unpack_from(">H", isi, tabel[b"hhea"] + 34)
    lebar = struct.unpack_from(f">{'Hh' * jumlah}", isi, tabel[b"hmtx"])[::2]
    glif = _glif(isi, tabel[b"cmap"])
    return {chr(kode): lebar[min(ke, jumlah - 1)] / satuan for kode, ke in glif.items()}


def _daftar_tabel(isi: bytes) -> dict[bytes, int]:
    (jumlah,) = struct.unpack_from(">H", isi, 4)
    baris = (struct.unpack_from(">4sLLL", isi, 12 + 16 * ke) for ke in range(jumlah))
    return {nama: letak for nama, _, letak, _ in baris}


def _glif(isi: bytes, cmap: int) -> dict[int, int]:
    """Which glyph draws which code point, from the format 4 table that both shipped faces have."""
    (jumlah,) = struct.unpack_from(">H", isi, cmap + 2)
    semua = [cmap + struct.unpack_from(">L", isi, cmap + 8 + 8 * ke)[0] for ke in range(jumlah)]
    letak = next(satu for satu in semua if struct.unpack_from(">H", isi, satu)[0] == 4)
    segmen = struct.unpack_from(">H", isi, letak + 6)[0] // 2
    akhir, awal, selisih, geser = (
        struct.unpack_from(f">{segmen}H", isi, letak + 14 + 2 * segmen * ke + 2 * (ke > 0)) for ke in range(4)
    )
    letak_geser = letak + 16 + 6 * segmen
    hasil = {}
    for ke in range(segmen):
        for kode in range(awal[ke], min(akhir[ke], 0xFFFE) + 1):
            glif = kode + selisih[ke]
            if geser[ke]:
                tempat = letak_geser + 2 * ke + geser[ke] + 2 * (kode - awal[ke])
                dasar = struct.unpack_from(">H", isi, tempat)[0]
                glif = dasar + selisih[ke] if dasar else 0
            if glif % 65536:
                hasil[kode] = glif % 65536
    return hasil
