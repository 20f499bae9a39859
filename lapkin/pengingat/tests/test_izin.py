"""The acts themselves ask who the officer is, whatever page or command calls them."""

import pytest

from lapkin.jejak.ditolak import Ditolak
from lapkin.pengingat.actions import ingatkan, ingatkan_langsung, kembalikan_bawaan, kirim_ulang, simpan_anak
from lapkin.pengingat.models import AnakTangga, Pengingat
from lapkin.pengingat.tangga import tangga_bawaan

from .bantuan import TENGGAT, kasus_bertenggat

pytestmark = pytest.mark.django_db
ISIAN = {
    "selisih": 0,
    "satuan": "hari",
    "saluran": "pesan",
    "kepada": "pelaksana",
    "teks": "Mohon.",
    "aktif": True,
}


@pytest.fixture
def kantor(dinas):
    """(task, its holder, who neither manages that office nor sees the task)."""
    tugas, kadis, pengelola = kasus_bertenggat()
    return tugas, kadis, pengelola, dinas.pengelola


def test_only_the_administrator_of_the_office_changes_its_ladder(kantor):
    tugas, kadis, pengelola, asing = kantor
    isian = {"instansi": tugas.instansi, "kode": "pesan-saat"}
    for orang in (kadis, asing):
        with pytest.raises(Ditolak, match="Hanya pengelola Kantor"):
            simpan_anak(pegawai=orang, **isian, **ISIAN)
    simpan_anak(pegawai=pengelola, **isian, **ISIAN)
    for orang in (kadis, asing):
        with pytest.raises(Ditolak, match="Hanya pengelola Kantor"):
            kembalikan_bawaan(pegawai=orang, **isian)
    assert AnakTangga.objects.get().teks == "Mohon."
    kembalikan_bawaan(pegawai=pengelola, **isian)


def test_only_the_administrator_of_the_office_sends_a_mail_again(kantor):
    tugas, kadis, pengelola, asing = kantor
    ingatkan(kini=TENGGAT)
    Pengingat.objects.filter(saluran="surel").update(status="gagal", dikirim_pada=None)
    surel = Pengingat.objects.get(saluran="surel")
    for orang in (kadis, asing):
        with pytest.raises(Ditolak, match="Hanya pengelola Kantor"):
            kirim_ulang(pegawai=orang, pengingat=surel)
    surel.refresh_from_db()
    assert surel.status == "gagal"
    kirim_ulang(pegawai=pengelola, pengingat=surel)


def test_who_may_not_see_a_task_reminds_nobody_of_it(kantor):
    tugas, kadis, _, asing = kantor
    with pytest.raises(Ditolak, match="pekerjaan kantor Anda dan bawahan Anda"):
        ingatkan_langsung(pegawai=asing, tugas=tugas, orang=kadis, saluran="pesan")
    assert not Pengingat.objects.exists()


def test_the_ladder_of_another_office_stays_as_shipped(kantor):
    tugas, _, pengelola, asing = kantor
    simpan_anak(pegawai=pengelola, instansi=tugas.instansi, kode="pesan-saat", **ISIAN)
    assert not AnakTangga.objects.filter(instansi=asing.instansi).exists()
    assert "pesan-saat" in {anak.kode for anak in tangga_bawaan()}
