"""Starting a case: for which years, and what may not happen to its SOP meanwhile."""

import sys
import threading

import pytest
from django.db import connection
from django.urls import reverse

from lapkin.alur import actions
from lapkin.alur.models import Pelaksanaan
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa

from .bantuan import kantor, terbuka

# The package exports the act under the module's name.
modul_mulai = sys.modules["lapkin.alur.actions.mulai"]


@pytest.mark.django_db
def test_no_case_is_started_whose_calendar_nobody_knows():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    with pytest.raises(Ditolak, match="Hari libur nasional tahun .* belum diketahui"):
        actions.mulai(pegawai=pengelola, sop=sop, tahun=2090)
    assert not Pelaksanaan.objects.exists()
    assert not Peristiwa.objects.filter(jenis="pelaksanaan.dimulai").exists()


@pytest.mark.django_db
def test_the_form_refuses_the_years_that_the_act_refuses_and_the_last_known_one_runs(client):
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    client.force_login(pengelola)
    jawaban = client.post(reverse("pekerjaan_mulai"), {"sop": sop.pk, "tahun": 2076})
    assert "Tahun 2076 belum dapat dijalankan" in jawaban.content.decode()
    assert client.post(reverse("pekerjaan_mulai"), {"sop": sop.pk, "tahun": 2075}).status_code == 302
    kasus = Pelaksanaan.objects.get()
    assert client.get(reverse("pekerjaan", args=[kasus.pk])).status_code == 200
    assert client.get(reverse("tugas", args=[terbuka(kasus).first().pk])).status_code == 200


SELAMA_MULAI = {
    "cabut": lambda pengelola, sop: actions.cabut(pegawai=pengelola, sop=sop, alasan="Dinas dilebur."),
    "lepas_peran": lambda pengelola, sop: actions.lepas_peran(
        pegawai=pengelola, peran=sop.daftar_peran.first()
    ),
}


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", SELAMA_MULAI)
def test_an_act_on_the_sop_waits_for_a_case_that_is_being_started(monkeypatch, act):
    """By the time it goes on it sees the case: an SOP is not revoked under a running one."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    sampai, lanjut, salah = threading.Event(), threading.Event(), []
    asli = modul_mulai._buat_pelaksanaan

    def tunda(*bahan):
        sampai.set()
        lanjut.wait(5)
        return asli(*bahan)

    def jalan(kerja):
        try:
            kerja()
        except Ditolak as ditolak:
            salah.append(str(ditolak))
        finally:
            connection.close()

    monkeypatch.setattr(modul_mulai, "_buat_pelaksanaan", tunda)
    mulai = threading.Thread(
        target=jalan, args=[lambda: actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)]
    )
    lain = threading.Thread(target=jalan, args=[lambda: SELAMA_MULAI[act](pengelola, sop)])
    mulai.start()
    assert sampai.wait(5)
    lain.start()
    lain.join(0.5)
    assert lain.is_alive()
    lanjut.set()
    mulai.join()
    lain.join()
    kasus = Pelaksanaan.objects.get()
    assert (kasus.status, kasus.revisi.status) == ("berjalan", "berlaku")
    assert salah == (
        ["Masih ada 1 pekerjaan yang berjalan menurut SOP ini. Selesaikan dahulu."] if act == "cabut" else []
    )
