"""An SOP as data: its identity block, its roles and its rows; which row follows which, where work returns.

Read from TOML on disk (`baca`) and kept with a run as JSON (`ke_json`, `dari_json`); the shape is the same.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache

from lapkin.sop.bagan import Cara, Jenis, Kelengkapan, Langkah, Output, Pekerjaan, SimbolTercetak, Tahap, Tiap
from lapkin.sop.batas_isian import periksa_batas
from lapkin.sop.muat import muat
from lapkin.sop.periksa_sop import Masalah, periksa_jumlah, periksa_sop

__all__ = [
    "Cara",
    "Identitas",
    "Jenis",
    "Kelengkapan",
    "LabelBlok",
    "LabelKolom",
    "Langkah",
    "Output",
    "Pekerjaan",
    "Pengesah",
    "Peran",
    "SimbolTercetak",
    "Sop",
    "SopTidakSah",
    "Tahap",
    "TanggalTercetak",
    "Tiap",
    "baca",
    "baca_bebas",
    "baca_draf",
    "daftar_masalah_sop",
    "dari_json",
    "draf_dari_json",
    "ke_json",
    "masalah_sop",
]


class SopTidakSah(ValueError):
    """The text is no SOP that can be run; `daftar_masalah` has every fault as an Indonesian sentence."""

    def __init__(self, daftar_masalah: list[str]) -> None:
        super().__init__("\n".join(daftar_masalah))
        self.daftar_masalah = daftar_masalah


@dataclass(frozen=True, slots=True, kw_only=True)
class TanggalTercetak:
    """A date as printed ("Juni 2020" stays so); `tanggal` only where a full date is printed."""

    tercetak: str = ""
    tanggal: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengesah:
    """The official who put the SOP in force, as printed."""

    jabatan: str = ""
    nama: str = ""
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelBlok:
    """The headings of the identity block as this office prints them; "" where it prints none."""

    nomor: str = "Nomor SOP"
    tanggal_pembuatan: str = "Tanggal Pembuatan"
    tanggal_revisi: str = "Tanggal Revisi"
    tanggal_efektif: str = "Tanggal Efektif"
    tanggal_pengesahan: str = ""
    pengesah: str = "Disahkan oleh"
    judul: str = "Nama SOP"
    dasar_hukum: str = "Dasar Hukum"
    kualifikasi: str = "Kualifikasi pelaksana"
    keterkaitan: str = "Keterkaitan"
    peralatan: str = "Peralatan/perlengkapan"
    peringatan: str = "Peringatan"
    pencatatan: str = "Pencatatan dan pendataan"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelKolom:
    """The headings of the table as printed; "" where the column is not printed."""

    no: str = "No."
    kegiatan: str = "Kegiatan"
    pelaksana: str = "Pelaksana"
    mutu_baku: str = "Mutu Baku"
    kelengkapan: str = "Kelengkapan"
    waktu: str = "Waktu"
    output: str = "Output"
    keterangan: str = "Keterangan"
    nomor_kolom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identitas:
    """Bagian identitas: the block above the flowchart (PermenPAN-RB 35/2012); texts verbatim.

    `judul` keeps the print's own typos; `judul_baku` is the title in standard words;
    `penanda_butir` is how the print marks the items of its lists, "-" or "1.".
    """

    kop: tuple[str, ...]
    unit: str = ""
    nomor: str
    tanggal_pembuatan: TanggalTercetak = TanggalTercetak()
    tanggal_revisi: TanggalTercetak = TanggalTercetak()
    tanggal_efektif: TanggalTercetak = TanggalTercetak()
    tanggal_pengesahan: TanggalTercetak = TanggalTercetak()
    pengesah: Pengesah = Pengesah()
    judul: str
    judul_baku: str
    judul_tabel: str = ""
    penanda_butir: str = ""
    dasar_hukum: tuple[str, ...] = ()
    kualifikasi: tuple[str, ...] = ()
    keterkaitan: tuple[str, ...] = ()
    peralatan: tuple[str, ...] = ()
    peringatan: tuple[str, ...] = ()
    pencatatan: tuple[str, ...] = ()
    label_blok: LabelBlok = LabelBlok()
    label_kolom: LabelKolom = LabelKolom()


@dataclass(frozen=True, slots=True, kw_only=True)
class Peran:
    """A column of pelaksana, or (`kolom` false) someone the text names without a column.

    Bound per office to a jabatan or a tim; `ejaan_lain`: how another page of the print spells the same head.
    """

    nama: str
    kunci: str
    kolom: bool = True
    ejaan_lain: tuple[str, ...] = ()
    disimpulkan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sop:
    """One SOP in one revision. `laporan` is the word it uses for the report: LKjIP, LAKIP, LKj.

    `penanggung_jawab` is the role that answers for the whole: it alone may skip a step or add one.
    """

    kode: str
    laporan: str
    sumber: str
    penanggung_jawab: str = ""
    identitas: Identitas
    peran: tuple[Peran, ...]
    langkah: tuple[Langkah, ...]

    @property
    def penanggung_jawab_berlaku(self) -> str:
        """The role that answers for the SOP; where the SOP names none, whoever orders the work in its first row."""
        return self.penanggung_jawab or next(iter(self.pertama().pelaksana), "")

    @property
    def daftar_langkah_kerja(self) -> tuple[Langkah, ...]:
        """The rows with work, in order: without the printed Mulai and Selesai."""
        return tuple(langkah for langkah in self.langkah if not langkah.penanda)

    def cari(self, kode: str) -> Langkah:
        """The row with this kode; KeyError when there is none."""
        for langkah in self.langkah:
            if langkah.kode == kode:
                return langkah
        raise KeyError(kode)

    def pertama(self) -> Langkah:
        return self.daftar_langkah_kerja[0]

    def sesudah(self, kode: str) -> Langkah | None:
        """The next row with work; None when the SOP is done."""
        mulai = self.langkah.index(self.cari(kode)) + 1
        return next((langkah for langkah in self.langkah[mulai:] if not langkah.penanda), None)

    def tahap_sesudah(self, kode: str, nomor: int) -> Tahap | None:
        """The next turn inside the row; None when the row's work is done."""
        return next((tahap for tahap in self.cari(kode).tahapan() if tahap.nomor > nomor), None)

    def pengembalian(self, kode: str) -> tuple[Langkah, ...]:
        """The rows that this row may send the work back to; empty when it may not."""
        return tuple(self.cari(tujuan) for tujuan in self.cari(kode).kembali_ke)


