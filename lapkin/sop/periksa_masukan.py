"""What forbids taking an SOP in as a draft; what only keeps a draft from running yet is left to the checker.

Refused is what nothing later could set right without a guess: two rows of one kode, a reference to what is not
there, a text that no form of the editor would take. A draft that leaves the editor may always come back.
"""

from collections.abc import Iterator

from lapkin.sop.bagan import LUAR, Langkah
from lapkin.sop.batas_isian import masalah_batas
from lapkin.sop.periksa_sop import PENANDA, periksa_langkah, periksa_penanggung_jawab, periksa_peran
from lapkin.sop.sop import Sop, SopTidakSah, baca_bebas

# The rules of `periksa_sop` that speak of names and references, not of work that is still to be done.
_ATURAN = frozenset(
    {
        "peran-ganda",
        "peran-tanpa-nama",
        "kunci-peran",
        "penanggung-jawab-tidak-dikenal",
        "kode-ganda",
        "kode-langkah",
        "peran-tidak-dikenal",
        "disimpulkan-tidak-dikenal",
    }
)


def baca_masukan(teks: str) -> Sop:
    """The draft in a TOML text that someone sends in; raises SopTidakSah with all faults at once."""
    sop, daftar_masalah = baca_bebas(teks)
    if daftar_masalah := [*daftar_masalah, *masalah_masukan(sop)]:
        raise SopTidakSah(daftar_masalah)
    return sop


def masalah_masukan(sop: Sop) -> list[str]:
    """Every fault for which this SOP can't be taken in, as an Indonesian sentence."""
    daftar_masalah = (
        *periksa_peran(sop.peran),
        *periksa_langkah(sop.peran, sop.langkah),
        *periksa_penanggung_jawab(sop.penanggung_jawab, sop.peran),
    )
    return [
        *(masalah.kalimat for masalah in daftar_masalah if masalah.aturan in _ATURAN),
        *_rujukan_hilang(sop.langkah),
        *masalah_batas(sop),
    ]


def _rujukan_hilang(daftar_langkah: tuple[Langkah, ...]) -> Iterator[str]:
    ada = {langkah.kode for langkah in daftar_langkah}
    for langkah in daftar_langkah:
        if langkah.penanda not in PENANDA:
            yield f'Langkah "{langkah.kode}": penanda "{langkah.penanda}" tidak dikenal.'
        for butir in langkah.kelengkapan:
            if butir.dari not in ("", LUAR) and butir.dari not in ada:
                yield (
                    f'Langkah "{langkah.kode}": kelengkapan "{butir.nama}" dari "{butir.dari}", '
                    "tetapi langkah itu tidak ada."
                )
        for tujuan in langkah.kembali_ke:
            if tujuan not in ada:
                yield f'Langkah "{langkah.kode}": kembali_ke "{tujuan}", tetapi langkah itu tidak ada.'
