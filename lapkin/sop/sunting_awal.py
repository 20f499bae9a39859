"""How a draft begins: empty, from an example of another office, or from a file; and its kode put in order."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from lapkin.sop.bagan import LUAR, Langkah
from lapkin.sop.batas_isian import PANJANG_KODE
from lapkin.sop.periksa_sop import SLUG
from lapkin.sop.sop import Identitas, Pengesah, Peran, Sop, TanggalTercetak
from lapkin.sop.tebakan import kode_baru


def sop_kosong(*, kode: str, judul: str, laporan: str, kop: tuple[str, ...], peran: Iterable[str]) -> Sop:
    """A draft without rows: what is told when an office begins an SOP."""
    daftar: list[Peran] = []
    for nama in dict.fromkeys(peran):
        daftar.append(Peran(nama=nama, kunci=kode_baru(nama, {satu.kunci for satu in daftar})))
    identitas = Identitas(kop=kop, nomor="", judul=judul, judul_baku=judul)
    return Sop(kode=kode, laporan=laporan, sumber="", identitas=identitas, peran=tuple(daftar), langkah=())


def dari_contoh(contoh: Sop, *, kode: str, judul: str, laporan: str, kop: tuple[str, ...]) -> Sop:
    """Another office's SOP as a beginning: its rows and roles, without its number, dates and signatory."""
    kosong = TanggalTercetak()
    identitas = replace(
        contoh.identitas,
        kop=kop,
        unit="",
        nomor="",
        tanggal_pembuatan=kosong,
        tanggal_revisi=kosong,
        tanggal_efektif=kosong,
        tanggal_pengesahan=kosong,
        pengesah=Pengesah(),
        judul=judul,
        judul_baku=judul,
        judul_tabel="",
    )
    sumber = f"Disusun dari contoh: {contoh.sumber}"
    return replace(contoh, kode=kode, laporan=laporan, sumber=sumber, identitas=identitas)


def rapikan(sop: Sop) -> Sop:
    """The SOP with a usable kode on every row and kunci on every role: addresses of pages are made of them.

    A kode that is missing, repeated, too long or no slug is made anew; who pointed to it points to the new one.
    """
    langkah, pengganti = _langkah_rapi(sop.langkah)
    kunci: set[str] = set()
    peran = []
    for satu in sop.peran:
        peran.append(replace(satu, kunci=_layak(satu.kunci, satu.nama, kunci)))
        kunci.add(peran[-1].kunci)
    daftar = tuple(_rujukan_berganti(satu, pengganti) for satu in langkah) if pengganti else langkah
    return replace(sop, peran=tuple(peran), langkah=daftar)


def _langkah_rapi(daftar: tuple[Langkah, ...]) -> tuple[tuple[Langkah, ...], dict[str, str]]:
    """The rows with good kode, and old to new of those that nothing else bears."""
    terpakai: set[str] = set()
    pengganti: dict[str, str] = {}
    hasil = []
    for langkah in daftar:
        kode = _layak(langkah.kode, langkah.kegiatan, terpakai)
        if kode != langkah.kode and langkah.kode not in terpakai:
            pengganti.setdefault(langkah.kode, kode)
        terpakai.add(kode)
        hasil.append(replace(langkah, kode=kode))
    return tuple(hasil), pengganti


def _layak(kode: str, teks: str, terpakai: Collection[str]) -> str:
    layak = SLUG.fullmatch(kode) and len(kode) <= PANJANG_KODE and kode not in terpakai and kode != LUAR
    return kode if layak else kode_baru(kode or teks, terpakai)


def _rujukan_berganti(langkah: Langkah, pengganti: dict[str, str]) -> Langkah:
    return replace(
        langkah,
        kelengkapan=tuple(
            replace(butir, dari=pengganti.get(butir.dari, butir.dari)) if butir.dari else butir
            for butir in langkah.kelengkapan
        ),
        kembali_ke=tuple(pengganti.get(tujuan, tujuan) for tujuan in langkah.kembali_ke),
    )
