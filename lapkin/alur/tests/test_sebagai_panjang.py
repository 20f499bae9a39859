"""The longest name of a post, with "Plh." or a handing-on around it, fits wherever it is written down."""

import pytest
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Tugas
from lapkin.conftest import buat_pegawai
from lapkin.organisasi import actions as organisasi
from lapkin.organisasi.models import Jabatan

from .bantuan import kantor, kerjakan, terbuka

pytestmark = pytest.mark.django_db


@pytest.fixture
def tugas():
    """The first task of a case, at a post whose name fills its column."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    satu = terbuka(actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)).get()
    Jabatan.objects.filter(pk=satu.jabatan_id).update(nama="K" * 200)
    return Tugas.objects.get(pk=satu.pk), pengelola


@pytest.mark.parametrize("cara", ["plh", "alih"])
def test_a_task_is_finished_by_whoever_stands_in_for_the_longest_name(tugas, cara):
    satu, pengelola = tugas
    orang, _ = buat_pegawai(satu.instansi, "pengganti", "Ibu Pengganti")
    kini = timezone.localdate()
    if cara == "plh":
        organisasi.tugaskan(
            pegawai=pengelola, jabatan=satu.jabatan, orang=orang, jenis="plh", dari=kini, sampai=kini
        )
    else:
        Tugas.objects.filter(pk=satu.pk).update(penerima=orang)
    satu = Tugas.objects.get(pk=satu.pk)
    kerjakan(satu, pegawai=orang)
    satu.refresh_from_db()
    assert satu.sebagai == (f"Plh. {'K' * 200}" if cara == "plh" else f"{'K' * 200} (atas pengalihan)")
