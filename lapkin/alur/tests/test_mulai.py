"""Starting a case: for which years, and what may not happen to its SOP meanwhile."""

import sys
import threading

import pytest
from django.db import connection
from django.urls import reverse

from lapkin.alur import actions
from lapkin.alur.models import Pelaksanaan
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi.models import Instansi
from lapkin.sop.tests.benih import isi_sop

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


@pytest.mark.django_db
def test_the_pengelola_of_the_pemda_starts_a_case_below_it_and_no_other_pengelola_does(client):
    instansi, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    pemda = Instansi.objects.create(kode="pemda", nama="Pemda", jenis="pemda")
    instansi.induk = pemda
    instansi.save()
    saudara = Instansi.objects.create(kode="saudara", nama="Dinas Saudara", induk=pemda)
    asing, _ = buat_pegawai(saudara, "pengelola-saudara", "Pengelola Saudara", pengelola=True)
    with pytest.raises(Ditolak, match="pelaksana langkah pertama SOP atau oleh pengelola"):
        actions.mulai(pegawai=asing, sop=sop, tahun=2025)
    di_atas, _ = buat_pegawai(pemda, "pengelola-pemda", "Pengelola Pemda", pengelola=True)
    client.force_login(di_atas)
    assert client.post(reverse("pekerjaan_mulai"), {"sop": sop.pk, "tahun": 2025}).status_code == 302
    assert Pelaksanaan.objects.get().pembuat == di_atas


@pytest.mark.django_db
def test_an_sop_is_put_in_force_by_who_manages_its_office_or_by_the_command_line():
    instansi, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    asing, _ = buat_pegawai(instansi, "staf-biasa", "Pak Staf")
    lain = isi_sop("jambi-data-kinerja")
    with pytest.raises(Ditolak, match="Hanya pengelola"):
        actions.pasang_sop(pegawai=asing, instansi=instansi, isi=lain)
    assert instansi.daftar_sop.get() == sop
    actions.pasang_sop(pegawai=None, instansi=instansi, isi=lain)
    assert instansi.daftar_sop.count() == 2


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
