"""Rows of a printed table and rows of an SOP: what a cell says, and what a row keeps that a table can't say."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from lapkin.sop.bagan import LUAR, Cara, Kelengkapan, Langkah, Output
from lapkin.sop.tampak import serata, setara
from lapkin.sop.tebakan import kode_baru, pekerjaan_tebakan

CENTANG = "V"
_CENTANG = frozenset(("v", "x", "✓", "✔", "√", "■", "●"))
_PENANDA = {"mulai": "mulai", "selesai": "selesai"}
_BULATAN = re.compile(r"[1-9][0-9]?")
# The printed texts: the name of the column and the field of the row.
TEKS_TERCETAK = {
    "no": "no",
    "kegiatan": "kegiatan",
    "kelengkapan": "kelengkapan_tercetak",
    "waktu": "waktu_tercetak",
    "output": "output_tercetak",
    "keterangan": "keterangan",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Baris:
    """One row as read: its texts by column, the marks by role, the kode it carries ("" when it has none).

    `kembali`: where its cell says that work returns to; None where the table has no such column.
    """

    sebutan: str
    teks: dict[str, str]
    tanda: dict[str, str] = field(default_factory=dict)
    kode: str = ""
    kembali: str | None = None


def tanda_pelaksana(langkah: Langkah) -> dict[str, str]:
    """The marks in the actors' cells: a tick, or the order in which they work where they follow each other."""
    berurutan = langkah.cara is Cara.BERURUTAN and len(langkah.pelaksana) > 1
    return {
        peran: str(nomor) if berurutan else CENTANG for nomor, peran in enumerate(langkah.pelaksana, start=1)
    }


def langkah_dari(
    baris: Baris, asal: Langkah | None, sebelum: list[Langkah], terpakai: Collection[str]
) -> Langkah:
    """The row that a read one stands for: `asal` with the texts that changed, or a new one with a guessed jenis."""
    return _diubah(asal, baris) if asal else _baru(baris, sebelum, terpakai)


def baca_tanda(tanda: dict[str, str]) -> tuple[tuple[str, ...], Cara]:
    """Who works by the marks of a row: numbers give an order, the same tick in several columns means together."""
    daftar = [(peran, setara(teks)) for peran, teks in tanda.items() if setara(teks)]
    if len(daftar) > 1 and all(_BULATAN.fullmatch(teks) for _, teks in daftar):
        return tuple(peran for peran, _ in sorted(daftar, key=lambda satu: int(satu[1]))), Cara.BERURUTAN
    bersama = len(daftar) > 1 and all(teks in _CENTANG for _, teks in daftar)
    return tuple(peran for peran, _ in daftar), Cara.BERSAMA if bersama else Cara.BERURUTAN


def masalah_tanda(baris: Baris) -> list[str]:
    """Two roles with the same number in the order."""
    bilangan = [setara(teks) for teks in baris.tanda.values() if _BULATAN.fullmatch(setara(teks))]
    return [
        f"{baris.sebutan}: urutan {angka} diberikan kepada lebih dari satu pelaksana."
        for angka, kali in Counter(bilangan).items()
        if kali > 1
    ]


def _diubah(asal: Langkah, baris: Baris) -> Langkah:
    """The texts that differ, and what must follow them; one whose lines only break elsewhere stays as it was."""
    ganti = {
        TEKS_TERCETAK[kolom]: teks
        for kolom, teks in baris.teks.items()
        if serata(teks) != serata(getattr(asal, TEKS_TERCETAK[kolom]))
    }
    langkah = replace(asal, **ganti)
    if "kelengkapan_tercetak" in ganti:
        langkah = replace(
            langkah, kelengkapan=_nama_ikut(asal.kelengkapan, asal.kelengkapan_tercetak, langkah)
        )
    if "output_tercetak" in ganti:
        langkah = replace(langkah, output=_nama_ikut(asal.output, asal.output_tercetak, langkah))
    return _ganti_pelaksana(langkah, baris)


