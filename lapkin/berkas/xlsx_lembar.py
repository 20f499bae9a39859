"""What the XML of a workbook says and its reader doesn't: bounds of a sheet, merged cells, formulas without a value."""

import re
from dataclasses import dataclass

from .kenali import BerkasTakLayak
from .xlsx_xml import Pembaca, baca_xml, tanpa_ruang

GABUNGAN_TERBANYAK = 10_000  # merged cells of one sheet
_RUSAK = "Buku kerja rusak dan tidak dapat dibaca. Buka di Excel, simpan ulang, lalu unggah lagi."
_ALAMAT = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NOMOR_BARIS = re.compile(r"[1-9][0-9]{0,6}")


@dataclass(frozen=True, slots=True)
class LembarXlsx:
    """One sheet: how far it reaches, and by (row, column) from 1 its formulas and the text of its errors (#DIV/0!).

    A formula that no program has calculated yet stands among the errors with an empty text. Merged cells are
    (first row, first column, last row, last column).
    """

    baris: int
    kolom: int
    daftar_galat: dict[tuple[int, int], str]
    daftar_rumus: frozenset[tuple[int, int]]
    daftar_gabungan: tuple[tuple[int, int, int, int], ...] = ()


def huruf_kolom(kolom: int) -> str:
    """The letter of a column: 1 is A, 27 is AA."""
    huruf = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return huruf


def nomor_kolom(huruf: str) -> int:
    """The number of a column letter: A is 1."""
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - ord("A") + 1
    return nomor


def pindai(bagian: dict[str, bytes], sel_terbanyak: int) -> dict[str, LembarXlsx]:
    """Look through every sheet; raises BerkasTakLayak where one is broken or reaches too far."""
    return {
        nama: _pindai_lembar(nama, bagian[jalur], sel_terbanyak)
        for nama, jalur in _jalur_lembar(bagian).items()
        if jalur in bagian
    }


def _jalur_lembar(bagian: dict[str, bytes]) -> dict[str, str]:
    """Where each sheet stands; two of one name, or of one place, are refused: which is read would be anyone's guess."""
    if "xl/_rels/workbook.xml.rels" not in bagian:
        raise BerkasTakLayak(_RUSAK)
    hubungan, daftar = _PembacaUnsur("Relationship"), _PembacaUnsur("sheet")
    baca_xml(bagian["xl/_rels/workbook.xml.rels"], hubungan)
    baca_xml(bagian["xl/workbook.xml"], daftar)
    tujuan = {satu.get("Id"): satu.get("Target", "") for satu in hubungan.daftar}
    pasangan = [(satu.get("name", ""), _jalur(tujuan.get(_kunci(satu), ""))) for satu in daftar.daftar]
    for sisi in zip(*pasangan, strict=True):
        if len(set(sisi)) < len(sisi):
            raise BerkasTakLayak(_RUSAK)
    return dict(pasangan)


