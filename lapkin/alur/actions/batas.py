"""The last legal days of an office's reports, and which of them an SOP works towards."""

from datetime import date

from django.db import transaction

from lapkin.jejak.actions import catat
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import pastikan_mengelola

from ..models import BatasAkhir, JenisBatas, Sop
from .revisi import kunci_sop


@transaction.atomic
def atur_batas(*, pegawai, instansi, jenis, tahun, bulan_tanggal, dasar, tahun_itu_saja=False):
    """Set the last day ("02-28") of one kind of report from a reported year on, or for that year alone.

    Raises Ditolak for who does not manage the office, a day that is none, and without its legal basis.
    """
    pastikan_mengelola(pegawai, instansi)
    dasar = dasar.strip()
    if not dasar:
        raise Ditolak("Sebutkan dasar batas akhir ini: peraturan atau surat yang menetapkannya.")
    _pastikan_tanggal(bulan_tanggal, tahun, tahun_itu_saja)
    baris, baru = BatasAkhir.objects.update_or_create(
        instansi=instansi,
        jenis=JenisBatas(jenis),
        tahun=tahun,
        defaults={"bulan_tanggal": bulan_tanggal, "dasar": dasar, "tahun_itu_saja": tahun_itu_saja},
    )
    masa = f"untuk tahun {tahun} saja" if tahun_itu_saja else f"sejak tahun {tahun}"
    _catat(
        pegawai,
        instansi,
        "batas.ditambah" if baru else "batas.diubah",
        f"Batas akhir {baris.get_jenis_display().lower()} {masa}: {_tulis(bulan_tanggal)}. Dasar: {dasar}",
        baris,
    )
    return baris


@transaction.atomic
def hapus_batas(*, pegawai, batas):
    """Take an office's own last day away; the shipped one (or an earlier row) holds again."""
    pastikan_mengelola(pegawai, batas.instansi)
    if not BatasAkhir.objects.filter(pk=batas.pk).delete()[0]:
        raise Ditolak("Batas akhir ini sudah dihapus.")
    uraian = f"Batas akhir {batas.get_jenis_display().lower()} tahun {batas.tahun} dihapus."
    _catat(pegawai, batas.instansi, "batas.dihapus", uraian, batas)


@transaction.atomic
def pilih_batas(*, pegawai, sop, jenis):
    """Say which last day an SOP works towards; "" lets it follow from the SOP and the kind of its office."""
    sop = kunci_sop(sop)
    pastikan_mengelola(pegawai, sop.instansi)
    if jenis and jenis not in JenisBatas.values:
        raise Ditolak("Jenis batas akhir ini tidak dikenal; pilih dari daftar.")
    Sop.objects.filter(pk=sop.pk).update(batas=jenis)
    kata = JenisBatas(jenis).label.lower() if jenis else "mengikuti isi SOP dan jenis instansi"
    catat(
        rantai=sop.instansi.kunci,
        pegawai=pegawai,
        jenis="sop.batas_dipilih",
        objek=sop.kunci,
        uraian=f"Batas akhir SOP “{sop}”: {kata}.",
        data={"batas": jenis},
    )


def _pastikan_tanggal(bulan_tanggal, tahun, tahun_itu_saja):
    """A day of the following year; 29 February only where it is meant for one such year alone."""
    try:
        date.fromisoformat(f"{tahun + 1}-{bulan_tanggal}")
    except ValueError as salah:
        raise Ditolak(f"Tanggal batas akhir tidak ada pada tahun {tahun + 1}.") from salah
    if bulan_tanggal == "02-29" and not tahun_itu_saja:
        raise Ditolak(
            "29 Februari tidak ada setiap tahun; pilih 28 Februari, atau berlakukan untuk tahun itu saja."
        )


def _tulis(bulan_tanggal) -> str:
    bulan, tanggal = bulan_tanggal.split("-")
    return f"{int(tanggal)}-{int(bulan)} tahun berikutnya"


def _catat(pegawai, instansi, jenis, uraian, batas):
    catat(
        rantai=instansi.kunci,
        pegawai=pegawai,
        jenis=jenis,
        objek=instansi.kunci,
        uraian=uraian,
        data={
            "jenis": batas.jenis,
            "tahun": batas.tahun,
            "bulan_tanggal": batas.bulan_tanggal,
            "tahun_itu_saja": batas.tahun_itu_saja,
            "dasar": batas.dasar,
        },
    )
