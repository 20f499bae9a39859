"""The due moment of an open task: who may change it, who gave the task, and the last legal day that bounds it."""

from lapkin.organisasi.queries import mengelola

from ..models import Tugas
from ..tenggat import batas_tanggal
from .batas import batas_sop
from .giliran import sebagai_giliran, sebagai_penanggung_jawab
from .jam import kalender_kasus


def sebagai_pengatur_tenggat(pegawai, tugas, kini=None) -> str:
    """As what an officer may change the due moment of a task; "" when he may not. Never as its own holder only."""
    if sebagai := sebagai_penanggung_jawab(pegawai, tugas.pelaksanaan, kini):
        return sebagai
    if mengelola(pegawai, tugas.pelaksanaan.instansi):
        return "Pengelola"
    for pemberi in daftar_pemberi(tugas):
        if sebagai := sebagai_giliran(pegawai, pemberi, kini):
            return sebagai
    return ""


def daftar_pemberi(tugas):
    """The tasks whose holders gave this one: the penghimpun of a unit, and whatever was closed when it was opened."""
    sekasus = Tugas.objects.filter(pelaksanaan=tugas.pelaksanaan_id).exclude(pk=tugas.pk)
    daftar = []
    if tugas.per_unit:
        daftar = list(
            sekasus.filter(
                langkah=tugas.langkah, tahap=tugas.tahap, penghimpun=True, status=Tugas.Status.TERBUKA
            )
        )
    sebelum = sekasus.filter(ditutup_pada__lte=tugas.dibuka_pada, pelaku__isnull=False)
    return daftar + list(sebelum.order_by("-ditutup_pada", "-pk")[:1])


def batas_akhir(pelaksanaan):
    """(the end of the last legal day of a case, its legal basis); (None, "") where there is no such day."""
    batas = batas_sop(pelaksanaan.sop, pelaksanaan.dibaca(), pelaksanaan.tahun)
    if batas is None:
        return None, ""
    return batas_tanggal(batas.bulan_tanggal, pelaksanaan.tahun, kalender_kasus(pelaksanaan)), batas.dasar
