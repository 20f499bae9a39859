"""What a workbook (buku kerja) holds, and what reading one gives: values without any spreadsheet."""

from dataclasses import dataclass, field
from datetime import date

from lapkin.kinerja.lembar import LembarKinerja

TANDA_BUKU = "lapkin-buku-kinerja-1"  # the id of the one workbook format, in a hidden cell


class SalahBuku(ValueError):
    """The file as a whole can't be taken; the message is an Indonesian sentence for its sender."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identitas:
    """Whose figures these are and who signs; "" = not stated.

    `kop`: the lines of the letterhead; `pejabat`: the superior with whom the Perjanjian Kinerja is made;
    `nama`, `jabatan`, `pangkat`, `nip`: the official who signs; `sumber`: where published figures come from.
    """

    instansi: str
    tahun: int
    sebutan: str = "LKjIP"
    induk: str = ""
    tempat: str = ""
    tanggal: date | None = None
    kop: tuple[str, ...] = ()
    alamat: str = ""
    pejabat: str = ""
    nama: str = ""
    jabatan: str = ""
    pangkat: str = ""
    nip: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiBuku:
    """Everything in a workbook; `narasi` holds people's text by the key of its section."""

    identitas: Identitas
    lembar: LembarKinerja
    narasi: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Masalah:
    """One remark on one cell: sheet, row (1 = first), column letter, what stands there, and what to do."""

    lembar: str
    baris: int
    kolom: str
    nilai: str
    kalimat: str

    @property
    def tempat(self) -> str:
        """The cell as people name it: "Realisasi, baris 7, kolom F"."""
        return f"{self.lembar}, baris {self.baris}, kolom {self.kolom}"


@dataclass(frozen=True, slots=True)
class HasilBaca:
    """A workbook as read: `isi` is None while `daftar_masalah` has entries; warnings don't hinder."""

    isi: IsiBuku | None
    daftar_masalah: tuple[Masalah, ...] = ()
    daftar_peringatan: tuple[Masalah, ...] = ()
