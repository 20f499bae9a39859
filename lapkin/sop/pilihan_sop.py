"""What the lists of the editor offer, in people's words: kinds of work, kinds of paper, units of time."""

from lapkin.sop.bagan import Cara, Jenis, Tiap

SEBUTAN_JENIS = {
    Jenis.DISPOSISI: "Memberi perintah (disposisi)",
    Jenis.RAPAT: "Rapat dengan notula",
    Jenis.SURAT: "Membuat surat atau nota dinas",
    Jenis.NOMOR: "Memberi nomor surat",
    Jenis.ISI_DATA: "Mengisi atau mengumpulkan data",
    Jenis.SUSUN: "Menyusun dokumen",
    Jenis.PERIKSA: "Memeriksa atau mengoreksi",
    Jenis.PARAF: "Membubuhkan paraf",
    Jenis.TANDA_TANGAN: "Menandatangani",
    Jenis.GANDAKAN: "Menggandakan",
    Jenis.KIRIM: "Mengirim atau menyerahkan",
    Jenis.ARSIP: "Mengarsipkan",
}
SEBUTAN_CARA = {Cara.BERURUTAN: "berurutan", Cara.BERSAMA: "bersama-sama"}
SEBUTAN_TIAP = {Tiap.UNIT: "tiap unit kerja", Tiap.PD: "tiap perangkat daerah"}
# A paper may be of any kind; these are the ones for which Lapkin has a form of its own or a place of its own.
SEBUTAN_NASKAH = {
    "lkjip": "Laporan kinerja (LKjIP)",
    "disposisi": "Lembar disposisi",
    "nota-dinas": "Nota dinas",
    "surat": "Surat",
    "surat-pengantar": "Surat pengantar",
    "surat-permintaan-data": "Surat permintaan data",
    "surat-reviu": "Surat permintaan reviu",
    "undangan": "Undangan",
    "notula": "Notula",
    "sk-tim": "SK Tim",
    "data-kinerja": "Data kinerja",
    "format-data": "Format data",
    "draf-bidang": "Draf dari bidang",
    "hasil-analisis": "Hasil analisis",
    "hasil-reviu": "Hasil reviu",
    "catatan-koreksi": "Catatan koreksi",
}
SATUAN = ("menit", "jam", "hari", "minggu", "bulan")
