"""When an SOP in force must be looked at again: monitoring and evaluation, by the intervals of data/peninjauan.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from lapkin.bahasa.tanggal import pendek, tambah_bulan
from lapkin.sop.aturan.bacaan import baca_data

SEGERA_HARI = 30

_DATA = Path(__file__).parent / "data"


class Kedekatan(StrEnum):
    """How near a review is."""

    TERLAMBAT = "terlambat"
    SEGERA = "segera"
    NANTI = "nanti"


@dataclass(frozen=True, slots=True)
class Aturan:
    """How often one kind of review is due, for reference days from `dari` on."""

    jenis: str
    dari: date
    setiap_bulan: int
    sumber: str


@dataclass(frozen=True, slots=True)
class Tinjauan:
    """The next review of one kind: its last day, and when it was last done (None: never)."""

    jenis: str
    jatuh_tempo: date
    terakhir: date | None = None

    def kedekatan(self, pada: date) -> Kedekatan:
        if pada > self.jatuh_tempo:
            return Kedekatan.TERLAMBAT
        return Kedekatan.SEGERA if (self.jatuh_tempo - pada).days <= SEGERA_HARI else Kedekatan.NANTI

    def kalimat(self, pada: date) -> str:
        """ "Monitoring terlambat sejak Sen, 4 Jan 2027": said on the day `pada`."""
        kata = {
            Kedekatan.TERLAMBAT: "terlambat sejak",
            Kedekatan.SEGERA: "jatuh tempo",
            Kedekatan.NANTI: "berikutnya paling lambat",
        }[self.kedekatan(pada)]
        return f"{self.jenis.capitalize()} {kata} {pendek(self.jatuh_tempo)}"


def jadwal(berlaku: date, terakhir: Mapping[str, date]) -> tuple[Tinjauan, ...]:
    """The next review of each kind for an SOP in force since `berlaku`; `terakhir`: the last one of each kind.

    A new revision begins the count anew: it is looked at when it has been in use for the interval.
    """
    return tuple(
        Tinjauan(jenis, _jatuh_tempo(jenis, max(berlaku, terakhir.get(jenis, berlaku))), terakhir.get(jenis))
        for jenis in dict.fromkeys(aturan.jenis for aturan in daftar_aturan())
    )


@cache
def daftar_aturan() -> tuple[Aturan, ...]:
    """The intervals as shipped, the older first."""
    return tuple(
        sorted((Aturan(**satu) for satu in baca_data("peninjauan", _DATA)["aturan"]), key=lambda a: a.dari)
    )


def _jatuh_tempo(jenis: str, acuan: date) -> date:
    daftar = [aturan for aturan in daftar_aturan() if aturan.jenis == jenis]
    berlaku = [aturan for aturan in daftar if aturan.dari <= acuan] or daftar[:1]
    return tambah_bulan(acuan, berlaku[-1].setiap_bulan)
