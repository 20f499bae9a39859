"""A password that somebody else made is replaced before anything else."""

import pytest
from django.urls import reverse

from lapkin.conftest import SANDI
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi import actions
from lapkin.organisasi.models import Pegawai

BARU = "kalimat sandi yang baru"


@pytest.fixture
def sementara(client, dinas):
    """The Kadis signs in with the password that the administrator made anew."""
    sandi = actions.buat_sandi_baru(pegawai=dinas.pengelola, orang=dinas.kadis)
    client.post(reverse("account_login"), {"login": "kadis", "password": sandi})
    return sandi


def _ganti(client, lama, baru=BARU, **isian):
    isian |= {"oldpassword": lama, "password1": baru, "password2": baru}
    return client.post(reverse("account_change_password"), isian)


def test_a_new_person_has_a_temporary_password(dinas):
    orang, _ = actions.tambah_pegawai(
        pegawai=dinas.pengelola, instansi=dinas.instansi, nama="Ibu Baru", username="ibu.baru"
    )
    assert Pegawai.objects.get(pk=orang.pk).sandi_sementara


@pytest.mark.parametrize("alamat", ["/", "/naskah/", "/organisasi/", "/tidak-ada/"])
def test_every_page_leads_to_the_change_of_password(client, sementara, alamat):
    jawaban = client.get(alamat)
    assert jawaban.status_code == 302
    assert jawaban["Location"].startswith(reverse("account_change_password"))


def test_no_act_is_open_before_the_change(client, sementara):
    jawaban = client.post(reverse("pemberitahuan_dibaca"))
    assert jawaban["Location"] == reverse("account_change_password")


def test_the_page_says_why_and_offers_to_leave(client, sementara):
    halaman = client.get(reverse("account_change_password")).text
    assert "Kata sandi Anda masih sementara" in halaman
    assert "kembali ke Giliran saya" not in halaman
    assert client.get(reverse("account_logout")).status_code == 200


def test_after_the_change_one_goes_on_to_what_was_asked_for(client, dinas, sementara):
    assert _ganti(client, sementara, next="/naskah/")["Location"] == "/naskah/"
    assert client.get("/naskah/").status_code == 200
    dinas.kadis.refresh_from_db()
    assert dinas.kadis.check_password(BARU)
    assert not dinas.kadis.sandi_sementara


def test_the_temporary_password_cannot_be_kept(client, dinas, sementara):
    assert "harus berbeda" in _ganti(client, sementara, baru=sementara).text
    dinas.kadis.refresh_from_db()
    assert dinas.kadis.sandi_sementara


def test_a_change_leaves_its_event_without_the_secret(client, dinas):
    client.force_login(dinas.kadis)
    assert _ganti(client, SANDI)["Location"] == reverse("beranda")
    peristiwa = Peristiwa.objects.get(jenis="sandi.diganti")
    assert peristiwa.uraian == "Ibu Kadis mengganti kata sandinya sendiri."
    assert (peristiwa.rantai, peristiwa.pegawai) == (dinas.instansi.kunci, dinas.kadis)
    semua = str(list(Peristiwa.objects.values()))
    dinas.kadis.refresh_from_db()
    assert BARU not in semua
    assert dinas.kadis.password not in semua


def test_an_account_of_no_instansi_may_change_its_password_too(client, db):
    orang = Pegawai.objects.create_superuser("pemasang", SANDI)
    client.force_login(orang)
    assert _ganti(client, SANDI).status_code == 302
    assert Peristiwa.objects.get(jenis="sandi.diganti").pegawai == orang
