"""The lampiran: the Perjanjian Kinerja, the measurement of every indicator, and every budget line."""

from lapkin.dokumen.blok import Blok, Jeda, Judul
from lapkin.laporan.bab_perencanaan import tabel_perjanjian_lengkap
from lapkin.laporan.bahan import Bahan
from lapkin.laporan.hitung import HasilIndikator
from lapkin.laporan.kerangka import TANPA_SASARAN
from lapkin.laporan.tabel_anggaran import tabel_rinci
from lapkin.laporan.tabel_kinerja import Kelompok, tabel_capaian


def lampiran(bahan: Bahan) -> tuple[Blok, ...]:
    """Wide tables stand in a landscape section."""
    return (
        _judul(f"Perjanjian Kinerja Tahun {bahan.tahun}", "lampiran-pk"),
        *tabel_perjanjian_lengkap(bahan, "lampiran-pk"),
        Jeda(jenis="bagian", lanskap=True),
        _judul(f"Pengukuran Kinerja Tahun {bahan.tahun}", "lampiran-pengukuran"),
        tabel_capaian(
            f"Pengukuran Kinerja Seluruh Indikator Tahun {bahan.tahun}",
            _kelompok_lengkap(bahan),
            bahan.hasil.aturan,
            "tabel-pengukuran",
        ),
        *_anggaran(bahan),
    )


def _anggaran(bahan: Bahan) -> tuple[Blok, ...]:
    daftar = bahan.lembar.daftar_anggaran
    if not daftar:
        return ()
    return (
        _judul(f"Rincian Anggaran Tahun {bahan.tahun}", "lampiran-anggaran"),
        tabel_rinci(
            f"Rincian Pagu dan Realisasi Anggaran Tahun {bahan.tahun}", daftar, "tabel-anggaran-rinci"
        ),
    )


def _kelompok_lengkap(bahan: Bahan) -> Kelompok:
    """Every indicator of every level under its sasaran; a sasaran of the list without any is left out."""
    daftar_kunci = [*(s.kunci for s in bahan.lembar.daftar_sasaran), ""]
    nama = {s.kunci: s for s in bahan.lembar.daftar_sasaran} | {"": TANPA_SASARAN}
    kelompok = [(nama[kunci], _milik(bahan, kunci)) for kunci in daftar_kunci]
    return [(sasaran, daftar) for sasaran, daftar in kelompok if daftar]


def _milik(bahan: Bahan, kunci: str) -> list[HasilIndikator]:
    return [hasil for hasil in bahan.hasil.daftar if hasil.indikator.sasaran == kunci]


def _judul(teks: str, kunci: str) -> Judul:
    return Judul(tingkat=1, teks=teks, jenis="lampiran", kunci=kunci)
