"""Delegating the daily work of a post: who may, to whom, when; the rule is the same on both databases."""

from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from lapkin.bahasa.tanggal import tambah_bulan
from lapkin.conftest import bangun_dinas
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi import actions, batas_penugasan
from lapkin.organisasi.models import Pelimpahan, Penugasan
from lapkin.organisasi.queries import kedudukan, pelimpahan_terlihat

HARI_INI = date(2026, 3, 10)
BESOK = HARI_INI + timedelta(days=1)


@pytest.fixture(autouse=True)
def siang_hari(monkeypatch):
    """It is 10 March 2026, 12.00 WIB, however long the tests take."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 10, 5, tzinfo=UTC))


def _limpahkan(dinas, oleh=None, jabatan="sekdin", penerima=None, dari=HARI_INI, sampai=BESOK, **isian):
    return actions.limpahkan(
        pegawai=oleh or dinas.sekdin,
        jabatan=dinas.jabatan[jabatan],
        penerima=penerima or dinas.kasubbag,
        dari=dari,
        sampai=sampai,
        **{"alasan": "Cuti tahunan", **isian},
    )


def test_the_delegate_has_the_turns_of_the_post_but_does_not_hold_it(dinas):
    _limpahkan(dinas)
    kini = kedudukan(dinas.kasubbag)
    sekretaris = dinas.jabatan["sekdin"].pk
    assert kini.limpahan == {sekretaris: "Sekretaris Dinas (atas pelimpahan)"}
    assert sekretaris not in kini.jabatan
    assert kini.sebutan == "Kepala Subbagian Program"


def test_the_holder_may_still_act(dinas):
    _limpahkan(dinas)
    assert dinas.jabatan["sekdin"].pk in kedudukan(dinas.sekdin).jabatan


@pytest.mark.parametrize(("geser", "berlaku"), [(-1, False), (0, True), (3, True), (4, False)])
def test_a_delegation_holds_from_its_first_to_its_last_day(dinas, geser, berlaku):
    _limpahkan(dinas, sampai=HARI_INI + timedelta(days=3))
    assert bool(kedudukan(dinas.kasubbag, HARI_INI + timedelta(days=geser)).limpahan) is berlaku


def test_the_pengelola_delegates_for_others(dinas):
    assert _limpahkan(dinas, oleh=dinas.pengelola).pembuat == dinas.pengelola


def test_nobody_delegates_anothers_post(dinas):
    for orang in (dinas.kasubbag, dinas.kadis, dinas.orang_luar):
        with pytest.raises(Ditolak, match="hanya dapat dilimpahkan"):
            _limpahkan(dinas, oleh=orang, penerima=dinas.staf)


def test_what_was_delegated_is_not_delegated_onwards(dinas):
    _limpahkan(dinas)
    with pytest.raises(Ditolak, match="tidak dapat melimpahkannya lagi"):
        _limpahkan(dinas, oleh=dinas.kasubbag, penerima=dinas.staf)


def test_the_delegate_is_an_active_officer_of_that_office_and_not_its_holder(dinas):
    with pytest.raises(Ditolak, match="Orang Luar bukan pegawai aktif"):
        _limpahkan(dinas, penerima=dinas.orang_luar)
    with pytest.raises(Ditolak, match="Pak Sekdin sudah memegang jabatan"):
        _limpahkan(dinas, oleh=dinas.pengelola, penerima=dinas.sekdin)
    dinas.kasubbag.is_active = False
    dinas.kasubbag.save()
    with pytest.raises(Ditolak, match="bukan pegawai aktif"):
        _limpahkan(dinas)


def test_two_delegations_of_one_post_do_not_overlap(dinas):
    _limpahkan(dinas)
    with pytest.raises(Ditolak, match="sudah dilimpahkan kepada Ibu Kasubbag"):
        _limpahkan(dinas, penerima=dinas.staf, dari=BESOK, sampai=BESOK)
    lusa = BESOK + timedelta(days=1)
    assert _limpahkan(dinas, penerima=dinas.staf, dari=lusa, sampai=lusa).pk


@pytest.mark.postgresql
def test_postgresql_itself_refuses_two_at_once(dinas):
    ada = _limpahkan(dinas)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pelimpahan.objects.create(
            jabatan=ada.jabatan,
            pegawai=dinas.staf,
            pembuat=dinas.sekdin,
            dari=BESOK,
            sampai=BESOK,
            alasan="a",
        )


@pytest.mark.django_db(transaction=True)
def test_of_two_delegations_at_one_moment_one_is_refused():
    dinas = bangun_dinas()
    mulai, hasil = Barrier(2), []

    def jalan(penerima):
        mulai.wait(timeout=10)
        try:
            hasil.append(_limpahkan(dinas, penerima=penerima))
        except Ditolak as tolakan:
            hasil.append(tolakan)
        finally:
            connection.close()

    utas = [Thread(target=jalan, args=[penerima]) for penerima in (dinas.kasubbag, dinas.staf)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(timeout=30)
    assert sorted(type(satu).__name__ for satu in hasil) == ["Ditolak", "Pelimpahan"]
    assert Pelimpahan.objects.count() == 1


def test_a_revoked_delegation_ends_at_once_and_makes_room(dinas):
    pelimpahan = _limpahkan(dinas)
    actions.cabut_pelimpahan(pegawai=dinas.sekdin, pelimpahan=pelimpahan)
    assert kedudukan(dinas.kasubbag).limpahan == {}
    assert _limpahkan(dinas, penerima=dinas.staf).pk
    with pytest.raises(Ditolak, match="sudah dicabut"):
        actions.cabut_pelimpahan(pegawai=dinas.sekdin, pelimpahan=pelimpahan)


def test_the_delegate_does_not_revoke(dinas):
    pelimpahan = _limpahkan(dinas)
    with pytest.raises(Ditolak, match="hanya dapat dilimpahkan"):
        actions.cabut_pelimpahan(pegawai=dinas.kasubbag, pelimpahan=pelimpahan)


def test_days_that_are_over_and_empty_reasons_are_refused(dinas):
    kemarin = HARI_INI - timedelta(days=1)
    with pytest.raises(Ditolak, match="sudah lewat"):
        _limpahkan(dinas, dari=kemarin, sampai=kemarin)
    with pytest.raises(Ditolak):
        _limpahkan(dinas, alasan="  ")
    assert not Pelimpahan.objects.exists()


def test_both_acts_stand_in_the_chain_of_the_office(dinas):
    pelimpahan = _limpahkan(dinas)
    actions.cabut_pelimpahan(pegawai=dinas.sekdin, pelimpahan=pelimpahan)
    jenis = Peristiwa.objects.filter(objek=f"pelimpahan:{pelimpahan.pk}").order_by("urut")
    assert [p.jenis for p in jenis] == ["pelimpahan.dibuat", "pelimpahan.dicabut"]
    assert "Cuti tahunan" in jenis[0].uraian


def test_one_sees_the_delegations_that_concern_one(dinas):
    pelimpahan = _limpahkan(dinas)
    terlihat = {
        nama: pelimpahan in pelimpahan_terlihat(orang)
        for nama, orang in vars(dinas).items()
        if hasattr(orang, "username")
    }
    assert terlihat == {
        "sekdin": True, "kasubbag": True, "pengelola": True, "kadis": False, "staf": False, "orang_luar": False,
    }  # fmt: skip


def test_a_plh_of_three_months_is_in_time_and_a_day_more_is_not():
    dari = date(2026, 1, 15)
    assert batas_penugasan.kalimat_lewat("plh", "Plh. Sekretaris", dari, date(2026, 4, 14)) == ("", False)
    kalimat, _ = batas_penugasan.kalimat_lewat("plh", "Plh. Sekretaris", dari, date(2026, 4, 15))
    assert kalimat.startswith("Plh. Sekretaris paling lama 3 bulan, yaitu sampai 14-04-2026")
    assert "belum mempunyai hari terakhir" in batas_penugasan.kalimat_lewat("plt", "Plt.", dari, None)[0]
    assert batas_penugasan.kalimat_lewat("definitif", "Sekretaris", dari, None) == ("", False)


def test_every_limit_is_said_with_its_source_and_what_comes_after():
    kalimat = batas_penugasan.kalimat_batas({"plt": "Plt.", "plh": "Plh.", "pj": "Pj."}, date(2026, 1, 1))
    assert "Plt. paling lama 12 bulan; sesudahnya isi jabatan itu secara definitif" in kalimat
    assert "Plh. paling lama 3 bulan; sesudahnya catat penugasan baru" in kalimat
    assert kalimat.endswith(". Sumber: aturan tata naskah dinas daerah turunan Permendagri 54/2009.")
    assert "Pj." not in kalimat


def test_the_limits_stand_where_a_plt_or_a_delegation_is_entered(client, dinas):
    client.force_login(dinas.pengelola)
    jabatan = dinas.jabatan["kadis"].pk
    halaman = client.get(reverse("tugaskan", args=[dinas.instansi.kode, jabatan])).text
    assert "Plh. paling lama 3 bulan" in halaman
    assert "turunan Permendagri 54/2009" in halaman
    assert "Pelimpahan paling lama 12 bulan" in client.get(reverse("pelimpahan_baru")).text


def test_the_end_of_the_calendar_is_no_error():
    assert batas_penugasan.kalimat_lewat("plh", "Plh.", date(9999, 12, 1), date(9999, 12, 31)) == ("", False)


@pytest.mark.parametrize(
    ("dari", "sampai", "kalimat"),
    [
        (date(1, 1, 1), BESOK, "tidak berlaku surut"),
        (HARI_INI - timedelta(days=1), BESOK, "tidak berlaku surut"),
        (BESOK, HARI_INI, "tidak boleh sebelum hari pertamanya"),
        (HARI_INI, tambah_bulan(HARI_INI, 12), "paling lama 12 bulan, yaitu sampai"),
        (HARI_INI, date(9999, 12, 31), "paling lama 12 bulan"),
        (tambah_bulan(HARI_INI, 12), tambah_bulan(HARI_INI, 13), "Hari pertama pelimpahan paling lambat"),
        (date(9999, 1, 1), date(9999, 12, 31), "Hari pertama pelimpahan paling lambat"),
    ],
)
def test_a_delegation_begins_within_a_year_and_lasts_a_year_at_most(dinas, dari, sampai, kalimat):
    with pytest.raises(Ditolak, match=kalimat):
        _limpahkan(dinas, dari=dari, sampai=sampai)
    assert not Pelimpahan.objects.exists()


def test_a_delegation_of_a_whole_year_is_kept(dinas):
    assert _limpahkan(dinas, sampai=tambah_bulan(HARI_INI, 12) - timedelta(days=1)).pk


@pytest.mark.parametrize("sifat", ["larangan", "peringatan"])
def test_the_data_say_whether_too_long_is_refused_or_only_warned_of(dinas, monkeypatch, sifat):
    batas = batas_penugasan.BatasPenugasan(
        jenis="plh", bulan=1, mulai=date(2020, 1, 1), sifat=sifat, sumber="aturan uji", sesudah="x"
    )
    monkeypatch.setattr(batas_penugasan, "_daftar", lambda: (batas,))
    isian = {"pegawai": dinas.pengelola, "jabatan": dinas.jabatan["kadis"], "orang": dinas.sekdin}
    waktu = {"jenis": "plh", "dari": date(2026, 3, 1), "sampai": date(2026, 4, 1)}
    if sifat == "larangan":
        with pytest.raises(Ditolak, match="paling lama 1 bulan"):
            actions.tugaskan(**isian, **waktu)
    else:
        actions.tugaskan(**isian, **waktu)
    assert Penugasan.objects.filter(jenis="plh").exists() is (sifat == "peringatan")
