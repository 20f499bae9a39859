"""The budget of a year as its page shows it."""

from dataclasses import dataclass

from lapkin.bahasa.angka import rupiah, tulis_persen
from lapkin.kinerja.anggaran import daftar_selisih, daun, jumlah
from lapkin.kinerja.capaian import serapan
from lapkin.kinerja.lembar import TINGKAT_ANGGARAN, BarisAnggaran, LembarKinerja, pk_baris

SEBUTAN_TINGKAT = {tingkat: tingkat.replace("-", " ").capitalize() for tingkat in TINGKAT_ANGGARAN}


@dataclass(frozen=True, slots=True)
class BarisAnggaranTampil:
    """One budget line: depth from 0, its figures as texts, is it a lowest line, may the reader fill it in."""

    pk: int
    baris: BarisAnggaran
    dalam: int
    sebutan: str
    pagu: str
    realisasi: str
    serapan: str
    daun: bool
    boleh: bool
    peringatan: str


@dataclass(frozen=True, slots=True)
class AnggaranTampil:
    """The whole budget: its lines and the totals as texts."""

    daftar_baris: tuple[BarisAnggaranTampil, ...]
    pagu: str
    realisasi: str
    serapan: str


def susun_anggaran(lembar: LembarKinerja, boleh: frozenset[str]) -> AnggaranTampil:
    """The budget tree in row order; `boleh`: keys of the lines the reader may fill in."""
    dalam: dict[str, int] = {}
    for baris in lembar.daftar_anggaran:
        dalam[baris.kunci] = dalam[baris.induk] + 1 if baris.induk in dalam else 0
    kunci_daun = {baris.kunci for baris in daun(lembar.daftar_anggaran)}
    selisih = {satu.kunci for satu in daftar_selisih(lembar.daftar_anggaran)}
    seluruh = jumlah(lembar.daftar_anggaran)
    return AnggaranTampil(
        tuple(
            _baris(
                baris,
                dalam[baris.kunci],
                baris.kunci in kunci_daun,
                baris.kunci in boleh,
                baris.kunci in selisih,
            )
            for baris in lembar.daftar_anggaran
        ),
        rupiah(seluruh.pagu),
        rupiah(seluruh.realisasi),
        teks_serapan(seluruh.pagu, seluruh.realisasi),
    )


def _baris(baris: BarisAnggaran, dalam: int, daun: bool, boleh: bool, selisih: bool) -> BarisAnggaranTampil:
    return BarisAnggaranTampil(
        pk=pk_baris(baris.kunci),
        baris=baris,
        dalam=dalam,
        sebutan=SEBUTAN_TINGKAT[baris.tingkat],
        pagu=rupiah(baris.pagu),
        realisasi=rupiah(baris.realisasi),
        serapan=teks_serapan(baris.pagu, baris.realisasi),
        daun=daun,
        boleh=boleh and daun,
        peringatan="tidak sama dengan jumlah baris di bawahnya" if selisih else "",
    )


def teks_serapan(pagu: int, realisasi: int) -> str:
    """Spent in percent of pagu, "81,66%"; a dash without pagu."""
    persen = serapan(pagu, realisasi)
    return "–" if persen is None else tulis_persen(persen)
