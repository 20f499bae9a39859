"""Numbers of headings and captions, computed once from the tree so that all three writers print the same."""

from dataclasses import dataclass
from typing import Literal

from lapkin.bahasa.terbilang import terbilang
from lapkin.dokumen.blok import Dokumen, Gambar, Judul, Tabel
from lapkin.dokumen.teks import bersih

_ROMAWI = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


TANPA_JUDUL = "(tanpa judul)"  # PDF/UA refuses an empty heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Butir:
    """One line of a contents list: where it points (index of the block), its number and its text."""

    indeks: int
    tingkat: int
    label: str
    teks: str


def romawi(angka: int) -> str:
    """4 -> IV. Chapters of a report stay far below 400."""
    hasil = ""
    for nilai, huruf in _ROMAWI:
        hasil += huruf * (angka // nilai)
        angka %= nilai
    return hasil


def abjad(angka: int) -> str:
    """1 -> A, 26 -> Z, 27 -> AA."""
    hasil = ""
    while angka > 0:
        angka, sisa = divmod(angka - 1, 26)
        hasil = chr(ord("A") + sisa) + hasil
    return hasil


def penomor_diktum(angka: int) -> str:
    """KESATU, KEDUA .. KESEBELAS .. KEDUA PULUH SATU: how the articles of a decree are counted."""
    return f"KE{terbilang(angka).upper()}"


def nomori(dokumen: Dokumen) -> tuple[str, ...]:
    """The label of every block, at the block's own index: "BAB III", "A.", "Tabel 3.1", or ""."""
    penghitung = _Penghitung()
    return tuple(penghitung.label(blok) for blok in dokumen.blok)


def daftar_butir(dokumen: Dokumen, jenis: Literal["isi", "tabel", "gambar"]) -> tuple[Butir, ...]:
    """What a contents list, a list of tables or a list of figures holds; headings down to level 3."""
    hasil = []
    for indeks, (blok, label) in enumerate(zip(dokumen.blok, nomori(dokumen), strict=True)):
        if jenis == "isi" and isinstance(blok, Judul) and blok.jenis != "naskah" and blok.tingkat <= 3:
            hasil.append(Butir(indeks=indeks, tingkat=blok.tingkat, label=label, teks=teks_judul(blok)))
        if jenis == "tabel" and isinstance(blok, Tabel) and blok.keterangan:
            hasil.append(Butir(indeks=indeks, tingkat=1, label=label, teks=blok.keterangan))
        if jenis == "gambar" and isinstance(blok, Gambar) and blok.keterangan:
            hasil.append(Butir(indeks=indeks, tingkat=1, label=label, teks=blok.keterangan))
    return tuple(hasil)


def teks_judul(judul: Judul) -> str:
    """Headings of level 1 are printed in capitals, in all writers and in the contents list."""
    teks = bersih(judul.teks).strip() or TANPA_JUDUL
    return teks.upper() if judul.tingkat == 1 else teks


class _Penghitung:
    """Walks the blocks in order and keeps the running counts."""

    def __init__(self) -> None:
        self.bab = 0
        self.lampiran = 0
        self.awalan = ""  # "3." inside Bab III, "L1." inside Lampiran I, "" in the front matter
        self.bagian = False  # inside a bab or lampiran, where levels 2 to 4 are numbered
        self.tingkat = [0] * 5
        self.tabel = 0
        self.gambar = 0

    def label(self, blok: object) -> str:
        if isinstance(blok, Judul):
            return self._judul(blok)
        if isinstance(blok, Tabel) and blok.keterangan:
            self.tabel += 1
            return f"Tabel {self.awalan}{self.tabel}"
        if isinstance(blok, Gambar) and blok.keterangan:
            self.gambar += 1
            return f"Gambar {self.awalan}{self.gambar}"
        return ""

    def _judul(self, judul: Judul) -> str:
        if judul.tingkat == 1:
            return self._tingkat_satu(judul)
        if not (self.bagian and judul.bernomor):
            return ""
        self.tingkat[judul.tingkat] += 1
        self.tingkat[judul.tingkat + 1 :] = [0] * (4 - judul.tingkat)
        urutan = self.tingkat[judul.tingkat]
        return {2: f"{abjad(urutan)}.", 3: f"{urutan}.", 4: f"{abjad(urutan).lower()}."}[judul.tingkat]

    def _tingkat_satu(self, judul: Judul) -> str:
        if judul.jenis == "naskah":
            return ""
        self.tingkat = [0] * 5
        self.bagian = judul.jenis in ("bab", "lampiran") and judul.bernomor
        if judul.jenis == "bab" and judul.bernomor:
            self.bab += 1
            return self._mulai(f"{self.bab}.", f"BAB {romawi(self.bab)}")
        if judul.jenis == "lampiran" and judul.bernomor:
            self.lampiran += 1
            return self._mulai(f"L{self.lampiran}.", f"LAMPIRAN {romawi(self.lampiran)}")
        return ""

    def _mulai(self, awalan: str, label: str) -> str:
        self.awalan = awalan
        self.tabel = self.gambar = 0
        return label
