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
    daftar_tembusan,
    dokumen,
    tanda_tangan,
)
from .kepala_surat import kepala_surat
from .paraf import kotak_paraf

DAFTAR_ISIAN = (
    Isian(nama="tujuan", label="Kepada", jenis="daftar", bantuan="Satu penerima tiap baris."),
    Isian(nama="di", label="Di", wajib=False, bantuan="Tempat tujuan; bila kosong tercetak “Tempat”."),
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
        tanda_tangan(konteks.penanda_tangan),
        *daftar_tembusan(isi["tembusan"]),
        *kotak_paraf(konteks),
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
