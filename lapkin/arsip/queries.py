"""Reading the archive; an officer sees that of the own instansi."""

from django.db.models import Q

from lapkin.organisasi.queries import instansi_pegawai

from .models import Arsip, Pengiriman
from .retensi import Retensi, retensi


def arsip_untuk(pegawai):
    """The kept documents an officer may see."""
    return Arsip.objects.filter(instansi__in=instansi_pegawai(pegawai)).select_related(
        "instansi", "berkas", "klasifikasi", "pengarsip"
    )


def cari_arsip(pegawai, *, teks="", klasifikasi="", tahun=None):
    """Kept documents by words in title or place, by code and year."""
    daftar = arsip_untuk(pegawai)
    if klasifikasi:
        daftar = daftar.filter(klasifikasi__kode=klasifikasi)
    if tahun:
        daftar = daftar.filter(tahun=tahun)
    for kata in teks.split():
        daftar = daftar.filter(Q(judul__icontains=kata) | Q(lokasi__icontains=kata))
    return daftar


def daftar_tahun(pegawai) -> list[int]:
    """The years for which there is an archive, the latest first."""
    return list(arsip_untuk(pegawai).order_by("-tahun").values_list("tahun", flat=True).distinct())


def kiriman_untuk(pegawai):
    """The deliveries an officer may see."""
    return (
        Pengiriman.objects.filter(instansi__in=instansi_pegawai(pegawai))
        .select_related("instansi", "pengirim", "tanda_terima")
        .prefetch_related("daftar_berkas")
    )


def retensi_arsip(arsip) -> Retensi:
    """Until when a kept document is active and inactive."""
    klasifikasi = arsip.klasifikasi
    return retensi(arsip.tahun, klasifikasi.aktif, klasifikasi.inaktif, klasifikasi.get_nasib_display())
