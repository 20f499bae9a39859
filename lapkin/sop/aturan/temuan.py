"""What a rule is given (Bahan) and what it finds (Temuan)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lapkin.sop.bagan import Langkah
from lapkin.sop.sop import Sop
from lapkin.sop.waktu import Satuan


class Tingkat(StrEnum):
    """KESALAHAN forbids running; PERINGATAN contradicts itself or a regulation; CATATAN is worth a look."""

    KESALAHAN = "kesalahan"
    PERINGATAN = "peringatan"
    CATATAN = "catatan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Temuan:
    """One finding: the rule's slug, how grave, the kode of the step ("" for the SOP itself), two sentences.

    `kalimat` says what is so, `perbaikan` what to do about it.
    """

    aturan: str
    tingkat: Tingkat
    langkah: str = ""
    kalimat: str
    perbaikan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Keadaan:
    """What only an office knows on the day of checking; what stands empty is not checked.

    `belum_terikat`: names of roles that nobody holds that day. `bentuk_lembaga`: Dinas, Biro, ... as in
    data/lembaga.toml. `mulai` and `batas`: the first day on which the work may begin and the legal date, with
    `libur`, the working days off between them, and `satuan`, what a hari is worth in this office.
    """

    belum_terikat: frozenset[str] = frozenset()
    bentuk_lembaga: str = ""
    mulai: date | None = None
    batas: date | None = None
    libur: frozenset[date] = frozenset()
    satuan: Satuan = Satuan()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bahan:
    """The SOP under the rules, the day of checking and the office; `menurut_kode` finds a step at once."""

    sop: Sop
    pada: date
    keadaan: Keadaan
    menurut_kode: dict[str, Langkah]


Aturan = Callable[[Bahan], Iterator[Temuan]]


def peringatan(aturan: str, kalimat: str, perbaikan: str, langkah: str = "") -> Temuan:
    return Temuan(
        aturan=aturan, tingkat=Tingkat.PERINGATAN, langkah=langkah, kalimat=kalimat, perbaikan=perbaikan
    )


def catatan(aturan: str, kalimat: str, perbaikan: str, langkah: str = "") -> Temuan:
    return Temuan(
        aturan=aturan, tingkat=Tingkat.CATATAN, langkah=langkah, kalimat=kalimat, perbaikan=perbaikan
    )
