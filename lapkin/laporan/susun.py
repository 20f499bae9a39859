"""The LKjIP as one tree of blocks, from frozen values only: no database, no clock, no computing."""

from collections.abc import Mapping

from lapkin.dokumen.blok import Blok, Dokumen, Gambar
from lapkin.kinerja.lembar import LembarKinerja
from lapkin.laporan.bab_akuntabilitas import bab_akuntabilitas
from lapkin.laporan.bab_depan import daftar_isi, ikhtisar, kata_pengantar, sampul
from lapkin.laporan.bab_pendahuluan import bab_pendahuluan
from lapkin.laporan.bab_penutup import bab_penutup
from lapkin.laporan.bab_perencanaan import bab_perencanaan
from lapkin.laporan.bahan import Bahan
from lapkin.laporan.hitung import HasilHitung
from lapkin.laporan.identitas import IdentitasLaporan
from lapkin.laporan.kerangka import KERANGKA, Bagian
from lapkin.laporan.lampiran import lampiran


def susun(
    lembar: LembarKinerja,
    hasil: HasilHitung,
    narasi: Mapping[str, str],
    identitas: IdentitasLaporan,
    kerangka: tuple[Bagian, ...] = KERANGKA,
) -> Dokumen:
    """Compose the report; the order of chapters is kerangka.DAFTAR_BAB."""
    bahan = Bahan(identitas=identitas, lembar=lembar, hasil=hasil, narasi=narasi, kerangka=kerangka)
    judul = f"{identitas.judul} {identitas.instansi} Tahun {lembar.tahun}"
    return Dokumen(
        judul=judul,
        subjek=f"{identitas.sebutan} {lembar.tahun}",
        penulis=identitas.instansi,
        blok=_blok(bahan),
        tanggal=identitas.tanggal,
        kaki_halaman=f"{identitas.sebutan} {identitas.instansi} {lembar.tahun}",
    )


def _blok(bahan: Bahan) -> tuple[Blok, ...]:
    isi = (
        *bab_pendahuluan(bahan),
        *bab_perencanaan(bahan),
        *bab_akuntabilitas(bahan),
        *bab_penutup(bahan),
        *lampiran(bahan),
    )
    ada_gambar = any(isinstance(blok, Gambar) for blok in isi)
    return (
        *sampul(bahan),
        *kata_pengantar(bahan),
        *ikhtisar(bahan),
        *daftar_isi(ada_gambar),
        *isi,
    )
