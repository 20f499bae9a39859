"""Notula: the record of a meeting by its notulis ("notulen" until Permendagri 1/2023)."""

from lapkin.dokumen.blok import Blok, Dokumen, Judul, Tabel, TandaTanganBersama, baris, daftar, pasangan

from .dasar import Bentuk, Isian, Kolom, Konteks, Pejabat, alinea, dokumen, hari_tanggal, tanda_tangan

DAFTAR_ISIAN = (
    Isian(nama="acara", label="Rapat", bantuan="Nama rapat atau acaranya."),
    Isian(nama="hari", label="Hari dan tanggal", jenis="tanggal"),
    Isian(nama="waktu", label="Waktu", bantuan="Mulai dan selesai, misalnya: 09.00 s.d. 11.30 WIB."),
    Isian(nama="tempat", label="Tempat"),
    Isian(nama="pimpinan", label="Pimpinan rapat", bantuan="Jabatan yang memimpin."),
    Isian(nama="notulis", label="Notulis"),
    Isian(nama="daftar_hadir", label="Peserta", jenis="daftar", bantuan="Satu nama atau jabatan tiap baris."),
    Isian(nama="pembahasan", label="Pembahasan", jenis="teks", bantuan="Baris kosong memulai alinea baru."),
    Isian(nama="kesimpulan", label="Kesimpulan", jenis="daftar", bantuan="Satu keputusan tiap baris."),
    Isian(
        nama="tindak_lanjut",
        label="Tindak lanjut",
        jenis="tabel",
        wajib=False,
        daftar_kolom=(
            Kolom(nama="apa", label="Yang dikerjakan"),
            Kolom(nama="oleh", label="Oleh"),
            Kolom(nama="batas", label="Batas waktu", wajib=False),
        ),
    ),
)


def susun(isi: dict, konteks: Konteks) -> Dokumen:
    """The paper of this form, from its clean fields and the facts around it."""
    blok = (
        Judul(tingkat=1, teks="NOTULA", jenis="naskah"),
        pasangan(
            ("Rapat", isi["acara"]),
            ("Hari, tanggal", hari_tanggal(isi["hari"])),
            ("Waktu", isi["waktu"]),
            ("Tempat", isi["tempat"]),
            ("Pimpinan rapat", isi["pimpinan"]),
            ("Notulis", isi["notulis"]),
            ("Jumlah peserta", f"{len(isi['daftar_hadir'])} orang"),
            garis=True,
        ),
        _bagian("Peserta"),
        daftar(*isi["daftar_hadir"], bernomor="1"),
        _bagian("Pembahasan"),
        *alinea(isi["pembahasan"], inden=False),
        _bagian("Kesimpulan"),
        daftar(*isi["kesimpulan"], bernomor="1"),
        *_tindak_lanjut(isi),
        TandaTanganBersama(
            kolom=(
                tanda_tangan(konteks.penanda_tangan, pihak="Pimpinan rapat,", posisi="kiri"),
                tanda_tangan(_notulis(isi, konteks), tempat_tanggal=konteks.tempat_tanggal, pihak="Notulis,"),
            )
        ),
    )
    return dokumen(konteks, "Notula", blok, penomoran_halaman=True)


def _bagian(teks: str) -> Judul:
    return Judul(tingkat=2, teks=teks, bernomor=False)


def _notulis(isi: dict, konteks: Konteks) -> Pejabat:
    """The maker of the record, unless another notulis is named."""
    if isi["notulis"] in (konteks.pembuat.nama, konteks.pembuat.nama_bergelar):
        return konteks.pembuat
    return Pejabat(jabatan=("Notulis",), nama=isi["notulis"], nama_bergelar=isi["notulis"])


def _tindak_lanjut(isi: dict) -> tuple[Blok, ...]:
    if not isi["tindak_lanjut"]:
        return ()
    tabel = Tabel(
        keterangan="",
        lebar=(8, 60, 34, 26),
        rata=("tengah", "kiri", "kiri", "kiri"),
        kepala=(baris("No.", "Yang dikerjakan", "Oleh", "Batas waktu"),),
        baris=tuple(
            baris(str(ke), satu["apa"], satu["oleh"], satu["batas"] or "–")
            for ke, satu in enumerate(isi["tindak_lanjut"], start=1)
        ),
    )
    return (_bagian("Tindak lanjut"), tabel)


BENTUK = Bentuk(
    kode="notula",
    nama="Notula rapat",
    uraian="Catatan jalannya rapat, kesimpulan, dan tindak lanjut.",
    daftar_isian=DAFTAR_ISIAN,
    susun=susun,
)
