"""The SOP in force, its runs, and the tasks of each run."""

from .pekerjaan import Jeda, Kelengkapan, KueriTugas, LangkahTambahan, Output, Pelaksanaan, Tugas
from .sop import BatasAkhir, JenisBatas, Peninjauan, Peran, RevisiSop, Sop

__all__ = [
    "BatasAkhir",
    "Jeda",
    "JenisBatas",
    "Kelengkapan",
    "KueriTugas",
    "LangkahTambahan",
    "Output",
    "Pelaksanaan",
    "Peninjauan",
    "Peran",
    "RevisiSop",
    "Sop",
    "Tugas",
]
