"""What the pages of an SOP say before it is too late: what signing needs, who waits, what a button will do."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Pelaksanaan
from lapkin.alur.queries import kasus_menunggu
from lapkin.alur.tenggat import JamKerja, akhir_kerja, batas_tanggal
from lapkin.bahasa.tanggal import saat
from lapkin.organisasi.models import Jabatan
from lapkin.organisasi.queries import hari_ini, pemegang
from lapkin.sop.sop import TanggalTercetak

from .bantuan import kantor, terbuka
from .bantuan_revisi import berlakukan, draf_beku, siap_disahkan, tulis_draf

pytestmark = pytest.mark.django_db
NANTI = TanggalTercetak(tercetak="23 November 2126", tanggal=date(2126, 11, 23))
BELUM_EFEKTIF = "SOP ini baru dapat disahkan mulai 23 November 2126, tanggal efektifnya"


def masuk(pegawai):
    peramban = Client()
    peramban.force_login(pegawai)
    return peramban


def halaman(pegawai, nama, *args):
    return masuk(pegawai).get(reverse(nama, args=args)).content.decode()


@pytest.fixture
def dp3a():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return pengelola, sop, pemegang(Jabatan.objects.get(instansi=sop.instansi, nama="Kadis")).get()


def efektif_nanti(isi):
    return replace(isi, identitas=replace(isi.identitas, tanggal_efektif=NANTI))


def test_a_day_of_effect_to_come_is_told_before_anybody_prints(dp3a):
    pengelola, sop, _ = dp3a
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Hasil evaluasi.")
    tulis_draf(draf, efektif_nanti(siap_disahkan(draf.dibaca_draf())))

    assert BELUM_EFEKTIF in halaman(pengelola, "sop_revisi_lihat", sop.pk, 2)
    assert BELUM_EFEKTIF in halaman(pengelola, "sop_sunting", draf.pk)


def test_a_refused_signing_comes_back_as_the_form_with_its_reason(dp3a):
    pengelola, sop, kadis = dp3a
    draf, _ = draf_beku(pengelola, sop, efektif_nanti)
    isian = {
        "formulir": draf.berkas_dibaca.sha256,
        "pernyataan": "on",
        "pindaian": SimpleUploadedFile("pindaian.pdf", b"%PDF-1.7 tinta", "application/pdf"),
    }

    jawab = masuk(kadis).post(reverse("sop_revisi_sahkan", args=[sop.pk, 2]), isian)

    assert jawab.status_code == 409
    teks = jawab.content.decode()
    assert "Ada yang perlu diperbaiki" in teks
    assert BELUM_EFEKTIF in teks
    assert "Sahkan sebagai Kadis" in teks


def test_what_freezing_asks_for_is_told_in_the_editor_and_on_the_page_of_the_draft(dp3a):
    pengelola, sop, _ = dp3a
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Hasil evaluasi.")
    jabatan = Jabatan.objects.get(instansi=sop.instansi, nama="Kadis")
    kurang = "nomor SOP, tanggal efektif, nama pengesah, tanggal revisi"

    assert kurang in halaman(pengelola, "sop_sunting", draf.pk)
    lihat = halaman(pengelola, "sop_revisi_lihat", sop.pk, 2)
    assert kurang in lihat
    assert "Bekukan formulir untuk disahkan" not in lihat
    jawab = masuk(pengelola).post(reverse("sop_revisi_bekukan", args=[sop.pk, 2]), {"pengesah": jabatan.pk})
    assert (jawab.status_code, kurang in jawab.content.decode()) == (409, True)


def test_editing_a_frozen_draft_says_that_its_form_counts_no_more(dp3a):
    pengelola, sop, _ = dp3a
    draf, _ = draf_beku(pengelola, sop)
    peramban = masuk(pengelola)
    assert "Menunggu pengesahan" in halaman(pengelola, "sop_revisi_lihat", sop.pk, 2)

    alamat = reverse("sop_sunting_salin", args=[draf.pk, draf.dibaca().langkah[1].kode])
    jawab = peramban.post(alamat, {"sidik": draf.sidik}, follow=True)

    assert "Formulir beku tidak berlaku lagi; bekukan lagi" in jawab.content.decode()
    draf.refresh_from_db()
    alamat = reverse("sop_sunting_salin", args=[draf.pk, draf.dibaca_draf().langkah[1].kode])
    jawab = peramban.post(alamat, {"sidik": draf.sidik}, follow=True)
    assert "Formulir beku tidak berlaku lagi" not in jawab.content.decode()


def test_a_signed_revision_shows_the_day_of_its_signing_and_one_official_paper(dp3a):
    pengelola, sop, _ = dp3a
    revisi = berlakukan(pengelola, sop)

    lihat = halaman(pengelola, "sop_revisi_lihat", sop.pk, 2)
    beku = reverse("sop_revisi_berkas", args=[sop.pk, 2, "formulir"])
    assert beku in lihat
    assert reverse("sop_ekspor", args=[revisi.pk, "pdf"]) not in lihat
    for bentuk in ("docx", "xlsx", "toml", "bpmn", "svg"):
        assert reverse("sop_ekspor", args=[revisi.pk, bentuk]) in lihat
    depan = halaman(pengelola, "sop", sop.pk)
    assert beku in depan
    assert "<svg" in depan.split("Formulir resmi</h2>")[1]
    assert "<dt>Tanggal pengesahan</dt><dd>-</dd>" not in depan


def test_taking_a_post_off_a_role_names_the_cases_that_wait_there(dp3a):
    pengelola, sop, _ = dp3a
    kasus = [actions.mulai(pegawai=pengelola, sop=sop, tahun=tahun) for tahun in (2024, 2025)]
    tugas = terbuka(kasus[0]).get()
    tempat = (tugas.peran, tugas.jabatan_id, tugas.tim_id)
    assert kasus_menunggu(sop) == {tempat: 2}
    assert f"2 pekerjaan yang berjalan sedang menunggu {tugas.jabatan}" in halaman(pengelola, "sop", sop.pk)

    Pelaksanaan.objects.filter(pk=kasus[0].pk).update(
        status=Pelaksanaan.Status.DIBATALKAN, selesai_pada=timezone.now()
    )

    assert kasus_menunggu(sop) == {tempat: 1}


def test_a_step_ends_at_the_last_working_moment_before_its_day_is_over():
    jam = JamKerja()
    sabtu = batas_tanggal("02-28", 2025, jam)

    assert saat(akhir_kerja(sabtu, jam)) == "Jum, 27 Feb 2026 16.30"
    kerja = sabtu.replace(day=26, hour=10, minute=15, second=0, microsecond=0)
    assert akhir_kerja(kerja, jam) == kerja
    assert saat(akhir_kerja(kerja.replace(hour=12, minute=30), jam)) == "Kam, 26 Feb 2026 12.00"


def test_a_kept_monitoring_form_is_offered_at_once_and_found_again(dp3a, client):
    pengelola, sop, _ = dp3a
    client.force_login(pengelola)
    alamat = reverse("sop_monitoring", args=[sop.pk])
    assert "Belum pernah dimonitor" in client.get(alamat).content.decode()
    isian = {"metode": "jejak", "dari": "2026-01-01", "sampai": "2026-06-30", "revisi": "1"}
    isian |= {f"penilaian-{langkah.kode}": "baik" for langkah in sop.daftar_revisi.get().dibaca().langkah}
    isian["tanggal"] = hari_ini(sop.instansi).isoformat()

    teks = client.post(reverse("sop_monitoring_simpan", args=[sop.pk]), isian, follow=True).content.decode()

    tinjauan = sop.daftar_peninjauan.get()
    pesan = teks.split("Monitoring tersimpan")[1].split("</p>")[0]
    for wujud in ("pdf", "docx"):
        assert reverse("sop_peninjauan_berkas", args=[sop.pk, tinjauan.pk, wujud]) in pesan
    assert "Monitoring terakhir" in teks
