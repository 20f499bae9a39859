"""The pages of handing on, withdrawing, skipping, adding and delegating; and the desk, which says the rule in SQL."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Tugas
from lapkin.alur.queries import dapat_dialihkan, sebagai_giliran, tugas_saya
from lapkin.alur.tests.bantuan import kantor, kerjakan, mainkan, pelaku, terbuka
from lapkin.conftest import buat_pegawai
from lapkin.langkah.lembar_jejak import susun_jejak
from lapkin.langkah.meja import meja
from lapkin.organisasi.models import Pegawai, Pelimpahan, Penugasan
from lapkin.organisasi.queries import kedudukan, pemegang

pytestmark = pytest.mark.django_db
HARI_INI = timezone.localdate()
BESOK = HARI_INI + timedelta(days=1)


@pytest.fixture
def kasus():
    """A run of SOP 000 with two units."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)


@pytest.fixture
def rekan(kasus):
    return buat_pegawai(kasus.instansi, "rekan", "Ibu Rekan", jabatan="Analis Kebijakan")[0]


@pytest.fixture
def kirim(client):
    """Send a form as an officer and follow to the page that answers."""

    def _kirim(pegawai, nama, pk, **isian):
        client.force_login(pegawai)
        return client.post(reverse(nama, args=[pk] if pk else []), isian, follow=True)

    return _kirim


def _pada(kasus, langkah):
    mainkan(kasus, sampai=langkah)
    return terbuka(kasus, penghimpun=False).first()


def _penanggung_jawab(kasus):
    peran = kasus.sop.daftar_peran.get(nama=kasus.dibaca().penanggung_jawab_berlaku)
    return pemegang(peran.jabatan).get()


def _limpahkan(kasus, jabatan, penerima):
    return actions.limpahkan(
        pegawai=kasus.pembuat, jabatan=jabatan, penerima=penerima, dari=HARI_INI, sampai=BESOK, alasan="Cuti"
    )


def test_the_desk_says_the_same_as_the_rule(kasus, rekan):
    """Own, delegated, handed on, a Plh., a team, work that signs: for every officer, at every step."""
    _limpahkan(kasus, kasus.sop.daftar_peran.get(nama="Kadis").jabatan, rekan)
    _limpahkan(kasus, kasus.sop.daftar_peran.get(nama="Kasubbag").jabatan, rekan)
    sekretaris = kasus.sop.daftar_peran.get(nama="Sekdin").jabatan
    Penugasan.objects.create(pegawai=rekan, jabatan=sekretaris, jenis="plh", dari=HARI_INI, tunggal=True)
    terlihat = 0
    while tugas := terbuka(kasus, penghimpun=False).first():
        if dapat_dialihkan(tugas) and tugas.pk % 2:
            Tugas.objects.filter(pk=tugas.pk).update(penerima=rekan)
        for orang in Pegawai.objects.all():
            daftar = {baris.pk for baris in meja(orang, kedudukan(orang))[0]}
            giliran = set(tugas_saya(orang))
            assert daftar == {t.pk for t in giliran}, (orang, tugas)
            for t in terbuka(kasus):
                assert (t in giliran) == bool(sebagai_giliran(orang, t)), (orang, t)
            terlihat += len(daftar)
        tugas.refresh_from_db()
        kerjakan(tugas, pegawai=tugas.penerima or pelaku(tugas))
    assert terlihat > 10


def test_the_desk_says_as_what_one_does_a_task_and_to_whom_it_went(kasus, rekan, client):
    tugas = _pada(kasus, "susun")
    pejabat = pelaku(tugas)
    _limpahkan(kasus, tugas.jabatan, rekan)
    assert meja(rekan, kedudukan(rekan))[0][0].di == f"{tugas.jabatan} (atas pelimpahan)"
    kerjakan(tugas)
    koreksi = terbuka(kasus).get()
    actions.alihkan(pegawai=pelaku(koreksi), tugas=koreksi, penerima=rekan, alasan="Dinas luar")
    client.force_login(pejabat)
    assert "dialihkan kepada Ibu Rekan" in client.get("/").content.decode()
    client.force_login(rekan)
    assert "dialihkan kepada Anda" in client.get("/").content.decode()


