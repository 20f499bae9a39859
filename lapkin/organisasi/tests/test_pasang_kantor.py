"""The first use of an empty installation: one command, then the door is open."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from lapkin.jejak.models import Peristiwa
from lapkin.organisasi.management.commands import pasang_kantor
from lapkin.organisasi.models import Instansi, Pegawai

pytestmark = pytest.mark.django_db
ISIAN = {"kode": "dinkes", "nama": "Dinas Kesehatan", "tempat": "Pontianak", "zona_waktu": "Asia/Pontianak"}


@pytest.fixture(autouse=True)
def tanpa_migrasi(monkeypatch):
    """The tests' own database has its tables; migrating it again takes a second."""
    monkeypatch.setattr(pasang_kantor, "call_command", lambda *args, **kwargs: None)


def _pasang(**isian):
    keluaran = io.StringIO()
    call_command("pasang_kantor", stdout=keluaran, **isian)
    return keluaran.getvalue()


def _masukan(monkeypatch, teks, terminal=False):
    masukan = io.StringIO(teks)
    masukan.isatty = lambda: terminal
    monkeypatch.setattr("sys.stdin", masukan)


def test_an_office_and_its_administrator_are_made(monkeypatch):
    _masukan(monkeypatch, "")
    keluaran = _pasang(**ISIAN)
    instansi, pengelola = Instansi.objects.get(), Pegawai.objects.get()
    assert (instansi.nama, instansi.jenis, instansi.zona_waktu) == ("Dinas Kesehatan", "pd", "Asia/Pontianak")
    assert (pengelola.username, pengelola.pengelola, pengelola.instansi) == ("pengelola", True, instansi)
    assert "bin/lapkin muat_sop sop/dp3a-kalbar-lkjip.toml --instansi dinkes" in keluaran
    assert list(Peristiwa.objects.values_list("jenis", flat=True)) == [
        "instansi.dipasang",
        "pegawai.ditambah",
    ]


def test_the_printed_password_opens_the_door_and_must_be_replaced(client, monkeypatch):
    _masukan(monkeypatch, "")
    [baris] = [baris for baris in _pasang(**ISIAN).splitlines() if baris.startswith("Kata sandi")]
    sandi = baris.rpartition(": ")[2]
    client.post(reverse("account_login"), {"login": "pengelola", "password": sandi})
    assert client.get("/", follow=True).redirect_chain[0][0].startswith(reverse("account_change_password"))


def test_a_password_of_the_own_is_taken_from_the_environment_or_the_input(monkeypatch):
    monkeypatch.setenv("LAPKIN_SANDI_PENGELOLA", "kalimat dari lingkungan")
    _masukan(monkeypatch, "kalimat dari masukan\n")
    assert "Kata sandi" not in _pasang(**ISIAN)
    _pasang(**ISIAN | {"kode": "dikbud", "pengguna": "Dikbud"}, tambah=True, sandi_dari_masukan=True)
    pertama, kedua = Pegawai.objects.order_by("pk")
    assert pertama.check_password("kalimat dari lingkungan")
    assert kedua.username == "dikbud"
    assert kedua.check_password("kalimat dari masukan")
    assert not Pegawai.objects.filter(sandi_sementara=True).exists()


@pytest.mark.parametrize("sandi", ["pendek", "password123"])
def test_a_weak_password_is_refused(monkeypatch, sandi):
    monkeypatch.setenv("LAPKIN_SANDI_PENGELOLA", sandi)
    with pytest.raises(CommandError, match="belum memadai"):
        _pasang(**ISIAN)
    assert not Instansi.objects.exists()


def test_questions_are_asked_again_until_the_answer_will_do(monkeypatch, capsys):
    _masukan(monkeypatch, "", terminal=True)
    jawaban = iter(["Dinas Kesehatan!", "dinkes", "Dinas Kesehatan", "", "Pontianak", "WIB?", "", ""])
    daftar_tanya = []
    monkeypatch.setattr("builtins.input", lambda tanya: daftar_tanya.append(tanya) or next(jawaban))
    _pasang()
    assert Instansi.objects.get().kode == "dinkes"
    assert len(daftar_tanya) == 8
    assert "[pd]" in daftar_tanya[3]
    keluhan = capsys.readouterr().err
    assert "Kode hanya memuat huruf" in keluhan
    assert "WIB? bukan salah satu" in keluhan


def test_what_is_missing_is_named_by_its_argument(monkeypatch):
    _masukan(monkeypatch, "")
    with pytest.raises(CommandError, match="--kode: "):
        _pasang(nama="Dinas Kesehatan")


def test_a_second_time_is_refused_with_the_way_to_go_on(dinas):
    with pytest.raises(CommandError, match="--tambah"):
        _pasang(**ISIAN)
    with pytest.raises(CommandError, match="sudah dipakai"):
        _pasang(**ISIAN | {"kode": "dp3a-kalbar"}, tambah=True)
    with pytest.raises(CommandError, match="Nama pengguna telah ada"):
        _pasang(**ISIAN, tambah=True)


def test_the_door_of_an_empty_installation_says_what_to_run(client):
    assert "bin/lapkin pasang_kantor" in client.get(reverse("account_login")).text


def test_the_door_of_an_office_says_nothing_of_it(client, dinas):
    assert "pasang_kantor" not in client.get(reverse("account_login")).text
