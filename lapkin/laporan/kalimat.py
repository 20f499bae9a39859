"""The few sentences that the application writes itself: facts from figures, nothing judged."""

from decimal import Decimal

from lapkin.bahasa.angka import rupiah, tulis
from lapkin.kinerja.anggaran import jumlah
from lapkin.kinerja.capaian import efisiensi, rata_rata, serapan
from lapkin.laporan.bahan import Bahan
from lapkin.laporan.hitung import HasilIndikator
from lapkin.laporan.tulisan import gabung, persen


def kalimat_ukuran(bahan: Bahan) -> str:
    """How many indicators and sasaran the year was measured with."""
    banyak, sasaran = len(bahan.hasil.utama()), len(bahan.daftar_sasaran)
    return (
        f"Kinerja {bahan.identitas.instansi} tahun {bahan.tahun} diukur dengan {tulis(banyak)} indikator "
        f"pada {tulis(sasaran)} sasaran."
    )


def kalimat_capaian(daftar: tuple[HasilIndikator, ...]) -> str:
    """How many reached their target, how many didn't, how many can't be computed, and the mean."""
    if not daftar:
        return "Belum ada indikator yang dapat diukur."
    terhitung = [h for h in daftar if h.capaian.mentah is not None]
    tercapai = sum(h.tercapai for h in terhitung)
    rincian = [
        f"{tulis(banyak)} {sebutan}"
        for banyak, sebutan in (
            (tercapai, "mencapai target"),
            (len(terhitung) - tercapai, "belum mencapai target"),
            (len(daftar) - len(terhitung), "capaiannya tidak dapat dihitung"),
        )
        if banyak
    ]
    return f"Dari {tulis(len(daftar))} indikator, {gabung(rincian)}.{_kalimat_rerata(daftar)}"


def _kalimat_rerata(daftar: tuple[HasilIndikator, ...]) -> str:
    rerata = rata_rata(h.capaian for h in daftar)
    if rerata.nilai is None:
        return ""
    return f" Rata-rata capaian {persen(rerata.nilai)}, dihitung dari {tulis(rerata.dihitung)} indikator."


def kalimat_anggaran(bahan: Bahan) -> str:
    """The year's budget and how much of it was used."""
    total = jumlah(bahan.lembar.daftar_anggaran)
    if not total.pagu:
        return f"Data anggaran tahun {bahan.tahun} tidak tersedia pada sumber."
    return (
        f"Anggaran tahun {bahan.tahun} sebesar {rupiah(total.pagu)} terealisasi {rupiah(total.realisasi)} "
        f"atau {persen(serapan(total.pagu, total.realisasi))}."
    )


def kalimat_belum_tercapai(daftar: tuple[HasilIndikator, ...]) -> str:
    """Which indicators stayed below their target; "" when none did."""
    belum = [
        f"{h.indikator.nama} ({persen(h.capaian.nilai)})"
        for h in daftar
        if h.capaian.mentah is not None and not h.tercapai
    ]
    return f"Indikator yang belum mencapai target: {'; '.join(belum)}." if belum else ""


def kalimat_efisiensi(capaian: Decimal | None, serapan_anggaran: Decimal | None) -> str:
    """Capaian beside serapan, both in percent, and what the difference is called."""
    hasil = efisiensi(capaian, serapan_anggaran)
    if hasil.nilai is None:
        return hasil.alasan
    return (
        f"Rata-rata capaian sasaran ini {persen(capaian)} dengan serapan anggaran "
        f"{persen(serapan_anggaran)}. Selisih capaian dan serapan {tulis(hasil.nilai, 2)} poin persen, "
        f"sehingga penggunaan anggaran tergolong {hasil.kategori}."
    )
