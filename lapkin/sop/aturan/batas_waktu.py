"""Standard times: two statements of one deadline, and their sum against the legal date."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from lapkin.bahasa import tanggal as bahasa_tanggal
from lapkin.sop.aturan.temuan import Bahan, Temuan, peringatan
from lapkin.sop.bagan import Langkah
from lapkin.sop.waktu import Waktu, WaktuTidakSah, menit_kerja

_MENYEBUT_TANGGAL = re.compile(
    r"(?:(?P<sebelum>sebelum)\s+)?(?:(?:tgl\.?|tanggal)\s+)?\b(?P<hari>\d{1,2})\s+(?P<bulan>[^\W\d_]{3,9})\b",
    re.IGNORECASE,
)
_BATAS = re.compile(r"\b(?:paling lambat|selambat-lambatnya|sebelum|hingga|sampai)\b", re.IGNORECASE)
# Any common year will do to ask whether a day exists.
_TAHUN_BIASA = 2001
# weekday() of the first day that is not worked, and so the number of working days before it.
_SABTU = 5


def batas_berlainan(bahan: Bahan) -> Iterator[Temuan]:
    """A row with a standard time whose words give a calendar date as well (1 bulan, and before 11 January)."""
    for langkah in bahan.sop.langkah:
        tersebut = _tanggal_tersebut(langkah)
        if not tersebut:
            continue
        tercetak, terakhir = tersebut
        if _waktu(langkah):
            yield peringatan(
                "batas-berlainan",
                f'Langkah ini menyatakan dua batas: waktu baku "{langkah.waktu_tercetak}" dan "{tercetak}".',
                "Tegaskan mana yang berlaku: lamanya atau tanggalnya.",
                langkah.kode,
            )
        if langkah.paling_lambat and langkah.paling_lambat != f"{terakhir:%m-%d}":
            yield peringatan(
                "batas-berlainan",
                f'Kegiatan menyebut "{tercetak}", sedangkan batas yang dihitung (bulan-tanggal) ialah '
                f"{langkah.paling_lambat}.",
                f"Samakan batasnya; menurut kalimatnya hari terakhir ialah {terakhir:%m-%d}.",
                langkah.kode,
            )


def melampaui_batas(bahan: Bahan) -> Iterator[Temuan]:
    """The standard times, one after the other, need more working days than there are up to the legal date."""
    keadaan = bahan.keadaan
    if not keadaan.mulai or not keadaan.batas:
        return
    menit = sum(
        menit_kerja(waktu, keadaan.satuan) for langkah in bahan.sop.langkah if (waktu := _waktu(langkah))
    )
    perlu = -(-menit // keadaan.satuan.hari)
    ada = _hari_kerja(keadaan.mulai, keadaan.batas, keadaan.libur)
    if perlu > ada:
        yield peringatan(
            "melampaui-batas",
            f"Jumlah waktu baku {perlu} hari kerja, sedangkan dari {bahasa_tanggal.panjang(keadaan.mulai)} sampai "
            f"{bahasa_tanggal.panjang(keadaan.batas)} hanya ada {ada} hari kerja.",
            "Mulai lebih awal, atau pendekkan waktu baku langkah yang terlama.",
        )


def _waktu(langkah: Langkah) -> Waktu | None:
    try:
        return langkah.waktu
    except WaktuTidakSah:
        return None


def _tanggal_tersebut(langkah: Langkah) -> tuple[str, date] | None:
    """The day in a year that the words set as the last, as printed and as the last day that still counts."""
    for teks in (langkah.kegiatan, langkah.keterangan):
        if not (batas := _BATAS.search(teks)):
            continue
        for cocok in _MENYEBUT_TANGGAL.finditer(teks, batas.start()):
            hari = bahasa_tanggal.baca(f"{cocok['hari']} {cocok['bulan']} {_TAHUN_BIASA}")
            if hari:
                terakhir = hari - timedelta(days=1) if cocok["sebelum"] else hari
                return " ".join(cocok[0].split()), terakhir
    return None


def _hari_kerja(mulai: date, sampai: date, libur: frozenset[date]) -> int:
    """Monday to Friday from `mulai` to `sampai`, both counted, without the days off; 0 when they run backwards."""
    minggu, sisa = divmod(max((sampai - mulai).days + 1, 0), 7)
    hari_kerja = minggu * _SABTU + sum((mulai.weekday() + n) % 7 < _SABTU for n in range(sisa))
    return hari_kerja - sum(mulai <= hari <= sampai and hari.weekday() < _SABTU for hari in libur)


ATURAN = (batas_berlainan, melampaui_batas)
