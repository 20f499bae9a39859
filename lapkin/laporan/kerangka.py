"""The chapters of the LKjIP and the slots of text in them: PermenPAN-RB 53/2014 Lampiran II, as data.

The outline is the recommended one, so an office may leave optional slots empty (they are then not printed) or
pass a longer list: a slot is one line here, never a line of code elsewhere.
"""

from dataclasses import dataclass, replace
from typing import Literal

from lapkin.kinerja.lembar import BarisSasaran

PERMENPAN_53 = "PermenPAN-RB 53/2014 Lampiran II"
KEBIASAAN = "kebiasaan penyusunan LKjIP"

Bab = Literal["kata-pengantar", "ikhtisar", "bab-1", "bab-2", "bab-3", "bab-4"]

# The order in which the report is read; chapters without slots of text are made from figures alone.
DAFTAR_BAB: tuple[tuple[str, str], ...] = (
    ("sampul", "Sampul"),
    ("kata-pengantar", "Kata Pengantar"),
    ("ikhtisar", "Ikhtisar Eksekutif"),
    ("daftar", "Daftar Isi, Tabel, dan Gambar"),
    ("bab-1", "Pendahuluan"),
    ("bab-2", "Perencanaan Kinerja"),
    ("bab-3", "Akuntabilitas Kinerja"),
    ("bab-4", "Penutup"),
    ("lampiran", "Lampiran"),
)
JUDUL_BAB = dict(DAFTAR_BAB)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """One slot of text that people write (bagian): its place, what belongs in it, which rule asks for it.

    `kunci` has at most 30 characters, since Word keeps it in a bookmark of 40.
    """

    kunci: str
    judul: str
    bab: Bab
    petunjuk: str
    wajib: bool = False
    dasar: str = PERMENPAN_53
    sasaran: str = ""

    def __post_init__(self) -> None:
        if len(self.kunci) > 30:
            raise ValueError(f"kunci bagian {self.kunci} lebih dari 30 karakter")

    @property
    def judul_lengkap(self) -> str:
        """Its title where sasaran stand beside each other: "Efisiensi Penggunaan Sumber Daya (Meningkatnya ...)"."""
        return f"{self.judul} ({self.sasaran})" if self.sasaran else self.judul


KERANGKA: tuple[Bagian, ...] = (
    Bagian(
        kunci="kata-pengantar",
        judul="Kata pengantar",
        bab="kata-pengantar",
        petunjuk="Tulis pengantar pimpinan: maksud laporan, dasar penyusunannya, dan harapan.",
        wajib=True,
        dasar=KEBIASAAN,
    ),
    Bagian(
        kunci="ikhtisar",
        judul="Ikhtisar eksekutif",
        bab="ikhtisar",
        petunjuk="Ringkas hasil terpenting, kendala, dan langkah perbaikan dalam satu halaman.",
        wajib=True,
        dasar=KEBIASAAN,
    ),
    Bagian(
        kunci="gambaran-organisasi",
        judul="Gambaran Umum Organisasi",
        bab="bab-1",
        petunjuk="Jelaskan kedudukan, tugas, fungsi, dan susunan organisasi serta keadaan pegawainya.",
        wajib=True,
    ),
    Bagian(
        kunci="aspek-strategis",
        judul="Aspek Strategis Organisasi",
        bab="bab-1",
        petunjuk="Jelaskan peran strategis instansi dalam pembangunan daerah.",
        wajib=True,
    ),
    Bagian(
        kunci="isu-strategis",
        judul="Isu Strategis",
        bab="bab-1",
        petunjuk="Sebutkan permasalahan utama yang sedang dihadapi instansi.",
        wajib=True,
    ),
    Bagian(
        kunci="sistematika",
        judul="Sistematika Laporan",
        bab="bab-1",
        petunjuk="Uraikan susunan bab laporan ini.",
        dasar=KEBIASAAN,
    ),
    Bagian(
        kunci="renstra",
        judul="Ringkasan Rencana Strategis",
        bab="bab-2",
        petunjuk="Ringkas visi, misi, tujuan, dan sasaran Renstra; tidak diwajibkan, boleh dikosongkan.",
        dasar=KEBIASAAN,
    ),
    Bagian(
        kunci="perjanjian-kinerja",
        judul="Penjelasan Perjanjian Kinerja",
        bab="bab-2",
        petunjuk="Jelaskan hal penting dari Perjanjian Kinerja, termasuk alasan perubahannya bila ada.",
    ),
    Bagian(
        kunci="capaian-umum",
        judul="Penjelasan capaian kinerja organisasi",
        bab="bab-3",
        petunjuk="Jelaskan gambaran umum capaian kinerja tahun ini.",
    ),
    Bagian(
        kunci="realisasi-anggaran",
        judul="Penjelasan realisasi anggaran",
        bab="bab-3",
        petunjuk="Jelaskan penyebab serapan rendah atau tinggi dan kaitannya dengan kinerja.",
        wajib=True,
    ),
    Bagian(
        kunci="penghargaan",
        judul="Prestasi dan Penghargaan",
        bab="bab-3",
        petunjuk="Sebutkan prestasi atau penghargaan yang diterima tahun ini.",
        dasar=KEBIASAAN,
    ),
    Bagian(
        kunci="kesimpulan",
        judul="Kesimpulan",
        bab="bab-4",
        petunjuk="Simpulkan secara umum capaian kinerja organisasi.",
        wajib=True,
    ),
    Bagian(
        kunci="langkah-perbaikan",
        judul="Langkah Perbaikan",
        bab="bab-4",
        petunjuk="Sebutkan langkah yang akan dilakukan untuk meningkatkan kinerja.",
        wajib=True,
    ),
)
# Within Bab III, what is read before the sasaran one by one.
SEBELUM_SASARAN = ("capaian-umum",)
# Stands for the indicators whose sasaran the source doesn't state.
TANPA_SASARAN = BarisSasaran(kunci="tanpa-sasaran", nama="Sasaran tidak dinyatakan pada sumber")

