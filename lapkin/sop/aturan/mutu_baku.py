"""Kelengkapan and output: where a thing needed comes from, who uses a thing made, columns that are not printed."""

from collections.abc import Iterator

from lapkin.sop.aturan.bacaan import kata_kecil
from lapkin.sop.aturan.temuan import Bahan, Temuan, catatan, peringatan
from lapkin.sop.bagan import Langkah, Output

# Names are compared by their first words only, so that a long cell costs no more than a short one.
_PALING_BANYAK_KATA = 12


def kelengkapan_tanpa_asal(bahan: Bahan) -> Iterator[Temuan]:
    """A thing needed whose origin is left open; an origin that is no earlier row forbids running (jalan.py)."""
    for langkah in bahan.sop.langkah:
        for kelengkapan in langkah.kelengkapan:
            if not kelengkapan.dari:
                yield peringatan(
                    "kelengkapan-tanpa-asal",
                    f'Asal kelengkapan "{kelengkapan.nama}" belum ditulis.',
                    'Pilih langkah sebelumnya yang membuatnya, atau "luar".',
                    langkah.kode,
                )


def output_tak_terpakai(bahan: Bahan) -> Iterator[Temuan]:
    """A thing made that no later row needs, be it by its `dari` or by a near name; the last row's is the product.

    A near name begins with the other one in full: "Draft LKJIP" and "Draft LKJIP Sub Kegiatan". What we inferred
    ourselves (`disimpulkan`) is not held against the print.
    """
    daftar_langkah = bahan.sop.daftar_langkah_kerja
    terakhir_dipakai = _terakhir_dipakai(daftar_langkah)
    dipakai_dari = _dipakai_dari(daftar_langkah)
    for letak, langkah in enumerate(daftar_langkah[:-1]):
        for output in langkah.output:
            if _hanya_disimpulkan(output, langkah) or _terpakai(output, letak, terakhir_dipakai):
                continue
            if langkah.kode in dipakai_dari and len(langkah.output) == 1:
                continue
            yield catatan(
                "output-tak-terpakai",
                f'Output "{output.nama}" tidak tertulis sebagai kelengkapan langkah mana pun sesudahnya.',
                "Tulis pada kelengkapan langkah yang memakainya, atau hapus bila tidak dipakai.",
                langkah.kode,
            )


def kolom_tidak_tercetak(bahan: Bahan) -> Iterator[Temuan]:
    """35/2012 asks for mutu baku: kelengkapan, waktu and output each have a column."""
    label = bahan.sop.identitas.label_kolom
    kolom = {"Kelengkapan": label.kelengkapan, "Waktu": label.waktu, "Output": label.output}
    if hilang := [nama for nama, judul in kolom.items() if not judul.strip()]:
        yield peringatan(
            "kolom-tidak-tercetak",
            f"Formulir ini tidak mencetak kolom {' dan '.join(hilang)}.",
            "Cetak seluruh kolom mutu baku: kelengkapan, waktu, dan output.",
        )


def _hanya_disimpulkan(output: Output, langkah: Langkah) -> bool:
    return "output" in langkah.disimpulkan or (
        output.disimpulkan and output.nama not in langkah.output_tercetak
    )


def _terpakai(output: Output, letak: int, terakhir_dipakai: dict[tuple[str, ...], int]) -> bool:
    kata = _nama(output.nama)
    return terakhir_dipakai.get(kata, -1) > letak or any(
        terakhir_dipakai.get((*kata[:banyak], ""), -1) > letak for banyak in range(1, len(kata))
    )


def _terakhir_dipakai(daftar_langkah: tuple[Langkah, ...]) -> dict[tuple[str, ...], int]:
    """The place of the last row that needs a thing, by every beginning of its name; with "" at the end, by all."""
    terakhir = {}
    for letak, langkah in enumerate(daftar_langkah):
        for kelengkapan in langkah.kelengkapan:
            kata = _nama(kelengkapan.nama)
            for banyak in range(1, len(kata) + 1):
                terakhir[kata[:banyak]] = letak
            terakhir[(*kata, "")] = letak
    return terakhir


def _dipakai_dari(daftar_langkah: tuple[Langkah, ...]) -> set[str]:
    """The rows whose things a later row asks for; a row that names itself is not later."""
    return {
        kelengkapan.dari
        for langkah in daftar_langkah
        for kelengkapan in langkah.kelengkapan
        if kelengkapan.dari != langkah.kode
    }


def _nama(nama: str) -> tuple[str, ...]:
    return tuple(kata_kecil(nama)[:_PALING_BANYAK_KATA])


ATURAN = (kelengkapan_tanpa_asal, output_tak_terpakai, kolom_tidak_tercetak)
