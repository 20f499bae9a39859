"""Paraf and tanda tangan: an initialled paper needs someone who initialled it, a signed one has one signer."""

import re
from collections.abc import Iterator

from lapkin.sop.aturan.temuan import Bahan, Temuan, peringatan
from lapkin.sop.bagan import Jenis, Langkah

_BERPARAF = re.compile(r"\b(?:di\s?paraf|berparaf)\b", re.IGNORECASE)
_PENANDA_TANGAN = re.compile(r"(?i:di\s?tanda\s?tangani)\s+(?i:oleh\s+)?([A-Z][\w.]*(?:\s+[A-Z][\w.]*)*)")
_SEMUA_NASKAH = ""


def paraf_belum_ada(bahan: Bahan) -> Iterator[Temuan]:
    """A row asks for a paper with a paraf before any row before it gave one on that paper."""
    berparaf: set[str] = set()
    for langkah in bahan.sop.langkah:
        naskah = {pekerjaan.naskah for pekerjaan in langkah.pekerjaan if pekerjaan.naskah}
        sudah = _SEMUA_NASKAH in berparaf or (berparaf & naskah if naskah else berparaf)
        if _BERPARAF.search(langkah.kelengkapan_tercetak or _kelengkapan(langkah)) and not sudah:
            yield peringatan(
                "paraf-belum-ada",
                "Kelengkapan meminta naskah yang sudah diparaf, padahal belum ada yang membubuhkan paraf.",
                "Hapus kata diparaf dari kelengkapan, atau letakkan langkah paraf sebelumnya.",
                langkah.kode,
            )
        berparaf |= _naskah_diparaf(langkah)


def penanda_tangan_berlainan(bahan: Bahan) -> Iterator[Temuan]:
    """A row needs a paper signed by one official, though the row that makes it has another one sign it."""
    for langkah in bahan.sop.langkah:
        for kelengkapan in langkah.kelengkapan:
            diminta = _disebut(kelengkapan.nama)
            asal = bahan.menurut_kode.get(kelengkapan.dari, langkah)
            bertanda_tangan = _penanda_tangan(asal)
            if diminta and bertanda_tangan and not any(_sama(diminta, nama) for nama in bertanda_tangan):
                yield peringatan(
                    "penanda-tangan-berlainan",
                    f"Kelengkapan meminta tanda tangan {diminta}, sedangkan naskah dari langkah "
                    f'"{asal.kode}" ditandatangani {" dan ".join(bertanda_tangan)}.',
                    f"Samakan penanda tangannya: {' dan '.join(bertanda_tangan)} atau {diminta}.",
                    langkah.kode,
                )


def _kelengkapan(langkah: Langkah) -> str:
    return "; ".join(kelengkapan.nama for kelengkapan in langkah.kelengkapan)


def _naskah_diparaf(langkah: Langkah) -> set[str]:
    """The papers a row initials; all of them when only its words speak of a paraf."""
    diparaf = {pekerjaan.naskah for pekerjaan in langkah.pekerjaan if pekerjaan.jenis is Jenis.PARAF}
    if diparaf or "paraf" not in f"{langkah.kegiatan} {langkah.output_tercetak}".lower():
        return diparaf
    return {_SEMUA_NASKAH}


def _penanda_tangan(langkah: Langkah) -> list[str]:
    """Who signs what a row makes, by role and by the words of its outputs."""
    peran = [output.penanda_tangan for output in langkah.output]
    peran += [_disebut(output.nama) for output in langkah.output]
    return list(dict.fromkeys(nama for nama in peran if nama))


def _disebut(teks: str) -> str:
    cocok = _PENANDA_TANGAN.search(teks)
    return cocok[1] if cocok else ""


def _sama(satu: str, lain: str) -> bool:
    satu, lain = satu.casefold(), lain.casefold()
    return satu in lain or lain in satu


ATURAN = (paraf_belum_ada, penanda_tangan_berlainan)
