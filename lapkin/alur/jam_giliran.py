"""Jam giliran: whose clock runs when. The one definition of the time that a task, a round and a step have used.

A task's clock runs while it is open, but not in its pauses (jeda). A penghimpun's clock stands while any unit's task
of the same phase is open: the units hold the turn then. A round of a step has used the time in which the clock of at
least one of its tasks ran, so two who work side by side are counted once; each round is counted on its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lapkin.alur.tenggat import JamKerja, menit_kerja_antara

Selang = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class GiliranTugas:
    """One task as the clock sees it; `sampai` None: still open. `jeda`: its pauses, the last one perhaps open."""

    pk: int
    langkah: str
    putaran: int
    tahap: int
    per_unit: bool
    penghimpun: bool
    dari: datetime
    sampai: datetime | None
    jeda: tuple[tuple[datetime, datetime | None], ...] = ()

    def terbuka(self, pada: datetime) -> Selang:
        """From its opening to its closing, or to `pada` while it is open."""
        return self.dari, max(self.dari, self.sampai or pada)


def selang_berjalan(tugas: GiliranTugas, daftar: Iterable[GiliranTugas], pada: datetime) -> list[Selang]:
    """When the clock of a task ran, up to `pada`; `daftar` are all tasks of its step (of every round)."""
    diam = [(awal, akhir or pada) for awal, akhir in tugas.jeda]
    if tugas.penghimpun:
        diam += [lain.terbuka(pada) for lain in daftar if lain.per_unit and lain.tahap == tugas.tahap]
    return kurangi([tugas.terbuka(pada)], diam)


def lama_tugas(
    tugas: GiliranTugas, daftar: Iterable[GiliranTugas], jam_kerja: JamKerja, pada: datetime
) -> int:
    """The working minutes that the clock of one task has run."""
    return _menit(selang_berjalan(tugas, daftar, pada), jam_kerja)


def lama_langkah(
    daftar: Iterable[GiliranTugas], jam_kerja: JamKerja, pada: datetime
) -> dict[tuple[str, int], int]:
    """{(step, round): working minutes used} of the tasks of one case."""
    per_langkah: dict[str, list[GiliranTugas]] = {}
    for tugas in daftar:
        per_langkah.setdefault(tugas.langkah, []).append(tugas)
    hasil = {}
    for langkah, selangkah in per_langkah.items():
        for putaran in sorted({tugas.putaran for tugas in selangkah}):
            selang = [
                satu
                for tugas in selangkah
                if tugas.putaran == putaran
                for satu in selang_berjalan(tugas, selangkah, pada)
            ]
            hasil[langkah, putaran] = _menit(gabung(selang), jam_kerja)
    return hasil


def gabung(daftar: Iterable[Selang]) -> list[Selang]:
    """The stretches that at least one of these covers, in order and apart from each other."""
    hasil: list[Selang] = []
    for awal, akhir in sorted(daftar):
        if hasil and awal <= hasil[-1][1]:
            hasil[-1] = hasil[-1][0], max(akhir, hasil[-1][1])
        else:
            hasil.append((awal, akhir))
    return hasil


def kurangi(daftar: Iterable[Selang], diam: Iterable[Selang]) -> list[Selang]:
    """What is left of some stretches when others are taken out."""
    sisa = gabung(daftar)
    for awal, akhir in gabung(diam):
        sisa = [
            bagian
            for a, b in sisa
            for bagian in ((a, min(b, awal)), (max(a, akhir), b))
            if bagian[0] < bagian[1]
        ]
    return sisa


def _menit(daftar: Iterable[Selang], jam_kerja: JamKerja) -> int:
    return sum(menit_kerja_antara(awal, akhir, jam_kerja) for awal, akhir in daftar)
