"""Bagian identitas: what stands in the block above the flowchart, in the order of the print (PermenPAN-RB 35/2012)."""

import re
from dataclasses import dataclass

from lapkin.dokumen.teks import tercetak
from lapkin.sop.sop import Identitas, Pengesah

_PENANDA_TERTULIS = re.compile(r"^[-•]\s")


@dataclass(frozen=True, slots=True)
class Isian:
    """One line of the block: its heading as printed, and its text in lines."""

    label: str
    isi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rincian:
    """One box of the block: its heading and its items, each with the mark before it ("-", "1.", or none)."""

    label: str
    butir: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BlokIdentitas:
    """The whole block. `judul_lebar` is a title that the office prints without a heading, "" where it has one.

    `pasangan` are the boxes two by two, left and right; a box that is not printed is None.
    """

    kop: tuple[str, ...]
    unit: str
    isian: tuple[Isian, ...]
    judul_lebar: str
    pasangan: tuple[tuple[Rincian | None, Rincian | None], ...]


def blok_identitas(identitas: Identitas) -> BlokIdentitas:
    """The block of one SOP, without the lines that this office does not print and that are empty.

    Its texts are ready for every writer: signs that our fonts cannot draw are replaced.
    """
    label = identitas.label_blok
    rincian = {
        nama: _rincian(getattr(label, nama), getattr(identitas, nama), identitas.penanda_butir)
        for nama in ("dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan")
    }
    daftar_pasangan = (
        (rincian["dasar_hukum"], rincian["kualifikasi"]),
        (rincian["keterkaitan"], rincian["peralatan"]),
        (rincian["peringatan"], rincian["pencatatan"]),
    )
    return BlokIdentitas(
        kop=tuple(map(tercetak, identitas.kop)),
        unit=tercetak(identitas.unit),
        isian=tuple(_daftar_isian(identitas)),
        judul_lebar="" if label.judul else tercetak(identitas.judul),
        pasangan=tuple(pasangan for pasangan in daftar_pasangan if any(pasangan)),
    )


def _daftar_isian(identitas: Identitas):
    label = identitas.label_blok
    daftar = (
        (label.nomor, (identitas.nomor,)),
        (label.tanggal_pembuatan, (identitas.tanggal_pembuatan.tercetak,)),
        (label.tanggal_revisi, (identitas.tanggal_revisi.tercetak,)),
        (label.tanggal_efektif, (identitas.tanggal_efektif.tercetak,)),
        (label.tanggal_pengesahan, (identitas.tanggal_pengesahan.tercetak,)),
        (label.pengesah, _pengesah(identitas.pengesah)),
        (label.judul, (identitas.judul,)),
    )
    for nama, isi in daftar:
        if nama:
            yield Isian(label=tercetak(nama), isi=tuple(map(tercetak, isi)))


def _pengesah(pengesah: Pengesah) -> tuple[str, ...]:
    """Post, room for the signature and the stamp, name, rank, NIP; the room stays where nobody is named yet."""
    nip = f"NIP. {pengesah.nip}" if pengesah.nip else ""
    bawah = tuple(filter(None, (pengesah.nama, pengesah.pangkat, nip)))
    return (pengesah.jabatan, "", "", "", *bawah)


def _rincian(label: str, daftar: tuple[str, ...], penanda: str) -> Rincian | None:
    if not label and not daftar:
        return None
    return Rincian(
        label=tercetak(label),
        butir=tuple(
            (tercetak(_penanda(satu, penanda, ke)), tercetak(satu)) for ke, satu in enumerate(daftar, start=1)
        ),
    )


def _penanda(teks: str, penanda: str, ke: int) -> str:
    """The mark of an item; none where the text already begins with one, as some prints do."""
    if not penanda or _PENANDA_TERTULIS.match(teks):
        return ""
    return f"{ke}{penanda.removeprefix('1')}" if penanda.startswith("1") else penanda
