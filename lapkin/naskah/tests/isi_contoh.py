"""One filled example of every form, for the tests."""

ALINEA = "Sehubungan dengan penyusunan LKjIP Tahun 2025, bersama ini disampaikan dokumennya.\n\nDemikian."

ISI = {
    "disposisi": {
        "asal": "Biro Organisasi",
        "nomor_surat": "000.8.6.3/12/ORG/2026",
        "tanggal_surat": "2026-01-02",
        "diteruskan": [
            {"kepada": "Sekretaris Dinas", "harap": "Koordinasikan"},
            {"kepada": "Kepala Subbagian Program", "harap": ""},
        ],
        "instruksi": "Siapkan penyusunan LKjIP.",
        "batas_waktu": "2026-02-20",
        "catatan": "Laporkan setiap minggu.",
    },
    "nota-dinas": {"kepada": "Kepala Dinas", "isi": ALINEA, "tembusan": ["Arsip"]},
    "surat": {"tujuan": ["Kepala Dinas Pendidikan", "Kepala Dinas Kesehatan"], "isi": ALINEA},
    "undangan": {
        "tujuan": ["Kepala Bidang Kesetaraan Gender"],
        "pembuka": "Kami mengundang Saudara pada:",
        "hari": "12 Januari 2026",
        "waktu": "09.00 WIB s.d. selesai",
        "tempat": "Ruang Rapat",
        "acara": "Pembahasan format data",
    },
    "surat-pengantar": {
        "tujuan": ["Kepala Biro Organisasi"],
        "di": "Pontianak",
        "daftar_kiriman": [{"jenis": "LKjIP Tahun 2025", "banyaknya": "2 eksemplar", "keterangan": ""}],
    },
    "notula": {
        "acara": "Pembahasan format data",
        "hari": "2026-01-12",
        "waktu": "09.00 s.d. 11.30 WIB",
        "tempat": "Ruang Rapat",
        "pimpinan": "Kepala Dinas",
        "notulis": "Pak Staf",
        "daftar_hadir": ["Ibu Kasubbag", "Ibu Kabid Satu"],
        "pembahasan": ALINEA,
        "kesimpulan": ["Format data disepakati."],
        "tindak_lanjut": [{"apa": "Mengirim format", "oleh": "Staf", "batas": ""}],
    },
    "daftar-hadir": {
        "acara": "Pembahasan format data",
        "hari": "2026-01-12",
        "waktu": "09.00 WIB",
        "tempat": "Ruang Rapat",
        "peserta": [{"nama": "Ibu Kasubbag", "jabatan": ""}],
    },
    "sk-tim": {
        "tentang": "Pembentukan Tim Penyusun LKjIP Tahun 2025",
        "menimbang": ["bahwa diperlukan tim penyusun"],
        "mengingat": ["Peraturan Presiden Nomor 29 Tahun 2014"],
        "diktum": ["Membentuk Tim Penyusun", "Tim bertugas menyusun LKjIP"],
        "susunan": [{"kedudukan": "Ketua", "nama": "Sekretaris Dinas"}],
    },
}
