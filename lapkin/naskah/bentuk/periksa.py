"""Checking what a person filled into a form: clean values, or one sentence for each field at fault."""

from datetime import date
from typing import Any

from lapkin.bahasa.tanggal import baca
from lapkin.dokumen.teks import bersih

from .dasar import Bentuk, Isian

PANJANG = {"baris": 300, "pilihan": 300, "teks": 20_000, "daftar": 500}
BATAS_BUTIR = 200


class IsianSalah(ValueError):
    """Fields at fault: `daftar` maps the field's name to an Indonesian sentence."""

    def __init__(self, daftar: dict[str, str]) -> None:
        super().__init__(" ".join(daftar.values()))
        self.daftar = daftar


def bersihkan(bentuk: Bentuk, isi: dict[str, Any]) -> dict[str, Any]:
    """The values of all fields of a form in their stored shape; raises `IsianSalah` with all faults."""
    hasil, kesalahan = {}, {}
    for isian in bentuk.daftar_isian:
        try:
            hasil[isian.nama] = nilai_bersih(isian, isi.get(isian.nama))
        except ValueError as salah:
            kesalahan[isian.nama] = str(salah)
    asing = set(isi) - {isian.nama for isian in bentuk.daftar_isian}
    if asing:
        kesalahan |= {nama: f"{nama} bukan isian {bentuk.nama}." for nama in sorted(asing)}
    if kesalahan:
        raise IsianSalah(kesalahan)
    return hasil


def nilai_bersih(isian: Isian, nilai: Any) -> Any:
    """One field's value; raises ValueError with an Indonesian sentence that names the field."""
    hasil = _PEMBERSIH[isian.jenis](isian, nilai)
    if isian.wajib and not hasil:
        raise ValueError(f"{isian.label} wajib diisi.")
    return hasil


def _teks(isian: Isian, nilai: Any) -> str:
    teks = bersih(str(nilai or "")).strip()
    batas = isian.panjang or PANJANG[isian.jenis]
    if len(teks) > batas:
        raise ValueError(f"{isian.label} terlalu panjang; batasnya {batas} huruf.")
    return teks


def _baris(isian: Isian, nilai: Any) -> str:
    return " ".join(_teks(isian, nilai).split())


def _pilihan(isian: Isian, nilai: Any) -> str:
    teks = _baris(isian, nilai) or isian.bawaan
    if teks and teks not in isian.pilihan:
        raise ValueError(f"{isian.label} harus salah satu dari: {', '.join(isian.pilihan)}.")
    return teks


def _tanggal(isian: Isian, nilai: Any) -> str:
    if isinstance(nilai, date):
        return nilai.isoformat()
    teks = str(nilai or "").strip()
    hari = baca(teks) if teks else None
    if teks and hari is None:
        raise ValueError(f"{isian.label} tidak terbaca sebagai tanggal. Contoh: 12 Januari 2026.")
    return hari.isoformat() if hari else ""


def _daftar(isian: Isian, nilai: Any) -> list[str]:
    butir = nilai.splitlines() if isinstance(nilai, str) else list(nilai or ())
    hasil = [teks for teks in (_butir(isian, b) for b in butir) if teks]
    return _cukup(isian, hasil)


def _butir(isian: Isian, nilai: Any) -> str:
    teks = " ".join(bersih(str(nilai)).split())
    if len(teks) > 2000:
        raise ValueError(f"Satu butir pada {isian.label} terlalu panjang; batasnya 2000 huruf.")
    return teks


def _tabel(isian: Isian, nilai: Any) -> list[dict[str, str]]:
    daftar_baris = [
        {kolom.nama: _butir(isian, baris.get(kolom.nama, "")) for kolom in isian.daftar_kolom}
        for baris in nilai or ()
    ]
    hasil = [baris for baris in daftar_baris if any(baris.values())]
    for ke, baris in enumerate(hasil, start=1):
        for kolom in isian.daftar_kolom:
            if kolom.wajib and not baris[kolom.nama]:
                raise ValueError(f"{isian.label} baris ke-{ke}: {kolom.label} wajib diisi.")
    return _cukup(isian, hasil)


def _cukup(isian: Isian, hasil: list) -> list:
    if len(hasil) > BATAS_BUTIR:
        raise ValueError(f"{isian.label} memuat lebih dari {BATAS_BUTIR} baris.")
    return hasil


_PEMBERSIH = {
    "baris": _baris,
    "teks": _teks,
    "tanggal": _tanggal,
    "pilihan": _pilihan,
    "daftar": _daftar,
    "tabel": _tabel,
}
