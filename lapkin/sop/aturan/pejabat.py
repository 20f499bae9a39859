"""Officials as texts name them: who signs a paper, and whether two names can mean one post."""

import re
from functools import cache

from lapkin.sop.aturan.bacaan import baca_data, kata_kecil

_BERTANDA_TANGAN = re.compile(
    r"\b(?:di|ter|ber)[\s-]?tanda[\s-]?tangan(?:i|nya)?\b(?:\s+(?:oleh|dari|bapak|ibu))*\s+"
    r"(?P<siapa>\w[\w.]*(?:\s+\w[\w.]*){0,3})",
    re.IGNORECASE,
)
# What is still to be signed asks for no signature.
_BELUM = re.compile(r"\b(?:belum|untuk|akan|siap|tidak|perlu|harus|agar|tanpa|guna)\s+$", re.IGNORECASE)
_SEMENTARA = frozenset({"plt", "plh", "pj", "pjs", "an", "a", "n"})


def penanda_tangan(teks: str) -> list[str]:
    """The officials that a text says have signed, as printed; words that name no post are left out."""
    ditemukan = []
    for cocok in _BERTANDA_TANGAN.finditer(teks):
        if not _BELUM.search(teks, 0, cocok.start()) and (nama := _nama_jabatan(cocok["siapa"])):
            ditemukan.append(nama)
    return ditemukan


def berjabatan(nama: str) -> bool:
    """Whether a name begins with a known post ("Kepala Biro", "KARO"); Tim and Pimpinan name no post."""
    return bool(_nama_jabatan(nama))


def mungkin_sama(satu: str, lain: str) -> bool:
    """Whether two names can mean one post: Kadis and Kepala Dinas, Kepala and Kepala Biro."""
    kata_satu, kata_lain = _kata_jabatan(satu), _kata_jabatan(lain)
    return kata_satu <= kata_lain or kata_lain <= kata_satu


def _nama_jabatan(teks: str) -> str:
    """The post at the beginning of a text: its first word, and what follows with a capital or makes a known post."""
    kata = teks.split()
    letak = next((n for n, satu in enumerate(kata) if _polos(satu) not in _SEMENTARA), len(kata))
    if letak == len(kata) or _polos(kata[letak]) not in _kata_awal():
        return ""
    akhir = letak + 1
    while akhir < len(kata) and (kata[akhir][0].isupper() or _polos(kata[akhir]) in _kata_unit()):
        akhir += 1
    return " ".join(kata[letak:akhir]).rstrip(".")


def _kata_jabatan(nama: str) -> frozenset[str]:
    panjang = baca_data("lembaga")["singkatan_jabatan"]
    kata = " ".join(panjang.get(satu, satu) for satu in kata_kecil(nama)).split()
    return frozenset(satu for satu in kata if satu not in _SEMENTARA and satu not in _sebarang_unit())


def _polos(kata: str) -> str:
    return kata.lower().strip(".")


@cache
def _kata_awal() -> frozenset[str]:
    lembaga = baca_data("lembaga")
    return frozenset([*lembaga["awal_jabatan"], *lembaga["singkatan_jabatan"]])


@cache
def _kata_unit() -> frozenset[str]:
    lembaga = baca_data("lembaga")
    panjang = " ".join(lembaga["singkatan_jabatan"].values()).split()
    return (frozenset(panjang) | _sebarang_unit()) - _kata_awal()


@cache
def _sebarang_unit() -> frozenset[str]:
    return frozenset(baca_data("lembaga")["sebarang_unit"])
