"""The last legal day of a report, the schedule counted back from it, and what a case has to spare."""

from django.utils import timezone

from ..batas import Batas, JadwalMundur, batas_tahun, cadangan, jadwal_mundur, jenis_batas
from ..jam_giliran import lama_langkah
from ..models import BatasAkhir
from .jam import giliran_tugas, satuan_waktu


def batas_sop(sop, isi, tahun) -> Batas | None:
    """The last legal day that an SOP (its value `isi`) works towards for a reported year; None before there was one."""
    jenis = jenis_batas(isi, sop.instansi.jenis, sop.batas)
    baris = BatasAkhir.objects.filter(instansi=sop.instansi, jenis=jenis)
    return batas_tahun(
        jenis,
        tahun,
        [
            Batas(
                jenis=satu.jenis,
                sejak=satu.tahun,
                bulan_tanggal=satu.bulan_tanggal,
                dasar=satu.dasar,
                tahun_itu_saja=satu.tahun_itu_saja,
            )
            for satu in baris
        ],
    )


def jadwal_sop(sop, isi, tahun, kalender) -> JadwalMundur | None:
    """The steps of an SOP value counted back from its last legal day; None where there is no such day.

    None also where the times add up to more than any calendar holds ("9999 bulan"): then no day can be named.
    """
    batas = batas_sop(sop, isi, tahun)
    if batas is None or not isi.daftar_langkah_kerja:
        return None
    try:
        return jadwal_mundur(isi, tahun, batas, kalender, satuan_waktu(sop.instansi))
    except OverflowError:
        return None


def cadangan_kasus(pelaksanaan, kalender, pada=None):
    """(schedule, working minutes to spare now) of a running case; either may be None.

    The present step counts with what is left of its standard time in this round; steps behind it don't count.
    """
    jadwal = jadwal_sop(pelaksanaan.sop, pelaksanaan.dibaca(), pelaksanaan.tahun, kalender)
    kini = pelaksanaan.daftar_tugas.terbuka().order_by("urutan", "-putaran").first()
    if jadwal is None or kini is None:
        return jadwal, None
    pada = pada or timezone.now()
    daftar = giliran_tugas(pelaksanaan.daftar_tugas.filter(langkah=kini.langkah))
    terpakai = lama_langkah(daftar, kalender, pada)[kini.langkah, kini.putaran]
    return jadwal, cadangan(jadwal, kini.langkah, terpakai, pada, kalender)
