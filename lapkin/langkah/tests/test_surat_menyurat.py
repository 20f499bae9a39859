"""A letter from its draft through paraf, signature and number: surat, paraf, tanda tangan, nomor."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lapkin.alur.actions import kembalikan
from lapkin.alur.models import Output
from lapkin.alur.tests.bantuan import pelaku, terbuka
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.langkah.jenis import nomor, paraf, surat, tanda_tangan
from lapkin.naskah.models import Agenda, Naskah, Paraf, TandaTangan
from lapkin.organisasi.queries import anggota

from .bantuan import isian, kerjakan, lengkapi, maju, pekerjaan, pindaian

pytestmark = pytest.mark.django_db


@pytest.fixture
def pengantar():
    """The task of writing the surat pengantar of SOP 000, which Kadis signs before it gets its number."""
    return maju(pekerjaan("dp3a-kalbar-lkjip"), "surat-pengantar")


@pytest.fixture
def permintaan():
    """The first task of SOP 001: a nota dinas and a letter to all PD, initialed by three, signed by two."""
    return maju(pekerjaan("jambi-data-kinerja"), "siapkan-surat")


def berikut(tugas):
    return terbuka(tugas.pelaksanaan).first()


def sidik(tugas):
    return {"sidik": Naskah.objects.filter(tugas__naskah=tugas.naskah).latest("pk").konsep.sha256}


def paraf_atas(tugas):
    return kerjakan(tugas, dibaca=True, **sidik(tugas))


def tanda_tangani(tugas):
    return kerjakan(tugas, pindaian(tugas), dibaca=True, **sidik(tugas))


def orang_lain(tugas):
    return buat_pegawai(tugas.instansi, "orang-lain", "Orang Lain", jabatan="Jabatan Lain")[0]


def test_a_surat_pengantar_is_drafted_signed_and_numbered(pengantar):
    kerjakan(pengantar, tujuan="Kepala Biro Organisasi")
    penandatanganan = berikut(pengantar)
    assert (penandatanganan.jenis, str(penandatanganan.jabatan)) == ("tanda-tangan", "Kadis")
    tanda_tangani(penandatanganan)
    pesan = kerjakan(berikut(pengantar))
    agenda = Agenda.objects.get()
    assert agenda.nomor in pesan
    naskah = Naskah.objects.get()
    assert naskah.bernomor
    assert naskah.sah == TandaTangan.objects.get().berkas_hasil
    bentuk_surat = Output.objects.filter(langkah="surat-pengantar", nama="Surat pengantar").values_list(
        "berkas", flat=True
    )
    assert list(bentuk_surat) == [naskah.konsep_id, naskah.sah_id, naskah.bernomor_id]


def test_a_letter_without_addressee_or_subject_is_named_at_the_field(pengantar):
    lengkapi(pengantar)
    terisi = isian(pengantar, hal=None, tujuan=None, daftar_kiriman=[{"jenis": "LKjIP"}])
    assert set(terisi.errors) == {"hal", "tujuan", "daftar_kiriman"}


def test_a_draft_that_comes_back_is_changed_not_made_anew(permintaan):
    kerjakan(permintaan)
    kerjakan(berikut(permintaan), tujuan="Kepala Dinas Contoh", hal="Permintaan data")
    kembalikan(
        pegawai=pelaku(berikut(permintaan)),
        tugas=berikut(permintaan),
        tujuan="siapkan-surat",
        catatan="Perbaiki alinea kedua.",
    )
    kerjakan(berikut(permintaan))
    surat_kedua = berikut(permintaan)
    assert isian(surat_kedua)["hal"].value() == "Permintaan data"
    kerjakan(surat_kedua, hal="Permintaan data capaian kinerja")
    assert Naskah.objects.count() == 2
    assert Naskah.objects.latest("pk").hal == "Permintaan data capaian kinerja"


def test_three_initial_before_two_sign_and_the_names_are_the_printed_ones(permintaan):
    kerjakan(permintaan)
    kerjakan(berikut(permintaan))
    assert Naskah.objects.latest("pk").konteks["daftar_paraf"] == ["KASUBBAG", "KABAG", "KARO"]
    for _ in range(3):
        paraf_atas(berikut(permintaan))
    assert Paraf.objects.count() == 3
    for _ in range(2):
        tanda_tangani(berikut(permintaan))
    nama = Output.objects.filter(langkah="tanda-tangan").values_list("nama", flat=True)
    assert list(nama) == ["Nota Dinas", "Surat permintaan data capaian kinerja PD"]
    kerjakan(berikut(permintaan))
    assert Output.objects.get(langkah="nomor").berkas == Naskah.objects.latest("pk").bernomor


def test_an_initial_on_a_file_that_was_replaced_is_refused(permintaan):
    kerjakan(permintaan)
    kerjakan(berikut(permintaan))
    tugas = berikut(permintaan)
    with pytest.raises(Ditolak, match="sudah berganti"):
        kerjakan(tugas, dibaca=True, sidik="0" * 64)
    assert not Paraf.objects.exists()


def test_a_signature_on_a_file_changed_after_its_initials_is_refused(permintaan):
    kerjakan(permintaan)
    kerjakan(berikut(permintaan))
    for _ in range(3):
        paraf_atas(berikut(permintaan))
    tanda_tangani(berikut(permintaan))
    naskah = Naskah.objects.latest("pk")
    surat_lain = surat.simpan_naskah_tugas(
        pegawai=pelaku(permintaan),
        tugas=naskah.tugas,
        rancangan=surat.rancang_naskah_tugas(
            pegawai=pelaku(permintaan),
            tugas=naskah.tugas,
            bentuk="surat",
            isi=naskah.isi,
            hal="Diubah diam-diam",
            konsep=naskah,
        ),
    )
    assert surat_lain.konsep != naskah.konsep
    with pytest.raises(Ditolak, match="diubah sesudah diparaf; belum ada paraf KASUBBAG, KABAG, KARO"):
        tanda_tangani(berikut(permintaan))


def test_a_scan_that_can_not_be_the_paper_is_refused(pengantar):
    kerjakan(pengantar, tujuan="Kepala Biro Organisasi")
    tugas = berikut(pengantar)
    terisi = isian(tugas, None, dibaca=True, **sidik(tugas))
    assert set(terisi.errors) == {"pindaian"}
    rusak = {"pindaian": SimpleUploadedFile("pindaian.pdf", b"%PDF-1.7 terpotong", "application/pdf")}
    terisi = isian(tugas, rusak, dibaca=True, **sidik(tugas))
    assert set(terisi.errors) == {"pindaian"}


@pytest.mark.parametrize(
    ("jenis", "data"),
    [
        (surat, {}),
        (paraf, {"sidik": "x"}),
        (tanda_tangan, {"sidik": "x"}),
        (nomor, {}),
    ],
)
def test_a_wrong_person_makes_nothing(pengantar, jenis, data):
    lengkapi(pengantar)
    with pytest.raises(Ditolak, match="tidak memegang jabatan"):
        jenis.kerjakan(pegawai=orang_lain(pengantar), tugas=pengantar, isian=data)
    assert not Naskah.objects.exists()


def test_a_second_click_takes_no_second_number(pengantar):
    kerjakan(pengantar, tujuan="Kepala Biro Organisasi")
    tanda_tangani(berikut(pengantar))
    tugas = berikut(pengantar)
    kerjakan(tugas)
    with pytest.raises(Ditolak, match="sudah ditutup"):
        nomor.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian={"catatan": ""})
    assert Agenda.objects.get().urut == 1


def test_a_number_taken_before_a_failure_is_used_at_the_next_try(pengantar, monkeypatch):
    kerjakan(pengantar, tujuan="Kepala Biro Organisasi")
    tanda_tangani(berikut(pengantar))
    tugas = berikut(pengantar)
    lengkapi(tugas)

    def gagal(**_):
        raise Ditolak("Printer mati.")

    with monkeypatch.context() as tiruan:
        tiruan.setattr(nomor, "selesaikan", gagal)
        with pytest.raises(Ditolak, match="Printer"):
            nomor.kerjakan(pegawai=pelaku(tugas), tugas=tugas, isian={"catatan": ""})
    kerjakan(tugas)
    assert Agenda.objects.get().urut == 1


def test_an_unsigned_letter_gets_no_number(pengantar):
    tugas = pengantar
    kerjakan(tugas, tujuan="Kepala Biro Organisasi")
    with pytest.raises(Ditolak, match="belum ditandatangani"):
        nomor._pastikan_bertanda_tangan(Naskah.objects.get())


def test_a_numbered_sk_puts_its_members_into_the_team():
    tugas = maju(pekerjaan("kominfo-kalbar-lakip"), "sk-tim")
    calon = isian(tugas).fields["anggota"].choices
    sekretaris = next(nama for nama, _ in calon if nama.startswith("Sekretaris"))
    kerjakan(
        tugas,
        ketua=sekretaris,
        anggota=[nama for nama, _ in calon if nama.startswith(("Tim", "Kasubbag"))],
        anggota_luar="Ahli Statistik, BPS",
    )
    tanda_tangani(berikut(tugas))
    tim = Naskah.objects.get().pelaksanaan.sop.daftar_peran.get(tim__isnull=False).tim
    assert anggota(tim).count() == 1
    pesan = kerjakan(berikut(tugas))
    assert "Ahli Statistik, BPS" in pesan
    tim.refresh_from_db()
    assert tim.nomor_sk == Agenda.objects.get().nomor
    kedudukan = tim.daftar_anggota.filter(sampai=None).values_list("pegawai__nama", "kedudukan")
    assert set(kedudukan) == {("Sekretaris", "ketua"), ("Tim", "anggota"), ("Kasubbag Renja", "anggota")}
