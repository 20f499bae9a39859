"""The editor over HTTP, without scripts: who may, what is stored, what is told, and that nothing typed is lost."""

import re

import pytest
from django.urls import reverse

from lapkin.alur import actions
from lapkin.alur.models import RevisiSop, Sop
from lapkin.alur.views.isian_langkah import IsianLangkah
from lapkin.alur.views.isian_sop import FormIdentitas
from lapkin.berkas.actions import bekukan
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.jejak.queries import periksa_rantai
from lapkin.sop import sunting
from lapkin.sop.sop import baca, ke_json
from lapkin.sop.tests.benih import isi_sop
from lapkin.sop.tests.contoh import SOP

from .test_sunting_isian import terkirim

pytestmark = pytest.mark.django_db


@pytest.fixture
def draf(dinas):
    return actions.buat_sop(pegawai=dinas.pengelola, instansi=dinas.instansi, isi=baca(SOP))


@pytest.fixture
def pengelola(client, dinas):
    client.force_login(dinas.pengelola)
    return client


def kirim(klien, rute, draf, /, *args, sidik=None, **isi):
    data = {"sidik": draf.sidik if sidik is None else sidik, **isi}
    return klien.post(reverse(rute, args=[draf.pk, *args]), data)


def daftar_kode(draf):
    draf.refresh_from_db()
    return [langkah.kode for langkah in draf.dibaca_draf().langkah]


BARU = {
    "kegiatan": "Menyampaikan laporan",
    "pelaksana": ["Staf"],
    "jumlah": "1",
    "satuan": "jam",
    "output": "Tanda terima",
    "sesudah": "surat",
}


def test_a_manager_begins_an_sop_with_its_roles_and_an_empty_table(pengelola, dinas):
    isi = {
        "judul": "Penyusunan LKjIP",
        "instansi": dinas.instansi.pk,
        "laporan": "LKjIP",
        "peran": "Kepala\n\nStaf",
    }
    jawab = pengelola.post(reverse("sop_baru"), isi)
    draf = RevisiSop.objects.get(sop__kode="penyusunan-lkjip")
    assert jawab.url == reverse("sop_sunting", args=[draf.pk])
    assert draf.status == RevisiSop.Status.DRAF
    assert [peran.nama for peran in draf.dibaca_draf().peran] == ["Kepala", "Staf"]
    assert draf.dibaca_draf().identitas.kop == tuple(dinas.instansi.kop)
    assert "Langkah baru" in pengelola.get(jawab.url).content.decode()


def test_an_sop_begun_from_an_example_has_its_rows(pengelola, dinas):
    isi = {
        "judul": "LKjIP kami",
        "instansi": dinas.instansi.pk,
        "laporan": "LKjIP",
        "contoh": "dp3a-kalbar-lkjip",
    }
    pengelola.post(reverse("sop_baru"), isi)
    draf = RevisiSop.objects.get(sop__kode="lkjip-kami")
    assert draf.dibaca_draf().langkah == isi_sop("dp3a-kalbar-lkjip").langkah
    assert draf.dibaca_draf().identitas.nomor == ""


def test_a_second_sop_of_one_name_is_refused_at_its_field(pengelola, draf):
    isi = {"judul": "Contoh", "instansi": draf.sop.instansi_id, "laporan": "LKjIP", "peran": "A"}
    jawab = pengelola.post(reverse("sop_baru"), isi)
    assert jawab.status_code == 422
    assert "sudah ada di" in jawab.content.decode()
    assert Sop.objects.count() == 1


def test_every_act_on_a_row_is_stored_with_one_event_and_one_chain(pengelola, draf):
    awal = Peristiwa.objects.count()
    for nama, kode, isi in [
        ("sop_sunting_tambah", None, BARU),
        ("sop_sunting_pindah", "menyampaikan-laporan", {"ke": "2"}),
        ("sop_sunting_salin", "himpun", {}),
        ("sop_sunting_tegaskan", "menyampaikan-laporan", {}),
        ("sop_sunting_hapus", "surat", {}),
        ("sop_sunting_nomori", None, {}),
    ]:
        jawab = kirim(pengelola, nama, draf, *([kode] if kode else []), **isi)
        assert jawab.status_code == 302, nama
        draf.refresh_from_db()
    assert daftar_kode(draf) == ["mulai", "menyampaikan-laporan", "himpun", "menghimpun-data", "selesai"]
    assert [langkah.no for langkah in draf.dibaca_draf().langkah] == ["1", "2", "3", "4", "5"]
    assert Peristiwa.objects.count() == awal + 6
    assert Peristiwa.objects.last().data["sidik"] == draf.sidik
    assert not periksa_rantai(draf.sop.instansi.kunci)


