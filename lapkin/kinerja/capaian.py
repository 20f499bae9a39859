"""Capaian (achievement in percent of target): the only place that computes performance figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from lapkin.bahasa.angka import Sebab, TakTerbaca, Terbaca, baca, tulis
from lapkin.kinerja.keraguan import daftar_keraguan
from lapkin.kinerja.lembar import BarisIndikator
from lapkin.kinerja.skala import DAFTAR_SKALA_PREDIKAT, PERMENDAGRI_86_2017, Skala, keterangan_skala
from lapkin.kinerja.ukuran import ATURAN_BAKU, Arah, Aturan, Isian, Rumus, Ukuran

# Digits carried through a division; figures of 30 digits on both sides still compare exactly with a bound.
_TELITI = Context(prec=100, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Jejak:
    """How a capaian came about: formula, the same with figures, rules applied, sources of both figures."""

    rumus: Rumus
    hitungan: str
    daftar_aturan: tuple[str, ...]
    skala: str
    legenda: str
    sumber_target: str
    sumber_realisasi: str


@dataclass(frozen=True, slots=True)
class Capaian:
    """The result in percent, raw and after floor and cap, both unrounded; None has its reason in `alasan`."""

    mentah: Decimal | None
    nilai: Decimal | None
    kategori: str
    alasan: str
    daftar_catatan: tuple[str, ...]
    jejak: Jejak
    desimal: int = 2

    @property
    def teks(self) -> str:
        """The value rounded half up and written (107,17), empty when not computable."""
        return "" if self.nilai is None else tulis(self.nilai, self.desimal)


class _TakDapatDihitung(Exception):
    """Carries the sentence why a formula has no answer."""


def hitung(ukuran: Ukuran, aturan: Aturan = ATURAN_BAKU) -> Capaian:
    """Compute one capaian; never raises for figures, the reason stands in `alasan`."""
    rumus = ukuran.rumus or Rumus(ukuran.arah.value)
    try:
        target, realisasi, aturan_predikat = _sepasang(ukuran, rumus)
        mentah, hitungan = _terapkan(rumus, ukuran.arah, target, realisasi)
    except _TakDapatDihitung as sebab:
        jejak = _jejak(ukuran, rumus, "", (), aturan)
        return Capaian(None, None, "", f"Capaian tidak dapat dihitung: {sebab}", (), jejak, aturan.desimal)
    nilai, daftar_aturan = _batasi(mentah, aturan)
    jejak = _jejak(ukuran, rumus, hitungan, aturan_predikat + daftar_aturan, aturan)
    daftar_catatan = daftar_keraguan(ukuran, rumus, target, realisasi)
    return Capaian(mentah, nilai, aturan.skala.kategori(mentah), "", daftar_catatan, jejak, aturan.desimal)


def hitung_baris(
    baris: BarisIndikator,
    periode: str = "TAHUN",
    skala: Skala = PERMENDAGRI_86_2017,
    lantai: int | None = None,
) -> Capaian:
    """Capaian of one indicator as typed, in one periode against the target of the year."""
    ukuran = Ukuran(
        arah=Arah(baris.arah),
        rumus=Rumus(baris.rumus) if baris.rumus else None,
        target=baca(baris.target),
        realisasi=baca(baris.realisasi.get(periode)),
        sumber_target=baris.target_versi,
        sumber_realisasi=baris.sumber_data,
    )
    return hitung(ukuran, Aturan(int(baris.batas) if baris.batas else None, lantai, skala))


def _jejak(
    ukuran: Ukuran, rumus: Rumus, hitungan: str, daftar_aturan: tuple[str, ...], aturan: Aturan
) -> Jejak:
    skala = aturan.skala
    return Jejak(
        rumus=rumus,
        hitungan=hitungan,
        daftar_aturan=daftar_aturan,
        skala=skala.nama,
        legenda=keterangan_skala(skala),
        sumber_target=ukuran.sumber_target,
        sumber_realisasi=ukuran.sumber_realisasi,
    )


# Figures ------------------------------------------------------------------------------------------


def _sepasang(ukuran: Ukuran, rumus: Rumus) -> tuple[Decimal, Decimal, tuple[str, ...]]:
    if rumus is Rumus.PREDIKAT:
        return _sepasang_predikat(ukuran)
    return _bilangan("target", ukuran.target), _bilangan("realisasi", ukuran.realisasi), ()


def _bilangan(nama: str, isian: Isian) -> Decimal:
    if isinstance(isian, TakTerbaca):
        raise _TakDapatDihitung(f"{nama}: {isian.alasan[0].lower()}{isian.alasan[1:]}")
    nilai = isian.nilai if isinstance(isian, Terbaca) else isian
    if not nilai.is_finite():
        raise _TakDapatDihitung(f"{nama}: bukan bilangan yang terhingga.")
    return nilai


def _sepasang_predikat(ukuran: Ukuran) -> tuple[Decimal, Decimal, tuple[str, ...]]:
    """The numbers of two predicates on one scale: the one given, else the first that knows both."""
    teks_target = _teks_predikat("target", ukuran.target)
    teks_realisasi = _teks_predikat("realisasi", ukuran.realisasi)
    for skala in (ukuran.skala_predikat,) if ukuran.skala_predikat else DAFTAR_SKALA_PREDIKAT:
        target, realisasi = skala.nilai(teks_target), skala.nilai(teks_realisasi)
        if target is not None and realisasi is not None:
            arti = f"{teks_target} = {tulis(target)}, {teks_realisasi} = {tulis(realisasi)}"
            return target, realisasi, (f"{skala.nama}: {arti} ({skala.sumber})",)
    raise _TakDapatDihitung(
        f'predikat "{teks_target}" dan "{teks_realisasi}" tidak ada dalam satu skala predikat.'
    )


def _teks_predikat(nama: str, isian: Isian) -> str:
    if isinstance(isian, TakTerbaca) and isian.jenis in (Sebab.PREDIKAT, Sebab.TEKS):
        return isian.teks.strip()
    if isinstance(isian, TakTerbaca):
        raise _TakDapatDihitung(f"{nama}: {isian.alasan[0].lower()}{isian.alasan[1:]}")
    raise _TakDapatDihitung(f"{nama}: berupa angka, sedangkan rumus predikat memerlukan predikat.")


# Formulas -----------------------------------------------------------------------------------------


def _terapkan(rumus: Rumus, arah: Arah, target: Decimal, realisasi: Decimal) -> tuple[Decimal, str]:
    """The raw percentage and the formula with the figures put in."""
    if rumus is Rumus.TURUN_TERBALIK:
        return _turun_terbalik(target, realisasi)
    _pastikan_target(arah, target, realisasi)
    if rumus is Rumus.TERCAPAI_100 and _tercapai(arah, target, realisasi):
        tanda = "≥" if arah is Arah.NAIK else "≤"
        return Decimal(100), f"{tulis(realisasi)} {tanda} {tulis(target)}: tercapai, 100"
    if rumus is Rumus.TURUN or (rumus is Rumus.TERCAPAI_100 and arah is Arah.TURUN):
        pembilang = _TELITI.subtract(_TELITI.multiply(2, target), realisasi)
        return _persen(
            pembilang, target
        ), f"(2 x {tulis(target)} - {_dikurung(realisasi)}) / {tulis(target)} x 100"
    return _persen(realisasi, target), f"{tulis(realisasi)} / {tulis(target)} x 100"


def _turun_terbalik(target: Decimal, realisasi: Decimal) -> tuple[Decimal, str]:
    if target < 0 or realisasi < 0:
        raise _TakDapatDihitung("rumus T / R tidak bermakna untuk angka negatif.")
    if realisasi == 0:
        tawaran = "; dapat dinyatakan tercapai 100 oleh pejabat"
        raise _TakDapatDihitung(f"realisasi nol tidak dapat menjadi pembagi{tawaran}.")
    return _persen(target, realisasi), f"{tulis(target)} / {tulis(realisasi)} x 100"


def _pastikan_target(arah: Arah, target: Decimal, realisasi: Decimal) -> None:
    """Refuse what no formula over the target can answer; with T < 0 a worse result would score higher."""
    if target < 0:
        raise _TakDapatDihitung(
            "target negatif: persentase terhadapnya tidak bermakna; nyatakan target sebagai angka positif."
        )
    if target == 0:
        tercapai = arah is Arah.TURUN and realisasi == 0
        tawaran = "; realisasi juga nol, dapat dinyatakan tercapai 100 oleh pejabat" if tercapai else ""
        raise _TakDapatDihitung(f"target nol tidak dapat menjadi pembagi{tawaran}.")


def _tercapai(arah: Arah, target: Decimal, realisasi: Decimal) -> bool:
    return realisasi >= target if arah is Arah.NAIK else realisasi <= target


def _persen(pembilang: Decimal, penyebut: Decimal) -> Decimal:
    return _TELITI.divide(_TELITI.multiply(pembilang, 100), penyebut)


def _dikurung(nilai: Decimal) -> str:
    return f"({tulis(nilai)})" if nilai < 0 else tulis(nilai)


# Rules --------------------------------------------------------------------------------------------


def _batasi(mentah: Decimal, aturan: Aturan) -> tuple[Decimal, tuple[str, ...]]:
    """Floor, then cap; the second part names what took effect."""
    if aturan.lantai is not None and mentah < aturan.lantai:
        return Decimal(aturan.lantai), (
            f"dinaikkan ke lantai {aturan.lantai} dari {tulis(mentah, aturan.desimal)}",
        )
    if aturan.batas is not None and mentah > aturan.batas:
        return Decimal(aturan.batas), (f"dibatasi {aturan.batas} dari {tulis(mentah, aturan.desimal)}",)
    return mentah, () if aturan.batas is None else (f"batas {aturan.batas} tidak terlampaui",)


# Several at once ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RataRata:
    """Simple mean of the computable ones, with how many counted and how many were left out."""

    nilai: Decimal | None
    dihitung: int
    dilewati: int
    keterangan: str


def rata_rata(daftar_capaian: Iterable[Capaian], mentah: bool = False) -> RataRata:
    """Mean of capaian after floor and cap, or of the raw ones; says which."""
    daftar_nilai = [capaian.mentah if mentah else capaian.nilai for capaian in daftar_capaian]
    terhitung = [nilai for nilai in daftar_nilai if nilai is not None]
    dilewati = len(daftar_nilai) - len(terhitung)
    dasar = "capaian sebelum batas" if mentah else "capaian"
    keterangan = f"Rata-rata {dasar} dari {len(terhitung)} indikator, dihitung sebelum pembulatan"
    keterangan += f"; {dilewati} tidak dapat dihitung dan tidak diikutkan." if dilewati else "."
    return RataRata(_rerata(terhitung), len(terhitung), dilewati, keterangan)


def _rerata(daftar_nilai: list[Decimal]) -> Decimal | None:
    if not daftar_nilai:
        return None
    jumlah = Decimal(0)
    for nilai in daftar_nilai:
        jumlah = _TELITI.add(jumlah, nilai)
    return _TELITI.divide(jumlah, len(daftar_nilai))


def serapan(pagu: int, realisasi: int) -> Decimal | None:
    """Budget used in percent of pagu (both in sen), unrounded; None when there is no pagu."""
    return _persen(Decimal(realisasi), Decimal(pagu)) if pagu > 0 else None


class CaraEfisiensi(StrEnum):
    """Ways to judge efficiency: the plain difference, or the difference only once the target is met."""

    SELISIH = "selisih"
    SELISIH_BILA_TERCAPAI = "selisih-bila-tercapai"


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """Capaian minus serapan in percentage points, its label, and the reason when it can't be measured."""

    nilai: Decimal | None
    kategori: str
    alasan: str


TOLERANSI_EFISIENSI = (
    5  # percentage points around zero that still count as cukup efisien (practice, not regulation)
)


def efisiensi(
    capaian: Decimal | None, serapan: Decimal | None, cara: CaraEfisiensi = CaraEfisiensi.SELISIH
) -> Efisiensi:
    """Efficiency of resource use from capaian and serapan in percent."""
    if capaian is None or serapan is None:
        return Efisiensi(None, "", "Tidak dapat dihitung karena capaian atau serapan tidak ada.")
    if cara is CaraEfisiensi.SELISIH_BILA_TERCAPAI and capaian < 100:
        return Efisiensi(None, "", "Tidak dapat diukur karena capaian belum 100.")
    selisih = _TELITI.subtract(capaian, serapan)
    return Efisiensi(selisih, _kategori_efisiensi(selisih), "")


def _kategori_efisiensi(selisih: Decimal) -> str:
    if selisih > TOLERANSI_EFISIENSI:
        return "efisien"
    return "tidak efisien" if selisih < -TOLERANSI_EFISIENSI else "cukup efisien"
