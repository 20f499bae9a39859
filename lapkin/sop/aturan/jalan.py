"""What forbids running the SOP, as findings: the same faults that `masalah_sop` tells, with a mending each."""

import re
from collections.abc import Iterator

from lapkin.sop.aturan.bacaan import sebutan_langkah
from lapkin.sop.aturan.temuan import Bahan, Temuan, Tingkat
from lapkin.sop.periksa_sop import Masalah
from lapkin.sop.sop import daftar_masalah_sop

_PERBAIKAN = {
    "terlalu-panjang": "Pecah menjadi beberapa SOP yang saling berkait.",
    "peran-kosong": "Tulis sedikitnya satu peran.",
    "langkah-kosong": "Tulis sedikitnya satu langkah yang dikerjakan.",
    "peran-tanpa-nama": "Tulis nama peran itu, atau hapus.",
    "isian-terlalu-panjang": "Persingkat isinya.",
    "waktu-terlalu-lama": "Tulis waktu yang lebih pendek, atau bagi menjadi beberapa langkah.",
    "peran-ganda": "Beri setiap peran nama dan kunci yang berbeda.",
    "kunci-peran": "Ganti kuncinya dengan huruf kecil, angka, dan tanda hubung.",
    "penanggung-jawab-tidak-dikenal": "Pilih penanggung jawab dari daftar peran.",
    "kode-ganda": "Beri setiap langkah kode yang berbeda.",
    "kode-langkah": "Tulis kode dengan huruf kecil, angka, dan tanda hubung.",
    "penanda-langkah": "Tulis pekerjaannya, atau jadikan langkah ini penanda mulai atau selesai tanpa pekerjaan.",
    "peran-tidak-dikenal": "Tambahkan peran itu ke daftar peran, atau ganti dengan peran yang sudah ada.",
    "tanpa-pelaksana": "Pilih peran yang mengerjakan langkah ini.",
    "pelaksana-tidak-cocok": "Samakan pelaksana langkah dengan peran yang mengerjakannya.",
    "bersama-sendirian": "Tambahkan peran lain, atau ubah caranya menjadi berurutan.",
    "kelengkapan-salah-asal": 'Pilih langkah sebelumnya yang membuatnya, atau "luar".',
    "waktu-tidak-terbaca": "Tulis waktu baku, misalnya 30 menit, 2 jam, atau 3 hari.",
    "tanpa-output": "Tulis apa yang dihasilkan langkah ini.",
    "output-tanpa-pembuat": "Pilih pekerjaan yang membuatnya, atau hapus output itu.",
    "kembali-ke-depan": "Pilih langkah sebelumnya yang dikerjakan, atau hapus tujuan kembali itu.",
    "pengumpulan-tidak-cocok": "Samakan pengisi, penghimpun, dan pekerjaan isi-data langkah pengumpulan ini.",
    "paling-lambat-tidak-terbaca": "Tulis bulan dan tanggal yang ada setiap tahun, misalnya 01-10.",
    "disimpulkan-tidak-dikenal": "Sebut hanya bagian langkah yang memang ada.",
}

_SEBUTAN = {"kembali_ke": "tujuan kembali", "paling_lambat": "batas paling lambat"}
_MERUJUK = re.compile(r'\b(kembali_ke|dari) "([^"]+)"')


def tidak_dapat_dijalankan(bahan: Bahan) -> Iterator[Temuan]:
    """Every fault of `masalah_sop`, each under its own rule."""
    for masalah in daftar_masalah_sop(bahan.sop):
        yield _temuan(masalah, bahan)


def _temuan(masalah: Masalah, bahan: Bahan) -> Temuan:
    """At its row the sentence need not name the row, and nobody need know how the file calls a part or a row."""

    def rujukan(cocok: re.Match[str]) -> str:
        langkah = bahan.menurut_kode.get(cocok[2])
        return f"{cocok[1]} {sebutan_langkah(langkah)}" if langkah else cocok[0]

    awal, _, sisanya = _MERUJUK.sub(rujukan, masalah.uraian).partition(" ")
    awal = f"peran {awal}" if awal.startswith('"') else _SEBUTAN.get(awal, awal)
    kalimat = f"{awal[0].upper()}{awal[1:]} {sisanya}." if masalah.langkah else masalah.kalimat
    return Temuan(
        aturan=masalah.aturan,
        tingkat=Tingkat.KESALAHAN,
        langkah=masalah.langkah,
        kalimat=kalimat,
        perbaikan=_PERBAIKAN[masalah.aturan],
    )


ATURAN = (tidak_dapat_dijalankan,)