def test_handing_on_and_giving_back_by_the_pages(kasus, rekan, kirim):
    tugas = _pada(kasus, "susun")
    pejabat = pelaku(tugas)
    jawab = kirim(pejabat, "tugas_alihkan", tugas.pk, penerima=rekan.pk, alasan="Dinas luar")
    assert f"Dialihkan kepada Ibu Rekan oleh {pejabat.nama}" in jawab.content.decode()
    assert "Dinas luar" in jawab.content.decode()
    jawab = kirim(rekan, "tugas_kembalikan_alihan", tugas.pk, alasan="Bukan bidang saya")
    assert jawab.status_code == 200
    tugas.refresh_from_db()
    assert tugas.penerima is None


def test_without_receiver_or_reason_the_page_says_what_is_missing(kasus, rekan, kirim):
    tugas = _pada(kasus, "susun")
    jawab = kirim(pelaku(tugas), "tugas_alihkan", tugas.pk)
    assert jawab.status_code == 409
    assert "Pilih pegawai yang menerima tugas ini." in jawab.content.decode()
    luar, _ = buat_pegawai(kantor("dp3a-kalbar-lkjip", kode_instansi="lain")[0], "luar", "Orang Luar")
    jawab = kirim(pelaku(tugas), "tugas_alihkan", tugas.pk, penerima=luar.pk, alasan="a")
    assert jawab.status_code == 409
    assert kirim(luar, "tugas_alihkan", tugas.pk, penerima=rekan.pk, alasan="a").status_code == 404


def test_a_signature_task_offers_no_handing_on(kasus, client):
    tugas = _pada(kasus, "tanda-tangan")
    client.force_login(pelaku(tugas))
    assert "Alihkan ke pegawai lain" not in client.get(reverse("tugas", args=[tugas.pk])).content.decode()


def test_withdrawing_is_offered_while_it_can_be_done(kasus, kirim, client):
    tugas = _pada(kasus, "susun")
    orang = pelaku(tugas)
    (berikut,) = kerjakan(tugas)
    client.force_login(orang)
    alamat = reverse("tugas", args=[tugas.pk])
    assert "Tarik kembali tugas ini" in client.get(alamat).content.decode()
    actions.buka(pegawai=pelaku(berikut), tugas=berikut)
    assert "Tarik kembali tugas ini" not in client.get(alamat).content.decode()
    assert kirim(orang, "tugas_tarik", tugas.pk, alasan="Keliru").status_code == 409


def test_withdrawing_leads_to_the_fresh_task(kasus, kirim):
    tugas = _pada(kasus, "susun")
    kerjakan(tugas)
    jawab = kirim(pelaku(tugas), "tugas_tarik", tugas.pk, alasan="Keliru")
    assert jawab.redirect_chain[-1][0] == reverse("tugas", args=[terbuka(kasus).get().pk])
    assert "Ditarik kembali" in kirim(pelaku(tugas), "tugas_buka", tugas.pk).content.decode()


def test_only_the_penanggung_jawab_is_offered_to_depart_from_the_sop(kasus, client):
    tugas = _pada(kasus, "himpun")
    alamat = reverse("pekerjaan", args=[kasus.pk])
    client.force_login(_penanggung_jawab(kasus))
    assert "Lewati langkah ini" in client.get(alamat).content.decode()
    client.force_login(pelaku(tugas))
    assert "Lewati langkah ini" not in client.get(alamat).content.decode()
    for nama in ("pekerjaan_lewati", "pekerjaan_sisipkan"):
        assert client.get(reverse(nama, args=[kasus.pk])).status_code == 409


def test_what_skipping_means_is_written_out_before_and_the_trail_has_the_reason(kasus, kirim, client):
    _pada(kasus, "himpun")
    orang = _penanggung_jawab(kasus)
    client.force_login(orang)
    halaman = client.get(reverse("pekerjaan_lewati", args=[kasus.pk])).content.decode()
    assert "tidak akan menerima" in halaman
    assert kirim(orang, "pekerjaan_lewati", kasus.pk, kode="himpun").status_code == 422
    jawab = kirim(orang, "pekerjaan_lewati", kasus.pk, kode="himpun", alasan="Data sudah ada")
    assert "Dilewati" in jawab.content.decode()
    assert "Data sudah ada" in str(susun_jejak(kasus))
    tugas = terbuka(kasus).get()
    assert "Langkah asalnya dilewati" in kirim(pelaku(tugas), "tugas_buka", tugas.pk).content.decode()


