"""Standar dan kenyataan: what an SOP's rounds really took, beside the standard that it prints.

What is measured is a round of a step in a case (jam_giliran says how long it took), when it ended: its work was done,
closed or sent back. A round that was broken off or skipped is counted, not measured; one that runs is only waited for.
All lengths are whole working minutes. The slowest tenth is the nearest rank: the least length that nine tenths of the
rounds did not exceed.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from lapkin.alur.jam_giliran import GiliranTugas, lama_langkah, lama_tugas
from lapkin.alur.tenggat import JamKerja, menit_kerja_antara


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
        """Done after it was due, as the due moment stood in the end."""
        selesai = self.giliran.sampai
        batal = self.nasib in (Nasib.DIBATALKAN, Nasib.DITARIK)
        return not batal and None not in (selesai, self.tenggat) and selesai > self.tenggat


@dataclass(frozen=True, slots=True, kw_only=True)
class Sebaran:
    """How long something took, `kali` times: in working minutes."""

    kali: int
    jumlah: int
    tercepat: int
    median: int
    lambat: int
    terlama: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KinerjaUnit:
    """One unit's (or post's) tasks of a collecting step."""

    pihak: str
    sebaran: Sebaran
    terlambat: int
    dikembalikan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KinerjaLangkah:
    """One step. `sebaran` None: nothing was measured.

    `terlambat`: rounds with a task done after it was due; `mengembalikan`: rounds that ended by sending work back;
    `diulang`: times that work was sent back to this step.
    """

    langkah: str
    sebaran: Sebaran | None
    per_putaran: tuple[tuple[int, Sebaran], ...] = ()
    per_unit: tuple[KinerjaUnit, ...] = ()
    terlambat: int = 0
    mengembalikan: int = 0
    diulang: int = 0
    terputus: int = 0
    dilewati: int = 0
    berjalan: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengembalian:
    """How often one step sent work back to another (or to itself: to an earlier turn, or to one unit)."""

    dari: str
    ke: str
    kali: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Menunggu:
    """The working minutes in which cases waited for somebody, and in how many tasks."""

    pihak: str
    menit: int
    kali: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistik:
    """An SOP in a period. `menunggu`: whoever held the turn; `jeda`: whom the holders themselves waited for."""

    jumlah_kasus: int
    langkah: tuple[KinerjaLangkah, ...]
    pengembalian: tuple[Pengembalian, ...]
    menunggu: tuple[Menunggu, ...]
    jeda: tuple[Menunggu, ...]

    def cari(self, kode: str) -> KinerjaLangkah:
        """The step's figures; of a step without any, empty ones."""
        kosong = KinerjaLangkah(langkah=kode, sebaran=None)
        return next((satu for satu in self.langkah if satu.langkah == kode), kosong)

    @property
    def putaran_terukur(self) -> int:
        return sum(satu.sebaran.kali for satu in self.langkah if satu.sebaran)


class _Akhir(StrEnum):
    TERUKUR = "terukur"
    TERPUTUS = "terputus"
    DILEWATI = "dilewati"
    BERJALAN = "berjalan"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Putaran:
    """One round of one step in one case."""

    kasus: int
    langkah: str
    nomor: int
    menit: int
    akhir: _Akhir
    daftar_tugas: tuple[TugasTerukur, ...]


