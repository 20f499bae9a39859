"""Bab III: A. the organisation's capaian, in whole and for each sasaran, and B. realisasi anggaran."""

from lapkin.dokumen.blok import Blok, Gambar, Judul, paragraf
from lapkin.laporan.bab_sasaran import analisis_sasaran
from lapkin.laporan.bahan import Bahan
from lapkin.laporan.grafik_laporan import grafik_anggaran, grafik_capaian
from lapkin.laporan.kalimat import kalimat_anggaran, kalimat_capaian
from lapkin.laporan.kerangka import JUDUL_BAB
from lapkin.laporan.tabel_anggaran import daftar_program, tabel_program
from lapkin.laporan.tabel_kinerja import tabel_capaian

_DI_TEMPATNYA = ("capaian-umum", "realisasi-anggaran")


def bab_akuntabilitas(bahan: Bahan) -> tuple[Blok, ...]:
    """Bab III: capaian by sasaran, then the budget."""
    lainnya = (b for b in bahan.bagian_bab("bab-3") if b.kunci not in _DI_TEMPATNYA)
    return (
        Judul(tingkat=1, teks=JUDUL_BAB["bab-3"], kunci="bab-3"),
        *_capaian_organisasi(bahan),
        *(blok for sasaran in bahan.daftar_sasaran for blok in analisis_sasaran(bahan, sasaran)),
        *_realisasi_anggaran(bahan),
        *(blok for bagian in lainnya for blok in bahan.berjudul(bagian)),
    )


def _capaian_organisasi(bahan: Bahan) -> tuple[Blok, ...]:
    daftar = bahan.hasil.utama()
    return (
        Judul(tingkat=2, teks="Capaian Kinerja Organisasi", kunci="judul-capaian"),
        paragraf(kalimat_capaian(daftar), inden=True, kunci="kalimat-capaian"),
        *_sumber(bahan),
        tabel_capaian(
            f"Capaian Kinerja Tahun {bahan.tahun}",
            bahan.kelompok_utama(),
            bahan.hasil.aturan,
            "tabel-capaian",
        ),
        *grafik_capaian(f"Capaian Indikator Kinerja Tahun {bahan.tahun}", daftar, "grafik-capaian"),
        *bahan.bagian("capaian-umum"),
    )


def _sumber(bahan: Bahan) -> tuple[Blok, ...]:
    sumber = bahan.identitas.sumber or bahan.lembar.sumber
    return (paragraf(f"Sumber angka: {sumber}", rata="kiri", kunci="sumber-angka"),) if sumber else ()


def _realisasi_anggaran(bahan: Bahan) -> tuple[Blok, ...]:
    return (
        Judul(tingkat=2, teks="Realisasi Anggaran", kunci="judul-anggaran"),
        paragraf(kalimat_anggaran(bahan), inden=True, kunci="kalimat-anggaran"),
        *_tabel_dan_grafik(bahan),
        *bahan.bagian("realisasi-anggaran"),
    )


def _tabel_dan_grafik(bahan: Bahan) -> tuple[Blok, ...]:
    program = daftar_program(bahan.lembar.daftar_anggaran)
    if not program:
        return ()
    judul = f"Pagu dan Realisasi Anggaran per Program Tahun {bahan.tahun}"
    gambar: tuple[Gambar, ...] = grafik_anggaran(judul, program, "grafik-anggaran")
    return (tabel_program(judul, program, "tabel-anggaran"), *gambar)