class _PembacaUnsur(Pembaca):
    """The attributes of every element of one name."""

    def __init__(self, nama: str) -> None:
        self.nama = nama
        self.daftar: list[dict[str, str]] = []

    def mulai(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == self.nama:
            self.daftar.append(atribut)


def _kunci(lembar: dict[str, str]) -> str:
    """The relationship (r:id) of a sheet, whatever its prefix."""
    daftar = [nilai for nama, nilai in lembar.items() if tanpa_ruang(nama) == "id"]
    if len(daftar) != 1:
        raise BerkasTakLayak(_RUSAK)
    return daftar[0]


def _jalur(tujuan: str) -> str:
    """The part that a relationship of the workbook leads to, as the reader of figures finds it too."""
    dari_akar = tujuan.lstrip("/")
    return dari_akar if tujuan.startswith(("/", "xl/")) else f"xl/{tujuan}"


def _pindai_lembar(nama: str, isi: bytes, sel_terbanyak: int) -> LembarXlsx:
    pembaca = _PembacaLembar(nama, sel_terbanyak)
    baca_xml(isi, pembaca)
    return LembarXlsx(
        pembaca.baris_akhir,
        pembaca.kolom_akhir,
        pembaca.daftar_galat,
        frozenset(pembaca.daftar_rumus),
        tuple(pembaca.daftar_gabungan),
    )


class _PembacaLembar(Pembaca):
    """Cells and merged cells of one sheet. What stands inside a cell is never a row or a cell of its own."""

    def __init__(self, nama: str, sel_terbanyak: int) -> None:
        self.nama = nama
        self.sel_terbanyak = sel_terbanyak
        self.baris = self.kolom = self.baris_akhir = self.kolom_akhir = 0
        self.daftar_galat: dict[tuple[int, int], str] = {}
        self.daftar_rumus: set[tuple[int, int]] = set()
        self.daftar_gabungan: list[tuple[int, int, int, int]] = []
        self.dalam_sel = 0  # how deep the present cell stands; 0 outside
        self.galat = self.rumus = self.nilai = False
        self.potongan: list[str] = []

    def mulai(self, nama: str, atribut: dict[str, str]) -> None:
        if self.dalam_sel:
            self.nilai = nama == "v"
            self.rumus |= nama == "f"
        elif nama == "row":
            self.baris, self.kolom = _nomor_baris(atribut.get("r"), self.baris), 0
        elif nama == "c":
            self._mulai_sel(atribut)
        elif nama == "mergeCell":
            self.daftar_gabungan.append(_gabungan(atribut.get("ref") or ""))
            if len(self.daftar_gabungan) > GABUNGAN_TERBANYAK:
                raise BerkasTakLayak(
                    f'Lembar "{self.nama}" berisi terlalu banyak sel gabungan. Pisahkan sel-selnya, lalu unggah lagi.'
                )

    def _mulai_sel(self, atribut: dict[str, str]) -> None:
        self.baris, self.kolom = _letak(atribut.get("r"), self.baris, self.kolom)
        self.baris_akhir = max(self.baris_akhir, self.baris)
        self.kolom_akhir = max(self.kolom_akhir, self.kolom)
        if self.baris_akhir * self.kolom_akhir > self.sel_terbanyak:
            raise BerkasTakLayak(
                f'Lembar "{self.nama}" terlalu luas. Hapus baris dan kolom yang tidak dipakai.'
            )
        self.dalam_sel, self.galat, self.rumus = self.dalam, atribut.get("t") == "e", False
        self.potongan = []

    def teks(self, teks: str) -> None:
        if self.nilai and self.dalam_sel:
            self.potongan.append(teks)

    def akhir(self, nama: str) -> None:
        self.nilai = False
        if self.dalam >= self.dalam_sel:
            return
        self.dalam_sel = 0
        nilai = "".join(self.potongan)
        if self.rumus:
            self.daftar_rumus.add((self.baris, self.kolom))
        if self.galat or (self.rumus and not nilai):
            self.daftar_galat[self.baris, self.kolom] = nilai


def _nomor_baris(nomor: str | None, sebelum: int) -> int:
    if nomor is None:
        return sebelum + 1
    if not _NOMOR_BARIS.fullmatch(nomor):
        raise BerkasTakLayak(_RUSAK)
    return int(nomor)


def _gabungan(rentang: str) -> tuple[int, int, int, int]:
    awal, _, akhir = rentang.partition(":")
    (atas, kiri), (bawah, kanan) = _letak(awal, 0, 0), _letak(akhir or awal, 0, 0)
    if bawah < atas or kanan < kiri:
        raise BerkasTakLayak(_RUSAK)
    return atas, kiri, bawah, kanan


def _letak(alamat: str | None, baris: int, kolom: int) -> tuple[int, int]:
    """Row and column of a cell; a cell without an address stands right of the one before it."""
    if alamat is None:
        return baris, kolom + 1
    cocok = _ALAMAT.fullmatch(alamat)
    if not cocok:
        raise BerkasTakLayak(_RUSAK)
    return int(cocok[2]), nomor_kolom(cocok[1])
