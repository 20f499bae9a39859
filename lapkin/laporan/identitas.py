"""Whose report it is: what the cover, the foot lines and the signature block print."""

from dataclasses import dataclass
from datetime import date

from lapkin.kinerja.buku_kerja import Identitas


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentitasLaporan:
    """The office, the year, the title word, and the head who signs; texts stand as they are to be printed.

    `jabatan`: the lines of the signer's post, `nama` with titles; `tanggal` is the day printed on the report
    and the fixed date of its files; `sumber` says where published figures come from ("" = the office's own).
    """

    instansi: str
    tahun: int
    tanggal: date
    sebutan: str = "LKjIP"
    induk: str = ""
    tempat: str = ""
    alamat: str = ""
    lambang_svg: str = ""
    jabatan: tuple[str, ...] = ()
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    sumber: str = ""

    @property
    def judul(self) -> str:
        """The report's name in full: "Laporan Kinerja Instansi Pemerintah (LKjIP)"."""
        return KEPANJANGAN.get(self.sebutan, f"Laporan Kinerja ({self.sebutan})")


# The words offices use for the same report, spelled out for the cover.
KEPANJANGAN = {
    "LKjIP": "Laporan Kinerja Instansi Pemerintah (LKjIP)",
    "LAKIP": "Laporan Akuntabilitas Kinerja Instansi Pemerintah (LAKIP)",
    "LKj": "Laporan Kinerja (LKj)",
    "LKIP": "Laporan Kinerja Instansi Pemerintah (LKIP)",
}


def dari_buku(identitas: Identitas, bila_tanpa_tanggal: date) -> IdentitasLaporan:
    """The identity of a workbook as the report prints it; without a date of its own it gets the given one."""
    return IdentitasLaporan(
        instansi=identitas.instansi,
        tahun=identitas.tahun,
        tanggal=identitas.tanggal or bila_tanpa_tanggal,
        sebutan=identitas.sebutan,
        induk=identitas.induk,
        tempat=identitas.tempat,
        alamat=identitas.alamat,
        jabatan=tuple(filter(None, (baris.strip() for baris in identitas.jabatan.splitlines()))),
        nama=identitas.nama,
        pangkat=identitas.pangkat,
        nip=identitas.nip,
        sumber=identitas.sumber,
    )
