"""Tenggat: when a step is due. Counts working time: office hours, without holidays, in the office's own zone.

Counting goes day by day in local wall-clock time; Indonesia's three zones have no daylight saving.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Rentang = tuple[time, time]

_MENIT = timedelta(minutes=1)
_SEHARI = timedelta(days=1)
_SENIN_KAMIS = ((time(7, 30), time(12)), (time(13), time(16)))
_JUMAT = ((time(7, 30), time(11, 30)), (time(13), time(16, 30)))

# 7.5 hours a day, 37.5 a week: the legal working week; an office sets its own hours.
HARI_BAKU: Mapping[int, tuple[Rentang, ...]] = {**dict.fromkeys(range(4), _SENIN_KAMIS), 4: _JUMAT}


class JamKerjaTidakSah(ValueError):
    """The working hours cannot be counted with; the sentence can be shown as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JamKerja:
    """Working hours: ranges of local time by weekday (0 is Monday), an IANA zone name, and days off.

    Raises JamKerjaTidakSah when ranges run backwards or overlap, or when there are none at all.
    """

    hari: Mapping[int, tuple[Rentang, ...]] = field(default_factory=lambda: HARI_BAKU)
    zona: str = "Asia/Jakarta"
    libur: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if not any(self.hari.values()):
            raise JamKerjaTidakSah("Jam kerja belum diisi untuk hari apa pun.")
        for daftar_rentang in self.hari.values():
            urutan = [saat for rentang in daftar_rentang for saat in rentang]
            if any(awal >= akhir for awal, akhir in daftar_rentang) or urutan != sorted(urutan):
                raise JamKerjaTidakSah("Jam kerja sehari harus berurutan dan tidak bertumpuk.")

    def daftar_rentang(self, tanggal: date) -> tuple[Rentang, ...]:
        return () if tanggal in self.libur else self.hari.get(tanggal.weekday(), ())


def tenggat(mulai: datetime, menit_kerja: int, jam_kerja: JamKerja) -> datetime:
    """The moment when `menit_kerja` working minutes after `mulai` are used up; `mulai` itself for none.

    What ends with the working day is due at closing time, not on the next morning.
    """
    sisa = menit_kerja * _MENIT
    if not sisa:
        return mulai.astimezone(ZoneInfo(jam_kerja.zona))
    for awal, akhir in _sejak(_lokal(mulai, jam_kerja), jam_kerja):
        if awal + sisa <= akhir:
            return (awal + sisa).replace(tzinfo=ZoneInfo(jam_kerja.zona))
        sisa -= akhir - awal
    raise OverflowError("tenggat melampaui kalender")


def menit_kerja_antara(a: datetime, b: datetime, jam_kerja: JamKerja) -> int:
    """Whole working minutes from `a` to `b`; negative when `b` is the earlier."""
    if b < a:
        return -menit_kerja_antara(b, a, jam_kerja)
    sampai = _lokal(b, jam_kerja)
    lama = timedelta()
    for awal, akhir in _sejak(_lokal(a, jam_kerja), jam_kerja):
        if awal >= sampai:
            break
        lama += min(akhir, sampai) - awal
    return lama // _MENIT


def batas_tanggal(bulan_tanggal: str, tahun_laporan: int, jam_kerja: JamKerja) -> datetime:
    """The end of the last day allowed ("01-10") in the year after the reported one, a day off or not."""
    hari_terakhir = date.fromisoformat(f"{tahun_laporan + 1}-{bulan_tanggal}")
    return datetime.combine(hari_terakhir, time.max, ZoneInfo(jam_kerja.zona))


def paling_awal(*daftar_batas: datetime | None) -> datetime | None:
    """The earliest of the limits that there are: a step may have a duration and a last day."""
    return min((batas for batas in daftar_batas if batas is not None), default=None)


def _lokal(saat: datetime, jam_kerja: JamKerja) -> datetime:
    """Wall-clock time at the office, without its zone so that differences are plain."""
    if saat.tzinfo is None:
        raise ValueError("waktu tanpa zona tidak dapat dihitung")
    return saat.astimezone(ZoneInfo(jam_kerja.zona)).replace(tzinfo=None)


def _sejak(mulai: datetime, jam_kerja: JamKerja) -> Iterator[tuple[datetime, datetime]]:
    """The stretches of working time from `mulai` on, the first one cut off at it."""
    tanggal = mulai.date()
    while tanggal < date.max:
        for awal, akhir in jam_kerja.daftar_rentang(tanggal):
            if datetime.combine(tanggal, akhir) > mulai:
                yield max(datetime.combine(tanggal, awal), mulai), datetime.combine(tanggal, akhir)
        tanggal += _SEHARI
