"""Nota dinas: internal letter between officials of one instansi; no stamp."""

from lapkin.bahasa.tanggal import panjang
from lapkin.dokumen.blok import Dokumen, Judul, Paragraf, Potongan, pasangan

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
from .kepala_surat import kaki_surat

DAFTAR_ISIAN = (
    Isian(nama="kepada", label="Kepada", bantuan="Jabatan penerima, misalnya: Kepala Dinas."),
    Isian(nama="dari", label="Dari", wajib=False, bantuan="Kosongkan untuk memakai jabatan penanda tangan."),
    SIFAT,
    LAMPIRAN,
    Isian(nama="isi", label="Isi nota dinas", jenis="teks", bantuan="Baris kosong memulai alinea baru."),
    TEMBUSAN,
)


def susun(isi: dict, konteks: Konteks) -> Dokumen:
    """The paper of this form, from its clean fields and the facts around it."""
    kepala = pasangan(
        ("Kepada", f"Yth. {isi['kepada']}"),
        ("Dari", isi["dari"] or konteks.penanda_tangan.jabatan[0].rstrip(",")),
        ("Tanggal", panjang(konteks.tanggal)),
        ("Sifat", isi["sifat"]),
        ("Lampiran", isi["lampiran"] or "–"),
        ("Hal", konteks.hal),
        garis=True,
    )
    blok = (
        Judul(tingkat=1, teks="NOTA DINAS", jenis="naskah"),
        Paragraf(potongan=(Potongan(teks=f"Nomor: {konteks.nomor_tercetak}"),), rata="tengah"),
        kepala,
        *alinea(isi["isi"]),
        *kaki_surat(isi, konteks),
    )
    return dokumen(konteks, "Nota dinas", blok)


BENTUK = Bentuk(
    kode="nota-dinas",
    nama="Nota dinas",
    uraian="Surat intern antarpejabat di satu instansi.",
    daftar_isian=DAFTAR_ISIAN,
    susun=susun,
    buku="nota-dinas",
)
