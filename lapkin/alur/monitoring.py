"""The monitoring form of PermenPAN-RB 35/2012: one row a step, proposed from the figures, decided by the assessor.

The regulation leaves the judgement to the assessor; the thresholds of the proposal are dated data
(data/monitoring.toml).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from lapkin.alur.putaran import Periode
from lapkin.alur.statistik import KinerjaLangkah, Sebaran, Statistik
from lapkin.alur.usulan_waktu import UKURAN_PALING_SEDIKIT, waktu_lazim
from lapkin.bahasa.angka import tulis
from lapkin.bahasa.tanggal import panjang
from lapkin.dokumen.blok import (
    Dokumen,
    Jeda,
    Judul,
    Kop,
    Tabel,
    TandaTangan,
    baris,
    daftar,
    paragraf,
    pasangan,
)
from lapkin.sop.aturan.bacaan import baca_data
from lapkin.sop.bagan import Langkah
from lapkin.sop.sop import Sop
from lapkin.sop.waktu import Satuan, lama_rinci, menit_kerja

# The ways of monitoring that PermenPAN-RB 35/2012 names (domain.md 3.3), and the one that this application adds.
METODE = {
    "jejak": "Catatan waktu aplikasi",
    "pengamatan": "Pengamatan oleh atasan",
    "wawancara": "Wawancara dengan pelaksana",
    "pertemuan": "Pertemuan kelompok kerja",
}

_DATA = Path(__file__).parent / "data"


class Penilaian(StrEnum):
    """The assessor's word on one step."""

    BAIK = "baik"
    TIDAK = "tidak"
    BELUM = "belum"

    @property
    def tercetak(self) -> str:
        return {"baik": "Berjalan baik", "tidak": "Tidak berjalan baik", "belum": "Belum dapat dinilai"}[self]


@dataclass(frozen=True, slots=True)
class AturanPenilaian:
    """When a step is proposed as going well, from a day on; all in percent, the bounds included."""

    dari: date
    median_persen: int
    terlambat_persen: int
    dikembalikan_persen: int
    sumber: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisMonitoring:
    """One row of the form: the step's kode, its printed number and words, and what the assessor says of it."""

    langkah: str
    no: str
    prosedur: str
    penilaian: Penilaian
    catatan: str
    tindakan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulirMonitoring:
    """The filled form. `ukuran` says what was measured; `metode` are printed names."""

    periode: Periode
    tanggal: date
    metode: tuple[str, ...]
    ukuran: str
    baris: tuple[BarisMonitoring, ...]
    penilai: str
    jabatan: str
    nip: str = ""
    kesimpulan: str = ""


def aturan_penilaian(pada: date) -> AturanPenilaian:
    """The thresholds that hold on a day; before the first of them, the first."""
    semua = _daftar_aturan()
    return ([aturan for aturan in semua if aturan.dari <= pada] or list(semua[:1]))[-1]


@cache
def _daftar_aturan() -> tuple[AturanPenilaian, ...]:
    return tuple(
        sorted(
            (AturanPenilaian(**satu) for satu in baca_data("monitoring", _DATA)["aturan"]),
            key=lambda a: a.dari,
        )
    )


def usulan_baris(
    sop: Sop, statistik: Statistik, satuan: Satuan, aturan: AturanPenilaian
) -> tuple[BarisMonitoring, ...]:
    """A row for each step with work, as the figures propose it."""
    return tuple(
        _usulan(langkah, statistik.cari(langkah.kode), satuan, aturan) for langkah in sop.daftar_langkah_kerja
    )


def _usulan(
    langkah: Langkah, kinerja: KinerjaLangkah, satuan: Satuan, aturan: AturanPenilaian
) -> BarisMonitoring:
    standar = menit_kerja(langkah.waktu, satuan) if langkah.waktu else None
    masalah = _masalah(kinerja, standar, aturan)
    dinilai = Penilaian.BAIK if kinerja.sebaran and kinerja.sebaran.bermakna else Penilaian.BELUM
    return BarisMonitoring(
        langkah=langkah.kode,
        no=langkah.no,
        prosedur=langkah.kegiatan,
        penilaian=Penilaian.TIDAK if masalah else dinilai,
        catatan=kalimat_kinerja(kinerja, standar, satuan.hari),
        tindakan=_tindakan(masalah, kinerja, satuan),
    )


def _masalah(kinerja: KinerjaLangkah, standar: int | None, aturan: AturanPenilaian) -> list[str]:
    """Which thresholds a measured step exceeds: "median", "terlambat", "dikembalikan"."""
    if kinerja.sebaran is None:
        return []
    kali = kinerja.sebaran.kali
    lewat = {
        "median": standar is not None and kinerja.sebaran.median * 100 > standar * aturan.median_persen,
        "terlambat": kinerja.terlambat * 100 > kali * aturan.terlambat_persen,
        "dikembalikan": kinerja.diulang * 100 > kali * aturan.dikembalikan_persen,
    }
    return [nama for nama, ya in lewat.items() if ya]


