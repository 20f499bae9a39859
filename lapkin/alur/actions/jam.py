"""The clock of one open task: stopping it while others are waited for, letting it run again, another due date."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from lapkin.bahasa.tanggal import saat
from lapkin.jejak.ditolak import Ditolak

from ..models import Jeda, Tugas
from ..queries import (
    batas_akhir,
    daftar_pemberi,
    hari_terakhir,
    jeda_berjalan,
    kalender_kasus,
    langkah_tugas,
    sebagai_pengatur_tenggat,
)
from ..tenggat import menit_kerja_antara, paling_awal, tenggat
from .giliran import beralasan, catat_pelaksanaan, kunci, pastikan_giliran, pastikan_terbuka
from .kabar import kabari, pemilik


@transaction.atomic
def tunda(*, pegawai, tugas, menunggu, alasan):
    """Stop the clock of a task while somebody else is waited for. Only its holder; raises Ditolak without a reason."""
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    pastikan_terbuka(tugas)
    menunggu, alasan = menunggu.strip(), alasan.strip()
    if not menunggu or not alasan:
        raise Ditolak("Sebutkan siapa yang ditunggu dan mengapa; keduanya tercetak pada jejak.")
    try:
        with transaction.atomic():
            Jeda.objects.create(
                tugas=tugas, menunggu=menunggu, alasan=alasan, dari=timezone.now(), pegawai=pegawai
            )
    except IntegrityError as salah:
        raise Ditolak("Jam tugas ini sudah dihentikan; lanjutkan dahulu sebelum menundanya lagi.") from salah
    kegiatan = langkah_tugas(tugas).kegiatan
    catat_pelaksanaan(
        pelaksanaan,
        pegawai,
        "tugas.ditunda",
        f"{sebagai} menunda “{kegiatan}”, menunggu {menunggu}: {alasan}",
        tugas=tugas,
        sebagai=sebagai,
        menunggu=menunggu,
        alasan=alasan,
    )
    _kabari_pemberi(tugas, pegawai, f"{kegiatan} ({pelaksanaan}) ditunda, menunggu {menunggu}: {alasan}")


@transaction.atomic
def lanjut(*, pegawai, tugas):
    """Let the clock of a task run again; its due moment moves by the working time that it stood still."""
    pelaksanaan = kunci(tugas)
    sebagai = pastikan_giliran(pegawai, tugas)
    pastikan_terbuka(tugas)
    if not akhiri_jeda(tugas):
        raise Ditolak("Jam tugas ini sedang berjalan; tidak ada yang dilanjutkan.")
    kegiatan = langkah_tugas(tugas).kegiatan
    catat_pelaksanaan(
        pelaksanaan,
        pegawai,
        "tugas.dilanjutkan",
        f"{sebagai} melanjutkan “{kegiatan}”{_kata_tenggat(tugas)}.",
        tugas=tugas,
        sebagai=sebagai,
        tenggat=tugas.tenggat and tugas.tenggat.isoformat(),
    )
    _kabari_pemberi(tugas, pegawai, f"{kegiatan} ({pelaksanaan}) dilanjutkan{_kata_tenggat(tugas)}")


@transaction.atomic
def ubah_tenggat(*, pegawai, tugas, tenggat, alasan):
    """Give one open task another due moment, for a reason that the trail prints; the one by the SOP is kept.

    By whoever gave the task, the penanggung jawab of the SOP or the pengelola. Raises Ditolak for a moment that has
    passed, and for one beyond the last legal day while that is still ahead. While the task's clock stands, what it
    stands from now on is what the new moment will move by.
    """
    pelaksanaan = kunci(tugas)
    pastikan_terbuka(tugas)
    sebagai = sebagai_pengatur_tenggat(pegawai, tugas)
    if not sebagai:
        raise Ditolak(
            "Tenggat diubah oleh pemberi tugas, penanggung jawab SOP, atau pengelola; mintalah kepada mereka."
        )
    alasan = beralasan(alasan, "Sebutkan alasan mengubah tenggat; alasan tercetak pada jejak.")
    tugas.refresh_from_db(fields=["tenggat", "tenggat_semula"])
    _pastikan_wajar(tugas, tenggat)
    lama = tugas.tenggat
    _pindahkan(tugas, tenggat)
    _hitung_jeda_dari_kini(tugas)
    kegiatan = langkah_tugas(tugas).kegiatan
    dari = f"dari {saat(timezone.localtime(lama))} " if lama else ""
    kalimat = f"tenggat “{kegiatan}” {dari}menjadi {saat(timezone.localtime(tenggat))}: {alasan}"
    catat_pelaksanaan(
        pelaksanaan,
        pegawai,
        "tenggat.diubah",
        f"{sebagai} mengubah {kalimat}",
        tugas=tugas,
        sebagai=sebagai,
        semula=lama and lama.isoformat(),
        tenggat=tenggat.isoformat(),
        alasan=alasan,
    )
    kabari(tugas, pemilik(tugas) - {pegawai}, f"{pelaksanaan}: {kalimat}")


def akhiri_jeda(tugas) -> bool:
    """End the pause of an open task, if it has one, and move its due moment. Under the lock of the case."""
    berjalan = jeda_berjalan(tugas)
    if berjalan is None:
        return False
    sekarang = timezone.now()
    Jeda.objects.filter(pk=berjalan.pk).update(sampai=max(sekarang, berjalan.dari))
    tugas.refresh_from_db(fields=["tenggat", "tenggat_semula"])
    if tugas.tenggat:
        _pindahkan(tugas, _bergeser(tugas, berjalan.dari, sekarang))
    return True


def _hitung_jeda_dari_kini(tugas):
    """Split the pause of a task at this moment: its due moment was set anew, and only what is yet to come moves it."""
    if berjalan := jeda_berjalan(tugas):
        kini = max(timezone.now(), berjalan.dari)
        Jeda.objects.filter(pk=berjalan.pk).update(sampai=kini)
        Jeda.objects.create(
            tugas=tugas,
            menunggu=berjalan.menunggu,
            alasan=berjalan.alasan,
            dari=kini,
            pegawai_id=berjalan.pegawai_id,
        )


def _bergeser(tugas, dari, sampai):
    """The due moment later by the working time between two moments.

    Neither a last day that the SOP prints nor the last legal day moves; one that had passed already bounds nothing.
    """
    kalender = kalender_kasus(tugas.pelaksanaan, max(sampai, tugas.tenggat))
    lama = menit_kerja_antara(dari, sampai, kalender)
    terakhir = hari_terakhir(tugas.pelaksanaan, langkah_tugas(tugas), kalender)
    akhir, _ = batas_akhir(tugas.pelaksanaan)
    tetap = [terakhir, akhir if akhir and akhir > sampai else None]
    return paling_awal(
        tenggat(tugas.tenggat, lama, kalender), *(hari for hari in tetap if hari and hari >= tugas.tenggat)
    )


def _pindahkan(tugas, baru):
    """Store another due moment of a task, and let its penghimpun wait as long as the last of the units may take."""
    if baru == tugas.tenggat:
        return
    semula = tugas.tenggat_semula or tugas.tenggat
    Tugas.objects.filter(pk=tugas.pk).update(tenggat=baru, tenggat_semula=semula)
    tugas.tenggat, tugas.tenggat_semula = baru, semula
    if tugas.per_unit:
        ikutkan_penghimpun(tugas)


def ikutkan_penghimpun(tugas):
    """The penghimpun of a unit's task is due no earlier than that unit."""
    penghimpun = Tugas.objects.terbuka().filter(
        pelaksanaan=tugas.pelaksanaan_id, langkah=tugas.langkah, tahap=tugas.tahap, penghimpun=True
    )
    for satu in penghimpun.filter(tenggat__lt=tugas.tenggat):
        _hitung_jeda_dari_kini(satu)
        Tugas.objects.filter(pk=satu.pk).update(
            tenggat=tugas.tenggat, tenggat_semula=satu.tenggat_semula or satu.tenggat
        )


def _pastikan_wajar(tugas, tenggat_baru):
    if tenggat_baru <= timezone.now():
        raise Ditolak("Tenggat baru sudah lewat; pilih hari kerja yang akan datang.")
    if tenggat_baru == tugas.tenggat:
        raise Ditolak("Tenggat baru sama dengan tenggat sekarang.")
    akhir, dasar = batas_akhir(tugas.pelaksanaan)
    if akhir and timezone.now() < akhir < tenggat_baru:
        raise Ditolak(
            f"Tenggat tidak boleh sesudah batas akhir {saat(timezone.localtime(akhir))} ({dasar}). "
            "Bila batasnya diperpanjang, catat dahulu pada halaman batas akhir SOP."
        )


def _kata_tenggat(tugas) -> str:
    return f"; tenggatnya {saat(timezone.localtime(tugas.tenggat))}" if tugas.tenggat else ""


def _kabari_pemberi(tugas, pegawai, teks):
    kabari(tugas, pemilik(*daftar_pemberi(tugas)) - {pegawai}, teks)
