"""The administrator's pages: what each act stores and says, and that they exist for nobody else."""

import struct
import zlib
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi import actions
from lapkin.organisasi.models import HariLibur, Instansi, Jabatan, Pegawai, Tim, UnitKerja
from lapkin.organisasi.urls import urlpatterns


@pytest.fixture
def kelola(client, dinas):
    client.force_login(dinas.pengelola)
    return client


def _kirim(client, rute, /, *args, **isian):
    """Send a form about DP3A, where the address names an instansi, and follow to the answer."""
    kode = [] if rute == "instansi_tambah" else ["dp3a-kalbar"]
    return client.post(reverse(rute, args=[*kode, *args]), isian, follow=True)


def _alamat_semua(dinas, tim):
    """Every address of this room that shows a page, filled with rows of the dinas."""
    pk = {
        "unit": dinas.unit[0].pk,
        "jabatan": dinas.jabatan["kadis"].pk,
        "penugasan": dinas.kadis.daftar_penugasan.get().pk,
        "pegawai": dinas.kadis.pk,
        "tim": tim.pk,
        "anggota": tim.daftar_anggota.get().pk,
        "libur": HariLibur.objects.create(
            instansi=dinas.instansi, tanggal=date(2026, 1, 28), nama="Hari jadi"
        ).pk,
    }
    tanpa_halaman = {"warna_instansi", "lambang_instansi"}
    for rute in urlpatterns:
        pola = str(rute.pattern)
        bagian = pola.removeprefix("<slug:kode>/").split("/")[0]
        nama = [] if "<slug:kode>" not in pola else [dinas.instansi.kode]
        if rute.name not in tanpa_halaman:
            yield rute.name, reverse(rute.name, args=nama + ([pk[bagian]] if "<int:pk>" in pola else []))


@pytest.fixture
def tim(dinas):
    tim = actions.bentuk_tim(pegawai=dinas.pengelola, instansi=dinas.instansi, nama="Tim LKjIP", tahun=2026)
    actions.tambah_anggota(pegawai=dinas.pengelola, tim=tim, orang=dinas.staf)
    return tim


def test_every_page_opens_for_the_administrator(kelola, dinas, tim):
    for nama, alamat in _alamat_semua(dinas, tim):
        assert kelola.get(alamat).status_code in {200, 405}, nama


@pytest.mark.parametrize("siapa", ["kadis", "orang_luar", "pengelola_lain"])
def test_the_pages_do_not_exist_for_anybody_else(client, dinas, tim, siapa):
    if siapa == "pengelola_lain":
        siapa = "orang_luar"
        Pegawai.objects.filter(pk=dinas.orang_luar.pk).update(pengelola=True)
    client.force_login(Pegawai.objects.get(pk=getattr(dinas, siapa).pk))
    for nama, alamat in _alamat_semua(dinas, tim):
        if nama in {"organisasi", "instansi_tambah"} and client.get(alamat).status_code == 200:
            continue  # the pages of an administrator's own instansi
        assert client.get(alamat).status_code in {404, 405}, nama
        assert client.post(alamat).status_code in {404, 405}, nama


def test_a_row_is_not_found_under_another_instansi_of_the_same_administrator(client, dinas):
    induk = dinas.instansi.induk
    Pegawai.objects.filter(pk=dinas.pengelola.pk).update(instansi=induk)
    client.force_login(Pegawai.objects.get(pk=dinas.pengelola.pk))
    alamat = reverse("unit_ubah", args=["kominfo-kalbar", dinas.unit[0].pk])
    assert client.get(alamat).status_code == 404


def test_a_pemda_adds_a_perangkat_daerah_below_itself(client, dinas):
    induk = dinas.instansi.induk
    Pegawai.objects.filter(pk=dinas.pengelola.pk).update(instansi=induk)
    client.force_login(Pegawai.objects.get(pk=dinas.pengelola.pk))
    isian = _isian_instansi(kode="dinkes-kalbar", nama="Dinas Kesehatan")
    halaman = _kirim(client, "instansi_tambah", **isian)
    assert "Dinas Kesehatan ditambahkan" in halaman.text
    assert Instansi.objects.get(kode="dinkes-kalbar").induk == induk


def _isian_instansi(**isian):
    return {
        "nama": "DP3A",
        "jenis": "pd",
        "kop": "PEMERINTAH PROVINSI\n\nDINAS",
        "tempat": "Pontianak",
        "warna": "#0a6b3d",
        "zona_waktu": "Asia/Pontianak",
        "menit_sehari": "450",
        "hari_seminggu": "5",
        "hari_sebulan": "22",
        "jam_0": "07.30-12.00, 13.00-16.00",
        **isian,
    }


