"""A small SOP for tests about the rules, and a way to spoil it."""

SOP = """
kode = "contoh"
laporan = "LKjIP"
sumber = "karangan untuk uji"

[identitas]
kop = ["PEMERINTAH KABUPATEN CONTOH"]
nomor = "1"
tanggal_efektif = { tercetak = "4 Juni 2021", tanggal = 2021-06-04 }
judul = "Penyusunan KLJIP"
judul_baku = "Penyusunan LKjIP"

[[peran]]
nama = "Kepala"
kunci = "kepala"

[[peran]]
nama = "Staf"
kunci = "staf"

[[peran]]
nama = "Bidang"
kunci = "bidang"
kolom = false

[[langkah]]
kode = "mulai"
no = "1"
kegiatan = "Mulai"
penanda = "mulai"

[[langkah]]
kode = "himpun"
no = "2"
kegiatan = "Menghimpun data"
pelaksana = ["Staf"]
tiap = "unit"
pengisi = "Bidang"
penghimpun = "Staf"
paling_lambat = "01-10"
pekerjaan = [{ jenis = "isi-data", oleh = ["Bidang"], naskah = "data-kinerja" }]
kelengkapan = [{ nama = "Format", dari = "luar" }]
waktu_tercetak = "2 Hari"
output = [{ nama = "Data", jenis = "isi-data" }]

[[langkah]]
kode = "surat"
no = "2"
kegiatan = "Membuat surat"
pelaksana = ["Staf", "Kepala"]
pekerjaan = [
  { jenis = "surat", oleh = ["Staf"], naskah = "surat-pengantar" },
  { jenis = "paraf", oleh = ["Staf", "Kepala"], naskah = "surat-pengantar" },
  { jenis = "rapat", oleh = ["Staf", "Kepala"], cara = "bersama", naskah = "notula" },
]
kelengkapan = [{ nama = "Data", dari = "himpun" }]
waktu_tercetak = "1 jam"
output = [
  { nama = "Surat", jenis = "surat", penanda_tangan = "Kepala" },
  { nama = "Notula" },
]
kembali_ke = ["himpun"]

[[langkah]]
kode = "selesai"
no = "3"
kegiatan = "Selesai"
waktu_tercetak = "-"
penanda = "selesai"
"""


def diubah(lama: str, baru: str) -> str:
    """The SOP with one place changed; a place that is not there would make a test prove nothing."""
    assert lama in SOP
    return SOP.replace(lama, baru, 1)
