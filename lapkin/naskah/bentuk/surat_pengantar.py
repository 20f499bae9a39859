"""Surat pengantar: goes with papers that are sent, with the receipt to send back."""

from lapkin.dokumen.blok import (
    Dokumen,
    Judul,
    Paragraf,
    Potongan,
    Tabel,
    TandaTanganBersama,
    baris,
    paragraf,
    pasangan,
)

from .dasar import (
    TEMBUSAN,
    TITIK_NOMOR,
    Bentuk,
    Isian,
    Kolom,
    Konteks,
    Pejabat,
    daftar_tembusan,
    dokumen,
    tanda_tangan,
)
from .kepala_surat import DI
from .paraf import kotak_paraf

DAFTAR_ISIAN = (
    Isian(nama="tujuan", label="Kepada", jenis="daftar", bantuan="Jabatan penerima."),
    DI,
    Isian(
        nama="daftar_kiriman",
        label="Yang dikirim",
        jenis="tabel",
        daftar_kolom=(
            Kolom(nama="jenis", label="Jenis yang dikirim"),
            Kolom(nama="banyaknya", label="Banyaknya"),
            Kolom(nama="keterangan", label="Keterangan", wajib=False),
        ),
    ),
    TEMBUSAN,
)


def susun(isi: dict, konteks: Konteks) -> Dokumen:
    """The paper of this form, from its clean fields and the facts around it."""
    blok = (
        paragraf(konteks.tempat_tanggal, rata="kanan"),
        *_tujuan(isi),
        Judul(tingkat=1, teks="SURAT PENGANTAR", jenis="naskah"),
        Paragraf(potongan=(Potongan(teks=f"Nomor: {konteks.nomor_tercetak}"),), rata="tengah"),
        _kiriman(isi),
        pasangan(("Diterima tanggal", TITIK_NOMOR)),
        TandaTanganBersama(kolom=(_penerima(), tanda_tangan(konteks.penanda_tangan, pihak="Pengirim,"))),
        *daftar_tembusan(isi["tembusan"]),
        *kotak_paraf(konteks),
    )
    return dokumen(konteks, "Surat pengantar", blok)


def _tujuan(isi: dict) -> tuple[Paragraf, ...]:
    penerima = "\n".join(isi["tujuan"])
    return (paragraf(f"Yth. {penerima}\ndi –\n{isi['di'] or 'Tempat'}", rata="kiri"),)


def _kiriman(isi: dict) -> Tabel:
    return Tabel(
        keterangan="",
        lebar=(8, 56, 24, 40),
        rata=("tengah", "kiri", "kiri", "kiri"),
        kepala=(baris("No.", "Jenis yang dikirim", "Banyaknya", "Keterangan"),),
        baris=tuple(
            baris(str(ke), satu["jenis"], satu["banyaknya"], satu["keterangan"])
            for ke, satu in enumerate(isi["daftar_kiriman"], start=1)
        ),
    )


def _penerima():
    """The block that the receiver fills in by hand and sends back."""
    return tanda_tangan(Pejabat(jabatan=("Jabatan",)), pihak="Penerima,", posisi="kiri")


BENTUK = Bentuk(
    kode="surat-pengantar",
    nama="Surat pengantar",
    uraian="Menyertai kiriman naskah atau barang, dengan tanda terima.",
    daftar_isian=DAFTAR_ISIAN,
    susun=susun,
    buku="surat-keluar",
)
