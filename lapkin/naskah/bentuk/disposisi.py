"""Lembar disposisi: a superior's written instruction that sends a letter on (ANRI form)."""

from lapkin.dokumen.blok import Dokumen, Judul, Sel, Tabel, baris

from .dasar import Bentuk, Isian, Kolom, Konteks, dokumen, tanda_tangan, tanggal_panjang

SIFAT = ("Biasa", "Segera", "Sangat Segera", "Rahasia", "Sangat Rahasia")

DAFTAR_ISIAN = (
    Isian(nama="asal", label="Asal naskah", bantuan="Pengirim surat, atau nama program bila tanpa surat."),
    Isian(nama="nomor_surat", label="Nomor surat", wajib=False),
    Isian(nama="tanggal_surat", label="Tanggal surat", jenis="tanggal", wajib=False),
    Isian(nama="tanggal_diterima", label="Diterima tanggal", jenis="tanggal", wajib=False),
    Isian(nama="nomor_agenda", label="Nomor agenda", wajib=False),
    Isian(nama="sifat", label="Sifat", jenis="pilihan", pilihan=SIFAT, bawaan="Biasa"),
    Isian(
        nama="diteruskan",
        label="Diteruskan kepada",
        jenis="tabel",
        bantuan="Penerima pertama memimpin pelaksanaannya.",
        daftar_kolom=(
            Kolom(nama="kepada", label="Kepada"),
            Kolom(nama="harap", label="Isi disposisi", wajib=False),
        ),
    ),
    Isian(nama="instruksi", label="Instruksi", jenis="teks", bantuan="Apa yang harus dikerjakan."),
    Isian(nama="batas_waktu", label="Batas waktu", jenis="tanggal", wajib=False),
    Isian(nama="catatan", label="Catatan", jenis="teks", wajib=False),
)


def susun(isi: dict, konteks: Konteks) -> Dokumen:
    """The paper of this form, from its clean fields and the facts around it."""
    blok = (
        Judul(tingkat=1, teks="LEMBAR DISPOSISI", jenis="naskah"),
        _agenda(isi, konteks),
        _penerima(isi),
        _instruksi(isi),
        tanda_tangan(konteks.penanda_tangan, tempat_tanggal=konteks.tempat_tanggal),
    )
    return dokumen(konteks, "Lembar disposisi", blok)


def _agenda(isi: dict, konteks: Konteks) -> Tabel:
    """Part A: what letter it is about."""
    tanggal_surat = tanggal_panjang(isi["tanggal_surat"]) if isi["tanggal_surat"] else "–"
    diterima = tanggal_panjang(isi["tanggal_diterima"]) if isi["tanggal_diterima"] else "–"
    return Tabel(
        keterangan="",
        lebar=(24, 40, 20, 30),
        kepala=(),
        baris=(
            baris(_label("Asal naskah"), isi["asal"], _label("Nomor agenda"), isi["nomor_agenda"] or "–"),
            baris(_label("Nomor surat"), isi["nomor_surat"] or "–", _label("Diterima tanggal"), diterima),
            baris(_label("Tanggal surat"), tanggal_surat, _label("Sifat"), isi["sifat"]),
            baris(_label("Hal"), Sel(teks=konteks.hal, rentang_kolom=3)),
        ),
    )


def _penerima(isi: dict) -> Tabel:
    """Part B: to whom, the leading one first, with room for paraf and date."""
    return Tabel(
        keterangan="",
        lebar=(8, 44, 36, 26),
        rata=("tengah", "kiri", "kiri", "kiri"),
        kepala=(baris("No.", "Diteruskan kepada", "Isi disposisi", "Paraf/tanggal"),),
        baris=tuple(
            baris(str(ke), satu["kepada"], satu["harap"] or "Tindak lanjuti", "")
            for ke, satu in enumerate(isi["diteruskan"], start=1)
        ),
    )


def _instruksi(isi: dict) -> Tabel:
    """Part C: the instruction itself, the due date, notes."""
    daftar_baris = [baris(_label("Instruksi"), isi["instruksi"])]
    if isi["batas_waktu"]:
        daftar_baris.append(baris(_label("Batas waktu"), tanggal_panjang(isi["batas_waktu"])))
    if isi["catatan"]:
        daftar_baris.append(baris(_label("Catatan"), isi["catatan"]))
    return Tabel(keterangan="", lebar=(24, 90), kepala=(), baris=tuple(daftar_baris))


def _label(teks: str) -> Sel:
    return Sel(teks=teks, tebal=True)


BENTUK = Bentuk(
    kode="disposisi",
    nama="Lembar disposisi",
    uraian="Petunjuk tertulis atasan kepada bawahan atas sebuah surat.",
    daftar_isian=DAFTAR_ISIAN,
    susun=susun,
)
