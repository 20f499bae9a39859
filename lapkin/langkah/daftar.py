"""The kinds of work: one module each, listed here and nowhere else (keys equal sop.bagan.Jenis; a test holds it)."""

from lapkin.sop.bagan import Jenis

from .jenis import (
    arsip,
    disposisi,
    gandakan,
    isi_data,
    kirim,
    nomor,
    paraf,
    periksa,
    rapat,
    surat,
    susun,
    tanda_tangan,
)

LANGKAH = {
    Jenis.DISPOSISI: disposisi,
    Jenis.RAPAT: rapat,
    Jenis.SURAT: surat,
    Jenis.NOMOR: nomor,
    Jenis.ISI_DATA: isi_data,
    Jenis.SUSUN: susun,
    Jenis.PERIKSA: periksa,
    Jenis.PARAF: paraf,
    Jenis.TANDA_TANGAN: tanda_tangan,
    Jenis.GANDAKAN: gandakan,
    Jenis.KIRIM: kirim,
    Jenis.ARSIP: arsip,
}
