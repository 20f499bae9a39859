"""Surat dinas: a letter to others, here also the request for performance data."""

from lapkin.dokumen.blok import Dokumen

from .dasar import (
    LAMPIRAN,
    SIFAT,
    TEMBUSAN,
    Bentuk,
    Isian,
    Konteks,
    alinea,
    dokumen,
)
from .kepala_surat import DI, TUJUAN, kaki_surat, kepala_surat

DAFTAR_ISIAN = (
    TUJUAN,
    DI,
    SIFAT,
    LAMPIRAN,
    Isian(nama="isi", label="Isi surat", jenis="teks", bantuan="Baris kosong memulai alinea baru."),
    TEMBUSAN,
)


def susun(isi: dict, konteks: Konteks) -> Dokumen:
    """The paper of this form, from its clean fields and the facts around it."""
    blok = (
        kepala_surat(isi, konteks),
        *alinea(isi["isi"]),
        *kaki_surat(isi, konteks),
    )
    return dokumen(konteks, "Surat dinas", blok)


BENTUK = Bentuk(
    kode="surat",
    nama="Surat dinas",
    uraian="Surat ke luar atau ke perangkat daerah lain, misalnya permintaan data.",
    daftar_isian=DAFTAR_ISIAN,
    susun=susun,
    buku="surat-keluar",
)
