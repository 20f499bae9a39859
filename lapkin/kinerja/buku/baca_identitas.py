"""Read the sheet Identitas: one field a row."""

from collections.abc import Sequence
from datetime import date

from lapkin.bahasa import tanggal
from lapkin.kinerja.buku.baris import BarisBuku, Catatan
from lapkin.kinerja.buku.isi import Identitas, Masalah
from lapkin.kinerja.buku.tata import BARIS_KEPALA, IDENTITAS, ISIAN_IDENTITAS

_NOMOR = {nama: nomor for nomor, (nama, _, _) in enumerate(ISIAN_IDENTITAS, BARIS_KEPALA + 1)}
_PANJANG = {nama: panjang for nama, _, panjang in ISIAN_IDENTITAS}


def baca_identitas(daftar_baris: Sequence[BarisBuku], tahun: int, catatan: Catatan) -> Identitas:
    """The identity of the workbook; name and year must be there."""
    baris = {satu.teks("kunci"): satu for satu in daftar_baris if satu.teks("kunci") in _NOMOR}
    isian = {nama: _teks(nama, satu) for nama, satu in baris.items()}
    if not isian.get("instansi"):
        _kurang(catatan, "instansi", "Nama instansi wajib diisi.")
    if isian.pop("tahun", "").replace(".", "") != str(tahun):
        _kurang(catatan, "tahun", f"Tahun harus {tahun}, sesuai dengan buku kerja ini.")
    return Identitas(
        **isian
        | {
            "instansi": isian.get("instansi", ""),
            "tahun": tahun,
            "tanggal": _tanggal(baris["tanggal"]) if "tanggal" in baris else None,
            "kop": tuple(filter(None, (satu.strip() for satu in isian.get("kop", "").split("\n")))),
            "nip": _nip(baris["nip"]) if "nip" in baris else "",
        }
    )


def _teks(nama: str, baris: BarisBuku) -> str:
    teks = baris.teks("isian")
    if nama not in ("tanggal", "nip", "tahun") and len(teks) > _PANJANG[nama]:
        baris.masalah("isian", f"Teks terlalu panjang; paling banyak {_PANJANG[nama]} huruf.")
    return teks


def _kurang(catatan: Catatan, nama: str, kalimat: str) -> None:
    kolom = "ABC"[IDENTITAS.letak("isian")]
    catatan.daftar_masalah.append(Masalah(IDENTITAS.nama, _NOMOR[nama], kolom, "", kalimat))


def _tanggal(baris: BarisBuku) -> date | None:
    terbaca = tanggal.baca(baris.teks("isian"))
    if terbaca is None:
        baris.masalah("isian", "Tanggal tidak terbaca. Tulis seperti 20 Februari 2026.")
    return terbaca


def _nip(baris: BarisBuku) -> str:
    """A NIP has 18 digits, more than a number cell can hold: the last ones would silently become zero."""
    if isinstance(baris.nilai.get("isian"), int | float):
        baris.masalah(
            "isian", "NIP tersimpan sebagai angka sehingga angka akhirnya hilang. Ketik ulang sebagai teks."
        )
        return ""
    nip = "".join(baris.teks("isian").split())
    if len(nip) != 18 or not nip.isdecimal():
        baris.masalah("isian", "NIP terdiri dari 18 angka.")
    return nip