# The seven analyses that Bab III.A gives for every sasaran, in the order of the regulation.
ANALISIS: tuple[Bagian, ...] = (
    Bagian(
        kunci="target",
        judul="Perbandingan Target dan Realisasi Tahun Ini",
        bab="bab-3",
        petunjuk="Jelaskan hasil pengukuran tahun ini.",
    ),
    Bagian(
        kunci="tahun",
        judul="Perbandingan dengan Tahun-Tahun Sebelumnya",
        bab="bab-3",
        petunjuk="Jelaskan perkembangan realisasi dan capaian dari tahun ke tahun.",
    ),
    Bagian(
        kunci="renstra",
        judul="Perbandingan dengan Target Jangka Menengah",
        bab="bab-3",
        petunjuk="Jelaskan kemajuan menuju target akhir Renstra.",
    ),
    Bagian(
        kunci="nasional",
        judul="Perbandingan dengan Standar Nasional",
        bab="bab-3",
        petunjuk="Jelaskan kedudukan realisasi terhadap standar nasional, jika ada.",
    ),
    Bagian(
        kunci="sebab",
        judul="Penyebab Keberhasilan atau Kegagalan dan Solusi yang Telah Dilakukan",
        bab="bab-3",
        petunjuk="Jelaskan penyebab berhasil atau gagal, naik atau turun, dan solusi yang telah dilakukan.",
        wajib=True,
    ),
    Bagian(
        kunci="efisiensi",
        judul="Efisiensi Penggunaan Sumber Daya",
        bab="bab-3",
        petunjuk="Jelaskan penghematan anggaran, tenaga, waktu, atau sarana dalam mencapai sasaran ini.",
        wajib=True,
    ),
    Bagian(
        kunci="program",
        judul="Program dan Kegiatan Pendukung",
        bab="bab-3",
        petunjuk="Jelaskan program dan kegiatan yang menunjang berhasil atau gagalnya sasaran ini.",
        wajib=True,
    ),
)


def kunci_analisis(analisis: Bagian, sasaran: BarisSasaran) -> str:
    """The key of one analysis of one sasaran: "sebab-S1"."""
    return f"{analisis.kunci}-{sasaran.kunci}"


def bagian_sasaran(sasaran: BarisSasaran) -> tuple[Bagian, ...]:
    """The seven slots of one sasaran."""
    return tuple(
        replace(analisis, kunci=kunci_analisis(analisis, sasaran), sasaran=sasaran.nama)
        for analisis in ANALISIS
    )


def daftar_bagian(
    daftar_sasaran: tuple[BarisSasaran, ...], kerangka: tuple[Bagian, ...] = KERANGKA
) -> tuple[Bagian, ...]:
    """All slots of a report in the order of reading."""
    menurut_sasaran = tuple(bagian for sasaran in daftar_sasaran for bagian in bagian_sasaran(sasaran))
    hasil: tuple[Bagian, ...] = ()
    for kunci_bab, _ in DAFTAR_BAB:
        hasil += tuple(b for b in kerangka if b.bab == kunci_bab and b.kunci in SEBELUM_SASARAN)
        hasil += menurut_sasaran if kunci_bab == "bab-3" else ()
        hasil += tuple(b for b in kerangka if b.bab == kunci_bab and b.kunci not in SEBELUM_SASARAN)
    return hasil
