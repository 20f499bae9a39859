"""The clock: the working calendar of an office, when a step is due, and tasks as the clock sees them."""

from datetime import time

from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.kalender import libur_diketahui, libur_nasional
from lapkin.organisasi.queries import hari_libur
from lapkin.sop.waktu import Satuan, menit_kerja

from ..jam_giliran import GiliranTugas
from ..models import Jeda
from ..tenggat import JamKerja, JamKerjaTidakSah, batas_tanggal, paling_awal, tenggat

_MENIT_SETAHUN = 366 * 24 * 60


def jam_kerja(instansi, daftar_tahun) -> JamKerja:
    """The working calendar of an office in some years: its hours, national holidays and its own rows.

    Raises Ditolak for a year whose holidays nobody knows: Idul Fitri must not silently count as work; and
    for an office whose hours stand empty or broken in the database.
    """
    if asing := [tahun for tahun in daftar_tahun if not libur_diketahui(tahun)]:
        raise Ditolak(
            f"Hari libur nasional tahun {asing[0]} belum diketahui, jadi tenggat sampai tahun itu tidak dapat dihitung."
        )
    baris = hari_libur(instansi, daftar_tahun[0], daftar_tahun[-1]).order_by()
    libur = frozenset().union(*map(libur_nasional, daftar_tahun), baris.values_list("tanggal", flat=True))
    try:
        return JamKerja(hari=_hari_kerja(instansi), zona=instansi.zona_waktu, libur=libur)
    except ValueError as salah:
        sebab = salah if isinstance(salah, JamKerjaTidakSah) else "Jam kerja tidak dapat dibaca."
        raise Ditolak(
            f"{sebab} Pengelola {instansi} dapat mengisinya lagi di menu Organisasi, pada data instansi."
        ) from salah


def _hari_kerja(instansi) -> dict[int, tuple[tuple[time, time], ...]]:
    return {
        int(urut): tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, b in daftar)
        for urut, daftar in instansi.jam_kerja.items()
    }


def kalender_kasus(pelaksanaan, pada=None) -> JamKerja:
    """The working calendar around a case: from the year before it began to a year after now and after its report."""
    pada = pada or timezone.now()
    awal = min(pelaksanaan.dimulai_pada.year, pelaksanaan.tahun + 1, pada.year) - 1
    return jam_kerja(pelaksanaan.instansi, range(awal, max(pada.year, pelaksanaan.tahun + 1) + 2))


def satuan_waktu(instansi) -> Satuan:
    """What a hari, a minggu and a bulan are worth in an office."""
    return Satuan(hari=instansi.menit_sehari, minggu=instansi.hari_seminggu, bulan=instansi.hari_sebulan)


def tenggat_langkah(pelaksanaan, langkah, mulai, putaran=1):
    """(standard working minutes, due moment) of a step that begins now; None where the SOP gives none.

    A printed last day ("sebelum 11 Januari") bounds the standard time; not that of a later round begun after it.
    """
    if langkah.waktu is None and not langkah.paling_lambat:
        return None, None
    menit = menit_kerja(langkah.waktu, satuan_waktu(pelaksanaan.instansi)) if langkah.waktu else None
    akhir, kalender = _tenggat_standar(pelaksanaan.instansi, mulai, menit or 0)
    terakhir = hari_terakhir(pelaksanaan, langkah, kalender)
    if putaran > 1 and terakhir and terakhir < mulai and menit:
        terakhir = None
    return menit, paling_awal(akhir if menit else None, terakhir)


def _tenggat_standar(instansi, mulai, menit):
    """(due moment, a calendar with every holiday up to it): a longer one is asked until the answer lies inside.

    No due moment, and the calendar of the next years, when it lies in years whose holidays nobody knows.
    """
    tahun_akhir = mulai.year + 1 + menit // _MENIT_SETAHUN
    while libur_diketahui(tahun_akhir):
        kalender = jam_kerja(instansi, range(mulai.year, tahun_akhir + 1))
        akhir = tenggat(mulai, menit, kalender)
        if akhir.year <= tahun_akhir:
            return akhir, kalender
        tahun_akhir = akhir.year
    return None, jam_kerja(instansi, range(mulai.year, mulai.year + 2))


def hari_terakhir(pelaksanaan, langkah, kalender):
    """The end of the last day that the SOP prints for a step ("sebelum 11 Januari"); None where it prints none."""
    if not langkah.paling_lambat:
        return None
    return batas_tanggal(langkah.paling_lambat, pelaksanaan.tahun, kalender)


def giliran_tugas(daftar_tugas) -> list[GiliranTugas]:
    """Tasks as the clock sees them (see jam_giliran), with their pauses in one query."""
    jeda = {}
    for satu in Jeda.objects.filter(tugas__in=[tugas.pk for tugas in daftar_tugas]):
        jeda.setdefault(satu.tugas_id, []).append((satu.dari, satu.sampai))
    return [
        GiliranTugas(
            pk=tugas.pk,
            langkah=tugas.langkah,
            putaran=tugas.putaran,
            tahap=tugas.tahap,
            per_unit=tugas.per_unit,
            penghimpun=tugas.penghimpun,
            dari=tugas.dibuka_pada,
            sampai=tugas.ditutup_pada,
            jeda=tuple(jeda.get(tugas.pk, ())),
        )
        for tugas in daftar_tugas
    ]


def jeda_berjalan(tugas):
    """The pause in which the clock of an open task stands now; None when it runs. Closing a task ends its pause."""
    return Jeda.objects.filter(tugas=tugas, sampai=None).first()
