"""The cells of a table field in a form: how they are named, and how rows are read back from them."""

from typing import Any

from .bentuk.dasar import Kolom

BARIS_KOSONG = 3
BATAS_BARIS = 200


def nama_sel(nama: str, ke: int, kolom: Kolom) -> str:
    """The form name of one cell: "susunan-0-kedudukan"."""
    return f"{nama}-{ke}-{kolom.nama}"


def baris_tampil(nilai: list[dict] | None) -> list[dict]:
    """The rows to show: what is filled, and some empty ones after it."""
    return [*(nilai or []), *({} for _ in range(BARIS_KOSONG))]


def baca_baris(data: dict[str, Any], nama: str, daftar_kolom: tuple[Kolom, ...]) -> list[dict[str, str]]:
    """The rows a person sent; they end at the first row number that the form did not have."""
    daftar = []
    for ke in range(BATAS_BARIS):
        sel = {kolom.nama: data.get(nama_sel(nama, ke, kolom)) for kolom in daftar_kolom}
        if all(isi is None for isi in sel.values()):
            break
        daftar.append({kunci: isi or "" for kunci, isi in sel.items()})
    return daftar
