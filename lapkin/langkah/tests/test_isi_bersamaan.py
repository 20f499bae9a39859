"""A unit that saves its whole sheet while the administrator fills in single cells: nobody waits for ever."""

import threading

import pytest
from django.db import connection

from lapkin.alur.tests.bantuan import pelaku
from lapkin.jejak.queries import periksa_rantai
from lapkin.kinerja.actions import isi_realisasi
from lapkin.langkah.isian_unit import lembar_isian
from lapkin.langkah.simpan_isian import simpan_semua

from .angka import isi_angka
from .bantuan import maju, pekerjaan

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
PUTARAN = 20


def bersamaan(*daftar_kerja):
    """Run functions at one moment; the errors they raised."""
    gerbang, daftar_salah = threading.Barrier(len(daftar_kerja)), []

    def jalan(kerja):
        try:
            gerbang.wait()
            kerja()
        except Exception as salah:
            daftar_salah.append(salah)
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=[kerja]) for kerja in daftar_kerja]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return daftar_salah


def test_a_whole_sheet_and_single_cells_saved_at_one_moment_do_not_block_each_other():
    kasus = pekerjaan("dp3a-kalbar-lkjip")
    daftar_indikator = isi_angka(kasus.instansi)  # without a unit: every unit sees them
    tugas, pengelola = maju(kasus, "himpun"), kasus.pembuat
    sel = [nama for nama in lembar_isian(tugas).tersimpan if nama.startswith("r-")]

    def selembar(putaran):
        perubahan = dict.fromkeys(sel, str(putaran))
        simpan_semua(pegawai=pelaku(tugas), tugas=tugas, lembar=lembar_isian(tugas), perubahan=perubahan)

    def satu_satu(putaran):
        for indikator in reversed(daftar_indikator):
            isi_realisasi(
                pegawai=pengelola,
                indikator=indikator,
                periode="TW1",
                tertulis=f"{putaran},5",
                boleh_semua=True,
            )

    for putaran in range(PUTARAN):
        assert bersamaan(lambda n=putaran: selembar(n), lambda n=putaran: satu_satu(n)) == []
    assert periksa_rantai(kasus.instansi.kunci) == []
