"""Reading SOPs, cases and tasks, one file for each kind of question; permission is the query."""

from .batas import batas_sop, cadangan_kasus, jadwal_sop
from .giliran import (
    giliran,
    pelaksanaan_terlihat,
    penerima_tugas,
    sebagai_giliran,
    sebagai_pemegang,
    sebagai_penanggung_jawab,
    tugas_saya,
    tugas_terlihat,
)
from .jam import (
    giliran_tugas,
    hari_terakhir,
    jam_kerja,
    jeda_berjalan,
    kalender_kasus,
    satuan_waktu,
    tenggat_langkah,
)
from .keadaan import keadaan_sop
from .keutuhan import bukti_revisi, kerusakan_sop
from .peran import kasus_menunggu
from .sop import (
    ikatan,
    instansi_pelaku,
    menunggu_pengesahan,
    peran_belum_terikat,
    peran_terikat,
    revisi_terlihat,
    sebagai_penanggung_jawab_sop,
    sebagai_pengurus_sop,
    sop_dikelola,
    sop_terlihat,
    tinjauan_sop,
)
from .statistik import statistik_sop
from .tugas import (
    daftar_kelengkapan,
    kelengkapan_kurang,
    langkah_dilewati,
    langkah_tugas,
    output_kasus,
    output_langkah,
    output_sah,
)

__all__ = [
    "batas_sop",
    "bukti_revisi",
    "cadangan_kasus",
    "daftar_kelengkapan",
    "giliran",
    "giliran_tugas",
    "hari_terakhir",
    "ikatan",
    "instansi_pelaku",
    "jadwal_sop",
    "jam_kerja",
    "jeda_berjalan",
    "kalender_kasus",
    "keadaan_sop",
    "kasus_menunggu",
    "kelengkapan_kurang",
    "kerusakan_sop",
    "langkah_dilewati",
    "langkah_tugas",
    "menunggu_pengesahan",
    "output_kasus",
    "output_langkah",
    "output_sah",
    "pelaksanaan_terlihat",
    "penerima_tugas",
    "peran_belum_terikat",
    "peran_terikat",
    "revisi_terlihat",
    "satuan_waktu",
    "sebagai_giliran",
    "sebagai_pemegang",
    "sebagai_penanggung_jawab",
    "sebagai_penanggung_jawab_sop",
    "sebagai_pengurus_sop",
    "sop_dikelola",
    "sop_terlihat",
    "statistik_sop",
    "tenggat_langkah",
    "tinjauan_sop",
    "tugas_saya",
    "tugas_terlihat",
]
