"""Between 22.00 and 24.00 WIB it is tomorrow in Jayapura: an office counts by its own day."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi import actions
from lapkin.organisasi.models import AnggotaTim, Pelimpahan, Penugasan, Tim
from lapkin.organisasi.queries import (
    anggota,
    anggota_tim,
    hari_ini,
    kedudukan,
    pelimpahan_berlaku,
    pemegang,
    pemegang_jabatan,
)

pytestmark = pytest.mark.django_db
KEMARIN, HARI_INI, BESOK = date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11)


@pytest.fixture(autouse=True)
def hampir_tengah_malam(monkeypatch):
    """10 March 2026, 23.30 WIB: 01.30 WIT of the 11th."""
    saat = datetime(2026, 3, 10, 23, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    monkeypatch.setattr(timezone, "now", lambda: saat)


@pytest.fixture(params=[("Asia/Jayapura", True), ("Asia/Makassar", True), ("Asia/Pontianak", False)])
def kantor(request, dinas):
    """(the office, whether it is the 11th there already)."""
    dinas.instansi.zona_waktu, esok = request.param
    dinas.instansi.save()
    return dinas, esok


def _plh(dinas):
    return Penugasan.objects.create(
        pegawai=dinas.sekdin,
        jabatan=dinas.jabatan["kadis"],
        jenis="plh",
        tunggal=True,
        dari=BESOK,
        sampai=BESOK,
    )


def test_a_plh_acts_from_midnight_by_the_clock_of_the_post(kantor):
    dinas, esok = kantor
    _plh(dinas)
    jabatan = dinas.jabatan["kadis"]
    bertindak = dinas.sekdin if esok else dinas.kadis
    assert (jabatan.pk in kedudukan(dinas.sekdin).jabatan) is esok
    assert (jabatan.pk in kedudukan(dinas.kadis).jabatan) is not esok
    assert list(pemegang(jabatan)) == [bertindak]
    assert [p.pegawai for p in pemegang_jabatan([jabatan.pk])[jabatan.pk]] == [bertindak]


def test_a_day_that_is_named_is_the_same_everywhere(kantor):
    dinas, _ = kantor
    _plh(dinas)
    assert dinas.jabatan["kadis"].pk in kedudukan(dinas.sekdin, BESOK).jabatan
    assert dinas.jabatan["kadis"].pk not in kedudukan(dinas.sekdin, HARI_INI).jabatan


def test_membership_and_delegation_end_by_the_clock_of_the_office(kantor):
    dinas, esok = kantor
    tim = Tim.objects.create(instansi=dinas.instansi, nama="Tim LKjIP", tahun=2026)
    AnggotaTim.objects.create(tim=tim, pegawai=dinas.staf, dari=KEMARIN, sampai=HARI_INI)
    Pelimpahan.objects.create(
        jabatan=dinas.jabatan["sekdin"], pegawai=dinas.staf, dari=KEMARIN, sampai=HARI_INI, alasan="Cuti.",
        pembuat=dinas.sekdin,
    )  # fmt: skip
    kini = kedudukan(dinas.staf)
    assert (bool(kini.tim), bool(kini.limpahan)) == (not esok, not esok)
    assert bool(anggota(tim)) is bool(anggota_tim([tim.pk])) is not esok
    assert pelimpahan_berlaku([dinas.jabatan["sekdin"].pk]).exists() is not esok


def test_the_acts_count_by_the_day_of_the_office(kantor):
    dinas, esok = kantor
    isian = {"jabatan": dinas.jabatan["sekdin"], "penerima": dinas.staf, "alasan": "Cuti."}
    assert hari_ini(dinas.instansi) == (BESOK if esok else HARI_INI)
    if esok:
        with pytest.raises(Ditolak, match="sudah lewat"):
            actions.limpahkan(pegawai=dinas.sekdin, dari=HARI_INI, sampai=HARI_INI, **isian)
    else:
        assert actions.limpahkan(pegawai=dinas.sekdin, dari=HARI_INI, sampai=HARI_INI, **isian).pk


def test_who_leaves_a_team_belongs_to_it_until_midnight_of_the_office(kantor):
    dinas, esok = kantor
    tim = Tim.objects.create(instansi=dinas.instansi, nama="Tim LKjIP", tahun=2026)
    masuk = actions.tambah_anggota(pegawai=dinas.pengelola, tim=tim, orang=dinas.staf)
    assert masuk.dari == (BESOK if esok else HARI_INI)
    actions.akhiri_keanggotaan(pegawai=dinas.pengelola, keanggotaan=masuk)
    masuk.refresh_from_db()
    assert masuk.sampai == (BESOK if esok else HARI_INI)
