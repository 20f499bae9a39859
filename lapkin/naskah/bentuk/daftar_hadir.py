"""Daftar hadir: the attendance sheet of a meeting, signed by hand; belongs to the undangan and the notula."""

from lapkin.dokumen.blok import Dokumen, Judul, Tabel, baris, pasangan

from .dasar import Bentuk, Isian, Kolom, Konteks, dokumen, hari_tanggal, tanda_tangan

BARIS_TERSEDIA = 20

DAFTAR_ISIAN = (
    Isian(nama="acara", label="Rapat"),
    Isian(nama="hari", label="Hari dan tanggal", jenis="tanggal"),
    Isian(nama="waktu", label="Waktu"),
    Isian(nama="tempat", label="Tempat"),
    Isian(
        nama="peserta",
        label="Peserta yang diundang",
        jenis="tabel",
        wajib=False,
        bantuan="Boleh kosong; baris kosong disediakan untuk diisi tangan.",
        daftar_kolom=(
            Kolom(nama="nama", label="Nama"),
            Kolom(nama="jabatan", label="Jabatan/instansi", wajib=False),
        ),
    ),
)


def susun(isi: dict, konteks: Konteks) -> Dokumen:
    """The paper of this form, from its clean fields and the facts around it."""
    blok = (
        Judul(tingkat=1, teks="DAFTAR HADIR", jenis="naskah"),
        pasangan(
            ("Rapat", isi["acara"]),
            ("Hari, tanggal", hari_tanggal(isi["hari"])),
            ("Waktu", isi["waktu"]),
            ("Tempat", isi["tempat"]),
        ),
        _tabel(isi),
        tanda_tangan(konteks.penanda_tangan, tempat_tanggal=konteks.tempat_tanggal),
    )
    return dokumen(konteks, "Daftar hadir", blok, penomoran_halaman=True)


def _tabel(isi: dict) -> Tabel:
    jumlah = max(BARIS_TERSEDIA, len(isi["peserta"]))
    terisi = isi["peserta"] + [{"nama": "", "jabatan": ""}] * (jumlah - len(isi["peserta"]))
    return Tabel(
        keterangan="",
        lebar=(8, 46, 44, 30),
        rata=("tengah", "kiri", "kiri", "kiri"),
        kepala=(baris("No.", "Nama", "Jabatan/instansi", "Tanda tangan"),),
        baris=tuple(
            baris(str(ke), satu["nama"], satu["jabatan"], f"{ke}.") for ke, satu in enumerate(terisi, start=1)
        ),
    )


BENTUK = Bentuk(
    kode="daftar-hadir",
    nama="Daftar hadir",
    uraian="Lembar kehadiran rapat untuk ditandatangani peserta.",
    daftar_isian=DAFTAR_ISIAN,
    susun=susun,
)
