"""One row of a workbook as read: its cells by column key, and every fault named by its cell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from lapkin.bahasa import tanggal
from lapkin.bahasa.angka import Sebab, TakTerbaca, baca, baca_rupiah, ke_sen, tulis
from lapkin.berkas.xlsx_lembar import LembarXlsx, huruf_kolom
from lapkin.kinerja.buku.isi import Masalah
from lapkin.kinerja.buku.tata import BARIS_KEPALA, Kolom, TataLembar

NILAI_TERPANJANG = 60  # characters of a cell repeated in a message
_BOLEH_DISIMPAN = (Sebab.KOSONG, Sebab.TIDAK_TERSEDIA, Sebab.BELUM_RILIS)
_PERLU_DIPERIKSA = (Sebab.PREDIKAT, Sebab.RASIO, Sebab.BATAS)
_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|_x[0-9A-F]{4}_")


@dataclass(slots=True)
class Catatan:
    """All remarks of one reading, in the order of the sheets."""

    daftar_masalah: list[Masalah] = field(default_factory=list)
    daftar_peringatan: list[Masalah] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BarisBuku:
    """A row (`nomor` from 1) with the values of its columns, and which of them are errors or formulas."""

    tata: TataLembar
    nomor: int
    nilai: dict[str, object]
    daftar_galat: dict[str, str]
    berumus: frozenset[str]
    catatan: Catatan

    def masalah(self, kunci: str, kalimat: str) -> None:
        self.catatan.daftar_masalah.append(self._catat(kunci, kalimat))

    def peringatan(self, kunci: str, kalimat: str) -> None:
        self.catatan.daftar_peringatan.append(self._catat(kunci, kalimat))

    def _catat(self, kunci: str, kalimat: str) -> Masalah:
        kolom = huruf_kolom(self.tata.letak(kunci) + 1)
        return Masalah(
            self.tata.nama, self.nomor, kolom, potong(sebagai_teks(self.nilai.get(kunci))), kalimat
        )

    def kolom(self, kunci: str) -> Kolom:
        return self.tata.daftar_kolom[self.tata.letak(kunci)]

    def teks(self, kunci: str) -> str:
        """A text, its outer spaces gone; too long a text is a fault."""
        self._periksa_galat(kunci)
        teks = sebagai_teks(self.nilai.get(kunci))
        panjang = self.kolom(kunci).panjang
        if len(teks) > panjang:
            self.masalah(kunci, f"Teks terlalu panjang; paling banyak {panjang} huruf.")
        return teks

    def angka(self, kunci: str, predikat: bool = False) -> str:
        """A figure as typed; what can't be a figure is a fault, what may stand for one only a warning."""
        if isinstance(self.nilai.get(kunci), date):
            self.masalah(kunci, "Isian berupa tanggal, bukan angka. Ubah format selnya menjadi teks.")
            return ""
        teks = self.teks(kunci)
        bacaan = baca(teks)
        if not isinstance(bacaan, TakTerbaca) or bacaan.jenis in _BOLEH_DISIMPAN or predikat:
            return teks
        if bacaan.jenis in _PERLU_DIPERIKSA:
            self.peringatan(kunci, f"{bacaan.alasan} Disimpan seperti tertulis, tetapi tidak dapat dihitung.")
        else:
            self.masalah(kunci, bacaan.alasan)
        return teks

    def pilihan(self, kunci: str, bawaan: str = "") -> str:
        """One of the words a column allows, upper case or not; empty gives `bawaan`."""
        teks = self.teks(kunci)
        daftar_pilihan = self.kolom(kunci).pilihan
        if not teks:
            return bawaan
        rapi = teks.casefold()
        if rapi in daftar_pilihan:
            return rapi
        bergaris = rapi.replace(" ", "-")
        if bergaris in daftar_pilihan:
            return bergaris
        self.masalah(kunci, f"Isian tidak dikenal. Pilih salah satu: {', '.join(daftar_pilihan)}.")
        return bawaan

    def uang(self, kunci: str) -> int:
        """Rupiah in a cell as sen; empty is 0."""
        self._periksa_galat(kunci)
        bacaan = baca_rupiah(self.nilai.get(kunci))
        if isinstance(bacaan, TakTerbaca):
            if bacaan.jenis not in _BOLEH_DISIMPAN:
                self.masalah(kunci, bacaan.alasan)
            return 0
        if bacaan.nilai < 0:
            self.masalah(kunci, "Jumlah uang tidak boleh negatif.")
            return 0
        return ke_sen(bacaan.nilai)

    def _periksa_galat(self, kunci: str) -> None:
        galat = self.daftar_galat.get(kunci)
        if galat == "":
            self.masalah(kunci, "Rumus belum dihitung. Buka dan simpan di Excel, atau ketik hasilnya.")
        elif galat:
            self.masalah(kunci, f"Sel berisi kesalahan {galat}. Perbaiki rumusnya, atau ketik hasilnya.")


