"""Data that went bad behind the forms: every page says in one sentence what is wrong and who can mend it."""

import pytest
from django.urls import reverse

from lapkin.alur import actions
from lapkin.alur.tests.bantuan import kantor, pelaku, terbuka
from lapkin.berkas.actions import bekukan
from lapkin.dokumen.tests.test_lambang import png
from lapkin.organisasi.models import Instansi

pytestmark = pytest.mark.django_db


@pytest.fixture
def kasus():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)


@pytest.mark.parametrize("jam", [{}, {str(hari): [] for hari in range(7)}, {"0": [["pagi", "siang"]]}])
def test_without_working_hours_each_page_says_who_can_fill_them_in(client, kasus, jam):
    Instansi.objects.filter(pk=kasus.instansi.pk).update(jam_kerja=jam)
    tugas = terbuka(kasus).first()
    client.force_login(pelaku(tugas))
    daftar = [("tugas", tugas.pk), ("pekerjaan", kasus.pk), ("sop_kinerja", kasus.revisi.sop_id)]
    for nama, pk in daftar:
        jawaban = client.get(reverse(nama, args=[pk]))
        assert jawaban.status_code == 409, nama
        assert f"Pengelola {kasus.instansi} dapat mengisinya lagi di menu Organisasi" in jawaban.text
    client.force_login(kasus.pembuat)
    assert client.get(reverse("instansi_ubah", args=[kasus.instansi.kode])).status_code == 200


def test_a_trail_that_cannot_be_printed_is_refused_with_a_sentence(client, kasus):
    kasus.instansi.lambang = bekukan(isi=png(4, 5, titik=b"\0"), nama="lambang.png", jenis="png")
    kasus.instansi.save()
    client.force_login(kasus.pembuat)
    jawaban = client.get(reverse("pekerjaan_jejak_pdf", args=[kasus.pk]))
    assert jawaban.status_code == 409
    assert "Dokumen tidak dapat dicetak" in jawaban.text
