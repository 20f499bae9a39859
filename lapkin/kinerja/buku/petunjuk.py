"""The opening sheet of a workbook: how to fill it in, in the words of its columns."""

from lapkin.kinerja.buku.gaya import Gaya, siapkan_cetak
from lapkin.kinerja.buku.isi import Identitas

DAFTAR_PETUNJUK = (
    ("Urutan", "Isi lembar dari kiri ke kanan: Identitas, Sasaran & Indikator, Realisasi, Anggaran, Narasi."),
    (
        "Sel berwarna kuning muda",
        "Boleh diisi. Sel lain terkunci karena dipakai Lapkin untuk mengenali baris.",
    ),
    ("Baris baru", "Pakai baris kosong di bawah baris terakhir. Jangan menyalin seluruh baris."),
    ("Angka kinerja", "Ketik seperti pada dokumen sumbernya, misalnya 98,75 atau 1.234,5. Nol ditulis 0."),
    ("Belum ada angka", "Biarkan kosong, atau tulis sebabnya: Belum Rilis, n/a. Jangan menebak."),
    ("Uang", "Dalam rupiah penuh, tanpa singkatan ribu atau juta."),
    ("Tingkat indikator", "sasaran, program, kegiatan, atau sub-kegiatan."),
    ("Arah", "naik: makin tinggi makin baik. turun: makin rendah makin baik."),
    ("Rumus naik", "Realisasi dibagi target. Dipakai bila arah naik dan Rumus kosong."),
    ("Rumus turun", "(2 x target - realisasi) dibagi target. Dipakai bila arah turun dan Rumus kosong."),
    ("Rumus turun-terbalik", "Target dibagi realisasi."),
    ("Rumus tercapai-100", "100 bila target tercapai, selain itu rumus sesuai arah."),
    ("Rumus predikat", "Untuk predikat seperti BB atau WTP, dibandingkan menurut skalanya."),
    ("Batas (%)", "Capaian paling tinggi yang dihitung: 100, 110, atau 120. Kosong berarti tanpa batas."),
    ("Program/kegiatan", "Salin uraian dari lembar Anggaran agar indikator terhubung dengan anggarannya."),
    (
        "Setelah selesai",
        "Simpan sebagai .xlsx, lalu unggah di halaman Data kinerja. Lapkin memeriksa dahulu.",
    ),
)


def tulis_petunjuk(buku, gaya: Gaya, identitas: Identitas) -> None:
    """Write the sheet, first in the workbook and shown when it is opened."""
    ws = buku.add_worksheet("Petunjuk")
    ws.set_column(0, 0, 28)
    ws.set_column(1, 1, 90)
    ws.write_string(0, 0, "Buku kinerja", gaya.judul)
    ws.write_string(1, 0, f"{identitas.instansi}, tahun {identitas.tahun}", gaya.bantuan)
    for baris, (hal, kalimat) in enumerate(DAFTAR_PETUNJUK, 3):
        ws.write_string(baris, 0, hal, gaya.teks)
        ws.write_string(baris, 1, kalimat, gaya.teks)
    siapkan_cetak(ws)
    ws.protect()
    ws.activate()
