"""The figures of one instansi and year as one frozen value: read once by the queries, used by everything else.

Figures stand here as they were typed; `bahasa.angka.baca` reads them and `capaian.py` alone computes with
them. Money is in sen (int).
"""

from dataclasses import dataclass, field

SETAHUN = "TAHUN"  # the periode of the year's own figure; quarters are never added up by guess
PERIODE = ("TW1", "TW2", "TW3", "TW4", SETAHUN)
TINGKAT_INDIKATOR = ("sasaran", "program", "kegiatan", "sub-kegiatan")
TINGKAT_ANGGARAN = ("urusan", "bidang-urusan", "program", "kegiatan", "sub-kegiatan")


def kunci(jenis: str, pk) -> str:
    """The key of a stored row in a sheet: "indikator:12"; empty for none."""
    return f"{jenis}:{pk}" if pk else ""


def pk_baris(kunci: str) -> int:
    """The stored row behind a key: 12 of "indikator:12"."""
    return int(kunci.partition(":")[2])


def rapi(teks: str) -> str:
    """A name for comparing: case and spacing aside."""
    return " ".join(teks.split()).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSasaran:
    """One sasaran strategis, in the order of the Perjanjian Kinerja."""

    kunci: str
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisIndikator:
    """One indicator with everything typed of it; an empty text means nothing was typed (missing, not zero).

    `induk` (the indicator above), `sasaran` and `anggaran` (the budget line it measures) are keys, "" = not
    stated by the source; `rumus` and `batas` "" = the default; `penanggung_jawab` is a unit's name; `realisasi`
    by periode (see PERIODE), `riwayat` the realisasi of earlier years.
    """

    kunci: str
    nama: str
    satuan: str
    arah: str
    tingkat: str = "sasaran"
    induk: str = ""
    sasaran: str = ""
    anggaran: str = ""
    rumus: str = ""
    batas: str = ""
    target: str = ""
    target_versi: str = ""
    realisasi: dict[str, str] = field(default_factory=dict)
    riwayat: dict[int, str] = field(default_factory=dict)
    target_akhir: str = ""
    standar_nasional: str = ""
    penanggung_jawab: str = ""
    sumber_data: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAnggaran:
    """One budget line; `pagu` and `realisasi` in sen; `induk` the key of the line above it ("" = top)."""

    kunci: str
    tingkat: str
    nama: str
    pagu: int
    realisasi: int
    kode: str = ""
    induk: str = ""
    sasaran: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarKinerja:
    """All figures of one instansi and year; `versi_pk` names the Perjanjian Kinerja version of the targets."""

    instansi: str
    tahun: int
    versi_pk: str = ""
    sumber: str = ""
    daftar_sasaran: tuple[BarisSasaran, ...] = ()
    daftar_indikator: tuple[BarisIndikator, ...] = ()
    daftar_anggaran: tuple[BarisAnggaran, ...] = ()
