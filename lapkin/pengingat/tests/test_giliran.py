"""Whom a reminder goes to is whoever finds the task on his desk: the same rule, asked from the task's side."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Tugas
from lapkin.alur.queries import dapat_dialihkan, sebagai_giliran
from lapkin.alur.tests.bantuan import kantor, kerjakan, pelaku, terbuka
from lapkin.conftest import buat_pegawai
from lapkin.organisasi.models import Pegawai, Pelimpahan, Penugasan
from lapkin.organisasi.queries import kedudukan
from lapkin.pengingat.queries import pemegang_giliran

HARI_INI = timezone.localdate()


@pytest.mark.django_db
@pytest.mark.parametrize("kode", ["dp3a-kalbar-lkjip", "kominfo-kalbar-lakip"])
def test_a_reminder_knows_the_same_turns_as_the_desk(kode):
    """Units that are collected from, a team, a Plh., a delegate, a receiver: at every step of a run."""
    instansi, pengelola, sop = kantor(kode)
    rekan, wakil = (buat_pegawai(instansi, nama, f"Ibu {nama}")[0] for nama in ("rekan", "wakil"))
    _berhalangan(sop, rekan, wakil)
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    semua = {orang: kedudukan(orang) for orang in Pegawai.objects.all()}
    dialihkan, sebagai = 0, set()
    while tugas := terbuka(kasus, penghimpun=False).first():
        if tugas.pk % 2 and dapat_dialihkan(tugas):
            dialihkan += Tugas.objects.filter(pk=tugas.pk).update(penerima=rekan)
        daftar = list(terbuka(kasus).select_related("penerima"))
        for pk, orang in pemegang_giliran(daftar).items():
            satu = next(t for t in daftar if t.pk == pk)
            giliran = {o: sebagai_giliran(o, satu, kini) for o, kini in semua.items()}
            assert set(orang) == {o for o, kata in giliran.items() if kata}, satu
            assert len(orang) == len(set(orang))
            sebagai |= set(giliran.values())
        tugas.refresh_from_db()
        kerjakan(tugas, pegawai=tugas.penerima or pelaku(tugas))
    assert dialihkan
    for kata in ("Plh. ", "(atas pelimpahan)", "(atas pengalihan)"):
        assert any(kata in satu for satu in sebagai), kata
    assert ("Tim" in {getattr(baris.tim, "nama", "")[:3] for baris in sop.daftar_peran.all()}) == any(
        satu.startswith("Tim") for satu in sebagai
    )


def _berhalangan(sop, rekan, wakil):
    """One post has a Plh., the work of all others is delegated."""
    pertama, *lain = {baris.jabatan for baris in sop.daftar_peran.exclude(jabatan=None)}
    Penugasan.objects.create(pegawai=wakil, jabatan=pertama, jenis="plh", dari=HARI_INI, tunggal=True)
    Pelimpahan.objects.bulk_create(
        Pelimpahan(
            jabatan=jabatan,
            pegawai=rekan,
            dari=HARI_INI,
            sampai=HARI_INI + timedelta(days=1),
            alasan="Cuti.",
            pembuat=wakil,
        )
        for jabatan in lain
    )
