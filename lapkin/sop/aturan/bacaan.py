"""Reading the texts of an SOP: where each stands, its words, and the data files beside the rules."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import shorten
from typing import Any

from lapkin.sop.bagan import Langkah
from lapkin.sop.sop import Identitas

_DATA = Path(__file__).parent.parent / "data"
_PANJANG_SEBUTAN = 60
_KATA = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def baca_data(nama: str, folder: Path = _DATA) -> dict[str, Any]:
    """A data file of this room, or of another `folder`, by its name without the ending."""
    return tomllib.loads((folder / f"{nama}.toml").read_text(encoding="utf-8"))


def sebutan_langkah(langkah: Langkah) -> str:
    """A row as people name it inside a sentence: langkah 7 (Mengoreksi Dokumen LKjIP)."""
    kegiatan = shorten(langkah.kegiatan, _PANJANG_SEBUTAN, placeholder=" ...")
    bagian = ["langkah", langkah.no.strip().rstrip(".)"), f"({kegiatan})" if kegiatan else ""]
    return " ".join(filter(None, bagian))


def daftar_kata(teks: str) -> list[str]:
    """The words of a text as printed, without figures and signs: aturan-aturan is one word."""
    return _KATA.findall(teks)


def kata_kecil(teks: str) -> list[str]:
    return [kata.lower() for kata in daftar_kata(teks)]


def teks_judul(identitas: Identitas) -> Iterator[tuple[str, str]]:
    """The titles, each with the name of its place."""
    yield "Judul", identitas.judul
    yield "Judul tabel", identitas.judul_tabel


def teks_identitas(identitas: Identitas) -> Iterator[tuple[str, str]]:
    """The other texts of the identity block, each with the name of its place."""
    yield from (("Kop", baris) for baris in identitas.kop)
    yield "Nama unit", identitas.unit
    yield "Pengesah", identitas.pengesah.jabatan
    for tempat, daftar in (
        ("Dasar hukum", identitas.dasar_hukum),
        ("Kualifikasi pelaksana", identitas.kualifikasi),
        ("Keterkaitan", identitas.keterkaitan),
        ("Peralatan", identitas.peralatan),
        ("Peringatan", identitas.peringatan),
        ("Pencatatan", identitas.pencatatan),
    ):
        yield from ((tempat, teks) for teks in daftar)


def teks_kelengkapan(langkah: Langkah) -> str:
    """What a row needs, as printed; the names of the things where the cell itself was not kept."""
    return langkah.kelengkapan_tercetak or "; ".join(butir.nama for butir in langkah.kelengkapan)


def teks_output(langkah: Langkah) -> str:
    """What a row makes, likewise."""
    return langkah.output_tercetak or "; ".join(butir.nama for butir in langkah.output)


def teks_langkah(langkah: Langkah) -> Iterator[tuple[str, str]]:
    """The printed texts of a row, each with the name of its column."""
    yield "Kegiatan", langkah.kegiatan
    yield "Kelengkapan", teks_kelengkapan(langkah)
    yield "Output", teks_output(langkah)
    yield "Keterangan", langkah.keterangan
