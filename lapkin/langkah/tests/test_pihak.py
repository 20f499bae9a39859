"""Who stands around a paper by each SOP: recipients, signers, initials; and the first words of each letter."""

import pytest

from lapkin.alur.models import Tugas
from lapkin.alur.tests.bantuan import pelaku, terbuka
from lapkin.langkah.isi_awal import isi_awal
from lapkin.langkah.pihak import pemaraf, penanda_tangan, penerima_berikut

from .bantuan import pekerjaan

pytestmark = pytest.mark.django_db

UNIT = "Pejabat Struktural dan Staf Bidang / Sekretariat"
PENERIMA = {
    "dp3a-kalbar-lkjip": {
        "perintah": ["Kasubbag"],
        "tanda-tangan": ["Kasubbag"],
    },
    "kominfo-kalbar-lakip": {
        "arahan": ["Kasubbag Renja"],
        "inventarisasi": [f"Kepala {UNIT} 1", f"Kepala {UNIT} 2"],
    },
    "biro-organisasi-kalbar-lkj": {
        "terima-disposisi": ["Kasubbag TU"],
        "kumpulkan-data": ["Tim LKj"],
        "perintah-kirim": ["Kasubbag TU"],
    },
    "inspektorat-landak-lkjip": {
        "perintah": ["Sekretaris"],
        "agenda": ["Irban", "Kasubbag Perencanaan"],
        "rapat": ["Irban", "Kasubbag Perencanaan"],
    },
    "jambi-data-kinerja": {"siapkan-surat": ["GUBERNUR /SEKDA"]},
}


def tugas_pertama(pelaksanaan, langkah, jenis, naskah=None):
    """The task that the first matching turn of a step would open (not stored)."""
    for tahap in pelaksanaan.dibaca().cari(langkah).tahapan():
        if tahap.jenis == jenis and naskah in (None, tahap.naskah):
            return Tugas(
                pelaksanaan=pelaksanaan,
                langkah=langkah,
                tahap=tahap.nomor,
                jenis=jenis,
                naskah=tahap.naskah,
                peran=tahap.daftar_peran[0],
            )
    return None


@pytest.mark.parametrize("kode", PENERIMA)
def test_a_paper_goes_to_whom_the_sop_has_next(kode):
    pelaksanaan = pekerjaan(kode)
    for langkah, penerima in PENERIMA[kode].items():
        tugas = tugas_pertama(pelaksanaan, langkah, "disposisi") or tugas_pertama(
            pelaksanaan, langkah, "surat"
        )
        assert penerima_berikut(tugas) == penerima, langkah


@pytest.mark.parametrize(
    ("kode", "langkah", "naskah", "penanda", "daftar_paraf"),
    [
        ("dp3a-kalbar-lkjip", "surat-pengantar", "surat-pengantar", "Kadis", ()),
        ("kominfo-kalbar-lakip", "sk-tim", "sk-tim", "Kadis", ()),
        ("kominfo-kalbar-lakip", "inventarisasi", "nota-dinas", "Sekretaris", ()),
        ("biro-organisasi-kalbar-lkj", "bentuk-tim", "sk-tim", "Kepala Biro", ()),
        ("jambi-data-kinerja", "siapkan-surat", "nota-dinas", "KARO", ()),
        (
            "jambi-data-kinerja",
            "siapkan-surat",
            "surat-permintaan-data",
            "GUBERNUR /SEKDA",
            ("KASUBBAG", "KABAG", "KARO"),
        ),
        ("jambi-data-kinerja", "surat-reviu", "surat-reviu", "KARO", ("KASUBBAG", "KABAG")),
    ],
)
def test_the_sop_says_who_signs_a_letter_and_whose_initials_it_needs(
    kode, langkah, naskah, penanda, daftar_paraf
):
    pelaksanaan = pekerjaan(kode)
    tugas = tugas_pertama(pelaksanaan, langkah, "surat", naskah)
    assert str(penanda_tangan(tugas, pelaku(terbuka(pelaksanaan).first()))) == penanda
    assert pemaraf(tugas) == daftar_paraf
    hal, isi = isi_awal(tugas)
    assert hal
    assert isi


def test_a_request_for_data_names_the_last_day_that_the_sop_prints():
    tugas = tugas_pertama(pekerjaan("jambi-data-kinerja"), "siapkan-surat", "surat", "surat-permintaan-data")
    _, isi = isi_awal(tugas)
    assert "paling lambat tanggal 10 Januari 2026" in isi["isi"]
