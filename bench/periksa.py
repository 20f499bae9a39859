"""The checker over SOPs of 100 and 1,000 steps: its time grows with the number of steps and no faster.

Run: .venv/bin/python bench/periksa.py [runs]. Target: 1,000 steps take at most 15 times as long as 100 (10 is
exactly linear), and 10,000 steps are refused at once.
"""

import statistics
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))

from lapkin.sop.pemeriksaan import periksa  # noqa: E402
from lapkin.sop.sop import Langkah, Sop, baca  # noqa: E402

BANYAK = (100, 200, 500, 1000)
TERLALU_BANYAK = 10_000
PADA = date(2026, 1, 5)
PALING_LAMA = 15


def sop_sepanjang(banyak: int) -> Sop:
    """The rows of the five shipped SOPs over and over, each with a kode of its own, returns and origins kept."""
    daftar_sop = [
        baca(berkas.read_text(encoding="utf-8")) for berkas in sorted((AKAR / "sop").glob("*.toml"))
    ]
    peran = {satu.nama: satu for sop in daftar_sop for satu in sop.peran}
    peran = tuple(replace(satu, kunci=f"peran-{urutan}") for urutan, satu in enumerate(peran.values()))
    baris: list[Langkah] = []
    while len(baris) < banyak:
        for sop in daftar_sop:
            baris += [_diganti(langkah, f"p{len(baris)}") for langkah in sop.daftar_langkah_kerja]
    return replace(daftar_sop[0], peran=peran, langkah=tuple(baris[:banyak]))


def _diganti(langkah: Langkah, awalan: str) -> Langkah:
    kelengkapan = tuple(
        replace(k, dari=k.dari if k.dari == "luar" else f"{awalan}-{k.dari}") for k in langkah.kelengkapan
    )
    return replace(
        langkah,
        kode=f"{awalan}-{langkah.kode}",
        kelengkapan=kelengkapan,
        kembali_ke=tuple(f"{awalan}-{tujuan}" for tujuan in langkah.kembali_ke),
    )


def milidetik(sop: Sop, kali: int) -> float:
    """The median of `kali` runs."""
    lama = []
    for _ in range(kali):
        mulai = time.perf_counter()
        periksa(sop, pada=PADA)
        lama.append(time.perf_counter() - mulai)
    return statistics.median(lama) * 1000


def utama(kali: int) -> int:
    lama = {}
    for banyak in BANYAK:
        sop = sop_sepanjang(banyak)
        periksa(sop, pada=PADA)  # reads the data files and meets the words once
        lama[banyak] = milidetik(sop, kali)
        print(
            f"{banyak:>6} langkah: {lama[banyak]:8.2f} ms, {lama[banyak] / banyak * 1000:.1f} us per langkah"
        )
    print(f"{TERLALU_BANYAK:>6} langkah: {milidetik(sop_sepanjang(TERLALU_BANYAK), kali):8.2f} ms, ditolak")
    rasio = lama[1000] / lama[100]
    print(f"1.000 langkah / 100 langkah: {rasio:.2f} kali (target <= {PALING_LAMA})")
    return int(rasio > PALING_LAMA)


if __name__ == "__main__":
    sys.exit(utama(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
