"""The engine: starting a run, finishing a task, sending work back, closing a collection.

Every act locks its Pelaksanaan row first: two officers closing the last two tasks of a phase at one moment would else
each see the other's task still open, and nobody would open the next (measured, doc/arsitektur.md rule 10).
Closing a task is one UPDATE on `status = terbuka`: a second click finds nothing.
"""

from .batas import atur_batas, hapus_batas, pilih_batas
from .draf import DrafBerubah, buat_sop, sunting_draf
from .giliran import kunci, kunci_berjalan, pastikan_giliran, pastikan_terbuka
from .jam import lanjut, tunda, ubah_tenggat
from .mulai import mulai
from .pengalihan import alihkan, kembalikan_alihan, tarik
from .pengesahan import bekukan_formulir, sahkan
from .pengumpulan import kembalikan_unit, tutup_pengumpulan
from .peninjauan import catat_peninjauan
from .penyimpangan import lewati, pastikan_penanggung_jawab, sisipkan
from .pindah import pindahkan_kasus
from .revisi import buang_draf, buat_draf_revisi, cabut
from .serah_terima import cabut_pelimpahan, limpahkan, tugaskan
from .sop import ikat_peran, lepas_peran, pasang_sop
from .tugas import buka, kembalikan, lengkapi, selesaikan
from .usulan import simpan_monitoring, usulkan_revisi

__all__ = [
    "DrafBerubah",
    "alihkan",
    "atur_batas",
    "bekukan_formulir",
    "buang_draf",
    "buat_draf_revisi",
    "buat_sop",
    "buka",
    "cabut",
    "cabut_pelimpahan",
    "catat_peninjauan",
    "hapus_batas",
    "ikat_peran",
    "kembalikan",
    "kembalikan_alihan",
    "kembalikan_unit",
    "kunci",
    "kunci_berjalan",
    "lanjut",
    "lengkapi",
    "lepas_peran",
    "lewati",
    "limpahkan",
    "mulai",
    "pasang_sop",
    "pastikan_giliran",
    "pastikan_penanggung_jawab",
    "pastikan_terbuka",
    "pilih_batas",
    "pindahkan_kasus",
    "sahkan",
    "selesaikan",
    "simpan_monitoring",
    "sunting_draf",
    "sisipkan",
    "tarik",
    "tugaskan",
    "tunda",
    "tutup_pengumpulan",
    "ubah_tenggat",
    "usulkan_revisi",
]
