"""The life of a revision: begun as a draft, thrown away, revoked; how it comes into force is in pengesahan.py.

Every act locks the Sop row first, so that two people who act on one SOP at one moment come one after the other.
"""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from lapkin.jejak.actions import catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import pastikan_mengelola
from lapkin.sop.sop import TanggalTercetak, ke_json, masalah_sop

from ..keutuhan import DICABUT
from ..models import Pelaksanaan, RevisiSop, Sop
from ..queries import sebagai_pencabut, urutan_berikut
from ..queries.keutuhan import saat_tercatat


def kunci_sop(sop) -> Sop:
    """Lock an SOP; the acts on its revisions come one after the other."""
    return Sop.objects.select_for_update().get(pk=getattr(sop, "pk", sop))


def pastikan_dapat_dijalankan(isi) -> None:
    """Raises Ditolak, with every reason, when an SOP cannot be run: before it comes into force or a case starts."""
    if daftar_masalah := masalah_sop(isi):
        raise Ditolak(f"SOP ini tidak dapat dijalankan. {' '.join(daftar_masalah)}")


@transaction.atomic
def buat_draf_revisi(*, pegawai, sop, catatan):
    """Begin a revision as a copy of the one in force (or of the last one that was in force); gives the draft.

    Its number, its dates of revision, effect and approval, and the signature block's person are left blank: they
    belong to the paper that will be signed (PermenPAN-RB 35/2012).
    """
    sop = kunci_sop(sop)
    pastikan_mengelola(pegawai, sop.instansi)
    catatan = catatan.strip()
    if not catatan:
        raise Ditolak("Tuliskan mengapa SOP ini direvisi.")
    if sop.daftar_revisi.filter(status=RevisiSop.Status.DRAF).exists():
        raise Ditolak("SOP ini sudah mempunyai draf revisi; lanjutkan atau buang draf itu dahulu.")
    asal = _terakhir_berlaku(sop)
    if asal is None:
        raise Ditolak("SOP ini belum mempunyai revisi yang dapat disalin.")
    draf = sop.daftar_revisi.create(
        urutan=urutan_berikut(sop),
        isi=ke_json(_tanpa_pengesahan(asal.dibaca())),
        asal=asal,
        catatan=catatan,
        pembuat=pegawai,
    )
    catat_revisi(
        draf,
        pegawai,
        "sop.draf_dibuat",
        f"Draf revisi {draf.urutan} SOP “{sop}” dibuat: {catatan}",
        asal=asal.urutan,
    )
    return draf


def _terakhir_berlaku(sop):
    """The revision in force, else the one that was in force last; numbers don't tell, they are given to drafts."""
    return sop.daftar_revisi.exclude(status=RevisiSop.Status.DRAF).order_by("-berlaku_pada", "-pk").first()


def _tanpa_pengesahan(isi):
    kosong = TanggalTercetak()
    identitas = replace(
        isi.identitas,
        nomor="",
        tanggal_revisi=kosong,
        tanggal_efektif=kosong,
        tanggal_pengesahan=kosong,
        pengesah=replace(isi.identitas.pengesah, nama="", pangkat="", nip=""),
    )
    return replace(isi, identitas=identitas)


@transaction.atomic
def buang_draf(*, pegawai, revisi):
    """Throw a draft away; the trail keeps that it was there."""
    sop = kunci_sop(revisi.sop_id)
    pastikan_mengelola(pegawai, sop.instansi)
    revisi = draf_terkini(revisi)
    catat_revisi(
        revisi,
        pegawai,
        "sop.draf_dibuang",
        f"Draf revisi {revisi.urutan} SOP “{sop}” dibuang.",
        sidik=revisi.sidik,
    )
    revisi.delete()


@transaction.atomic
def cabut(*, pegawai, sop, alasan):
    """Revoke an SOP without a successor: by the holder of its pengesah's post, else by the office's administrator.

    Refused while cases run: they would go on by rules that no longer hold.
    """
    sop = kunci_sop(sop)
    alasan = alasan.strip()
    revisi = sop.daftar_revisi.filter(status=RevisiSop.Status.BERLAKU).first()
    if revisi is None:
        raise Ditolak("Tidak ada revisi SOP ini yang berlaku.")
    sebagai = _pastikan_boleh_mencabut(pegawai, revisi)
    if not alasan:
        raise Ditolak("Sebutkan alasan atau dasar pencabutan SOP ini.")
    if berjalan := sop.daftar_pelaksanaan.filter(status=Pelaksanaan.Status.BERJALAN).count():
        raise Ditolak(f"Masih ada {berjalan} pekerjaan yang berjalan menurut SOP ini. Selesaikan dahulu.")
    kini = timezone.now()
    RevisiSop.objects.filter(pk=revisi.pk).update(status=RevisiSop.Status.DICABUT, dicabut_pada=kini)
    catat_revisi(
        revisi,
        pegawai,
        DICABUT,
        f"SOP “{sop}” revisi {revisi.urutan} dicabut: {alasan}",
        sebagai=sebagai,
        sidik=revisi.sidik,
        dicabut_pada=saat_tercatat(kini),
    )


def _pastikan_boleh_mencabut(pegawai, revisi) -> str:
    if sebagai := sebagai_pencabut(pegawai, revisi):
        return sebagai
    siapa = "pemegang jabatan pengesah" if revisi.pengesah_id else f"pengelola {revisi.sop.instansi}"
    raise Ditolak(f"Hanya {siapa} yang dapat mencabut SOP ini.")


def draf_terkini(revisi) -> RevisiSop:
    """The draft as it stands now, under the lock of its SOP; raises Ditolak when it is no draft (any more)."""
    terkini = (
        RevisiSop.objects.select_for_update(of=("self",))
        .select_related("sop__instansi")
        .filter(pk=revisi.pk)
        .first()
    )
    if terkini is None:
        raise Ditolak("Draf ini sudah dibuang.")
    if terkini.status != RevisiSop.Status.DRAF:
        raise Ditolak(
            "Revisi ini sudah disahkan dan tidak dapat diubah lagi. Buat draf revisi baru untuk mengubahnya."
        )
    return terkini


def catat_revisi(revisi, pegawai, jenis, uraian, *, sebagai="", **data) -> None:
    """The event of an act on a revision, with its number."""
    catat(
        rantai=revisi.sop.instansi.kunci,
        pegawai=pegawai,
        sebagai=sebagai,
        jenis=jenis,
        objek=revisi.sop.kunci,
        uraian=uraian,
        data={"urutan": revisi.urutan, **data},
    )
