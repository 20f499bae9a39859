"""Poros kerja: an office's working time laid end to end, minute by minute, so that counting is looking up.

A place (letak) is how many working minutes lie before a moment, from the first day of the table on. The table has a
row for each day of whole years, made once for an office's hours and days off; it grows when a year beyond is asked.
Moments are wall-clock time in the office's own zone. Measured in bench/tenggat.py.
"""

from bisect import bisect_left, bisect_right
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple
from zoneinfo import ZoneInfo

Rentang = tuple[time, time]
Pekan = tuple[tuple[Rentang, ...], ...]

_MENIT = timedelta(minutes=1)
_TANPA = timedelta()
# Years that a kept table may have: far more than any case lasts, and small in memory.
_PALING_LEBAR = 60


class Hari(NamedTuple):
    """One kind of day: working minutes before each minute of the day; begin and end of each working minute."""

    sebelum: list[int]
    mulai: list[timedelta]
    selesai: list[timedelta]


class Tabel(NamedTuple):
    """The days of some whole years: each day's midnight, its kind, and the place of its begin (and of the end)."""

    awal: datetime
    malam: list[datetime]
    hari: list[Hari]
    letak: list[int]
    panjang: int


class Letak(NamedTuple):
    """A place in working minutes, the part of a working minute beyond it, and the table that both are counted in."""

    menit: int
    pecahan: timedelta
    tabel: Tabel


