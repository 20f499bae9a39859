"""bin/lapkin sop periksa FILE.toml: the findings on an SOP's file, step by step; exit code 1 when one is an error."""

import sys
from collections import Counter
from datetime import date
from itertools import groupby

from django.utils import timezone

from lapkin.alur.management.berkas_sop import BerkasTakTerbaca, baca_teks, tercetak
from lapkin.bahasa import tanggal as bahasa_tanggal
from lapkin.organisasi.kalender import libur_nasional
from lapkin.sop.pemeriksaan import Keadaan, Temuan, Tingkat, periksa
from lapkin.sop.sop import Sop, SopTidakSah, baca, baca_draf

BANTUAN = "Memeriksa berkas SOP; berakhir dengan kode 1 bila ada kesalahan."
_PALING_LAMA_TAHUN = 3


class TidakDapatDiperiksa(ValueError):
    """What was asked for cannot be checked at all; the sentence is for the user."""


def tambah_argumen(parser):
    parser.add_argument("berkas", metavar="FILE.toml", help='berkas SOP, atau "-" untuk masukan baku')
    parser.add_argument("--tanggal", default="", help="hari pemeriksaan (TTTT-BB-HH); bawaannya hari ini")
    parser.add_argument("--batas", default="", help="batas waktu menurut peraturan (TTTT-BB-HH)")
    parser.add_argument(
        "--mulai", default="", help="hari pekerjaan dapat dimulai; bawaannya 1 Januari tahun batas"
    )


def jalankan(command, *, berkas, tanggal, batas, mulai, **_options):
    try:
        pada = _hari("tanggal", tanggal) or timezone.localdate()
        keadaan = _keadaan(_hari("batas", batas), _hari("mulai", mulai))
        teks = baca_teks(berkas)
        sop = baca_draf(teks)
    except (TidakDapatDiperiksa, BerkasTakTerbaca) as kesalahan:
        command.stderr.write(str(kesalahan))
        sys.exit(1)
    except SopTidakSah:
        _tolak(command, teks)
    else:
        _laporkan(command, sop, periksa(sop, pada=pada, keadaan=keadaan))


def _hari(nama: str, teks: str) -> date | None:
    if not teks:
        return None
    if hari := bahasa_tanggal.baca(teks):
        return hari
    raise TidakDapatDiperiksa(f'--{nama} "{teks}" bukan tanggal; tulis misalnya 2026-02-28.')


def _keadaan(batas: date | None, mulai: date | None) -> Keadaan:
    """What the options tell of the office; days off are the national holidays, since no office is asked."""
    if not batas:
        if mulai:
            raise TidakDapatDiperiksa("--mulai hanya dipakai bersama --batas.")
        return Keadaan()
    mulai = mulai or date(batas.year, 1, 1)
    if not 0 <= batas.year - mulai.year < _PALING_LAMA_TAHUN or mulai > batas:
        raise TidakDapatDiperiksa("--mulai harus sebelum --batas, paling jauh dua tahun kalender sebelumnya.")
    libur = frozenset(hari for tahun in range(mulai.year, batas.year + 1) for hari in libur_nasional(tahun))
    return Keadaan(mulai=mulai, batas=batas, libur=libur)


def _tolak(command, teks: str):
    """A file whose keys or types are wrong: the strict reading names those and what else forbids running."""
    try:
        baca(teks)
    except SopTidakSah as kesalahan:
        for masalah in kesalahan.daftar_masalah:
            command.stdout.write(f"{Tingkat.KESALAHAN.upper():<10}  {tercetak(masalah)}")
        command.stdout.write(f"\n{len(kesalahan.daftar_masalah)} kesalahan. SOP tidak dapat dibaca.")
    sys.exit(1)


def _laporkan(command, sop: Sop, daftar_temuan: tuple[Temuan, ...]):
    for langkah, kelompok in groupby(daftar_temuan, key=lambda temuan: temuan.langkah):
        command.stdout.write(tercetak(_kepala(sop, langkah)))
        for temuan in kelompok:
            command.stdout.write(
                f"  {temuan.tingkat.upper():<10}  {tercetak(temuan.kalimat)} [{temuan.aturan}]"
            )
            command.stdout.write(f"              {tercetak(temuan.perbaikan)}")
    jumlah = Counter(temuan.tingkat for temuan in daftar_temuan)
    command.stdout.write("\n" + ", ".join(f"{jumlah[tingkat]} {tingkat}" for tingkat in Tingkat) + ".")
    if jumlah[Tingkat.KESALAHAN]:
        sys.exit(1)


def _kepala(sop: Sop, kode: str) -> str:
    if not kode:
        return f"SOP: {sop.identitas.judul}"
    langkah = sop.cari(kode)
    return f"Langkah {langkah.no.rstrip('. ')} ({kode}): {langkah.kegiatan}"
