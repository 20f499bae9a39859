"""What a capaian is computed from: direction, formula, an office's rules, and one indicator's figures."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lapkin.bahasa.angka import TakTerbaca, Terbaca
from lapkin.kinerja.skala import PERMENDAGRI_86_2017, Skala, SkalaPredikat

DAFTAR_BATAS = (100, 110, 120)  # percent; the caps met in practice

Isian = Terbaca | TakTerbaca | Decimal


class Arah(StrEnum):
    """Which way is better: naik (the higher) or turun (the lower)."""

    NAIK = "naik"
    TURUN = "turun"


class Rumus(StrEnum):
    """How target and realisasi become a percentage."""

    NAIK = "naik"
    TURUN = "turun"
    TURUN_TERBALIK = "turun-terbalik"
    TERCAPAI_100 = "tercapai-100"
    PREDIKAT = "predikat"

    @property
    def bunyi(self) -> str:
        """The formula as printed in a legend; R is realisasi, T is target."""
        return _BUNYI[self]


_BUNYI = {
    Rumus.NAIK: "R / T x 100",
    Rumus.TURUN: "(2T - R) / T x 100",
    Rumus.TURUN_TERBALIK: "T / R x 100",
    Rumus.TERCAPAI_100: "100 bila target tercapai, selain itu rumus arahnya",
    Rumus.PREDIKAT: "nilai predikat R / nilai predikat T x 100",
}


@dataclass(frozen=True, slots=True)
class Aturan:
    """An office's choices: cap and floor in percent (None for none), category scale, decimals written."""

    batas: int | None = None
    lantai: int | None = None
    skala: Skala = PERMENDAGRI_86_2017
    desimal: int = 2

    def __post_init__(self) -> None:
        if self.batas is not None and self.batas not in DAFTAR_BATAS:
            raise ValueError(f"Batas capaian {self.batas} tidak dikenal; pakai 100, 110, 120, atau kosong.")
        if self.lantai not in (None, 0):
            raise ValueError(f"Lantai capaian {self.lantai} tidak dikenal; pakai 0 atau kosong.")


ATURAN_BAKU = Aturan()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ukuran:
    """One indicator's figures as they stand; no `rumus` means that of its arah; sources go into the trace."""

    arah: Arah
    target: Isian
    realisasi: Isian
    rumus: Rumus | None = None
    skala_predikat: SkalaPredikat | None = None
    sumber_target: str = ""
    sumber_realisasi: str = ""
