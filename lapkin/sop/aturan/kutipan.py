"""Citations of regulations in a text: kind, number, year and title, however an office writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lapkin.sop.aturan.bacaan import daftar_kata

_PAN = r"pan\b(?:[ ./-]*(?:dan |& ?)?(?:rb|reformasi birokrasi)\b)?|pan-?rb\b"
_POLA_JENIS = {
    "UU": r"undang ?-? ?undang\b|uu\b",
    "PP": r"peraturan pemerintah\b(?! (?:pengganti|daerah))|pp\b",
    "Perpres": r"peraturan presiden\b|perpres\b",
    "Permendagri": r"(?:peraturan menteri|permen) dalam negeri\b|peraturan mendagri\b|permen ?dagri\b",
    "PermenPAN-RB": r"(?:peraturan menteri|permen) (?:negara )?pendayagunaan\b|"
    rf"(?:peraturan menteri (?:negara )?|peraturan men|permen(?:eg)?[ -]?)(?:{_PAN})",
}
_PILIHAN_JENIS = "|".join(f"(?P<{jenis.replace('-', '_')}>{pola})" for jenis, pola in _POLA_JENIS.items())
# Between kind and number only the rest of the name may stand, not the name of another regulation.
_LAIN = (
    r"\b(?:per(?:aturan|da|pu|men\w*|pres|gub|bup|wal\w*|ka)|undang|uu|pp|keputusan|kep|surat|instruksi|inpres|"
    r"qanun)\b"
)
_KUTIPAN = re.compile(
    rf"\b(?:{_PILIHAN_JENIS})(?:(?!{_LAIN})[^\d;/]){{0,90}}?(?<!\w)"
    r"(?:(?:nomor|nomer|no|nr)\b\W{0,3})?(?P<nomor>\d{1,4})\s*(?:/|\b(?:tahun|thn|th)\b\.?)\s*(?P<tahun>\d{4})\b",
    re.IGNORECASE,
)
# A title ends where the text goes on to say what became of the regulation or where it was published.
_TENTANG = re.compile(
    r"\W*(?:tentang|ttg\.?)\s+(.{1,600}?)(?=[(\[;]|\b(?:yang|sebagaimana|sebagai|beserta|berikut|menjadi|telah|diubah|terakhir|nomor|jo|"
    r"juncto|mencabut|menggantikan|(?:dan|serta|dengan)\s+(?:segala\s+)?perubahan\w*|"
    r"(?:tambahan\s+)?lembaran|berita\s+(?:negara|daerah))\b|$)",
    re.IGNORECASE,
)
_MENGGANTIKAN = re.compile(
    r"\b(?:(?:peng|meng)ganti(?:kan|an)?|penggantian|mencabut|pencabutan)"
    r"(?:\s+(?:atas|dari|terhadap|keberlakuan|berlakunya))*\s*$",
    re.IGNORECASE,
)
_DAN = re.compile(r"\s*(?:,|dan|serta|,\s*dan)\s*", re.IGNORECASE)
KATA_SAMBUNG = {
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
class Kutipan:
    """A regulation as the SOP cites it; `tentang` is "" where the title is left out.

    `digantikan`: the text cites it as what another one replaces ("sebagai pengganti UU 32/2004").
    """

    jenis: str
    nomor: int
    tahun: int
    tentang: str
    digantikan: bool = False

    @property
    def sebutan(self) -> str:
        return f"{self.jenis} Nomor {self.nomor} Tahun {self.tahun}"

    @property
    def kata(self) -> tuple[str, ...]:
        """The words that tell one title from another, as printed."""
        semua = dict.fromkeys(daftar_kata(self.tentang))
        return tuple(kata for kata in semua if kata.lower() not in KATA_SAMBUNG)


def daftar_kutipan(teks: str) -> Iterator[Kutipan]:
    """Every regulation that a text cites by kind, number and year, with the title after "tentang"."""
    rapi = " ".join(teks.split())
    semua = list(_KUTIPAN.finditer(rapi))
    akhir_sebelumnya, digantikan = 0, False
    for urutan, cocok in enumerate(semua):
        batas = semua[urutan + 1].start() if urutan + 1 < len(semua) else len(rapi)
        antara = rapi[akhir_sebelumnya : cocok.start()]
        digantikan = bool(_MENGGANTIKAN.search(antara) or (digantikan and _DAN.fullmatch(antara)))
        judul = _TENTANG.match(rapi[cocok.end() : batas])
        akhir_sebelumnya = cocok.end()
        yield Kutipan(
            jenis=next(jenis for jenis in _POLA_JENIS if cocok[jenis.replace("-", "_")]),
            nomor=int(cocok["nomor"]),
            tahun=int(cocok["tahun"]),
            tentang=judul[1] if judul else "",
            digantikan=digantikan,
        )
