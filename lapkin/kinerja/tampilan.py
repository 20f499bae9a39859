"""The figures of a year as the pages show them: rows with their cells, results and trend; nothing is computed here."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lapkin.bahasa.angka import Sebab, Terbaca, baca, tulis
from lapkin.kinerja.capaian import Capaian, hitung_baris
from lapkin.kinerja.lembar import PERIODE, SETAHUN, BarisIndikator, LembarKinerja, pk_baris
from lapkin.kinerja.skala import PERMENDAGRI_86_2017, Skala

JUDUL_PERIODE = dict(zip(PERIODE, ("TW I", "TW II", "TW III", "TW IV", "Setahun"), strict=True))
LEBAR_TREN, TINGGI_TREN, TEPI_TREN = 80, 24, 3  # units of the drawing
_UTAMA = ("sasaran", "program")
# The filter of the grid: its word in the address, the levels it shows, its name.
PENYARING = {
    "utama": (_UTAMA, "Sasaran dan program"),
    "kegiatan": (("kegiatan",), "Kegiatan"),
    "sub-kegiatan": (("sub-kegiatan",), "Sub kegiatan"),
    "semua": ((*_UTAMA, "kegiatan", "sub-kegiatan"), "Semua"),
}


@dataclass(frozen=True, slots=True)
class Sel:
    """One input cell: its periode, the text typed, how it stands (colour word, words), and why it doesn't count."""

    periode: str
    judul: str
    tertulis: str
    jenis: str
    keadaan: str
    alasan: str


@dataclass(frozen=True, slots=True)
class Tren:
    """A small line over years or triwulan: the points of the drawing, and the same in words."""

    titik: str
    kalimat: str


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """One row of the grid; `pk` is the row of the database, `jenis` the colour word of its category."""

    pk: int
    indikator: BarisIndikator
    daftar_sel: tuple[Sel, ...]
    capaian: Capaian
    jenis: str
    sebutan: str
    tren: Tren | None
    boleh: bool


@dataclass(frozen=True, slots=True)
class Pita:
    """The rows of one sasaran."""

    nama: str
    daftar_baris: tuple[BarisTampil, ...]


def susun_pita(lembar: LembarKinerja, saring: str, boleh: frozenset[str]) -> tuple[Pita, ...]:
    """The grid: bands of sasaran with the rows of the chosen levels; `boleh`: keys the reader may fill in."""
    tingkat, _ = PENYARING[saring]
    daftar = [satu for satu in lembar.daftar_indikator if satu.tingkat in tingkat]
    nama = {satu.kunci: satu.nama for satu in lembar.daftar_sasaran} | {"": "Tanpa sasaran"}
    return tuple(
        Pita(
            nama[kunci],
            tuple(susun_baris(satu, satu.kunci in boleh) for satu in daftar if satu.sasaran == kunci),
        )
        for kunci in (*(satu.kunci for satu in lembar.daftar_sasaran), "")
        if any(satu.sasaran == kunci for satu in daftar)
    )


def susun_baris(indikator: BarisIndikator, boleh: bool) -> BarisTampil:
    """One row; `boleh`: the reader may fill it in."""
    capaian = hitung_baris(indikator)
    return BarisTampil(
        pk=pk_baris(indikator.kunci),
        indikator=indikator,
        daftar_sel=tuple(_sel(indikator, periode) for periode in PERIODE),
        capaian=capaian,
        jenis=jenis_kategori(capaian.kategori),
        sebutan=capaian.kategori or "Belum dihitung",
        tren=_tren(indikator),
        boleh=boleh,
    )


def jenis_kategori(kategori: str, skala: Skala = PERMENDAGRI_86_2017) -> str:
    """The colour word of a category: the two best green, the two worst red, what lies between yellow."""
    if not kategori:
        return "abu"
    urutan = [label for _, label in skala.tingkat].index(kategori)
    if urutan < 2:
        return "hijau"
    return "merah" if urutan >= len(skala.tingkat) - 2 else "kuning"


def _sel(indikator: BarisIndikator, periode: str) -> Sel:
    tertulis = indikator.realisasi.get(periode, "")
    return Sel(periode, JUDUL_PERIODE[periode], tertulis, *_keadaan(tertulis, indikator.rumus == "predikat"))


def _keadaan(tertulis: str, predikat: bool) -> tuple[str, str, str]:
    """How a typed text stands: colour word, words, reason; all empty for an empty cell."""
    bacaan = baca(tertulis)
    if isinstance(bacaan, Terbaca):
        dibaca = tulis(bacaan.nilai)
        return "hijau", "tersimpan" if dibaca == tertulis else f"dibaca {dibaca}", ""
    if bacaan.jenis is Sebab.KOSONG:
        return "", "", ""
    if predikat and bacaan.jenis in (Sebab.PREDIKAT, Sebab.TEKS):
        return "hijau", "tersimpan", ""
    return "kuning", "belum dihitung", bacaan.alasan


def _tren(indikator: BarisIndikator) -> Tren | None:
    """The line over the years, or over the triwulan where earlier years are missing."""
    daftar_tahun = [(str(tahun), teks) for tahun, teks in sorted(indikator.riwayat.items())]
    daftar_tahun += [("tahun ini", indikator.realisasi.get(SETAHUN, ""))]
    daftar_triwulan = [
        (JUDUL_PERIODE[periode], indikator.realisasi.get(periode, "")) for periode in PERIODE[:-1]
    ]
    return _garis(daftar_tahun) or _garis(daftar_triwulan)


def _garis(daftar: Iterable[tuple[str, str]]) -> Tren | None:
    daftar_nilai = [
        (judul, bacaan.nilai) for judul, teks in daftar if isinstance(bacaan := baca(teks), Terbaca)
    ]
    if len(daftar_nilai) < 2:
        return None
    kalimat = "; ".join(f"{judul} {tulis(nilai)}" for judul, nilai in daftar_nilai)
    return Tren(_titik([nilai for _, nilai in daftar_nilai]), kalimat)


def _titik(daftar_nilai: list[Decimal]) -> str:
    """The points of the line within its box, the smallest value at the bottom."""
    terendah, rentang = min(daftar_nilai), max(daftar_nilai) - min(daftar_nilai) or Decimal(1)
    tinggi = TINGGI_TREN - 2 * TEPI_TREN
    lebar = Decimal(LEBAR_TREN - 2 * TEPI_TREN) / (len(daftar_nilai) - 1)
    return " ".join(
        f"{TEPI_TREN + lebar * urutan:.1f},{TINGGI_TREN - TEPI_TREN - (nilai - terendah) / rentang * tinggi:.1f}"
        for urutan, nilai in enumerate(daftar_nilai)
    )
