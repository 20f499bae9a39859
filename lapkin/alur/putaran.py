"""Putaran: one round of one step in a case, how it ended and how long it took.

A round is measured when its work was done, closed or sent back. One that was broken off (by a withdrawal, by a move to
another revision) or skipped is only counted; one that runs is waited for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from lapkin.alur.jam_giliran import GiliranTugas, lama_langkah
from lapkin.alur.tenggat import JamKerja


class Nasib(StrEnum):
    """What became of a task; the values of Tugas.Status."""

    TERBUKA = "terbuka"
    SELESAI = "selesai"
    DIKEMBALIKAN = "dikembalikan"
    DITUTUP = "ditutup"
    DIBATALKAN = "dibatalkan"
    DILEWATI = "dilewati"
    DITARIK = "ditarik"


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """The days, both included, on which a round must have ended to count."""

    dari: date
    sampai: date

    def memuat(self, hari: date) -> bool:
        return self.dari <= hari <= self.sampai


@dataclass(frozen=True, slots=True, kw_only=True)
class TugasTerukur:
    """One task of a case. `pihak` is who had it: a post, a team, or the unit that filled.

    `menunggu`: for whom each of giliran.jeda waited, in the same order.
    """

    kasus: int
    giliran: GiliranTugas
    nasib: Nasib
    pihak: str
    tenggat: datetime | None = None
    menunggu: tuple[str, ...] = ()

    @property
    def terlambat(self) -> bool:
        """Done or sent back after it was due, as the due moment stood in the end; what nobody did is never late."""
        selesai = self.giliran.sampai
        dikerjakan = self.nasib in (Nasib.SELESAI, Nasib.DIKEMBALIKAN)
        return dikerjakan and None not in (selesai, self.tenggat) and selesai > self.tenggat


class Akhir(StrEnum):
    """How a round ended: measured, broken off, skipped, or not at all yet."""

    TERUKUR = "terukur"
    TERPUTUS = "terputus"
    DILEWATI = "dilewati"
    BERJALAN = "berjalan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Putaran:
    """One round of one step in one case."""

    kasus: int
    langkah: str
    nomor: int
    menit: int
    akhir: Akhir
    daftar_tugas: tuple[TugasTerukur, ...]


def daftar_putaran(tugas_kasus: Sequence[TugasTerukur], jam_kerja: JamKerja, pada: datetime) -> list[Putaran]:
    """The rounds of one case, from all its tasks in the order in which they were opened; `pada` is now."""
    lama = lama_langkah([tugas.giliran for tugas in tugas_kasus], jam_kerja, pada)
    kelompok: dict[tuple[str, int], list[TugasTerukur]] = {}
    for tugas in tugas_kasus:
        kelompok.setdefault((tugas.giliran.langkah, tugas.giliran.putaran), []).append(tugas)
    return [
        Putaran(
            kasus=isi[0].kasus,
            langkah=kunci[0],
            nomor=kunci[1],
            menit=lama[kunci],
            akhir=_akhir(isi),
            daftar_tugas=tuple(isi),
        )
        for kunci, isi in kelompok.items()
    ]


def _akhir(daftar_tugas: Sequence[TugasTerukur]) -> Akhir:
    """How a round ended, from its tasks in the order in which they were opened.

    A task that sent the work back ends the round, whatever was broken off beside it; a unit whose work was sent back
    to it does not, for its collection goes on.
    """
    daftar_nasib = [tugas.nasib for tugas in daftar_tugas]
    if Nasib.TERBUKA in daftar_nasib:
        return Akhir.BERJALAN
    if Nasib.DILEWATI in daftar_nasib:
        return Akhir.DILEWATI
    mengembalikan = any(t.nasib is Nasib.DIKEMBALIKAN and not t.giliran.per_unit for t in daftar_tugas)
    selesai = daftar_nasib[-1] in (Nasib.SELESAI, Nasib.DITUTUP, Nasib.DIKEMBALIKAN)
    return Akhir.TERUKUR if mengembalikan or selesai else Akhir.TERPUTUS


def hari_akhir(putaran: Putaran, jam_kerja: JamKerja, pada: datetime) -> date:
    """The day, in the office's own time, on which the last task of a round was closed; today while one is open."""
    saat = max(tugas.giliran.sampai or pada for tugas in putaran.daftar_tugas)
    return saat.astimezone(ZoneInfo(jam_kerja.zona)).date()


def tujuan_kembali(tugas_kasus: Sequence[TugasTerukur]) -> dict[int, str]:
    """{task that was sent back: step where the work went}: that of the first task which the case opened then.

    A unit whose work is sent back gets it again in the same step.
    """
    return {
        tugas.giliran.pk: tugas.giliran.langkah
        if tugas.giliran.per_unit
        else next(
            (lain.giliran.langkah for lain in tugas_kasus if _sesudah(lain, tugas)), tugas.giliran.langkah
        )
        for tugas in tugas_kasus
        if tugas.nasib is Nasib.DIKEMBALIKAN
    }


def _sesudah(lain: TugasTerukur, tugas: TugasTerukur) -> bool:
    return lain.giliran.pk > tugas.giliran.pk and lain.giliran.dari >= (
        tugas.giliran.sampai or lain.giliran.dari
    )
