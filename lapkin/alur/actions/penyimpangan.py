"""Departing from the SOP in one case: skipping the present step or adding one, by its penanggung jawab alone."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak
from lapkin.sop.sop import masalah_sop

from ..models import LangkahTambahan, Pelaksanaan, Tugas
from ..queries import halangan_lewati, ikatan, langkah_kini, sebagai_penanggung_jawab, tenggat_langkah
from ..tambahan import JENIS_TAMBAHAN, baca_langkah, dengan_tambahan, langkah_tambahan, tulis_langkah
from .giliran import beralasan, catat_pelaksanaan, kunci_berjalan
from .kabar import kabari, pemilik
from .pembukaan import buka_sesudah

TANPA_ALASAN = "Sebutkan alasan menyimpang dari SOP; alasan tercetak pada jejak."


def pastikan_penanggung_jawab(pegawai, pelaksanaan) -> str:
    """As what the officer answers for the SOP of a case today; raises Ditolak when he does not."""
    if sebagai := sebagai_penanggung_jawab(pegawai, pelaksanaan):
        return sebagai
    raise Ditolak(
        "Hanya penanggung jawab SOP ini, yaitu "
        f"{pelaksanaan.dibaca().penanggung_jawab_berlaku}, yang dapat melewati atau menyisipkan langkah."
    )


@transaction.atomic
def lewati(*, pegawai, pelaksanaan, kode, alasan):
    """Close the open tasks of the present step (`kode`) as skipped and open what follows.

    Raises Ditolak when the officer does not answer for the SOP, the case has gone on meanwhile, there is no reason,
    or the case could not go on without the step (`halangan_lewati`).
    """
    sebagai, langkah, tahap = _pastikan_di(pegawai, pelaksanaan, kode)
    alasan = beralasan(alasan, TANPA_ALASAN)
    if halangan := halangan_lewati(pelaksanaan, langkah, tahap):
        raise Ditolak(f"“{langkah.kegiatan}” tidak dapat dilewati: {' Juga, '.join(halangan)}")
    terbuka = Tugas.objects.terbuka().filter(pelaksanaan=pelaksanaan, langkah=langkah.kode)
    dilewati = list(terbuka.select_related("jabatan", "tim", "penerima"))
    terbuka.tutup(Tugas.Status.DILEWATI, catatan=alasan, pelaku=pegawai, sebagai=sebagai)
    for tugas in dilewati:
        teks = f"{langkah.kegiatan} ({pelaksanaan}) dilewati oleh {pegawai}: {alasan}"
        kabari(tugas, pemilik(tugas) - {pegawai}, teks)
    dibuka = buka_sesudah(pelaksanaan, langkah)
    catat_pelaksanaan(
        pelaksanaan,
        pegawai,
        "langkah.dilewati",
        f"{sebagai} melewati langkah “{langkah.kegiatan}”: {alasan}",
        sebagai=sebagai,
        langkah=langkah.kode,
        alasan=alasan,
        dibuka=dibuka,
    )
    return dibuka


@transaction.atomic
def sisipkan(*, pegawai, pelaksanaan, kode, kegiatan, peran, jenis, waktu, alasan):
    """Add a step behind the present one (`kode`); it is opened when that one is done, and runs like any other.

    `peran` is a role of the SOP, `jenis` one of JENIS_TAMBAHAN, `waktu` a time as printed ("2 hari").
    Raises Ditolak like `lewati`, and for what an SOP could not say either.
    """
    sebagai, kini, _ = _pastikan_di(pegawai, pelaksanaan, kode)
    alasan, kegiatan = beralasan(alasan, TANPA_ALASAN), kegiatan.strip()
    isi = pelaksanaan.dibaca()
    if not kegiatan:
        raise Ditolak("Tuliskan kegiatan langkah tambahan ini.")
    if jenis not in JENIS_TAMBAHAN:
        raise Ditolak("Langkah tambahan hanya dapat berupa pemeriksaan, rapat, disposisi, atau penyusunan.")
    if not ikatan(pelaksanaan.sop_id, [peran]):
        raise Ditolak(f"Belum ada jabatan atau tim untuk peran {peran}.")
    langkah = langkah_tambahan(
        isi,
        kini,
        kegiatan=kegiatan,
        peran=peran,
        jenis=jenis,
        waktu=waktu.strip(),
        alasan=alasan,
        terpakai=_kode_terpakai(pelaksanaan),
    )
    if _sudah_disisipkan(pelaksanaan, kini, langkah):
        raise Ditolak(f"Langkah “{kegiatan}” yang sama sudah disisipkan sesudah langkah ini.")
    teks = tulis_langkah(langkah)
    if masalah := masalah_sop(dengan_tambahan(isi, ((kini.kode, teks),))):
        raise Ditolak(" ".join(masalah))
    _pastikan_bertenggat(pelaksanaan, langkah)
    pelaksanaan.daftar_langkah_tambahan.create(
        kode=langkah.kode, sesudah=kini.kode, isi=teks, alasan=alasan, pembuat=pegawai
    )
    pelaksanaan.baca_ulang()
    catat_pelaksanaan(
        pelaksanaan,
        pegawai,
        "langkah.disisipkan",
        f"{sebagai} menyisipkan langkah “{kegiatan}” ({peran}, {waktu.strip()}) sesudah “{kini.kegiatan}”: {alasan}",
        sebagai=sebagai,
        langkah=langkah.kode,
        sesudah=kini.kode,
        isi=teks,
        alasan=alasan,
    )
    return LangkahTambahan.objects.get(pelaksanaan=pelaksanaan, kode=langkah.kode)


def _sudah_disisipkan(pelaksanaan, kini, langkah) -> bool:
    """Whether the same row stands there already, as after a second click: an added step cannot be taken out again."""
    daftar = pelaksanaan.daftar_langkah_tambahan.filter(sesudah=kini.kode).values_list("isi", flat=True)
    return any(replace(baca_langkah(isi), kode=langkah.kode, no=langkah.no) == langkah for isi in daftar)


def _kode_terpakai(pelaksanaan) -> set[str]:
    """The steps that the case has worked or was given, also those that its revision has no more."""
    return {
        *pelaksanaan.daftar_tugas.values_list("langkah", flat=True).order_by(),
        *pelaksanaan.daftar_langkah_tambahan.values_list("kode", flat=True).order_by(),
    }


def _pastikan_bertenggat(pelaksanaan, langkah):
    """A step of today's making is given no time that nobody can count to its end."""
    if tenggat_langkah(pelaksanaan, langkah, timezone.now())[1] is None:
        raise Ditolak(
            f"Waktu “{langkah.waktu_tercetak}” terlalu panjang: tenggatnya jatuh pada tahun yang hari liburnya "
            "belum diketahui. Tuliskan waktu yang lebih pendek."
        )


def _pastikan_di(pegawai, pelaksanaan: Pelaksanaan, kode):
    """Lock the case; (as what the officer answers for it, its present step, the open phase). Raises Ditolak."""
    if not kunci_berjalan(pelaksanaan.pk):
        raise Ditolak("Pekerjaan ini sudah selesai atau dibatalkan.")
    pelaksanaan.baca_ulang()
    sebagai = pastikan_penanggung_jawab(pegawai, pelaksanaan)
    langkah, tahap = langkah_kini(pelaksanaan)
    if langkah is None or langkah.kode != kode:
        raise Ditolak(
            "Pekerjaan ini sudah berpindah langkah sejak halaman Anda dibuka. Muat ulang halamannya."
        )
    return sebagai, langkah, tahap
