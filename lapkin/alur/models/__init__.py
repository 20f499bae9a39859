"""The SOP in force, its runs, and the tasks of each run."""

from .kertas import Kelengkapan, Output
from .pelaksanaan import Jeda, LangkahTambahan, Pelaksanaan, Tugas
from .sop import BatasAkhir, JenisBatas, Peninjauan, Peran, RevisiSop, Sop

__all__ = [
    "BatasAkhir",
    "Jeda",
    "JenisBatas",
    "Kelengkapan",
    "LangkahTambahan",
    "Output",
    "Pelaksanaan",
    "Peninjauan",
    "Peran",
    "RevisiSop",
    "Sop",
    "Tugas",
]
