"""The pages of revisions over HTTP, from draft to in force, and two people at one moment."""

import threading
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from lapkin.alur import actions
from lapkin.alur.models import RevisiSop
from lapkin.berkas.queries import baca
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.jejak.queries import periksa_rantai
from lapkin.organisasi.models import Jabatan
from lapkin.organisasi.queries import pemegang
from lapkin.sop.sunting import Suntingan

from .bantuan import kantor, mainkan
from .bantuan_revisi import berlakukan, draf_beku, pindaian, siap_disahkan, tulis_draf

pytestmark = pytest.mark.django_db


def masuk(pegawai):
    peramban = Client()
    peramban.force_login(pegawai)
    return peramban


def halaman(peramban, nama, *args):
    jawab = peramban.get(reverse(nama, args=args))
    assert jawab.status_code == 200
    return jawab.content.decode()


@pytest.fixture
def dp3a():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return pengelola, sop, pemegang(Jabatan.objects.get(instansi=sop.instansi, nama="Kadis")).get()


def test_before_the_form_is_frozen_the_page_counts_what_is_still_guessed(dp3a):
    pengelola, sop, _ = dp3a
    actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Hasil evaluasi.")
    draf = sop.daftar_revisi.get(status="draf")
    isi = tulis_draf(draf, siap_disahkan(draf.dibaca_draf())).dibaca_draf()
    pertama, *lain = (
        replace(
            satu,
            disimpulkan=(),
            pekerjaan=tuple(replace(kerja, disimpulkan=False) for kerja in satu.pekerjaan),
        )
        for satu in isi.langkah
    )
    tulis_draf(draf, replace(isi, langkah=(pertama, *lain)))
    assert "bertanda tebakan" not in halaman(masuk(pengelola), "sop_revisi_lihat", sop.pk, 2)
    tulis_draf(draf, replace(isi, langkah=(replace(pertama, disimpulkan=("pekerjaan",)), *lain)))
    teks = halaman(masuk(pengelola), "sop_revisi_lihat", sop.pk, 2)
    assert f"1 dari {len(isi.langkah)} langkah masih bertanda tebakan" in teks
    assert f'href="{reverse("sop_sunting", args=[draf.pk])}">Periksa tebakannya' in teks


def test_from_draft_to_in_force_in_the_browser(dp3a):
    pengelola, sop, kadis = dp3a
    admin = masuk(pengelola)
    admin.post(reverse("sop_revisi_buat", args=[sop.pk]), {"catatan": "Hasil evaluasi."})
    draf = sop.daftar_revisi.get(status="draf")
    tulis_draf(draf, siap_disahkan(draf.dibaca_draf()))
    assert "Bekukan formulir untuk disahkan" in halaman(admin, "sop_revisi_lihat", sop.pk, 2)
    jabatan = Jabatan.objects.get(instansi=sop.instansi, nama="Kadis")
    admin.post(reverse("sop_revisi_bekukan", args=[sop.pk, 2]), {"pengesah": jabatan.pk})

    pengesah = masuk(kadis)
    assert "Menunggu pengesahan Anda" in halaman(pengesah, "sop_daftar")
    assert "Sahkan sebagai Kadis" in halaman(pengesah, "sop_revisi_lihat", sop.pk, 2)
    draf.refresh_from_db()
    jawab = pengesah.get(reverse("sop_revisi_berkas", args=[sop.pk, 2, "formulir"]))
    assert jawab.content == baca(draf.berkas_dibaca)
    isian = {
        "formulir": draf.berkas_dibaca.sha256,
        "pernyataan": "on",
        "pindaian": SimpleUploadedFile("pindaian.pdf", jawab.content + b"\n% tinta\n", "application/pdf"),
    }
    assert pengesah.post(reverse("sop_revisi_sahkan", args=[sop.pk, 2]), isian).status_code == 302
    assert sop.daftar_revisi.get(status="berlaku").urutan == 2
    assert "Formulir resmi (PDF)" in halaman(admin, "sop", sop.pk)
    assert "Dicabut" in halaman(admin, "sop_revisi", sop.pk)


def test_a_scan_of_other_content_is_refused_with_a_sentence_and_nothing_changes(dp3a):
    pengelola, sop, kadis = dp3a
    draf, _ = draf_beku(pengelola, sop)
    isian = {
        "formulir": draf.berkas_dibaca.sha256,
        "pernyataan": "on",
        "pindaian": SimpleUploadedFile("pindaian.pdf", b"<html>", "application/pdf"),
    }
    jawab = masuk(kadis).post(reverse("sop_revisi_sahkan", args=[sop.pk, draf.urutan]), isian)
    assert jawab.status_code == 409
    assert sop.daftar_revisi.get(status="berlaku").urutan == 1


