"""The pages: the ladder and the outbox of the administrator, and reminding a colleague."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from lapkin.conftest import buat_pegawai
from lapkin.jejak.models import Pemberitahuan, Peristiwa
from lapkin.pengingat.actions import ingatkan
from lapkin.pengingat.models import AnakTangga, Pengingat

from .bantuan import SEHARI, TENGGAT, kasus_bertenggat

pytestmark = pytest.mark.django_db
ISIAN = {
    "arah": "sebelum", "jarak": "2", "satuan": "jam", "saluran": "surel", "kepada": "pelaksana",
    "teks": "{sapaan}, {kegiatan} paling lambat {tenggat}.", "aktif": "on",
}  # fmt: skip


@pytest.fixture
def kelola(client):
    tugas, kadis, pengelola = kasus_bertenggat()
    client.force_login(pengelola)
    client.tugas, client.kadis, client.pengelola = tugas, kadis, pengelola
    client.kode = tugas.instansi.kode
    return client


def test_the_ladder_shows_each_rung_with_its_text_filled(kelola):
    halaman = kelola.get(reverse("tangga", args=[kelola.kode])).text
    assert "1 hari kerja sebelum tenggat" in halaman
    assert "3 hari kerja sesudah tenggat" in halaman
    assert "Yth. Bapak/Ibu Nama Pegawai" in halaman
    assert "terlambat 3 hari kerja dari tenggat" in halaman
    assert "{kegiatan}" not in halaman


def test_a_rung_is_added_and_taken_away_again(kelola):
    kelola.post(reverse("tangga_tambah", args=[kelola.kode]), ISIAN)
    anak = AnakTangga.objects.get()
    assert (anak.selisih, anak.satuan, anak.instansi) == (-2, "jam", kelola.tugas.instansi)
    assert "2 jam kerja sebelum tenggat" in kelola.get(reverse("tangga", args=[kelola.kode])).text
    kelola.post(reverse("tangga_bawaan", args=[kelola.kode, anak.kode]))
    assert not AnakTangga.objects.exists()
    assert Peristiwa.objects.filter(jenis__startswith="tangga.").count() == 2


def test_a_shipped_rung_is_changed_and_put_back(kelola):
    ubah = reverse("tangga_ubah", args=[kelola.kode, "surel-saat"])
    assert "Tugas “{kegiatan}”" in kelola.get(ubah).text
    kelola.post(ubah, ISIAN | {"arah": "saat", "jarak": ""})
    kelola.post(ubah, ISIAN | {"arah": "saat", "jarak": "", "aktif": ""})
    anak = AnakTangga.objects.get()
    assert (anak.kode, anak.selisih, anak.aktif) == ("surel-saat", 0, False)
    assert "diubah dari bawaan" in kelola.get(reverse("tangga", args=[kelola.kode])).text
    assert kelola.post(reverse("tangga_bawaan", args=[kelola.kode, "pesan-saat"])).status_code == 409


@pytest.mark.parametrize(
    ("ganti", "kalimat"),
    [
        ({"teks": "Halo {nama}"}, "{nama} tidak dikenal"),
        ({"teks": "Halo {sapaan.__init__}"}, "tidak dikenal"),
        ({"teks": " "}, "Teks: "),
        ({"jarak": ""}, "Isi jaraknya"),
        ({"jarak": "99"}, "60"),
        ({"saluran": "merpati"}, "merpati"),
    ],
)
def test_a_rung_with_faults_is_not_kept(kelola, ganti, kalimat):
    jawaban = kelola.post(reverse("tangga_tambah", args=[kelola.kode]), ISIAN | ganti)
    assert jawaban.status_code == 422
    assert kalimat in jawaban.text
    assert not AnakTangga.objects.exists()


def test_the_outbox_shows_what_was_sent_and_offers_what_failed(kelola):
    ingatkan(kini=TENGGAT)
    Pengingat.objects.filter(saluran="surel").update(status="gagal", galat="Kotak penuh", dikirim_pada=None)
    halaman = kelola.get(reverse("kotak_keluar", args=[kelola.kode])).text
    assert kelola.kadis.surel in halaman
    assert "Kotak penuh" in halaman
    hanya = kelola.get(reverse("kotak_keluar", args=[kelola.kode]), {"status": "terkirim"}).text
    assert "Kotak penuh" not in hanya
    surel = Pengingat.objects.get(saluran="surel")
    kelola.post(reverse("kotak_keluar_kirim_ulang", args=[kelola.kode, surel.pk]))
    surel.refresh_from_db()
    assert surel.status == "menunggu"


def test_another_offices_outbox_is_not_found(client, kelola, dinas):
    ingatkan(kini=TENGGAT)
    client.force_login(dinas.pengelola)
    assert client.get(reverse("kotak_keluar", args=[kelola.kode])).status_code == 404
    milik_orang = Pengingat.objects.first().pk
    alamat = reverse("kotak_keluar_kirim_ulang", args=[dinas.instansi.kode, milik_orang])
    assert client.post(alamat).status_code == 404


def test_whatsapp_opens_with_the_text_and_is_recorded(kelola):
    ke = [kelola.tugas.pk, kelola.kadis.pk]
    halaman = kelola.get(reverse("ingatkan_tugas", args=ke[:1]))
    assert "https://wa.me" in halaman["Content-Security-Policy"]
    jawaban = kelola.post(reverse("ingatkan_whatsapp", args=ke))
    tujuan = urlsplit(jawaban["Location"])
    assert (tujuan.netloc, tujuan.path) == ("wa.me", "/6281234567890")
    pengingat = Pengingat.objects.get()
    assert parse_qs(tujuan.query)["text"] == [pengingat.teks]
    assert (pengingat.pengirim, pengingat.status) == (kelola.pengelola, "terkirim")
    assert Peristiwa.objects.get(jenis="pengingat.langsung").objek == kelola.tugas.pelaksanaan.kunci


def test_a_text_the_timer_made_ready_is_used_up_by_the_link(kelola):
    ingatkan(kini=TENGGAT + 3 * SEHARI)
    kelola.post(reverse("ingatkan_whatsapp", args=[kelola.tugas.pk, kelola.kadis.pk]))
    pengingat = Pengingat.objects.get(saluran="whatsapp")
    assert (pengingat.status, pengingat.pengirim) == ("terkirim", kelola.pengelola)


def test_a_colleague_reminds_by_message_and_mail_but_not_twice_an_hour(
    kelola, mailoutbox, django_capture_on_commit_callbacks
):
    ke = [kelola.tugas.pk, kelola.kadis.pk]
    assert kelola.post(reverse("ingatkan_pesan", args=ke)).status_code == 302
    assert Pemberitahuan.objects.filter(penerima=kelola.kadis, teks__contains="mengingatkan").exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert kelola.post(reverse("ingatkan_surel", args=ke)).status_code == 302
    assert mailoutbox[0].to == [kelola.kadis.surel]
    for nama in ("ingatkan_pesan", "ingatkan_surel"):
        jawaban = kelola.post(reverse(nama, args=ke))
        assert jawaban.status_code == 409
        assert "baru saja diingatkan" in jawaban.text


def test_without_a_number_there_is_a_text_to_copy(kelola):
    kelola.kadis.telepon = ""
    kelola.kadis.save()
    halaman = kelola.get(reverse("ingatkan_tugas", args=[kelola.tugas.pk])).text
    assert "Salin teks ini" in halaman
    assert "Ingatkan lewat WhatsApp" not in halaman
    jawaban = kelola.post(reverse("ingatkan_whatsapp", args=[kelola.tugas.pk, kelola.kadis.pk]))
    assert jawaban.status_code == 409


def test_nobody_reminds_himself_nor_one_whose_turn_it_is_not(client, kelola, dinas):
    client.force_login(kelola.kadis)
    sendiri = reverse("ingatkan_pesan", args=[kelola.tugas.pk, kelola.kadis.pk])
    assert client.post(sendiri).status_code == 409
    assert client.post(reverse("ingatkan_pesan", args=[kelola.tugas.pk, dinas.staf.pk])).status_code == 404
    client.force_login(dinas.kadis)
    assert client.get(reverse("ingatkan_tugas", args=[kelola.tugas.pk])).status_code == 404


def test_a_superior_in_another_office_may_remind_but_not_open_the_task(client, kelola, dinas):
    atasan, jabatan = buat_pegawai(dinas.instansi, "asisten", "Ibu Asisten", jabatan="Asisten")
    kelola.tugas.jabatan.atasan = jabatan
    kelola.tugas.jabatan.save()
    client.force_login(atasan)
    halaman = client.get(reverse("ingatkan_tugas", args=[kelola.tugas.pk]))
    assert halaman.status_code == 200
    assert reverse("tugas", args=[kelola.tugas.pk]) + '"' not in halaman.text


def test_the_case_leads_to_the_page(kelola):
    halaman = kelola.get(reverse("pekerjaan", args=[kelola.tugas.pelaksanaan_id])).text
    assert reverse("ingatkan_tugas", args=[kelola.tugas.pk]) in halaman


def test_the_number_is_kept_without_its_spaces(kelola):
    data = {"nama": "Ibu", "username": "ibu-baru", "telepon": "0812-3456 7890"}
    kelola.post(reverse("pegawai_tambah", args=[kelola.kode]), data)
    assert kelola.tugas.instansi.daftar_pegawai.get(username="ibu-baru").telepon == "081234567890"
