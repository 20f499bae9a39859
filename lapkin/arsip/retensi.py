"""Until when an archive is active and inactive, counted in whole years after the year it belongs to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Retensi:
    """The last year of each phase, and what happens then (nasib, in words)."""

    aktif_sampai: int
    inaktif_sampai: int
    nasib: str

    def __str__(self) -> str:
        masa = f"aktif s.d. {self.aktif_sampai}, inaktif s.d. {self.inaktif_sampai}"
        return f"{masa}, kemudian {self.nasib.lower()}"


def retensi(tahun: int, aktif: int, inaktif: int, nasib: str) -> Retensi:
    """`aktif` and `inaktif` in years, `nasib` the fate in words ("Permanen")."""
    akhir_aktif = tahun + aktif
    return Retensi(aktif_sampai=akhir_aktif, inaktif_sampai=akhir_aktif + inaktif, nasib=nasib)
