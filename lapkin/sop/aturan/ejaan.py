"""Words: known terms mistyped, words printed twice, titles and heads that do not agree with each other."""

import re
from collections.abc import Iterable, Iterator

from lapkin.sop.aturan.bacaan import (
    baca_data,
    daftar_kata,
    kata_kecil,
    teks_identitas,
    teks_judul,
    teks_langkah,
)
from lapkin.sop.aturan.istilah import seharusnya
from lapkin.sop.aturan.temuan import Bahan, Temuan, catatan, peringatan

_GANDA = re.compile(r"\b([^\W\d_]{2,})\s+\1\b", re.IGNORECASE)
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
    judul |= {seharusnya(kata).lower() for kata in daftar_kata(identitas.judul)}
    judul |= _padanan_laporan(judul)
    lain = [kata for kata in daftar_kata(identitas.judul_tabel) if kata.lower() not in judul]
    if identitas.judul.strip() and lain:
        yield catatan(
            "judul-berlainan",
            f"Judul tabel memakai {_kutip(lain)}, yang tidak ada dalam judul SOP.",
            "Samakan kedua judul.",
        )


def _padanan_laporan(judul: set[str]) -> set[str]:
    """The other way to name the report: its words where the title has its short name, or the other way round."""
    istilah = baca_data("istilah")
    if not judul.isdisjoint(istilah["sebutan_laporan"]):
        return set(istilah["kata_laporan"])
    return set(istilah["sebutan_laporan"]) if {"laporan", "kinerja"} <= judul else set()


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
    for kata in dict.fromkeys(bagian for utuh in daftar_kata(teks) for bagian in utuh.split("-")):
        if benar := seharusnya(kata):
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
            _perbaikan_ganda(cocok),
            langkah,
        )


def _perbaikan_ganda(cocok: re.Match[str]) -> str:
    """A particle stands there once too often; a reduplication lacks its hyphen; of other words the office knows."""
    istilah = baca_data("istilah")
    kata, bertanda_hubung = cocok[1], "-".join(cocok[0].split())
    if kata.lower() in istilah["kata_ulang"]:
        return f'Tulis dengan tanda hubung: "{bertanda_hubung}".'
    hapus = f'Hapus salah satu "{kata}"'
    if kata.lower() in istilah["kata_tugas"]:
        return f"{hapus}."
    return f'{hapus}, atau, bila memang kata ulang, tulis "{bertanda_hubung}".'


def _kutip(daftar: Iterable[str]) -> str:
    return ", ".join(f'"{kata}"' for kata in dict.fromkeys(daftar))


ATURAN = (judul_salah_ketik, judul_berlainan, salah_ketik, kata_ganda, ejaan_peran, sebutan_berlainan)
