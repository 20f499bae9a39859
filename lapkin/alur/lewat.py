"""Melewati a step: what later steps will lack by it, and where the software could not go on without it."""

from collections.abc import Iterator

from lapkin.sop.bagan import Jenis, Langkah
from lapkin.sop.sop import Sop

# What makes a paper, and what can't be done without that paper (dokumen_kasus, nomor and kirim refuse then).
PEMBUAT = frozenset({Jenis.SURAT, Jenis.SUSUN})
PEMAKAI = frozenset({Jenis.PARAF, Jenis.TANDA_TANGAN, Jenis.NOMOR, Jenis.KIRIM, Jenis.GANDAKAN, Jenis.ARSIP})
# The report; a periksa of it is about one version, while other papers can be checked by what came in.
LAPORAN = "lkjip"
# A paper is no letter before it is signed and numbered: neither can be left out by anyone's decision.
TAK_DILEWATI = {
    Jenis.TANDA_TANGAN: "langkah ini memuat tanda tangan; tanpa tanda tangan naskahnya tidak sah. "
    "Bila pejabatnya berhalangan, minta pengelola menunjuk Plh.",
    Jenis.NOMOR: "langkah ini memberi nomor naskah; naskah tanpa nomor tidak sah.",
}


def halangan_lewat(sop: Sop, langkah: Langkah, tahap_kini: int, sudah_dibuat: frozenset[str]) -> list[str]:
    """Why a step can't be skipped, as ends of a sentence; empty when it can.

    `tahap_kini` is the phase that is open: what was done before it is no longer skipped. `sudah_dibuat`: the kinds
    of paper (slugs) that the case has already.
    """
    tersisa = [tahap for tahap in langkah.tahapan() if tahap.nomor >= tahap_kini]
    halangan = list(dict.fromkeys(TAK_DILEWATI[t.jenis] for t in tersisa if t.jenis in TAK_DILEWATI))
    dibuat = dict.fromkeys(t.naskah for t in tersisa if t.jenis in PEMBUAT and t.naskah)
    for naskah in dibuat:
        if naskah not in sudah_dibuat and (pemakai := next(_pemakai(sop, langkah, naskah), None)):
            halangan.append(
                f"langkah inilah yang membuat {_sebutan(naskah)}, yang masih diperlukan langkah "
                f"“{pemakai.kegiatan}”."
            )
    return halangan


def akibat_lewat(sop: Sop, langkah: Langkah) -> list[str]:
    """What later steps will not receive when a step is skipped, a sentence each."""
    return [
        f"“{nanti.kegiatan}” tidak akan menerima {butir.nama}."
        for nanti in _langkah_sesudah(sop, langkah)
        for butir in nanti.kelengkapan
        if butir.dari == langkah.kode
    ]


def _pemakai(sop: Sop, langkah: Langkah, naskah: str) -> Iterator[Langkah]:
    """The later steps that can't be worked without a paper, up to the next that makes it anew."""
    for nanti in _langkah_sesudah(sop, langkah):
        for tahap in nanti.tahapan():
            if tahap.naskah != naskah:
                continue
            if tahap.jenis in PEMBUAT:
                return
            if tahap.jenis in PEMAKAI or (tahap.jenis is Jenis.PERIKSA and naskah == LAPORAN):
                yield nanti


def _langkah_sesudah(sop: Sop, langkah: Langkah) -> Iterator[Langkah]:
    while langkah := sop.sesudah(langkah.kode):
        yield langkah


def _sebutan(naskah: str) -> str:
    return "laporan" if naskah == LAPORAN else naskah.replace("-", " ")
