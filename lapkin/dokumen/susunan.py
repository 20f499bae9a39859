"""What the writers share: paper sizes, sections with their page numbers, what sticks together."""

from dataclasses import dataclass
from typing import Literal

from lapkin.dokumen.blok import (
    Blok,
    Daftar,
    Dokumen,
    Jeda,
    Judul,
    Narasi,
    Paragraf,
    Pasangan,
    Sampul,
    Sel,
    Tabel,
    TandaTangan,
    TandaTanganBersama,
)
from lapkin.dokumen.tabel import susun_kisi

UKURAN_MM = {"a4": (210, 297), "f4": (215, 330)}  # width, height

BARIS_UTUH = 9  # rows of a small table, its total included
LARIK_UTUH = 25  # lines of text in it: less than half a page
HURUF_SELARIK = 90  # characters of table text between the margins of an upright page


@dataclass(frozen=True, slots=True)
class Tepi:
    """Margins in mm."""

    kiri: int
    kanan: int
    atas: int
    bawah: int


TEPI = {"laporan": Tepi(30, 25, 25, 25), "naskah": Tepi(25, 20, 18, 20)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """A run of pages of one direction and one kind of page number ("" = none, "i", "1").

    `mulai`: page numbers start again at 1. `daftar_indeks`: its blocks, by their index in the document.
    """

    lanskap: bool
    angka: Literal["", "i", "1"]
    mulai: bool
    daftar_indeks: tuple[int, ...]


def bagi(dokumen: Dokumen) -> tuple[Bagian, ...]:
    """Cut the blocks into sections: at a cover, at a section break, and where the first chapter begins."""
    bab_pertama = next((i for i, blok in enumerate(dokumen.blok) if _pembuka_bab(blok)), None)
    depan: Literal["i", "1"] = "i" if dokumen.gaya == "laporan" and bab_pertama is not None else "1"
    pemotong = _Pemotong(depan)
    for indeks, blok in enumerate(dokumen.blok):
        if isinstance(blok, Jeda) and blok.jenis == "bagian":
            pemotong.tutup()
            pemotong.lanskap = blok.lanskap
            continue
        if isinstance(blok, Sampul):
            pemotong.sampul(indeks)
            continue
        if indeks == bab_pertama and depan == "i":
            pemotong.mulai_bab()
        pemotong.isi.append(indeks)
    pemotong.tutup()
    return tuple(pemotong.daftar_bagian)


def lebar_isi_mm(dokumen: Dokumen, lanskap: bool) -> int:
    """Width between the margins."""
    lebar, tinggi = UKURAN_MM[dokumen.ukuran]
    tepi = TEPI[dokumen.gaya]
    return (tinggi if lanskap else lebar) - tepi.kiri - tepi.kanan


def lekat_ke_berikut(daftar_blok: tuple[Blok, ...], indeks: int) -> bool:
    """Whether a block stays with the signature after it: a signature never stands alone on a page."""
    berikut = daftar_blok[indeks + 1] if indeks + 1 < len(daftar_blok) else None
    penutup = isinstance(berikut, (TandaTangan, TandaTanganBersama))
    return penutup and isinstance(daftar_blok[indeks], (Paragraf, Narasi, Daftar, Pasangan))


def utuh(tabel: Tabel) -> bool:
    """Whether a table stays on one page: a small one, whose text can't come near the height of a page."""
    daftar_baris = (*tabel.kepala, *tabel.baris, *tabel.kaki)
    if len(tabel.baris) + len(tabel.kaki) > BARIS_UTUH:
        return False
    tinggi = (_tinggi_baris(tabel, satu) for satu in susun_kisi(daftar_baris, len(tabel.lebar)))
    return sum(tinggi) <= LARIK_UTUH


def _tinggi_baris(tabel: Tabel, satu: tuple[tuple[int, Sel], ...]) -> int:
    """Lines of text in the tallest cell of a row, at some 90 characters over the whole width."""
    hasil = 1
    for kolom, sel in satu:
        bagian = sum(tabel.lebar[kolom : kolom + sel.rentang_kolom])
        muat = max(1, HURUF_SELARIK * bagian // sum(tabel.lebar))
        hasil = max(hasil, sum(1 + len(larik) // muat for larik in sel.teks.split("\n")))
    return hasil


def baris_tanda_tangan(tanda: TandaTangan) -> tuple[list[str], list[str]]:
    """The lines above the room to sign, and those below the name."""
    atas = [tanda.tempat_tanggal, tanda.pihak, *tanda.jabatan]
    bawah = [tanda.pangkat, f"NIP {tanda.nip}" if tanda.nip else ""]
    return [t for t in atas if t], [t for t in bawah if t]


def baris_bersama(bersama: TandaTanganBersama) -> list[tuple[list[str], list[str]]]:
    """The same for signatures side by side, padded with blank lines so that the names stand level."""
    daftar = [baris_tanda_tangan(tanda) for tanda in bersama.kolom]
    tinggi_atas = max((len(atas) for atas, _ in daftar), default=0)
    tinggi_bawah = max((len(bawah) for _, bawah in daftar), default=0)
    kosong = "\N{NO-BREAK SPACE}"
    return [
        ([kosong] * (tinggi_atas - len(atas)) + atas, bawah + [kosong] * (tinggi_bawah - len(bawah)))
        for atas, bawah in daftar
    ]


def _pembuka_bab(blok: Blok) -> bool:
    return isinstance(blok, Judul) and blok.tingkat == 1 and blok.jenis == "bab"


class _Pemotong:
    """Collects the blocks of the section that is open."""

    def __init__(self, depan: Literal["i", "1"]) -> None:
        self.daftar_bagian: list[Bagian] = []
        self.isi: list[int] = []
        self.lanskap = False
        self.angka: Literal["i", "1"] = depan
        self.mulai = True

    def tutup(self) -> None:
        if self.isi:
            self.daftar_bagian.append(
                Bagian(
                    lanskap=self.lanskap, angka=self.angka, mulai=self.mulai, daftar_indeks=tuple(self.isi)
                )
            )
            self.mulai = False
        self.isi = []

    def sampul(self, indeks: int) -> None:
        self.tutup()
        self.daftar_bagian.append(
            Bagian(lanskap=self.lanskap, angka="", mulai=False, daftar_indeks=(indeks,))
        )
        self.mulai = True

    def mulai_bab(self) -> None:
        self.tutup()
        self.angka = "1"
        self.mulai = True
