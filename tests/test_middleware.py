"""What every answer keeps to: private pages, GETs that cannot write, lost races told in a sentence."""

import pytest
from django.contrib.messages.storage import default_storage
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import RequestFactory

from lapkin.conftest import bangun_dinas
from lapkin.jejak.ditolak import Ditolak
from lapkin.middleware import (
    MenulisDalamGet,
    asal_permintaan,
    baca_saja_dalam_get,
    ditolak_jadi_halaman,
)

pytestmark = pytest.mark.django_db


def jalankan_dalam_get(perintah):
    def view(request):
        with connection.cursor() as kursor:
            kursor.execute(perintah)
        return HttpResponse()

    return baca_saja_dalam_get(view)(RequestFactory().get("/"))


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE jejak_pemberitahuan SET teks = ''",
        "WITH x AS (SELECT 1) UPDATE jejak_pemberitahuan SET teks = ''",
        "WITH x AS (DELETE FROM jejak_pemberitahuan RETURNING 1) SELECT * FROM x",
        "explain analyze\ndelete from jejak_pemberitahuan",
    ],
)
def test_a_get_cannot_write_however_the_statement_begins(perintah):
    with pytest.raises(MenulisDalamGet):
        jalankan_dalam_get(perintah)


def test_a_get_reads_in_a_with_query():
    assert jalankan_dalam_get("WITH x AS (SELECT 1 AS update_ke) SELECT * FROM x").status_code == 200


def test_pages_stay_out_of_shared_caches(client):
    client.force_login(bangun_dinas().kadis)
    assert client.get("/").headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("alamat", ["/arsip/?teks=%00", "/laporan/1/bagian/%00/"])
def test_an_address_with_a_nul_is_no_address(client, alamat):
    client.force_login(bangun_dinas().kadis)
    assert client.get(alamat).status_code == 404


def test_a_lost_race_for_a_lock_is_told_in_a_sentence():
    penjaga = ditolak_jadi_halaman(lambda request: None)
    permintaan = RequestFactory().post("/")
    permintaan.user, permintaan.htmx = bangun_dinas().kadis, True
    jawaban = penjaga.process_exception(permintaan, OperationalError("database is locked"))
    assert jawaban.status_code == 503
    assert "Kirim sekali lagi" in jawaban.content.decode()
    assert penjaga.process_exception(permintaan, OperationalError("no such table: x")) is None


@pytest.mark.parametrize(
    ("asal", "kembali"),
    [
        ("http://testserver/tugas/7/?a=1#bagian", "http://testserver/tugas/7/?a=1"),
        ("http://testserver//lain.example/", "http://testserver//lain.example/"),
        ("http://lain.example/tugas/7/", ""),
        ("http://testserver@lain.example/", ""),
        ("//testserver.lain.example/", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_refusal_leads_back_only_to_a_page_of_ours(asal, kembali):
    assert asal_permintaan(RequestFactory().post("/tugas/7/tenggat/", headers={"referer": asal})) == kembali


def test_a_page_that_is_refused_itself_is_no_way_back():
    permintaan = RequestFactory().get("/sop/revisi/3/sunting/", headers={"referer": "http://testserver/sop/"})
    assert asal_permintaan(permintaan) == "http://testserver/sop/"
    permintaan = RequestFactory().get("/sop/", headers={"referer": "http://testserver/sop/"})
    assert asal_permintaan(permintaan) == ""


def test_the_page_of_a_refusal_has_the_way_back_and_the_desk(client):
    penjaga = ditolak_jadi_halaman(lambda request: None)
    permintaan = RequestFactory().post("/tugas/7/", headers={"referer": "http://testserver/tugas/7/"})
    permintaan.user, permintaan.htmx, permintaan.session = bangun_dinas().kadis, False, client.session
    permintaan._messages = default_storage(permintaan)
    halaman = penjaga.process_exception(permintaan, Ditolak("Belum giliran Anda.")).content.decode()
    assert 'href="http://testserver/tugas/7/">Kembali ke halaman sebelumnya' in halaman
    assert "Ke Giliran saya" in halaman
