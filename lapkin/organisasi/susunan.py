"""Rows with a parent key put in the order of their tree."""

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Simpul:
    """One row with the rows directly below it."""

    baris: object
    daftar_bawahan: list["Simpul"] = field(default_factory=list)


def susun_pohon(daftar_baris, kunci_induk: str) -> list[Simpul]:
    """The tree of rows (with `pk` and the key of their parent); the order given stays among siblings."""
    simpul = {baris.pk: Simpul(baris) for baris in daftar_baris}
    anak = defaultdict(list)
    for butir in simpul.values():
        induk = getattr(butir.baris, kunci_induk)
        anak[induk if induk in simpul else None].append(butir)
    for pk, butir in simpul.items():
        butir.daftar_bawahan = anak[pk]
    return anak[None]
