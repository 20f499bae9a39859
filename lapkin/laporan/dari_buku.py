"""From a filled workbook to both files of the report, without a database."""

from dataclasses import dataclass
from datetime import date

from lapkin.kinerja.buku_kerja import IsiBuku, Masalah, SalahBuku, baca_buku
from lapkin.laporan.bahan import bagian_lembar
from lapkin.laporan.cetak_laporan import CetakanLaporan, cetak_laporan
from lapkin.laporan.hitung import hitung_lembar
from lapkin.laporan.identitas import dari_buku
from lapkin.laporan.kekurangan import kekurangan
from lapkin.laporan.susun import susun


class BukuDitolak(Exception):
    """The workbook can't become a report; `daftar_kalimat` says why, one sentence for each fault."""

    def __init__(self, *daftar_kalimat: str) -> None:
        super().__init__(*daftar_kalimat)
        self.daftar_kalimat = daftar_kalimat


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanBuku:
    """The printed report, and what people should still look at."""

    cetakan: CetakanLaporan
    daftar_peringatan: tuple[str, ...]


def laporan_dari_buku(isi: bytes, hari_ini: date) -> LaporanBuku:
    """Read, compute, compose, print; raises BukuDitolak with all faults, GagalCetak when printing fails."""
    try:
        hasil_baca = baca_buku(isi)
    except SalahBuku as salah:
        raise BukuDitolak(str(salah)) from salah
    if hasil_baca.isi is None:
        raise BukuDitolak(*(_kalimat(masalah) for masalah in hasil_baca.daftar_masalah))
    peringatan = tuple(_kalimat(masalah) for masalah in hasil_baca.daftar_peringatan)
    return _cetak(hasil_baca.isi, hari_ini, peringatan)


def _cetak(buku: IsiBuku, hari_ini: date, peringatan: tuple[str, ...]) -> LaporanBuku:
    hasil = hitung_lembar(buku.lembar)
    identitas = dari_buku(buku.identitas, hari_ini)
    return LaporanBuku(
        cetakan=cetak_laporan(susun(buku.lembar, hasil, buku.narasi, identitas)),
        daftar_peringatan=(
            *peringatan,
            *_narasi_asing(buku),
            *kekurangan(buku.lembar, hasil, buku.narasi, identitas),
        ),
    )


def _narasi_asing(buku: IsiBuku) -> tuple[str, ...]:
    """Text under a key that the report doesn't have is named, never dropped in silence."""
    dikenal = {bagian.kunci for bagian in bagian_lembar(buku.lembar)}
    return tuple(
        f"Narasi “{kunci}” tidak ada dalam kerangka laporan, sehingga tidak tercetak."
        for kunci in buku.narasi
        if kunci not in dikenal
    )


def _kalimat(masalah: Masalah) -> str:
    return f"{masalah.tempat}: {masalah.kalimat}"
