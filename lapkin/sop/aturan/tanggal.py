"""The dates of the identity block, compared as far as the print allows: "Juni 2020" is a whole month."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from lapkin.bahasa import tanggal as bahasa_tanggal
from lapkin.sop.aturan.temuan import Bahan, Temuan, catatan, peringatan
from lapkin.sop.sop import TanggalTercetak

_BULAN_TAHUN = re.compile(r"\s*([^\W\d_]+)\s+(\d{4})\s*")
_SETENGAH_TAHUN = timedelta(days=183)
_PERBAIKAN = "Periksa urutan tanggalnya: dibuat, lalu direvisi, lalu berlaku pada hari pengesahannya."
# What offices print where there is no date: a dash, dots, or these words.
_TANPA_TANGGAL = re.compile(r"\W*|[\W_]*(?:belum|tidak|nihil|kosong)\b.*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Masa:
    """The first and the last day that a printed date can mean."""

    tercetak: str
    awal: date
    akhir: date


def urutan_tanggal(bahan: Bahan) -> Iterator[Temuan]:
    """An SOP is made, then perhaps revised, and the text as it stands takes effect on the day it is signed.

    PermenPAN-RB 35/2012 (domain.md 3.1): Tanggal Pembuatan is the day the SOP was finished, Tanggal Efektif the
    day of signing, Tanggal Revisi the day it was revised or is planned to be reviewed. So "revised, then in
    force" is the right order, also for an SOP in its second edition; a revision after the effective date is a
    warning, because the signature would then stand under an older text (unless the date is the planned review).
    Where the day of signing is printed by itself, nothing takes effect before it.
    """
    identitas = bahan.sop.identitas
    urutan = (
        ("tanggal pembuatan", identitas.tanggal_pembuatan),
        ("tanggal revisi", identitas.tanggal_revisi),
        ("tanggal pengesahan", identitas.tanggal_pengesahan),
        ("tanggal efektif", identitas.tanggal_efektif),
    )
    for dulu, nanti in combinations(urutan, 2):
        yield from _sesudah(*dulu, *nanti)


def tanggal_tidak_terbaca(bahan: Bahan) -> Iterator[Temuan]:
    """A date that names no day and no month ("2021", "31 Februari 2021"), so that nothing can be held against it."""
    identitas = bahan.sop.identitas
    for nama, tanggal in (
        ("Tanggal pembuatan", identitas.tanggal_pembuatan),
        ("Tanggal revisi", identitas.tanggal_revisi),
        ("Tanggal pengesahan", identitas.tanggal_pengesahan),
        ("Tanggal efektif", identitas.tanggal_efektif),
    ):
        if not masa(tanggal) and not _TANPA_TANGGAL.fullmatch(tanggal.tercetak):
            yield catatan(
                "tanggal-tidak-terbaca",
                f'{nama} "{tanggal.tercetak}" tidak dapat dibaca sebagai tanggal atau bulan, jadi tidak dibandingkan.',
                "Tulis hari, bulan, dan tahunnya, misalnya 4 Juni 2021.",
            )


def revisi_sebelum_berlaku(bahan: Bahan) -> Iterator[Temuan]:
    """Revised less than half a year after it was made, before it took effect: perhaps never an SOP in force.

    A revision follows the monitoring, which comes every six months (35/2012; domain.md 3.3). So a date of
    revision in between is worth a look, but no fault: the order itself is right.
    """
    pembuatan, revisi = masa(bahan.sop.identitas.tanggal_pembuatan), masa(bahan.sop.identitas.tanggal_revisi)
    berlaku = masa(_tanggal_berlaku(bahan))
    if not (pembuatan and revisi and berlaku):
        return
    if pembuatan.akhir < revisi.awal <= pembuatan.akhir + _SETENGAH_TAHUN and revisi.akhir < berlaku.awal:
        yield catatan(
            "revisi-sebelum-berlaku",
            f"Tanggal revisi ({revisi.tercetak}) mendahului tanggal berlaku ({berlaku.tercetak}) dan hanya "
            f"berselang sebentar dari pembuatan ({pembuatan.tercetak}).",
            "Bila ini naskah pertama, kosongkan tanggal revisi; bila memang revisi, biarkan.",
        )


def _tanggal_berlaku(bahan: Bahan) -> TanggalTercetak:
    identitas = bahan.sop.identitas
    return identitas.tanggal_efektif if identitas.tanggal_efektif.tercetak else identitas.tanggal_pengesahan


def _sesudah(
    nama_dulu: str, dulu: TanggalTercetak, nama_nanti: str, nanti: TanggalTercetak
) -> Iterator[Temuan]:
    """A finding when every day the first can mean comes after every day the second can mean."""
    masa_dulu, masa_nanti = masa(dulu), masa(nanti)
    if masa_dulu and masa_nanti and masa_dulu.awal > masa_nanti.akhir:
        yield peringatan(
            "tanggal-tidak-urut",
            f"{nama_dulu.capitalize()} ({masa_dulu.tercetak}) jatuh sesudah {nama_nanti} "
            f"({masa_nanti.tercetak}).",
            _PERBAIKAN,
        )


def masa(tanggal: TanggalTercetak) -> Masa | None:
    """What a printed date covers: one day or a month; None when it cannot be read."""
    hari = tanggal.tanggal or bahasa_tanggal.baca(tanggal.tercetak)
    if hari:
        return Masa(tercetak=tanggal.tercetak or bahasa_tanggal.panjang(hari), awal=hari, akhir=hari)
    cocok = _BULAN_TAHUN.fullmatch(tanggal.tercetak)
    awal = bahasa_tanggal.baca(f"1 {cocok[1]} {cocok[2]}") if cocok else None
    if not awal:
        return None
    akhir = awal.replace(day=calendar.monthrange(awal.year, awal.month)[1])
    return Masa(tercetak=tanggal.tercetak.strip(), awal=awal, akhir=akhir)


ATURAN = (urutan_tanggal, tanggal_tidak_terbaca, revisi_sebelum_berlaku)
