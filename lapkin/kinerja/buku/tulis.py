"""Write a workbook: locked structure, open input cells, lists to choose from, hidden row ids."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import xlsxwriter

from lapkin.bahasa import tanggal
from lapkin.bahasa.angka import rupiah
from lapkin.berkas.xlsx_lembar import huruf_kolom
from lapkin.kinerja.buku.gaya import Gaya, siapkan_halaman, tinggi_baris
from lapkin.kinerja.buku.isi import TANDA_BUKU, Identitas, IsiBuku
from lapkin.kinerja.buku.petunjuk import tulis_petunjuk
from lapkin.kinerja.buku.tata import (
    ANGGARAN,
    BARIS_KEPALA,
    IDENTITAS,
    ISIAN_IDENTITAS,
    LEMBAR_TANDA,
    NARASI,
    REALISASI,
    TAHUN_SEBELUM,
    Kolom,
    TataLembar,
    tata_indikator,
)
from lapkin.kinerja.lembar import PERIODE, LembarKinerja

SEL_TERPANJANG = 30_000  # characters; a cell of Excel ends at 32,767
SEN_PASTI = 10**15  # amounts from here on are written as text: a spreadsheet's number keeps 15 digits
# The same figures give the same bytes: the moment of writing stays out.
_DIBUAT = datetime(2025, 1, 1)  # noqa: DTZ001


def tulis_buku(isi: IsiBuku, daftar_bagian: Sequence[tuple[str, str]] = ()) -> bytes:
    """The workbook of one instansi and year; `daftar_bagian`: key and title of each section people may write."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_formulas": False}) as buku:
        buku.set_properties({"title": f"Buku kinerja {isi.lembar.tahun}", "created": _DIBUAT})
        penulis = _Penulis(buku)
        tata = tata_indikator(isi.lembar.tahun)
        tulis_petunjuk(buku, penulis.gaya, isi.identitas)
        penulis.lembar(IDENTITAS, _baris_identitas(isi.identitas))
        daftar_indikator = _baris_indikator(isi.lembar, tata)
        penulis.lembar(tata, daftar_indikator)
        penulis.lembar(REALISASI, _baris_realisasi(isi.lembar, tata, daftar_indikator))
        penulis.lembar(ANGGARAN, _baris_anggaran(isi.lembar))
        penulis.lembar(NARASI, _baris_narasi(isi.narasi, daftar_bagian))
        _tulis_tanda(buku, isi.lembar.tahun)
    return wadah.getvalue()


@dataclass(frozen=True, slots=True)
class _Rumus:
    """A formula and the text it gives now."""

    rumus: str
    hasil: str


class _Penulis:
    """Writes the sheets of one workbook by their layout."""

    def __init__(self, buku: xlsxwriter.Workbook):
        self.buku = buku
        self.gaya = Gaya(buku)

    def lembar(self, tata: TataLembar, daftar_baris: list[dict]) -> None:
        ws = self.buku.add_worksheet(tata.nama)
        akhir = BARIS_KEPALA + len(daftar_baris)
        siapkan_halaman(ws, tata, self.gaya)
        for nomor, baris in enumerate(daftar_baris, BARIS_KEPALA):
            ws.set_row(nomor, tinggi_baris(tata, baris))
        for letak, kolom in enumerate(tata.daftar_kolom):
            ws.write_string(BARIS_KEPALA - 1, letak, kolom.judul, self.gaya.kepala)
            self._isi_kolom(ws, letak, kolom, daftar_baris)
            _batasi_pilihan(ws, letak, kolom, akhir)
        ws.ignore_errors({"number_stored_as_text": f"A1:{huruf_kolom(len(tata.daftar_kolom))}{akhir}"})

    def _isi_kolom(self, ws, letak: int, kolom: Kolom, daftar_baris: list[dict]) -> None:
        gaya = self.gaya.sel(kolom)
        for baris, nilai in enumerate((baris.get(kolom.kunci, "") for baris in daftar_baris), BARIS_KEPALA):
            _tulis_sel(ws, baris, letak, nilai, gaya)


def _tulis_sel(ws, baris: int, letak: int, nilai, gaya) -> None:
    if isinstance(nilai, _Rumus):
        ws.write_formula(baris, letak, nilai.rumus, gaya, nilai.hasil)
    elif isinstance(nilai, int | Decimal):
        ws.write_number(baris, letak, nilai, gaya)
    elif nilai:
        ws.write_string(baris, letak, nilai, gaya)
    else:
        ws.write_blank(baris, letak, None, gaya)


def _batasi_pilihan(ws, letak: int, kolom: Kolom, akhir: int) -> None:
    """Offer the words that may stand in a column."""
    if kolom.pilihan and akhir > BARIS_KEPALA:
        pesan = f"Pilih salah satu: {', '.join(kolom.pilihan)}."
        aturan = {"validate": "list", "source": list(kolom.pilihan), "error_title": kolom.judul}
        ws.data_validation(BARIS_KEPALA, letak, akhir - 1, letak, aturan | {"error_message": pesan})


def _cadangan(tata: TataLembar, banyak: int) -> list[dict]:
    """Empty rows for what is new, with the row ids they will have."""
    return [{"kunci": f"baru-{urutan}"} for urutan in range(banyak + 1, banyak + tata.cadangan + 1)]


