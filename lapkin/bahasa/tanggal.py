"""Dates, hours and spans the way Indonesian offices write them, and reading dates they typed."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
NAMA_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_EJAAN_LAIN = {"pebruari": 2, "peb": 2, "agu": 8, "agust": 8, "ags": 8, "nopember": 11, "nop": 11}
_NOMOR_BULAN = (
    {nama.lower(): nomor for nomor, nama in enumerate(NAMA_BULAN, start=1)}
    | {nama[:3].lower(): nomor for nomor, nama in enumerate(NAMA_BULAN, start=1)}
    | _EJAAN_LAIN
)

_ISO = re.compile(r"(?P<tahun>[0-9]{4})-(?P<bulan>[0-9]{1,2})-(?P<hari>[0-9]{1,2})")
_ANGKA = re.compile(r"(?P<hari>[0-9]{1,2})([/.-])(?P<bulan>[0-9]{1,2})\2(?P<tahun>[0-9]{4})")
_KATA = re.compile(
    r"(?:(?:sen(?:in)?|sel(?:asa)?|rab(?:u)?|kam(?:is)?|jum(?:'?at)?|sab(?:tu)?|min(?:ggu)?),? )?"
    r"(?P<hari>[0-9]{1,2})[ -](?P<bulan>[a-z]{3,9})\.?[ -](?P<tahun>[0-9]{4})"
)


def panjang(tanggal: date) -> str:
    """4 Juni 2021"""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year}"


def lengkap(tanggal: date) -> str:
    """Jumat, 4 Juni 2021: the form of invitations."""
    return f"{nama_hari(tanggal)}, {panjang(tanggal)}"


def pendek(tanggal: date) -> str:
    """Sen, 11 Jan 2027: the form of lists."""
    return f"{nama_hari(tanggal)[:3]}, {tanggal.day} {NAMA_BULAN[tanggal.month - 1][:3]} {tanggal.year}"


def hari_bulan(tanggal: date) -> str:
    """28 Feb: where the year goes without saying."""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month - 1][:3]}"


def nama_hari(tanggal: date) -> str:
    """Senin ... Minggu"""
    return _HARI[tanggal.weekday()]


def bulan_romawi(bulan: int) -> str:
    """Month 1-12 as in letter numbers (800/12/VI/2021); raises ValueError otherwise."""
    if not 1 <= bulan <= 12:
        raise ValueError(f"Bulan {bulan} tidak ada.")
    return _ROMAWI[bulan - 1]


def saat(waktu: datetime) -> str:
    """Sen, 11 Jan 2027 14.30: a moment in lists, in the zone the value already carries."""
    return f"{pendek(waktu.date())} {jam(waktu)}"


def jam(waktu: datetime | time) -> str:
    """14.30, in the zone the value already carries."""
    return f"{waktu:%H.%M}"


def baca(teks: str) -> date | None:
    """The day a text names in full, day before month; None when any part is missing or impossible."""
    rapi = " ".join(teks.lower().split())
    cocok = _ISO.fullmatch(rapi) or _ANGKA.fullmatch(rapi) or _KATA.fullmatch(rapi)
    if not cocok:
        return None
    bulan = cocok["bulan"]
    nomor_bulan = int(bulan) if bulan.isdecimal() else _NOMOR_BULAN.get(bulan, 0)
    try:
        return date(int(cocok["tahun"]), nomor_bulan, int(cocok["hari"]))
    except ValueError:
        return None


def tambah_bulan(tanggal: date, bulan: int) -> date:
    """The same day some months later (below 0: earlier); of a shorter month the last: 31 Agustus + 6 is 28 Februari."""
    tahun, urut = divmod(tanggal.year * 12 + tanggal.month - 1 + bulan, 12)
    return date(tahun, urut + 1, min(tanggal.day, monthrange(tahun, urut + 1)[1]))


def lama(rentang: timedelta) -> str:
    """A span of clock time in its two largest units: 2 hari 3 jam (a hari is 24 hours here)."""
    menit = abs(rentang) // timedelta(minutes=1)
    if not menit:
        return "kurang dari 1 menit"
    bagian = ((menit // 1440, "hari"), (menit // 60 % 24, "jam"), (menit % 60, "menit"))
    awal = next(urutan for urutan, (banyak, _) in enumerate(bagian) if banyak)
    return " ".join(f"{banyak} {nama}" for banyak, nama in bagian[awal : awal + 2] if banyak)


def relatif(dari: date, ke: date) -> str:
    """A deadline `ke` seen from the day `dari`: hari ini, besok, 2 hari lagi, kemarin, lewat.

    How late something is, is told in working time, which this does not know.
    """
    selisih = (ke - dari).days
    dekat = {0: "hari ini", 1: "besok", -1: "kemarin"}
    if selisih in dekat:
        return dekat[selisih]
    return f"{selisih} hari lagi" if selisih > 0 else "lewat"
