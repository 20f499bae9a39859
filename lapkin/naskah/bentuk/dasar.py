"""What all forms of letters share: their fields described, the facts around a letter, common blocks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from lapkin.bahasa import tanggal as penanggalan
from lapkin.dokumen.blok import Blok, Dokumen, Kop, Pasang, Pasangan, TandaTangan, paragraf
from lapkin.dokumen.kodek import dari_nilai, ke_nilai

TITIK_NOMOR = "…………"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """One column of a table field."""

    nama: str
    label: str
    wajib: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Isian:
    """One field of a form.

    baris: one line; teks: paragraphs; tanggal: a date as ISO text; pilihan: one of `pilihan`;
    daftar: a list of lines; tabel: a list of dicts by column.
    """

    nama: str
    label: str
    jenis: Literal["baris", "teks", "tanggal", "pilihan", "daftar", "tabel"] = "baris"
    wajib: bool = True
    bantuan: str = ""
    bawaan: str = ""
    pilihan: tuple[str, ...] = ()
    daftar_kolom: tuple[Kolom, ...] = ()
    panjang: int = 0  # longest text in characters; 0: as its kind allows


@dataclass(frozen=True, slots=True, kw_only=True)
class Pejabat:
    """Who signs. `jabatan`: the lines of the post; Plt. and Plh. have the own post below.

    `nama_bergelar` with academic titles; each form prints its own (Permendagri 1/2023 Pasal 44).
    """

    jabatan: tuple[str, ...]
    nama: str = ""
    nama_bergelar: str = ""
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Konteks:
    """The facts around a letter, frozen with it: same facts and fields, same paper.

    `nomor` empty: not taken yet, printed as dots. `asal`: code of the signed original, on a numbered copy.
    `daftar_paraf`: the posts whose initials belong on the draft.
    """

    kop: Kop
    instansi: str
    tempat: str
    tanggal: date
    hal: str
    penanda_tangan: Pejabat
    pembuat: Pejabat
    nomor: str = ""
    daftar_paraf: tuple[str, ...] = ()
    asal: str = ""

    @property
    def nomor_tercetak(self) -> str:
        return self.nomor or TITIK_NOMOR

    @property
    def tempat_tanggal(self) -> str:
        return f"{self.tempat}, {penanggalan.panjang(self.tanggal)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bentuk:
    """One form of letter. `buku`: the agenda book its number comes from; empty for a form without number."""

    kode: str
    nama: str
    uraian: str
    daftar_isian: tuple[Isian, ...]
    susun: Callable[[dict[str, Any], Konteks], Dokumen]
    buku: str = ""

    @property
    def sebutan(self) -> str:
        """Its name inside a sentence."""
        return f"{self.nama[0].lower()}{self.nama[1:]}"


def konteks_ke_nilai(konteks: Konteks) -> dict:
    """The facts as JSON values, for the database."""
    return ke_nilai(konteks)


def konteks_dari_nilai(nilai: dict) -> Konteks:
    """The inverse; raises `BentukSalah`."""
    return dari_nilai(Konteks, nilai)


def dokumen(konteks: Konteks, judul: str, daftar_blok: tuple[Blok, ...], **pilihan) -> Dokumen:
    """A letter on F4 paper with the letterhead above."""
    return Dokumen(
        judul=f"{judul}: {konteks.hal}",
        subjek=konteks.hal,
        penulis=konteks.instansi,
        tanggal=konteks.tanggal,
        gaya="naskah",
        ukuran="f4",
        blok=(konteks.kop, *daftar_blok),
        **{"penomoran_halaman": False, **pilihan},
    )


def tanda_tangan(
    pejabat: Pejabat, *, tempat_tanggal: str = "", bergelar: bool = True, pihak: str = "", posisi="kanan"
):
    """The block of one signer: post, room to sign, name, rank, NIP; an unknown name prints as dots."""
    *awal, akhir = pejabat.jabatan
    nama = pejabat.nama_bergelar if bergelar else pejabat.nama.upper()
    return TandaTangan(
        tempat_tanggal=tempat_tanggal,
        pihak=pihak,
        jabatan=(*awal, f"{akhir.rstrip(',')},"),
        nama=nama or TITIK_NOMOR,
        pangkat=pejabat.pangkat if bergelar else "",
        nip=pejabat.nip if bergelar else "",
        posisi=posisi,
    )


def alinea(teks: str, *, inden: bool = True) -> tuple[Blok, ...]:
    """The paragraphs of a text that a person typed; an empty line parts them.

    One with line ends of its own (a typed list) has no first line indent: its lines stand below each other.
    """
    bagian = (bagian.strip() for bagian in teks.replace("\r\n", "\n").split("\n\n"))
    return tuple(paragraf(isi, inden=inden and "\n" not in isi) for isi in bagian if isi)


def daftar_tembusan(daftar: list[str]) -> tuple[Blok, ...]:
    """Tembusan: who gets a copy; nothing when there is none."""
    if not daftar:
        return ()
    return (Pasangan(baris=(Pasang(label="Tembusan", nilai=tuple(daftar), bernomor="1"),)),)


def hari_tanggal(iso: str) -> str:
    """Senin, 12 Januari 2026, from ISO text."""
    return penanggalan.lengkap(date.fromisoformat(iso))


def tanggal_panjang(iso: str) -> str:
    """12 Januari 2026, from ISO text; dots while it is not known."""
    return penanggalan.panjang(date.fromisoformat(iso)) if iso else TITIK_NOMOR


SIFAT = Isian(
    nama="sifat",
    label="Sifat",
    jenis="pilihan",
    pilihan=("Biasa", "Penting", "Segera", "Sangat Segera", "Rahasia"),
    bawaan="Biasa",
)
LAMPIRAN = Isian(
    nama="lampiran", label="Lampiran", wajib=False, bantuan="Misalnya: 1 (satu) berkas.", panjang=80
)
TEMBUSAN = Isian(
    nama="tembusan", label="Tembusan", jenis="daftar", wajib=False, bantuan="Satu penerima tiap baris."
)
