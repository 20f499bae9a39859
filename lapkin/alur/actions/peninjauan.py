"""Noting that an SOP in force was monitored or evaluated."""

from django.db import transaction

from lapkin.bahasa.tanggal import panjang
from lapkin.jejak.actions import catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import hari_ini

from ..models import Peninjauan, RevisiSop
from ..queries import sebagai_pengurus_sop
from .revisi import kunci_sop


@transaction.atomic
def catat_peninjauan(*, pegawai, revisi, jenis, tanggal, catatan="", berkas=None, berkas_word=None):
    """Note one review (`jenis`: a Peninjauan.Jenis) of the revision in force; the next one is due from its day on.

    By the SOP's penanggung jawab or the administrator. `berkas`, `berkas_word`: the filled monitoring form, frozen
    as PDF and Word. Raises Ditolak also when the revision was replaced meanwhile, and for a day on which it was not
    in force or that is still to come: what is noted stays.
    """
    sop = kunci_sop(revisi.sop_id)
    berlaku = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    if berlaku is None:
        raise Ditolak("Tidak ada revisi SOP ini yang berlaku, jadi tidak ada yang ditinjau.")
    if berlaku != revisi:
        raise Ditolak(
            f"Revisi {berlaku.urutan} SOP ini sudah berlaku menggantikan yang Anda tinjau. "
            "Muat ulang halaman, lalu isi peninjauan menurut revisi itu."
        )
    sebagai = pastikan_boleh_meninjau(pegawai, berlaku, tanggal)
    jenis = Peninjauan.Jenis(jenis)
    sama = {"jenis": jenis, "tanggal": tanggal, "catatan": catatan.strip(), "pegawai": pegawai}
    if sop.daftar_peninjauan.filter(revisi=revisi, **sama).exists():
        raise Ditolak(f"{jenis.label} tanggal {panjang(tanggal)} dengan catatan itu sudah tercatat.")
    tinjauan = Peninjauan.objects.create(
        sop=sop,
        revisi=revisi,
        berkas=berkas,
        berkas_word=berkas_word,
        sebagai=sebagai,
        **sama,
    )
    catat(
        rantai=sop.instansi.kunci,
        pegawai=pegawai,
        sebagai=sebagai,
        jenis="sop.ditinjau",
        objek=sop.kunci,
        uraian=f"{jenis.label} SOP “{sop}” revisi {revisi.urutan} dilakukan {panjang(tanggal)}.",
        data={
            "urutan": revisi.urutan,
            "jenis": jenis.value,
            "tanggal": tanggal.isoformat(),
            "berkas": berkas.sha256 if berkas else "",
            "berkas_word": berkas_word.sha256 if berkas_word else "",
        },
    )
    return tinjauan


def pastikan_boleh_meninjau(pegawai, revisi, tanggal) -> str:
    """As what the officer may note a review of a revision in force held on a day; raises Ditolak."""
    sebagai = sebagai_pengurus_sop(pegawai, revisi.sop, revisi.dibaca())
    if not sebagai:
        raise Ditolak("Hanya penanggung jawab SOP ini atau pengelola yang dapat mencatat peninjauan.")
    instansi = revisi.sop.instansi
    mulai = hari_ini(instansi, revisi.berlaku_pada)
    if tanggal < mulai:
        raise Ditolak(
            f"Revisi {revisi.urutan} SOP ini baru berlaku di sini sejak {panjang(mulai)}; "
            "peninjauannya tidak dapat bertanggal sebelum hari itu."
        )
    if tanggal > hari_ini(instansi):
        raise Ditolak("Tanggal peninjauan belum tiba. Catat peninjauan sesudah dilakukan.")
    return sebagai
