"""Whom an act tells: those whose turn a task is, and the notice that leads them to it."""

from django.urls import reverse

from lapkin.jejak.actions import beri_tahu
from lapkin.organisasi.queries import anggota, pelimpahan_berlaku, pemegang_jabatan
from lapkin.sop.bagan import MELEKAT_JABATAN


def yang_diberi_tahu(daftar_tugas):
    """(task, officer) for everyone whose turn it is: its receiver alone, else by post, delegation or team."""
    for tugas in daftar_tugas:
        if tugas.penerima_id:
            yield tugas, tugas.penerima
    menurut_sop = [tugas for tugas in daftar_tugas if not tugas.penerima_id]
    yield from _menurut_jabatan([tugas for tugas in menurut_sop if tugas.jabatan_id])
    for tugas in menurut_sop:
        if tugas.tim_id:
            yield from ((tugas, pegawai) for pegawai in anggota(tugas.tim_id))


def pemilik(*daftar_tugas):
    """The officers whose turn some tasks are, each once."""
    return {pegawai for _, pegawai in yang_diberi_tahu(daftar_tugas)}


def kabari(tugas, daftar_pegawai, teks):
    """One notice to each of these officers, with the way to the task."""
    beri_tahu((pegawai, teks, reverse("tugas", args=[tugas.pk])) for pegawai in set(daftar_pegawai))


def _menurut_jabatan(daftar_tugas):
    if not daftar_tugas:
        return
    daftar_jabatan = {tugas.jabatan_id for tugas in daftar_tugas}
    pemegang = pemegang_jabatan(daftar_jabatan)
    dapat_dilimpahkan = {tugas.jabatan_id for tugas in daftar_tugas if tugas.jenis not in MELEKAT_JABATAN}
    limpahan = list(pelimpahan_berlaku(dapat_dilimpahkan)) if dapat_dilimpahkan else []
    for tugas in daftar_tugas:
        yield from ((tugas, penugasan.pegawai) for penugasan in pemegang.get(tugas.jabatan_id, ()))
        if tugas.jenis not in MELEKAT_JABATAN:
            yield from ((tugas, p.pegawai) for p in limpahan if p.jabatan_id == tugas.jabatan_id)
