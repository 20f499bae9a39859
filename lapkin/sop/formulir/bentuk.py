"""The official form as values: pages, cells with their wrapped text, symbols, arrows, connectors. All lengths in pt.

x grows to the right and y downwards from the page's top left corner. Whoever prints the form takes the text
cells from `Halaman.kepala` and `Halaman.baris`, and the drawing over the pelaksana columns from the rest.
"""

from dataclasses import dataclass
from enum import StrEnum

Titik = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Kertas:
    """A sheet lying on its long side; `tepi` is the margin on all four sides."""

    nama: str
    lebar: float
    tinggi: float
    tepi: float = 32.0


A4 = Kertas("A4", 841.89, 595.28)
F4 = Kertas("F4", 935.43, 609.45)
A3 = Kertas("A3", 1190.55, 841.89)


class Bentuk(StrEnum):
    """The symbols that stand for work (PermenPAN-RB 35/2012); arrow and connector have values of their own."""

    KAPSUL = "kapsul"
    KOTAK = "kotak"
    BELAH_KETUPAT = "belah-ketupat"


class Bagian(StrEnum):
    """What a column of the table shows."""

    NO = "no"
    KEGIATAN = "kegiatan"
    PELAKSANA = "pelaksana"
    KELENGKAPAN = "kelengkapan"
    WAKTU = "waktu"
    OUTPUT = "output"
    KETERANGAN = "keterangan"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the table. `peran` is the role of a pelaksana column, "" in the others."""

    bagian: Bagian
    x: float
    lebar: float
    peran: str = ""


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell: its box, and its text already folded into the lines that fit at `ukuran`.

    `kolom` is the index of its first column in Halaman.kolom; `rentang_kolom` and `rentang_baris` are how many
    columns and header rows it covers. `rata`: "kiri" or "tengah". Pelaksana cells of a row have no text.
    """

    kolom: int
    x: float
    y: float
    lebar: float
    tinggi: float
    baris: tuple[str, ...] = ()
    ukuran: float = 8.0
    tebal: bool = False
    rata: str = "kiri"
    rentang_kolom: int = 1
    rentang_baris: int = 1


@dataclass(frozen=True, slots=True)
class Baris:
    """One row of the table. `langkah` is the step's kode, "" in the header; `urutan` its place in Sop.langkah.

    A row of the body has one cell for each column. A header row has the cells that begin in it.
    """

    langkah: str
    urutan: int
    y: float
    tinggi: float
    sel: tuple[Sel, ...]


@dataclass(frozen=True, slots=True)
class Simbol:
    """A symbol in a pelaksana column, by its centre. `langkah` and `peran` say whose work; `urutan` as in Baris."""

    bentuk: Bentuk
    langkah: str
    urutan: int
    peran: str
    x: float
    y: float
    lebar: float
    tinggi: float
    teks: str = ""
    ukuran: float = 6.5


@dataclass(frozen=True, slots=True)
class Tulisan:
    """A word beside an exit of a diamond (Ya, Tidak), by the box that it fills."""

    teks: str
    x: float
    y: float
    lebar: float
    tinggi: float
    ukuran: float


@dataclass(frozen=True, slots=True)
class Penghubung:
    """An off-page connector (segi lima) by its centre; its twin with the same letter is on page `ke_halaman`.

    `turun`: it points down, as the flow goes; a return points up. `keluar`: the flow leaves this page here.
    """

    huruf: str
    x: float
    y: float
    lebar: float
    tinggi: float
    turun: bool
    keluar: bool
    ke_halaman: int


@dataclass(frozen=True, slots=True)
class Panah:
    """One line from `titik[0]` to `titik[-1]`, only level and upright.

    `dari` and `ke` are what it joins: "s3" is Halaman.simbol[3], "p0" is Halaman.penghubung[0]. It starts at the
    edge of `dari`, or on another line that also leaves `dari`; it ends at the edge of `ke`, or on another line
    that also leads there. `kembali`: a return. `kepala`: it ends in an arrowhead, which only stands at `ke` itself.
    `masuk`: its level end bends down into the upright line that it joins, with this radius; 0: it ends square.
    """

    dari: str
    ke: str
    titik: tuple[Titik, ...]
    kembali: bool = False
    kepala: bool = True
    masuk: float = 0.0


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page. `x0`..`x1` is the area of the pelaksana columns; `atas`..`bawah` is the table's body.

    `tinggi` is that of the paper, or more where a single row is taller than a page. `catatan` stands under the
    table of the last page: what the drawing had no room for.
    """

    nomor: int
    lebar: float
    tinggi: float
    judul: tuple[Sel, ...]
    kolom: tuple[Kolom, ...]
    kepala: tuple[Baris, ...]
    baris: tuple[Baris, ...]
    x0: float
    x1: float
    atas: float
    bawah: float
    simbol: tuple[Simbol, ...] = ()
    panah: tuple[Panah, ...] = ()
    penghubung: tuple[Penghubung, ...] = ()
    tulisan: tuple[Tulisan, ...] = ()
    catatan: tuple[Sel, ...] = ()


@dataclass(frozen=True, slots=True)
class Formulir:
    """The whole form. `judul` is its title, `uraian` says in words what the drawing shows."""

    kertas: Kertas
    judul: str
    uraian: str
    halaman: tuple[Halaman, ...]
