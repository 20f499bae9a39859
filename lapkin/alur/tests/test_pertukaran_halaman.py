"""Taking a table into a draft and out of it, over HTTP: shown first, refused with all faults, stored when accepted."""

import re
from dataclasses import replace
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from lapkin.alur import actions
from lapkin.alur.models import RevisiSop
from lapkin.sop import sunting
from lapkin.sop.lembar_sop import tulis_lembar
from lapkin.sop.sop import baca, ke_json
from lapkin.sop.tests.benih import isi_sop
from lapkin.sop.tests.contoh import SOP
from lapkin.sop.tulis_toml import tulis_toml

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


def unggah(pengelola, draf, isi, nama):
    berkas = SimpleUploadedFile(nama, isi)
    return pengelola.post(reverse("sop_impor_lihat", args=[draf.pk]), {"berkas": berkas})


@pytest.mark.parametrize(
    ("tulis", "nama"), [(tulis_lembar, "sop.xlsx"), (lambda s: tulis_toml(s).encode(), "sop.toml")]
)
def test_a_file_is_shown_first_and_taken_when_accepted(pengelola, draf, tulis, nama):
    isi = sunting.ubah_langkah(draf.dibaca_draf(), "surat", kegiatan="Membuat dua surat").sop
    halaman = unggah(pengelola, draf, tulis(isi), nama).content.decode()
    assert "dua" in halaman
    assert draf.dibaca_draf() == baca(SOP)
    titipan = re.search(r'name="titipan" value="([^"]+)"', halaman)[1]
    assert kirim(pengelola, "sop_impor_pakai", draf, titipan=titipan).status_code == 302
    draf.refresh_from_db()
    assert draf.dibaca_draf().cari("surat").kegiatan == "Membuat dua surat"


def test_a_preview_of_a_draft_that_has_changed_is_not_taken(pengelola, draf):
    halaman = unggah(
        pengelola, draf, tulis_toml(isi_sop("dp3a-kalbar-lkjip")).encode(), "a.toml"
    ).content.decode()
    titipan = re.search(r'name="titipan" value="([^"]+)"', halaman)[1]
    kirim(pengelola, "sop_sunting_salin", draf, "himpun")
    draf.refresh_from_db()
    assert kirim(pengelola, "sop_impor_pakai", draf, titipan=titipan).status_code == 409


def test_all_faults_of_a_file_are_told_at_once_and_nothing_is_stored(pengelola, draf):
    rusak = SOP.replace('kode = "contoh"', 'kode = "contoh"\nanehnya = 1').replace('no = "3"', "no = 3")
    rusak = rusak.replace('kembali_ke = ["himpun"]', 'kembali_ke = ["nanti"]').replace(
        'dari = "himpun"', 'dari = "tiada"'
    )
    rusak = rusak.replace('kode = "selesai"', 'kode = "mulai"\nwarna = 1')
    rusak = rusak.replace('kegiatan = "Membuat surat"', f'kegiatan = "{"x" * 1001}"')
    jawab = unggah(pengelola, draf, rusak.encode(), "sop.toml")
    halaman = unescape(jawab.content.decode())
    assert jawab.status_code == 422
    for kalimat in (
        'SOP: kunci "anehnya" tidak dikenal.',
        'kunci "warna" tidak dikenal.',
        "no harus berupa teks.",
        'kode langkah "mulai" ganda.',
        'kelengkapan "Data" dari "tiada", tetapi langkah itu tidak ada.',
        'kembali_ke "nanti", tetapi langkah itu tidak ada.',
        "kegiatan terlalu panjang (1001 huruf); paling banyak 1000 huruf.",
    ):
        assert kalimat in halaman
    assert "titipan" not in halaman
    assert draf.isi == RevisiSop.objects.get(pk=draf.pk).isi


def test_ten_thousand_steps_are_refused_in_one_sentence(pengelola, draf):
    panjang = SOP + '[[langkah]]\nkode = "x"\nno = ""\nkegiatan = ""\n' * 10_000
    jawab = unggah(pengelola, draf, panjang.encode(), "sop.toml")
    assert jawab.status_code == 422
    assert "ada 10004 langkah; paling banyak 1000" in jawab.content.decode()


