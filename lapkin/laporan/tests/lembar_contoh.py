"""A small year of figures: two sasaran, four indicators of which one is a kegiatan's, and a budget tree."""

from datetime import date

from lapkin.kinerja.lembar import BarisAnggaran, BarisIndikator, BarisSasaran, LembarKinerja
from lapkin.laporan.identitas import IdentitasLaporan

S1 = BarisSasaran(kunci="S1", nama="Meningkatnya kualitas pelayanan")
S2 = BarisSasaran(kunci="S2", nama="Menurunnya kekerasan terhadap anak")

LENGKAP = BarisIndikator(
    kunci="I1",
    nama="Indeks Kepuasan Masyarakat",
    satuan="Indeks",
    arah="naik",
    sasaran="S1",
    target="80",
    realisasi={"TAHUN": "84,5"},
    riwayat={2022: "78,1", 2023: "80", 2024: "82,25"},
    target_akhir="90",
    standar_nasional="76,61",
)
TANPA_RIWAYAT = BarisIndikator(
    kunci="I2",
    nama="Persentase layanan tepat waktu",
    satuan="%",
    arah="naik",
    tingkat="program",
    sasaran="S1",
    target="100",
    realisasi={"TAHUN": "92.857142857142861"},
)
TARGET_NOL = BarisIndikator(
    kunci="I3",
    nama="Jumlah kasus baru",
    satuan="Kasus",
    arah="turun",
    sasaran="S2",
    target="0",
    realisasi={"TAHUN": "0"},
)
KEGIATAN = BarisIndikator(
    kunci="I4",
    nama="Jumlah dokumen evaluasi",
    satuan="Dok",
    arah="naik",
    tingkat="sub-kegiatan",
    sasaran="S2",
    target="1",
    realisasi={"TAHUN": "1"},
)
DAFTAR_ANGGARAN = (
    BarisAnggaran(
        kunci="A1", tingkat="program", nama="Program Satu", pagu=300_00, realisasi=240_00, sasaran="S1"
    ),
    BarisAnggaran(
        kunci="A2",
        tingkat="kegiatan",
        nama="Kegiatan Satu",
        pagu=300_00,
        realisasi=240_00,
        induk="A1",
        sasaran="S1",
    ),
    BarisAnggaran(kunci="A3", tingkat="program", nama="Program Dua", pagu=100_00, realisasi=100_00),
)
IDENTITAS = IdentitasLaporan(
    instansi="Dinas Contoh",
    induk="Pemerintah Kabupaten Contoh",
    tahun=2025,
    tanggal=date(2026, 2, 20),
    tempat="Kota Contoh",
    jabatan=("Kepala Dinas Contoh",),
    nama="Ibu Kadis, S.Sos.",
    pangkat="Pembina Utama Muda",
    nip="000000000000000001",
)


def lembar(*daftar_indikator, daftar_anggaran=DAFTAR_ANGGARAN, daftar_sasaran=(S1, S2)):
    return LembarKinerja(
        instansi="Dinas Contoh",
        tahun=2025,
        versi_pk="PK 2025 murni",
        daftar_sasaran=daftar_sasaran,
        daftar_indikator=daftar_indikator or (LENGKAP, TANPA_RIWAYAT, TARGET_NOL, KEGIATAN),
        daftar_anggaran=daftar_anggaran,
    )
