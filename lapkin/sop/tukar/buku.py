"""The sheets of an uploaded workbook as grids of texts, with their merged cells and formulas."""

import io

from python_calamine import CalamineError, CalamineWorkbook

from lapkin.berkas.kenali import BerkasTakLayak
from lapkin.berkas.xlsx import BukuXlsx, buka_xlsx
from lapkin.berkas.xlsx_lembar import LembarXlsx, huruf_kolom
from lapkin.sop.batas_isian import BATAS_BITA
from lapkin.sop.tukar.kisi import Gabungan, Kisi, LembarTidakSah, susun_kisi

BATAS_BONGKAR = 60 * 1024 * 1024
BATAS_SEL = 200_000  # empty ones within the bounds of the sheet included
BATAS_BARIS = 5_000
BATAS_KOLOM = 200
_RUSAK = (
    "Buku kerja rusak dan tidak dapat dibaca. Buka di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi."
)


def buka_lembar(isi: bytes) -> dict[str, Kisi]:
    """The sheets of an uploaded workbook by name, as grids of texts; raises LembarTidakSah with one sentence."""
    try:
        berkas = buka_xlsx(isi, BATAS_BITA, bongkar=BATAS_BONGKAR, sel_terbanyak=BATAS_SEL)
        _tolak_panjang(berkas)
        buku = CalamineWorkbook.from_filelike(io.BytesIO(berkas.isi))
        return {nama: _kisi(buku, nama, lembar) for nama, lembar in berkas.daftar_lembar.items()}
    except BerkasTakLayak as salah:
        raise LembarTidakSah([str(salah)]) from salah
    except CalamineError as salah:
        raise LembarTidakSah([_RUSAK]) from salah


def alamat(baris: int, kolom: int) -> str:
    """The name of a cell, as Excel writes it; rows and columns are counted from 0."""
    return f"{huruf_kolom(kolom + 1)}{baris + 1}"


def _tolak_panjang(berkas: BukuXlsx) -> None:
    for nama, lembar in berkas.daftar_lembar.items():
        if lembar.baris > BATAS_BARIS or lembar.kolom > BATAS_KOLOM:
            batas = f"{BATAS_BARIS} baris dan {BATAS_KOLOM} kolom"
            raise LembarTidakSah(
                [f'Lembar "{nama}" terlalu luas; paling banyak {batas}. Hapus baris dan kolom lain.']
            )


def _kisi(buku: CalamineWorkbook, nama: str, lembar: LembarXlsx) -> Kisi:
    daftar_baris = buku.get_sheet_by_name(nama).to_python(skip_empty_area=False)
    return susun_kisi(
        [[_teks(nilai) for nilai in baris] for baris in daftar_baris],
        alamat,
        tuple(Gabungan(*(letak - 1 for letak in gabungan)) for gabungan in lembar.daftar_gabungan),
        frozenset((baris - 1, kolom - 1) for baris, kolom in lembar.daftar_rumus),
    )


def _teks(nilai: object) -> str:
    """A cell as a person would have typed it; the numbers of rows come back from Excel as 1.0."""
    if isinstance(nilai, float) and nilai.is_integer():
        return str(int(nilai))
    return "" if nilai is None else str(nilai).replace("_x000D_", "")
