"""Add capaian to a CSV of figures: read what offices export, compute each row, write three columns more."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from lapkin.bahasa.angka import Terbaca, baca
from lapkin.kinerja.capaian import Capaian, hitung
from lapkin.kinerja.ukuran import DAFTAR_BATAS, Arah, Aturan, Rumus, Ukuran

KOLOM_WAJIB = ("instansi", "indikator", "satuan", "arah", "target", "realisasi")
KOLOM_TAMBAHAN = ("capaian", "kategori", "keterangan")
BYTE_TERBANYAK = 20 * 1024 * 1024
_DAFTAR_PEMISAH = (",", ";", "\t")

Pilihan = TypeVar("Pilihan", Arah, Rumus)


class BerkasDitolak(Exception):
    """The whole file can't be used; its text is one sentence for the user."""


class BarisDitolak(Exception):
    """One row can't be computed; its text goes into that row's keterangan."""


@dataclass(frozen=True, slots=True)
class Lembar:
    """A CSV in memory: header, rows, and how it was written."""

    kepala: list[str]
    daftar_baris: list[list[str]]
    pemisah: str
    akhir_baris: str


@dataclass(frozen=True, slots=True)
class Hasil:
    """The new file's bytes (UTF-8) and remarks for the user."""

    isi: bytes
    daftar_pesan: tuple[str, ...]


def olah(isi: bytes) -> Hasil:
    """The file with capaian, kategori and keterangan added; raises BerkasDitolak when it can't be used."""
    lembar = baca_lembar(isi)
    letak = _letak_kolom(lembar.kepala)
    kepala, daftar_pesan = _kepala_baru(lembar.kepala)
    daftar_baris = [_baris_baru(baris, len(lembar.kepala), letak) for baris in lembar.daftar_baris]
    return Hasil(_tulis([kepala, *daftar_baris], lembar), daftar_pesan)


# Reading ------------------------------------------------------------------------------------------


def baca_lembar(isi: bytes) -> Lembar:
    """Header and rows of a CSV in utf-8, utf-16 (with its mark) or cp1252; blank lines are left out."""
    teks = _teks(isi)
    pemisah = max(_DAFTAR_PEMISAH, key=lambda calon: _kecocokan(teks, calon))
    daftar_baris = _daftar_baris(teks, pemisah)
    if not daftar_baris:
        raise BerkasDitolak("Berkas kosong; isi baris kepala dan datanya.")
    akhir_baris = "\r\n" if "\r\n" in teks else "\n"
    return Lembar(daftar_baris[0], daftar_baris[1:], pemisah, akhir_baris)


def _teks(isi: bytes) -> str:
    if len(isi) > BYTE_TERBANYAK:
        raise BerkasDitolak(f"Berkas lebih besar dari {BYTE_TERBANYAK // 1024**2} MB.")
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        daftar_sandi = ("utf-16",)
    else:
        daftar_sandi = ("utf-8-sig", "cp1252")
    for sandi in daftar_sandi:
        try:
            teks = isi.decode(sandi)
        except UnicodeDecodeError:
            continue
        if "\0" not in teks:
            return teks
    raise BerkasDitolak("Berkas bukan CSV yang dapat dibaca; simpan ulang sebagai CSV UTF-8.")


def _kecocokan(teks: str, pemisah: str) -> tuple[int, int]:
    """How well a delimiter explains the header: known columns first, then any columns at all."""
    try:
        kepala = next(_pembaca(teks, pemisah), [])
    except csv.Error:
        return (0, 0)
    dikenal = {_baku(nama) for nama in kepala} & set(KOLOM_WAJIB)
    return (len(dikenal), len(kepala))


def _daftar_baris(teks: str, pemisah: str) -> list[list[str]]:
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True)
    try:
        return [baris for baris in pembaca if baris]
    except csv.Error as salah:
        raise BerkasDitolak(
            f"Baris {pembaca.line_num} tidak dapat dibaca; periksa tanda kutip di baris itu dan sebelumnya."
        ) from salah


def _pembaca(teks: str, pemisah: str) -> Iterator[list[str]]:
    return (
        baris for baris in csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True) if baris
    )


def _baku(nama: str) -> str:
    return nama.strip().casefold()