def kalimat_kinerja(kinerja: KinerjaLangkah, standar: int | None, sehari: int) -> str:
    """The figures of a step in a plain sentence: "Median 2 hari dari standar 1 hari (3 putaran); 1 kali ..."."""
    bagian = []
    satu = kinerja.sebaran
    if satu and not satu.bermakna:
        bagian.append(
            f"Dikerjakan di luar jam kerja atau dalam kurang dari satu menit ({satu.kali} putaran), "
            "jadi waktunya belum dapat dinilai"
        )
    elif satu:
        baku = f"dari standar {lama_rinci(standar, sehari)}" if standar is not None else "tanpa standar"
        bagian.append(f"Median {lama_rinci(satu.median, sehari)} {baku} ({satu.kali} putaran)")
    else:
        bagian.append("Belum ada putaran yang selesai pada periode ini")
    hitungan = (
        (kinerja.terlambat, "putaran melewati tenggat"),
        (kinerja.diulang, "kali dikembalikan ke langkah ini"),
        (kinerja.dilewati, "kali dilewati"),
        (kinerja.berjalan, "putaran sedang berjalan"),
    )
    bagian += [f"{kali} {kata}" for kali, kata in hitungan if kali]
    return "; ".join(bagian) + "."


def _tindakan(masalah: Sequence[str], kinerja: KinerjaLangkah, satuan: Satuan) -> str:
    if kinerja.sebaran is None:
        return ""
    if not masalah:
        return "Dipertahankan." if kinerja.sebaran.bermakna else ""
    kalimat = []
    if "median" in masalah:
        kalimat.append(_usulan_standar(kinerja.sebaran, satuan))
    elif "terlambat" in masalah:
        kalimat.append("Ingatkan pelaksana sebelum tenggat dan bahas sebab keterlambatannya.")
    if "dikembalikan" in masalah:
        kalimat.append("Perjelas syarat hasil langkah ini agar tidak dikembalikan.")
    return " ".join(kalimat)


def _usulan_standar(satu: Sebaran, satuan: Satuan) -> str:
    """What to do about a median beyond the standard: of too few rounds none is proposed, as for a draft's times."""
    if satu.kali < UKURAN_PALING_SEDIKIT:
        return (
            f"Waktunya melampaui standar, tetapi baru terukur {satu.kali} kali; "
            "amati lagi sebelum standarnya diubah."
        )
    lazim = waktu_lazim(satu.median, satuan)
    return (
        "Bahas sebab waktunya melampaui standar; "
        f"bila wajar, usulkan standar {lazim.jumlah} {lazim.satuan} pada revisi berikutnya."
    )


def kalimat_ukuran(statistik: Statistik) -> str:
    """What the figures rest on."""
    if not statistik.putaran_terukur:
        return "Tidak ada putaran langkah yang selesai pada periode ini; penilaian diberikan tanpa catatan waktu."
    return (
        f"{tulis(statistik.putaran_terukur)} putaran langkah dari {tulis(statistik.jumlah_kasus)} pekerjaan"
    )


def formulir_monitoring(sop: Sop, isian: FormulirMonitoring, kop: Kop, tempat: str) -> Dokumen:
    """The form as a paper, with an empty column for the assessor's paraf."""
    identitas = sop.identitas
    return Dokumen(
        judul=f"Formulir monitoring {identitas.judul_baku}",
        penulis=isian.penilai,
        gaya="naskah",
        tanggal=isian.tanggal,
        kaki_halaman=f"Monitoring SOP {identitas.judul_baku}, {panjang(isian.tanggal)}",
        blok=(
            Jeda(jenis="bagian", lanskap=True),
            kop,
            Judul(tingkat=1, teks="FORMULIR MONITORING PELAKSANAAN SOP", jenis="naskah"),
            pasangan(
                ("Nama SOP", identitas.judul),
                ("Nomor SOP", identitas.nomor or "-"),
                ("Periode", f"{panjang(isian.periode.dari)} sampai {panjang(isian.periode.sampai)}"),
                ("Metode", ", ".join(isian.metode)),
                ("Yang diukur", isian.ukuran),
            ),
            _tabel(isian.baris),
            *_kesimpulan(isian.kesimpulan),
            TandaTangan(
                tempat_tanggal=f"{tempat}, {panjang(isian.tanggal)}" if tempat else panjang(isian.tanggal),
                pihak="Penilai,",
                jabatan=(isian.jabatan,),
                nama=isian.penilai,
                nip=isian.nip,
            ),
        ),
    )


def _tabel(daftar_baris: Sequence[BarisMonitoring]) -> Tabel:
    return Tabel(
        keterangan="",
        lebar=(5, 27, 12, 27, 21, 8),
        kepala=(baris("No", "Prosedur", "Penilaian", "Catatan", "Tindakan", "Paraf Penilai"),),
        baris=tuple(
            baris(
                satu.no, satu.prosedur, satu.penilaian.tercetak, satu.catatan or "-", satu.tindakan or "-", ""
            )
            for satu in daftar_baris
        ),
        catatan="Waktu dalam jam kerja; satu putaran adalah satu kali langkah dikerjakan pada satu pekerjaan.",
        kecil=True,
    )


def _kesimpulan(teks: str) -> tuple:
    bagian = [satu.strip() for satu in teks.splitlines() if satu.strip()]
    if not bagian:
        return ()
    return paragraf("Kesimpulan:", tebal=True, rata="kiri"), daftar(*bagian)
