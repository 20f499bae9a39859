"""The text of a workbook beside the text of a report: what taking it over would do, slot by slot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lapkin.laporan.kerangka import Bagian


@dataclass(frozen=True, slots=True, kw_only=True)
class BandingNarasi:
    """One slot for which the workbook has text; `lama` is what the report has now ("" = nothing yet)."""

    bagian: Bagian
    lama: str
    baru: str

    @property
    def keadaan(self) -> str:
        """`kosong` (the report has nothing yet), `sama`, or `berbeda`."""
        if self.lama == self.baru:
            return "sama"
        return "berbeda" if self.lama else "kosong"


@dataclass(frozen=True, slots=True, kw_only=True)
class PratinjauNarasi:
    """What a workbook brings: its slots in the order of reading, and the keys that the report doesn't have."""

    daftar: tuple[BandingNarasi, ...]
    daftar_asing: tuple[str, ...]

    @property
    def dapat_diambil(self) -> dict[str, str]:
        """The new texts by slot, those that would change something."""
        return {satu.bagian.kunci: satu.baru for satu in self.daftar if satu.keadaan != "sama"}


def banding_narasi(
    daftar_bagian: Iterable[Bagian], lama: Mapping[str, str], baru: Mapping[str, str]
) -> PratinjauNarasi:
    """Compare the texts by slot; a slot left empty in the workbook asks for nothing."""
    daftar_bagian = tuple(daftar_bagian)
    dikenal = {bagian.kunci for bagian in daftar_bagian}
    return PratinjauNarasi(
        daftar=tuple(
            BandingNarasi(bagian=bagian, lama=lama.get(bagian.kunci, ""), baru=baru[bagian.kunci])
            for bagian in daftar_bagian
            if baru.get(bagian.kunci)
        ),
        daftar_asing=tuple(kunci for kunci, teks in baru.items() if teks and kunci not in dikenal),
    )
