"""Susun lkjip: a new version of the report from the figures and the text as they stand."""

from django import forms
from django.db import transaction

from lapkin.alur.actions import kunci
from lapkin.laporan.actions import (
    PANJANG_POIN,
    gabung_narasi,
    mulai_laporan,
    rancang_versi,
    susun_versi,
    tutup_poin,
)
from lapkin.laporan.kekurangan import kekurangan
from lapkin.laporan.queries import bagian_laporan, bahan_laporan, poin_terbuka, versi_terakhir

from .dasar import laporan_kasus


def tambah_isian(form, tugas):
    """An answer for each open point of correction, and whether the units' text is merged in."""
    laporan = laporan_kasus(tugas.pelaksanaan)
    if laporan is None:
        return
    if teks_unit_baru(laporan):
        form.fields["gabungkan"] = forms.BooleanField(
            label="Gabungkan teks dari unit yang belum ada di laporan",
            required=False,
            initial=True,
        )
    for poin in poin_terbuka(laporan):
        form.fields[_nama_jawaban(poin)] = forms.CharField(
            label=f"Jawaban atas: {poin.isi}",
            widget=forms.Textarea(attrs={"rows": 2}),
            max_length=PANJANG_POIN,
            required=False,
            help_text="Tuliskan apa yang sudah diperbaiki. Kosongkan bila belum; poinnya tetap terbuka.",
        )


def konteks(tugas) -> dict:
    """The report, what it still lacks, and what units wrote that is not in it."""
    laporan = laporan_kasus(tugas.pelaksanaan)
    if laporan is None:
        return {"laporan": None}
    bahan = bahan_laporan(laporan)
    return {
        "laporan": laporan,
        "versi": versi_terakhir(laporan),
        "kekurangan": kekurangan(bahan.lembar, bahan.hasil, bahan.narasi, bahan.identitas),
        "teks_unit": teks_unit_baru(laporan),
    }


def siapkan(*, pegawai, sebagai, tugas, isian):
    """(report, version as printed): started when no step has done it yet, the units' text merged in if wished."""
    laporan = laporan_kasus(tugas.pelaksanaan) or mulai(pegawai=pegawai, tugas=tugas, sebagai=sebagai)
    if isian.get("gabungkan"):
        _gabungkan(pegawai, sebagai, tugas, laporan)
    return laporan, rancang_versi(laporan)


def simpan(*, pegawai, sebagai, tugas, isian, bahan):
    """Freeze the version and close the points that were answered; its PDF is the paper."""
    laporan, rancangan = bahan
    versi = susun_versi(pegawai=pegawai, laporan=laporan, tugas=tugas, sebagai=sebagai, rancangan=rancangan)
    for poin in poin_terbuka(laporan):
        if jawaban := isian.get(_nama_jawaban(poin)):
            tutup_poin(pegawai=pegawai, poin=poin, jawaban=jawaban, sebagai=sebagai)
    return versi.pdf


@transaction.atomic
def mulai(*, pegawai, tugas, sebagai=""):
    """The report of the case, started when there is none; safe when two officers do it at one moment."""
    pelaksanaan = kunci(tugas)
    if laporan := laporan_kasus(pelaksanaan):
        return laporan
    laporan = mulai_laporan(
        pegawai=pegawai,
        instansi=pelaksanaan.instansi,
        tahun=pelaksanaan.tahun,
        sebutan=pelaksanaan.dibaca().laporan,
        pelaksanaan=pelaksanaan,
        sebagai=sebagai,
    )
    tugas.pelaksanaan = pelaksanaan
    return laporan


def teks_unit_baru(laporan):
    """What units wrote that is not yet in the report's own text: [(title of the slot, Narasi)]."""
    sendiri = dict(laporan.daftar_narasi.filter(unit=None).values_list("bagian", "teks"))
    judul = {bagian.kunci: bagian.judul for bagian in bagian_laporan(laporan)}
    dari_unit = laporan.daftar_narasi.filter(unit__isnull=False).select_related("unit")
    return [
        (judul[narasi.bagian], narasi)
        for narasi in dari_unit
        if narasi.bagian in judul and narasi.teks and narasi.teks not in sendiri.get(narasi.bagian, "")
    ]


@transaction.atomic
def _gabungkan(pegawai, sebagai, tugas, laporan):
    kunci(tugas)
    for bagian in dict.fromkeys(narasi.bagian for _, narasi in teks_unit_baru(laporan)):
        gabung_narasi(pegawai=pegawai, laporan=laporan, bagian=bagian, sebagai=sebagai)


def _nama_jawaban(poin) -> str:
    return f"jawaban_{poin.pk}"
