"""The published figures of the demo office: what stands there before the units fill in, and what each unit types."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from lapkin.kinerja.buku_kerja import IsiBuku, baca_buku
from lapkin.kinerja.lembar import SETAHUN, BarisAnggaran, BarisIndikator, LembarKinerja, pk_baris
from lapkin.kinerja.models import Anggaran
from lapkin.kinerja.queries import lembar_kinerja
from lapkin.langkah.isian_unit import lembar_isian

from .templat import AKAR

BUKU = "bappedalitbang-deli-serdang-2025.xlsx"


@cache
def isi_buku(nama: str = BUKU) -> IsiBuku:
    return baca_buku((AKAR / "contoh" / nama).read_bytes()).isi


def sebelum_diisi(isi: IsiBuku, penanggung_jawab: Mapping[str, str]) -> IsiBuku:
    """The year's targets and budget without any realisasi, each indicator given to a unit.

    `penanggung_jawab`: the unit by the name of a budget line; the nearest line above an indicator decides.
    """
    anggaran = {baris.kunci: baris for baris in isi.lembar.daftar_anggaran}
    lembar = replace(
        isi.lembar,
        daftar_indikator=tuple(
            replace(baris, realisasi={}, penanggung_jawab=_unit(baris.anggaran, anggaran, penanggung_jawab))
            for baris in isi.lembar.daftar_indikator
        ),
        daftar_anggaran=tuple(replace(baris, realisasi=0) for baris in isi.lembar.daftar_anggaran),
    )
    return replace(isi, lembar=lembar)


def bagi_anggaran(instansi, tahun: int, penanggung_jawab: Mapping[str, str]) -> None:
    """Give each budget line to the unit that has its indicators (see `sebelum_diisi`); no workbook says it."""
    anggaran = {baris.kunci: baris for baris in lembar_kinerja(instansi, tahun).daftar_anggaran}
    unit = dict(instansi.daftar_unit.values_list("nama", "pk"))
    daftar = [
        Anggaran(pk=pk_baris(kunci), penanggung_jawab_id=unit.get(_unit(kunci, anggaran, penanggung_jawab)))
        for kunci in anggaran
    ]
    Anggaran.objects.bulk_update(daftar, ["penanggung_jawab"])


def sel_unit(tugas) -> dict[str, str]:
    """What the unit of a collecting task types: the realisasi of its indicators and of its budget lines."""
    terbit = isi_buku().lembar
    kini = lembar_kinerja(tugas.instansi, tugas.pelaksanaan.tahun)
    realisasi = _menurut_kunci(kini, terbit)
    lembar = lembar_isian(tugas)
    kinerja = {
        baris.sel(SETAHUN): realisasi[baris.indikator.kunci].realisasi.get(SETAHUN, "")
        for baris in lembar.daftar_baris
    }
    return kinerja | {
        baris.sel: str(realisasi[baris.anggaran.kunci].realisasi // 100) for baris in lembar.daftar_anggaran
    }


def _menurut_kunci(kini: LembarKinerja, terbit: LembarKinerja) -> dict[str, BarisIndikator | BarisAnggaran]:
    """The published rows by the keys that the office's own rows have now; the order is the same."""
    pasangan = (
        *zip(kini.daftar_indikator, terbit.daftar_indikator, strict=True),
        *zip(kini.daftar_anggaran, terbit.daftar_anggaran, strict=True),
    )
    return {milik.kunci: asal for milik, asal in pasangan}


def _unit(kunci: str, anggaran: Mapping[str, BarisAnggaran], penanggung_jawab: Mapping[str, str]) -> str:
    """The unit of a budget line (key): that of the nearest line, itself or above, which names one; "" for none."""
    while kunci in anggaran:
        if unit := penanggung_jawab.get(anggaran[kunci].nama):
            return unit
        kunci = anggaran[kunci].induk
    return ""
