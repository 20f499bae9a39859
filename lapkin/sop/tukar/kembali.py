"""Where a row of a table says that work returns to: in a column of its own, or in the words of its Keterangan."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lapkin.sop.bagan import Langkah
from lapkin.sop.sop import Sop
from lapkin.sop.tampak import serata, setara
from lapkin.sop.tukar.baris import Baris

_TANDA_KODE = "#"
_SEBUTAN = r"(?:langkah|kegiatan|nomor|no\.?)"
_NOMOR = r"[0-9]{1,3}[a-z]?\b(?!\s*(?:menit|jam|hari|minggu|bulan|kali|orang)\b)"
_LANJUTAN = rf"(?: ?, ?| dan | atau | ?/ ?)(?:{_SEBUTAN} ?)*{_NOMOR}"
_DISEBUT = re.compile(
    rf"\b(?:di)?kembali(?:kan)? ke (?:{_SEBUTAN} ?)*({_NOMOR}(?:{_LANJUTAN})*)",
    re.IGNORECASE,
)
_POLOS = re.compile(r"[0-9a-z]+([.-][0-9a-z]+)*")
_PEMISAH = re.compile(r"[,;/\n]|\s(?:dan|atau)\s", re.IGNORECASE)
_AWALAN = re.compile(rf"^{_SEBUTAN}\s*", re.IGNORECASE)


def sel_kembali(sop: Sop, langkah: Langkah) -> str:
    """What the cell of a row says: the numbers of the rows, or the kode of a row whose number is not its alone."""
    letak = letak_nomor([satu.no for satu in sop.langkah]) if sop.identitas.label_kolom.no else {}
    nomor = {sop.langkah[urut].kode: nomor for nomor, urut in letak.items()}
    return ", ".join(nomor.get(kode, f"{_TANDA_KODE}{kode}") for kode in langkah.kembali_ke)


def letak_nomor(daftar_nomor: list[str]) -> dict[str, int]:
    """The places of rows by their numbers, where a number is one row's alone and can stand in a list."""
    bersih = [_bersih(nomor) for nomor in daftar_nomor]
    kali = Counter(bersih)
    return {
        nomor: urut
        for urut, nomor in enumerate(bersih)
        if kali[nomor] == 1 and _POLOS.fullmatch(nomor) and _pecah(nomor) == [nomor]
    }


def masalah_kembali(daftar_baris: list[Baris], asal: dict[int, Langkah], dasar: Sop) -> Iterator[str]:
    """What the cells of the column point to that is not there.

    A cell that still names a row which was taken out of the table is no fault: the return goes with the row.
    """
    letak = _letak(daftar_baris)
    semula = {
        dasar.langkah[urut].kode: nomor for nomor, urut in letak_nomor([s.no for s in dasar.langkah]).items()
    }
    for urut, baris in enumerate(daftar_baris):
        dulu = {semula.get(kode) for kode in asal[urut].kembali_ke} if urut in asal else set()
        for rujukan in _pecah(baris.kembali or ""):
            if rujukan not in letak and rujukan not in dulu and not rujukan.startswith(_TANDA_KODE):
                yield f'{baris.sebutan}: "Kembali ke {rujukan}" tidak menunjuk satu langkah pada tabel ini.'


def dengan_kembali(
    daftar_baris: list[Baris], asal: dict[int, Langkah], daftar_langkah: list[Langkah]
) -> list[Langkah]:
    """The rows (as read and as made of them, in the same order) with what their cells say of returns."""
    letak = _letak(daftar_baris)
    return [
        _satu(urut, baris, asal.get(urut), daftar_langkah, letak) for urut, baris in enumerate(daftar_baris)
    ]


def _satu(
    urut: int, baris: Baris, asal: Langkah | None, daftar: list[Langkah], letak: dict[str, int]
) -> Langkah:
    langkah = daftar[urut]
    if baris.kembali is not None and (asal or baris.kembali):
        ada = (letak[rujukan] for rujukan in _pecah(baris.kembali) if rujukan in letak)
        tujuan = tuple(dict.fromkeys(daftar[satu].kode for satu in ada))
        if set(tujuan) <= set(langkah.kembali_ke):
            return replace(langkah, kembali_ke=tuple(kode for kode in langkah.kembali_ke if kode in tujuan))
        tertulis = tuple(nama for nama in langkah.disimpulkan if nama != "kembali_ke")
        return replace(langkah, kembali_ke=tujuan, disimpulkan=tertulis)
    if asal and serata(asal.keterangan) == serata(langkah.keterangan):
        return langkah
    return _menurut_keterangan(urut, daftar, letak)


def _menurut_keterangan(urut: int, daftar: list[Langkah], letak: dict[str, int]) -> Langkah:
    """A return that only the remark tells is a guess; one that leads nowhere, or on, is left to the remark."""
    langkah = daftar[urut]
    disebut = (nomor for cocok in _DISEBUT.finditer(serata(langkah.keterangan)) for nomor in _pecah(cocok[1]))
    tempat = (letak[nomor] for nomor in disebut if letak.get(nomor, urut) < urut)
    tujuan = tuple(dict.fromkeys(daftar[satu].kode for satu in tempat if not daftar[satu].penanda))
    if not tujuan or set(tujuan) <= set(langkah.kembali_ke):
        return langkah
    disimpulkan = tuple(dict.fromkeys((*langkah.disimpulkan, "kembali_ke")))
    return replace(langkah, kembali_ke=tujuan, disimpulkan=disimpulkan)


def _letak(daftar_baris: list[Baris]) -> dict[str, int]:
    """The rows by all that may point to them: their numbers (their places where none are printed), their kode."""
    nomor = letak_nomor([baris.teks.get("no", str(urut)) for urut, baris in enumerate(daftar_baris, start=1)])
    kode = {f"{_TANDA_KODE}{baris.kode}": urut for urut, baris in enumerate(daftar_baris) if baris.kode}
    return nomor | kode


def _pecah(teks: str) -> list[str]:
    return [nomor for satu in _PEMISAH.split(teks) if (nomor := _bersih(_AWALAN.sub("", satu.strip())))]


def _bersih(nomor: str) -> str:
    return setara(nomor).rstrip(".")
