"""Bab II: the summary of the year's Perjanjian Kinerja, with optional sections before it."""

from lapkin.bahasa.angka import tulis
from lapkin.dokumen.blok import Blok, Judul, Tabel, paragraf
from lapkin.laporan.bahan import Bahan
from lapkin.laporan.kerangka import JUDUL_BAB
from lapkin.laporan.tabel_anggaran import daftar_program, tabel_pagu
from lapkin.laporan.tabel_kinerja import tabel_perjanjian

_DI_BAWAH_TABEL = "perjanjian-kinerja"


def bab_perencanaan(bahan: Bahan) -> tuple[Blok, ...]:
    """Bab II: planning text and the targets of the Perjanjian Kinerja."""
    lainnya = (b for b in bahan.bagian_bab("bab-2") if b.kunci != _DI_BAWAH_TABEL)
    return (
        Judul(tingkat=1, teks=JUDUL_BAB["bab-2"], kunci="bab-2"),
        *(blok for bagian in lainnya for blok in bahan.berjudul(bagian)),
        Judul(tingkat=2, teks=f"Perjanjian Kinerja Tahun {bahan.tahun}", kunci="judul-perjanjian"),
        paragraf(_kalimat_perjanjian(bahan), inden=True, kunci="kalimat-perjanjian"),
        *tabel_perjanjian_lengkap(bahan, "perjanjian"),
        *bahan.bagian(_DI_BAWAH_TABEL),
    )


def tabel_perjanjian_lengkap(bahan: Bahan, awalan: str) -> tuple[Tabel, ...]:
    """Both tables of the agreement: what is promised, and with how much money."""
    program = daftar_program(bahan.lembar.daftar_anggaran)
    kinerja = tabel_perjanjian(
        f"Perjanjian Kinerja Tahun {bahan.tahun}", bahan.kelompok_utama(), f"tabel-{awalan}"
    )
    anggaran = tabel_pagu(f"Program dan Anggaran Tahun {bahan.tahun}", program, f"tabel-{awalan}-anggaran")
    return (kinerja, anggaran) if program else (kinerja,)


def _kalimat_perjanjian(bahan: Bahan) -> str:
    versi = f" ({bahan.lembar.versi_pk})" if bahan.lembar.versi_pk else ""
    sasaran, indikator = tulis(len(bahan.daftar_sasaran)), tulis(len(bahan.hasil.utama()))
    return (
        f"Perjanjian Kinerja {bahan.identitas.instansi} tahun {bahan.tahun}{versi} memuat "
        f"{sasaran} sasaran dengan {indikator} indikator kinerja sebagai berikut."
    )
