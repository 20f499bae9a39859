"""Paraf and tanda tangan on the report: bound to the version that was read."""

import pytest

from lapkin.alur.models import Output
from lapkin.alur.tests.bantuan import terbuka
from lapkin.jejak.ditolak import Ditolak
from lapkin.naskah.models import Paraf, TandaTangan

from .bantuan import isian, kerjakan, maju, pekerjaan, pindaian, versi_laporan

pytestmark = pytest.mark.django_db


def test_a_signed_report_is_a_paper_of_the_step_though_the_sop_names_none():
    tugas = maju(pekerjaan("dp3a-kalbar-lkjip"), "tanda-tangan")
    versi = versi_laporan(tugas.pelaksanaan)
    kerjakan(tugas, pindaian(tugas), dibaca=True, sidik=versi.pdf.sha256)
    hasil = TandaTangan.objects.get().berkas_hasil
    assert Output.objects.get(langkah="tanda-tangan").berkas == hasil
    assert terbuka(tugas.pelaksanaan).get().jenis == "disposisi"


def test_a_newer_version_must_be_read_before_it_is_signed():
    tugas = maju(pekerjaan("dp3a-kalbar-lkjip"), "tanda-tangan")
    lama = versi_laporan(tugas.pelaksanaan)
    pindai = pindaian(tugas)
    versi_laporan(tugas.pelaksanaan)
    with pytest.raises(Ditolak, match="sudah berganti"):
        kerjakan(tugas, pindai, dibaca=True, sidik=lama.pdf.sha256)
    assert not TandaTangan.objects.exists()


def test_a_version_made_after_the_initials_needs_new_ones():
    paraf_kasubbag = maju(pekerjaan("kominfo-kalbar-lakip"), "paraf-kasubbag")
    versi = versi_laporan(paraf_kasubbag.pelaksanaan)
    for _ in range(2):
        tugas = terbuka(paraf_kasubbag.pelaksanaan).get()
        kerjakan(tugas, dibaca=True, sidik=versi.pdf.sha256)
    assert Paraf.objects.filter(berkas_dibaca=versi.pdf).count() == 2
    baru = versi_laporan(paraf_kasubbag.pelaksanaan)
    tanda_tangan = terbuka(paraf_kasubbag.pelaksanaan).get()
    with pytest.raises(Ditolak, match="belum ada paraf Kasubbag Renja, Sekretaris"):
        kerjakan(tanda_tangan, pindaian(tanda_tangan), dibaca=True, sidik=baru.pdf.sha256)


def test_the_tick_that_it_was_read_is_wanted():
    tugas = maju(pekerjaan("kominfo-kalbar-lakip"), "paraf-kasubbag")
    versi = versi_laporan(tugas.pelaksanaan)
    assert "dibaca" in isian(tugas, sidik=versi.pdf.sha256).errors
