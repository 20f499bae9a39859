"""The layout of the one workbook format: the sheets and columns by which it is written and read."""

from dataclasses import dataclass

from lapkin.kinerja.lembar import TINGKAT_ANGGARAN, TINGKAT_INDIKATOR

BARIS_KEPALA = 4  # row of the column heads; data begin below it
TAHUN_SEBELUM = 3  # earlier years kept beside the target
LEMBAR_TANDA = "_lapkin"  # very hidden; its first cell says which format this is


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: its key, its head, width in characters, who may type in it, and what may stand there.

    `jenis`: teks, angka (a figure as typed), uang (rupiah), pilihan (one of `pilihan`), kunci (hidden row id).
    `panjang` is the most characters that are kept.
    """

    kunci: str
    judul: str
    lebar: int = 14
    jenis: str = "teks"
    terkunci: bool = False
    pilihan: tuple[str, ...] = ()
    panjang: int = 2000


@dataclass(frozen=True, slots=True)
class TataLembar:
    """One sheet: its name, a title, a sentence of help, its columns, how many empty rows it offers.

    `kolom_beku`: how many visible columns stay in sight when scrolling sideways.
    """

    nama: str
    judul: str
    bantuan: str
    daftar_kolom: tuple[Kolom, ...]
    cadangan: int = 0
    kolom_beku: int = 0

    def letak(self, kunci: str) -> int:
        """The number of a column, from 0."""
        return next(letak for letak, kolom in enumerate(self.daftar_kolom) if kolom.kunci == kunci)


def _kunci(kunci: str) -> Kolom:
    return Kolom(kunci, kunci, 4, "kunci", terkunci=True)


def _angka(kunci: str, judul: str, lebar: int = 12) -> Kolom:
    return Kolom(kunci, judul, lebar, "angka", panjang=80)


IDENTITAS = TataLembar(
    "Identitas",
    "Identitas instansi",
    "Isi kolom Isian. Tanggal ditulis seperti 20 Februari 2026; NIP 18 angka tanpa spasi.",
    (_kunci("kunci"), Kolom("judul", "Keterangan", 34, terkunci=True), Kolom("isian", "Isian", 70)),
)
# The rows of the sheet Identitas: field, label, most characters.
ISIAN_IDENTITAS = (
    ("instansi", "Nama instansi", 200),
    ("tahun", "Tahun", 4),
    ("sebutan", "Sebutan laporan (LKjIP, LAKIP, LKj)", 40),
    ("induk", "Pemerintah daerah atau instansi di atasnya", 200),
    ("tempat", "Tempat penandatanganan", 80),
    ("tanggal", "Tanggal laporan", 40),
    ("kop", "Kop surat (satu baris dalam setiap baris teks)", 1000),
    ("alamat", "Alamat", 500),
    ("pejabat", "Pejabat tempat Perjanjian Kinerja dibuat", 200),
    ("nama", "Penanda tangan: nama dan gelar", 200),
    ("jabatan", "Penanda tangan: jabatan", 200),
    ("pangkat", "Penanda tangan: pangkat", 80),
    ("nip", "Penanda tangan: NIP", 18),
    ("sumber", "Sumber angka (bila diambil dari terbitan)", 1000),
)

ARAH = ("naik", "turun")
RUMUS = ("naik", "turun", "turun-terbalik", "tercapai-100", "predikat")
BATAS = ("100", "110", "120")


def tata_indikator(tahun: int) -> TataLembar:
    """The sheet of sasaran and indicators; its heads name the three earlier years."""
    return TataLembar(
        "Sasaran & Indikator",
        f"Sasaran, indikator, dan target {tahun}",
        "Satu baris satu indikator. Kosongkan yang tidak ada; jangan menebak. Rumus dan batas boleh kosong.",
        (
            _kunci("kunci"),
            _kunci("kunci_sasaran"),
            _kunci("kunci_anggaran"),
            _kunci("induk"),
            Kolom("sasaran", "Sasaran", 34),
            Kolom("tingkat", "Tingkat", 13, "pilihan", pilihan=TINGKAT_INDIKATOR),
            Kolom("anggaran", "Program/kegiatan", 34),
            Kolom("nama", "Indikator", 46),
            Kolom("satuan", "Satuan", 11, panjang=60),
            Kolom("arah", "Arah", 8, "pilihan", pilihan=ARAH),
            Kolom("rumus", "Rumus", 14, "pilihan", pilihan=RUMUS),
            Kolom("batas", "Batas (%)", 8, "pilihan", pilihan=BATAS),
            _angka("target", f"Target {tahun}"),
            _angka("target_akhir", "Target akhir Renstra"),
            _angka("standar_nasional", "Standar nasional"),
            *(
                _angka(f"lalu_{mundur}", f"Realisasi {tahun - mundur}")
                for mundur in range(TAHUN_SEBELUM, 0, -1)
            ),
            Kolom("penanggung_jawab", "Penanggung jawab", 24, panjang=200),
            Kolom("sumber_data", "Sumber data", 24, panjang=200),
        ),
        cadangan=40,
    )


REALISASI = TataLembar(
    "Realisasi",
    "Realisasi kinerja",
    "Isi kolom TW I sampai Setahun saja. Nol ditulis 0; yang belum ada dibiarkan kosong.",
    (
        _kunci("kunci"),
        Kolom("nama", "Indikator", 60, terkunci=True),
        Kolom("satuan", "Satuan", 11, terkunci=True),
        Kolom("target", "Target", 12, terkunci=True),
        _angka("TW1", "TW I"),
        _angka("TW2", "TW II"),
        _angka("TW3", "TW III"),
        _angka("TW4", "TW IV"),
        _angka("TAHUN", "Setahun"),
    ),
    kolom_beku=1,
)

ANGGARAN = TataLembar(
    "Anggaran",
    "Pagu dan realisasi anggaran",
    "Urut seperti DPA, dalam rupiah. Bila semua Tingkat kosong, susunannya dibangun dari jumlahnya.",
    (
        _kunci("kunci"),
        Kolom("tingkat", "Tingkat", 15, "pilihan", pilihan=TINGKAT_ANGGARAN),
        Kolom("kode", "Kode", 20, panjang=40),
        Kolom("nama", "Uraian", 70),
        Kolom("pagu", "Pagu (Rp)", 19, "uang"),
        Kolom("realisasi", "Realisasi (Rp)", 19, "uang"),
        Kolom("sasaran", "Sasaran", 40),
    ),
    cadangan=40,
)

NARASI = TataLembar(
    "Narasi",
    "Teks laporan",
    "Satu baris satu bagian; paragraf dipisah baris kosong. Beberapa baris dengan kunci sama digabung.",
    (
        Kolom("kunci", "Kunci", 24, terkunci=True, panjang=60),
        Kolom("judul", "Bagian", 40, terkunci=True),
        Kolom("teks", "Teks", 100, panjang=32_000),
    ),
)

NAMA_LEMBAR = (IDENTITAS.nama, "Sasaran & Indikator", REALISASI.nama, ANGGARAN.nama, NARASI.nama)
