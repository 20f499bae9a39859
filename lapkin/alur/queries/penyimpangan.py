"""Where a case stands, and whether it could go on without that step."""

from ..lewat import PEMBUAT, halangan_lewat
from ..models import Tugas


def langkah_kini(pelaksanaan):
    """(the step at which a run stands, the phase that is open there); (None, 0) when nothing is open."""
    terbuka = Tugas.objects.terbuka().filter(pelaksanaan=pelaksanaan)
    kini = terbuka.order_by("tahap", "pk").values_list("langkah", "tahap").first()
    return (pelaksanaan.dibaca().cari(kini[0]), kini[1]) if kini else (None, 0)


def halangan_lewati(pelaksanaan, langkah, tahap) -> list[str]:
    """Why the present step can't be skipped in this case (ends of sentences); empty when it can."""
    dibuat = Tugas.objects.filter(
        pelaksanaan=pelaksanaan, status=Tugas.Status.SELESAI, jenis__in=PEMBUAT
    ).values_list("naskah", flat=True)
    return halangan_lewat(pelaksanaan.dibaca(), langkah, tahap, frozenset(dibuat))
