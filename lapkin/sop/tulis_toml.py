"""An SOP as a TOML text that reads like the files of sop/: one line for each field, defaults left out.

`baca_draf(tulis_toml(sop)) == sop`. Why a writer of our own: doc/keputusan/0012.
"""

import json
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import Any

from lapkin.sop.bagan import Langkah
from lapkin.sop.sop import Sop

LEBAR = 120  # a list or table that would be longer stands on several lines
LEBAR_KALIMAT = 105  # the lists of the identity block hold sentences, which read better one below the other
_DAFTAR_KALIMAT = {"dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan"}
# A row is told in the order in which people ask; what is not named here follows in the order of the class.
_URUTAN = {
    Langkah: (
        "kode", "no", "kegiatan", "pelaksana", "cara", "simbol_tercetak", "tiap", "pengisi", "penghimpun", "teks",
        "paling_lambat", "pekerjaan", "kelengkapan_tercetak", "kelengkapan", "waktu_tercetak", "output_tercetak",
        "output", "keterangan", "kembali_ke", "penanda", "disimpulkan", "catatan",
    ),
}  # fmt: skip


def tulis_toml(sop: Sop) -> str:
    """The SOP as TOML; `baca` (or `baca_draf`, when it can't be run yet) gives the same SOP back."""
    return "\n".join(_tabel(sop, "")).strip("\n") + "\n"


def _tabel(nilai: Any, jalur: str) -> Iterator[str]:
    """The lines of one table: its plain keys first, then the tables below it."""
    bawah = []
    for nama, isi in _isian(nilai):
        if _berdiri_sendiri(nama, isi, jalur):
            bawah.append((nama, isi))
        else:
            yield from _baris(nama, isi)
    for nama, isi in bawah:
        jalur_bawah = f"{jalur}.{nama}" if jalur else nama
        for satu in isi if isinstance(isi, tuple) else (isi,):
            yield from ("", f"[[{jalur_bawah}]]" if isinstance(isi, tuple) else f"[{jalur_bawah}]")
            yield from _tabel(satu, jalur_bawah)


def _isian(nilai: Any) -> Iterator[tuple[str, Any]]:
    """Names and values that must be written: those without a default, and those that differ from it."""
    bawaan = {kolom.name: kolom.default for kolom in fields(nilai)}
    dahulu = _URUTAN.get(type(nilai), ())
    for nama in dict.fromkeys((*dahulu, *bawaan)):
        isi = getattr(nilai, nama)
        if bawaan[nama] is MISSING or isi != bawaan[nama]:
            yield nama, isi


def _berdiri_sendiri(nama: str, isi: Any, jalur: str) -> bool:
    """Does the value get a heading of its own? The rows and roles, and a table too long for one line."""
    if isinstance(isi, tuple):
        return not jalur and bool(isi) and is_dataclass(isi[0])
    return is_dataclass(isi) and (not jalur or nama.startswith("label_") or len(_sebaris(nama, isi)) > LEBAR)


def _baris(nama: str, isi: Any) -> Iterator[str]:
    if not _perlu_dipecah(nama, isi):
        yield _sebaris(nama, isi)
        return
    yield f"{nama} = ["
    yield from (f"  {_nilai(satu)}," for satu in isi)
    yield "]"


def _perlu_dipecah(nama: str, isi: Any) -> bool:
    if not isinstance(isi, tuple) or len(isi) < 2:
        return False
    lebar = LEBAR_KALIMAT if nama in _DAFTAR_KALIMAT else LEBAR
    return is_dataclass(isi[0]) or len(_sebaris(nama, isi)) > lebar


def _sebaris(nama: str, isi: Any) -> str:
    return f"{nama} = {_nilai(isi)}"


def _nilai(isi: Any) -> str:
    if isinstance(isi, bool):
        return "true" if isi else "false"
    if isinstance(isi, date):
        return isi.isoformat()
    if isinstance(isi, tuple):
        return f"[{', '.join(_nilai(satu) for satu in isi)}]"
    if is_dataclass(isi):
        isian = ", ".join(_sebaris(nama, satu) for nama, satu in _isian(isi))
        return f"{{ {isian} }}" if isian else "{}"
    return _teks(isi)


def _teks(isi: str) -> str:
    """A basic string: JSON escapes all that TOML wants escaped, except DEL."""
    return json.dumps(str(isi), ensure_ascii=False).replace("\x7f", "\\u007f")
