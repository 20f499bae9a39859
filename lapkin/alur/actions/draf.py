"""Making an SOP's first draft and editing drafts; whoever edits says which text the page was made from."""

from django.db import IntegrityError, transaction

from lapkin.jejak.actions import catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.queries import jejak
from lapkin.sop.sop import ke_json

from ..models import RevisiSop, Sop
from .revisi import kunci_sop


class DrafBerubah(Ditolak):
    """Someone else has saved the draft since the page was made; what was typed is still to be saved."""


@transaction.atomic
def buat_sop(*, pegawai, instansi, isi):
    """Begin an SOP with a first draft; raises Ditolak when the office has an SOP of this kode."""
    try:
        with transaction.atomic():
            sop = Sop.objects.create(instansi=instansi, kode=isi.kode, judul=isi.identitas.judul_baku)
    except IntegrityError as salah:
        raise Ditolak(f"SOP dengan kode “{isi.kode}” sudah ada di {instansi}. Beri nama lain.") from salah
    revisi = sop.daftar_revisi.create(urutan=1, isi=ke_json(isi), pembuat=pegawai)
    _catat(pegawai, revisi, "sop.dibuat", f"SOP “{sop}” mulai disusun.")
    return revisi


@transaction.atomic
def sunting_draf(*, pegawai, revisi, sidik, edit):
    """Edit a draft by `edit`, which takes the Sop value and gives a Suntingan; returns that Suntingan.

    `sidik` is the SHA-256 of the text that the page was made from. Raises DrafBerubah when the draft has another
    text now, Ditolak when the revision is no draft. A form that was frozen for signing is no longer the one to sign.
    """
    revisi = _kunci_draf(revisi)
    if revisi.sidik != sidik:
        raise DrafBerubah(
            f"Draf ini diubah {_pengubah(revisi)} sejak halaman Anda dibuka. "
            "Lihat susunannya yang terbaru, lalu simpan sekali lagi."
        )
    suntingan = edit(revisi.dibaca_draf())
    teks = ke_json(suntingan.sop)
    if teks == revisi.isi:
        return suntingan
    RevisiSop.objects.filter(pk=revisi.pk).update(isi=teks, berkas_dibaca=None, berkas_hasil=None)
    _samakan_judul(revisi.sop, suntingan.sop)
    revisi.isi = teks
    _catat(pegawai, revisi, "sop.disunting", suntingan.uraian)
    return suntingan


def _kunci_draf(revisi):
    """The draft as it stands now; the SOP's row is locked first, as by every act on its revisions."""
    kunci_sop(revisi.sop_id)
    kini = RevisiSop.objects.select_related("sop__instansi").filter(pk=revisi.pk).first()
    if kini is None:
        raise Ditolak("Draf ini sudah dibuang.")
    if kini.status != RevisiSop.Status.DRAF:
        raise Ditolak(f"{kini} bukan draf, jadi tidak dapat diubah. Buat draf revisi baru untuk mengubahnya.")
    return kini


def _samakan_judul(sop, isi):
    """An SOP that was never in force is listed under the title of its draft."""
    judul = isi.identitas.judul_baku[:300]
    pernah = sop.daftar_revisi.exclude(status=RevisiSop.Status.DRAF).exists()
    if judul and judul != sop.judul and not pernah:
        Sop.objects.filter(pk=sop.pk).update(judul=judul)


def _pengubah(revisi):
    """Who saved the draft last, as far as it can be told."""
    terakhir = jejak(revisi.sop.kunci).last()
    return terakhir.pegawai.nama if terakhir and terakhir.pegawai else "orang lain"


def _catat(pegawai, revisi, jenis, uraian):
    catat(
        rantai=revisi.sop.instansi.kunci,
        pegawai=pegawai,
        jenis=jenis,
        objek=revisi.sop.kunci,
        uraian=uraian,
        data={"revisi": revisi.urutan, "sidik": revisi.sidik},
    )
