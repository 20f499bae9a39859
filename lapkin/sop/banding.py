"""What differs between two revisions of an SOP: its identity block, its roles, and its steps one by one.

A step is the same step as long as its `kode` stays: its number, its place and all its texts may change.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from enum import StrEnum

from lapkin.sop.bagan import Langkah
from lapkin.sop.kata_sop import (
    SEBUTAN_IDENTITAS,
    SEBUTAN_LANGKAH,
    SEBUTAN_SOP,
    kata_identitas,
    kata_langkah,
)
from lapkin.sop.sop import Identitas, LabelBlok, LabelKolom, Peran, Sop

BATAS_KATA = 600  # longer texts are shown whole: comparing words takes the square of their number

_KATA = re.compile(r"\s+|\w+|[^\w\s]")


class Ubah(StrEnum):
    """What happened to a step or a role."""

    TETAP = "tetap"
    DIUBAH = "diubah"
    DIPINDAH = "dipindah"
    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"


@dataclass(frozen=True, slots=True)
class Potongan:
    """A piece of a text; `berubah`: only this side has it."""

    teks: str
    berubah: bool = False


@dataclass(frozen=True, slots=True)
class Beda:
    """One field that differs: its name as people say it, and both texts cut where they differ."""

    bidang: str
    lama: tuple[Potongan, ...]
    baru: tuple[Potongan, ...]


@dataclass(frozen=True, slots=True)
class BedaLangkah:
    """One step on both sides; `lama` or `baru` is None where the step is missing. A moved step may differ too.

    A step of which only the number differs stays: it was renumbered because of others (`nomor` says how).
    """

    ubah: Ubah
    lama: Langkah | None
    baru: Langkah | None
    daftar_beda: tuple[Beda, ...] = ()

    @property
    def kode(self) -> str:
        return (self.baru or self.lama).kode

    @property
    def nomor(self) -> str:
        """ "nomor 4 → 5" of a step that stays under another number; else ""."""
        if self.ubah is not Ubah.TETAP or not self.daftar_beda:
            return ""
        return f"nomor {self.lama.no or '-'} → {self.baru.no or '-'}"


@dataclass(frozen=True, slots=True)
class BedaPeran:
    """One role (by its name) on both sides."""

    ubah: Ubah
    nama: str
    daftar_beda: tuple[Beda, ...] = ()


@dataclass(frozen=True, slots=True)
class Banding:
    """All that differs; `langkah` has also the steps that stay, in the order of the newer revision."""

    identitas: tuple[Beda, ...]
    peran: tuple[BedaPeran, ...]
    langkah: tuple[BedaLangkah, ...]

    @property
    def sama(self) -> bool:
        return not (self.identitas or self.peran) and not any(
            b.daftar_beda or b.ubah is not Ubah.TETAP for b in self.langkah
        )

    def jumlah(self, ubah: Ubah) -> int:
        """How many steps this happened to."""
        return sum(beda.ubah is ubah for beda in self.langkah)


def banding(lama: Sop, baru: Sop) -> Banding:
    """Compare two revisions; also of drafts that cannot be run yet."""
    return Banding(
        identitas=(*_beda_sop(lama, baru), *_beda_identitas(lama.identitas, baru.identitas)),
        peran=tuple(_beda_peran(lama, baru)),
        langkah=tuple(_beda_langkah(lama, baru)),
    )


def potongan(lama: str, baru: str) -> tuple[tuple[Potongan, ...], tuple[Potongan, ...]]:
    """Both texts cut word by word into what they share and what only one of them has."""
    kata_lama, kata_baru = _KATA.findall(lama), _KATA.findall(baru)
    if not (lama and baru) or len(kata_lama) + len(kata_baru) > BATAS_KATA:
        return _utuh(lama), _utuh(baru)
    daftar = SequenceMatcher(None, kata_lama, kata_baru, autojunk=False).get_opcodes()
    return (
        tuple(Potongan("".join(kata_lama[a:b]), tanda != "equal") for tanda, a, b, _, _ in daftar if b > a),
        tuple(Potongan("".join(kata_baru[c:d]), tanda != "equal") for tanda, _, _, c, d in daftar if d > c),
    )


def _utuh(teks: str) -> tuple[Potongan, ...]:
    return (Potongan(teks, berubah=True),) if teks else ()


def _beda(bidang: str, lama: str, baru: str) -> Beda:
    return Beda(bidang, *potongan(lama, baru))


def _beda_sop(lama: Sop, baru: Sop) -> Iterator[Beda]:
    for nama, sebutan in SEBUTAN_SOP.items():
        if getattr(lama, nama) != getattr(baru, nama):
            yield _beda(sebutan, getattr(lama, nama), getattr(baru, nama))


def _beda_identitas(lama: Identitas, baru: Identitas) -> Iterator[Beda]:
    for nama, sebutan in SEBUTAN_IDENTITAS.items():
        nilai_lama, nilai_baru = getattr(lama, nama), getattr(baru, nama)
        if nilai_lama != nilai_baru:
            yield _beda(sebutan, *_kata_beda(nilai_lama, nilai_baru))


def _kata_beda(lama: object, baru: object) -> tuple[str, str]:
    """Both values as words; of the headings only those that differ, one a line."""
    if not isinstance(lama, (LabelBlok, LabelKolom)):
        return kata_identitas(lama), kata_identitas(baru)
    pasangan = ((getattr(lama, kolom.name), getattr(baru, kolom.name)) for kolom in fields(lama))
    beda = [tuple(_kata_judul(nilai) for nilai in satu) for satu in pasangan if satu[0] != satu[1]]
    dulu, kini = zip(*beda, strict=True)
    return "\n".join(dulu), "\n".join(kini)


def _kata_judul(nilai: str | tuple[str, ...]) -> str:
    return (nilai if isinstance(nilai, str) else ", ".join(nilai)) or "(tidak tercetak)"


def _beda_peran(lama: Sop, baru: Sop) -> Iterator[BedaPeran]:
    dulu, kini = ({peran.nama: peran for peran in sop.peran} for sop in (lama, baru))
    for nama, peran in kini.items():
        if nama not in dulu:
            yield BedaPeran(Ubah.DITAMBAH, nama)
        elif beda := tuple(_beda_satu_peran(dulu[nama], peran)):
            yield BedaPeran(Ubah.DIUBAH, nama, beda)
    yield from (BedaPeran(Ubah.DIHAPUS, nama) for nama in dulu if nama not in kini)


def _beda_satu_peran(lama: Peran, baru: Peran) -> Iterator[Beda]:
    kata: dict[str, Callable[[Peran], str]] = {
        "Kolom pada tabel": lambda p: "ada kolomnya" if p.kolom else "tanpa kolom",
        "Ejaan lain": lambda p: ", ".join(p.ejaan_lain),
        "Kunci": lambda p: p.kunci,
        "Disimpulkan": lambda p: "ya" if p.disimpulkan else "tidak",
    }
    yield from (
        _beda(nama, baca(lama), baca(baru)) for nama, baca in kata.items() if baca(lama) != baca(baru)
    )


def _beda_langkah(lama: Sop, baru: Sop) -> Iterator[BedaLangkah]:
    """In the order of the newer revision; a removed step stands where it stood, after what went before it."""
    dulu = {langkah.kode: langkah for langkah in lama.langkah}
    kini = {langkah.kode: langkah for langkah in baru.langkah}
    tetap_urut = _tetap_urut([kode for kode in dulu if kode in kini], list(kini))
    dihapus = _dihapus_sesudah(list(dulu), kini)
    yield from (BedaLangkah(Ubah.DIHAPUS, dulu[kode], None) for kode in dihapus.get("", ()))
    for kode, langkah in kini.items():
        yield _satu_langkah(lama, baru, dulu.get(kode), langkah, kode in tetap_urut)
        yield from (BedaLangkah(Ubah.DIHAPUS, dulu[satu], None) for satu in dihapus.get(kode, ()))


def _satu_langkah(lama: Sop, baru: Sop, dulu: Langkah | None, kini: Langkah, tetap_urut: bool) -> BedaLangkah:
    if dulu is None:
        return BedaLangkah(Ubah.DITAMBAH, None, kini)
    beda = tuple(_beda_isi(lama, baru, dulu, kini))
    isi_sama = all(satu.bidang == SEBUTAN_LANGKAH["no"] for satu in beda)
    ubah = Ubah.DIPINDAH if not tetap_urut else Ubah.TETAP if isi_sama else Ubah.DIUBAH
    return BedaLangkah(ubah, dulu, kini, beda)


def _beda_isi(lama: Sop, baru: Sop, dulu: Langkah, kini: Langkah) -> Iterator[Beda]:
    for nama, sebutan in SEBUTAN_LANGKAH.items():
        if getattr(dulu, nama) != getattr(kini, nama):
            yield _beda(sebutan, kata_langkah(lama, dulu, nama), kata_langkah(baru, kini, nama))


def _dihapus_sesudah(urutan_lama: list[str], kini: dict[str, Langkah]) -> dict[str, list[str]]:
    """The removed steps by the last staying step before them ("" where none stays before)."""
    hasil: dict[str, list[str]] = {}
    jangkar = ""
    for kode in urutan_lama:
        if kode in kini:
            jangkar = kode
        else:
            hasil.setdefault(jangkar, []).append(kode)
    return hasil


def _tetap_urut(urutan_lama: list[str], urutan_baru: list[str]) -> set[str]:
    """The most steps that kept their order among each other (the longest rising row); all others were moved."""
    tempat = {kode: letak for letak, kode in enumerate(urutan_baru)}
    ujung: list[int] = []  # the smallest last place of a row of each length, and the row itself beside it
    daftar: list[tuple[str, ...]] = []
    for kode in urutan_lama:
        panjang = bisect_left(ujung, tempat[kode])
        ujung[panjang : panjang + 1] = [tempat[kode]]
        daftar[panjang : panjang + 1] = [(*(daftar[panjang - 1] if panjang else ()), kode)]
    return set(daftar[-1]) if daftar else set()
