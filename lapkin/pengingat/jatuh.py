"""Which rungs of the ladder are due now, for one task and one reader."""

from collections.abc import Collection, Sequence
from datetime import datetime

from lapkin.alur.tenggat import JamKerja, menit_kerja_antara

from .tangga import Anak


def anak_tercapai(
    tangga: Sequence[Anak],
    *,
    dibuka: datetime,
    tenggat: datetime,
    kini: datetime,
    jam_kerja: JamKerja,
    sehari: int = 450,
) -> tuple[Anak, ...]:
    """The rungs reached at `kini`.

    One that announces the due moment counts only until that moment, and only where the task was open before the
    rung's own moment: who got a task of two hours just now knows that it is due today.
    """
    lama = menit_kerja_antara(dibuka, tenggat, jam_kerja)
    # Signed working minutes since the due moment; a due moment outside working hours is passed only by the clock.
    sejak = menit_kerja_antara(tenggat, kini, jam_kerja)

    def tercapai(anak: Anak) -> bool:
        menit = anak.menit(sehari)
        if menit < 0:
            return kini < tenggat and sejak >= menit and lama > -menit
        return kini >= tenggat and sejak >= menit

    return tuple(anak for anak in tangga if anak.aktif and tercapai(anak))


def belum_terkirim(
    tercapai: Sequence[Anak], tangga: Sequence[Anak], terkirim: Collection[str], sehari: int = 450
) -> tuple[Anak, ...]:
    """Of the rungs reached the highest of each line, unless it or a higher one went out already."""
    tertinggi = {}
    for anak in sorted(tercapai, key=lambda a: a.menit(sehari)):
        tertinggi[anak.jalur] = anak

    def sudah(anak: Anak) -> bool:
        return any(
            lain.kode in terkirim and lain.jalur == anak.jalur and lain.menit(sehari) >= anak.menit(sehari)
            for lain in tangga
        )

    return tuple(anak for anak in tertinggi.values() if not sudah(anak))
