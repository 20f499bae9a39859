"""Noting that an SOP in force was monitored or evaluated."""

from django.db import transaction

from lapkin.jejak.actions import catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import hari_ini

from ..models import Peninjauan, RevisiSop
from .pindah import sebagai_pemindah
from .revisi import kunci_sop


@transaction.atomic
def catat_peninjauan(*, pegawai, sop, jenis, tanggal, catatan="", berkas=None, berkas_word=None):
    """Note one review (`jenis`: a Peninjauan.Jenis) held on a day; the next one is due from that day on.

    By the SOP's penanggung jawab or the administrator. `berkas`, `berkas_word`: the filled monitoring form, frozen
    as PDF and Word.
    """
    sop = kunci_sop(sop)
    revisi = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    if revisi is None:
        raise Ditolak("Tidak ada revisi SOP ini yang berlaku, jadi tidak ada yang ditinjau.")
    sebagai = sebagai_pemindah(pegawai, sop, revisi.dibaca())
    if not sebagai:
        raise Ditolak("Hanya penanggung jawab SOP ini atau pengelola yang dapat mencatat peninjauan.")
    if tanggal > hari_ini(sop.instansi):
        raise Ditolak("Tanggal peninjauan belum tiba. Catat peninjauan sesudah dilakukan.")
    jenis = Peninjauan.Jenis(jenis)
    tinjauan = Peninjauan.objects.create(
        sop=sop,
        revisi=revisi,
        jenis=jenis,
        tanggal=tanggal,
        catatan=catatan.strip(),
        berkas=berkas,
        berkas_word=berkas_word,
        pegawai=pegawai,
        sebagai=sebagai,
    )
    catat(
        rantai=sop.instansi.kunci,
        pegawai=pegawai,
        sebagai=sebagai,
        jenis="sop.ditinjau",
        objek=sop.kunci,
        uraian=f"{jenis.label} SOP “{sop}” revisi {revisi.urutan} dilakukan {tanggal.isoformat()}.",
        data={
            "urutan": revisi.urutan,
            "jenis": jenis.value,
            "tanggal": tanggal.isoformat(),
            "berkas": berkas.sha256 if berkas else "",
            "berkas_word": berkas_word.sha256 if berkas_word else "",
        },
    )
    return tinjauan