def test_the_identity_of_an_instansi_is_changed_with_its_event(kelola, dinas):
    assert "Data instansi disimpan." in _kirim(kelola, "instansi_ubah", **_isian_instansi()).text
    dinas.instansi.refresh_from_db()
    assert dinas.instansi.kop == ["PEMERINTAH PROVINSI", "DINAS"]
    assert dinas.instansi.jam_kerja == {"0": [["07:30", "12:00"], ["13:00", "16:00"]]}
    peristiwa = Peristiwa.objects.get(jenis="instansi.diubah")
    assert peristiwa.data["warna"] == ["#1d5c8f", "#0a6b3d"]


def test_wrong_hours_are_named_at_their_field_and_nothing_is_stored(kelola, dinas):
    halaman = _kirim(kelola, "instansi_ubah", **_isian_instansi(jam_4="siang"))
    assert halaman.status_code == 422
    assert 'href="#id_jam_4"' in halaman.text
    assert "belum berbentuk 07.30-12.00" in halaman.text
    assert not Peristiwa.objects.exists()


@pytest.mark.parametrize(
    ("isian", "nilai"),
    [("menit_sehari", "0"), ("menit_sehari", "1441"), ("hari_seminggu", "0"), ("hari_seminggu", "8"),
     ("hari_sebulan", "0"), ("hari_sebulan", "32767"), ("hari_sebulan", "99999")],
)  # fmt: skip
def test_a_unit_of_time_without_worth_is_refused(kelola, dinas, isian, nilai):
    halaman = _kirim(kelola, "instansi_ubah", **_isian_instansi(**{isian: nilai}))
    assert halaman.status_code == 422
    assert f'href="#id_{isian}"' in halaman.text
    with pytest.raises(IntegrityError), transaction.atomic():
        Instansi.objects.filter(pk=dinas.instansi.pk).update(**{isian: 0})


def test_a_unit_is_added_and_a_second_of_the_same_name_refused(kelola, dinas):
    isian = {"nama": "Bidang Data", "jenis": "bidang", "urutan": "4"}
    assert "Bidang Data ditambahkan." in _kirim(kelola, "unit_tambah", **isian).text
    assert "sudah ada di instansi ini" in _kirim(kelola, "unit_tambah", **isian).text
    assert UnitKerja.objects.filter(nama="Bidang Data").count() == 1


def test_a_unit_of_another_instansi_is_no_choice(kelola, dinas):
    asing = UnitKerja.objects.create(instansi=dinas.instansi.induk, nama="Biro", jenis="bagian")
    isian = {"nama": "Bidang Data", "jenis": "bidang", "urutan": "4", "induk": asing.pk}
    assert _kirim(kelola, "unit_tambah", **isian).status_code == 422


def test_a_post_cannot_stand_below_its_own_subordinate(dinas):
    kadis, sekdin = dinas.jabatan["kadis"], dinas.jabatan["sekdin"]
    actions.ubah_jabatan(pegawai=dinas.pengelola, jabatan=sekdin, atasan=kadis)
    with pytest.raises(Ditolak, match="di bawah dirinya sendiri"):
        actions.ubah_jabatan(pegawai=dinas.pengelola, jabatan=kadis, atasan=Jabatan.objects.get(pk=sekdin.pk))


def test_the_jenis_of_a_post_that_was_held_stays(dinas):
    with pytest.raises(Ditolak, match="sudah pernah dipegang"):
        actions.ubah_jabatan(pegawai=dinas.pengelola, jabatan=dinas.jabatan["kadis"], jenis="pelaksana")


def test_a_new_person_signs_in_with_the_password_shown_once(kelola, client, dinas):
    halaman = _kirim(
        kelola,
        "pegawai_tambah",
        nama="Ibu Baru",
        username="Ibu.Baru",
        nip="000000000000000009",
    )
    orang = Pegawai.objects.get(username="ibu.baru")
    sandi = halaman.text.split("<code>")[1].split("</code>")[0]
    assert orang.check_password(sandi)
    assert "no-store" in halaman.headers["Cache-Control"]
    assert sandi not in str(list(Peristiwa.objects.values()))
    assert sandi not in kelola.get(reverse("pegawai_lihat", args=["dp3a-kalbar", orang.pk])).text


def test_a_nip_with_letters_is_refused_in_words(kelola, dinas):
    halaman = _kirim(kelola, "pegawai_tambah", nama="Ibu Baru", username="baru", nip="12345")
    assert "NIP terdiri dari 18 angka" in halaman.text


