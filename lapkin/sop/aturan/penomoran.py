"""Numbers: of the SOP itself and of its rows."""

import re
from collections.abc import Iterator

from lapkin.sop.aturan.temuan import Bahan, Temuan, catatan, peringatan
from lapkin.sop.bagan import Langkah

_BERLUBANG = re.compile(r"[/.\-]\s*[/.\-]|^\s*[/\-]|[/\-]\s*$|\.{2,}|_{2,}|…")
_NOMOR_BUTIR = re.compile(r"\s*(\d{1,3}[.)])\s+\S")
_NOMOR_BARIS = re.compile(r"\s*(\d{1,6})\s*[.)]?\s*")


def nomor_sop_kosong(bahan: Bahan) -> Iterator[Temuan]:
    """A number that is blank, or whose parts are: "065/ /DPP-PA.A"."""
    nomor = bahan.sop.identitas.nomor
    if not nomor.strip():
        yield peringatan(
            "nomor-kosong", "Nomor SOP belum ditulis.", "Tulis nomor menurut tata naskah instansi."
        )
    elif _BERLUBANG.search(nomor):
        yield peringatan(
            "nomor-kosong",
            f'Nomor SOP "{nomor}" masih berlubang.',
            "Isi bagian nomor yang kosong dari register nomor instansi.",
        )


def nomor_butir(bahan: Bahan) -> Iterator[Temuan]:
    """An item of the legal basis that still bears the number of another list."""
    for teks in bahan.sop.identitas.dasar_hukum:
        if cocok := _NOMOR_BUTIR.match(teks):
            yield catatan(
                "butir-bernomor",
                f'Butir dasar hukum masih membawa nomor "{cocok[1]}" dari daftar lain.',
                "Hapus nomor itu; nomor butir dicetak sendiri oleh formulir.",
            )


def nomor_langkah(bahan: Bahan) -> Iterator[Temuan]:
    """Row numbers that are missing, repeated, out of order or skipped; what is no plain number is left alone.

    A row that stands out of order is the odd one: in 5, 6, 9, 7, 8 it is 9, not 7. A number is skipped only
    when no row bears it.
    """
    bernomor = []
    for langkah in bahan.sop.langkah:
        if cocok := _NOMOR_BARIS.fullmatch(langkah.no):
            bernomor.append((int(cocok[1]), langkah))
        elif not langkah.no.strip() and not langkah.penanda:
            yield peringatan(
                "nomor-hilang",
                "Langkah ini belum bernomor.",
                "Tulis nomor urutnya pada kolom No.",
                langkah.kode,
            )
    yield from _berulang(bernomor)
    yield from _tidak_urut(bernomor)
    yield from _melompat(bernomor)


def _berulang(bernomor: list[tuple[int, Langkah]]) -> Iterator[Temuan]:
    terpakai: set[int] = set()
    for nomor, langkah in bernomor:
        if nomor in terpakai:
            yield peringatan(
                "nomor-berulang",
                f"Nomor {nomor} sudah dipakai langkah sebelumnya.",
                "Beri nomor urut yang belum dipakai.",
                langkah.kode,
            )
        terpakai.add(nomor)


def _tidak_urut(bernomor: list[tuple[int, Langkah]]) -> Iterator[Temuan]:
    for tempat in range(1, len(bernomor)):
        (kiri, langkah_kiri), (nomor, langkah) = bernomor[tempat - 1], bernomor[tempat]
        if nomor >= kiri:
            continue
        sebelumnya = bernomor[tempat - 2][0] if tempat > 1 else 0
        ganjil = langkah_kiri if sebelumnya < nomor else langkah
        yield peringatan(
            "nomor-tidak-urut",
            f"Nomor {kiri} berdiri sebelum nomor {nomor}.",
            "Urutkan kembali nomor langkah menurut letaknya.",
            ganjil.kode,
        )


def _melompat(bernomor: list[tuple[int, Langkah]]) -> Iterator[Temuan]:
    """Gaps in the sorted numbers, told at the row after the gap; a table begins with 1."""
    sebelumnya = 0
    for nomor, langkah in sorted(bernomor, key=lambda pasangan: pasangan[0]):
        if nomor > sebelumnya + 1:
            hilang = f"{sebelumnya + 1}" + (f" sampai {nomor - 1}" if nomor > sebelumnya + 2 else "")
            yield peringatan(
                "nomor-melompat",
                f"Nomor {hilang} tidak ada; penomoran melompat ke {nomor}.",
                "Urutkan kembali nomor langkah, atau tulis langkah yang hilang.",
                langkah.kode,
            )
        sebelumnya = nomor


ATURAN = (nomor_sop_kosong, nomor_butir, nomor_langkah)
