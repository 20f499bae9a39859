"""What a draft still lacks: empty slots, missing figures, doubts, and how far the seven analyses reach."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lapkin.bahasa.angka import tulis
from lapkin.kinerja.lembar import LembarKinerja
from lapkin.laporan.hitung import HasilHitung, HasilIndikator, realisasi_setahun, sasaran_laporan
from lapkin.laporan.identitas import IdentitasLaporan
from lapkin.laporan.kerangka import ANALISIS, JUDUL_BAB, KERANGKA, Bagian, daftar_bagian, kunci_analisis
from lapkin.laporan.perbandingan import ada_riwayat
from lapkin.laporan.tabel_anggaran import pendukung_sasaran

_BUTUH_ANGGARAN = ("efisiensi", "program")  # analyses that speak of the money of a sasaran


@dataclass(frozen=True, slots=True, kw_only=True)
class Cakupan:
    """How many of the Bab III indicators one analysis covers, by figures and, where required, by text."""

    analisis: Bagian
    tercakup: int
    semua: int

    @property
    def lengkap(self) -> bool:
        return self.tercakup == self.semua


def kekurangan(
    lembar: LembarKinerja,
    hasil: HasilHitung,
    narasi: Mapping[str, str],
    identitas: IdentitasLaporan,
    kerangka: tuple[Bagian, ...] = KERANGKA,
) -> tuple[str, ...]:
    """Indonesian sentences, most general first; empty when the report is whole."""
    return (
        *_identitas(identitas),
        *_bagian_kosong(lembar, narasi, kerangka),
        *_angka_kurang(hasil),
        *_anggaran_kurang(lembar),
        *(_kalimat_cakupan(c, n) for n, c in enumerate(cakupan(lembar, hasil, narasi), 1) if not c.lengkap),
    )


def cakupan(lembar: LembarKinerja, hasil: HasilHitung, narasi: Mapping[str, str]) -> tuple[Cakupan, ...]:
    """The reach of each of the seven analyses over the Bab III indicators."""
    tercakup = {analisis.kunci: 0 for analisis in ANALISIS}
    for sasaran in sasaran_laporan(lembar):
        for analisis in ANALISIS:
            berteks = bool(narasi.get(kunci_analisis(analisis, sasaran), "").strip())
            if analisis.wajib and not berteks:
                continue
            if analisis.kunci in _BUTUH_ANGGARAN and not pendukung_sasaran(lembar, sasaran):
                continue
            tercakup[analisis.kunci] += sum(
                _berangka(analisis.kunci, h, lembar.tahun) for h in hasil.untuk_sasaran(sasaran)
            )
    semua = len(hasil.utama())
    return tuple(Cakupan(analisis=a, tercakup=tercakup[a.kunci], semua=semua) for a in ANALISIS)


def _berangka(analisis: str, hasil: HasilIndikator, tahun: int) -> bool:
    """Does the source hold the indicator's figures? A missing national standard is printed as none."""
    if analisis == "target":
        return bool(hasil.indikator.target.strip() and realisasi_setahun(hasil.indikator).strip())
    if analisis == "tahun":
        return ada_riwayat(hasil, tahun)
    if analisis == "renstra":
        return bool(hasil.indikator.target_akhir.strip())
    return True


def _identitas(identitas: IdentitasLaporan) -> Iterator[str]:
    if not identitas.jabatan or not identitas.nama:
        yield "Penanda tangan laporan belum diketahui; isi jabatan dan namanya."
    if not identitas.tempat:
        yield "Tempat penandatanganan belum diisi."


def _bagian_kosong(
    lembar: LembarKinerja, narasi: Mapping[str, str], kerangka: tuple[Bagian, ...]
) -> Iterator[str]:
    for bagian in daftar_bagian(sasaran_laporan(lembar), kerangka):
        if bagian.wajib and not narasi.get(bagian.kunci, "").strip():
            untuk = f" untuk sasaran “{bagian.sasaran}”" if bagian.sasaran else ""
            yield f"{JUDUL_BAB[bagian.bab]}: {bagian.judul}{untuk} belum diisi."


def _angka_kurang(hasil: HasilHitung) -> Iterator[str]:
    if not hasil.utama():
        yield "Belum ada indikator tingkat sasaran atau program."
    for satu in hasil.utama():
        nama = f"Indikator “{satu.indikator.nama}”"
        if not satu.indikator.target.strip():
            yield f"{nama}: target belum diisi."
        if not realisasi_setahun(satu.indikator).strip():
            yield f"{nama}: realisasi setahun belum diisi."
        elif satu.indikator.target.strip() and satu.capaian.alasan:
            yield f"{nama}: {satu.capaian.alasan[:1].lower()}{satu.capaian.alasan[1:]}"
        for catatan in satu.capaian.daftar_catatan:
            yield f"{nama}: {catatan}"


def _anggaran_kurang(lembar: LembarKinerja) -> Iterator[str]:
    if not lembar.daftar_anggaran:
        yield "Data anggaran belum diisi."


def _kalimat_cakupan(satu: Cakupan, nomor: int) -> str:
    return (
        f"Analisis {nomor} ({satu.analisis.judul}) baru mencakup {tulis(satu.tercakup)} dari "
        f"{tulis(satu.semua)} indikator."
    )
