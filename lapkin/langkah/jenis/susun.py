"""Susun: making a paper from what is there. What is made depends on the kind of paper; one module each."""

from lapkin.alur.actions import selesaikan

from .. import susun_analisis, susun_format, susun_laporan
from ..dasar import mengerjakan, pastikan_dapat_dikerjakan, pesan_sesudah, sebagai_output
from ..isian_tugas import IsianTugas
from ..kertas_kasus import LAPORAN

TOMBOL = "Susun dan teruskan"
PENJELASAN = "Susun dokumen langkah ini dari data dan naskah yang sudah ada, lalu teruskan."
# Each: bagian (its part of the page), tambah_isian(form, tugas), konteks(tugas), siapkan(...) before the lock
# (prints, freezes), simpan(...) under it, which gives the Berkas.
CARA_SUSUN = {LAPORAN: susun_laporan, "format-data": susun_format}


class Isian(IsianTugas):
    """The fields of the paper that is made."""

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, tugas=tugas, pegawai=pegawai, **kwargs)
        cara_susun(tugas).tambah_isian(self, tugas)


def cara_susun(tugas):
    """The module that makes this task's paper; a paper of no kind of its own is written by the officer."""
    return CARA_SUSUN.get(tugas.naskah, susun_analisis)


def konteks(tugas, pegawai) -> dict:
    """The part of the page that belongs to this kind of paper."""
    cara = cara_susun(tugas)
    return {"bagian_susun": f"langkah/{cara.__name__.rsplit('.', 1)[-1]}.html", **cara.konteks(tugas)}


def kerjakan(*, pegawai, tugas, isian) -> str:
    """Make the paper (printing before the lock), keep it and pass it on; a second click keeps nothing."""
    sebagai = pastikan_dapat_dikerjakan(pegawai, tugas)
    cara = cara_susun(tugas)
    bahan = cara.siapkan(pegawai=pegawai, sebagai=sebagai, tugas=tugas, isian=isian)
    with mengerjakan(pegawai, tugas) as sebagai:
        berkas = cara.simpan(pegawai=pegawai, sebagai=sebagai, tugas=tugas, isian=isian, bahan=bahan)
        dibuka = selesaikan(pegawai=pegawai, tugas=tugas, output=sebagai_output(tugas, berkas))
    return pesan_sesudah(tugas, dibuka)