@pytest.mark.parametrize("isi", [b"\xff\xfe\x00rusak", b"PK\x03\x04bukan zip", b"kode = "])
def test_a_file_that_is_nothing_of_ours_is_refused_with_a_sentence(pengelola, draf, isi):
    jawab = unggah(pengelola, draf, isi, "sop.xlsx")
    assert jawab.status_code == 422
    assert "Tidak ada yang disimpan" in jawab.content.decode()


def test_a_table_pasted_in_vain_stays_in_its_field(pengelola, draf):
    jawab = pengelola.post(reverse("sop_impor_lihat", args=[draf.pk]), {"tempelan": "No\tsaja\n1\tapa"})
    assert jawab.status_code == 422
    assert "No\tsaja" in jawab.content.decode()


@pytest.mark.parametrize("bentuk", ["pdf", "docx", "svg", "toml", "xlsx", "bpmn"])
def test_every_officer_of_the_office_may_take_a_revision_out(client, dinas, draf, bentuk):
    client.force_login(dinas.staf)
    jawab = client.get(reverse("sop_ekspor", args=[draf.pk, bentuk]))
    assert jawab.status_code == 200
    cara = "inline" if bentuk == "pdf" else "attachment"
    assert jawab["Content-Disposition"] == f'{cara}; filename="contoh-revisi-1.{bentuk}"'
    client.force_login(dinas.orang_luar)
    assert client.get(reverse("sop_ekspor", args=[draf.pk, bentuk])).status_code == 404


def test_a_draft_that_cannot_be_run_yet_has_no_bpmn_and_says_what_it_lacks(pengelola, draf):
    isi = draf.dibaca_draf()
    RevisiSop.objects.filter(pk=draf.pk).update(
        isi=ke_json(replace(isi, langkah=tuple(replace(satu, pelaksana=()) for satu in isi.langkah)))
    )
    jawab = pengelola.get(reverse("sop_ekspor", args=[draf.pk, "bpmn"]))
    assert jawab.status_code == 409
    assert "pelaksana belum ditulis" in jawab.content.decode()
    assert pengelola.get(reverse("sop_ekspor", args=[draf.pk, "pdf"])).status_code == 200


KEPALA = "<tr><td>No</td><td>Kegiatan</td><td>Kepala</td><td>Staf</td><td>Bidang</td><td>Kelengkapan</td><td>Waktu</td>"


def test_the_preview_tells_all_that_is_printed_of_a_new_row_and_only_changed_headings(pengelola, draf):
    tempelan = f"<table>{KEPALA}<td>Hasil</td><td>Ket</td></tr><tr><td>1</td><td>Memeriksa peta</td><td></td><td>V</td>"
    tempelan += "<td></td><td>Berkas peta</td><td>3 jam</td><td>Peta baru</td><td>Segera</td></tr></table>"
    jawab = pengelola.post(reverse("sop_impor_lihat", args=[draf.pk]), {"tempelan": tempelan})
    halaman = html.fromstring(jawab.content.decode())
    langkah = next(satu for satu in halaman.xpath("//main//li") if "Memeriksa peta" in satu.text_content())
    for kata in ("Staf", "Berkas peta", "3 jam", "Peta baru", "Segera"):
        assert kata in langkah.text_content()
    judul = halaman.xpath("//dt[.='Judul kolom tabel']/following-sibling::dd")[0].text_content()
    assert "Hasil" in judul
    assert "Kelengkapan" not in judul


@pytest.mark.parametrize(
    "tempelan", ["<table ", "No\tKegiatan\n1\t" + "x" * 140_000, 'No\tKegiatan\n1\t"a\n' + "y\n" * 100_000]
)
def test_a_broken_paste_is_refused_with_a_sentence(pengelola, draf, tempelan):
    jawab = pengelola.post(reverse("sop_impor_lihat", args=[draf.pk]), {"tempelan": tempelan})
    assert jawab.status_code == 422
    assert "Tidak ada yang disimpan" in jawab.content.decode()
