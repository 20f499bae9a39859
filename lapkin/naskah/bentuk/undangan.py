"""Surat undangan: notice to attend a meeting at a set time and place."""

from lapkin.dokumen.blok import Dokumen, pasangan

from .dasar import (
    LAMPIRAN,
    SIFAT,
    TEMBUSAN,
    Bentuk,
    Isian,
    Konteks,
    alinea,
    dokumen,
    hari_tanggal,
)
from .kepala_surat import DI, TUJUAN, kaki_surat, kepala_surat

PENUTUP = "Demikian undangan ini disampaikan. Atas perhatian dan kehadiran Saudara, diucapkan terima kasih."

DAFTAR_ISIAN = (
    TUJUAN,
    DI,
    SIFAT,
    LAMPIRAN,
    Isian(nama="pembuka", label="Maksud undangan", jenis="teks", bantuan="Alinea pembuka surat."),
    Isian(nama="hari", label="Hari dan tanggal acara", jenis="tanggal"),
    Isian(nama="waktu", label="Waktu", bantuan="Misalnya: 09.00 WIB s.d. selesai."),
    Isian(nama="tempat", label="Tempat acara"),
    Isian(nama="acara", label="Acara"),
    Isian(nama="penutup", label="Penutup", jenis="teks", wajib=False, bawaan=PENUTUP),
    TEMBUSAN,
)


def susun(isi: dict, konteks: Konteks) -> Dokumen:
    """The paper of this form, from its clean fields and the facts around it."""
    acara = pasangan(
        ("Hari, tanggal", hari_tanggal(isi["hari"])),
        ("Waktu", isi["waktu"]),
        ("Tempat", isi["tempat"]),
        ("Acara", isi["acara"]),
    )
    blok = (
        kepala_surat(isi, konteks),
        *alinea(isi["pembuka"]),
        acara,
        *alinea(isi["penutup"] or PENUTUP),
        *kaki_surat(isi, konteks),
    )
    return dokumen(konteks, "Surat undangan", blok)


BENTUK = Bentuk(
    kode="undangan",
    nama="Surat undangan",
    uraian="Undangan rapat atau acara kedinasan.",
    daftar_isian=DAFTAR_ISIAN,
    susun=susun,
    buku="surat-keluar",
)
