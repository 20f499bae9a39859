"""Moving cases that departed from their SOP: finished tasks that may be withdrawn, and steps that were added."""

import sys
import threading
from dataclasses import replace

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.alur import actions
from lapkin.alur.models import RevisiSop, Tugas
from lapkin.alur.pindah import Nasib, TugasKasus, rencanakan
from lapkin.alur.queries import langkah_tugas
from lapkin.alur.tambahan import dengan_tambahan
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.queries import pemegang
from lapkin.sop.bagan import Jenis, Output, Pekerjaan

from .bantuan import kantor, kerjakan, mainkan, pelaku, terbuka
from .test_penyimpangan import sop_dan_tambahan
from .test_pindah import DASAR, baris, ganti, pindah, rencana_kasus, revisi, selesai, sisip, ubah

LAIN = ubah(DASAR, DASAR.daftar_langkah_kerja[0].kode, kegiatan="Memerintahkan dengan cara lain")


@pytest.fixture
def kasus(db):
    """A run of SOP 000 with two units."""
    return _kasus()


def _kasus():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)


@pytest.fixture
def kasus_lebih(kasus):
    """The same, moved to a revision that has one step more, "baru-1" before "himpun", and played up to it."""
    pindah(kasus, sisip(DASAR, "perintah", baris("baru-1")))
    mainkan(kasus, sampai="baru-1")
    return kasus


def _sisipkan(kasus, kode):
    peran = kasus.sop.daftar_peran.get(nama=kasus.dibaca().penanggung_jawab_berlaku)
    return actions.sisipkan(
        pegawai=pemegang(peran.jabatan).get(),
        pelaksanaan=kasus,
        kode=kode,
        kegiatan="Memeriksa sekali lagi",
        peran="Sekdin",
        jenis=Jenis.PERIKSA,
        waktu="1 hari",
        alasan="Diminta pimpinan",
    )


def _tarik(tugas):
    tugas = Tugas.objects.get(pk=tugas.pk)
    return actions.tarik(pegawai=pelaku(tugas), tugas=tugas, alasan="Keliru")


def _rapat(peran):
    return Pekerjaan(jenis=Jenis.RAPAT, oleh=(peran,))


# Withdrawing after a move


def test_a_task_of_a_step_that_the_revision_lost_is_not_withdrawn(kasus_lebih):
    tugas = terbuka(kasus_lebih).get()
    kerjakan(tugas)
    assert pindah(kasus_lebih, LAIN).nasib is Nasib.TETAP
    with pytest.raises(Ditolak, match="dipindahkan ke revisi SOP yang langkahnya lain"):
        _tarik(tugas)
    assert selesai(kasus_lebih)


def test_a_task_whose_turn_the_revision_changed_is_not_withdrawn(kasus_lebih):
    tugas = terbuka(kasus_lebih).get()
    kerjakan(tugas)
    lama = baris("baru-1")
    periksa = (replace(lama.pekerjaan[0], jenis=Jenis.PERIKSA),)
    for pengganti in (
        replace(lama, pekerjaan=periksa),
        baris("baru-1", "Kasubbag"),
        replace(lama, pelaksana=("Kasubbag", "Sekdin"), pekerjaan=(_rapat("Kasubbag"), *lama.pekerjaan)),
    ):
        pindah(kasus_lebih, sisip(DASAR, "perintah", pengganti))
        with pytest.raises(Ditolak, match="langkahnya lain"):
            _tarik(tugas)


def test_a_task_is_not_withdrawn_for_a_step_that_asks_for_a_paper_nobody_would_make_any_more(kasus):
    mainkan(kasus, sampai="surat-pengantar")
    pertama = terbuka(kasus).get()
    while terbuka(kasus).get().langkah == "surat-pengantar":
        terakhir = terbuka(kasus).get()
        kerjakan(terakhir)
    assert terakhir != pertama
    output = (*DASAR.cari("surat-pengantar").output, Output(nama="Salinan surat", jenis=Jenis.SURAT))
    assert pindah(kasus, ubah(DASAR, "surat-pengantar", output=output)).nasib is Nasib.TETAP
    with pytest.raises(Ditolak, match="tidak dapat ditarik kembali"):
        _tarik(terakhir)


def test_a_task_is_not_withdrawn_when_its_step_stands_behind_what_is_open(kasus_lebih):
    tugas = terbuka(kasus_lebih).get()
    kerjakan(tugas)
    kini = terbuka(kasus_lebih, penghimpun=False).first().langkah
    assert pindah(kasus_lebih, sisip(DASAR, kini, baris("baru-1"))).nasib is Nasib.TETAP
    with pytest.raises(Ditolak, match="langkahnya lain"):
        _tarik(tugas)


def test_a_task_whose_step_the_revision_kept_is_withdrawn_and_the_case_ends(kasus_lebih):
    tugas = terbuka(kasus_lebih).get()
    kerjakan(tugas)
    assert pindah(kasus_lebih, sisip(LAIN, "perintah", baris("baru-1"))).nasib is Nasib.TETAP
    assert _tarik(tugas) == terbuka(kasus_lebih).get()
    assert selesai(kasus_lebih)[0] == "baru-1"


