"""The finished and running cases of an SOP as `statistik.py` measures them."""

from datetime import timedelta

from django.utils import timezone

from ..jam_giliran import GiliranTugas
from ..models import Jeda, Pelaksanaan, Tugas
from ..putaran import Nasib, Periode, TugasTerukur
from ..statistik import Statistik, hitung
from .jam import jam_kerja

_TERUKUR = (
    *("pk", "pelaksanaan", "langkah", "putaran", "tahap", "per_unit", "penghimpun", "status"),
    *("dibuka_pada", "ditutup_pada", "tenggat"),
    *("jabatan__nama", "tim__nama", "unit__nama", "instansi__nama"),
)


def statistik_sop(sop, periode: Periode, pada=None) -> Statistik:
    """What the rounds of an SOP that ended in a period really took, in two queries; cancelled cases don't count.

    Raises Ditolak for a year whose holidays nobody knows.
    """
    pada = pada or timezone.now()
    daftar = _tugas_terukur(
        Pelaksanaan.objects.filter(sop=sop)
        .exclude(status=Pelaksanaan.Status.DIBATALKAN)
        .exclude(selesai_pada__date__lt=periode.dari - timedelta(days=1))
        .filter(dimulai_pada__date__lte=periode.sampai + timedelta(days=1))
    )
    tahun = [tugas.giliran.dari.year for tugas in daftar]
    kalender = jam_kerja(sop.instansi, range(min(tahun, default=pada.year), pada.year + 2))
    return hitung(daftar, kalender, pada, periode)


def _tugas_terukur(daftar_kasus) -> list[TugasTerukur]:
    """All tasks of some cases with their pauses, as the statistics see them."""
    daftar_jeda = {}
    baris_jeda = Jeda.objects.filter(tugas__pelaksanaan__in=daftar_kasus.order_by().values("pk"))
    for tugas, *jeda in baris_jeda.values_list("tugas", "menunggu", "dari", "sampai"):
        daftar_jeda.setdefault(tugas, []).append(jeda)
    baris = Tugas.objects.filter(pelaksanaan__in=daftar_kasus.order_by().values("pk")).order_by("pk")
    return [
        TugasTerukur(
            kasus=satu["pelaksanaan"],
            giliran=GiliranTugas(
                **{
                    nama: satu[nama]
                    for nama in ("pk", "langkah", "putaran", "tahap", "per_unit", "penghimpun")
                },
                dari=satu["dibuka_pada"],
                sampai=satu["ditutup_pada"],
                jeda=tuple((dari, sampai) for _, dari, sampai in daftar_jeda.get(satu["pk"], ())),
            ),
            nasib=Nasib(satu["status"]),
            pihak=_pihak(satu),
            tenggat=satu["tenggat"],
            menunggu=tuple(pihak for pihak, _, _ in daftar_jeda.get(satu["pk"], ())),
        )
        for satu in baris.values(*_TERUKUR)
    ]


def _pihak(satu) -> str:
    """Who had a task: the unit (or PD) that fills, else the post or team."""
    if satu["per_unit"]:
        return satu["unit__nama"] or satu["instansi__nama"]
    return satu["jabatan__nama"] or satu["tim__nama"]
