"""The words of a reminder: a text with named fields in braces, filled without evaluating anything."""

from datetime import datetime
from string import Formatter
from zoneinfo import ZoneInfo

from lapkin.bahasa import tanggal
from lapkin.sop.waktu import lama_kerja

# What each field stands for, and a value for the preview.
DAFTAR_ISIAN = {
    "sapaan": ("sapaan kepada penerima", "Yth. Bapak/Ibu Nama Pegawai"),
    "kegiatan": ("uraian kegiatan menurut SOP", "Mengoreksi Dokumen LKjIP"),
    "pekerjaan": ("judul pekerjaan", "LKjIP Tahun 2026"),
    "jabatan": ("jabatan atau tim yang memegang giliran", "Sekretaris Dinas"),
    "tenggat": ("tanggal dan jam tenggat", "Selasa, 12 Januari 2027 pukul 16.00 WIB"),
    "sisa": ("sisa atau keterlambatan waktu kerja", "sisa 5 jam kerja"),
    "tautan": ("alamat tugas di Lapkin", "https://lapkin.contoh.go.id/tugas/7/"),
}
CONTOH = {nama: contoh for nama, (_, contoh) in DAFTAR_ISIAN.items()}
_SINGKATAN_ZONA = {7: "WIB", 8: "WITA", 9: "WIT"}
_SAPAAN = frozenset({"Bapak", "Ibu", "Pak", "Bu"})


class TeksTidakSah(ValueError):
    """The text of a rung cannot be filled; the sentence can be shown as it is."""


def periksa_teks(teks: str) -> None:
    """Raises TeksTidakSah for an unknown field, or for braces that are not the plain name of a field."""
    try:
        bagian = list(Formatter().parse(teks))
    except ValueError:
        raise TeksTidakSah("Kurung kurawal pada teks tidak berpasangan.") from None
    daftar_salah = [
        f"{{{nama}{'!' + ubah if ubah else ''}{':' + bentuk if bentuk else ''}}}"
        for _, nama, bentuk, ubah in bagian
        if nama is not None and (nama not in DAFTAR_ISIAN or bentuk or ubah)
    ]
    if daftar_salah:
        boleh = ", ".join(f"{{{nama}}}" for nama in DAFTAR_ISIAN)
        raise TeksTidakSah(f"{', '.join(daftar_salah)} tidak dikenal. Yang dapat dipakai: {boleh}.")


def isi_teks(teks: str, isian: dict[str, str]) -> str:
    """The text with its fields filled; braces inside a value stay what they are. Raises TeksTidakSah."""
    periksa_teks(teks)
    return "".join(
        harfiah + (isian[nama] if nama is not None else "") for harfiah, nama, _, _ in Formatter().parse(teks)
    )


def sapaan(nama: str) -> str:
    """A polite address; Lapkin doesn't know who is Bapak and who is Ibu, unless the name says so."""
    return f"Yth. {nama}" if nama.split(" ")[0] in _SAPAAN else f"Yth. Bapak/Ibu {nama}"


def tulis_tenggat(saat: datetime, zona: str) -> str:
    """Selasa, 12 Januari 2027 pukul 16.00 WIB: a due moment by the office's own clock."""
    setempat = saat.astimezone(ZoneInfo(zona))
    singkatan = _SINGKATAN_ZONA.get(setempat.utcoffset().seconds // 3600, "")
    return f"{tanggal.lengkap(setempat.date())} pukul {tanggal.jam(setempat)} {singkatan}".rstrip()


def tulis_sisa(menit: int, lewat: bool, sehari: int) -> str:
    """Working minutes until the due moment, or since it: "sisa 5 jam kerja", "terlambat 3 hari kerja"."""
    if lewat:
        return f"terlambat {lama_kerja(abs(menit), sehari)}" if menit else "tenggat sudah tiba"
    return f"sisa {lama_kerja(menit, sehari)}"


def satu_baris(teks: str) -> str:
    """Text without line breaks, as a mail's subject must be."""
    return " ".join(teks.split())
