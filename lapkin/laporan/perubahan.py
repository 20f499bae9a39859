"""What changed between two versions of the report: block by block, under the heading where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from typing import Literal

from lapkin.dokumen.blok import Blok, Dokumen, Judul, Narasi, Paragraf, Tabel

JENIS_BLOK = {
    "Narasi": "Narasi",
    "Tabel": "Tabel",
    "Gambar": "Gambar",
    "Judul": "Judul",
    "Paragraf": "Paragraf",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Perubahan:
    """One changed block: what happened, where (nearest headings), and the lines before and after."""

    jenis: Literal["ditambah", "dihapus", "diubah"]
    blok: str
    tempat: str
    sebelum: tuple[str, ...] = ()
    sesudah: tuple[str, ...] = ()


def perubahan(lama: Dokumen, baru: Dokumen) -> tuple[Perubahan, ...]:
    """The changed blocks in the order of reading; blocks of one key and kind are compared with each other."""
    pencocok = SequenceMatcher(a=_tanda(lama.blok), b=_tanda(baru.blok), autojunk=False)
    hasil: list[Perubahan] = []
    for cara, awal_lama, akhir_lama, awal_baru, akhir_baru in pencocok.get_opcodes():
        if cara == "equal":
            hasil.extend(_diubah(lama, baru, awal_lama, awal_baru, akhir_lama - awal_lama))
            continue
        hasil.extend(_satu("dihapus", lama, indeks) for indeks in range(awal_lama, akhir_lama))
        hasil.extend(_satu("ditambah", baru, indeks) for indeks in range(awal_baru, akhir_baru))
    return tuple(hasil)


def _tanda(daftar_blok: Sequence[Blok]) -> list[tuple[str, ...]]:
    """What makes two blocks the same place of the report: their kind and key, or else their text."""
    return [
        (type(blok).__name__, getattr(blok, "kunci", "") or "\n".join(baris_teks(blok)))
        for blok in daftar_blok
    ]


def _diubah(lama: Dokumen, baru: Dokumen, awal_lama: int, awal_baru: int, banyak: int) -> Iterator[Perubahan]:
    for geser in range(banyak):
        blok_lama, blok_baru = lama.blok[awal_lama + geser], baru.blok[awal_baru + geser]
        if blok_lama != blok_baru:
            sebelum, sesudah = _baris_berbeda(baris_teks(blok_lama), baris_teks(blok_baru))
            yield Perubahan(
                jenis="diubah",
                blok=_nama(blok_baru),
                tempat=_tempat(baru, awal_baru + geser),
                sebelum=sebelum,
                sesudah=sesudah,
            )


def _satu(jenis: Literal["ditambah", "dihapus"], dokumen: Dokumen, indeks: int) -> Perubahan:
    blok = dokumen.blok[indeks]
    isi = baris_teks(blok)
    return Perubahan(
        jenis=jenis,
        blok=_nama(blok),
        tempat=_tempat(dokumen, indeks),
        sebelum=isi if jenis == "dihapus" else (),
        sesudah=isi if jenis == "ditambah" else (),
    )


def _baris_berbeda(lama: Sequence[str], baru: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Only the lines that differ, so that one changed cell of a long table is seen at once."""
    langkah = [o for o in SequenceMatcher(a=lama, b=baru, autojunk=False).get_opcodes() if o[0] != "equal"]
    sebelum = tuple(baris for _, awal, akhir, *_ in langkah for baris in lama[awal:akhir])
    sesudah = tuple(baris for *_, awal, akhir in langkah for baris in baru[awal:akhir])
    return sebelum, sesudah


def _nama(blok: Blok) -> str:
    return JENIS_BLOK.get(type(blok).__name__, "Bagian")


def _tempat(dokumen: Dokumen, indeks: int) -> str:
    """The headings above a block: "Akuntabilitas Kinerja › Realisasi Anggaran"."""
    jalur: dict[int, str] = {}
    for blok in dokumen.blok[: indeks + 1]:
        if isinstance(blok, Judul):
            jalur = {tingkat: teks for tingkat, teks in jalur.items() if tingkat < blok.tingkat}
            jalur[blok.tingkat] = blok.teks
    return " › ".join(jalur.values())


def baris_teks(blok: Blok) -> tuple[str, ...]:
    """A block as plain lines: a row of a table is one line."""
    if isinstance(blok, Tabel):
        baris = (*blok.kepala, *blok.baris, *blok.kaki)
        return (blok.keterangan, *(" | ".join(sel.teks for sel in b.sel) for b in baris), blok.catatan)
    if isinstance(blok, Narasi):
        return tuple("".join(p.teks for p in alinea) for alinea in blok.paragraf)
    if isinstance(blok, Paragraf):
        return ("".join(p.teks for p in blok.potongan),)
    return tuple(_teks(blok))


def _teks(nilai: object) -> Iterator[str]:
    """All texts inside a value, drawings aside."""
    if isinstance(nilai, str) and nilai and not nilai.startswith("<"):
        yield nilai
    elif isinstance(nilai, tuple):
        for anggota in nilai:
            yield from _teks(anggota)
    elif is_dataclass(nilai):
        for bidang in fields(nilai):
            if bidang.name not in ("kunci", "jenis"):
                yield from _teks(getattr(nilai, bidang.name))
