"""Who holds what today, and what belongs to which office; one file for each kind of question."""

from .hari import hari_ini, hari_libur
from .instansi import belum_dipasang, instansi_dikelola, kop_surat, lambang_tercetak, mengelola
from .kedudukan import (
    Kedudukan,
    instansi_pegawai,
    instansi_sendiri,
    jabatan_dikerjakan,
    jabatan_dipegang,
    kedudukan,
    sebutan_pegawai,
)
from .pelimpahan import boleh_melimpahkan, jabatan_dapat_dilimpahkan, pelimpahan_berlaku, pelimpahan_terlihat
from .penugasan import (
    anggota,
    anggota_tim,
    pegawai_kantor,
    pemegang,
    pemegang_jabatan,
    penugasan_berlaku,
    penugasan_bertumpuk,
    penugasan_pegawai,
)

__all__ = [
    "Kedudukan",
    "anggota",
    "anggota_tim",
    "belum_dipasang",
    "boleh_melimpahkan",
    "hari_ini",
    "hari_libur",
    "instansi_dikelola",
    "instansi_pegawai",
    "instansi_sendiri",
    "jabatan_dapat_dilimpahkan",
    "jabatan_dikerjakan",
    "jabatan_dipegang",
    "kedudukan",
    "kop_surat",
    "lambang_tercetak",
    "mengelola",
    "pegawai_kantor",
    "pelimpahan_berlaku",
    "pelimpahan_terlihat",
    "pemegang",
    "pemegang_jabatan",
    "penugasan_berlaku",
    "penugasan_bertumpuk",
    "penugasan_pegawai",
    "sebutan_pegawai",
]
