"""Build the workbooks of contoh/ from the published figures in contoh/sumber/: `python -m contoh.buat`.

Nothing is invented: what the source doesn't print (earlier years, triwulan, who is responsible) stays empty.
Both files name the row of the published sheet; an indicator belongs to the budget line printed in that row.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lapkin.bahasa.angka import Terbaca, baca, baca_rupiah, ke_sen, tulis
from lapkin.kinerja.anggaran import BarisTercetak, bangun_pohon
from lapkin.kinerja.buku.baca_indikator import hubungkan_indikator
from lapkin.kinerja.buku_kerja import Identitas, IsiBuku, tulis_buku
from lapkin.kinerja.lembar import BarisAnggaran, BarisIndikator, BarisSasaran, LembarKinerja

TEMPAT = Path(__file__).resolve().parent
NAMA = "bappedalitbang-deli-serdang-2025"
BUKU = TEMPAT / f"{NAMA}.xlsx"

_BARIS = re.compile(r"baris Excel (\d+)")
_TARGET_AKHIR = re.compile(r"target akhir Renstra \d{4}=([^|]+)")


def isi_buku() -> IsiBuku:
    """The published figures as the content of a workbook."""
    daftar_baris = list(_baca("indikator"))
    daftar_anggaran = bangun_pohon(_baris_anggaran()).daftar_anggaran
    nama_sasaran = dict.fromkeys(baris["sasaran"] for baris in daftar_baris)
    daftar_sasaran = tuple(
        BarisSasaran(kunci=f"sasaran-{urutan}", nama=nama) for urutan, nama in enumerate(nama_sasaran, 1)
    )
    lembar = LembarKinerja(
        instansi=daftar_baris[0]["instansi"],
        tahun=int(daftar_baris[0]["tahun"]),
        sumber=daftar_baris[0]["sumber"],
        daftar_sasaran=daftar_sasaran,
        daftar_indikator=_daftar_indikator(daftar_baris, daftar_sasaran, daftar_anggaran),
        daftar_anggaran=daftar_anggaran,
    )
    return IsiBuku(identitas=_identitas(lembar), lembar=lembar)


def _baca(jenis: str) -> Iterator[dict[str, str]]:
    with (TEMPAT / "sumber" / f"{jenis}-{NAMA}.csv").open(encoding="utf-8", newline="") as berkas:
        yield from csv.DictReader(berkas)


def _nomor(baris: dict[str, str]) -> str:
    return _BARIS.search(baris["catatan"])[1]


def _baris_anggaran() -> list[BarisTercetak]:
    return [
        BarisTercetak(
            kunci=f"anggaran-{_nomor(baris)}",
            nama=baris["program"],
            pagu=ke_sen(baca_rupiah(baris["pagu"]).nilai),
            realisasi=ke_sen(baca_rupiah(baris["realisasi"]).nilai),
        )
        for baris in _baca("anggaran")
    ]


def _daftar_indikator(
    daftar_baris: list[dict[str, str]],
    daftar_sasaran: tuple[BarisSasaran, ...],
    daftar_anggaran: tuple[BarisAnggaran, ...],
) -> tuple[BarisIndikator, ...]:
    kunci_sasaran = {sasaran.nama: sasaran.kunci for sasaran in daftar_sasaran}
    anggaran = {baris.kunci: baris for baris in daftar_anggaran}
    daftar_indikator = [
        _indikator(baris, kunci_sasaran[baris["sasaran"]], anggaran[f"anggaran-{_nomor(baris)}"])
        for baris in daftar_baris
    ]
    return hubungkan_indikator(daftar_indikator, daftar_anggaran)


def _indikator(baris: dict[str, str], sasaran: str, anggaran: BarisAnggaran) -> BarisIndikator:
    awalan = f"{anggaran.nama} - "
    if not baris["indikator"].startswith(awalan):
        raise ValueError(f"Baris {_nomor(baris)}: nama indikator tidak diawali nama baris anggarannya.")
    target_akhir = _TARGET_AKHIR.search(baris["catatan"])
    return BarisIndikator(
        kunci=f"indikator-{_nomor(baris)}",
        nama=baris["indikator"].removeprefix(awalan),
        satuan=baris["satuan"],
        arah=baris["arah"],
        tingkat=anggaran.tingkat,
        sasaran=sasaran,
        anggaran=anggaran.kunci,
        target=_seperti_sel(baris["target"]),
        realisasi={"TAHUN": _seperti_sel(baris["realisasi"])},
        target_akhir=_seperti_sel(target_akhir[1]) if target_akhir else "",
    )


def _seperti_sel(teks: str) -> str:
    """A figure as its cell shows it: the csv files carry the noise of the sheet (100.00000000000001)."""
    bacaan = baca(teks.strip())
    return tulis(bacaan.nilai) if isinstance(bacaan, Terbaca) else bacaan.teks


def _identitas(lembar: LembarKinerja) -> Identitas:
    """People and their numbers are placeholders: the source names nobody."""
    return Identitas(
        instansi=lembar.instansi,
        tahun=lembar.tahun,
        induk="Pemerintah Kabupaten Deli Serdang",
        kop=("PEMERINTAH KABUPATEN DELI SERDANG", "BAPPEDALITBANG"),
        nama="Kepala Bappedalitbang",
        jabatan="Kepala Bappedalitbang Kabupaten Deli Serdang",
        nip="000000000000000001",
        sumber=lembar.sumber,
    )


if __name__ == "__main__":
    BUKU.write_bytes(tulis_buku(isi_buku()))
    sys.stdout.write(f"{BUKU.name} ditulis.\n")
