"""The charts of the report, from figures already computed; a chart that would show nothing is left out."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lapkin.bahasa.angka import Terbaca, baca, rupiah
from lapkin.dokumen.blok import Gambar
from lapkin.dokumen.grafik import Banding, Batang, Nilai, batang, batang_banding, uraian_grafik
from lapkin.dokumen.grafik_tren import Seri, garis_tren, uraian_tren
from lapkin.kinerja.lembar import BarisAnggaran
from lapkin.laporan.hitung import HasilIndikator, realisasi_setahun
from lapkin.laporan.perbandingan import ada_riwayat, tahun_pembanding
from lapkin.laporan.tabel_anggaran import nama_baris
from lapkin.laporan.tulisan import TIDAK_DAPAT_DIHITUNG, angka_tertulis, persen

GARIS_TERBANYAK = 4  # lines in one trend chart that can still be told apart
_PAGU_REALISASI = ("Pagu", "Realisasi")


def grafik_capaian(judul: str, daftar: Sequence[HasilIndikator], kunci: str) -> tuple[Gambar, ...]:
    """Capaian of each indicator, with a line at 100."""
    if not any(hasil.capaian.nilai is not None for hasil in daftar):
        return ()
    daftar_batang = [
        Batang(label=hasil.indikator.nama, nilai=Nilai(angka=hasil.capaian.nilai, tulisan=_capaian(hasil)))
        for hasil in daftar
    ]
    svg = batang(daftar_batang, batas=Nilai(angka=Decimal(100), tulisan="Target (100%)"))
    return (Gambar(keterangan=judul, svg=svg, alt=uraian_grafik(judul, daftar_batang), kunci=kunci),)


def _capaian(hasil: HasilIndikator) -> str:
    return TIDAK_DAPAT_DIHITUNG if hasil.capaian.nilai is None else persen(hasil.capaian.nilai)


def grafik_anggaran(judul: str, daftar: Sequence[BarisAnggaran], kunci: str) -> tuple[Gambar, ...]:
    """Pagu and realisasi of each program."""
    if not any(baris.pagu for baris in daftar):
        return ()
    daftar_banding = [
        Banding(label=nama_baris(baris), acuan=_uang(baris.pagu), nilai=_uang(baris.realisasi))
        for baris in daftar
    ]
    svg = batang_banding(daftar_banding, _PAGU_REALISASI)
    return (
        Gambar(
            keterangan=judul, svg=svg, alt=uraian_grafik(judul, daftar_banding, _PAGU_REALISASI), kunci=kunci
        ),
    )


def _uang(sen: int) -> Nilai:
    return Nilai(angka=Decimal(sen), tulisan=rupiah(sen))


def grafik_tren(daftar: Sequence[HasilIndikator], tahun: int, kunci: str) -> tuple[Gambar, ...]:
    """Realisasi over the years; only indicators of one satuan share a chart and its scale."""
    bergerak = [(nomor, hasil) for nomor, hasil in enumerate(daftar, 1) if ada_riwayat(hasil, tahun)]
    return tuple(
        _gambar_tren(satuan, kelompok, tahun, f"{kunci}-{ke}")
        for ke, (satuan, kelompok) in enumerate(_menurut_satuan(bergerak), 1)
    )


Bernomor = tuple[int, HasilIndikator]  # an indicator with its number in the table above the chart


def _menurut_satuan(daftar: Sequence[Bernomor]) -> Iterator[tuple[str, list[Bernomor]]]:
    for satuan in dict.fromkeys(hasil.indikator.satuan for _, hasil in daftar):
        kelompok = [(nomor, hasil) for nomor, hasil in daftar if hasil.indikator.satuan == satuan]
        for awal in range(0, len(kelompok), GARIS_TERBANYAK):
            yield satuan, kelompok[awal : awal + GARIS_TERBANYAK]


def _gambar_tren(satuan: str, daftar: Sequence[Bernomor], tahun: int, kunci: str) -> Gambar:
    """Lines are named by number, since an indicator's name is too long for a legend."""
    daftar_tahun = (*tahun_pembanding(tahun), tahun)
    periode = [str(t) for t in daftar_tahun]
    daftar_seri = [
        Seri(nama=f"Indikator {nomor}", nilai=tuple(_nilai_tahun(hasil, t, tahun) for t in daftar_tahun))
        for nomor, hasil in daftar
    ]
    judul = f"Perkembangan Realisasi {periode[0]}–{periode[-1]}" + (f" ({satuan})" if satuan else "")
    return Gambar(
        keterangan=judul,
        svg=garis_tren(periode, daftar_seri),
        alt=uraian_tren(judul, periode, daftar_seri),
        catatan=f"{'; '.join(f'Indikator {nomor}: {hasil.indikator.nama}' for nomor, hasil in daftar)}.",
        kunci=kunci,
    )


def _nilai_tahun(hasil: HasilIndikator, dicari: int, tahun: int) -> Nilai:
    indikator = hasil.indikator
    teks = realisasi_setahun(indikator) if dicari == tahun else indikator.riwayat.get(dicari, "")
    bacaan = baca(teks)
    return Nilai(angka=bacaan.nilai if isinstance(bacaan, Terbaca) else None, tulisan=angka_tertulis(teks))
