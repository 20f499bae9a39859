"""Frozen dataclasses to JSON values and back, strictly: what does not fit the declared types is refused."""

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


class BentukSalah(ValueError):
    """The stored value does not have the declared shape; the message says where."""


def ke_nilai(objek: Any) -> Any:
    """A dataclass becomes a dict whose `_` names its class; tuples become lists; dates ISO text."""
    if isinstance(objek, (str, int)):
        return objek
    if isinstance(objek, tuple):
        return [ke_nilai(anggota) for anggota in objek]
    if isinstance(objek, date):
        return objek.isoformat()
    tipe = type(objek)
    return {"_": tipe.__name__} | {nama: ke_nilai(getattr(objek, nama)) for nama in _skema(tipe)}


def dari_nilai(tipe: Any, nilai: Any, jejak: str = "dokumen") -> Any:
    """The inverse of `ke_nilai` for the type `tipe`; `jejak` is the path shown in errors."""
    asal = get_origin(tipe)
    if asal is Literal:
        return _pilihan(tipe, nilai, jejak)
    if asal is tuple:
        return _deret(tipe, nilai, jejak)
    if asal in (Union, UnionType):
        return _gabungan(tipe, nilai, jejak)
    if is_dataclass(tipe):
        return _objek(tipe, nilai, jejak)
    if tipe is date:
        return _tanggal(nilai, jejak)
    if type(nilai) is not tipe:
        raise BentukSalah(f"{jejak}: diharapkan {tipe.__name__}, ditemukan {type(nilai).__name__}")
    return nilai


def _pilihan(tipe: Any, nilai: Any, jejak: str) -> Any:
    cocok = [p for p in get_args(tipe) if p == nilai and type(p) is type(nilai)]
    if not cocok:
        raise BentukSalah(f"{jejak}: {nilai!r} bukan salah satu dari {get_args(tipe)}")
    return cocok[0]


def _deret(tipe: Any, nilai: Any, jejak: str) -> tuple:
    """Only homogeneous tuples, `tuple[X, ...]`, are used in the tree."""
    if not isinstance(nilai, list):
        raise BentukSalah(f"{jejak}: diharapkan daftar")
    anggota = get_args(tipe)[0]
    return tuple(dari_nilai(anggota, isi, f"{jejak}[{ke}]") for ke, isi in enumerate(nilai))


def _gabungan(tipe: Any, nilai: Any, jejak: str) -> Any:
    """A union of dataclasses: the class named under `_` decides."""
    kelas = {pilihan.__name__: pilihan for pilihan in get_args(tipe)}
    nama = nilai.get("_") if isinstance(nilai, dict) else None
    if not isinstance(nama, str) or nama not in kelas:
        raise BentukSalah(f"{jejak}: jenis blok {nama!r} tidak dikenal")
    return _objek(kelas[nama], nilai, jejak)


def _objek(tipe: type, nilai: Any, jejak: str) -> Any:
    if not isinstance(nilai, dict) or nilai.get("_") != tipe.__name__:
        raise BentukSalah(f"{jejak}: diharapkan {tipe.__name__}")
    skema = _skema(tipe)
    asing = nilai.keys() - skema.keys() - {"_"}
    kurang = {nama for nama, (bidang, _) in skema.items() if _wajib(bidang)} - nilai.keys()
    if asing or kurang:
        raise BentukSalah(f"{jejak}: kunci asing {sorted(asing)}, kunci kurang {sorted(kurang)}")
    isi = {
        nama: dari_nilai(tipe_bidang, nilai[nama], f"{jejak}.{nama}")
        for nama, (_, tipe_bidang) in skema.items()
        if nama in nilai
    }
    try:
        return tipe(**isi)
    except ValueError as salah:
        raise BentukSalah(f"{jejak}: {salah}") from salah


def _tanggal(nilai: Any, jejak: str) -> date:
    try:
        return date.fromisoformat(nilai)
    except (TypeError, ValueError) as salah:
        raise BentukSalah(f"{jejak}: {nilai!r} bukan tanggal") from salah


def _wajib(bidang: Field) -> bool:
    return bidang.default is MISSING and bidang.default_factory is MISSING


@cache
def _skema(tipe: type) -> dict[str, tuple[Field, Any]]:
    tipe_bidang = get_type_hints(tipe)
    return {bidang.name: (bidang, tipe_bidang[bidang.name]) for bidang in fields(tipe)}
