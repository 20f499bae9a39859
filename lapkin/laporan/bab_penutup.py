"""Bab IV: the general conclusion and the steps to come. All of it is people's text."""

from lapkin.dokumen.blok import Blok, Judul
from lapkin.laporan.bahan import Bahan
from lapkin.laporan.kerangka import JUDUL_BAB


def bab_penutup(bahan: Bahan) -> tuple[Blok, ...]:
    """Bab IV: the text that people write."""
    return (
        Judul(tingkat=1, teks=JUDUL_BAB["bab-4"], kunci="bab-4"),
        *(blok for bagian in bahan.bagian_bab("bab-4") for blok in bahan.berjudul(bagian)),
    )
