"""Reading history: the trail of one thing, the head of a chain, and whether a chain is whole."""

from .actions import isi_peristiwa
from .models import KepalaRantai, Pemberitahuan, Peristiwa
from .rantai import AWAL, sidik


def jejak(objek: str):
    """The events of one thing (its text key), in order."""
    return Peristiwa.objects.filter(objek=objek).select_related("pegawai").order_by("rantai", "urut")


def kepala_rantai(rantai: str) -> KepalaRantai:
    """The head of a chain; an empty one when nothing has happened yet."""
    return KepalaRantai.objects.filter(rantai=rantai).first() or KepalaRantai(rantai=rantai)


def pemberitahuan_belum_dibaca(pegawai):
    """The notices an officer has not read yet."""
    return Pemberitahuan.objects.filter(penerima=pegawai, dibaca_pada=None)


def periksa_rantai(rantai: str) -> list[str]:
    """Every fault of a chain as an Indonesian sentence; an empty list when it is whole."""
    daftar_kesalahan = []
    sebelum, urut = AWAL, 0
    for peristiwa in Peristiwa.objects.filter(rantai=rantai).order_by("urut").iterator():
        urut += 1
        if peristiwa.urut != urut:
            daftar_kesalahan.append(f"Peristiwa ke-{urut} hilang: setelah itu tercatat nomor {peristiwa.urut}.")
            urut = peristiwa.urut
        if peristiwa.sidik_sebelum != sebelum:
            daftar_kesalahan.append(f"Peristiwa ke-{peristiwa.urut} tidak bersambung dengan peristiwa sebelumnya.")
        if peristiwa.sidik != sidik(isi_peristiwa(peristiwa), peristiwa.sidik_sebelum):
            daftar_kesalahan.append(f"Isi peristiwa ke-{peristiwa.urut} tidak cocok dengan sidiknya: telah diubah.")
        sebelum = peristiwa.sidik
    kepala = kepala_rantai(rantai)
    if (kepala.urut, kepala.sidik) != (urut, sebelum):
        daftar_kesalahan.append(f"Kepala rantai mencatat {kepala.urut} peristiwa, tersimpan {urut}.")
    return daftar_kesalahan