def test_a_reset_password_replaces_the_old_one(kelola, dinas):
    halaman = _kirim(kelola, "pegawai_sandi", dinas.staf.pk)
    dinas.staf.refresh_from_db()
    assert dinas.staf.check_password(halaman.text.split("<code>")[1].split("</code>")[0])
    assert not dinas.staf.check_password("rahasia-contoh-2025")


def test_a_closed_account_signs_in_again_after_it_was_opened(kelola, dinas):
    assert "tidak dapat masuk lagi" in _kirim(kelola, "pegawai_nonaktifkan", dinas.staf.pk).text
    dinas.staf.refresh_from_db()
    assert not dinas.staf.is_active
    assert _kirim(kelola, "pegawai_nonaktifkan", dinas.staf.pk).status_code == 409
    assert "aktif kembali" in _kirim(kelola, "pegawai_aktifkan", dinas.staf.pk).text


def test_administrators_cannot_lock_themselves_out(dinas):
    with pytest.raises(Ditolak, match="akun Anda sendiri"):
        actions.nonaktifkan_pegawai(pegawai=dinas.pengelola, orang=dinas.pengelola)
    with pytest.raises(Ditolak, match="hak kelola Anda sendiri"):
        actions.ubah_pegawai(pegawai=dinas.pengelola, orang=dinas.pengelola, pengelola=False)


def test_a_holder_is_assigned_and_a_second_refused_on_the_page(kelola, dinas):
    isian = {"pegawai": dinas.staf.pk, "jenis": "plt", "dari": "2026-01-01"}
    halaman = _kirim(kelola, "tugaskan", dinas.jabatan["kadis"].pk, **isian)
    assert halaman.status_code == 409
    assert "Kepala Dinas sudah dipegang Ibu Kadis" in halaman.text


def test_a_team_is_formed_and_a_member_counted_once(kelola, dinas):
    _kirim(kelola, "tim_bentuk", nama="Tim LKjIP", tahun="2026")
    tim = Tim.objects.get(nama="Tim LKjIP")
    isian = {"pegawai": dinas.staf.pk, "kedudukan": "ketua"}
    assert "ditambahkan ke tim" in _kirim(kelola, "anggota_tambah", tim.pk, **isian).text
    assert "sudah menjadi anggota tim" in _kirim(kelola, "anggota_tambah", tim.pk, **isian).text
    [keanggotaan] = tim.daftar_anggota.all()
    assert "keluar dari tim" in _kirim(kelola, "anggota_akhiri", keanggotaan.pk).text


def _png() -> bytes:
    """One white pixel."""

    def bagian(jenis, isi):
        sidik = zlib.crc32(jenis + isi)
        return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", sidik)

    kepala = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    isi = zlib.compress(b"\x00\xff")
    return b"\x89PNG\r\n\x1a\n" + bagian(b"IHDR", kepala) + bagian(b"IDAT", isi) + bagian(b"IEND", b"")


def test_an_emblem_is_kept_and_shown(kelola, dinas):
    unggahan = SimpleUploadedFile("lambang.png", _png(), content_type="image/png")
    assert "Lambang diganti" in _kirim(kelola, "lambang_ganti", lambang=unggahan).text
    gambar = kelola.get(reverse("lambang_instansi", args=["dp3a-kalbar"]))
    assert (gambar.content, gambar["Content-Type"]) == (_png(), "image/png")


def test_an_emblem_that_is_no_picture_is_refused_by_its_content(kelola, dinas):
    unggahan = SimpleUploadedFile("lambang.png", b"<svg onload='x()'/>", content_type="image/png")
    assert _kirim(kelola, "lambang_ganti", lambang=unggahan).status_code == 409


def test_an_emblem_that_is_cut_off_is_refused_before_it_spoils_the_papers(kelola, dinas):
    potong = _png().replace(zlib.compress(b"\x00\xff"), b"x" * len(zlib.compress(b"\x00\xff")))
    unggahan = SimpleUploadedFile("lambang.png", potong, content_type="image/png")
    jawaban = _kirim(kelola, "lambang_ganti", lambang=unggahan)
    assert jawaban.status_code == 409
    assert "Gambar lambang rusak atau terpotong" in jawaban.text
    dinas.instansi.refresh_from_db()
    assert dinas.instansi.lambang is None


def test_the_brand_colour_is_a_public_stylesheet(client, dinas):
    jawaban = client.get(reverse("warna_instansi", args=["dp3a-kalbar"]))
    assert jawaban["Content-Type"] == "text/css"
    assert "--warna-merek:#1d5c8f" in jawaban.text
