"""Sending work back with what its page says: points of correction are raised on the version that was read."""

from django.db import transaction

from lapkin.alur import actions
from lapkin.laporan.actions import catat_poin

from .dokumen_kasus import yang_dibaca


@transaction.atomic
def kembalikan_dengan_poin(*, pegawai, tugas, terbawa, catatan, **pengembalian):
    """Send the work back; `terbawa`: what the form of the work gives along (`IsianTugas.terbawa`).

    `pengembalian`: `tujuan` and `daftar_jabatan` of `alur.actions.kembalikan`. Raises Ditolak as that act does, and
    when the points are about a version that is no longer the newest.
    """
    actions.kunci(tugas)
    sebagai = actions.pastikan_giliran(pegawai, tugas)
    actions.pastikan_terbuka(tugas)
    if daftar_poin := terbawa.get("poin"):
        versi = yang_dibaca(tugas, terbawa["sidik"]).versi
        for poin in daftar_poin:
            catat_poin(pegawai=pegawai, versi=versi, isi=poin, sebagai=sebagai)
    if pemeriksaan := terbawa.get("catatan"):
        catatan = f"{catatan}\nCatatan pemeriksaan: {pemeriksaan}"
    return actions.kembalikan(pegawai=pegawai, tugas=tugas, catatan=catatan, **pengembalian)
