"""The finished and running cases of an SOP as `statistik.py` measures them."""

from datetime import timedelta

from django.utils import timezone

from ..jam_giliran import GiliranTugas
from ..models import Jeda, Pelaksanaan, Tugas
from ..putaran import Nasib, Periode, TugasTerukur
from ..statistik import KasusTuntas, Statistik, hitung
from .jam import jam_kerja

_TERUKUR = (
    *("pk", "pelaksanaan", "langkah", "putaran", "tahap", "per_unit", "penghimpun", "status"),
    *("dibuka_pada", "ditutup_pada", "tenggat"),
    *("jabatan__nama", "tim__nama", "unit__nama", "instansi__nama"),
)


def statistik_sop(sop, periode: Periode, pada=None) -> Statistik:
    """What the rounds and cases of an SOP that ended in a period really took, in four queries however many they are.

    Cancelled cases don't count.
    Raises Ditolak for a year whose holidays nobody knows.
    """
    pada = pada or timezone.now()
    daftar_kasus = (
        Pelaksanaan.objects.filter(sop=sop)
        .exclude(status=Pelaksanaan.Status.DIBATALKAN)
        .exclude(selesai_pada__date__lt=periode.dari - timedelta(days=1))
        .filter(dimulai_pada__date__lte=periode.sampai + timedelta(days=1))
    )
    daftar, tuntas = _tugas_terukur(daftar_kasus), _kasus_tuntas(daftar_kasus)
    tahun = [saat.year for saat in (*(t.giliran.dari for t in daftar), *(kasus.dari for kasus in tuntas))]
    kalender = jam_kerja(sop.instansi, range(min(tahun, default=pada.year), pada.year + 2))
    return hitung(daftar, kalender, pada, periode, tuntas)


def _kasus_tuntas(daftar_kasus) -> list[KasusTuntas]:
    baris = daftar_kasus.order_by().filter(status=Pelaksanaan.Status.SELESAI)
    return [
        KasusTuntas(dari=dari, sampai=sampai)
        for dari, sampai in baris.values_list("dimulai_pada", "selesai_pada")
    ]


def _tugas_terukur(daftar_kasus) -> list[TugasTerukur]:
    """All tasks of some cases with their pauses, as the statistics see them."""
    daftar_jeda = {}
    baris_jeda = Jeda.objects.filter(tugas__pelaksanaan__in=daftar_kasus.order_by().values("pk"))
    for tugas, *jeda in baris_jeda.values_list("tugas", "menunggu", "dari", "sampai"):
        _tambah_jeda(daftar_jeda.setdefault(tugas, []), jeda)
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


def _tambah_jeda(daftar, jeda):
    """A pause that was split when the due moment was set anew is one still: its parts meet, and wait for the same."""
    menunggu, dari, sampai = jeda
    if daftar and daftar[-1][0] == menunggu and daftar[-1][2] == dari:
        daftar[-1][2] = sampai
    else:
        daftar.append(jeda)


def _pihak(satu) -> str:
    """Who had a task: the unit (or PD) that fills, else the post or team."""
    if satu["per_unit"]:
        return satu["unit__nama"] or satu["instansi__nama"]
    return satu["jabatan__nama"] or satu["tim__nama"]