def test_whoever_does_not_sign_finds_no_page_for_signing(dp3a):
    pengelola, sop, _ = dp3a
    draf, _ = draf_beku(pengelola, sop)
    alamat = reverse("sop_revisi_sahkan", args=[sop.pk, draf.urutan])
    assert masuk(pengelola).post(alamat, {}).status_code == 404
    assert "Sahkan sebagai" not in halaman(masuk(pengelola), "sop_revisi_lihat", sop.pk, draf.urutan)


def test_an_sop_with_a_draft_alone_shows_its_revisions(dp3a):
    pengelola, sop, _ = dp3a
    actions.cabut(pegawai=pengelola, sop=sop, alasan="Dinas dilebur.")
    jawab = masuk(pengelola).get(reverse("sop", args=[sop.pk]))
    assert (jawab.status_code, jawab.url) == (302, reverse("sop_revisi", args=[sop.pk]))


def test_two_revisions_are_compared_on_a_page_that_escapes_their_texts(dp3a):
    pengelola, sop, _ = dp3a
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="<b>Format</b> baru.")
    teks = draf.isi.replace("Mengoreksi", "<script>Mengoreksi")
    RevisiSop.objects.filter(pk=draf.pk).update(isi=teks)
    isi = halaman(masuk(pengelola), "sop_banding", sop.pk, 1, 2)
    assert "&lt;" in isi
    assert "<script>Mengoreksi" not in isi + halaman(masuk(pengelola), "sop_revisi_lihat", sop.pk, 2)


def test_cases_are_moved_after_a_preview(dp3a):
    pengelola, sop, _ = dp3a
    kasus = actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    mainkan(kasus, sampai="koreksi")
    baru = berlakukan(pengelola, sop)
    admin = masuk(pengelola)
    assert "1 pekerjaan masih berjalan menurut revisi lama" in halaman(admin, "sop_revisi", sop.pk)
    assert "tugas yang terbuka tetap" in halaman(admin, "sop_pindah", sop.pk)
    assert admin.post(reverse("sop_pindahkan", args=[sop.pk])).status_code == 302
    kasus.refresh_from_db()
    assert kasus.revisi == baru
    assert "Tidak ada yang perlu dipindahkan" in halaman(admin, "sop_pindah", sop.pk)


def bersama(*daftar_kerja):
    """Run functions in threads that start at one moment; how each ended."""
    gerbang, hasil = threading.Barrier(len(daftar_kerja)), []

    def jalan(kerja):
        try:
            gerbang.wait()
            kerja()
            hasil.append("berhasil")
        except Ditolak:
            hasil.append("ditolak")
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=[kerja]) for kerja in daftar_kerja]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return sorted(hasil)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_of_two_signatures_at_one_moment_one_puts_the_revision_in_force():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    draf, jabatan = draf_beku(pengelola, sop)
    kadis, sidik = pemegang(jabatan).get(), draf.berkas_dibaca.sha256

    def sahkan(kertas):
        return lambda: actions.sahkan(pegawai=kadis, revisi=draf, sidik_dibaca=sidik, pindaian=kertas)

    kertas = [pindaian(draf, tinta) for tinta in (b"satu", b"dua")]
    assert bersama(*map(sahkan, kertas)) == ["berhasil", "ditolak"]
    assert Peristiwa.objects.filter(jenis="sop.berlaku").count() == 2
    assert periksa_rantai(sop.instansi.kunci) == []


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_of_two_drafts_begun_at_one_moment_one_is_made():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")

    def buat():
        actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")

    assert bersama(buat, buat) == ["berhasil", "ditolak"]


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_draft_edited_while_it_is_signed_is_either_signed_as_read_or_not_at_all():
    for nomor in range(5):
        _, pengelola, sop = kantor("dp3a-kalbar-lkjip", kode_instansi=f"kantor-{nomor}")
        draf, jabatan = draf_beku(pengelola, sop)
        kadis, kertas, teks = pemegang(jabatan).get(), pindaian(draf), draf.isi

        def sahkan(draf=draf, kadis=kadis, kertas=kertas):
            sidik = draf.berkas_dibaca.sha256
            actions.sahkan(pegawai=kadis, revisi=draf, sidik_dibaca=sidik, pindaian=kertas)

        def sunting(draf=draf, pengelola=pengelola):
            isi = draf.dibaca_draf()
            baru = replace(isi, identitas=replace(isi.identitas, nomor="065/99/2026"))
            edit = Suntingan(sop=baru, uraian="Nomor diganti.")
            actions.sunting_draf(pegawai=pengelola, revisi=draf, sidik=draf.sidik, edit=lambda _: edit)

        assert bersama(sahkan, sunting) == ["berhasil", "ditolak"]
        akhir = RevisiSop.objects.get(pk=draf.pk)
        assert akhir.status == "draf" or akhir.isi == teks
