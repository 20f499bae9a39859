"""How long a post may be held by a Plt. or Plh.: dated data (data/batas_penugasan.toml), read once."""

import calendar
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

BERKAS = Path(__file__).parent / "data" / "batas_penugasan.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatasPenugasan:
    """One rule: a post held in this manner (plt, plh) ends after `bulan` months; in force since `mulai`."""

    jenis: str
    bulan: int
    mulai: date
    sifat: str
    sumber: str

    @property
    def melarang(self) -> bool:
        """Is a longer assignment refused, and not only warned of?"""
        return self.sifat == "larangan"

    def hari_terakhir(self, dari: date) -> date:
        """The last day allowed to an assignment that begins on `dari`."""
        return tambah_bulan(dari, self.bulan) - timedelta(days=1)


def tambah_bulan(hari: date, bulan: int) -> date:
    """The same day some months later; the month's last day where it is shorter."""
    tahun, urut = divmod(hari.year * 12 + hari.month - 1 + bulan, 12)
    return date(tahun, urut + 1, min(hari.day, calendar.monthrange(tahun, urut + 1)[1]))


def batas_berlaku(jenis: str, pada: date) -> BatasPenugasan | None:
    """The rule for a manner of holding a post on a day; None where there is none (definitif, Pj.)."""
    daftar = [batas for batas in _daftar() if batas.jenis == jenis and batas.mulai <= pada]
    return max(daftar, key=lambda batas: batas.mulai, default=None)


def kalimat_lewat(jenis: str, sebutan: str, dari: date, sampai: date | None) -> tuple[str, bool]:
    """What is wrong with the length of an assignment ("" when nothing), and whether it is refused for it."""
    batas = batas_berlaku(jenis, dari)
    if batas is None or (sampai and sampai <= batas.hari_terakhir(dari)):
        return "", False
    akhir = "belum mempunyai hari terakhir" if sampai is None else f"ditetapkan sampai {sampai:%d-%m-%Y}"
    return (
        f"{sebutan} paling lama {batas.bulan} bulan, yaitu sampai {batas.hari_terakhir(dari):%d-%m-%Y} "
        f"({batas.sumber}); penugasan ini {akhir}.",
        batas.melarang,
    )


@cache
def _daftar() -> tuple[BatasPenugasan, ...]:
    isi = tomllib.loads(BERKAS.read_text(encoding="utf-8"))
    return tuple(BatasPenugasan(**baris) for baris in isi["batas"])
