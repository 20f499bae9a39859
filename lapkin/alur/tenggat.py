"""Tenggat: when a step is due. Counts working time: office hours, without holidays, in the office's own zone.

Counting is in local wall-clock time; Indonesia's three zones have no daylight saving.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from lapkin.alur.poros_kerja import PorosKerja, Rentang, poros_kerja

_TANPA_ZONA = "waktu tanpa zona tidak dapat dihitung"
_SENIN_KAMIS = ((time(7, 30), time(12)), (time(13), time(16)))
_JUMAT = ((time(7, 30), time(11, 30)), (time(13), time(16, 30)))

# 7.5 hours a day, 37.5 a week: the legal working week; an office sets its own hours.
HARI_BAKU: Mapping[int, tuple[Rentang, ...]] = {**dict.fromkeys(range(4), _SENIN_KAMIS), 4: _JUMAT}


class JamKerjaTidakSah(ValueError):
    """The working hours cannot be counted with; the sentence can be shown as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JamKerja:
    """Working hours: ranges of local time in whole minutes by weekday (0 is Monday), an IANA zone name, and days off.

    Raises JamKerjaTidakSah when ranges run backwards or overlap, are finer than minutes, or when there are none.
    """

    hari: Mapping[int, tuple[Rentang, ...]] = field(default_factory=lambda: HARI_BAKU)
    zona: str = "Asia/Jakarta"
    libur: frozenset[date] = frozenset()
    _poros: PorosKerja = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not any(self.hari.values()):
            raise JamKerjaTidakSah("Jam kerja belum diisi untuk hari apa pun.")
        for daftar_rentang in self.hari.values():
            urutan = [saat for rentang in daftar_rentang for saat in rentang]
            if any(awal >= akhir for awal, akhir in daftar_rentang) or urutan != sorted(urutan):
                raise JamKerjaTidakSah("Jam kerja sehari harus berurutan dan tidak bertumpuk.")
            if any(saat.second or saat.microsecond for saat in urutan):
                raise JamKerjaTidakSah("Jam kerja ditulis dengan jam dan menit saja.")
        pekan = tuple(tuple(self.hari.get(hari, ())) for hari in range(7))
        object.__setattr__(self, "_poros", poros_kerja(pekan, self.libur, self.zona))

    def daftar_rentang(self, tanggal: date) -> tuple[Rentang, ...]:
        return () if tanggal in self.libur else self.hari.get(tanggal.weekday(), ())


def tenggat(mulai: datetime, menit_kerja: int, jam_kerja: JamKerja) -> datetime:
    """The moment when `menit_kerja` working minutes after `mulai` are used up; `mulai` itself for none.

    What ends with the working day is due at closing time, not on the next morning.
    """
    if mulai.tzinfo is None:
        raise ValueError(_TANPA_ZONA)
    poros = jam_kerja._poros
    lokal = mulai.astimezone(poros.zona)
    return poros.maju(lokal, menit_kerja) if menit_kerja else lokal


def mulai_paling_lambat(selesai: datetime, menit_kerja: int, jam_kerja: JamKerja) -> datetime:
    """The last moment to begin so that `menit_kerja` working minutes are used up by `selesai`: `tenggat` backwards.

    What needs whole working days is begun when work opens, not at closing time of the day before.
    """
    lokal = _lokal(selesai, jam_kerja)
    return jam_kerja._poros.mundur(lokal, menit_kerja) if menit_kerja else lokal


def menit_kerja_antara(a: datetime, b: datetime, jam_kerja: JamKerja) -> int:
    """Whole working minutes from `a` to `b`; negative when `b` is the earlier."""
    if b < a:
        return -menit_kerja_antara(b, a, jam_kerja)
    return jam_kerja._poros.antara(_lokal(a, jam_kerja), _lokal(b, jam_kerja))


def batas_tanggal(bulan_tanggal: str, tahun_laporan: int, jam_kerja: JamKerja) -> datetime:
    """The end of the last day allowed ("01-10") in the year after the reported one, a day off or not."""
    hari_terakhir = date.fromisoformat(f"{tahun_laporan + 1}-{bulan_tanggal}")
    return datetime.combine(hari_terakhir, time.max, ZoneInfo(jam_kerja.zona))


def tutup_kerja(tanggal: date, jam_kerja: JamKerja) -> datetime | None:
    """When work ends on a day; None on a day off."""
    daftar_rentang = jam_kerja.daftar_rentang(tanggal)
    return (
        datetime.combine(tanggal, daftar_rentang[-1][1], ZoneInfo(jam_kerja.zona)) if daftar_rentang else None
    )


def akhir_kerja(saat: datetime, jam_kerja: JamKerja) -> datetime:
    """The last working moment up to `saat`: closing time on Friday of what ends at midnight on Saturday."""
    lokal = _lokal(saat, jam_kerja)
    return jam_kerja._poros.mundur(lokal, 1) + timedelta(minutes=1)


def paling_awal(*daftar_batas: datetime | None) -> datetime | None:
    """The earliest of the limits that there are: a step may have a duration and a last day."""
    return min((batas for batas in daftar_batas if batas is not None), default=None)


def _lokal(saat: datetime, jam_kerja: JamKerja) -> datetime:
    """The moment in the office's zone."""
    if saat.tzinfo is None:
        raise ValueError(_TANPA_ZONA)
    return saat.astimezone(jam_kerja._poros.zona)
