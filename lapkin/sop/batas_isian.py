"""How much an SOP may say: one set of limits for every way in (the editor's forms, TOML, Excel, a pasted table)."""

from collections.abc import Iterator
from dataclasses import fields

from lapkin.sop.bagan import Langkah
from lapkin.sop.sop import Identitas, LabelBlok, LabelKolom, Pengesah, Sop, TanggalTercetak

BATAS_BITA = 5 * 1024 * 1024  # of a file, whatever its kind
PANJANG_KODE = 60  # the column of a task that names its step
PANJANG_NAMA = 300  # of one kelengkapan or output
PANJANG_PERAN = 120
PANJANG_IDENTITAS = 500
PANJANG_DAFTAR = 12_000  # all items of a list of the identity block together
PANJANG_LAPORAN = 40
PERAN_TERBANYAK = 30
BUTIR_TERBANYAK = 40  # works, kelengkapan or output of one row
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


def masalah_batas(sop: Sop) -> Iterator[str]:
    """What is too long or too much, one sentence for each."""
    if len(sop.peran) > PERAN_TERBANYAK:
        yield f"SOP: ada {len(sop.peran)} peran; paling banyak {PERAN_TERBANYAK}."
    yield from _terlalu_panjang("SOP: laporan", sop.laporan, PANJANG_LAPORAN)
    yield from _terlalu_panjang("SOP: sumber", sop.sumber, PANJANG_IDENTITAS)
    yield from _masalah_identitas(sop.identitas)
    for peran in sop.peran:
        yield from _terlalu_panjang(f'Peran "{peran.nama[:40]}": nama', peran.nama, PANJANG_PERAN)
    for nomor, langkah in enumerate(sop.langkah, start=1):
        tempat = f'Langkah "{langkah.kode[:PANJANG_KODE]}"' if langkah.kode else f"Langkah ke-{nomor}"
        yield from (f"{tempat}: {uraian}" for uraian in _masalah_langkah(langkah))


def _masalah_langkah(langkah: Langkah) -> Iterator[str]:
    yield from _terlalu_panjang("kode", langkah.kode, PANJANG_KODE)
    for nama, batas in PANJANG_LANGKAH.items():
        yield from _terlalu_panjang(sebutan_kolom(nama), getattr(langkah, nama), batas)
    for nama in ("kelengkapan", "output"):
        for butir in getattr(langkah, nama):
            yield from _terlalu_panjang(f'nama {nama} "{butir.nama[:40]}"', butir.nama, PANJANG_NAMA)
    for nama in ("pekerjaan", "kelengkapan", "output"):
        if (jumlah := len(getattr(langkah, nama))) > BUTIR_TERBANYAK:
            yield f"ada {jumlah} {nama}; paling banyak {BUTIR_TERBANYAK}."


def _masalah_identitas(identitas: Identitas) -> Iterator[str]:
    for kolom in fields(identitas):
        nilai = getattr(identitas, kolom.name)
        tempat = f"Identitas: {kolom.name}"
        match nilai:
            case tuple():
                yield from _terlalu_panjang(tempat, "\n".join(nilai), PANJANG_DAFTAR)
            case TanggalTercetak():
                yield from _terlalu_panjang(tempat, nilai.tercetak, PANJANG_IDENTITAS)
            case Pengesah() | LabelBlok() | LabelKolom():
                for bagian in fields(nilai):
                    teks = getattr(nilai, bagian.name)
                    if isinstance(teks, str):
                        yield from _terlalu_panjang(f"{tempat}.{bagian.name}", teks, PANJANG_IDENTITAS)
            case _:
                yield from _terlalu_panjang(tempat, nilai, PANJANG_IDENTITAS)


def _terlalu_panjang(sebutan: str, teks: str, batas: int) -> Iterator[str]:
    if len(teks) > batas:
        yield f"{sebutan} terlalu panjang ({len(teks)} huruf); paling banyak {batas} huruf."


def akhir_baris(teks: str) -> str:
    """A text whose lines end as everywhere in Lapkin; browsers and Windows end them otherwise."""
    return teks.replace("\r\n", "\n").replace("\r", "\n")
