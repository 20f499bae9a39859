"""The revisions of an SOP laid beside the events that put them in force and revoked them."""

from datetime import UTC

from lapkin.jejak.models import Peristiwa

from ..keutuhan import BERLAKU, DICABUT, CatatanPeristiwa, CatatanRevisi, kerusakan_revisi
from ..models import RevisiSop


def kerusakan_sop(sop) -> list[str]:
    """Every way in which the revisions of an SOP differ from its trail, as Indonesian sentences."""
    return list(kerusakan_revisi(_daftar_revisi(sop), _daftar_peristiwa(sop)))


def bukti_revisi(revisi) -> dict:
    """What the event of a revision's coming into force keeps of it, by name (see alur/keutuhan.py)."""
    return {
        "sidik": revisi.sidik,
        "berlaku_pada": saat_tercatat(revisi.berlaku_pada),
        "pengesah": revisi.pengesah_id,
        "disahkan_oleh": revisi.disahkan_oleh_id,
        "disahkan_sebagai": revisi.disahkan_sebagai,
        "formulir": revisi.berkas_dibaca.sha256 if revisi.berkas_dibaca else "",
        "pindaian": revisi.berkas_hasil.sha256 if revisi.berkas_hasil else "",
        "asal": revisi.asal_id,
        "catatan": revisi.catatan,
        "pembuat": revisi.pembuat_id,
        "dibuat_pada": saat_tercatat(revisi.dibuat_pada),
    }


def saat_tercatat(saat) -> str:
    """A moment as events keep it; "" for None."""
    return saat.astimezone(UTC).isoformat() if saat else ""


def _daftar_revisi(sop) -> list[CatatanRevisi]:
    daftar = RevisiSop.objects.filter(sop=sop).select_related("berkas_dibaca", "berkas_hasil")
    return [
        CatatanRevisi(
            urutan=revisi.urutan,
            status=revisi.status,
            bukti={} if revisi.berlaku_pada is None else bukti_revisi(revisi),
            dicabut_pada=saat_tercatat(revisi.dicabut_pada),
        )
        for revisi in daftar.order_by("urutan")
    ]


def _daftar_peristiwa(sop) -> list[CatatanPeristiwa]:
    daftar = Peristiwa.objects.filter(objek=sop.kunci, jenis__in=[BERLAKU, DICABUT]).order_by("pk")
    return [CatatanPeristiwa(jenis=peristiwa.jenis, data=peristiwa.data) for peristiwa in daftar]
