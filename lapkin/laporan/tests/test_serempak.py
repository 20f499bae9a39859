"""Two clicks at one moment: one version, and one writer after the other."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connection

from lapkin.conftest import bangun_dinas
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.laporan.actions import mulai_laporan, rancang_versi, simpan_narasi, susun_versi
from lapkin.laporan.models import Narasi, VersiLaporan

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def berdua():
    dinas = bangun_dinas()
    laporan = mulai_laporan(pegawai=dinas.kasubbag, instansi=dinas.instansi, tahun=2025, sebutan="LKjIP")
    return dinas, laporan


def serempak(*daftar_kerja):
    """Run the jobs in threads of their own; a refusal is returned, not raised."""

    def jalankan(kerja):
        close_old_connections()
        try:
            return kerja()
        except Ditolak as salah:
            return salah
        finally:
            connection.close()

    with ThreadPoolExecutor(len(daftar_kerja)) as kolam:
        return list(kolam.map(jalankan, daftar_kerja))


def test_dua_klik_serempak_menghasilkan_satu_versi(berdua):
    dinas, laporan = berdua
    rancangan = rancang_versi(laporan)
    hasil = serempak(
        *[lambda: susun_versi(pegawai=dinas.staf, laporan=laporan, rancangan=rancangan) for _ in range(4)]
    )
    assert [versi.nomor for versi in hasil] == [1] * 4
    assert VersiLaporan.objects.count() == 1
    assert Peristiwa.objects.filter(jenis="laporan.versi.disusun").count() == 1


def test_dua_penulis_serempak_hanya_satu_yang_tersimpan(berdua):
    dinas, laporan = berdua

    def tulis(pegawai):
        return lambda: simpan_narasi(
            pegawai=pegawai, laporan=laporan, bagian="kesimpulan", teks=pegawai.nama, terakhir_dilihat=""
        )

    hasil = serempak(tulis(dinas.staf), tulis(dinas.kasubbag))
    assert sum(isinstance(satu, Ditolak) for satu in hasil) == 1
    assert Narasi.objects.count() == 1