def _baris_identitas(identitas: Identitas) -> list[dict]:
    isian = {
        **{nama: getattr(identitas, nama) for nama, _, _ in ISIAN_IDENTITAS},
        "tahun": identitas.tahun,
        "tanggal": tanggal.panjang(identitas.tanggal) if identitas.tanggal else "",
        "kop": "\n".join(identitas.kop),
    }
    return [{"kunci": nama, "judul": judul, "isian": isian[nama]} for nama, judul, _ in ISIAN_IDENTITAS]


def _baris_indikator(lembar: LembarKinerja, tata: TataLembar) -> list[dict]:
    nama_sasaran = {baris.kunci: baris.nama for baris in lembar.daftar_sasaran}
    nama_anggaran = {baris.kunci: baris.nama for baris in lembar.daftar_anggaran}
    daftar_baris = [
        {nama: getattr(baris, nama) for nama in _LANGSUNG}
        | {f"lalu_{mundur}": baris.riwayat.get(lembar.tahun - mundur, "") for mundur in _TAHUN_LALU}
        | {
            "kunci_sasaran": baris.sasaran,
            "kunci_anggaran": baris.anggaran,
            "sasaran": nama_sasaran.get(baris.sasaran, ""),
            "anggaran": nama_anggaran.get(baris.anggaran, ""),
        }
        for baris in lembar.daftar_indikator
    ]
    terpakai = {baris.sasaran for baris in lembar.daftar_indikator}
    daftar_baris += [
        {"kunci_sasaran": baris.kunci, "sasaran": baris.nama}
        for baris in lembar.daftar_sasaran
        if baris.kunci not in terpakai
    ]
    return daftar_baris + _cadangan(tata, len(daftar_baris))


_TAHUN_LALU = range(1, TAHUN_SEBELUM + 1)
_LANGSUNG = (
    "kunci",
    "induk",
    "tingkat",
    "nama",
    "satuan",
    "arah",
    "rumus",
    "batas",
    "target",
    "target_akhir",
    "standar_nasional",
    "penanggung_jawab",
    "sumber_data",
)


def _baris_realisasi(lembar: LembarKinerja, tata: TataLembar, daftar_baris: Iterable[dict]) -> list[dict]:
    """One row for each row of the indicators' sheet, spare ones too; the locked columns repeat that sheet."""
    realisasi = {baris.kunci: baris.realisasi for baris in lembar.daftar_indikator}
    return [
        {"kunci": baris.get("kunci", "")}
        | {kunci: _salinan(tata, kunci, nomor, baris) for kunci in ("nama", "satuan", "target")}
        | {periode: realisasi.get(baris.get("kunci"), {}).get(periode, "") for periode in PERIODE}
        for nomor, baris in enumerate(daftar_baris, BARIS_KEPALA + 1)
    ]


def _salinan(tata: TataLembar, kunci: str, nomor: int, baris: dict) -> _Rumus:
    kolom = huruf_kolom(tata.letak(kunci) + 1)
    return _Rumus(f"='{tata.nama}'!${kolom}${nomor}&\"\"", baris.get(kunci, ""))


def _baris_anggaran(lembar: LembarKinerja) -> list[dict]:
    nama_sasaran = {baris.kunci: baris.nama for baris in lembar.daftar_sasaran}
    daftar_baris = [
        {
            "kunci": baris.kunci,
            "tingkat": baris.tingkat,
            "kode": baris.kode,
            "nama": baris.nama,
            "pagu": _rupiah(baris.pagu),
            "realisasi": _rupiah(baris.realisasi),
            "sasaran": nama_sasaran.get(baris.sasaran, ""),
        }
        for baris in lembar.daftar_anggaran
    ]
    return daftar_baris + _cadangan(ANGGARAN, len(daftar_baris))


def _rupiah(sen: int) -> int | Decimal | str:
    if sen >= SEN_PASTI:
        return rupiah(sen)
    return Decimal(sen) / 100 if sen % 100 else sen // 100


def _baris_narasi(narasi: dict[str, str], daftar_bagian: Sequence[tuple[str, str]]) -> list[dict]:
    judul = dict(daftar_bagian)
    return [
        {"kunci": kunci, "judul": judul.get(kunci, ""), "teks": potongan}
        for kunci in dict.fromkeys([*judul, *narasi])
        for potongan in _potong(narasi.get(kunci, ""))
    ]


def _potong(teks: str) -> list[str]:
    """A long text over several rows, cut at blank lines, which is how rows of one key are joined again."""
    potongan = [""]
    for paragraf in teks.split("\n\n"):
        gabung = f"{potongan[-1]}\n\n{paragraf}" if potongan[-1] else paragraf
        if len(gabung) <= SEL_TERPANJANG:
            potongan[-1] = gabung
        else:
            potongan.append(paragraf)
    return potongan


def _tulis_tanda(buku: xlsxwriter.Workbook, tahun: int) -> None:
    ws = buku.add_worksheet(LEMBAR_TANDA)
    ws.write_string(0, 0, TANDA_BUKU)
    ws.write_number(1, 0, tahun)
    ws.very_hidden()
    ws.protect()
