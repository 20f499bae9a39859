"""What an officer is: the posts, teams and offices of a day; the one place that answers it."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import connection

from ..models import Jabatan, sebutan_jabatan, sebutan_limpahan
from ..zona import DAFTAR_ZONA
from .hari import hari_tiap_zona
from .instansi import instansi_dikelola

# One statement for every page: what `penugasan_berlaku` says, of one officer, and his teams beside it.
_SQL_KEDUDUKAN = """\
SELECT 'jabatan', p.jabatan_id, j.nama, p.jenis, j.instansi_id
FROM organisasi_penugasan p
JOIN organisasi_jabatan j ON j.id = p.jabatan_id
JOIN organisasi_pegawai s ON s.id = p.pegawai_id AND s.is_active
WHERE p.pegawai_id = %(pegawai)s AND p.dari <= {hari_jabatan} AND (p.sampai IS NULL OR p.sampai >= {hari_jabatan})
  AND NOT (p.tunggal AND p.jenis <> 'plh' AND EXISTS (
    SELECT 1 FROM organisasi_penugasan l JOIN organisasi_pegawai o ON o.id = l.pegawai_id
    WHERE l.jabatan_id = p.jabatan_id AND l.tunggal AND l.jenis = 'plh' AND o.is_active
      AND l.dari <= {hari_jabatan} AND (l.sampai IS NULL OR l.sampai >= {hari_jabatan})))
UNION ALL
SELECT 'tim', t.id, t.nama, '', t.instansi_id
FROM organisasi_anggotatim a
JOIN organisasi_tim t ON t.id = a.tim_id
JOIN organisasi_pegawai s ON s.id = a.pegawai_id AND s.is_active
WHERE a.pegawai_id = %(pegawai)s AND a.dari <= {hari_tim} AND (a.sampai IS NULL OR a.sampai >= {hari_tim})
UNION ALL
SELECT 'limpahan', j.id, j.nama, '', j.instansi_id
FROM organisasi_pelimpahan l
JOIN organisasi_jabatan j ON j.id = l.jabatan_id
JOIN organisasi_pegawai s ON s.id = l.pegawai_id AND s.is_active
WHERE l.pegawai_id = %(pegawai)s AND l.dicabut_pada IS NULL AND l.dari <= {hari_jabatan} AND l.sampai >= {hari_jabatan}
"""


@dataclass(frozen=True, slots=True)
class Kedudukan:
    """What an officer is on a day: posts and teams (by id, as said: "Plt. Inspektur"), offices (ids), home included.

    `limpahan` are the posts whose daily work he does for their holder; he holds them not, and signs nothing in them.
    """

    jabatan: dict[int, str]
    tim: dict[int, str]
    instansi: frozenset[int]
    limpahan: dict[int, str] = field(default_factory=dict)

    @property
    def sebutan(self) -> str:
        """All posts in one line: "Plt. Inspektur, Sekretaris"."""
        return ", ".join(self.jabatan.values())


def kedudukan(pegawai, pada=None) -> Kedudukan:
    """What an officer is on a day, in one query; only the home office for someone who is no longer active."""
    perintah, hari = _perintah(dict.fromkeys(DAFTAR_ZONA, pada) if pada else hari_tiap_zona())
    with connection.cursor() as kursor:
        kursor.execute(perintah, {"pegawai": pegawai.pk, **hari})
        baris = kursor.fetchall()
    return Kedudukan(
        jabatan={pk: sebutan_jabatan(cara, nama) for apa, pk, nama, cara, _ in baris if apa == "jabatan"},
        tim={pk: nama for apa, pk, nama, _, _ in baris if apa == "tim"},
        instansi=frozenset({pegawai.instansi_id, *(instansi for *_, instansi in baris)} - {None}),
        limpahan={pk: sebutan_limpahan(nama) for apa, pk, nama, *_ in baris if apa == "limpahan"},
    )


def _perintah(hari) -> tuple[str, dict]:
    """The statement with its days: one for all, or the office's own while it is past midnight in the east only."""
    bawaan = hari[settings.TIME_ZONE]
    lain = [zona for zona in hari if hari[zona] != bawaan]
    if not lain:
        return _SQL_KEDUDUKAN.format(hari_jabatan="%(pada)s", hari_tim="%(pada)s"), {"pada": bawaan}
    zona = "(SELECT i.zona_waktu FROM organisasi_instansi i WHERE i.id = {}.instansi_id)"
    syarat = " ".join(f"WHEN %(zona{n})s THEN %(hari{n})s" for n in range(len(lain)))
    pilih = f"CASE {zona} {syarat} ELSE %(pada)s END"
    isian = {f"zona{n}": nama for n, nama in enumerate(lain)}
    isian |= {f"hari{n}": hari[nama] for n, nama in enumerate(lain)}
    return (
        _SQL_KEDUDUKAN.format(hari_jabatan=pilih.format("j"), hari_tim=pilih.format("t")),
        {"pada": bawaan, **isian},
    )


def jabatan_dipegang(pegawai, pada=None):
    """The posts an officer holds on a day (a queryset of Jabatan), without those delegated to him."""
    return Jabatan.objects.filter(pk__in=list(kedudukan(pegawai, pada).jabatan))


def jabatan_dikerjakan(pegawai, pada=None):
    """The posts whose work an officer does on a day: those he holds and those delegated to him."""
    kini = kedudukan(pegawai, pada)
    return Jabatan.objects.filter(pk__in=[*kini.jabatan, *kini.limpahan])


def sebutan_pegawai(pegawai, kini=None) -> str:
    """All posts of an officer in one line: "Plt. Inspektur, Sekretaris"; `kini`: his Kedudukan, where it is known."""
    return (kini or kedudukan(pegawai)).sebutan or ("Pengelola" if pegawai.pengelola else "")


def instansi_sendiri(pegawai, kini=None) -> frozenset[int]:
    """The offices an officer works in (ids): the home office and those of the posts and teams held today."""
    return (kini or kedudukan(pegawai)).instansi


def instansi_pegawai(pegawai, kini=None) -> set[int]:
    """The offices whose papers and figures an officer may see (ids); `kini`: his Kedudukan, where it is known.

    They are the home office, those of the posts and teams held today, and those he manages.
    """
    return {*instansi_sendiri(pegawai, kini), *instansi_dikelola(pegawai).values_list("pk", flat=True)}
