"""Standar dan kenyataan: what an SOP's rounds really took, beside the standard that it prints.

putaran.py says which rounds are measured, jam_giliran.py how long one took. All lengths are whole working minutes.
The slowest tenth is the nearest rank: the least length that nine tenths of the rounds did not exceed.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from lapkin.alur.jam_giliran import lama_tugas
from lapkin.alur.putaran import (
    Akhir,
    Nasib,
    Periode,
    Putaran,
    TugasTerukur,
    daftar_putaran,
    hari_akhir,
    tujuan_kembali,
)
from lapkin.alur.tenggat import JamKerja, menit_kerja_antara
from lapkin.sop.sop import Sop
from lapkin.sop.waktu import Satuan, menit_kerja

PerKasus = dict[int, list[TugasTerukur]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sebaran:
    """How long something took, `kali` times: in working minutes."""

    kali: int
    jumlah: int
    tercepat: int
    median: int
    lambat: int
    terlama: int

    @property
    def bermakna(self) -> bool:
        """Whether it says anything of the work: what was done out of office hours, or clicked away, took no minute."""
        return self.median > 0


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

    `terlambat`: rounds with a task done after it was due; `mengembalikan`: rounds in which work was sent back;
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
class KasusTuntas:
    """A case that went all the way: when it began and when its last step was done."""

    dari: datetime
    sampai: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistik:
    """An SOP in a period. `menunggu`: whoever held the turn; `jeda`: whom the holders themselves waited for.

    `keseluruhan`: the working time of whole cases that ended then, from begin to end, pauses and repeats included.
    """

    daftar_kasus: tuple[int, ...]
    langkah: tuple[KinerjaLangkah, ...]
    pengembalian: tuple[Pengembalian, ...]
    menunggu: tuple[Menunggu, ...]
    jeda: tuple[Menunggu, ...]
    keseluruhan: Sebaran | None = None

    def cari(self, kode: str) -> KinerjaLangkah:
        """The step's figures; of a step without any, empty ones."""
        kosong = KinerjaLangkah(langkah=kode, sebaran=None)
        return next((satu for satu in self.langkah if satu.langkah == kode), kosong)

    @property
    def jumlah_kasus(self) -> int:
        return len(self.daftar_kasus)

    @property
    def putaran_terukur(self) -> int:
        return sum(satu.sebaran.kali for satu in self.langkah if satu.sebaran)


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


def jumlah_standar(sop: Sop, satuan: Satuan) -> int:
    """The standard working minutes of a whole SOP: its steps one after the other, as the schedule is counted back.

    A step that units do side by side counts once, one without a standard not at all (`batas.jadwal_mundur`).
    """
    return sum(menit_kerja(satu.waktu, satuan) for satu in sop.daftar_langkah_kerja if satu.waktu)


def hitung(
    daftar_tugas: Iterable[TugasTerukur],
    jam_kerja: JamKerja,
    pada: datetime,
    periode: Periode,
    daftar_tuntas: Iterable[KasusTuntas] = (),
) -> Statistik:
    """The figures of some cases, given with all their tasks; `pada` is now, up to which open tasks are waited for."""
    per_kasus: PerKasus = {}
    for tugas in sorted(daftar_tugas, key=lambda tugas: tugas.giliran.pk):
        per_kasus.setdefault(tugas.kasus, []).append(tugas)
    daftar = [
        putaran
        for tugas_kasus in per_kasus.values()
        for putaran in daftar_putaran(tugas_kasus, jam_kerja, pada)
        if periode.memuat(hari_akhir(putaran, jam_kerja, pada))
    ]
    tujuan = {pk: ke for tugas_kasus in per_kasus.values() for pk, ke in tujuan_kembali(tugas_kasus).items()}
    pengembalian = _pengembalian(daftar, tujuan)
    urutan = dict.fromkeys(putaran.langkah for putaran in daftar)
    return Statistik(
        daftar_kasus=tuple(sorted({putaran.kasus for putaran in daftar})),
        langkah=tuple(
            _langkah(kode, daftar, pengembalian, per_kasus, jam_kerja, pada) for kode in sorted(urutan)
        ),
        pengembalian=pengembalian,
        menunggu=_menunggu(daftar, per_kasus, jam_kerja, pada),
        jeda=_jeda(daftar, jam_kerja, pada),
        keseluruhan=_keseluruhan(daftar_tuntas, jam_kerja, periode),
    )


def _keseluruhan(
    daftar_tuntas: Iterable[KasusTuntas], jam_kerja: JamKerja, periode: Periode
) -> Sebaran | None:
    zona = ZoneInfo(jam_kerja.zona)
    return sebaran(
        menit_kerja_antara(kasus.dari, kasus.sampai, jam_kerja)
        for kasus in daftar_tuntas
        if periode.memuat(kasus.sampai.astimezone(zona).date())
    )


def _pengembalian(daftar: Sequence[Putaran], tujuan: dict[int, str]) -> tuple[Pengembalian, ...]:
    kali = Counter(
        (putaran.langkah, tujuan[tugas.giliran.pk])
        for putaran in daftar
        for tugas in putaran.daftar_tugas
        if tugas.nasib is Nasib.DIKEMBALIKAN
    )
    return tuple(Pengembalian(dari=dari, ke=ke, kali=n) for (dari, ke), n in sorted(kali.items()))


def _langkah(
    kode: str,
    daftar: Sequence[Putaran],
    pengembalian: Sequence[Pengembalian],
    per_kasus: PerKasus,
    jam_kerja: JamKerja,
    pada: datetime,
) -> KinerjaLangkah:
    semua = [putaran for putaran in daftar if putaran.langkah == kode]
    terukur = [putaran for putaran in semua if putaran.akhir is Akhir.TERUKUR]
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
        terputus=akhir[Akhir.TERPUTUS],
        dilewati=akhir[Akhir.DILEWATI],
        berjalan=akhir[Akhir.BERJALAN],
    )


def _lama(tugas: TugasTerukur, per_kasus: PerKasus, jam_kerja: JamKerja, pada: datetime) -> int:
    selangkah = [
        lain.giliran for lain in per_kasus[tugas.kasus] if lain.giliran.langkah == tugas.giliran.langkah
    ]
    return lama_tugas(tugas.giliran, selangkah, jam_kerja, pada)


def _per_unit(
    semua: Sequence[Putaran], per_kasus: PerKasus, jam_kerja: JamKerja, pada: datetime
) -> tuple[KinerjaUnit, ...]:
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


def _menunggu(
    daftar: Sequence[Putaran], per_kasus: PerKasus, jam_kerja: JamKerja, pada: datetime
) -> tuple[Menunggu, ...]:
    return _jumlahkan(
        (tugas.pihak, _lama(tugas, per_kasus, jam_kerja, pada))
        for putaran in daftar
        for tugas in putaran.daftar_tugas
    )


def _jeda(daftar: Sequence[Putaran], jam_kerja: JamKerja, pada: datetime) -> tuple[Menunggu, ...]:
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
