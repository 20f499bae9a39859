"""The door: signing in by NIP or user name, what is closed, and the admin site that only shows."""

import pytest
from allauth.account import urls as alamat_allauth
from django.urls import reverse

from lapkin.conftest import SANDI
from lapkin.organisasi.admin import situs
from lapkin.organisasi.models import Pegawai


def _masuk(client, nama, sandi=SANDI):
    return client.post(reverse("account_login"), {"login": nama, "password": sandi})


@pytest.mark.parametrize("nama", ["kadis", "KADIS", "000000000000000001", "00000000 000000 0 001"])
def test_signing_in_by_user_name_or_nip(client, dinas, nama):
    Pegawai.objects.filter(pk=dinas.kadis.pk).update(nip="000000000000000001")
    assert _masuk(client, nama).status_code == 302
    assert client.session["_auth_user_id"] == str(dinas.kadis.pk)


def test_a_wrong_password_is_refused_in_words(client, dinas):
    halaman = _masuk(client, "kadis", "salah")
    assert "Ada yang perlu diperbaiki" in halaman.text
    assert "_auth_user_id" not in client.session


def test_a_closed_account_cannot_sign_in(client, dinas):
    Pegawai.objects.filter(pk=dinas.kadis.pk).update(is_active=False)
    _masuk(client, "kadis")
    assert "_auth_user_id" not in client.session


def test_guessing_passwords_is_slowed_down(client, dinas):
    jawaban = [_masuk(client, "kadis", f"tebakan-{nomor}") for nomor in range(12)]
    assert "Terlalu banyak" in jawaban[-1].text


def test_the_own_password_is_changed(client, dinas):
    client.force_login(dinas.kadis)
    baru = "kalimat sandi yang baru"
    isian = {"oldpassword": SANDI, "password1": baru, "password2": baru}
    assert client.post(reverse("account_change_password"), isian).status_code == 302
    dinas.kadis.refresh_from_db()
    assert dinas.kadis.check_password(baru)


def test_whoever_cannot_sign_in_reads_whom_to_ask(client, db):
    assert "Akun Lapkin dibuat oleh pengelola" in client.get(reverse("account_signup")).text


def test_no_other_page_of_allauth_is_reachable(client, db):
    terbuka = {"account_login", "account_logout"}
    for rute in alamat_allauth.urlpatterns:
        if rute.name not in terbuka and "<" not in str(rute.pattern) and "?P" not in str(rute.pattern):
            assert client.get(f"/akun/{rute.pattern}").status_code in {302, 404}, rute.name


def test_a_missing_page_says_so_in_indonesian(client, dinas):
    client.force_login(dinas.kadis)
    halaman = client.get("/tidak-ada/")
    assert (halaman.status_code, "Halaman tidak ditemukan" in halaman.text) == (404, True)


def test_the_admin_site_shows_to_staff_and_changes_nothing(client, dinas):
    Pegawai.objects.filter(pk=dinas.kadis.pk).update(is_staff=True)
    client.force_login(Pegawai.objects.get(pk=dinas.kadis.pk))
    for model in situs._registry:
        nama = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        assert client.get(reverse(f"{nama}_changelist")).status_code == 200, nama
        assert client.get(reverse(f"{nama}_add")).status_code == 403, nama
    halaman = client.get(reverse("admin:organisasi_pegawai_change", args=[dinas.kadis.pk]))
    assert halaman.status_code == 200
    assert dinas.kadis.password not in halaman.text
    tujuan = reverse("admin:organisasi_pegawai_delete", args=[dinas.kadis.pk])
    assert client.post(tujuan, {"post": "yes"}).status_code == 403


def test_the_admin_site_is_closed_to_everybody_else(client, dinas):
    client.force_login(dinas.pengelola)
    assert client.get(reverse("admin:index"), follow=True).status_code == 403