def _nama_ikut(daftar: tuple, lama: str, langkah: Langkah) -> tuple:
    """Where the printed text was the name of the one paper of the row, the paper follows the text."""
    if len(daftar) != 1 or setara(daftar[0].nama) != setara(lama):
        return daftar
    baru = langkah.kelengkapan_tercetak if isinstance(daftar[0], Kelengkapan) else langkah.output_tercetak
    return (replace(daftar[0], nama=baru),) if baru.strip() else daftar


def _ganti_pelaksana(asal: Langkah, baris: Baris) -> Langkah:
    """New pelaksana only where the marks say something else; one role put in another's place takes over its work."""
    tercetak = {peran: teks for peran, teks in tanda_pelaksana(asal).items() if peran in baris.tanda}
    terbaca = {peran: setara(teks) for peran, teks in baris.tanda.items() if setara(teks)}
    # Drawings are lost on the way from Word: a row without any mark says nothing about who works.
    if not terbaca or {peran: setara(teks) for peran, teks in tercetak.items()} == terbaca:
        return asal
    pelaksana, cara = baca_tanda(baris.tanda)
    if set(pelaksana) == set(tercetak) and not _menyebut_cara(terbaca):
        return asal
    langkah = replace(asal, pelaksana=pelaksana, cara=cara)
    keluar, masuk = set(asal.pelaksana) - set(pelaksana), set(pelaksana) - set(asal.pelaksana)
    if len(keluar) == len(masuk) == 1:
        return _ambil_alih(langkah, *keluar, *masuk)
    return langkah


def _menyebut_cara(terbaca: dict[str, str]) -> bool:
    """Do the marks tell how the roles work together? Other signs only tell who works."""
    return len(terbaca) > 1 and (
        all(_BULATAN.fullmatch(teks) for teks in terbaca.values()) or _CENTANG.issuperset(terbaca.values())
    )


def _ambil_alih(langkah: Langkah, lama: str, baru: str) -> Langkah:
    def tukar(peran: str) -> str:
        return baru if peran == lama else peran

    return replace(
        langkah,
        pekerjaan=tuple(replace(p, oleh=tuple(map(tukar, p.oleh))) for p in langkah.pekerjaan),
        pengisi=tukar(langkah.pengisi),
        penghimpun=tukar(langkah.penghimpun),
    )


def _baru(baris: Baris, sebelum: list[Langkah], terpakai: Collection[str]) -> Langkah:
    """A row that the SOP did not have: its texts, and what they let us guess, marked as such."""
    kegiatan = baris.teks["kegiatan"]
    pelaksana, cara = baca_tanda(baris.tanda)
    langkah = Langkah(
        kode=baris.kode or kode_baru(kegiatan, terpakai),
        pelaksana=pelaksana,
        cara=cara,
        no=baris.teks.get("no", str(len(sebelum) + 1)),
        **{TEKS_TERCETAK[kolom]: teks for kolom, teks in baris.teks.items() if kolom != "no"},
    )
    if setara(kegiatan) in _PENANDA:
        return replace(langkah, penanda=_PENANDA[setara(kegiatan)])
    return replace(
        langkah,
        pekerjaan=(pekerjaan_tebakan(kegiatan, pelaksana, cara),),
        kelengkapan=_kelengkapan(langkah.kelengkapan_tercetak, sebelum),
        output=tuple(Output(nama=nama, disimpulkan=True) for nama in _daftar_nama(langkah.output_tercetak)),
    )


def _kelengkapan(teks: str, sebelum: list[Langkah]) -> tuple[Kelengkapan, ...]:
    """One thing a line; it comes from the last earlier row that makes a thing of this name, else from outside."""
    pembuat = {setara(output.nama): langkah.kode for langkah in sebelum for output in langkah.output}
    return tuple(
        Kelengkapan(nama=nama, dari=pembuat.get(setara(nama), LUAR), disimpulkan=True)
        for nama in _daftar_nama(teks)
    )


def _daftar_nama(teks: str) -> list[str]:
    daftar = (baris.strip(" \t\xa0-•") for baris in teks.splitlines())
    return list(dict.fromkeys(nama for nama in daftar if nama))
