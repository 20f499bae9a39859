"""Menarik kembali: what the SOP of a case must still say so that a finished task can stand open again.

Between the finishing and the withdrawal the case may have been moved to another revision.
"""

from collections.abc import Collection
from dataclasses import replace

from lapkin.sop.bagan import Langkah, Tahap
from lapkin.sop.sop import Sop


def dapat_dibuka_lagi(
    isi: Sop, kode: str, tahap: Tahap, *, terbuka: Collection[str], output_ada: Collection[str]
) -> bool:
    """Can this turn of a step be worked again, and does the case still come from it to what is open?

    `tahap`: the turn as the finished task had it, with the roles that would be at work in it; `terbuka`: the steps
    (kodes) that are open now; `output_ada`: the papers of the step that others have made in it.
    """
    langkah = next((satu for satu in isi.daftar_langkah_kerja if satu.kode == kode), None)
    if langkah is None or not _memuat(langkah, tahap):
        return False
    urutan = [satu.kode for satu in isi.langkah]
    if any(urutan.index(lain) < urutan.index(kode) for lain in terbuka):
        return False
    return {output.nama for output in langkah.output} <= {*output_ada, *_dapat_dibuat(langkah, tahap)}


def _memuat(langkah: Langkah, tahap: Tahap) -> bool:
    return any(
        replace(satu, daftar_peran=()) == replace(tahap, daftar_peran=())
        and {*tahap.daftar_peran} <= {*satu.daftar_peran}
        for satu in langkah.tahapan()
    )


def _dapat_dibuat(langkah: Langkah, tahap: Tahap) -> set[str]:
    """The papers that this turn and the later ones bring forth."""
    return {
        nama
        for satu in (tahap, *(satu for satu in langkah.tahapan() if satu.nomor > tahap.nomor))
        for peran in satu.daftar_peran
        for nama in langkah.daftar_output(satu.jenis, peran, satu.naskah)
    }
