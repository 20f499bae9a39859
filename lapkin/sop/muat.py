"""Turns plain tables (of TOML or JSON) into frozen dataclasses and names everything that does not fit.

Nothing here knows what an SOP is. A faulty value is replaced by an empty one so that reading goes on and the
author hears of all faults at once; whoever calls must not use the result when `daftar_masalah` is not empty.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

_NAMA_TIPE = {str: "teks", bool: "true atau false", date: "tanggal (TTTT-BB-HH)"}


def muat(kelas: type, isi: object, tempat: str, daftar_masalah: list[str]) -> Any:
    """One `kelas` from one table; `tempat` says where the table stands, for the sentences."""
    if not isinstance(isi, Mapping):
        daftar_masalah.append(f"{tempat}: harus berupa tabel kunci dan isi.")
        return _kosong(kelas)
    daftar_kunci = _daftar_kunci(kelas)
    daftar_masalah += [
        f'{tempat}: kunci "{kunci}" tidak dikenal.' for kunci in isi if kunci not in daftar_kunci
    ]
    return kelas(
        **{
            nama: _bagian(kolom, tipe, isi, tempat, daftar_masalah)
            for nama, (kolom, tipe) in daftar_kunci.items()
        }
    )


@cache
def _daftar_kunci(kelas: type) -> dict[str, tuple[Field, Any]]:
    daftar_tipe = get_type_hints(kelas)
    return {kolom.name: (kolom, daftar_tipe[kolom.name]) for kolom in fields(kelas)}


def _bagian(kolom: Field, tipe: Any, isi: Mapping, tempat: str, daftar_masalah: list[str]) -> Any:
    if kolom.name in isi:
        return _nilai(tipe, isi[kolom.name], f"{tempat}: {kolom.name}", daftar_masalah)
    if kolom.default is not MISSING:
        return kolom.default
    daftar_masalah.append(f"{tempat}: {kolom.name} wajib diisi.")
    return _kosong(tipe)


def _nilai(tipe: Any, isi: object, tempat: str, daftar_masalah: list[str]) -> Any:
    if isinstance(tipe, UnionType):
        return None if isi is None else _nilai(get_args(tipe)[0], isi, tempat, daftar_masalah)
    if get_origin(tipe) is tuple:
        return _daftar(get_args(tipe)[0], isi, tempat, daftar_masalah)
    if is_dataclass(tipe):
        return muat(tipe, isi, tempat, daftar_masalah)
    if issubclass(tipe, StrEnum):
        return _pilihan(tipe, isi, tempat, daftar_masalah)
    return _tunggal(tipe, isi, tempat, daftar_masalah)


def _daftar(tipe: Any, isi: object, tempat: str, daftar_masalah: list[str]) -> tuple:
    if not isinstance(isi, list):
        daftar_masalah.append(f"{tempat} harus berupa daftar.")
        return ()
    return tuple(
        _nilai(tipe, satu, _tempat_butir(tempat, nomor, satu), daftar_masalah)
        for nomor, satu in enumerate(isi, start=1)
    )


def _tempat_butir(tempat: str, nomor: int, isi: object) -> str:
    """ "... langkah ke-3 (koreksi)": by its kode where it has one, since people search the file for that."""
    kode = isi.get("kode") if isinstance(isi, Mapping) else None
    return f"{tempat} ke-{nomor} ({kode})" if isinstance(kode, str) else f"{tempat} ke-{nomor}"


def _pilihan(tipe: type[StrEnum], isi: object, tempat: str, daftar_masalah: list[str]) -> StrEnum:
    try:
        return tipe(isi)
    except ValueError:
        pilihan = ", ".join(tipe)
        daftar_masalah.append(f'{tempat} "{isi}" tidak dikenal; pilihannya {pilihan}.')
        return next(iter(tipe))


def _tunggal(tipe: type, isi: object, tempat: str, daftar_masalah: list[str]) -> Any:
    nilai = _tanggal(isi) if tipe is date else isi
    if type(nilai) is not tipe:
        daftar_masalah.append(f"{tempat} harus berupa {_NAMA_TIPE[tipe]}.")
        return _kosong(tipe)
    if tipe is str and not _dapat_disimpan(nilai):
        daftar_masalah.append(f"{tempat} memuat tanda yang tidak dapat disimpan.")
        return ""
    return nilai


def _tanggal(isi: object) -> object:
    """JSON has no dates: there they are ISO text."""
    try:
        return date.fromisoformat(isi) if isinstance(isi, str) else isi
    except ValueError:
        return isi


def _dapat_disimpan(teks: str) -> bool:
    """PostgreSQL keeps no NUL, and half a surrogate pair cannot be encoded."""
    return "\0" not in teks and not any("\ud800" <= huruf <= "\udfff" for huruf in teks)


def _kosong(tipe: Any) -> Any:
    """A stand-in of the right type, so that one fault does not hide the next."""
    if isinstance(tipe, UnionType):
        return None
    if get_origin(tipe) is tuple:
        return ()
    if is_dataclass(tipe):
        return muat(tipe, {}, "", [])
    if issubclass(tipe, StrEnum):
        return next(iter(tipe))
    return date.min if tipe is date else tipe()