# Added steps


def test_a_case_stays_while_an_added_step_is_to_be_done_whose_place_is_gone(kasus_lebih):
    tambahan = _sisipkan(kasus_lebih, "baru-1")
    baru = revisi(kasus_lebih, LAIN)
    assert "masih harus dikerjakan" in rencana_kasus(kasus_lebih, baru).sebab
    kerjakan(terbuka(kasus_lebih).get())
    assert terbuka(kasus_lebih).get().langkah == tambahan.kode
    sebab = rencana_kasus(kasus_lebih, baru).sebab
    assert "“0a. Memeriksa sekali lagi” masih harus dikerjakan" in sebab
    kerjakan(terbuka(kasus_lebih).get())
    assert rencana_kasus(kasus_lebih, baru).nasib is Nasib.TETAP


def test_an_added_step_that_is_done_keeps_its_words_and_is_not_opened_again(kasus_lebih):
    kode = _sisipkan(kasus_lebih, "baru-1").kode
    mainkan(kasus_lebih, sampai="himpun")
    pindah(kasus_lebih, LAIN)
    tugas = kasus_lebih.daftar_tugas.get(langkah=kode)
    assert langkah_tugas(tugas).kegiatan == "Memeriksa sekali lagi"
    assert kode not in selesai(kasus_lebih)


def test_the_kode_of_an_added_step_is_not_given_twice(kasus_lebih):
    lama = _sisipkan(kasus_lebih, "baru-1")
    mainkan(kasus_lebih, sampai="himpun")
    pindah(kasus_lebih, LAIN)
    assert _sisipkan(kasus_lebih, "himpun").kode != lama.kode
    assert selesai(kasus_lebih)


def test_a_revision_whose_row_bears_the_kode_of_an_added_step_is_refused(kasus_lebih):
    kode = _sisipkan(kasus_lebih, "baru-1").kode
    baru = revisi(kasus_lebih, sisip(DASAR, "perintah", baris("baru-1"), baris(kode)))
    assert f"memakai kode “{kode}”" in rencana_kasus(kasus_lebih, baru).sebab


@given(sop_dan_tambahan(), st.data())
@settings(deadline=None, max_examples=60)
def test_after_a_move_no_added_step_is_lost_or_out_of_place(bahan, data):
    asal, tambahan, lama = bahan
    kini = data.draw(st.sampled_from(lama.daftar_langkah_kerja))
    hilang = data.draw(st.sets(st.sampled_from([satu.kode for satu in asal.daftar_langkah_kerja])))
    baru = asal
    for kode in hilang:
        baru = ganti(baru, kode)
    tugas = TugasKasus(langkah=kini.kode, tahap=1, peran=kini.tahapan()[0].daftar_peran[0], terbuka=True)
    rencana = rencanakan(
        lama, baru, [tugas], tambahan=tambahan, terikat=frozenset(peran.nama for peran in lama.peran)
    )
    if rencana.sebab:
        return
    dibaca = dengan_tambahan(baru, tambahan)
    urutan = [satu.kode for satu in dibaca.langkah]
    assert rencana.mendarat.kode in urutan
    kode_tambahan = {satu.kode for satu in lama.langkah} - {satu.kode for satu in asal.langkah}
    nanti = [satu.kode for satu in lama.langkah[lama.langkah.index(kini) :]]
    assert kode_tambahan & {*nanti} <= {*urutan}
    for langkah in dibaca.langkah:
        assert {*langkah.kembali_ke} <= {*urutan}
        if langkah.kode in kode_tambahan:
            assert urutan.index(langkah.kembali_ke[0]) < urutan.index(langkah.kode)


# At one moment


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_no_revision_comes_into_force_while_cases_are_moved(monkeypatch):
    """The move has looked at the revision in force and works on; another one must wait until it is through."""
    kasus = _kasus()
    kedua = revisi(kasus, LAIN)
    modul = sys.modules["lapkin.alur.actions.pindah"]
    asli, di_tengah, selesai_ketiga = modul.daftar_rencana, threading.Event(), threading.Event()
    berlaku_di_tengah = []

    def pasang():
        try:
            di_tengah.wait(10)
            revisi(kasus, ubah(DASAR, "koreksi", kegiatan="Mengoreksi dengan teliti"))
            selesai_ketiga.set()
        finally:
            connection.close()

    def tunda(*isi):
        di_tengah.set()
        berlaku_di_tengah.append(selesai_ketiga.wait(1))
        return asli(*isi)

    monkeypatch.setattr(modul, "daftar_rencana", tunda)
    utas = threading.Thread(target=pasang)
    utas.start()
    actions.pindahkan_kasus(pegawai=kasus.pembuat, sop=kasus.sop, revisi=kedua)
    utas.join(20)
    assert berlaku_di_tengah == [False]
    assert selesai_ketiga.is_set()
    kasus.refresh_from_db()
    assert kasus.revisi == kedua
    assert RevisiSop.objects.get(pk=kedua.pk).status == RevisiSop.Status.DICABUT