class PorosKerja:
    """The line of one working week (ranges of whole minutes by weekday, in order), one set of days off, one zone."""

    __slots__ = ("_libur", "_pekan", "_tabel", "zona")

    def __init__(self, pekan: Pekan, libur: frozenset[date], zona: str) -> None:
        self.zona = ZoneInfo(zona)
        self._pekan = [_hari(rentang) for rentang in pekan]
        self._libur = libur
        self._tabel = Tabel(datetime.max.replace(tzinfo=self.zona), [], [], [0], 0)

    def maju(self, saat: datetime, menit: int) -> datetime:
        """The first moment by which so many more working minutes are used: closing time, not the next opening."""
        # What lies inside the table goes by the shortest way: statistics ask it thousands of times.
        awal, malam, hari, letak, panjang = self._tabel
        lewat = saat - awal
        nomor = lewat.days
        if 0 <= nomor < panjang:
            detik, mikrodetik = lewat.seconds, lewat.microseconds
            sebelum = hari[nomor][0]
            terpakai = sebelum[detik // 60]
            tujuan = letak[nomor] + terpakai + menit
            if (mikrodetik or detik % 60) and sebelum[detik // 60 + 1] > terpakai:
                nomor = bisect_right(letak, tujuan) - 1
                if nomor < panjang:
                    pecahan = timedelta(0, detik % 60, mikrodetik)
                    return malam[nomor] + (hari[nomor][1][tujuan - letak[nomor]] + pecahan)
            else:
                nomor = bisect_left(letak, tujuan) - 1
                if nomor < panjang:
                    return malam[nomor] + hari[nomor][2][tujuan - letak[nomor] - 1]
        return self._selesai(self._letak(saat, self._mencakup(saat.year)), menit)

    def mundur(self, saat: datetime, menit: int) -> datetime:
        """The last moment from which so many working minutes are still left: opening time, not the closing before."""
        mulai = self._letak(saat, self._mencakup(saat.year))
        return self._mulai(mulai.menit - menit, mulai.tabel) + mulai.pecahan

    def antara(self, a: datetime, b: datetime) -> int:
        """Whole working minutes from `a` to the later `b`."""
        tabel = self._mencakup(a.year, b.year)
        awal, akhir = self._letak(a, tabel), self._letak(b, tabel)
        return akhir.menit - awal.menit - (akhir.pecahan < awal.pecahan)

    @staticmethod
    def _letak(saat: datetime, tabel: Tabel) -> Letak:
        lewat = saat - tabel.awal
        menit, detik = divmod(lewat.seconds, 60)
        sebelum = tabel.hari[lewat.days].sebelum
        letak = tabel.letak[lewat.days] + sebelum[menit]
        if sebelum[menit + 1] > sebelum[menit]:
            return Letak(letak, timedelta(0, detik, lewat.microseconds), tabel)
        return Letak(letak, _TANPA, tabel)

    def _selesai(self, mulai: Letak, menit: int) -> datetime:
        tujuan, tabel = mulai.menit + menit, mulai.tabel
        if mulai.pecahan:
            return self._mulai(tujuan, tabel) + mulai.pecahan
        while tujuan > tabel.letak[-1]:
            tujuan, tabel = self._lebih_lebar(tujuan, tabel, 1)
        nomor = bisect_left(tabel.letak, tujuan) - 1
        return tabel.malam[nomor] + tabel.hari[nomor].selesai[tujuan - tabel.letak[nomor] - 1]

    def _mulai(self, tujuan: int, tabel: Tabel) -> datetime:
        """When the working minute at a place begins."""
        while tujuan < 0:
            tujuan, tabel = self._lebih_lebar(tujuan, tabel, -1)
        while tujuan >= tabel.letak[-1]:
            tujuan, tabel = self._lebih_lebar(tujuan, tabel, 1)
        nomor = bisect_right(tabel.letak, tujuan) - 1
        return tabel.malam[nomor] + tabel.hari[nomor].mulai[tujuan - tabel.letak[nomor]]

    def _lebih_lebar(self, tujuan: int, tabel: Tabel, arah: int) -> tuple[int, Tabel]:
        """The same place in a table twice as wide, ahead (1) or back (-1); OverflowError at the calendar's end."""
        awal, akhir = tabel.awal.year, tabel.malam[-1].year
        tepi = akhir if arah > 0 else awal
        tahun = max(MINYEAR, min(tepi + arah * (akhir - awal + 1), MAXYEAR))
        if tahun == tepi:
            raise OverflowError("waktu kerja melampaui kalender")
        lebar = self._mencakup(awal, akhir, tahun)
        return tujuan + lebar.letak[(tabel.awal - lebar.awal).days], lebar

    def _mencakup(self, *daftar_tahun: int) -> Tabel:
        """A table with all these years: the kept one, else a new one, which is kept while it stays small.

        Another thread may keep its own at the same time: each table is whole in itself.
        """
        ada = self._tabel
        awal, akhir = min(daftar_tahun), max(daftar_tahun)
        if ada.panjang:
            if ada.awal.year <= awal and akhir <= ada.malam[-1].year:
                return ada
            semua = min(awal, ada.awal.year), max(akhir, ada.malam[-1].year)
            if semua[1] - semua[0] < _PALING_LEBAR:
                awal, akhir = semua
        tabel = self._buat(awal, akhir)
        if akhir - awal < _PALING_LEBAR:
            self._tabel = tabel
        return tabel

    def _buat(self, awal: int, akhir: int) -> Tabel:
        pertama = datetime(awal, 1, 1, tzinfo=self.zona)
        jumlah = date(akhir, 12, 31).toordinal() - pertama.toordinal() + 1
        malam = [pertama + timedelta(nomor) for nomor in range(jumlah)]
        hari = [_LIBUR if saat.date() in self._libur else self._pekan[saat.weekday()] for saat in malam]
        return Tabel(pertama, malam, hari, [0, *accumulate(len(satu.mulai) for satu in hari)], jumlah)


@lru_cache(maxsize=64)
def _hari(daftar_rentang: tuple[Rentang, ...]) -> Hari:
    bekerja = [
        menit
        for awal, akhir in daftar_rentang
        for menit in range(awal.hour * 60 + awal.minute, akhir.hour * 60 + akhir.minute)
    ]
    return Hari(
        sebelum=[bisect_left(bekerja, menit) for menit in range(24 * 60 + 1)],
        mulai=[menit * _MENIT for menit in bekerja],
        selesai=[(menit + 1) * _MENIT for menit in bekerja],
    )


_LIBUR = _hari(())


@lru_cache(maxsize=256)
def poros_kerja(pekan: Pekan, libur: frozenset[date], zona: str) -> PorosKerja:
    """The line of an office, made once: every page asks for the same few."""
    return PorosKerja(pekan, libur, zona)
