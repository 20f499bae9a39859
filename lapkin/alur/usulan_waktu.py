"""A proposed revision's times: the medians of what was measured, rounded up to what offices write."""

from dataclasses import dataclass, replace

from lapkin.alur.statistik import Statistik
from lapkin.sop.sop import Sop
from lapkin.sop.sunting import Suntingan
from lapkin.sop.waktu import Satuan, Waktu, menit_kerja

UKURAN_PALING_SEDIKIT = 3
_KELIPATAN_MENIT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class UsulanWaktu:
    """One step's new time; `lama` as printed, `baru` as it would be printed, `dari` how many rounds were measured."""

    langkah: str
    lama: str
    baru: str
    median: int
    dari: int


def waktu_lazim(menit: int, satuan: Satuan) -> Waktu:
    """Working minutes (at least 1) rounded up to a customary time, never down.

    Below an hour five minutes at a time, below a hari whole hours, below a bulan whole hari, from then on whole minggu.
    """
    sejam, hari = min(60, satuan.hari), _naik(menit, satuan.hari)
    if (lima := _naik(menit, _KELIPATAN_MENIT) * _KELIPATAN_MENIT) < sejam:
        return Waktu(jumlah=lima, satuan="menit")
    if (jam := _naik(menit, 60)) * 60 < satuan.hari:
        return Waktu(jumlah=jam, satuan="jam")
    if hari < satuan.bulan:
        return Waktu(jumlah=hari, satuan="hari")
    return Waktu(jumlah=_naik(hari, satuan.minggu), satuan="minggu")


def usulan_waktu(sop: Sop, statistik: Statistik, satuan: Satuan) -> tuple[UsulanWaktu, ...]:
    """The steps whose time would change: those with a time in print, measured at least three times in office hours."""
    return tuple(filter(None, (_usulan(langkah, statistik, satuan) for langkah in sop.daftar_langkah_kerja)))


def _usulan(langkah, statistik: Statistik, satuan: Satuan) -> UsulanWaktu | None:
    sebaran = statistik.cari(langkah.kode).sebaran
    if langkah.waktu is None or sebaran is None or sebaran.kali < UKURAN_PALING_SEDIKIT:
        return None
    if not sebaran.bermakna:
        return None
    baru = waktu_lazim(sebaran.median, satuan)
    if menit_kerja(baru, satuan) == menit_kerja(langkah.waktu, satuan):
        return None
    return UsulanWaktu(
        langkah=langkah.kode,
        lama=langkah.waktu_tercetak,
        baru=f"{baru.jumlah} {baru.satuan}",
        median=sebaran.median,
        dari=sebaran.kali,
    )


def terapkan(sop: Sop, daftar_usulan: tuple[UsulanWaktu, ...]) -> Suntingan:
    """The SOP with the proposed times."""
    baru = {usulan.langkah: usulan.baru for usulan in daftar_usulan}
    langkah = tuple(
        replace(satu, waktu_tercetak=baru[satu.kode]) if satu.kode in baru else satu for satu in sop.langkah
    )
    return Suntingan(
        sop=replace(sop, langkah=langkah),
        uraian=f"Waktu {len(baru)} langkah diusulkan dari median kenyataan.",
    )


def _naik(banyak: int, per: int) -> int:
    return -(-banyak // per)