def baca(teks: str) -> Sop:
    """The SOP in a TOML text; raises SopTidakSah with all faults."""
    sop, daftar_masalah = baca_bebas(teks)
    return _tanpa_masalah(sop, daftar_masalah + masalah_sop(sop))


def baca_draf(teks: str) -> Sop:
    """Like `baca`, for a draft that need not be runnable yet: only keys and types must be right."""
    return _tanpa_masalah(*baca_bebas(teks))


def ke_json(sop: Sop) -> str:
    """The SOP as the text that a RevisiSop keeps; `dari_json` reads it back."""
    return json.dumps(asdict(sop), ensure_ascii=False, default=date.isoformat)


@lru_cache(maxsize=256)
def dari_json(teks: str) -> Sop:
    """The SOP that `ke_json` wrote; raises SopTidakSah like `baca`. Each act reads it, so it is kept.

    What is in force is read whatever the limits of `batas_isian` are by now: a running case must go on.
    """
    sop, daftar_masalah = _dari_json(teks)
    return _tanpa_masalah(sop, daftar_masalah + [masalah.kalimat for masalah in _masalah_susunan(sop)])


@lru_cache(maxsize=64)
def draf_dari_json(teks: str) -> Sop:
    """Like `dari_json`, for a draft that need not be runnable yet: only keys and types must be right."""
    return _tanpa_masalah(*_dari_json(teks))


def masalah_sop(sop: Sop) -> list[str]:
    """What forbids running this SOP, one Indonesian sentence for each fault; empty when it can be run."""
    return [masalah.kalimat for masalah in daftar_masalah_sop(sop)]


def daftar_masalah_sop(sop: Sop) -> list[Masalah]:
    """The same, each with its rule and its row: how its parts fit, and what is more than Lapkin keeps."""
    return [*_masalah_susunan(sop), *periksa_batas(sop)]


def _masalah_susunan(sop: Sop) -> list[Masalah]:
    return periksa_sop(sop.peran, sop.langkah, sop.penanggung_jawab)


def baca_bebas(teks: str) -> tuple[Sop, list[str]]:
    """What a TOML text says and what is wrong with its keys and types; faulty parts stand empty in the SOP.

    For whoever has more to find before it refuses. Raises SopTidakSah where nothing more can be found.
    """
    try:
        isi = tomllib.loads(teks)
    except tomllib.TOMLDecodeError as kesalahan:
        raise SopTidakSah([_kesalahan_toml(str(kesalahan))]) from kesalahan
    except (ValueError, RecursionError) as kesalahan:
        raise SopTidakSah(["Berkas SOP memuat nilai yang tidak dapat dibaca."]) from kesalahan
    return _dari_isi(isi)


def _dari_json(teks: str) -> tuple[Sop, list[str]]:
    try:
        isi = json.loads(teks)
    except (ValueError, RecursionError) as kesalahan:
        raise SopTidakSah(["Simpanan SOP bukan JSON yang dapat dibaca."]) from kesalahan
    return _dari_isi(isi)


def _dari_isi(isi: object) -> tuple[Sop, list[str]]:
    """The value and what is wrong with its keys and types; faulty parts stand empty in it.

    Raises SopTidakSah on more rows than an SOP may have, without a look into any of them.
    """
    daftar_masalah: list[str] = []
    daftar_langkah = isi.get("langkah") if isinstance(isi, Mapping) else None
    if isinstance(daftar_langkah, list) and (masalah := periksa_jumlah(len(daftar_langkah))):
        muat(Sop, {**isi, "langkah": []}, "SOP", daftar_masalah)
        raise SopTidakSah([*(satu.kalimat for satu in masalah), *daftar_masalah])
    return muat(Sop, isi, "SOP", daftar_masalah), daftar_masalah


def _tanpa_masalah(sop: Sop, daftar_masalah: list[str]) -> Sop:
    if daftar_masalah:
        raise SopTidakSah(daftar_masalah)
    return sop


def _kesalahan_toml(pesan: str) -> str:
    """Where the TOML breaks off: Python 3.11 tells the line only inside its English message."""
    letak = re.search(r"at line (\d+), column (\d+)", pesan)
    tempat = f"baris {letak[1]}, kolom {letak[2]}" if letak else "akhir berkas"
    return f"Tulisan TOML tidak terbaca pada {tempat}; periksa tanda kutip, kurung, dan koma di sekitarnya."
