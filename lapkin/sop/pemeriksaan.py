"""Periksa SOP: what in an SOP contradicts itself, a regulation or the office; each finding with a mending.

The rules stand in `aturan/`, one file for each group; each is a small function listed in DAFTAR_ATURAN. Every rule
goes through the rows once, so the time grows with their number and no faster (bench/periksa.py).
"""

from datetime import date

from lapkin.sop.aturan import (
    batas_waktu,
    ejaan,
    hukum,
    jalan,
    kembali,
    lembaga,
    mutu_baku,
    orang,
    penomoran,
    tangan,
    tanggal,
)
from lapkin.sop.aturan.temuan import Aturan, Bahan, Keadaan, Temuan, Tingkat
from lapkin.sop.periksa_sop import BATAS_LANGKAH
from lapkin.sop.sop import Sop

__all__ = ["DAFTAR_ATURAN", "Keadaan", "Temuan", "Tingkat", "periksa"]

DAFTAR_ATURAN: tuple[Aturan, ...] = (
    *jalan.ATURAN,
    *penomoran.ATURAN,
    *ejaan.ATURAN,
    *tanggal.ATURAN,
    *lembaga.ATURAN,
    *hukum.ATURAN,
    *mutu_baku.ATURAN,
    *tangan.ATURAN,
    *kembali.ATURAN,
    *batas_waktu.ATURAN,
    *orang.ATURAN,
)
_TANPA_KANTOR = Keadaan()
_URUTAN_TINGKAT = {tingkat: urutan for urutan, tingkat in enumerate(Tingkat)}


def periksa(sop: Sop, *, pada: date, keadaan: Keadaan = _TANPA_KANTOR) -> tuple[Temuan, ...]:
    """All findings on the day `pada`: those of the whole SOP first, then step by step, the gravest first.

    Takes any SOP that `baca_draf` or `draf_dari_json` read; an SOP with too many rows gets that finding alone.
    """
    daftar_aturan = DAFTAR_ATURAN if len(sop.langkah) <= BATAS_LANGKAH else jalan.ATURAN
    bahan = Bahan(
        sop=sop, pada=pada, keadaan=keadaan, menurut_kode={langkah.kode: langkah for langkah in sop.langkah}
    )
    letak = {kode: urutan for urutan, kode in enumerate(bahan.menurut_kode)}
    semua = dict.fromkeys(temuan for aturan in daftar_aturan for temuan in aturan(bahan))
    return tuple(
        sorted(semua, key=lambda t: (letak[t.langkah] if t.langkah else -1, _URUTAN_TINGKAT[t.tingkat]))
    )
