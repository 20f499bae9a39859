"""The outline of a report as the screen shows it: slots by chapter, which are filled, how far it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lapkin.laporan.kerangka import DAFTAR_BAB, Bagian


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirGaris:
    """One slot with the row of its text (None before anyone wrote)."""

    bagian: Bagian
    narasi: Any

    @property
    def terisi(self) -> bool:
        return bool(self.narasi and self.narasi.teks)


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokGaris:
    """The slots of one chapter, or of one sasaran inside Bab III."""

    judul: str
    daftar: tuple[ButirGaris, ...]

    @property
    def wajib(self) -> int:
        return sum(butir.bagian.wajib for butir in self.daftar)

    @property
    def terisi(self) -> int:
        return sum(butir.bagian.wajib and butir.terisi for butir in self.daftar)

    @property
    def lengkap(self) -> bool:
        return self.terisi == self.wajib


def garis_besar(daftar_bagian: Iterable[Bagian], narasi: Mapping[str, Any]) -> tuple[KelompokGaris, ...]:
    """Group the slots, in the order of reading, by chapter and sasaran."""
    kelompok: dict[tuple[str, str], list[ButirGaris]] = {}
    for bagian in daftar_bagian:
        butir = ButirGaris(bagian=bagian, narasi=narasi.get(bagian.kunci))
        kelompok.setdefault((bagian.bab, bagian.sasaran), []).append(butir)
    judul = dict(DAFTAR_BAB)
    return tuple(
        KelompokGaris(judul=f"Sasaran: {sasaran}" if sasaran else judul[bab], daftar=tuple(daftar))
        for (bab, sasaran), daftar in kelompok.items()
    )
