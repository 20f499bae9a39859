"""Batas akhir: the last legal day of a report, and the schedule counted backwards from it over the whole SOP."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lapkin.alur.tenggat import (
    JamKerja,
    batas_tanggal,
    menit_kerja_antara,
    mulai_paling_lambat,
    paling_awal,
)
from lapkin.sop.bagan import Langkah, Tiap
from lapkin.sop.sop import Sop
from lapkin.sop.waktu import Satuan, menit_kerja

_SATUAN_BAKU = Satuan()
PD, PEMDA, PENGHIMPUN = "pd", "pemda", "penghimpun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batas:
    """The last day ("02-28", of the year after) of one kind of report, from the reported year `sejak` on.

    `catatan` says what is doubtful about its source.
    """

    jenis: str
    sejak: int
    bulan_tanggal: str
    dasar: str
    tahun_itu_saja: bool = False
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitikJadwal:
    """One step counted backwards: its standard minutes, and when it must begin and end at the latest (or None)."""

    langkah: str
    menit: int
    mulai: datetime | None
    selesai: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JadwalMundur:
    """The steps of an SOP in order, counted backwards from `batas`."""

    batas: Batas
    saat_batas: datetime
    daftar_titik: tuple[TitikJadwal, ...]

    @property
    def mulai(self) -> datetime | None:
        """When the whole must begin at the latest."""
        return self.daftar_titik[0].mulai

    def titik(self, langkah: str) -> TitikJadwal:
        """The row of a step (kode); KeyError when there is none."""
        for titik in self.daftar_titik:
            if titik.langkah == langkah:
                return titik
        raise KeyError(langkah)


def baca_batas(teks: str) -> tuple[Batas, ...]:
    """The dated rows of a TOML text."""
    return tuple(Batas(**baris) for baris in tomllib.loads(teks)["batas"])


# Rows that hold for every office that has none of its own; editable data, see the file for their sources.
BAWAAN = baca_batas((Path(__file__).parent / "data" / "batas_akhir.toml").read_text(encoding="utf-8"))


def jenis_batas(sop: Sop, jenis_instansi: str, tertulis: str = "") -> str:
    """Which last day an SOP works towards: as set, else a collector's, the pemda's or that of a perangkat daerah."""
    if tertulis:
        return tertulis
    if any(langkah.tiap is Tiap.PD for langkah in sop.daftar_langkah_kerja):
        return PENGHIMPUN
    return PEMDA if jenis_instansi == PEMDA else PD


def batas_tahun(jenis: str, tahun: int, daftar_batas: Iterable[Batas] = ()) -> Batas | None:
    """The row that holds for a reported year: the office's before the shipped, that year's own before the lasting."""
    for daftar in (daftar_batas, BAWAAN):
        berlaku = [
            batas
            for batas in daftar
            if batas.jenis == jenis
            and (batas.sejak == tahun or (batas.sejak < tahun and not batas.tahun_itu_saja))
        ]
        if berlaku:
            return max(berlaku, key=lambda batas: (batas.sejak, batas.tahun_itu_saja))
    return None


def jadwal_mundur(
    sop: Sop, tahun: int, batas: Batas, jam_kerja: JamKerja, satuan: Satuan = _SATUAN_BAKU
) -> JadwalMundur:
    """Count back from the last legal day over all steps by their standard times and printed last days.

    The day of a penghimpun binds the last step that collects from perangkat daerah; what follows it has no limit.
    """
    saat_batas = batas_tanggal(batas.bulan_tanggal, tahun, jam_kerja)
    terikat = _langkah_terikat(sop, batas.jenis)
    daftar_titik: list[TitikJadwal] = []
    selesai = None
    for langkah in reversed(sop.daftar_langkah_kerja):
        selesai = paling_awal(
            selesai,
            saat_batas if langkah.kode == terikat else None,
            batas_tanggal(langkah.paling_lambat, tahun, jam_kerja) if langkah.paling_lambat else None,
        )
        menit = menit_kerja(langkah.waktu, satuan) if langkah.waktu else 0
        mulai = mulai_paling_lambat(selesai, menit, jam_kerja) if selesai else None
        daftar_titik.append(TitikJadwal(langkah=langkah.kode, menit=menit, mulai=mulai, selesai=selesai))
        selesai = mulai
    return JadwalMundur(batas=batas, saat_batas=saat_batas, daftar_titik=tuple(reversed(daftar_titik)))


def cadangan(
    jadwal: JadwalMundur, langkah: str, terpakai: int, pada: datetime, jam_kerja: JamKerja
) -> int | None:
    """Working minutes to spare when a step that has used `terpakai` minutes stands open at `pada`.

    Negative: so much is missing. None: nothing limits this step. Steps before it don't count any more.
    """
    titik = jadwal.titik(langkah)
    if titik.selesai is None:
        return None
    sisa = max(0, titik.menit - terpakai)
    return menit_kerja_antara(pada, mulai_paling_lambat(titik.selesai, sisa, jam_kerja), jam_kerja)


def _langkah_terikat(sop: Sop, jenis: str) -> str:
    """The step that must be done on the last legal day: the collecting one for a penghimpun, else the last."""
    daftar: tuple[Langkah, ...] = sop.daftar_langkah_kerja
    mengumpulkan = [langkah for langkah in daftar if langkah.tiap is Tiap.PD]
    return (mengumpulkan if jenis == PENGHIMPUN and mengumpulkan else daftar)[-1].kode
