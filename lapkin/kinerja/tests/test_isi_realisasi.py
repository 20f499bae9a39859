"""Filling in one figure: who may, what is kept, what history says."""

import pytest

from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.kinerja.actions import isi_realisasi
from lapkin.kinerja.models import Indikator, Realisasi


@pytest.fixture
def indikator(dinas):
    return Indikator.objects.create(
        instansi=dinas.instansi, tahun=2025, urutan=1, nama="Indeks", penanggung_jawab=dinas.unit[0]
    )


def _isi(pegawai, indikator, tertulis, **lain):
    return isi_realisasi(pegawai=pegawai, indikator=indikator, periode="TW1", tertulis=tertulis, **lain)


def test_pejabat_unit_penanggung_jawab_boleh_mengisi(dinas, indikator):
    indikator.penanggung_jawab = dinas.kabid[0].daftar_penugasan.get().jabatan.unit
    indikator.save()
    assert _isi(dinas.kabid[0], indikator, "98,75").tertulis == "98,75"


def test_unit_lain_ditolak_kecuali_pengumpul_yang_dijamin_pemanggil(dinas, indikator):
    indikator.penanggung_jawab = dinas.kabid[0].daftar_penugasan.get().jabatan.unit
    indikator.save()
    with pytest.raises(Ditolak, match="penanggung jawab"):
        _isi(dinas.kabid[1], indikator, "1")
    assert _isi(dinas.kabid[1], indikator, "1", boleh_semua=True).tertulis == "1"


def test_tertulis_apa_adanya_dan_nol_bukan_kosong(dinas, indikator):
    assert _isi(dinas.pengelola, indikator, "Belum Rilis").tertulis == "Belum Rilis"
    assert _isi(dinas.pengelola, indikator, "0").tertulis == "0"
    assert _isi(dinas.pengelola, indikator, "").tertulis == ""
    daftar = Peristiwa.objects.filter(jenis="realisasi.diisi").order_by("urut")
    assert [(p.data["sebelum"], p.data["tertulis"]) for p in daftar] == [
        ("", "Belum Rilis"),
        ("Belum Rilis", "0"),
        ("0", ""),
    ]


def test_isian_yang_sama_tidak_menjadi_peristiwa_baru(dinas, indikator):
    _isi(dinas.pengelola, indikator, "5")
    _isi(dinas.pengelola, indikator, "5")
    assert Peristiwa.objects.filter(jenis="realisasi.diisi").count() == 1


def test_yang_terlalu_panjang_ditolak_dan_tidak_tersimpan(dinas, indikator):
    with pytest.raises(Ditolak, match="terlalu panjang"):
        _isi(dinas.pengelola, indikator, "9" * 81)
    assert not Realisasi.objects.exists()