def _letak_kolom(kepala: list[str]) -> dict[str, int]:
    """Position of each named column; raises BerkasDitolak when one is missing or stands twice."""
    daftar_nama = [_baku(nama) for nama in kepala]
    ganda = sorted({nama for nama in daftar_nama if nama and daftar_nama.count(nama) > 1})
    if ganda:
        raise BerkasDitolak(f"Kolom ganda: {', '.join(ganda)}; setiap kolom hanya boleh ada satu kali.")
    hilang = [nama for nama in KOLOM_WAJIB if nama not in daftar_nama]
    if hilang:
        raise BerkasDitolak(
            f"Kolom tidak ditemukan: {', '.join(hilang)}. Baris pertama berkas memuat nama kolom: "
            f"{', '.join(KOLOM_WAJIB)}; urutannya bebas, kolom lain boleh ada."
        )
    return {nama: letak for letak, nama in enumerate(daftar_nama)}


# One row ------------------------------------------------------------------------------------------


def _kepala_baru(kepala: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """The header with the new columns; an input column of the same name is kept under another one."""
    terpakai = {_baku(nama) for nama in kepala} | set(KOLOM_TAMBAHAN)
    baru, daftar_pesan = [], []
    for nama in kepala:
        if _baku(nama) in KOLOM_TAMBAHAN:
            pengganti = _nama_bebas(f"{_baku(nama)}_asal", terpakai)
            daftar_pesan.append(f'Kolom "{nama.strip()}" dari berkas ditulis sebagai "{pengganti}".')
            nama = pengganti
        baru.append(nama)
    return [*baru, *KOLOM_TAMBAHAN], tuple(daftar_pesan)


def _nama_bebas(nama: str, terpakai: set[str]) -> str:
    while nama in terpakai:
        nama += "_asal"
    terpakai.add(nama)
    return nama


def _baris_baru(baris: list[str], lebar: int, letak: dict[str, int]) -> list[str]:
    """The row with its results at their columns; cells beyond the header are kept after them."""
    sel, lebihan = baris[:lebar] + [""] * (lebar - len(baris)), baris[lebar:]
    if not any(isi.strip() for isi in baris):
        return [*sel, "", "", "", *lebihan]
    try:
        if any(isi.strip() for isi in lebihan):
            raise BarisDitolak(
                f"baris ini berisi {len(baris)} kolom, kepalanya {lebar}; "
                "apit isian yang memuat pemisah kolom dengan tanda kutip."
            )
        capaian = _hitung_baris({nama: sel[urutan].strip() for nama, urutan in letak.items()})
    except BarisDitolak as sebab:
        return [*sel, "", "", f"Capaian tidak dapat dihitung: {sebab}", *lebihan]
    return [*sel, capaian.teks, capaian.kategori, _keterangan(capaian), *lebihan]


def _hitung_baris(baris: dict[str, str]) -> Capaian:
    ukuran = Ukuran(
        arah=_pilihan(Arah, "arah", baris["arah"]),
        target=baca(baris["target"]),
        realisasi=baca(baris["realisasi"]),
        rumus=_pilihan(Rumus, "rumus", baris["rumus"]) if baris.get("rumus") else None,
    )
    return hitung(ukuran, Aturan(batas=_batas(baris.get("batas", ""))))


def _pilihan(jenis: type[Pilihan], nama: str, isi: str) -> Pilihan:
    try:
        return jenis(isi.casefold())
    except ValueError:
        daftar_isi = ", ".join(pilihan.value for pilihan in jenis)
        raise BarisDitolak(f'{nama} "{isi}" tidak dikenal; isi salah satu: {daftar_isi}.') from None


def _batas(isi: str) -> int | None:
    if not isi:
        return None
    bacaan = baca(isi)
    if isinstance(bacaan, Terbaca) and bacaan.satuan in ("", "%") and bacaan.nilai in DAFTAR_BATAS:
        return int(bacaan.nilai)
    raise BarisDitolak(f'batas "{isi}" tidak dikenal; isi 100, 110, 120, atau kosongkan.')


def _keterangan(capaian: Capaian) -> str:
    if capaian.alasan:
        return capaian.alasan
    jejak = capaian.jejak
    aturan = "".join(f"; {aturan}" for aturan in jejak.daftar_aturan)
    rumus = f"Rumus {jejak.rumus}: {jejak.hitungan}{aturan}; skala {jejak.skala}."
    return " ".join([rumus, *capaian.daftar_catatan])


def _tulis(daftar_baris: list[list[str]], lembar: Lembar) -> bytes:
    keluaran = io.StringIO(newline="")
    csv.writer(keluaran, delimiter=lembar.pemisah, lineterminator=lembar.akhir_baris).writerows(daftar_baris)
    return keluaran.getvalue().encode()
