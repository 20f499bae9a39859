"""How much an SOP may say: one set of limits for every way in (the editor's forms, TOML, Excel, a pasted table).

An SOP beyond them is not put in force either (`masalah_sop`): its tasks and papers could not be kept. What has come
into force otherwise is still read, so that a running case goes on.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Protocol

from lapkin.sop.bagan import TANPA_WAKTU, Langkah
from lapkin.sop.periksa_sop import Masalah, PeranBernama
from lapkin.sop.waktu import WaktuTidakSah, baca_waktu, baca_waktu_langkah

BATAS_BITA = 5 * 1024 * 1024  # of a file, whatever its kind
PANJANG_KODE_SOP = 80
PANJANG_KODE = 60  # the column of a task that names its step
PANJANG_NASKAH = 60
PANJANG_NAMA = 300  # of one kelengkapan or output
PANJANG_PERAN = 120
PANJANG_IDENTITAS = 500
PANJANG_DAFTAR = 12_000  # all items of a list of the identity block together
PANJANG_LAPORAN = 40
PERAN_TERBANYAK = 30
BUTIR_TERBANYAK = 40  # works, kelengkapan or output of one row
_ATURAN_PANJANG = "isian-terlalu-panjang"
PANJANG_LANGKAH = {
    "no": 10,
    "kegiatan": 1000,
    "kelengkapan_tercetak": 2000,
    "waktu_tercetak": 100,
    "output_tercetak": 2000,
    "keterangan": 1000,
    "catatan": 1000,
}
_SEBUTAN = {
    "kelengkapan_tercetak": "kelengkapan",
    "waktu_tercetak": "waktu",
    "output_tercetak": "output",
}


def sebutan_kolom(nama: str) -> str:
    """A field of PANJANG_LANGKAH as sentences name it."""
    return _SEBUTAN.get(nama, nama)


class SopTerbatas(Protocol):
    """What these limits need to know of an SOP."""

    kode: str
    laporan: str
    sumber: str
    identitas: object
    peran: tuple[PeranBernama, ...]
    langkah: tuple[Langkah, ...]


def masalah_batas(sop: SopTerbatas) -> list[str]:
    """What is too long or too much, one sentence for each."""
    return [masalah.kalimat for masalah in periksa_batas(sop)]


def periksa_batas(sop: SopTerbatas) -> Iterator[Masalah]:
    """The same, with the row where it stands; the rules are `isian-terlalu-panjang` and `waktu-terlalu-lama`."""
    for uraian in _masalah_pokok(sop):
        yield Masalah(aturan=_ATURAN_PANJANG, uraian=uraian)
    for nama, uraian in _masalah_identitas(sop.identitas):
        yield Masalah(aturan=_ATURAN_PANJANG, tempat="Identitas", uraian=f"{nama} {uraian}")
    for peran in sop.peran:
        tempat = f'Peran "{peran.nama[:40]}"'
        for uraian in (
            *_terlalu_panjang("nama", peran.nama, PANJANG_PERAN),
            *_terlalu_panjang("kunci", peran.kunci, PANJANG_PERAN),
        ):
            yield Masalah(aturan=_ATURAN_PANJANG, tempat=tempat, uraian=uraian)
    for nomor, langkah in enumerate(sop.langkah, start=1):
        tempat = f'Langkah "{langkah.kode[:PANJANG_KODE]}"' if langkah.kode else f"Langkah ke-{nomor}"
        for uraian in _masalah_langkah(langkah):
            yield Masalah(aturan=_ATURAN_PANJANG, langkah=langkah.kode, tempat=tempat, uraian=uraian)
        for uraian in _terlalu_lama(langkah.waktu_tercetak):
            yield Masalah(aturan="waktu-terlalu-lama", langkah=langkah.kode, tempat=tempat, uraian=uraian)


def _masalah_pokok(sop: SopTerbatas) -> Iterator[str]:
    if len(sop.peran) > PERAN_TERBANYAK:
        yield f"ada {len(sop.peran)} peran; paling banyak {PERAN_TERBANYAK}"
    yield from _terlalu_panjang("kode", sop.kode, PANJANG_KODE_SOP)
    yield from _terlalu_panjang("laporan", sop.laporan, PANJANG_LAPORAN)
    yield from _terlalu_panjang("sumber", sop.sumber, PANJANG_IDENTITAS)


def _masalah_langkah(langkah: Langkah) -> Iterator[str]:
    yield from _terlalu_panjang("kode", langkah.kode, PANJANG_KODE)
    for nama, batas in PANJANG_LANGKAH.items():
        yield from _terlalu_panjang(sebutan_kolom(nama), getattr(langkah, nama), batas)
    for nama in ("kelengkapan", "output"):
        for butir in getattr(langkah, nama):
            yield from _terlalu_panjang(f'nama {nama} "{butir.nama[:40]}"', butir.nama, PANJANG_NAMA)
    for butir in (*langkah.pekerjaan, *langkah.output):
        yield from _terlalu_panjang(f'naskah "{butir.naskah[:40]}"', butir.naskah, PANJANG_NASKAH)
    for nama in ("pekerjaan", "kelengkapan", "output"):
        if (jumlah := len(getattr(langkah, nama))) > BUTIR_TERBANYAK:
            yield f"ada {jumlah} {nama}; paling banyak {BUTIR_TERBANYAK}"


def _terlalu_lama(tercetak: str) -> Iterator[str]:
    """A time that can be read and is too long; what cannot be read is for `periksa_sop` to say."""
    if tercetak.strip() in TANPA_WAKTU:
        return
    try:
        baca_waktu(tercetak)
    except WaktuTidakSah:
        return
    try:
        baca_waktu_langkah(tercetak)
    except WaktuTidakSah as salah:
        yield str(salah)


def _masalah_identitas(identitas: object) -> Iterator[tuple[str, str]]:
    """(field, what is wrong with it) of the block and, with a full stop between, of its parts."""
    for kolom in fields(identitas):
        nilai = getattr(identitas, kolom.name)
        if is_dataclass(nilai):
            for bagian, uraian in _masalah_identitas(nilai):
                yield f"{kolom.name}.{bagian}", uraian
        elif isinstance(nilai, tuple):
            yield from ((kolom.name, uraian) for uraian in _panjangnya("\n".join(nilai), PANJANG_DAFTAR))
        elif isinstance(nilai, str):
            yield from ((kolom.name, uraian) for uraian in _panjangnya(nilai, PANJANG_IDENTITAS))


def _terlalu_panjang(sebutan: str, teks: str, batas: int) -> Iterator[str]:
    yield from (f"{sebutan} {uraian}" for uraian in _panjangnya(teks, batas))


def _panjangnya(teks: str, batas: int) -> Iterator[str]:
    if len(teks) > batas:
        yield f"terlalu panjang ({len(teks)} huruf); paling banyak {batas} huruf"


def akhir_baris(teks: str) -> str:
    """A text whose lines end as everywhere in Lapkin; browsers and Windows end them otherwise."""
    return teks.replace("\r\n", "\n").replace("\r", "\n")
