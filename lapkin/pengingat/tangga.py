"""The ladder of politeness (tangga) as data: its rungs (anak tangga), and reading the one every office starts with.

An office replaces a rung by a row with the same kode (model AnakTangga), switches it off, or adds rungs of its own.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from .kalimat import TeksTidakSah, periksa_teks

_BERKAS = Path(__file__).parent / "data" / "tangga.toml"


class Saluran(StrEnum):
    """By which way a reminder goes. Letters (nota dinas pengingat, surat teguran) join here when they can be made."""

    PESAN = "pesan"
    SUREL = "surel"
    WHATSAPP = "whatsapp"


class Kepada(StrEnum):
    """Whom a rung reminds: who holds the turn, or the post above (where there is none, who answers for the SOP)."""

    PELAKSANA = "pelaksana"
    ATASAN = "atasan"


class Satuan(StrEnum):
    """The unit in which a rung's distance from the due moment is said; both are working time."""

    JAM = "jam"
    HARI = "hari"


NAMA_SALURAN = {
    Saluran.PESAN: "Pesan di Lapkin",
    Saluran.SUREL: "Surel",
    Saluran.WHATSAPP: "WhatsApp (teks siap kirim)",
}
NAMA_KEPADA = {Kepada.PELAKSANA: "Yang memegang giliran", Kepada.ATASAN: "Atasannya"}
NAMA_SATUAN = {Satuan.JAM: "jam kerja", Satuan.HARI: "hari kerja"}
_JENIS_ISIAN = {
    "kode": str,
    "selisih": int,
    "satuan": str,
    "saluran": str,
    "kepada": str,
    "teks": str,
    "aktif": bool,
}
_NAMA_JENIS = {str: "teks", int: "bilangan bulat", bool: "true atau false"}
_PILIHAN = {"satuan": Satuan, "saluran": Saluran, "kepada": Kepada}


class TanggaTidakSah(ValueError):
    """The file of the shipped ladder has faults; `daftar_masalah` says each in a sentence."""

    def __init__(self, daftar_masalah):
        super().__init__(" ".join(daftar_masalah))
        self.daftar_masalah = tuple(daftar_masalah)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anak:
    """One rung: `selisih` units after the due moment (negative: before it, 0: at it)."""

    kode: str
    selisih: int
    satuan: str = Satuan.HARI
    saluran: str
    kepada: str = Kepada.PELAKSANA
    teks: str
    aktif: bool = True

    def menit(self, sehari: int) -> int:
        """The distance from the due moment in working minutes, where a working day has `sehari`."""
        return self.selisih * (sehari if self.satuan == Satuan.HARI else 60)

    @property
    def jalur(self) -> tuple[str, str]:
        """Rungs of one line (channel and reader) climb; of one line only the highest is sent at a time."""
        return self.saluran, self.kepada

    @property
    def kapan(self) -> str:
        """ "1 hari kerja sebelum tenggat", "saat tenggat", "3 hari kerja sesudah tenggat"."""
        if not self.selisih:
            return "saat tenggat"
        arah = "sebelum" if self.selisih < 0 else "sesudah"
        return f"{abs(self.selisih)} {NAMA_SATUAN[Satuan(self.satuan)]} {arah} tenggat"

    @property
    def sisa_contoh(self) -> str:
        """The time left or overrun that a text says when this rung is reached, for its preview."""
        if not self.selisih:
            return "tenggat sudah tiba"
        kata = "sisa" if self.selisih < 0 else "terlambat"
        return f"{kata} {abs(self.selisih)} {NAMA_SATUAN[Satuan(self.satuan)]}"


@cache
def tangga_bawaan() -> tuple[Anak, ...]:
    """The ladder as shipped (data/tangga.toml), read once."""
    return baca_tangga(_BERKAS.read_text(encoding="utf-8"))


def baca_tangga(teks: str) -> tuple[Anak, ...]:
    """The rungs of a TOML text; raises TanggaTidakSah with every fault of it."""
    try:
        daftar = tomllib.loads(teks).get("anak", [])
    except tomllib.TOMLDecodeError as galat:
        raise TanggaTidakSah([f"Tangga pengingat bukan TOML yang sah: {galat}."]) from None
    masalah = [f"Anak tangga ke-{n}: {m}" for n, satu in enumerate(daftar, start=1) for m in _masalah(satu)]
    daftar_kode = [str(satu.get("kode")) for satu in daftar]
    masalah += [
        f"Kode {kode} dipakai dua kali."
        for kode in sorted({k for k in daftar_kode if daftar_kode.count(k) > 1})
    ]
    if masalah:
        raise TanggaTidakSah(masalah)
    return tuple(Anak(**satu) for satu in daftar)


def _masalah(satu: dict) -> Iterator[str]:
    """What is wrong with one rung of the file."""
    asing = sorted(set(satu) - set(_JENIS_ISIAN))
    yield from (f"isian {nama} tidak dikenal." for nama in asing)
    for nama, jenis in _JENIS_ISIAN.items():
        if nama not in satu:
            if nama != "aktif":
                yield f"isian {nama} belum ada."
        elif type(satu[nama]) is not jenis:
            yield f"isian {nama} bukan {_NAMA_JENIS[jenis]}."
        elif nama in _PILIHAN and satu[nama] not in list(_PILIHAN[nama]):
            yield f"{nama} “{satu[nama]}” tidak dikenal; pilih {', '.join(_PILIHAN[nama])}."
    if isinstance(satu.get("teks"), str):
        try:
            periksa_teks(satu["teks"])
        except TeksTidakSah as galat:
            yield str(galat)


def susun_tangga(daftar_sendiri: Iterable[Anak]) -> tuple[Anak, ...]:
    """The whole ladder of an office, switched-off rungs included: the shipped one with the office's own in place."""
    semua = {anak.kode: anak for anak in (*tangga_bawaan(), *daftar_sendiri)}
    return tuple(sorted(semua.values(), key=lambda a: (a.menit(450), a.saluran, a.kode)))
