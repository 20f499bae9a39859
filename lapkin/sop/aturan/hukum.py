"""The legal basis against data/peraturan.toml: what is revoked, what bears a wrong year or another title.

Only regulations that stand in that file are judged; of all others nothing is said.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from lapkin.bahasa.tanggal import panjang
from lapkin.sop.aturan.bacaan import baca_data, daftar_kata, kata_kecil
from lapkin.sop.aturan.temuan import Bahan, Temuan, catatan, peringatan

_POLA_JENIS = {
    "UU": r"undang[- ]undang|uu",
    "PP": r"peraturan pemerintah(?! (?:pengganti|daerah))|pp",
    "Perpres": r"peraturan presiden|perpres",
    "Permendagri": r"peraturan menteri dalam negeri|permendagri",
    "PermenPAN-RB": r"peraturan menteri (?:negara )?pendayagunaan|permenpan",
}
_PILIHAN_JENIS = "|".join(f"(?P<{jenis.replace('-', '_')}>{pola})" for jenis, pola in _POLA_JENIS.items())
_KUTIPAN = re.compile(
    rf"\b(?:{_PILIHAN_JENIS})\b[^\d;/]{{0,90}}?(?<!\w)"
    r"(?:(?:nomor|no)\b\W{0,3}(?P<nomor>\d{1,4})\s+tahun\s+(?P<tahun>\d{4})|(?P<nomor2>\d{1,4})\s*/\s*(?P<tahun2>\d{4}))\b",
    re.IGNORECASE,
)
_TENTANG = re.compile(
    r"\W*tentang\s+(.{1,600}?)(?=\(|;|\bsebagaimana\b|\bnomor\b|$)", re.IGNORECASE | re.DOTALL
)
# A title of fewer words than these would fit too many regulations.
_CUKUP_KATA = 2
_KATA_SAMBUNG = {
    "dan",
    "atas",
    "di",
    "serta",
    "dalam",
    "tentang",
    "yang",
    "untuk",
    "pada",
    "republik",
    "indonesia",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Peraturan:
    """A regulation of the data file; `dicabut` is the first day on which it surely no longer holds."""

    jenis: str
    nomor: int
    tahun: int
    tentang: str
    sumber: str
    dicabut: date | None = None
    pengganti: str = ""

    @property
    def sebutan(self) -> str:
        return f"{self.jenis} Nomor {self.nomor} Tahun {self.tahun}"

    @property
    def kata(self) -> frozenset[str]:
        return frozenset(kata_kecil(self.tentang))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kutipan:
    """A regulation as the SOP cites it; `tentang` is "" where the title is left out."""

    jenis: str
    nomor: int
    tahun: int
    tentang: str

    @property
    def sebutan(self) -> str:
        return f"{self.jenis} Nomor {self.nomor} Tahun {self.tahun}"

    @property
    def kata(self) -> tuple[str, ...]:
        """The words that tell one title from another, as printed."""
        semua = dict.fromkeys(daftar_kata(self.tentang))
        return tuple(kata for kata in semua if kata.lower() not in _KATA_SAMBUNG)


def hukum_dicabut(bahan: Bahan) -> Iterator[Temuan]:
    """A regulation that no longer held on the day of checking."""
    for kutipan in _semua_kutipan(bahan):
        peraturan = _menurut_sebutan().get(kutipan.sebutan)
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


def daftar_kutipan(teks: str) -> Iterator[Kutipan]:
    """Every regulation that a text cites by kind, number and year, with the title after "tentang"."""
    for cocok in _KUTIPAN.finditer(teks):
        judul = _TENTANG.match(teks, cocok.end())
        yield Kutipan(
            jenis=next(jenis for jenis in _POLA_JENIS if cocok[jenis.replace("-", "_")]),
            nomor=int(cocok["nomor"] or cocok["nomor2"]),
            tahun=int(cocok["tahun"] or cocok["tahun2"]),
            tentang=judul[1] if judul else "",
        )


def _semua_kutipan(bahan: Bahan) -> Iterator[Kutipan]:
    for teks in bahan.sop.identitas.dasar_hukum:
        yield from daftar_kutipan(teks)


@cache
def daftar_peraturan() -> tuple[Peraturan, ...]:
    """The regulations of data/peraturan.toml."""
    return tuple(Peraturan(**baris) for baris in baca_data("peraturan")["peraturan"])


@cache
def _menurut_sebutan() -> dict[str, Peraturan]:
    return {peraturan.sebutan: peraturan for peraturan in daftar_peraturan()}


@cache
def _menurut_nomor() -> dict[tuple[str, int], list[Peraturan]]:
    menurut = defaultdict(list)
    for peraturan in daftar_peraturan():
        menurut[peraturan.jenis, peraturan.nomor].append(peraturan)
    return dict(menurut)


ATURAN = (hukum_dicabut, hukum_salah_tahun, hukum_salah_judul)
