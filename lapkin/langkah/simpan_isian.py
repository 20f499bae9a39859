"""Storing what a unit typed into its cells, each through the act of its own room."""

from contextlib import contextmanager

from django.db import transaction

from lapkin.alur.actions import kunci, pastikan_giliran
from lapkin.alur.models import Tugas
from lapkin.jejak.ditolak import Ditolak
from lapkin.kinerja.actions import isi_anggaran, isi_realisasi, kunci_lembar
from lapkin.kinerja.models import Anggaran, Indikator
from lapkin.laporan.actions import kunci_laporan, simpan_narasi

from .susun_laporan import mulai


@contextmanager
def mengisi(pegawai, tugas):
    """The transaction of an officer who fills in cells; the task must still be open. Gives his post."""
    with transaction.atomic():
        kunci(tugas)
        sebagai = pastikan_giliran(pegawai, tugas)
        if not Tugas.objects.terbuka().filter(pk=tugas.pk).exists():
            raise Ditolak("Isian ini sudah dikirim; minta penghimpun mengembalikannya bila perlu diubah.")
        yield sebagai


def simpan_semua(*, pegawai, tugas, lembar, perubahan: dict[str, str]):
    """Store the changed cells (name -> text) of a sheet in one transaction."""
    if not perubahan:
        return
    with mengisi(pegawai, tugas) as sebagai:
        kunci_lembar(tugas.instansi, tugas.pelaksanaan.tahun)
        if any(nama.startswith("t-") for nama in perubahan):
            kunci_laporan(mulai(pegawai=pegawai, tugas=tugas, sebagai=sebagai), pegawai, sebagai)
        for nama, teks in perubahan.items():
            simpan_sel(pegawai=pegawai, sebagai=sebagai, tugas=tugas, lembar=lembar, nama=nama, teks=teks)


def simpan_sel(*, pegawai, sebagai, tugas, lembar, nama, teks):
    """Store one cell, unless it holds just that; the cell must be one of the sheet (KeyError)."""
    if lembar.tersimpan[nama] == teks:
        return
    jenis, kunci_sel = nama.split("-", 1)
    SIMPAN[jenis](pegawai, sebagai, tugas, kunci_sel, teks)


def _simpan_realisasi(pegawai, sebagai, tugas, kunci_sel, teks):
    pk, periode = kunci_sel.split("-")
    isi_realisasi(
        pegawai=pegawai,
        indikator=Indikator.objects.get(pk=pk),
        periode=periode,
        tertulis=teks,
        boleh_semua=True,
        sebagai=sebagai,
        rujukan=tugas.kunci,
    )


def _simpan_anggaran(pegawai, sebagai, tugas, kunci_sel, teks):
    isi_anggaran(
        pegawai=pegawai,
        anggaran=Anggaran.objects.get(pk=kunci_sel),
        realisasi=teks,
        boleh_semua=True,
        sebagai=sebagai,
        rujukan=tugas.kunci,
    )


def _simpan_teks(pegawai, sebagai, tugas, kunci_sel, teks):
    """Text goes into the report of the case, started by the first who writes, under the name of the unit."""
    simpan_narasi(
        pegawai=pegawai,
        laporan=mulai(pegawai=pegawai, tugas=tugas, sebagai=sebagai),
        bagian=kunci_sel,
        teks=teks,
        unit=tugas.unit,
        sebagai=sebagai,
    )


SIMPAN = {"r": _simpan_realisasi, "a": _simpan_anggaran, "t": _simpan_teks}
