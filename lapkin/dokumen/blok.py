"""The tree every paper is made of: a flat row of blocks that the HTML, PDF and DOCX writers read.

Text in a block is data, never markup; a newline inside a text is a line break. Numbers of headings and
captions are not stored here: `penomoran.py` computes them, the same for all writers.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lapkin.dokumen.kodek import BentukSalah, dari_nilai, ke_nilai
from lapkin.dokumen.tabel import Baris, Sel, Tabel, baris

__all__ = [
    "Baris",
    "BentukSalah",
    "Blok",
    "Daftar",
    "DaftarIsi",
    "Dokumen",
    "Gambar",
    "Jeda",
    "Judul",
    "KepalaSurat",
    "Kop",
    "Narasi",
    "Paragraf",
    "Pasang",
    "Pasangan",
    "Potongan",
    "Sampul",
    "Sel",
    "Tabel",
    "TandaTangan",
    "TandaTanganBersama",
    "baris",
    "daftar",
    "dari_json",
    "ke_json",
    "narasi",
    "paragraf",
    "pasangan",
]

Rata = Literal["kiri", "tengah", "kanan", "penuh"]
Penomor = Literal["", "1", "a", "KESATU"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Potongan:
    """A run: a piece of text with one look."""

    teks: str
    tebal: bool = False
    miring: bool = False
    garis_bawah: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judul:
    """A heading, level 1 to 4. `jenis` counts for level 1 only.

    bab: "BAB I", new page. depan: unnumbered front matter (kata pengantar), new page, roman page numbers.
    lampiran: "LAMPIRAN I", new page. naskah: the title of a letter, centred, no new page, in no list.
    Levels 2 to 4 are numbered A., 1., a. under a bab or lampiran unless `bernomor` is False.
    """

    tingkat: int
    teks: str
    kunci: str = ""
    jenis: Literal["bab", "depan", "lampiran", "naskah"] = "bab"
    bernomor: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.tingkat <= 4:
            raise ValueError(f"tingkat judul {self.tingkat} di luar 1 sampai 4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraf:
    """A paragraph that the application wrote. `inden`: its first line stands in."""

    potongan: tuple[Potongan, ...]
    rata: Rata = "penuh"
    inden: bool = False
    kunci: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narasi:
    """Text that people wrote, under a stable key; rebuilding the document never touches it.

    An empty one prints `petunjuk` (what to write here) in grey, so that a gap in a draft is seen.
    """

    kunci: str
    paragraf: tuple[tuple[Potongan, ...], ...] = ()
    petunjuk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Daftar:
    """A list: bullets, 1. 2., a. b., or the KESATU, KEDUA of a decree."""

    butir: tuple[tuple[Potongan, ...], ...]
    bernomor: Penomor = ""
    mulai: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Gambar:
    """A drawing with its caption below ("" = none, unnumbered). `alt` says in words what it shows."""

    keterangan: str
    svg: str
    alt: str
    lebar_mm: int = 150
    catatan: str = ""
    kunci: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jeda:
    """A page break, or a new section that stays upright or landscape until the next section."""

    jenis: Literal["halaman", "bagian"] = "halaman"
    lanskap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarIsi:
    """The list of headings, tables or figures with page numbers; its own heading is a Judul before it."""

    jenis: Literal["isi", "tabel", "gambar"] = "isi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasang:
    """One label and what stands after its colon: one text, or several (numbered as in Menimbang)."""

    label: str
    nilai: tuple[str, ...]
    bernomor: Literal["", "1", "a"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasangan:
    """Lines with aligned colons (Nomor : ..., Kepada : ...). `garis`: a rule under the block."""

    baris: tuple[Pasang, ...]
    garis: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KepalaSurat:
    """Head of a letter: Nomor, Sifat, Lampiran, Hal at left; place and date, then the addressee, at right."""

    tempat_tanggal: str
    rincian: tuple[Pasang, ...]
    tujuan: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTangan:
    """A signature block: place and date, post, room to sign, name, rank, NIP.

    `pihak` stands above the post: "Pihak Kedua,", "Mengetahui,".
    """

    jabatan: tuple[str, ...]
    nama: str
    tempat_tanggal: str = ""
    pihak: str = ""
    pangkat: str = ""
    nip: str = ""
    posisi: Literal["kanan", "kiri", "tengah"] = "kanan"
    kunci: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTanganBersama:
    """Two or three signature blocks side by side (Pihak Kedua and Pihak Pertama of a Perjanjian Kinerja)."""

    kolom: tuple[TandaTangan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """Letterhead: the lines of the government and the office (last line largest), address, emblem."""

    baris: tuple[str, ...]
    alamat: tuple[str, ...] = ()
    lambang_svg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampul:
    """The cover page: emblem, title lines, office lines at the foot."""

    judul: tuple[str, ...]
    instansi: tuple[str, ...]
    kaki: tuple[str, ...] = ()
    lambang_svg: str = ""
    lambang_alt: str = "Lambang daerah"


Blok = (
    Judul
    | Paragraf
    | Narasi
    | Daftar
    | Tabel
    | Gambar
    | Jeda
    | DaftarIsi
    | Pasangan
    | KepalaSurat
    | TandaTangan
    | TandaTanganBersama
    | Kop
    | Sampul
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokumen:
    """One paper. `tanggal` is its fixed date, so that the same tree gives the same bytes on any day.

    gaya laporan: a bound report (wide left margin, one and a half lines); naskah: a letter. `kaki_halaman`
    stands at the foot of every page of the PDF and the Word file, a cover excepted.
    """

    judul: str
    blok: tuple[Blok, ...]
    tanggal: date
    subjek: str = ""
    penulis: str = ""
    gaya: Literal["laporan", "naskah"] = "laporan"
    ukuran: Literal["a4", "f4"] = "a4"
    penomoran_halaman: bool = True
    kepala_halaman: str = ""
    kaki_halaman: str = ""


def paragraf(
    *isi: str | Potongan, rata: Rata = "penuh", tebal: bool = False, inden: bool = False, kunci: str = ""
) -> Paragraf:
    """A paragraph from plain texts and runs: `paragraf("Nilai ", Potongan(teks="BB", tebal=True))`."""
    return Paragraf(potongan=_potongan(isi, tebal), rata=rata, inden=inden, kunci=kunci)


def narasi(kunci: str, teks: str, petunjuk: str = "") -> Narasi:
    """What a person typed into one box: an empty line starts a new paragraph."""
    bagian = [alinea.strip() for alinea in teks.replace("\r\n", "\n").split("\n\n")]
    return Narasi(kunci=kunci, paragraf=tuple(_potongan([a], False) for a in bagian if a), petunjuk=petunjuk)


def daftar(*butir: str | Potongan, bernomor: Penomor = "", mulai: int = 1) -> Daftar:
    """A list of plain texts."""
    return Daftar(butir=tuple(_potongan([b], False) for b in butir), bernomor=bernomor, mulai=mulai)


def pasangan(*isi: tuple[str, str], garis: bool = False) -> Pasangan:
    """Label and value lines from pairs of texts."""
    return Pasangan(baris=tuple(Pasang(label=label, nilai=(nilai,)) for label, nilai in isi), garis=garis)


def ke_json(dokumen: Dokumen) -> str:
    """The tree as one line of JSON, for the database."""
    return json.dumps(ke_nilai(dokumen), ensure_ascii=True, separators=(",", ":"))


def dari_json(teks: str) -> Dokumen:
    """The tree from its JSON; raises `BentukSalah`, a ValueError, for what `ke_json` does not write."""
    try:
        nilai = json.loads(teks)
    except (ValueError, RecursionError) as salah:
        raise BentukSalah(f"bukan JSON yang benar: {salah}") from salah
    return dari_nilai(Dokumen, nilai)


def _potongan(isi: Iterable[str | Potongan], tebal: bool) -> tuple[Potongan, ...]:
    return tuple(Potongan(teks=s, tebal=tebal) if isinstance(s, str) else s for s in isi)
