"""What the collector of a step does: send one unit's work back, close the collection with its gaps named."""

from django.db import transaction

from lapkin.jejak.ditolak import Ditolak

from ..models import Tugas
from ..queries import langkah_tugas, putaran_terakhir
from .giliran import catat_pelaksanaan, kunci, pastikan_giliran, pastikan_terbuka
from .jam import ikutkan_penghimpun
from .pembukaan import Pelaku, buka_tugas, lanjutkan
from .penutupan import simpan_output, tutup


@transaction.atomic
def kembalikan_unit(*, pegawai, tugas, tugas_unit, catatan):
    """The collector sends one unit's work back to it while the collection is still open."""
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    pastikan_terbuka(tugas)
    catatan = catatan.strip()
    if not tugas.penghimpun or not _satu_pengumpulan(tugas, tugas_unit):
        raise Ditolak("Isian unit ini tidak dapat dikembalikan dari tugas Anda.")
    if not catatan:
        raise Ditolak("Pengembalian harus disertai catatan: tuliskan apa yang perlu diperbaiki.")
    diubah = Tugas.objects.filter(pk=tugas_unit.pk, status=Tugas.Status.SELESAI).update(
        status=Tugas.Status.DIKEMBALIKAN, catatan=catatan
    )
    if not diubah:
        raise Ditolak("Isian unit ini belum masuk atau sudah dikembalikan.")
    langkah = langkah_tugas(tugas)
    putaran = putaran_terakhir(pelaksanaan, langkah.kode) + 1
    tahap = next(tahap for tahap in langkah.tahapan() if tahap.nomor == tugas.tahap)
    dibuka = buka_tugas(
        pelaksanaan,
        langkah,
        tahap,
        putaran,
        Pelaku(tugas_unit.peran, tugas_unit.jabatan, tugas_unit.tim),
        pesan=catatan,
        per_unit=True,
    )
    if dibuka[0].tenggat:
        ikutkan_penghimpun(dibuka[0])
    catat_pelaksanaan(
        pelaksanaan,
        pegawai,
        "unit.dikembalikan",
        f"{sebagai} mengembalikan isian {tugas_unit.unit or tugas_unit.jabatan}: {catatan}",
        tugas=tugas_unit,
        sebagai=sebagai,
        dibuka=dibuka,
    )
    return dibuka


@transaction.atomic
def tutup_pengumpulan(*, pegawai, tugas, catatan, output=()):
    """The collector closes the collection though units are missing; the gaps are named in the trail."""
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    catatan = catatan.strip()
    if not tugas.penghimpun:
        raise Ditolak("Hanya penghimpun yang dapat menutup pengumpulan.")
    if not catatan:
        raise Ditolak("Sebutkan alasan menutup pengumpulan sebelum semua unit masuk.")
    belum = list(_tugas_unit_terbuka(tugas).select_related("unit", "jabatan", "instansi"))
    nama_belum = [str(t.unit or t.jabatan or t.tim) for t in belum]
    _tugas_unit_terbuka(tugas).tutup(
        Tugas.Status.DITUTUP,
        catatan=f"Tidak masuk sampai pengumpulan ditutup: {catatan}",
        pelaku=pegawai,
        sebagai=sebagai,
    )
    tutup(tugas, Tugas.Status.SELESAI, pegawai, sebagai, catatan)
    simpan_output(tugas, output)
    dibuka = lanjutkan(pelaksanaan, tugas, daftar_nama=[nama for nama, _ in output])
    catat_pelaksanaan(
        pelaksanaan,
        pegawai,
        "pengumpulan.ditutup",
        f"{sebagai} menutup pengumpulan tanpa: {', '.join(nama_belum) or 'tidak ada yang kurang'}. {catatan}",
        tugas=tugas,
        sebagai=sebagai,
        belum=nama_belum,
        dibuka=dibuka,
    )
    return dibuka


def _tugas_unit_terbuka(tugas):
    return Tugas.objects.terbuka().filter(
        pelaksanaan=tugas.pelaksanaan_id, langkah=tugas.langkah, tahap=tugas.tahap, per_unit=True
    )


def _satu_pengumpulan(penghimpun, tugas_unit):
    return tugas_unit.per_unit and (
        (penghimpun.pelaksanaan_id, penghimpun.langkah, penghimpun.tahap)
        == (tugas_unit.pelaksanaan_id, tugas_unit.langkah, tugas_unit.tahap)
    )
