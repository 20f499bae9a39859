"""Making reminders and sending them; the office's ladder; the address of a calendar."""

from .jalan import Hasil, ingatkan, semua_rencana
from .kalender import buat_alamat, cabut_alamat
from .langsung import ingatkan_langsung
from .surel import kirim_surel, kirim_ulang
from .tangga import kembalikan_bawaan, simpan_anak

__all__ = [
    "Hasil",
    "buat_alamat",
    "cabut_alamat",
    "ingatkan",
    "ingatkan_langsung",
    "kembalikan_bawaan",
    "kirim_surel",
    "kirim_ulang",
    "semua_rencana",
    "simpan_anak",
]
