"""What the administrator (pengelola) of an instansi does; every act leaves its event in the instansi's chain."""

from .instansi import ganti_lambang, tambah_instansi, ubah_instansi
from .izin import pastikan_mengelola, pastikan_pegawai
from .libur import hapus_libur, tambah_libur
from .pegawai import (
    aktifkan_pegawai,
    buat_sandi_baru,
    ganti_sandi,
    nonaktifkan_pegawai,
    tambah_pegawai,
    ubah_pegawai,
)
from .pelimpahan import cabut_pelimpahan, limpahkan
from .pemasangan import pasang_kantor
from .penugasan import akhiri_penugasan, tugaskan
from .peristiwa import catat_di
from .susunan import tambah_jabatan, tambah_unit, ubah_jabatan, ubah_unit
from .tim import akhiri_keanggotaan, bentuk_tim, berlakukan_sk, tambah_anggota, ubah_tim

__all__ = [
    "akhiri_keanggotaan",
    "akhiri_penugasan",
    "aktifkan_pegawai",
    "bentuk_tim",
    "berlakukan_sk",
    "buat_sandi_baru",
    "cabut_pelimpahan",
    "catat_di",
    "ganti_lambang",
    "ganti_sandi",
    "hapus_libur",
    "limpahkan",
    "nonaktifkan_pegawai",
    "pasang_kantor",
    "pastikan_mengelola",
    "pastikan_pegawai",
    "tambah_anggota",
    "tambah_instansi",
    "tambah_jabatan",
    "tambah_libur",
    "tambah_pegawai",
    "tambah_unit",
    "tugaskan",
    "ubah_instansi",
    "ubah_jabatan",
    "ubah_pegawai",
    "ubah_tim",
    "ubah_unit",
]
