"""How long a Plt. or Plh. may hold a post, and its work be delegated: dated data (data/), read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from lapkin.bahasa.tanggal import tambah_bulan

BERKAS = Path(__file__).parent / "data" / "batas_penugasan.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatasPenugasan:
    """One rule: what is held in this manner (plt, plh, pelimpahan) ends after `bulan` months; since `mulai`.

    `sesudah`: what an office does when that time is over.
    """

    jenis: str
    bulan: int
    mulai: date
    sifat: str
    sumber: str
    sesudah: str

    @property
    def melarang(self) -> bool:
        """Is a longer assignment refused, and not only warned of?"""
        return self.sifat == "larangan"

    def hari_terakhir(self, dari: date) -> date:
        """The last day allowed to an assignment that begins on `dari`."""
        if dari.year >= date.max.year - 1 - self.bulan // 12:  # the calendar itself ends there
            return date.max
        return tambah_bulan(dari, self.bulan) - timedelta(days=1)


def batas_masa(jenis: str, pada: date) -> BatasPenugasan | None:
    """The rule for a manner of holding on a day; None where there is none (definitif, Pj.)."""
    daftar = [batas for batas in _daftar() if batas.jenis == jenis and batas.mulai <= pada]
    return max(daftar, key=lambda batas: batas.mulai, default=None)


def kalimat_lewat(jenis: str, sebutan: str, dari: date, sampai: date | None) -> tuple[str, bool]:
    """What is wrong with the length of an assignment ("" when nothing), and whether it is refused for it."""
    batas = batas_masa(jenis, dari)
    if batas is None or (sampai and sampai <= batas.hari_terakhir(dari)):
        return "", False
    akhir = "belum mempunyai hari terakhir" if sampai is None else f"ditetapkan sampai {sampai:%d-%m-%Y}"
    return (
        f"{sebutan} paling lama {batas.bulan} bulan, yaitu sampai {batas.hari_terakhir(dari):%d-%m-%Y} "
        f"({batas.sumber}); penugasan ini {akhir}.",
        batas.melarang,
    )


def kalimat_batas(daftar_jenis: Mapping[str, str], pada: date) -> str:
    """The limits of some manners of holding ({jenis: how it is called}) on a day, with their sources, in words."""
    daftar = [(sebutan, batas_masa(jenis, pada)) for jenis, sebutan in daftar_jenis.items()]
    batas = [f"{sebutan} paling lama {b.bulan} bulan; sesudahnya {b.sesudah}." for sebutan, b in daftar if b]
    sumber = ", ".join(dict.fromkeys(b.sumber for _, b in daftar if b))
    return " ".join(batas) + (f" Sumber: {sumber}." if sumber else "")


@cache
def _daftar() -> tuple[BatasPenugasan, ...]:
    isi = tomllib.loads(BERKAS.read_text(encoding="utf-8"))
    return tuple(BatasPenugasan(**baris) for baris in isi["batas"])
