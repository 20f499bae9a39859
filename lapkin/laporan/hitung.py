"""All capaian of one year's figures, computed by `kinerja.capaian` before the report is composed."""

from dataclasses import dataclass

from lapkin.bahasa.angka import TakTerbaca, Terbaca, baca
from lapkin.kinerja.capaian import ATURAN_BAKU, Arah, Aturan, Capaian, Rumus, Ukuran, hitung
from lapkin.kinerja.lembar import SETAHUN, BarisIndikator, BarisSasaran, LembarKinerja
from lapkin.laporan.kerangka import TANPA_SASARAN

TINGKAT_BAB_TIGA = ("sasaran", "program")  # the others stand in the lampiran


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilIndikator:
    """One indicator computed against its target, the end of the Renstra, and the national standard."""

    indikator: BarisIndikator
    target: Terbaca | TakTerbaca
    realisasi: Terbaca | TakTerbaca
    capaian: Capaian
    renstra: Capaian
    nasional: Capaian

    @property
    def tercapai(self) -> bool:
        """Did the raw capaian reach 100?"""
        return self.capaian.mentah is not None and self.capaian.mentah >= 100


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilHitung:
    """The results of a whole year, in the order of the indicators, with the rule that was used."""

    tahun: int
    aturan: Aturan
    daftar: tuple[HasilIndikator, ...]

    def utama(self) -> tuple[HasilIndikator, ...]:
        """The indicators that Bab III shows."""
        return tuple(h for h in self.daftar if h.indikator.tingkat in TINGKAT_BAB_TIGA)

    def untuk_sasaran(self, sasaran: BarisSasaran) -> tuple[HasilIndikator, ...]:
        """The Bab III indicators of one sasaran."""
        return tuple(h for h in self.utama() if sasaran_indikator(h.indikator) == sasaran.kunci)


def hitung_lembar(lembar: LembarKinerja, aturan: Aturan = ATURAN_BAKU) -> HasilHitung:
    """Compute every indicator of the year; an indicator's own batas goes before the one of `aturan`."""
    daftar = tuple(_hitung_indikator(indikator, lembar, aturan) for indikator in lembar.daftar_indikator)
    return HasilHitung(tahun=lembar.tahun, aturan=aturan, daftar=daftar)


def sasaran_laporan(lembar: LembarKinerja) -> tuple[BarisSasaran, ...]:
    """The sasaran of the report; one more stands for indicators of Bab III that the source ties to none."""
    tanpa = any(i.tingkat in TINGKAT_BAB_TIGA and not i.sasaran for i in lembar.daftar_indikator)
    return lembar.daftar_sasaran + ((TANPA_SASARAN,) if tanpa else ())


def sasaran_indikator(indikator: BarisIndikator) -> str:
    """The key of the sasaran of the report under which an indicator stands."""
    return indikator.sasaran or TANPA_SASARAN.kunci


def realisasi_setahun(indikator: BarisIndikator) -> str:
    """The year's realisasi as typed; "" when missing (quarters are not added up by guess)."""
    return indikator.realisasi.get(SETAHUN, "")


def _hitung_indikator(indikator: BarisIndikator, lembar: LembarKinerja, aturan: Aturan) -> HasilIndikator:
    batas = int(indikator.batas) if indikator.batas else aturan.batas
    aturan = Aturan(batas=batas, lantai=aturan.lantai, skala=aturan.skala, desimal=aturan.desimal)
    realisasi = baca(realisasi_setahun(indikator))

    def terhadap(pembanding: str, sumber: str) -> Capaian:
        ukuran = Ukuran(
            arah=Arah(indikator.arah),
            rumus=Rumus(indikator.rumus) if indikator.rumus else None,
            target=baca(pembanding),
            realisasi=realisasi,
            sumber_target=sumber,
            sumber_realisasi=indikator.sumber_data,
        )
        return hitung(ukuran, aturan)

    return HasilIndikator(
        indikator=indikator,
        target=baca(indikator.target),
        realisasi=realisasi,
        capaian=terhadap(indikator.target, indikator.target_versi or lembar.versi_pk),
        renstra=terhadap(indikator.target_akhir, "target akhir Renstra"),
        nasional=terhadap(indikator.standar_nasional, "standar nasional"),
    )


def sebagai_data(hasil: HasilHitung) -> dict:
    """The figures used and their trace as JSON values, kept with each version of the report."""
    return {
        "tahun": hasil.tahun,
        "skala": hasil.aturan.skala.nama,
        "batas": hasil.aturan.batas,
        "daftar_indikator": [_data_indikator(h) for h in hasil.daftar],
    }


def _data_indikator(hasil: HasilIndikator) -> dict:
    capaian = hasil.capaian
    return {
        "kunci": hasil.indikator.kunci,
        "nama": hasil.indikator.nama,
        "target": hasil.indikator.target,
        "realisasi": realisasi_setahun(hasil.indikator),
        "mentah": None if capaian.mentah is None else str(capaian.mentah),
        "nilai": None if capaian.nilai is None else str(capaian.nilai),
        "kategori": capaian.kategori,
        "alasan": capaian.alasan,
        "rumus": capaian.jejak.rumus.value,
        "hitungan": capaian.jejak.hitungan,
        "daftar_aturan": list(capaian.jejak.daftar_aturan),
        "sumber_target": capaian.jejak.sumber_target,
        "sumber_realisasi": capaian.jejak.sumber_realisasi,
    }
