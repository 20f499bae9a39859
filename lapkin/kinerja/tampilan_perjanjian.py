"""The versions of a Perjanjian Kinerja side by side: each target with what its version changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SelTarget:
    """A target in one version ("" = none) and what it did to the version before: "", Baru, Berubah, Dihapus."""

    tertulis: str
    keadaan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTarget:
    """One indicator with its target in every version."""

    nama: str
    satuan: str
    daftar_sel: tuple[SelTarget, ...]


def susun_target(
    daftar_indikator: Iterable, daftar_versi: Sequence[int], target: Mapping[tuple[int, int], str]
) -> tuple[BarisTarget, ...]:
    """The indicators (with pk, nama, satuan) that any version has; `target` by indicator and version."""
    return tuple(
        BarisTarget(nama=satu.nama, satuan=satu.satuan, daftar_sel=_daftar_sel(daftar_teks))
        for satu in daftar_indikator
        if any(daftar_teks := [target.get((satu.pk, versi), "") for versi in daftar_versi])
    )


def _daftar_sel(daftar_teks: Sequence[str]) -> tuple[SelTarget, ...]:
    sebelumnya = (daftar_teks[0], *daftar_teks)
    return tuple(
        SelTarget(tertulis=kini, keadaan=_keadaan(lalu, kini))
        for lalu, kini in zip(sebelumnya, daftar_teks, strict=False)
    )


def _keadaan(lalu: str, kini: str) -> str:
    if lalu == kini:
        return ""
    if not lalu:
        return "Baru"
    return "Berubah" if kini else "Dihapus"
