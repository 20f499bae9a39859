"""Returns: whoever corrects must be able to send back. A return into the future forbids running (jalan.py)."""

import re
from collections.abc import Iterator

from lapkin.sop.aturan.temuan import Bahan, Temuan, catatan, peringatan
from lapkin.sop.bagan import Jenis, Langkah
from lapkin.sop.tebakan import MEMERIKSA, PEMERIKSAAN

_KATA_KERJA = re.compile(rf"\b{MEMERIKSA}(?:nya)?\b", re.IGNORECASE)
_KATA_BENDA = re.compile(
    rf"\s*(?:(?:melakukan|melaksanakan|mengadakan|proses)\s+)*{PEMERIKSAAN}\b", re.IGNORECASE
)
# Before the verb, these make it what is not done, was done earlier, or is somebody else's to do.
_BUKAN_DI_SINI = re.compile(
    r"\b(?:tidak|tak|tanpa|belum|jangan|bukan|untuk|agar|supaya|guna|setelah|sesudah|sebelum|selesai|telah|sudah|"
    r"memerintah(?:kan)?|menugas(?:i|kan)|meminta|menginstruksikan|mengarahkan|mendisposisi(?:kan)?|jika|bila|"
    r"apabila|yang)\b",
    re.IGNORECASE,
)
_AWAL_KLAUSA = re.compile(r"[,;.:]|\b(?:lalu|kemudian|selanjutnya)\b", re.IGNORECASE)


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
                "kembali-disimpulkan",
                "Ke mana yang belum benar dikembalikan tidak tertulis; tujuan kembalinya hanya disimpulkan.",
                "Tegaskan tujuan kembalinya dalam uraian kegiatan atau pada bagan alurnya.",
                langkah.kode,
            )


def _mengoreksi(langkah: Langkah) -> bool:
    if any(pekerjaan.jenis is Jenis.PERIKSA for pekerjaan in langkah.pekerjaan):
        return True
    return any(
        _KATA_BENDA.match(klausa) or _dikerjakan_di_sini(klausa)
        for klausa in _AWAL_KLAUSA.split(langkah.kegiatan)
    )


def _dikerjakan_di_sini(klausa: str) -> bool:
    """Whether the first verb of checking in a clause is what the pelaksana himself does."""
    memeriksa = _KATA_KERJA.search(klausa)
    return memeriksa is not None and not _BUKAN_DI_SINI.search(klausa, 0, memeriksa.start())


ATURAN = (koreksi_tanpa_kembali,)
