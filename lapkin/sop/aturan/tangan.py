"""Paraf and tanda tangan: an initialled paper needs someone who initialled it, a signed one has one signer."""

import re
from collections.abc import Callable, Iterator

from lapkin.sop.aturan.bacaan import sebutan_langkah, teks_kelengkapan, teks_output
from lapkin.sop.aturan.pejabat import berjabatan, mungkin_sama, penanda_tangan
from lapkin.sop.aturan.temuan import Bahan, Temuan, peringatan
from lapkin.sop.bagan import LUAR, Jenis, Langkah

_BERPARAF = re.compile(
    r"(?<!belum )(?<!untuk )(?<!akan )(?<!siap )(?<!tidak )(?<!perlu )(?<!harus )(?<!agar )(?<!tanpa )(?<!guna )"
    r"\b(?:(?:di|ber|ter)[\s-]?paraf(?:i|kan)?|dibubuhi paraf|memuat paraf|(?:sudah|telah) (?:ada )?paraf)\b",
    re.IGNORECASE,
)
_SEMUA_NASKAH = ""


def paraf_belum_ada(bahan: Bahan) -> Iterator[Temuan]:
    """A row asks for a paper with a paraf before any row before it gave one on that paper.

    A paper that comes from outside was initialled outside.
    """
    berparaf: set[str] = set()
    for langkah in bahan.sop.langkah:
        naskah = {pekerjaan.naskah for pekerjaan in langkah.pekerjaan if pekerjaan.naskah}
        sudah = _SEMUA_NASKAH in berparaf or (berparaf & naskah if naskah else berparaf)
        if not sudah and any(asal != LUAR for asal in _asal(langkah, _berparaf)):
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
        for diminta in dict.fromkeys(penanda_tangan(teks_kelengkapan(langkah))):
            daftar_asal = _asal(langkah, lambda teks, dicari=diminta: dicari in teks)
            asal = [pembuat for kode in daftar_asal if (pembuat := bahan.menurut_kode.get(kode))]
            bertanda_tangan = [nama for pembuat in asal for nama in _yang_menandatangani(pembuat)]
            if bertanda_tangan and not any(mungkin_sama(diminta, nama) for nama in bertanda_tangan):
                yield _temuan_berlainan(langkah, diminta, asal, list(dict.fromkeys(bertanda_tangan)))


def _temuan_berlainan(
    langkah: Langkah, diminta: str, asal: list[Langkah], bertanda_tangan: list[str]
) -> Temuan:
    dari = " dan ".join(sebutan_langkah(pembuat) for pembuat in asal)
    nama = " dan ".join(bertanda_tangan)
    return peringatan(
        "penanda-tangan-berlainan",
        f"Kelengkapan meminta tanda tangan {diminta}, sedangkan naskah dari {dari} ditandatangani {nama}.",
        f"Samakan penanda tangannya: {nama} atau {diminta}.",
        langkah.kode,
    )


def _asal(langkah: Langkah, disebut: Callable[[str], bool]) -> list[str]:
    """Where the things come from of which the cell says this; of all of them when no thing by itself says it."""
    if not disebut(teks_kelengkapan(langkah)):
        return []
    tersebut = [kelengkapan.dari for kelengkapan in langkah.kelengkapan if disebut(kelengkapan.nama)]
    return list(dict.fromkeys(tersebut or [kelengkapan.dari for kelengkapan in langkah.kelengkapan] or [""]))


def _berparaf(teks: str) -> bool:
    return _BERPARAF.search(" ".join(teks.split())) is not None


def _naskah_diparaf(langkah: Langkah) -> set[str]:
    """The papers a row initials; all of them when only its words speak of a paraf."""
    diparaf = {pekerjaan.naskah for pekerjaan in langkah.pekerjaan if pekerjaan.jenis is Jenis.PARAF}
    if diparaf or "paraf" not in f"{langkah.kegiatan} {langkah.output_tercetak}".lower():
        return diparaf
    return {_SEMUA_NASKAH}


def _yang_menandatangani(langkah: Langkah) -> list[str]:
    """Who signs what a row makes, by its work, by role and by the words of its outputs."""
    peran = [output.penanda_tangan for output in langkah.output]
    for pekerjaan in langkah.pekerjaan:
        peran += pekerjaan.oleh if pekerjaan.jenis is Jenis.TANDA_TANGAN else ()
    dari_kata = penanda_tangan(teks_output(langkah))
    return list(dict.fromkeys([*(nama for nama in peran if berjabatan(nama)), *dari_kata]))


ATURAN = (paraf_belum_ada, penanda_tangan_berlainan)
