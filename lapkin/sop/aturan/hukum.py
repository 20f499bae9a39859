"""The legal basis against data/peraturan.toml: what is revoked, what bears a wrong year or another title.

Only regulations that stand in that file are judged; of all others nothing is said.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import combinations

from lapkin.bahasa.tanggal import panjang
from lapkin.sop.aturan.bacaan import baca_data, kata_kecil
from lapkin.sop.aturan.kutipan import KATA_SAMBUNG, Kutipan, daftar_kutipan
from lapkin.sop.aturan.temuan import Bahan, Temuan, catatan, peringatan

# A title of fewer words than these would fit too many regulations.
_CUKUP_KATA = 2
_INISIAL_TERPENDEK = 2


@dataclass(frozen=True, kw_only=True)
class Peraturan:
    """A regulation of the data file; `dicabut` is the first day on which it surely no longer holds.

    `singkatan`: what its title is shortened to beside the initials of its words (LKjIP).
    """

    jenis: str
    nomor: int
    tahun: int
    tentang: str
    sumber: str
    dicabut: date | None = None
    pengganti: str = ""
    singkatan: tuple[str, ...] = ()

    @property
    def sebutan(self) -> str:
        return f"{self.jenis} Nomor {self.nomor} Tahun {self.tahun}"

    @cached_property
    def kata(self) -> frozenset[str]:
        """The words that may stand in the title, and the initials of any run of them (SAKIP)."""
        kata = kata_kecil(self.tentang)
        huruf = "".join(satu[0] for satu in kata if satu not in KATA_SAMBUNG)
        awal_akhir = combinations(range(len(huruf) + 1), 2)
        inisial = {huruf[awal:akhir] for awal, akhir in awal_akhir if akhir - awal >= _INISIAL_TERPENDEK}
        return frozenset({*kata, *inisial, *(satu.lower() for satu in self.singkatan)})


def hukum_dicabut(bahan: Bahan) -> Iterator[Temuan]:
    """A regulation that no longer held on the day of checking, unless it is named as what another one replaced."""
    for kutipan in _semua_kutipan(bahan):
        peraturan = None if kutipan.digantikan else _menurut_sebutan().get(kutipan.sebutan)
        if peraturan and peraturan.dicabut and peraturan.dicabut <= bahan.pada:
            yield peringatan(
                "hukum-dicabut",
                f"Dasar hukum menyebut {peraturan.sebutan}, yang sudah tidak berlaku pada {panjang(bahan.pada)}.",
                f"Ganti dengan {peraturan.pengganti}.",
            )


def hukum_salah_tahun(bahan: Bahan) -> Iterator[Temuan]:
    """A number and title of one regulation with the year of none: Permendagri 86 "2016" is of 2017."""
    for kutipan in _semua_kutipan(bahan):
        if kutipan.sebutan in _menurut_sebutan() or len(kutipan.kata) < _CUKUP_KATA:
            continue
        for peraturan in _menurut_nomor().get((kutipan.jenis, kutipan.nomor), ()):
            if peraturan.kata.issuperset(kata.lower() for kata in kutipan.kata):
                yield peringatan(
                    "hukum-salah-tahun",
                    f"Dasar hukum menyebut {kutipan.sebutan}, sedangkan judulnya sesuai dengan {peraturan.sebutan}.",
                    f"Ganti tahunnya menjadi {peraturan.tahun}.",
                )


def hukum_tahun_meragukan(bahan: Bahan) -> Iterator[Temuan]:
    """No title, and a year beside that of the one regulation with this number that the data knows.

    Another regulation may bear that number and year, so it is a note.
    """
    for kutipan in _semua_kutipan(bahan):
        if kutipan.sebutan in _menurut_sebutan() or kutipan.kata:
            continue
        dekat = [
            peraturan
            for peraturan in _menurut_nomor().get((kutipan.jenis, kutipan.nomor), ())
            if abs(peraturan.tahun - kutipan.tahun) == 1
        ]
        if len(dekat) == 1:
            yield catatan(
                "hukum-tahun-meragukan",
                f"Dasar hukum menyebut {kutipan.sebutan} tanpa judul; yang biasa menjadi dasar ialah "
                f"{dekat[0].sebutan} tentang {dekat[0].tentang}.",
                f"Bila itu yang dimaksud, ganti tahunnya menjadi {dekat[0].tahun}; bila bukan, tulis judulnya.",
            )


def hukum_salah_judul(bahan: Bahan) -> Iterator[Temuan]:
    """A title with words that the regulation's own title has not ("Penunjukan Teknis" for Petunjuk Teknis)."""
    for kutipan in _semua_kutipan(bahan):
        peraturan = _menurut_sebutan().get(kutipan.sebutan)
        asing = [kata for kata in kutipan.kata if kata.lower() not in peraturan.kata] if peraturan else []
        if asing:
            disebut = ", ".join(f'"{kata}"' for kata in asing)
            yield catatan(
                "hukum-salah-judul",
                f"Judul {peraturan.sebutan} tercetak dengan kata {disebut}, yang tidak ada dalam judul resminya.",
                f'Tulis judul resminya: "{peraturan.tentang}".',
            )


def _semua_kutipan(bahan: Bahan) -> Iterator[Kutipan]:
    for teks in bahan.sop.identitas.dasar_hukum:
        yield from daftar_kutipan(teks)


@cache
def daftar_peraturan() -> tuple[Peraturan, ...]:
    """The regulations of data/peraturan.toml."""
    return tuple(
        Peraturan(**(baris | {"singkatan": tuple(baris.get("singkatan", ()))}))
        for baris in baca_data("peraturan")["peraturan"]
    )


@cache
def _menurut_sebutan() -> dict[str, Peraturan]:
    return {peraturan.sebutan: peraturan for peraturan in daftar_peraturan()}


@cache
def _menurut_nomor() -> dict[tuple[str, int], list[Peraturan]]:
    menurut = defaultdict(list)
    for peraturan in daftar_peraturan():
        menurut[peraturan.jenis, peraturan.nomor].append(peraturan)
    return dict(menurut)


ATURAN = (hukum_dicabut, hukum_salah_tahun, hukum_tahun_meragukan, hukum_salah_judul)
