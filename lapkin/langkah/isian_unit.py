"""The cells that a unit or PD fills in its collecting task: its realisasi, its budget lines and its text.

A cell has a name: "r-12-TW1" (realisasi of an indicator), "a-7" (a budget line), "t-kesimpulan" (a slot of text).
"""

from dataclasses import dataclass
from functools import cached_property

from lapkin.alur.queries import langkah_tugas
from lapkin.bahasa.angka import TakTerbaca, baca, tulis
from lapkin.kinerja.capaian import Capaian, hitung_baris
from lapkin.kinerja.lembar import PERIODE, SETAHUN, BarisAnggaran, BarisIndikator, pk_baris
from lapkin.kinerja.models import Anggaran, Indikator
from lapkin.kinerja.queries import lembar_kinerja
from lapkin.laporan.hitung import sasaran_laporan
from lapkin.laporan.kerangka import Bagian, daftar_bagian
from lapkin.organisasi.models import UnitKerja
from lapkin.sop.bagan import Tiap

from .dasar import laporan_kasus

# What a unit writes about beside the analyses of Bab III that a report must have.
BAGIAN_UNIT = ("capaian-umum",)


@dataclass(frozen=True)
class BarisIsian:
    """One indicator to be filled, as typed, and the capaian of its year."""

    pk: int
    indikator: BarisIndikator
    capaian: Capaian

    def sel(self, periode: str) -> str:
        return f"r-{self.pk}-{periode}"


@dataclass(frozen=True)
class BarisAnggaranIsian:
    """One lowest budget line to be filled; money as it is typed, in rupiah."""

    pk: int
    anggaran: BarisAnggaran
    pagu: str
    realisasi: str

    @property
    def sel(self) -> str:
        return f"a-{self.pk}"


@dataclass(frozen=True)
class BarisTeks:
    """One slot of text and what the unit has written in it."""

    bagian: Bagian
    teks: str

    @property
    def sel(self) -> str:
        return f"t-{self.bagian.kunci}"


@dataclass(frozen=True)
class LembarIsian:
    """Everything a task may fill in; `bersama`: its indicators are those that no unit answers for."""

    daftar_baris: tuple[BarisIsian, ...]
    daftar_anggaran: tuple[BarisAnggaranIsian, ...]
    daftar_teks: tuple[BarisTeks, ...] = ()
    bersama: bool = False

    @cached_property
    def tersimpan(self) -> dict[str, str]:
        """The name of every cell with what is stored in it."""
        angka = {b.sel(p): b.indikator.realisasi.get(p, "") for b in self.daftar_baris for p in PERIODE}
        uang = {b.sel: b.realisasi for b in self.daftar_anggaran}
        return angka | uang | {b.sel: b.teks for b in self.daftar_teks}

    def nama_anggaran(self, sel: str) -> str:
        return next(b.anggaran.nama for b in self.daftar_anggaran if b.sel == sel)

    def kosong(self, isi: dict[str, str]) -> list[str]:
        """The indicators without a realisasi of the year, where the cells hold `isi`."""
        return [b.indikator.nama for b in self.daftar_baris if not isi[b.sel(SETAHUN)].strip()]


def lembar_isian(tugas) -> LembarIsian:
    """The cells of a collecting task with what is stored in them."""
    lembar = lembar_kinerja(tugas.instansi, tugas.pelaksanaan.tahun)
    indikator, bersama = _milik_atau_bersama(tugas, Indikator)
    anggaran, _ = _milik_atau_bersama(tugas, Anggaran)
    daftar_baris = tuple(_daftar_baris(lembar, indikator))
    return LembarIsian(
        daftar_baris=daftar_baris,
        daftar_anggaran=tuple(_daftar_anggaran(lembar, anggaran)),
        daftar_teks=tuple(_daftar_teks(tugas, lembar, daftar_baris)),
        bersama=bersama,
    )


def baca_sel(teks: str) -> tuple[str, str]:
    """The state of a stored cell as (words, colour): read as a number, or kept with the reason why it is none."""
    if not teks.strip():
        return "kosong", "abu"
    bacaan = baca(teks)
    return (bacaan.alasan, "kuning") if isinstance(bacaan, TakTerbaca) else ("tersimpan", "hijau")


def unit_sendiri(unit) -> set[int]:
    """A unit and all units below it."""
    hasil, lapis = set(), {unit}
    while lapis:
        hasil |= lapis
        lapis = set(UnitKerja.objects.filter(induk__in=lapis).values_list("pk", flat=True)) - hasil
    return hasil


def _milik_atau_bersama(tugas, model) -> tuple[set[int], bool]:
    """(rows, shared?): the unit's own rows; those nobody answers for where the unit has none of its own."""
    daftar = model.objects.filter(instansi=tugas.instansi_id, tahun=tugas.pelaksanaan.tahun)
    if tugas.unit_id is None or langkah_tugas(tugas).tiap is Tiap.PD:
        return _kunci_baris(daftar), False
    milik = _kunci_baris(daftar.filter(penanggung_jawab__in=unit_sendiri(tugas.unit_id)))
    return (milik, False) if milik else (_kunci_baris(daftar.filter(penanggung_jawab=None)), True)


def _kunci_baris(daftar) -> set[int]:
    return set(daftar.values_list("pk", flat=True))


def _daftar_baris(lembar, boleh):
    for satu in lembar.daftar_indikator:
        if (pk := pk_baris(satu.kunci)) in boleh:
            yield BarisIsian(pk=pk, indikator=satu, capaian=hitung_baris(satu))


def _daftar_anggaran(lembar, boleh):
    """Only the lowest lines are filled in; what stands above them is their sum."""
    berbawahan = {satu.induk for satu in lembar.daftar_anggaran}
    for satu in lembar.daftar_anggaran:
        if satu.kunci not in berbawahan and (pk := pk_baris(satu.kunci)) in boleh:
            pagu, realisasi = _rupiah(satu.pagu), _rupiah(satu.realisasi)
            yield BarisAnggaranIsian(pk=pk, anggaran=satu, pagu=pagu, realisasi=realisasi)


def _rupiah(sen: int) -> str:
    """Money without its sign, as it is typed: 1.234.567 or 1.234.567,50."""
    bulat, sisa = divmod(sen, 100)
    return tulis(bulat) + (f",{sisa:02}" if sisa else "")


def _daftar_teks(tugas, lembar, daftar_baris):
    """The slots that a unit writes: of the sasaran its indicators serve; none for a post without a unit."""
    if not langkah_tugas(tugas).teks or tugas.unit_id is None:
        return
    laporan = laporan_kasus(tugas.pelaksanaan)
    ditulis = {}
    if laporan:
        ditulis = dict(laporan.daftar_narasi.filter(unit=tugas.unit_id).values_list("bagian", "teks"))
    for bagian in _bagian_unit(lembar, daftar_baris):
        yield BarisTeks(bagian=bagian, teks=ditulis.get(bagian.kunci, ""))


def _bagian_unit(lembar, daftar_baris):
    menyangkut = {baris.indikator.sasaran for baris in daftar_baris}
    semua = sasaran_laporan(lembar)
    sasaran = tuple(satu for satu in semua if satu.kunci in menyangkut)
    return [
        bagian
        for bagian in daftar_bagian(sasaran or semua)
        if bagian.bab == "bab-3" and (bagian.wajib or bagian.kunci in BAGIAN_UNIT)
    ]