def sebagai_teks(nilai: object) -> str:
    """A cell's value as a person would have typed it."""
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "BENAR" if nilai else "SALAH"
    if isinstance(nilai, int | float):
        bacaan = baca(nilai)
        return bacaan.teks if isinstance(bacaan, TakTerbaca) else tulis(bacaan.nilai)
    if isinstance(nilai, date):
        return tanggal.panjang(nilai)
    return _KENDALI.sub("", str(nilai)).replace("\r\n", "\n").replace("\r", "\n").strip()


def potong(teks: str) -> str:
    """A cell's text short enough to be shown in a remark."""
    return teks if len(teks) <= NILAI_TERPANJANG else f"{teks[: NILAI_TERPANJANG - 1]}…"


def daftar_baris(
    tata: TataLembar, daftar_nilai: list[list], lembar: LembarXlsx, catatan: Catatan
) -> Iterator[BarisBuku]:
    """The filled rows of a sheet below its head; none when the head isn't ours any more."""
    if not _kepala_utuh(tata, daftar_nilai, catatan):
        return
    for nomor, sel in enumerate(daftar_nilai[BARIS_KEPALA:], BARIS_KEPALA + 1):
        baris = _baris(tata, nomor, sel, lembar, catatan)
        if _terisi(baris):
            yield baris


def _kepala_utuh(tata: TataLembar, daftar_nilai: list[list], catatan: Catatan) -> bool:
    kepala = daftar_nilai[BARIS_KEPALA - 1] if len(daftar_nilai) >= BARIS_KEPALA else []
    utuh = True
    for letak, kolom in enumerate(tata.daftar_kolom):
        tertulis = sebagai_teks(kepala[letak]) if letak < len(kepala) else ""
        if tertulis != kolom.judul:
            utuh = False
            kalimat = (
                f'Kepala kolom berubah; seharusnya "{kolom.judul}". Kembalikan, atau unduh ulang bukunya.'
            )
            catatan.daftar_masalah.append(
                Masalah(tata.nama, BARIS_KEPALA, huruf_kolom(letak + 1), potong(tertulis), kalimat)
            )
    return utuh


def _baris(tata: TataLembar, nomor: int, sel: list, lembar: LembarXlsx, catatan: Catatan) -> BarisBuku:
    letak = {kolom.kunci: (nomor, urutan) for urutan, kolom in enumerate(tata.daftar_kolom, 1)}
    return BarisBuku(
        tata,
        nomor,
        nilai={kolom.kunci: satu for kolom, satu in zip(tata.daftar_kolom, sel, strict=False)},
        daftar_galat={
            kunci: lembar.daftar_galat[tempat]
            for kunci, tempat in letak.items()
            if tempat in lembar.daftar_galat
        },
        berumus=frozenset(kunci for kunci, tempat in letak.items() if tempat in lembar.daftar_rumus),
        catatan=catatan,
    )


def _terisi(baris: BarisBuku) -> bool:
    """Does the row hold anything besides its id and what the workbook itself repeats there?"""
    return any(
        sebagai_teks(baris.nilai.get(kolom.kunci)) or baris.daftar_galat.get(kolom.kunci) is not None
        for kolom in baris.tata.daftar_kolom
        if kolom.jenis != "kunci" and not kolom.terkunci
    )


def beri_kunci(daftar: Iterable[BarisBuku]) -> dict[str, BarisBuku]:
    """Rows by their id, in order; a copied row repeats one and is a fault, a row without one gets its number."""
    menurut_kunci: dict[str, BarisBuku] = {}
    for baris in daftar:
        kunci = baris.teks("kunci") or f"baris-{baris.nomor}"
        if kunci in menurut_kunci:
            asal = menurut_kunci[kunci].nomor
            baris.masalah("kunci", f"Baris ini salinan dari baris {asal}. Ketik isinya di baris kosong.")
            kunci = f"salinan-{baris.nomor}"
        menurut_kunci[kunci] = baris
    return menurut_kunci


def tolak_kembar(daftar: Iterable[tuple[object, BarisBuku]], kunci: str, kalimat: str) -> None:
    """Mark every row whose mark of identity stood in a row before; `kalimat` takes that row's number."""
    pertama: dict[object, int] = {}
    for tanda, baris in daftar:
        if tanda in pertama:
            baris.masalah(kunci, kalimat.format(pertama[tanda]))
        pertama.setdefault(tanda, baris.nomor)
