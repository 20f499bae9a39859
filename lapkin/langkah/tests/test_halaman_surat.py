"""The pages of the kinds of work about letters, over HTTP."""

import pytest
from django.urls import reverse

from lapkin.alur.tests.bantuan import pelaku, terbuka
from lapkin.conftest import buat_pegawai
from lapkin.naskah.models import Naskah
from lapkin.organisasi.models import Instansi

from .bantuan import isian, kerjakan, lengkapi, maju, pekerjaan, versi_laporan

pytestmark = pytest.mark.django_db


def buka(client, tugas):
    client.force_login(pelaku(tugas))
    return client.get(reverse("tugas", args=[tugas.pk]))


@pytest.mark.parametrize(
    ("kode", "langkah", "kata"),
    [
        ("dp3a-kalbar-lkjip", "perintah", "Diteruskan kepada"),
        ("dp3a-kalbar-lkjip", "surat-pengantar", "Yang dikirim"),
        ("kominfo-kalbar-lakip", "sk-tim", "Anggota dari luar instansi"),
        ("kominfo-kalbar-lakip", "rapat", "Buat undangan rapat"),
        ("jambi-data-kinerja", "siapkan-surat", "Isi nota dinas"),
        ("inspektorat-landak-lkjip", "perintah", "Isi nota dinas"),
    ],
)
def test_the_page_shows_the_form_of_its_kind_of_work(client, kode, langkah, kata):
    jawaban = buka(client, maju(pekerjaan(kode), langkah))
    assert jawaban.status_code == 200
    assert kata in jawaban.content.decode()


@pytest.mark.parametrize(
    ("kode", "langkah", "kata"),
    [
        ("kominfo-kalbar-lakip", "paraf-kasubbag", "membubuhkan paraf"),
        ("dp3a-kalbar-lkjip", "tanda-tangan", "Unduh dan cetak berkas ini"),
    ],
)
def test_the_report_at_hand_can_be_read_from_the_page(client, kode, langkah, kata):
    tugas = maju(pekerjaan(kode), langkah)
    versi = versi_laporan(tugas.pelaksanaan)
    halaman = buka(client, tugas).content.decode()
    assert kata in halaman
    assert versi.pdf.sha256 in halaman
    jawaban = client.get(reverse("tugas_dokumen", args=[tugas.pk]))
    assert jawaban.content.startswith(b"%PDF")


def test_while_there_is_no_document_the_page_says_so(client):
    tugas = maju(pekerjaan("kominfo-kalbar-lakip"), "paraf-kasubbag")
    assert "Belum ada dokumen" in buka(client, tugas).content.decode()
    assert client.get(reverse("tugas_dokumen", args=[tugas.pk])).status_code == 404


def test_a_letter_goes_from_its_form_to_the_signer_over_http(client):
    tugas = maju(pekerjaan("dp3a-kalbar-lkjip"), "surat-pengantar")
    lengkapi(tugas)
    client.force_login(pelaku(tugas))
    alamat = reverse("tugas_kerjakan", args=[tugas.pk])
    data = isian(tugas, tujuan="Kepala Biro Organisasi").data
    salah = client.post(alamat, {**data, "tujuan": ""})
    assert salah.status_code == 422
    assert "Kepada wajib diisi." in salah.content.decode()
    assert client.post(alamat, data).status_code == 302
    assert client.post(alamat, data).status_code == 409
    halaman = buka(client, terbuka(tugas.pelaksanaan).get()).content.decode()
    assert "SURAT PENGANTAR" in halaman
    assert Naskah.objects.get().kode in halaman


def test_an_invitation_is_written_on_its_own_page(client):
    tugas = maju(pekerjaan("kominfo-kalbar-lakip"), "rapat")
    lengkapi(tugas)
    alamat = reverse("tugas_undangan", args=[tugas.pk])
    client.force_login(pelaku(tugas))
    assert client.get(alamat).status_code == 200
    data = {
        "acara": "Rapat",
        "waktu": "09.00",
        "tempat": "Aula",
        "tujuan": "Kadis",
        "pembuka": "Mohon hadir.",
    }
    assert client.post(alamat, data).status_code == 422
    assert client.post(alamat, data | {"hari": "2026-01-12"}).status_code == 302
    assert "Baca undangan" in buka(client, tugas).content.decode()
    assert client.get(reverse("tugas_undangan_pdf", args=[tugas.pk])).content.startswith(b"%PDF")


def test_people_of_another_office_find_neither_document_nor_invitation(client):
    tugas = maju(pekerjaan("kominfo-kalbar-lakip"), "paraf-kasubbag")
    versi_laporan(tugas.pelaksanaan)
    lain = Instansi.objects.create(kode="lain", nama="Dinas Lain")
    client.force_login(buat_pegawai(lain, "orang-luar", "Orang Luar", jabatan="Kepala Dinas Lain")[0])
    for nama in ("tugas_dokumen", "tugas_undangan", "tugas_undangan_pdf"):
        assert client.get(reverse(nama, args=[tugas.pk])).status_code == 404


def test_a_draft_that_came_back_is_shown_beside_its_form(client):
    tugas = maju(pekerjaan("jambi-data-kinerja"), "siapkan-surat")
    kerjakan(tugas)
    surat = terbuka(tugas.pelaksanaan).get()
    kerjakan(surat, tujuan="Kepala Dinas Contoh")
    paraf = terbuka(tugas.pelaksanaan).get()
    client.force_login(pelaku(paraf))
    client.post(
        reverse("tugas_kembalikan", args=[paraf.pk]),
        {"kembali-tujuan": "siapkan-surat", "kembali-catatan": "Perbaiki."},
    )
    assert "Konsep sebelumnya" in buka(client, terbuka(tugas.pelaksanaan).get()).content.decode()
