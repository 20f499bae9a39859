"""Bab I: the organisation, its strategic aspects, the main problems it faces. All of it is people's text."""

from lapkin.dokumen.blok import Blok, Judul
from lapkin.laporan.bahan import Bahan
from lapkin.laporan.kerangka import JUDUL_BAB


def bab_pendahuluan(bahan: Bahan) -> tuple[Blok, ...]:
    """Bab I: the text that people write."""
    return (
        Judul(tingkat=1, teks=JUDUL_BAB["bab-1"], kunci="bab-1"),
        *(blok for bagian in bahan.bagian_bab("bab-1") for blok in bahan.berjudul(bagian)),
    )
