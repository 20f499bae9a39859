"""Rows and cells of a text with tabs, as Excel and Word put it on the clipboard."""

import re
from collections.abc import Callable

from lapkin.sop.batas_isian import akhir_baris

# Excel puts quotes round a cell only where it holds a tab, a line break or a quote; inside they are doubled.
_BERKUTIP = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=[\t\n]|\Z)')
_POLOS = re.compile(r"[^\t\n]*")
# Word and Excel also break lines inside a cell by these.
_BARIS_LAIN = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")


def pecah_tab(teks: str, alamat: Callable[[int, int], str], daftar_masalah: list[str]) -> list[list[str]]:
    """The cells row by row; a quote that is not closed within its cell is a letter like any other.

    Where what stands in quotes holds a tab, nobody can tell where the cell ends: a fault for each such cell.
    """
    teks = akhir_baris(teks).removesuffix("\n")
    hasil: list[list[str]] = [[]]
    letak = 0
    while letak <= len(teks):
        isi, letak = _sel(teks, letak)
        if "\t" in isi:
            sel = alamat(len(hasil) - 1, len(hasil[-1]))
            daftar_masalah.append(
                f"Sel {sel}: tanda kutip di awal sel ini baru ditutup di sel lain, sehingga batas selnya tidak jelas; "
                "hapus tanda kutip itu, lalu tempel lagi."
            )
        hasil[-1].append(_BARIS_LAIN.sub("\n", isi))
        if teks[letak : letak + 1] == "\n":
            hasil.append([])
        letak += 1
    return hasil


def _sel(teks: str, letak: int) -> tuple[str, int]:
    """The cell that begins here and where it ends."""
    berkutip = _BERKUTIP.match(teks, letak)
    if berkutip and any(tanda in berkutip[1] for tanda in '\t\n"'):
        return berkutip[1].replace('""', '"'), berkutip.end()
    polos = _POLOS.match(teks, letak)
    return polos[0], polos.end()
