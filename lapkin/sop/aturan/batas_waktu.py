"""Standard times: two statements of one deadline, and their sum against the legal date."""

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from lapkin.bahasa import tanggal as bahasa_tanggal
from lapkin.sop.aturan.temuan import Bahan, Temuan, peringatan
from lapkin.sop.bagan import Langkah
from lapkin.sop.waktu import Waktu, WaktuTidakSah, menit_kerja

_NAMA_HARI = r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu),?"
_PENGANTAR = rf"(?:\s+(?:dengan|pada|setiap|tiap|hari|{_NAMA_HARI}))*\s+"
_TANGGAL = (
    r"(?P<tercetak>(?P<sebelum>sebelum\s+)?(?:(?:tgl\.?|tanggal)\s+)?"
    r"(?:(?P<hari>\d{{1,2}})\s+|(?P<akhir>akhir)\s+(?:bulan\s+)?{bulan_saja})(?P<bulan>[^\W\d_]{{3,9}}))\b"
)
# Up to when something must be done; a month alone will do ...
_BATAS = re.compile(
    r"\b(?:paling\s+(?:lambat|lama|akhir)|selambat(?:-|\s)?lambatnya|batas\s+(?:waktu|akhir)|tenggat)\b"
    + _PENGANTAR
    + _TANGGAL.format(bulan_saja=r"|(?:bulan\s+)?"),
    re.IGNORECASE,
)
# ... and words that may also say up to when data were counted.
_SAMPAI = re.compile(
    rf"\b(?:(?=sebelum\s)|(?:hingga|sampai(?:\s+dengan)?|s\.?\s?/?d\.?){_PENGANTAR})"
    + _TANGGAL.format(bulan_saja=""),
    re.IGNORECASE,
)
_DIHITUNG = re.compile(
    r"\b(?:data|capaian|periode|realisasi|posisi|kondisi|keadaan|kumulatif|perkembangan|progres|kinerja|transaksi|"
    r"anggaran|saldo|(?:mulai|sejak|dari)\s+(?:tanggal\s+|tgl\.?\s+)?\d+)\b",
    re.IGNORECASE,
)
_AWAL_KLAUSA = re.compile(r"[;.:]\s")
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
        tercetak, terakhir = next(iter(tersebut.items()))
        if _waktu(langkah):
            yield _berlainan(
                langkah,
                f'Langkah ini menyatakan dua batas: waktu baku "{langkah.waktu_tercetak}" dan "{tercetak}".',
                "Tegaskan mana yang berlaku: lamanya atau tanggalnya.",
            )
        if len(set(tersebut.values())) > 1:
            yield _berlainan(
                langkah,
                f"Langkah ini menyebut lebih dari satu hari terakhir: {_kutip(tersebut)}.",
                "Tegaskan mana yang berlaku.",
            )
        dihitung = bahasa_tanggal.baca(f"{_TAHUN_BIASA}-{langkah.paling_lambat}")
        if dihitung and dihitung != terakhir:
            yield _berlainan(
                langkah,
                f'Kegiatan menyebut "{tercetak}", sedangkan batas yang dihitung ialah {_hari(dihitung)}.',
                f"Samakan batasnya; menurut kalimatnya hari terakhir ialah {_hari(terakhir)}.",
            )


def _berlainan(langkah: Langkah, kalimat: str, perbaikan: str) -> Temuan:
    return peringatan("batas-berlainan", kalimat, perbaikan, langkah.kode)


def _kutip(daftar_teks: Iterable[str]) -> str:
    return " dan ".join(f'"{teks}"' for teks in daftar_teks)


def _hari(hari: date) -> str:
    """10 Januari: the day of any year."""
    return bahasa_tanggal.panjang(hari).rsplit(" ", 1)[0]


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


def _tanggal_tersebut(langkah: Langkah) -> dict[str, date]:
    """The days in a year that the words set as the last, as printed and as the last day that still counts."""
    tersebut = {}
    for teks in (langkah.kegiatan, langkah.keterangan):
        for cocok in _yang_membatasi(" ".join(teks.split())):
            if hari := _hari_terakhir(cocok):
                tersebut.setdefault(cocok["tercetak"], hari)
    return tersebut


def _yang_membatasi(teks: str) -> Iterator[re.Match[str]]:
    yield from _BATAS.finditer(teks)
    for cocok in _SAMPAI.finditer(teks):
        klausa = _AWAL_KLAUSA.split(teks[: cocok.start()])[-1]
        if not _DIHITUNG.search(klausa):
            yield cocok


def _hari_terakhir(cocok: re.Match[str]) -> date | None:
    """The day named, or the last of the month; before a day or a month is the day before. None for no date."""
    hari = bahasa_tanggal.baca(f"{cocok['hari'] or 1} {cocok['bulan']} {_TAHUN_BIASA}")
    if not hari:
        return None
    if not cocok["hari"] and (cocok["akhir"] or not cocok["sebelum"]):
        return hari.replace(day=calendar.monthrange(hari.year, hari.month)[1])
    return (hari - timedelta(days=1)).replace(year=_TAHUN_BIASA) if cocok["sebelum"] else hari


def _hari_kerja(mulai: date, sampai: date, libur: frozenset[date]) -> int:
    """Monday to Friday from `mulai` to `sampai`, both counted, without the days off; 0 when they run backwards."""
    minggu, sisa = divmod(max((sampai - mulai).days + 1, 0), 7)
    hari_kerja = minggu * _SABTU + sum((mulai.weekday() + n) % 7 < _SABTU for n in range(sisa))
    return hari_kerja - sum(mulai <= hari <= sampai and hari.weekday() < _SABTU for hari in libur)


ATURAN = (batas_berlainan, melampaui_batas)
