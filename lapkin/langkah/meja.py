"""The desk of an officer: the rows of Giliran saya, ready to be shown, read by one statement.

Everyone opens this page every day: it reads just the columns it shows, by hand-written SQL (bench/giliran.py).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from lapkin.alur.models import RevisiSop
from lapkin.alur.tambahan import kegiatan_tambahan
from lapkin.bahasa import tanggal
from lapkin.organisasi.queries import Kedudukan
from lapkin.sop.bagan import MELEKAT_JABATAN

PALING_BANYAK_MENUNGGU = 10
# The rule of alur.queries.giliran: what was handed to somebody is his alone, and a delegate does not sign.
_GILIRAN = """\
(t.penerima_id = {pegawai} OR (t.penerima_id IS NULL AND (
  t.jabatan_id IN ({jabatan}) OR t.tim_id IN ({tim})
  OR (t.jabatan_id IN ({limpahan}) AND t.jenis NOT IN ({melekat})))))"""
# My open tasks, and others' open tasks in cases of my offices where I have finished something.
_SQL = """\
SELECT t.id, t.langkah, t.putaran, t.pesan, t.tenggat, t.penghimpun, p.judul, p.revisi_id, r.berlaku_pada,
  t.jabatan_id, COALESCE(j.nama, tim.nama), penerima.nama, tambahan.isi,
  EXISTS (SELECT 1 FROM alur_jeda d WHERE d.tugas_id = t.id AND d.sampai IS NULL), {giliran}
FROM alur_tugas t
JOIN alur_pelaksanaan p ON p.id = t.pelaksanaan_id
JOIN alur_revisisop r ON r.id = p.revisi_id
LEFT JOIN organisasi_jabatan j ON j.id = t.jabatan_id
LEFT JOIN organisasi_tim tim ON tim.id = t.tim_id
LEFT JOIN organisasi_pegawai penerima ON penerima.id = t.penerima_id
LEFT JOIN alur_langkahtambahan tambahan ON tambahan.pelaksanaan_id = p.id AND tambahan.kode = t.langkah
WHERE t.status = 'terbuka' AND p.status = 'berjalan' AND (
  {giliran}
  OR (p.instansi_id IN ({instansi}) AND EXISTS (
    SELECT 1 FROM alur_tugas saya WHERE saya.pelaksanaan_id = p.id AND saya.pelaku_id = {pegawai})))
ORDER BY t.tenggat IS NULL, t.tenggat, t.id
"""
# The rule of alur.queries.menunggu_pengesahan.
_SQL_PENGESAHAN = """\
SELECT r.sop_id, r.urutan, s.judul, r.pengesah_id
FROM alur_revisisop r JOIN alur_sop s ON s.id = r.sop_id
WHERE r.status = 'draf' AND r.berkas_dibaca_id IS NOT NULL AND r.pengesah_id IN ({jabatan})
ORDER BY r.id
"""
_MELEKAT = ",".join(f"'{jenis}'" for jenis in sorted(MELEKAT_JABATAN))


@dataclass(frozen=True, slots=True)
class BarisMeja:
    """One task on a desk: its words as the SOP prints them, the case, the post it waits at, and its due moment.

    `di` on my own desk is as what I do it ("Plh. Sekretaris"); `penerima` is to whom it was handed, if to anyone;
    `dijeda`: its clock stands while somebody else is waited for.
    """

    pk: int
    kegiatan: str
    putaran: int
    pesan: str
    tenggat: datetime | None
    penghimpun: bool
    pekerjaan: str
    di: str
    penerima: str
    teks_tenggat: str
    dijeda: bool


def meja(pegawai, kini: Kedudukan) -> tuple[list[BarisMeja], list[BarisMeja]]:
    """(my open tasks, what waits for others), each with the earliest due first; `kini`: what the officer is today."""
    with connection.cursor() as kursor:
        kursor.execute(_sql(pegawai.pk, kini))
        daftar = kursor.fetchall()
    hari_ini = timezone.localdate()
    sebutan = kini.limpahan | kini.jabatan
    return (
        [_satu(kolom, hari_ini, sebutan) for kolom in daftar if kolom[-1]],
        [_satu(kolom, hari_ini, {}) for kolom in daftar if not kolom[-1]][:PALING_BANYAK_MENUNGGU],
    )


class BarisPengesahan(NamedTuple):
    """An SOP whose frozen form waits for the officer's signature, `sebagai` what."""

    sop: int
    urutan: int
    judul: str
    sebagai: str


def meja_pengesahan(kini: Kedudukan) -> list[BarisPengesahan]:
    """What waits for the officer's signature in a post that he holds today; no query for whoever holds none."""
    if not kini.jabatan:
        return []
    with connection.cursor() as kursor:
        kursor.execute(_SQL_PENGESAHAN.format(jabatan=",".join(map(str, kini.jabatan))))
        daftar = kursor.fetchall()
    return [BarisPengesahan(*kolom, kini.jabatan[pengesah]) for *kolom, pengesah in daftar]


def _sql(pegawai: int, kini) -> str:
    """The statement for one officer; it holds keys of rows only, never anything typed."""
    daftar_id = {
        "jabatan": kini.jabatan,
        "tim": kini.tim,
        "limpahan": kini.limpahan,
        "instansi": kini.instansi,
    }
    # An empty list is "IN (NULL)", which nothing matches.
    isi = {nama: ",".join(map(str, satu)) or "NULL" for nama, satu in daftar_id.items()}
    isi |= {"pegawai": str(pegawai), "melekat": _MELEKAT}
    return _SQL.format(giliran=_GILIRAN.format(**isi), **isi)


def _satu(kolom, hari_ini, sebutan) -> BarisMeja:
    pk, langkah, putaran, pesan, tenggat, penghimpun, pekerjaan, revisi, berlaku, *sisa = kolom
    jabatan, di, penerima, tambahan, dijeda, _ = sisa
    tenggat = _saat(tenggat)
    return BarisMeja(
        pk,
        kegiatan_tambahan(tambahan) if tambahan else _isi(revisi, berlaku).cari(langkah).kegiatan,
        putaran,
        pesan,
        tenggat,
        penghimpun,
        pekerjaan,
        sebutan.get(jabatan, di),
        penerima or "",
        _teks_tenggat(hari_ini, tenggat.date()) if tenggat else "",
        bool(dijeda),
    )


def _saat(nilai) -> datetime | None:
    """A moment in local time; SQLite gives it without its zone, which is UTC."""
    if nilai and timezone.is_naive(nilai):
        nilai = nilai.replace(tzinfo=UTC)
    return nilai and timezone.localtime(nilai)


@lru_cache(maxsize=1024)
def _teks_tenggat(hari_ini: date, hari: date) -> str:
    """ "Sen, 11 Jan 2027 (2 hari lagi)"."""
    return f"{tanggal.pendek(hari)} ({tanggal.relatif(hari_ini, hari)})"


@lru_cache(maxsize=256)
def _isi(revisi: int, berlaku):
    """The SOP of a revision (id) in force since a moment; it never changes, and runs are pinned to such."""
    return RevisiSop.objects.get(pk=revisi).dibaca()
