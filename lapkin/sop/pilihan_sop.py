"""What the lists of the editor offer, in people's words: kinds of work, kinds of paper, units of time, months."""

import re

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
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_SURAT = (
    (re.compile(r"\b(sk|surat keputusan)\b"), "sk-tim"),
    (re.compile(r"\bnota dinas\b"), "nota-dinas"),
    (re.compile(r"\bundangan\b|\bmengagendakan rapat"), "undangan"),
    (re.compile(r"\bpengantar\b"), "surat-pengantar"),
    (re.compile(r"\bpermintaan data\b"), "surat-permintaan-data"),
)
_LAPORAN = re.compile(r"\b(lkj|lkjip|kljip|lakip|laporan)\b")
_TETAP = {Jenis.DISPOSISI: "disposisi", Jenis.RAPAT: "notula", Jenis.ISI_DATA: "data-kinerja"}


def tebak_naskah(kegiatan: str, jenis: Jenis) -> str:
    """The kind of paper that the words of a row speak of, for a work of this kind; "" where they name none.

    A letter always gets a form (a nota dinas where the words name none): without one it could not be written.
    """
    if jenis in _TETAP:
        return _TETAP[jenis]
    teks = " ".join(kegiatan.lower().split())
    surat = next((naskah for pola, naskah in _SURAT if pola.search(teks)), "")
    if jenis is Jenis.SURAT:
        return surat or "nota-dinas"
    return surat or ("lkjip" if _LAPORAN.search(teks) else "")
