"""Prints a document as PDF/A-2b and PDF/UA-1 through Typst, in a short-lived child with limits."""

import json
import os
import struct
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lapkin.dokumen.blok import Dokumen
from lapkin.dokumen.data_typst import data_typst
from lapkin.dokumen.svg import SvgRusak

BATAS_WAKTU = 60  # seconds
PPI_GAMBAR = 150
_TEMPLAT = "templat.typ"
_AKAR = Path(__file__).resolve().parent.parent.parent


class GagalCetak(Exception):
    """The paper could not be made; the message is an Indonesian sentence, `rincian` is for the log."""

    def __init__(self, kalimat: str, rincian: str = "") -> None:
        super().__init__(kalimat)
        self.rincian = rincian


@dataclass(frozen=True, slots=True, kw_only=True)
class Letak:
    """Where a block stands: the page number as printed ("iv", "12") and the sheet counted from 1."""

    halaman: str
    lembar: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cetakan:
    """A PDF, and where its headings and captions stand (by index of the block)."""

    pdf: bytes
    letak: dict[int, Letak]


@dataclass(frozen=True, slots=True, kw_only=True)
class GambarSvg:
    """A drawing to be turned into PNG at its printed width."""

    svg: str
    lebar_mm: int


def cetak_pdf(dokumen: Dokumen) -> bytes:
    """The PDF; the same tree gives the same bytes. Raises `GagalCetak`."""
    return cetak(dokumen).pdf


def cetak(dokumen: Dokumen) -> Cetakan:
    """The PDF with the page numbers that a Word copy wants for its contents list. Raises `GagalCetak`."""
    kepala, daftar_bytes = _minta(dokumen, pdf=True)
    return Cetakan(pdf=daftar_bytes[0], letak=_letak(kepala))


def tata_letak(
    dokumen: Dokumen, daftar_gambar: tuple[GambarSvg, ...]
) -> tuple[dict[int, Letak], tuple[bytes, ...]]:
    """Page numbers and the drawings as PNG, without the PDF, in one child. Raises `GagalCetak`."""
    kepala, daftar_png = _minta(dokumen, daftar_gambar=daftar_gambar)
    return _letak(kepala), tuple(daftar_png)


def cetak_templat(templat: str, data: Mapping[str, Any]) -> bytes:
    """The PDF that another template of this room (its file name) makes of plain data. Raises `GagalCetak`.

    `data["tanggal"]` is the day of the document as [year, month, day]: PDF/A must have one.
    """
    with _mulai_pekerja() as pekerja:
        return _pisahkan(_tunggu(pekerja, _permintaan(templat, data, pdf=True)))[1][0]


def gambar_png(daftar_gambar: tuple[GambarSvg, ...]) -> tuple[bytes, ...]:
    """Drawings as PNG. Raises `GagalCetak`."""
    return tuple(_minta(None, daftar_gambar=daftar_gambar)[1]) if daftar_gambar else ()


def _data(dokumen: Dokumen) -> dict[str, Any]:
    try:
        return data_typst(dokumen)
    except SvgRusak as salah:
        raise GagalCetak(str(salah)) from salah


def _letak(kepala: dict[str, Any]) -> dict[int, Letak]:
    return {
        int(nama.removeprefix("b")): Letak(halaman=halaman, lembar=lembar)
        for nama, halaman, lembar in kepala["letak"]
    }


def _minta(
    dokumen: Dokumen | None, *, pdf: bool = False, daftar_gambar: tuple[GambarSvg, ...] = ()
) -> tuple[dict[str, Any], list[bytes]]:
    """The child starts while the document is being prepared: it needs some 40 ms to be ready."""
    with _mulai_pekerja() as pekerja:
        data = None if dokumen is None else _data(dokumen)
        permintaan = _permintaan(_TEMPLAT, data, pdf=pdf, daftar_gambar=daftar_gambar)
        return _pisahkan(_tunggu(pekerja, permintaan))


def _permintaan(
    templat: str,
    data: Mapping[str, Any] | None,
    *,
    pdf: bool,
    daftar_gambar: tuple[GambarSvg, ...] = (),
) -> bytes:
    """What the child reads; see `pekerja_typst.jalankan`."""
    permintaan = {
        "templat": templat,
        "data": data and json.dumps(data, ensure_ascii=False),
        "tanggal": data and data["tanggal"],
        "letak": templat == _TEMPLAT,
        "pdf": pdf,
        "gambar": [{"svg": gambar.svg, "lebar_mm": gambar.lebar_mm} for gambar in daftar_gambar],
        "ppi": PPI_GAMBAR,
    }
    return json.dumps(permintaan).encode()


def _mulai_pekerja() -> subprocess.Popen:
    """A child with a clean environment; if nothing is asked of it, it ends by itself."""
    return subprocess.Popen(
        [sys.executable, "-m", "lapkin.dokumen.pekerja_typst"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=_AKAR,
        env={"PATH": os.defpath, "LANG": "C.UTF-8"},
    )


def _tunggu(pekerja: subprocess.Popen, masukan: bytes) -> bytes:
    """Its answer; a child that takes too long is ended, one that took too much has ended itself."""
    try:
        keluaran, galat = pekerja.communicate(masukan, timeout=BATAS_WAKTU)
    except subprocess.TimeoutExpired as salah:
        pekerja.kill()
        raise GagalCetak(f"Pencetakan dihentikan karena melebihi {BATAS_WAKTU} detik.") from salah
    if pekerja.returncode != 0:
        rincian = galat.decode(errors="replace")[-4000:]
        raise GagalCetak("Dokumen tidak dapat dicetak. Hubungi pengelola aplikasi.", rincian)
    return keluaran


def _pisahkan(keluaran: bytes) -> tuple[dict[str, Any], list[bytes]]:
    (panjang,) = struct.unpack_from(">I", keluaran)
    kepala = json.loads(keluaran[4 : 4 + panjang])
    awal = 4 + panjang
    daftar_bytes = []
    for ukuran in kepala["panjang"]:
        daftar_bytes.append(keluaran[awal : awal + ukuran])
        awal += ukuran
    return kepala, daftar_bytes
