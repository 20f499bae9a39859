"""Langkah tambahan: the SOP of one case with the steps that its penanggung jawab added to it."""

import json
from collections.abc import Collection
from dataclasses import asdict, replace
from functools import lru_cache

from lapkin.sop.bagan import Jenis, Langkah, Output, Pekerjaan
from lapkin.sop.muat import muat
from lapkin.sop.sop import Sop, dari_json

# Kinds that make sense between printed steps. What signs, numbers, sends or archives changes what the SOP's
# papers are worth in law, and a collection needs its units: those belong to a revision.
JENIS_TAMBAHAN = (Jenis.PERIKSA, Jenis.RAPAT, Jenis.DISPOSISI, Jenis.SUSUN)
KODE_TAMBAHAN = "tambahan"
_HASIL = {
    Jenis.PERIKSA: "Lembar pemeriksaan",
    Jenis.RAPAT: "Notula rapat",
    Jenis.DISPOSISI: "Lembar disposisi",
    Jenis.SUSUN: "Hasil analisis",
}
_NASKAH = {Jenis.RAPAT: "notula", Jenis.DISPOSISI: "disposisi", Jenis.SUSUN: "hasil-analisis"}

# (kode of the step it follows, the row as JSON), in the order they were added.
Tambahan = tuple[str, str]


def dengan_tambahan(sop: Sop, daftar: tuple[Tambahan, ...]) -> Sop:
    """The SOP with the added rows in their places; all other rows stay as they are and in their order.

    Rows added after one step stand in the order they were added. A row whose step is no longer in the SOP is left
    out, and so is what follows it: a case moves to such a revision only when they are done (see pindah.py).
    """
    langkah = list(sop.langkah)
    induk: dict[str, str] = {}
    for sesudah, isi in daftar:
        if any(satu.kode == sesudah for satu in langkah):
            baru = baca_langkah(isi)
            langkah.insert(_tempat(langkah, sesudah, induk), baru)
            induk[baru.kode] = sesudah
    return replace(sop, langkah=tuple(langkah))


@lru_cache(maxsize=256)
def sop_kasus(teks: str, daftar: tuple[Tambahan, ...]) -> Sop:
    """The SOP that a case runs, from the stored texts; kept, since each act reads it."""
    sop = dari_json(teks)
    return dengan_tambahan(sop, daftar) if daftar else sop


@lru_cache(maxsize=256)
def baca_langkah(isi: str) -> Langkah:
    """An added row, from the text that `tulis_langkah` alone writes: hence without faults to report."""
    return muat(Langkah, json.loads(isi), "Langkah tambahan", [])


def kegiatan_tambahan(isi: str) -> str:
    """The words of an added row."""
    return baca_langkah(isi).kegiatan


def langkah_tambahan(
    sop: Sop,
    sesudah: Langkah,
    *,
    kegiatan: str,
    peran: str,
    jenis: Jenis,
    waktu: str,
    alasan: str,
    terpakai: Collection[str] = (),
) -> Langkah:
    """A row to be added after `sesudah`. A periksa reads what that step handled, and may send it back there.

    `terpakai`: kodes that the SOP does not have (any more) and that are given to no other step all the same.
    """
    naskah = _NASKAH.get(jenis) or (sesudah.pekerjaan[-1].naskah if sesudah.pekerjaan else "")
    return Langkah(
        kode=_kode_baru({*terpakai, *(satu.kode for satu in sop.langkah)}),
        no=_nomor_baru(sop, sesudah),
        kegiatan=kegiatan,
        pelaksana=(peran,),
        pekerjaan=(Pekerjaan(jenis=jenis, oleh=(peran,), naskah=naskah),),
        waktu_tercetak=waktu,
        output_tercetak=_HASIL[jenis],
        output=(Output(nama=_HASIL[jenis]),),
        keterangan=f"Langkah tambahan: {alasan}",
        kembali_ke=(sesudah.kode,),
    )


def tulis_langkah(langkah: Langkah) -> str:
    """The row as the text that a LangkahTambahan keeps."""
    return json.dumps(asdict(langkah), ensure_ascii=False)


def _tempat(langkah: list[Langkah], sesudah: str, induk: dict[str, str]) -> int:
    """Behind the step and behind all that was added to it before (`induk`: added kode -> the kode it follows)."""
    daftar_kode = [satu.kode for satu in langkah]
    tempat = daftar_kode.index(sesudah) + 1
    keturunan = {sesudah}
    while tempat < len(langkah) and induk.get(daftar_kode[tempat]) in keturunan:
        keturunan.add(daftar_kode[tempat])
        tempat += 1
    return tempat


def _kode_baru(dipakai: Collection[str]) -> str:
    return next(kode for n in range(1, len(dipakai) + 2) if (kode := f"{KODE_TAMBAHAN}-{n}") not in dipakai)


def _nomor_baru(sop: Sop, sesudah: Langkah) -> str:
    """The number of the step it follows with a letter: 7a, 7b, as regulations number what was inserted."""
    dasar = sesudah.no.rstrip("abcdefghijklmnopqrstuvwxyz") if sesudah.no else ""
    dipakai = {langkah.no for langkah in sop.langkah}
    return next(
        (no for huruf in "abcdefghijklmnopqrstuvwxyz" if (no := f"{dasar}{huruf}") not in dipakai), ""
    )
