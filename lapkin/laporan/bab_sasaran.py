"""The seven analyses of one sasaran, in the order of PermenPAN-RB 53/2014 Lampiran II, Bab III.A."""

from collections.abc import Callable
from dataclasses import dataclass

from lapkin.dokumen.blok import Blok, Judul, Paragraf, paragraf
from lapkin.kinerja.anggaran import jumlah
from lapkin.kinerja.capaian import rata_rata, serapan
from lapkin.kinerja.lembar import BarisSasaran
from lapkin.laporan.bahan import Bahan
from lapkin.laporan.grafik_laporan import grafik_tren
from lapkin.laporan.hitung import HasilIndikator
from lapkin.laporan.kalimat import kalimat_belum_tercapai, kalimat_capaian, kalimat_efisiensi
from lapkin.laporan.kerangka import bagian_sasaran
from lapkin.laporan.perbandingan import ada_riwayat, tahun_pembanding
from lapkin.laporan.tabel_anggaran import pendukung_sasaran, tabel_program
from lapkin.laporan.tabel_kinerja import tabel_capaian, tabel_nasional, tabel_renstra, tabel_tahun

TANPA_INDIKATOR = (
    "Pada sumber, sasaran ini tidak memiliki indikator tingkat sasaran atau program; "
    "pengukuran kegiatannya disajikan pada lampiran."
)

TANPA_ANGGARAN = "Efisiensi tidak dapat dihitung karena data anggaran per sasaran tidak tersedia pada sumber."


@dataclass(frozen=True, slots=True)
class _Sasaran:
    """One sasaran with its indicators, as the seven functions below see it."""

    bahan: Bahan
    sasaran: BarisSasaran
    daftar: tuple[HasilIndikator, ...]

    @property
    def sebutan(self) -> str:
        """How captions name it: by the number of its heading."""
        return f"Sasaran {self.bahan.daftar_sasaran.index(self.sasaran) + 1}"

    def kunci(self, analisis: str) -> str:
        return f"tabel-{analisis}-{self.sasaran.kunci}"


def analisis_sasaran(bahan: Bahan, sasaran: BarisSasaran) -> tuple[Blok, ...]:
    """The heading of the sasaran and its seven analyses: what figures say, then what people write."""
    satu = _Sasaran(bahan, sasaran, bahan.hasil.untuk_sasaran(sasaran))
    hasil: list[Blok] = [Judul(tingkat=3, teks=f"Sasaran: {sasaran.nama}", kunci=f"sasaran-{sasaran.kunci}")]
    for bagian, susun_analisis in zip(bagian_sasaran(sasaran), _TUJUH, strict=True):
        isi = (*susun_analisis(satu), *bahan.isi(bagian))
        hasil.extend(
            (Judul(tingkat=4, teks=bagian.judul, kunci=f"judul-{bagian.kunci}"), *isi) if isi else ()
        )
    return tuple(hasil)


def _target(satu: _Sasaran) -> tuple[Blok, ...]:
    if not satu.daftar:
        return (_kalimat(TANPA_INDIKATOR),)
    judul = f"Target dan Realisasi {satu.sebutan} Tahun {satu.bahan.tahun}"
    tanpa_pita = BarisSasaran(kunci=satu.sasaran.kunci, nama="")
    tabel = tabel_capaian(judul, ((tanpa_pita, satu.daftar),), satu.bahan.hasil.aturan, satu.kunci("target"))
    return (_kalimat(kalimat_capaian(satu.daftar)), tabel)


def _tahun(satu: _Sasaran) -> tuple[Blok, ...]:
    if not satu.daftar:
        return ()
    tahun = satu.bahan.tahun
    if not any(ada_riwayat(hasil, tahun) for hasil in satu.daftar):
        awal, *_, akhir = tahun_pembanding(tahun)
        return (_kalimat(f"Data realisasi tahun {awal} sampai dengan {akhir} tidak tersedia pada sumber."),)
    judul = f"Perbandingan Realisasi Antartahun {satu.sebutan}"
    return (
        tabel_tahun(judul, satu.daftar, tahun, satu.kunci("tahun")),
        *grafik_tren(satu.daftar, tahun, satu.kunci("tren")),
    )


def _renstra(satu: _Sasaran) -> tuple[Blok, ...]:
    if not satu.daftar:
        return ()
    if not any(hasil.indikator.target_akhir.strip() for hasil in satu.daftar):
        return (_kalimat("Data target akhir Renstra tidak tersedia pada sumber."),)
    judul = f"Realisasi {satu.sebutan} terhadap Target Akhir Renstra"
    return (tabel_renstra(judul, satu.daftar, satu.kunci("renstra")),)


def _nasional(satu: _Sasaran) -> tuple[Blok, ...]:
    if not satu.daftar:
        return ()
    if not any(hasil.indikator.standar_nasional.strip() for hasil in satu.daftar):
        return (_kalimat("Tidak ada standar nasional untuk indikator pada sasaran ini."),)
    judul = f"Realisasi {satu.sebutan} terhadap Standar Nasional"
    return (tabel_nasional(judul, satu.daftar, satu.kunci("nasional")),)


def _sebab(satu: _Sasaran) -> tuple[Blok, ...]:
    kalimat = kalimat_belum_tercapai(satu.daftar)
    return (_kalimat(kalimat),) if kalimat else ()


def _efisiensi(satu: _Sasaran) -> tuple[Blok, ...]:
    total = jumlah(pendukung_sasaran(satu.bahan.lembar, satu.sasaran))
    if not total.pagu:
        return (_kalimat(TANPA_ANGGARAN),)
    rerata = rata_rata(hasil.capaian for hasil in satu.daftar).nilai
    return (_kalimat(kalimat_efisiensi(rerata, serapan(total.pagu, total.realisasi))),)


def _program(satu: _Sasaran) -> tuple[Blok, ...]:
    daftar = pendukung_sasaran(satu.bahan.lembar, satu.sasaran)
    if not daftar:
        return (_kalimat("Kaitan program dan kegiatan dengan sasaran ini tidak tersedia pada sumber."),)
    judul = f"Program dan Kegiatan Pendukung {satu.sebutan}"
    return (tabel_program(judul, daftar, satu.kunci("program")),)


# One function for each of kerangka.ANALISIS, in the same order.
_TUJUH: tuple[Callable[[_Sasaran], tuple[Blok, ...]], ...] = (
    _target,
    _tahun,
    _renstra,
    _nasional,
    _sebab,
    _efisiensi,
    _program,
)


def _kalimat(teks: str) -> Paragraf:
    """A sentence from the figures, indented as the typed paragraphs beside it are."""
    return paragraf(teks, inden=True)