def test_a_step_that_cannot_be_skipped_says_why(kasus, client):
    _pada(kasus, "tanda-tangan")
    client.force_login(_penanggung_jawab(kasus))
    halaman = client.get(reverse("pekerjaan_lewati", args=[kasus.pk])).content.decode()
    assert "tidak dapat dilewati" in halaman
    assert '<form method="post" novalidate' not in halaman


def test_an_added_step_runs_by_the_pages_and_stands_on_the_case_and_the_desk(kasus, kirim, client):
    _pada(kasus, "susun")
    orang = _penanggung_jawab(kasus)
    isian = {"kode": "susun", "kegiatan": "Rapat pembahasan draf", "peran": "Sekdin", "jenis": "rapat"}
    jawab = kirim(orang, "pekerjaan_sisipkan", kasus.pk, **isian, waktu="sebentar", alasan="Perlu")
    assert jawab.status_code == 422
    jawab = kirim(orang, "pekerjaan_sisipkan", kasus.pk, **isian, waktu="3 jam", alasan="Diminta pimpinan")
    assert all(kata in jawab.content.decode() for kata in ("Langkah tambahan", "Diminta pimpinan"))
    kerjakan(terbuka(kasus).get())
    tugas = terbuka(kasus).get()
    assert meja(pelaku(tugas), kedudukan(pelaku(tugas)))[0][0].kegiatan == "Rapat pembahasan draf"
    client.force_login(pelaku(tugas))
    assert "Rapat pembahasan draf" in client.get(reverse("tugas", args=[tugas.pk])).content.decode()
    mainkan(kasus)
    kasus.refresh_from_db()
    assert kasus.status == "selesai"


def test_delegating_and_revoking_by_the_pages(kasus, rekan, kirim):
    tugas = _pada(kasus, "susun")
    orang = pelaku(tugas)
    isian = {"jabatan": tugas.jabatan_id, "penerima": rekan.pk, "dari": str(HARI_INI), "sampai": str(BESOK)}
    assert kirim(orang, "pelimpahan_baru", None, **isian).status_code == 422
    jawab = kirim(orang, "pelimpahan_baru", None, **isian, alasan="Cuti tahunan")
    assert "Cuti tahunan" in jawab.content.decode()
    assert tugas in tugas_saya(rekan)
    pelimpahan = Pelimpahan.objects.get()
    assert kirim(rekan, "pelimpahan_cabut", pelimpahan.pk).status_code == 409
    assert "Dicabut" in kirim(orang, "pelimpahan_cabut", pelimpahan.pk).content.decode()
    assert tugas not in tugas_saya(rekan)


def test_who_holds_nothing_delegates_nothing(kasus, rekan, kirim):
    tugas = _pada(kasus, "susun")
    isian = {"jabatan": tugas.jabatan_id, "penerima": pelaku(tugas).pk, "alasan": "a"}
    jawab = kirim(rekan, "pelimpahan_baru", None, **isian, dari=str(HARI_INI), sampai=str(BESOK))
    assert jawab.status_code == 422
    assert "tidak dapat Anda limpahkan" in jawab.content.decode()


def test_a_plh_without_a_last_day_is_kept_with_a_warning(kasus, rekan, client):
    jabatan = kasus.sop.daftar_peran.get(nama="Sekdin").jabatan
    client.force_login(kasus.pembuat)
    jawab = client.post(
        reverse("tugaskan", args=[kasus.instansi.kode, jabatan.pk]),
        {"pegawai": rekan.pk, "jenis": "plh", "dari": str(HARI_INI)},
        follow=True,
    )
    assert "paling lama 3 bulan" in jawab.content.decode()
    assert Penugasan.objects.filter(jenis="plh", pegawai=rekan).exists()