def test_the_answer_to_a_new_row_shows_it_with_its_guess_and_the_drawing(pengelola, draf):
    jawab = pengelola.post(
        reverse("sop_sunting_tambah", args=[draf.pk]), {"sidik": draf.sidik, **BARU}, follow=True
    )
    halaman = jawab.content.decode()
    assert 'id="langkah-menyampaikan-laporan"' in halaman
    assert "Mengirim atau menyerahkan (tebakan)" in halaman
    assert "<svg" in halaman


def test_under_htmx_only_the_table_comes_back_with_the_message(pengelola, draf):
    jawab = pengelola.post(
        reverse("sop_sunting_salin", args=[draf.pk, "himpun"]),
        {"sidik": draf.sidik},
        headers={"HX-Request": "true"},
        follow=True,
    )
    halaman = jawab.content.decode().strip()
    assert halaman.startswith('<div id="sunting"')
    assert "<html" not in halaman
    assert "disalin ke bawahnya" in halaman


def test_a_row_sent_wrongly_comes_back_as_it_was_typed(pengelola, draf):
    jawab = kirim(
        pengelola, "sop_sunting_tambah", draf, **{**BARU, "output": "", "kegiatan": "Kegiatan saya"}
    )
    assert jawab.status_code == 422
    assert "Kegiatan saya" in jawab.content.decode()
    assert "Tulis yang dihasilkan langkah ini." in jawab.content.decode()
    assert len(daftar_kode(draf)) == 4


def test_what_was_typed_on_an_old_page_is_kept_and_can_be_saved_again(pengelola, draf):
    lama = draf.sidik
    kirim(pengelola, "sop_sunting_salin", draf, "himpun")
    jawab = kirim(pengelola, "sop_sunting_tambah", draf, sidik=lama, **BARU)
    halaman = jawab.content.decode()
    assert jawab.status_code == 422
    assert "Draf ini diubah Pengelola DP3A sejak halaman Anda dibuka" in halaman
    assert "Menyampaikan laporan" in halaman
    assert "menyampaikan-laporan" not in daftar_kode(draf)
    sidik = re.search(r'id="baru".*?name="sidik" value="(\w+)"', halaman, re.DOTALL)[1]
    assert kirim(pengelola, "sop_sunting_tambah", draf, sidik=sidik, **BARU).status_code == 302
    assert "menyampaikan-laporan" in daftar_kode(draf)


def test_a_button_of_an_old_page_changes_nothing(pengelola, draf):
    jawab = kirim(pengelola, "sop_sunting_hapus", draf, "himpun", sidik="0" * 64)
    assert jawab.status_code == 409
    assert "himpun" in daftar_kode(draf)


def test_a_revision_in_force_can_not_be_edited_by_page_or_act(pengelola, dinas, draf):
    RevisiSop.objects.filter(pk=draf.pk).update(status=RevisiSop.Status.BERLAKU)
    assert pengelola.get(reverse("sop_sunting", args=[draf.pk])).status_code == 409
    assert kirim(pengelola, "sop_sunting_hapus", draf, "himpun").status_code == 409
    with pytest.raises(Ditolak, match="tidak dapat diubah lagi"):
        actions.sunting_draf(
            pegawai=dinas.pengelola, revisi=draf, sidik=draf.sidik, edit=sunting.nomori_ulang
        )


@pytest.mark.parametrize(
    ("rute", "argumen"),
    [
        ("sop_sunting_nomori", []),
        ("sop_sunting_tambah", []),
        *[(f"sop_sunting_{nama}", ["himpun"]) for nama in ("ubah", "pindah", "salin", "hapus", "tegaskan")],
        ("sop_sunting_identitas", []),
        ("sop_sunting_peran_tambah", []),
        ("sop_sunting_penanggung_jawab", []),
        *[(f"sop_sunting_peran_{nama}", ["staf"]) for nama in ("ubah", "pindah", "hapus")],
        ("sop_impor_lihat", []),
        ("sop_impor_pakai", []),
    ],
)
def test_an_empty_form_sent_to_a_revision_in_force_gets_no_edit_page(pengelola, draf, rute, argumen):
    RevisiSop.objects.filter(pk=draf.pk).update(status=RevisiSop.Status.BERLAKU)
    jawab = kirim(pengelola, rute, draf, *argumen)
    assert jawab.status_code == 409
    assert 'name="sidik"' not in jawab.content.decode()


def test_a_role_that_nobody_sees_or_tells_from_another_is_refused(pengelola, draf):
    for nama in ("\u200b", "staf", "St\u200baf"):
        jawab = kirim(pengelola, "sop_sunting_peran_tambah", draf, nama=nama)
        assert jawab.status_code == 422, nama
    draf.refresh_from_db()
    assert [peran.nama for peran in draf.dibaca_draf().peran] == ["Kepala", "Staf", "Bidang"]
    jawab = pengelola.post(
        reverse("sop_baru"),
        {"judul": "Lain", "instansi": draf.sop.instansi_id, "laporan": "LKjIP", "peran": "Staf\nSTAF"},
    )
    assert "Peran “Staf” ditulis lebih dari satu kali." in jawab.content.decode()


