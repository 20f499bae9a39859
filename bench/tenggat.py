"""100,000 due dates: lapkin.alur.tenggat beside the fastest business-time library of the registry, the same answers.

Peers that count minutes with a lunch break, other hours on Fridays, and holidays:
- workclock (its engine is compiled Rust): one call a due date (`add`), and all at once (`add_many`);
- businesstimedelta, the one most used; so slow that it answers only the first 300, its time is scaled up.
Left out after a trial: pandas' CustomBusinessHour has no Friday hours of its own and took about 46 s for as many;
timegrid (Rust too) took 1.05 s, without a zone and with one set of hours for all weekdays; numpy, bizdays and
workalendar count days only.

    .venv/bin/python bench/tenggat.py [due dates]

Target: at most 1/10 of the time of the best peer asked in the same way, one due date a call.
"""

import random
import sys
import time
from datetime import datetime, timedelta
from datetime import time as jam
from pathlib import Path
from zoneinfo import ZoneInfo

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))

import businesstimedelta  # noqa: E402
import pytz  # noqa: E402
import workclock  # noqa: E402

from lapkin.alur.tenggat import JamKerja, mulai_paling_lambat, tenggat  # noqa: E402
from lapkin.organisasi.kalender import libur_nasional  # noqa: E402

ZONA = "Asia/Jakarta"
WIB = ZoneInfo(ZONA)
LIBUR = frozenset(hari for tahun in range(2024, 2030) for hari in libur_nasional(tahun))
SENIN_KAMIS, JUMAT = [0, 1, 2, 3], [4]
BANYAK_LAMBAT = 300


def soal(banyak, detik):
    """(begin, working minutes up to a month) over two years; with seconds as a clock gives them, or whole minutes."""
    acak = random.Random(2027)
    awal = datetime(2025, 1, 1, tzinfo=WIB)
    return [
        (
            awal
            + timedelta(
                minutes=acak.randrange(2 * 525_600),
                microseconds=acak.randrange(60_000_000) if detik else 0,
            ),
            acak.randrange(1, 9_901),
        )
        for _ in range(banyak)
    ]


def dengan_workclock():
    return workclock.Schedule(
        [
            workclock.WorkDay(jam(7, 30), jam(16), days=SENIN_KAMIS),
            workclock.Break(jam(12), jam(13), days=SENIN_KAMIS),
            workclock.WorkDay(jam(7, 30), jam(16, 30), days=JUMAT),
            workclock.Break(jam(11, 30), jam(13), days=JUMAT),
            workclock.Holidays(LIBUR),
        ],
        time_zone=ZONA,
    )


def dengan_businesstimedelta():
    hari = [
        (SENIN_KAMIS, jam(7, 30), jam(12)),
        (SENIN_KAMIS, jam(13), jam(16)),
        (JUMAT, jam(7, 30), jam(11, 30)),
        (JUMAT, jam(13), jam(16, 30)),
    ]
    return businesstimedelta.Rules(
        [
            *(
                businesstimedelta.WorkDayRule(
                    start_time=a, end_time=b, working_days=daftar, tz=pytz.timezone(ZONA)
                )
                for daftar, a, b in hari
            ),
            businesstimedelta.HolidayRule(dict.fromkeys(LIBUR, "libur"), tz=pytz.timezone(ZONA)),
        ]
    )


def terbaik(kerja, kali=5):
    """(best seconds of several runs, the answers)."""
    waktu = []
    for _ in range(kali):
        mulai = time.perf_counter()
        hasil = kerja()
        waktu.append(time.perf_counter() - mulai)
    return min(waktu), hasil


def baris(nama, detik, kami, beda):
    print(f"{nama:<44} {detik:9.3f} s   {detik / kami:8.1f} x   {beda}")


def bandingkan(banyak, detik):
    daftar = soal(banyak, detik)
    kalender, jadwal, aturan = (
        JamKerja(libur=LIBUR, zona=ZONA),
        dengan_workclock(),
        dengan_businesstimedelta(),
    )
    mulai, lama = [satu for satu, _ in daftar], [timedelta(minutes=menit) for _, menit in daftar]
    kami, jawaban = terbaik(lambda: [tenggat(satu, menit, kalender) for satu, menit in daftar])
    tiap, satu_satu = terbaik(lambda: [jadwal.add(a, b) for a, b in zip(mulai, lama, strict=True)])
    serentak, sekaligus = terbaik(lambda: jadwal.add_many(mulai, lama))
    pelan, sebagian = terbaik(
        lambda: [
            a + businesstimedelta.BusinessTimeDelta(aturan, timedelta=b)
            for a, b in zip(mulai[:BANYAK_LAMBAT], lama, strict=False)
        ],
        kali=1,
    )
    print(
        f"\n{banyak} tenggat, {'dengan detik' if detik else 'menit bulat'}; jawaban yang berbeda di kolom akhir"
    )
    baris("lapkin tenggat()", kami, kami, "-")
    baris("workclock add(), satu per panggilan", tiap, kami, _beda(jawaban, satu_satu))
    baris("workclock add_many(), semua sekaligus", serentak, kami, _beda(jawaban, sekaligus))
    baris(
        f"businesstimedelta ({BANYAK_LAMBAT} dihitung, waktunya dikalikan)",
        pelan * banyak / BANYAK_LAMBAT,
        kami,
        _beda(jawaban, sebagian),
    )
    _tunjukkan_beda("businesstimedelta", daftar, jawaban, sebagian)
    _tunjukkan_beda("workclock", daftar, jawaban, satu_satu)
    mundur, kembali = terbaik(
        lambda: [
            mulai_paling_lambat(a, menit, kalender) for a, (_, menit) in zip(jawaban, daftar, strict=True)
        ]
    )
    print(
        f"mulai_paling_lambat() atas jawaban itu: {mundur:.3f} s; tak satu pun lebih awal dari mulainya: "
        f"{all(a >= b for a, b in zip(kembali, mulai, strict=True))}"
    )
    return tiap / kami


def _beda(jawaban, lain):
    return f"{sum(a != b for a, b in zip(jawaban, lain, strict=False))} dari {len(lain)}"


def _tunjukkan_beda(nama, daftar, jawaban, lain):
    for (mulai, menit), kami, mereka in zip(daftar, jawaban, lain, strict=False):
        if kami != mereka:
            print(f"  {nama}: {mulai} + {menit} menit: kami {kami}, {nama} {mereka.astimezone(WIB)}")
            return


if __name__ == "__main__":
    banyak = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rasio = [bandingkan(banyak, detik) for detik in (False, True)]
    print(
        f"\nterhadap workclock.add, panggilan yang sama: {', '.join(f'{r:.1f}' for r in rasio)} kali (sasaran 10)"
    )
