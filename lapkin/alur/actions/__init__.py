"""The engine: starting a run, finishing a task, sending work back, closing a collection.

Every act locks its Pelaksanaan row first: two officers closing the last two tasks of a phase at one moment would else
each see the other's task still open, and nobody would open the next (measured, doc/arsitektur.md rule 10).
Closing a task is one UPDATE on `status = terbuka`: a second click finds nothing.
"""

from .giliran import kunci, kunci_berjalan, pastikan_giliran, pastikan_terbuka, tujuan_kembali
from .mulai import mulai
from .pengumpulan import kembalikan_unit, tutup_pengumpulan
from .sop import ikat_peran, lepas_peran, pasang_sop
from .tugas import buka, kembalikan, lengkapi, selesaikan

__all__ = [
    "buka",
    "ikat_peran",
    "kembalikan",
    "kembalikan_unit",
    "kunci",
    "kunci_berjalan",
    "lengkapi",
    "lepas_peran",
    "mulai",
    "pasang_sop",
    "pastikan_giliran",
    "pastikan_terbuka",
    "selesaikan",
    "tujuan_kembali",
    "tutup_pengumpulan",
]