def sebaran(daftar_menit: Iterable[int]) -> Sebaran | None:
    """The distribution of some lengths; None of none. The median of an even number is rounded up to the minute."""
    urut = sorted(daftar_menit)
    if not urut:
        return None
    n = len(urut)
    return Sebaran(
        kali=n,
        jumlah=sum(urut),
        tercepat=urut[0],
        median=(urut[(n - 1) // 2] + urut[n // 2] + 1) // 2,
        lambat=urut[(9 * n + 9) // 10 - 1],
        terlama=urut[-1],
    )


def hitung(
    daftar_tugas: Iterable[TugasTerukur], jam_kerja: JamKerja, pada: datetime, periode: Periode
) -> Statistik:
    """The figures of some cases, given with all their tasks; `pada` is now, up to which open tasks are waited for."""
    per_kasus: dict[int, list[TugasTerukur]] = {}
    for tugas in sorted(daftar_tugas, key=lambda tugas: tugas.giliran.pk):
        per_kasus.setdefault(tugas.kasus, []).append(tugas)
    daftar = [
        putaran
        for tugas_kasus in per_kasus.values()
        for putaran in _daftar_putaran(tugas_kasus, jam_kerja, pada)
        if periode.memuat(_hari_akhir(putaran, jam_kerja, pada))
    ]
    tujuan = {pk: ke for tugas_kasus in per_kasus.values() for pk, ke in _tujuan_kembali(tugas_kasus).items()}
    pengembalian = _pengembalian(daftar, tujuan)
    urutan = dict.fromkeys(putaran.langkah for putaran in daftar)
    return Statistik(
        jumlah_kasus=len({putaran.kasus for putaran in daftar}),
        langkah=tuple(_langkah(kode, daftar, pengembalian, per_kasus, jam_kerja, pada) for kode in sorted(urutan)),
        pengembalian=pengembalian,
        menunggu=_menunggu(daftar, per_kasus, jam_kerja, pada),
        jeda=_jeda(daftar, jam_kerja, pada),
    )


def _daftar_putaran(
    tugas_kasus: Sequence[TugasTerukur], jam_kerja: JamKerja, pada: datetime
) -> list[_Putaran]:
    lama = lama_langkah([tugas.giliran for tugas in tugas_kasus], jam_kerja, pada)
    kelompok: dict[tuple[str, int], list[TugasTerukur]] = {}
    for tugas in tugas_kasus:
        kelompok.setdefault((tugas.giliran.langkah, tugas.giliran.putaran), []).append(tugas)
    return [
        _Putaran(
            kasus=isi[0].kasus,
            langkah=kunci[0],
            nomor=kunci[1],
            menit=lama[kunci],
            akhir=_akhir([tugas.nasib for tugas in isi]),
            daftar_tugas=tuple(isi),
        )
        for kunci, isi in kelompok.items()
    ]


def _akhir(daftar_nasib: Sequence[Nasib]) -> _Akhir:
    """How a round ended, from its tasks in the order in which they were opened."""
    if Nasib.TERBUKA in daftar_nasib:
        return _Akhir.BERJALAN
    if Nasib.DILEWATI in daftar_nasib:
        return _Akhir.DILEWATI
    if Nasib.DIKEMBALIKAN in daftar_nasib or daftar_nasib[-1] in (Nasib.SELESAI, Nasib.DITUTUP):
        return _Akhir.TERUKUR
    return _Akhir.TERPUTUS


def _hari_akhir(putaran: _Putaran, jam_kerja: JamKerja, pada: datetime) -> date:
    saat = max(tugas.giliran.sampai or pada for tugas in putaran.daftar_tugas)
    return saat.astimezone(ZoneInfo(jam_kerja.zona)).date()


def _tujuan_kembali(tugas_kasus: Sequence[TugasTerukur]) -> dict[int, str]:
    """{task that was sent back: step where the work went}: that of the first task which the case opened then.

    A unit whose work is sent back gets it again in the same step.
    """
    return {
        tugas.giliran.pk: tugas.giliran.langkah
        if tugas.giliran.per_unit
        else next((lain.giliran.langkah for lain in tugas_kasus if _sesudah(lain, tugas)), tugas.giliran.langkah)
        for tugas in tugas_kasus
        if tugas.nasib is Nasib.DIKEMBALIKAN
    }


def _sesudah(lain: TugasTerukur, tugas: TugasTerukur) -> bool:
    return lain.giliran.pk > tugas.giliran.pk and lain.giliran.dari >= (tugas.giliran.sampai or lain.giliran.dari)


def _pengembalian(daftar: Sequence[_Putaran], tujuan: dict[int, str]) -> tuple[Pengembalian, ...]:
    kali = Counter(
        (putaran.langkah, tujuan[tugas.giliran.pk])
        for putaran in daftar
        for tugas in putaran.daftar_tugas
        if tugas.nasib is Nasib.DIKEMBALIKAN
    )
    return tuple(Pengembalian(dari=dari, ke=ke, kali=n) for (dari, ke), n in sorted(kali.items()))


def _langkah(kode, daftar, pengembalian, per_kasus, jam_kerja, pada) -> KinerjaLangkah:
    semua = [putaran for putaran in daftar if putaran.langkah == kode]
    terukur = [putaran for putaran in semua if putaran.akhir is _Akhir.TERUKUR]
    nomor = sorted({putaran.nomor for putaran in terukur})
    akhir = Counter(putaran.akhir for putaran in semua)
    return KinerjaLangkah(
        langkah=kode,
        sebaran=sebaran(putaran.menit for putaran in terukur),
        per_putaran=tuple((n, sebaran(p.menit for p in terukur if p.nomor == n)) for n in nomor),
        per_unit=_per_unit(semua, per_kasus, jam_kerja, pada),
        terlambat=sum(any(tugas.terlambat for tugas in putaran.daftar_tugas) for putaran in terukur),
        mengembalikan=sum(
            any(tugas.nasib is Nasib.DIKEMBALIKAN for tugas in putaran.daftar_tugas) for putaran in terukur
        ),
        diulang=sum(satu.kali for satu in pengembalian if satu.ke == kode),
        terputus=akhir[_Akhir.TERPUTUS],
        dilewati=akhir[_Akhir.DILEWATI],
        berjalan=akhir[_Akhir.BERJALAN],
    )


def _lama(tugas, per_kasus, jam_kerja, pada) -> int:
    selangkah = [
        lain.giliran for lain in per_kasus[tugas.kasus] if lain.giliran.langkah == tugas.giliran.langkah
    ]
    return lama_tugas(tugas.giliran, selangkah, jam_kerja, pada)


def _per_unit(semua, per_kasus, jam_kerja, pada) -> tuple[KinerjaUnit, ...]:
    """Of each unit the tasks that it did (or that were closed without it)."""
    per_pihak: dict[str, list[TugasTerukur]] = {}
    for tugas in (tugas for putaran in semua for tugas in putaran.daftar_tugas):
        if tugas.giliran.per_unit and tugas.nasib in (Nasib.SELESAI, Nasib.DITUTUP, Nasib.DIKEMBALIKAN):
            per_pihak.setdefault(tugas.pihak, []).append(tugas)
    return tuple(
        KinerjaUnit(
            pihak=pihak,
            sebaran=sebaran(_lama(tugas, per_kasus, jam_kerja, pada) for tugas in isi),
            terlambat=sum(tugas.terlambat for tugas in isi),
            dikembalikan=sum(tugas.nasib is Nasib.DIKEMBALIKAN for tugas in isi),
        )
        for pihak, isi in sorted(per_pihak.items())
    )


def _menunggu(daftar, per_kasus, jam_kerja, pada) -> tuple[Menunggu, ...]:
    return _jumlahkan(
        (tugas.pihak, _lama(tugas, per_kasus, jam_kerja, pada))
        for putaran in daftar
        for tugas in putaran.daftar_tugas
    )


def _jeda(daftar, jam_kerja, pada) -> tuple[Menunggu, ...]:
    return _jumlahkan(
        (pihak, menit_kerja_antara(dari, max(dari, sampai or pada), jam_kerja))
        for putaran in daftar
        for tugas in putaran.daftar_tugas
        for pihak, (dari, sampai) in zip(tugas.menunggu, tugas.giliran.jeda, strict=True)
    )


def _jumlahkan(pasangan: Iterable[tuple[str, int]]) -> tuple[Menunggu, ...]:
    """Summed by party, the longest first."""
    menit: Counter[str] = Counter()
    kali: Counter[str] = Counter()
    for pihak, lama in pasangan:
        menit[pihak] += lama
        kali[pihak] += 1
    urut = sorted(menit, key=lambda pihak: (-menit[pihak], pihak))
    return tuple(Menunggu(pihak=pihak, menit=menit[pihak], kali=kali[pihak]) for pihak in urut)
