"""The offices of the demo as the stage of the tests, with small figures of their own."""

from lapkin.alur import actions
from lapkin.alur.models import Sop
from lapkin.langkah.demo.kantor import bangun
from lapkin.organisasi.models import Pegawai

from .angka import TAHUN, beri_angka

# The SOPs, and the pemda in whose office each of them runs.
PEMDA = {
    "dp3a-kalbar-lkjip": "prov-kalbar",
    "jambi-data-kinerja": "prov-jambi",
    "kominfo-kalbar-lakip": "prov-kalbar",
    "biro-organisasi-kalbar-lkj": "prov-kalbar",
    "inspektorat-landak-lkjip": "kab-landak",
}


def mulai(kode):
    """A new case of an SOP in its own office; the indicators are divided among the units."""
    bangun(PEMDA[kode])
    sop = Sop.objects.get(kode=kode)
    pengelola = Pegawai.objects.get(username=f"pengelola-{sop.instansi.kode}")
    beri_angka(sop.instansi, pengelola, list(sop.instansi.daftar_unit.all()))
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=TAHUN)
