"""The clock of one open task: stopping it while others are waited for, letting it run again, another due date."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from lapkin.bahasa.tanggal import saat
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import instansi_dikelola

from ..models import Jeda, Tugas
from ..queries import (
    batas_sop,
    hari_terakhir,
    jeda_berjalan,
    kalender_kasus,
    langkah_tugas,
    sebagai_giliran,
    sebagai_penanggung_jawab,
)
from ..tenggat import batas_tanggal, menit_kerja_antara, paling_awal, tenggat
from .giliran import beralasan, catat_pelaksanaan, kunci, pastikan_giliran, pastikan_terbuka
from .kabar import kabari, pemilik


@transaction.atomic
def jeda(*, pegawai, tugas, menunggu, alasan):
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


def sebagai_pengatur_tenggat(pegawai, tugas, kini=None) -> str:
    """As what an officer may change the due moment of a task; "" when he may not. Never as its own holder only."""
    if sebagai := sebagai_penanggung_jawab(pegawai, tugas.pelaksanaan, kini):
        return sebagai
    if instansi_dikelola(pegawai).filter(pk=tugas.pelaksanaan.instansi_id).exists():
        return "Pengelola"
    for pemberi in _daftar_pemberi(tugas):
        if sebagai := sebagai_giliran(pegawai, pemberi, kini):
            return sebagai
    return ""


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
    akhir, _ = _batas_akhir(tugas.pelaksanaan)
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
    akhir, dasar = _batas_akhir(tugas.pelaksanaan)
    if akhir and timezone.now() < akhir < tenggat_baru:
        raise Ditolak(
            f"Tenggat tidak boleh sesudah batas akhir {saat(timezone.localtime(akhir))} ({dasar}). "
            "Bila batasnya diperpanjang, catat dahulu pada halaman batas akhir SOP."
        )


def _batas_akhir(pelaksanaan):
    """(the end of the last legal day of a case, its legal basis); (None, "") where there is no such day."""
    batas = batas_sop(pelaksanaan.sop, pelaksanaan.dibaca(), pelaksanaan.tahun)
    if batas is None:
        return None, ""
    return batas_tanggal(batas.bulan_tanggal, pelaksanaan.tahun, kalender_kasus(pelaksanaan)), batas.dasar


def _daftar_pemberi(tugas):
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


def _kata_tenggat(tugas) -> str:
    return f"; tenggatnya {saat(timezone.localtime(tugas.tenggat))}" if tugas.tenggat else ""


def _kabari_pemberi(tugas, pegawai, teks):
    kabari(tugas, pemilik(*_daftar_pemberi(tugas)) - {pegawai}, teks)
