"""Returns: whoever corrects must be able to send back. A return into the future forbids running (jalan.py)."""

import re
from collections.abc import Iterator

from lapkin.sop.aturan.temuan import Bahan, Temuan, catatan, peringatan
from lapkin.sop.bagan import Jenis, Langkah

_MENGOREKSI = re.compile(r"\b(?:mengoreksi|memeriksa|meneliti|mengkoreksi)\b", re.IGNORECASE)


def koreksi_tanpa_kembali(bahan: Bahan) -> Iterator[Temuan]:
    """A row that corrects or checks, and does not say where work goes that is not right yet.

    35/2012 draws such a row as a decision with two exits. Where the return is only inferred (`disimpulkan`) the
    SOP runs, but its form does not tell it: a note.
    """
    for langkah in bahan.sop.langkah:
        if not _mengoreksi(langkah):
            continue
        if not langkah.kembali_ke:
            yield peringatan(
                "koreksi-tanpa-kembali",
                "Langkah ini memeriksa, tetapi tidak menyebut ke mana yang belum benar dikembalikan.",
                "Pilih langkah tujuan pengembalian.",
                langkah.kode,
            )
        elif "kembali_ke" in langkah.disimpulkan:
            yield catatan(
                "koreksi-tanpa-kembali",
                "Ke mana yang belum benar dikembalikan tidak tertulis; tujuan kembalinya hanya disimpulkan.",
                "Tegaskan tujuan kembalinya dalam uraian kegiatan atau pada bagan alurnya.",
                langkah.kode,
            )


def _mengoreksi(langkah: Langkah) -> bool:
    memeriksa = any(pekerjaan.jenis is Jenis.PERIKSA for pekerjaan in langkah.pekerjaan)
    return memeriksa or _MENGOREKSI.search(langkah.kegiatan) is not None


ATURAN = (koreksi_tanpa_kembali,)
