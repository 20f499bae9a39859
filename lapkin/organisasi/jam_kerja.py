"""Working hours (jam kerja) of one weekday as offices write them: "07.30-12.00, 13.00-16.00"."""

import re

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_RENTANG = re.compile(r"(\d{1,2})[.:](\d{2})\s*(?:-|–|—|s\.?d\.?)\s*(\d{1,2})[.:](\d{2})")


def baca_jam(teks: str) -> list[list[str]]:
    """Read one day's spans into [["07:30", "12:00"], ...]; raises ValueError with a sentence."""
    daftar = [_baca_rentang(bagian.strip()) for bagian in teks.split(",") if bagian.strip()]
    for sebelum, sesudah in zip(daftar, daftar[1:], strict=False):
        if sesudah[0] < sebelum[1]:
            raise ValueError("Rentang jam harus berurutan dan tidak bertumpuk.")
    return daftar


def _baca_rentang(teks: str) -> list[str]:
    cocok = _RENTANG.fullmatch(teks)
    if cocok is None:
        raise ValueError(f"“{teks}” belum berbentuk 07.30-12.00.")
    jam_mulai, menit_mulai, jam_akhir, menit_akhir = (int(bagian) for bagian in cocok.groups())
    mulai, akhir = jam_mulai * 60 + menit_mulai, jam_akhir * 60 + menit_akhir
    if max(menit_mulai, menit_akhir) > 59 or akhir > 24 * 60 - 1:
        raise ValueError(f"“{teks}” memuat jam yang tidak ada.")
    if akhir <= mulai:
        raise ValueError(f"Pada “{teks}” jam akhir harus sesudah jam mulai.")
    return [_tulis(mulai), _tulis(akhir)]


def _tulis(menit: int) -> str:
    return f"{menit // 60:02d}:{menit % 60:02d}"


def tulis_jam(daftar: list[list[str]]) -> str:
    """The way back: 07.30-12.00, 13.00-16.00; empty for a day off."""
    return ", ".join(f"{mulai}-{akhir}".replace(":", ".") for mulai, akhir in daftar)
