"""Text of a workbook under the keys of a report: its sasaran have other keys there, but the same names."""

from collections.abc import Mapping, Sequence

from lapkin.kinerja.lembar import BarisSasaran, rapi
from lapkin.laporan.kerangka import bagian_sasaran


def padankan_narasi(
    narasi: Mapping[str, str], dari: Sequence[BarisSasaran], ke: Sequence[BarisSasaran]
) -> dict[str, str]:
    """The same texts with the keys of the sasaran `dari` replaced by those of `ke`, matched by name."""
    menurut_nama = {rapi(sasaran.nama): sasaran for sasaran in ke}
    padanan = {
        lama.kunci: baru.kunci
        for sasaran in dari
        if (tujuan := menurut_nama.get(rapi(sasaran.nama)))
        for lama, baru in zip(bagian_sasaran(sasaran), bagian_sasaran(tujuan), strict=True)
    }
    return {padanan.get(kunci, kunci): teks for kunci, teks in narasi.items()}
