"""Waktu: the time standard an SOP prints for a step ("30 menit", "2 minggu"), counted in working time."""

import re
from dataclasses import dataclass

_BENTUK = re.compile(r"([0-9]{1,4})\s*(menit|jam|hari|minggu|bulan)", re.IGNORECASE)


class WaktuTidakSah(ValueError):
    """The printed time is not a whole number and one of the five units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waktu:
    """A printed duration: `jumlah` of `satuan` (menit, jam, hari, minggu or bulan)."""

    jumlah: int
    satuan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Satuan:
    """What one unit is worth: working minutes in a hari, hari in a minggu, hari in a bulan."""

    hari: int = 450
    minggu: int = 5
    bulan: int = 22


# Five years: beyond, nobody knows the holidays, and no report is written that long.
WAKTU_TERLAMA = Waktu(jumlah=60, satuan="bulan")


def baca_waktu(teks: str) -> Waktu:
    """Reads "10 Hari"; raises WaktuTidakSah, whose sentence can be shown as it is."""
    cocok = _BENTUK.fullmatch(teks.strip())
    if not cocok or int(cocok[1]) == 0:
        raise WaktuTidakSah(
            f'waktu "{teks}" tidak dikenal; tulis bilangan bulat dan menit, jam, hari, minggu, atau bulan'
        )
    return Waktu(jumlah=int(cocok[1]), satuan=cocok[2].lower())


def baca_waktu_langkah(teks: str) -> Waktu:
    """Like `baca_waktu`, for a time that is to be set now: raises WaktuTidakSah also where it is over WAKTU_TERLAMA.

    What is stored already is read by `baca_waktu`: nothing that runs may stand still because of its length.
    """
    waktu = baca_waktu(teks)
    if menit_kerja(waktu) > menit_kerja(WAKTU_TERLAMA):
        raise WaktuTidakSah(
            f'waktu "{teks.strip()}" terlalu panjang; satu langkah paling lama '
            f"{WAKTU_TERLAMA.jumlah} {WAKTU_TERLAMA.satuan}"
        )
    return waktu


def menit_kerja(waktu: Waktu, satuan: Satuan = Satuan()) -> int:
    """The duration in working minutes; an hour is always 60, the larger units are the office's setting."""
    senilai = {
        "menit": 1,
        "jam": 60,
        "hari": satuan.hari,
        "minggu": satuan.minggu * satuan.hari,
        "bulan": satuan.bulan * satuan.hari,
    }
    return waktu.jumlah * senilai[waktu.satuan]


def lama_kerja(menit: int, sehari: int = 450) -> str:
    """Working minutes as an office says them, in one unit, rounded down: "3 hari kerja", "5 jam kerja"."""
    if menit >= sehari:
        return f"{menit // sehari} hari kerja"
    if menit >= 60:
        return f"{menit // 60} jam kerja"
    return f"{menit} menit kerja" if menit else "kurang dari 1 menit kerja"


def lama_rinci(menit: int, sehari: int = 450) -> str:
    """Working minutes without any loss: "1 hari 2 jam 5 menit"; "0 menit" for none."""
    hari, sisa = divmod(menit, sehari)
    bagian = ((hari, "hari"), (sisa // 60, "jam"), (sisa % 60, "menit"))
    return " ".join(f"{banyak} {nama}" for banyak, nama in bagian if banyak) or "0 menit"
