"""Words: known terms mistyped, words printed twice, titles and heads that do not agree with each other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from lapkin.sop.aturan.bacaan import (
    baca_data,
    daftar_kata,
    kata_kecil,
    teks_identitas,
    teks_judul,
    teks_langkah,
)
from lapkin.sop.aturan.temuan import Bahan, Temuan, catatan, peringatan

_GANDA = re.compile(r"\b([^\W\d_]{2,})\s+\1\b", re.IGNORECASE)
# Shorter words resemble too many others; no term is longer.
_TERPENDEK, _TERPANJANG = 5, 20
_BUKAN_JUDUL = {"sop", "prosedur", "bagan", "alur", "standar", "operasional"}


def judul_salah_ketik(bahan: Bahan) -> Iterator[Temuan]:
    """A known term mistyped in a title: KLJIP for LKJIP."""
    for tempat, teks in teks_judul(bahan.sop.identitas):
        yield from _salah_ketik("judul-salah-ketik", tempat, teks)


def salah_ketik(bahan: Bahan) -> Iterator[Temuan]:
    """A known term mistyped anywhere else."""
    for tempat, teks in teks_identitas(bahan.sop.identitas):
        yield from _salah_ketik("salah-ketik", tempat, teks)
    for langkah in bahan.sop.langkah:
        for tempat, teks in teks_langkah(langkah):
            yield from _salah_ketik("salah-ketik", tempat, teks, langkah.kode)


def kata_ganda(bahan: Bahan) -> Iterator[Temuan]:
    """A word printed twice running ("yang yang"); aturan-aturan, with its hyphen, is one word."""
    identitas = bahan.sop.identitas
    for tempat, teks in (*teks_judul(identitas), *teks_identitas(identitas)):
        yield from _ganda(tempat, teks)
    for langkah in bahan.sop.langkah:
        for tempat, teks in teks_langkah(langkah):
            yield from _ganda(tempat, teks, langkah.kode)


def judul_berlainan(bahan: Bahan) -> Iterator[Temuan]:
    """The title over the table has words that the title of the SOP has not."""
    identitas = bahan.sop.identitas
    judul = {*kata_kecil(identitas.judul), *_BUKAN_JUDUL}
    judul |= {_seharusnya(kata).lower() for kata in daftar_kata(identitas.judul)}
    lain = [kata for kata in daftar_kata(identitas.judul_tabel) if kata.lower() not in judul]
    if identitas.judul.strip() and lain:
        yield catatan(
            "judul-berlainan",
            f"Judul tabel memakai {_kutip(lain)}, yang tidak ada dalam judul SOP.",
            "Samakan kedua judul.",
        )


def sebutan_berlainan(bahan: Bahan) -> Iterator[Temuan]:
    """A column headed by a bare title (Kasubbag) that a row calls by a longer name (Kasubbag Program)."""
    berunit = baca_data("lembaga")["jabatan_berunit"]
    kolom = [peran.nama for peran in bahan.sop.peran if peran.kolom and peran.nama.lower() in berunit]
    if not kolom:
        return
    sebutan = re.compile(rf"\b(?i:{'|'.join(map(re.escape, kolom))}) [A-Z]\w+")
    dikenal = {peran.nama for peran in bahan.sop.peran}
    for langkah in bahan.sop.langkah:
        for disebut in dict.fromkeys(sebutan.findall(langkah.kegiatan)):
            if disebut not in dikenal:
                yield catatan(
                    "sebutan-berlainan",
                    f'Kegiatan menyebut "{disebut}", sedangkan kolom pelaksananya "{disebut.split()[0]}".',
                    "Pakai satu sebutan untuk satu pelaksana.",
                    langkah.kode,
                )


def ejaan_peran(bahan: Bahan) -> Iterator[Temuan]:
    """The head of a column that another page of the print spells otherwise (Irban, Irbhan)."""
    for peran in bahan.sop.peran:
        lain = [ejaan for ejaan in peran.ejaan_lain if kata_kecil(ejaan) != kata_kecil(peran.nama)]
        if lain:
            yield catatan(
                "ejaan-peran",
                f'Kepala kolom "{peran.nama}" tercetak juga sebagai {_kutip(lain)}.',
                "Pakai satu ejaan pada semua halaman.",
            )


def _salah_ketik(aturan: str, tempat: str, teks: str, langkah: str = "") -> Iterator[Temuan]:
    for kata in dict.fromkeys(daftar_kata(teks)):
        if benar := _seharusnya(kata):
            yield peringatan(
                aturan,
                f'{tempat} memuat "{kata}", yang mirip dengan "{benar}".',
                f'Bila salah ketik, ganti "{kata}" dengan "{benar}".',
                langkah,
            )


def _ganda(tempat: str, teks: str, langkah: str = "") -> Iterator[Temuan]:
    for cocok in _GANDA.finditer(teks):
        yield peringatan(
            "kata-berulang",
            f'{tempat} memuat kata yang tercetak dua kali berturut-turut: "{cocok[0]}".',
            f'Hapus salah satu "{cocok[1]}".',
            langkah,
        )


@lru_cache(maxsize=8192)
def _seharusnya(kata: str) -> str:
    """The known term that differs from this word by one slip; "" when it is a term itself or like none."""
    istilah = baca_data("istilah")
    kecil = kata.lower()
    if kecil in _dikenal():
        return ""
    if sum(huruf.isupper() for huruf in kata) >= 2:
        for singkatan in _calon(tuple(istilah["singkatan"]), kata.upper()):
            return singkatan
    return next(iter(_calon(tuple(istilah["kata"]), kecil)), "")


@cache
def _dikenal() -> frozenset[str]:
    istilah = baca_data("istilah")
    semua = [*istilah["singkatan"], *istilah["kata"], *istilah["juga_benar"]]
    return frozenset(kata.lower() for kata in semua)


def _calon(daftar_istilah: tuple[str, ...], kata: str) -> list[str]:
    """The terms one slip away: terms and word share a form that is left when one letter is taken out."""
    if not _TERPENDEK <= len(kata) <= _TERPANJANG:
        return []
    indeks = _indeks(daftar_istilah)
    calon = {istilah for bentuk in (kata, *_kurang_satu(kata)) for istilah in indeks.get(bentuk, ())}
    return sorted(istilah for istilah in calon if _selisih_satu(istilah, kata))


@cache
def _indeks(daftar_istilah: tuple[str, ...]) -> dict[str, list[str]]:
    indeks = defaultdict(list)
    for istilah in daftar_istilah:
        for bentuk in {istilah, *_kurang_satu(istilah)}:
            indeks[bentuk].append(istilah)
    return dict(indeks)


def _kurang_satu(kata: str) -> Iterable[str]:
    return (kata[:letak] + kata[letak + 1 :] for letak in range(len(kata)))


def _selisih_satu(kiri: str, kanan: str) -> bool:
    """Whether one letter more, less or other, or two neighbours in each other's place, makes one the other."""
    if len(kiri) > len(kanan):
        kiri, kanan = kanan, kiri
    awal = next((i for i in range(len(kiri)) if kiri[i] != kanan[i]), len(kiri))
    if len(kiri) < len(kanan):
        return kiri[awal:] == kanan[awal + 1 :]
    tertukar = kiri[awal : awal + 2] == kanan[awal : awal + 2][::-1] and kiri[awal + 2 :] == kanan[awal + 2 :]
    return tertukar or kiri[awal + 1 :] == kanan[awal + 1 :]


def _kutip(daftar: Iterable[str]) -> str:
    return ", ".join(f'"{kata}"' for kata in dict.fromkeys(daftar))


ATURAN = (judul_salah_ketik, judul_berlainan, salah_ketik, kata_ganda, ejaan_peran, sebutan_berlainan)
