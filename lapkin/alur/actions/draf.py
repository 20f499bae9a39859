"""Making an SOP's first draft and editing drafts; whoever edits says which text the page was made from."""

from django.db import IntegrityError, transaction

from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.queries import jejak
from lapkin.organisasi.actions import pastikan_mengelola
from lapkin.sop.batas_isian import masalah_batas
from lapkin.sop.sop import ke_json

from ..models import RevisiSop, Sop
from .revisi import catat_revisi, draf_terkini, kunci_sop


class DrafBerubah(Ditolak):
    """Someone else has saved the draft since the page was made; what was typed is still to be saved."""


@transaction.atomic
def buat_sop(*, pegawai, instansi, isi):
    """Begin an SOP with a first draft; raises Ditolak when the office has an SOP of this kode."""
    pastikan_mengelola(pegawai, instansi)
    _pastikan_muat(isi)
    try:
        with transaction.atomic():
            sop = Sop.objects.create(instansi=instansi, kode=isi.kode, judul=Sop.judul_daftar(isi))
    except IntegrityError as salah:
        ada = Sop.objects.get(instansi=instansi, kode=isi.kode)
        raise Ditolak(f"SOP “{ada}” sudah ada di {instansi}. Beri nama lain.") from salah
    revisi = sop.daftar_revisi.create(urutan=1, isi=ke_json(isi), pembuat=pegawai)
    catat_revisi(revisi, pegawai, "sop.dibuat", f"SOP “{sop}” mulai disusun.", sidik=revisi.sidik)
    return revisi


@transaction.atomic
def sunting_draf(*, pegawai, revisi, sidik, edit):
    """Edit a draft by `edit`, which takes the Sop value and gives a Suntingan; returns that Suntingan.

    `sidik` is the SHA-256 of the text that the page was made from. Raises DrafBerubah when the draft has another
    text now, Ditolak when the revision is no draft or the officer does not manage the office. A form that was frozen
    for signing is no longer the one to sign.
    """
    kunci_sop(revisi.sop_id)
    revisi = draf_terkini(revisi)
    pastikan_mengelola(pegawai, revisi.sop.instansi)
    if revisi.sidik != sidik:
        raise DrafBerubah(
            f"Draf ini diubah {_pengubah(revisi)} sejak halaman Anda dibuka. "
            "Lihat susunannya yang terbaru, lalu simpan sekali lagi."
        )
    semula = revisi.dibaca_draf()
    suntingan = edit(semula)
    _pastikan_muat(suntingan.sop, semula)
    teks = ke_json(suntingan.sop)
    if teks == revisi.isi:
        return suntingan
    RevisiSop.objects.filter(pk=revisi.pk).update(isi=teks, berkas_dibaca=None, berkas_hasil=None)
    _samakan_judul(revisi.sop, suntingan.sop)
    revisi.isi = teks
    catat_revisi(revisi, pegawai, "sop.disunting", suntingan.uraian, sidik=revisi.sidik)
    return suntingan


def _pastikan_muat(isi, semula=None) -> None:
    """Raises Ditolak when a draft says more than Lapkin keeps, unless it did before."""
    lama = masalah_batas(semula) if semula else ()
    if baru := [kalimat for kalimat in masalah_batas(isi) if kalimat not in lama]:
        raise Ditolak(" ".join(baru))


def _samakan_judul(sop, isi):
    """An SOP that was never in force is listed under the title of its draft."""
    judul = Sop.judul_daftar(isi)
    pernah = sop.daftar_revisi.exclude(status=RevisiSop.Status.DRAF).exists()
    if judul and judul != sop.judul and not pernah:
        Sop.objects.filter(pk=sop.pk).update(judul=judul)


def _pengubah(revisi):
    """Who saved the draft last, as far as it can be told."""
    terakhir = jejak(revisi.sop.kunci).last()
    return terakhir.pegawai.nama if terakhir and terakhir.pegawai else "orang lain"