def test_an_edit_drops_the_form_that_was_frozen_for_signing(pengelola, draf, berkas):
    RevisiSop.objects.filter(pk=draf.pk).update(berkas_dibaca=berkas)
    kirim(pengelola, "sop_sunting_salin", draf, "himpun")
    draf.refresh_from_db()
    assert draf.berkas_dibaca is None


@pytest.fixture
def berkas(db):
    return bekukan(isi=b"formulir", nama="formulir.pdf", jenis="pdf")


def test_others_than_the_manager_of_the_office_find_nothing(client, dinas, draf):
    for pegawai in (dinas.kadis, dinas.orang_luar):
        client.force_login(pegawai)
        assert client.get(reverse("sop_sunting", args=[draf.pk])).status_code == 404
        assert kirim(client, "sop_sunting_hapus", draf, "himpun").status_code == 404
        assert client.get(reverse("sop_baru")).status_code == 404


def test_the_identity_block_and_the_title_of_the_list_are_saved(pengelola, draf):
    assert pengelola.get(reverse("sop_sunting_identitas", args=[draf.pk])).status_code == 200
    isi = terkirim(FormIdentitas(sop=draf.dibaca_draf())).dict()
    isi |= {"kop": "KOP SATU\nKOP DUA", "judul": "Judul", "judul_baku": "Judul baku", "laporan": "LKjIP"}
    isi |= {"nomor": "1/2026", "tanggal_efektif": "2026-01-05", "tanggal_efektif_tercetak": ""}
    jawab = kirim(pengelola, "sop_sunting_identitas", draf, **isi)
    assert jawab.status_code == 302
    draf = RevisiSop.objects.get(pk=draf.pk)
    identitas = draf.dibaca_draf().identitas
    assert identitas.kop == ("KOP SATU", "KOP DUA")
    assert identitas.tanggal_efektif.tercetak == "5 Januari 2026"
    assert draf.sop.judul == "Judul baku"


def test_roles_are_added_renamed_moved_and_deleted(pengelola, draf):
    for nama, kunci, isi in [
        ("sop_sunting_peran_tambah", None, {"nama": "Sekretaris", "kolom": "on"}),
        ("sop_sunting_peran_ubah", "staf", {"nama": "Pelaksana", "kolom": "on"}),
        ("sop_sunting_peran_pindah", "sekretaris", {"ke": "1"}),
        ("sop_sunting_peran_hapus", "bidang", {}),
        ("sop_sunting_penanggung_jawab", None, {"peran": "Kepala"}),
    ]:
        assert kirim(pengelola, nama, draf, *([kunci] if kunci else []), **isi).status_code == 302, nama
        draf.refresh_from_db()
    isi = draf.dibaca_draf()
    assert [peran.nama for peran in isi.peran] == ["Sekretaris", "Kepala", "Pelaksana"]
    assert isi.cari("himpun").pelaksana == ("Pelaksana",)
    assert isi.penanggung_jawab == "Kepala"


def test_a_role_of_a_name_that_is_taken_is_refused_at_its_field(pengelola, draf):
    jawab = kirim(pengelola, "sop_sunting_peran_tambah", draf, nama="Staf")
    assert jawab.status_code == 422
    assert "sudah ada. Tulis nama lain." in jawab.content.decode()


def test_a_row_edited_in_a_browser_is_the_only_one_that_differs(pengelola, draf):
    """A browser sends CRLF; the comparison of revisions must not see it."""
    lama = sunting.ubah_langkah(draf.dibaca_draf(), "surat", keterangan="SOP\nPerjanjian").sop
    RevisiSop.objects.filter(pk=draf.pk).update(isi=ke_json(lama))
    draf.refresh_from_db()
    isian = IsianLangkah(sop=lama, langkah=lama.cari("surat"))
    data = terkirim(*isian.semua, *(formset.management_form for formset in isian.daftar.values()))
    data["sidik"], data["jumlah"] = draf.sidik, "8"
    pengelola.post(reverse("sop_sunting_ubah", args=[draf.pk, "surat"]), dict(data.lists()))
    draf.refresh_from_db()
    assert draf.dibaca_draf() == sunting.ubah_langkah(lama, "surat", waktu_tercetak="8 jam").sop


def test_the_page_of_a_long_draft_asks_the_database_little(pengelola, draf, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        pengelola.get(reverse("sop_sunting", args=[draf.pk]))
