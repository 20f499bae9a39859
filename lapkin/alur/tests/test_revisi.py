"""The life of a revision: draft, frozen form, in force by a signature, revoked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import RevisiSop
from lapkin.alur.queries import menunggu_pengesahan
from lapkin.berkas.models import Berkas
from lapkin.berkas.queries import baca
from lapkin.conftest import buat_pegawai
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Pemberitahuan, Peristiwa
from lapkin.jejak.queries import periksa_rantai
from lapkin.organisasi.models import Jabatan
from lapkin.organisasi.queries import pemegang
from lapkin.sop.sop import TanggalTercetak, ke_json
from lapkin.sop.sunting import Suntingan
from lapkin.sop.tests.benih import isi_sop

from .bantuan import kantor
from .bantuan_revisi import berlakukan, draf_beku, pindaian, siap_disahkan, tulis_draf

pytestmark = pytest.mark.django_db


@pytest.fixture
def dp3a():
    """(pengelola, sop) of SOP 000."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return pengelola, sop


def sahkan(draf, pegawai, **ganti):
    isian = {"sidik_dibaca": draf.berkas_dibaca.sha256, "pindaian": pindaian(draf)} | ganti
    return actions.sahkan(pegawai=pegawai, revisi=draf, **isian)


def test_a_draft_begins_as_a_copy_without_what_belongs_to_the_signed_paper(dp3a):
    pengelola, sop = dp3a
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")
    isi, asal = draf.dibaca_draf(), draf.asal.dibaca()
    assert isi.langkah == asal.langkah
    assert isi.identitas.nomor == isi.identitas.tanggal_efektif.tercetak == isi.identitas.pengesah.nama == ""
    assert isi.identitas.tanggal_pembuatan == asal.identitas.tanggal_pembuatan
    assert sop.daftar_revisi.get(status="berlaku") == draf.asal


def test_an_sop_has_one_draft_at_a_time_and_a_reason_for_it(dp3a):
    pengelola, sop = dp3a
    with pytest.raises(Ditolak, match="mengapa"):
        actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan=" ")
    actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")
    with pytest.raises(Ditolak, match="sudah mempunyai draf"):
        actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Lagi.")


def test_only_the_administrator_of_the_office_makes_and_discards_drafts(dp3a):
    pengelola, sop = dp3a
    orang, _ = buat_pegawai(sop.instansi, "orang", "Orang Lain")
    with pytest.raises(Ditolak, match="Hanya pengelola"):
        actions.buat_draf_revisi(pegawai=orang, sop=sop, catatan="Format baru.")
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")
    with pytest.raises(Ditolak, match="Hanya pengelola"):
        actions.buang_draf(pegawai=orang, revisi=draf)
    actions.buang_draf(pegawai=pengelola, revisi=draf)
    assert not sop.daftar_revisi.filter(status="draf").exists()
    assert Peristiwa.objects.filter(jenis="sop.draf_dibuang").count() == 1


def test_a_form_is_frozen_only_when_its_identity_block_is_complete(dp3a):
    pengelola, sop = dp3a
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")
    kadis = Jabatan.objects.get(instansi=sop.instansi, nama="Kadis")
    with pytest.raises(Ditolak, match="nomor SOP, tanggal efektif, nama pengesah, tanggal revisi"):
        actions.bekukan_formulir(pegawai=pengelola, revisi=draf, pengesah=kadis)


def test_a_form_is_not_frozen_while_the_checker_finds_errors(dp3a):
    pengelola, sop = dp3a
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")
    isi = siap_disahkan(draf.dibaca_draf())
    rusak = replace(isi.langkah[3], kembali_ke=("entah",))
    tulis_draf(draf, replace(isi, langkah=(*isi.langkah[:3], rusak, *isi.langkah[4:])))
    kadis = Jabatan.objects.get(instansi=sop.instansi, nama="Kadis")
    with pytest.raises(Ditolak, match="belum dapat dijalankan"):
        actions.bekukan_formulir(pegawai=pengelola, revisi=draf, pengesah=kadis)


def test_the_pengesah_is_told_and_finds_what_waits(dp3a):
    draf, kadis = draf_beku(*dp3a)
    orang = pemegang(kadis).get()
    assert list(menunggu_pengesahan(orang)) == [draf]
    assert Pemberitahuan.objects.filter(penerima=orang, teks__contains="menunggu pengesahan Anda").exists()
    assert not menunggu_pengesahan(dp3a[0]).exists()


def test_a_signed_revision_is_in_force_and_revokes_the_former_one(dp3a):
    pengelola, sop = dp3a
    lama = sop.daftar_revisi.get()
    baru = berlakukan(pengelola, sop)
    lama.refresh_from_db()
    assert (lama.status, baru.status) == ("dicabut", "berlaku")
    assert lama.dicabut_pada == baru.berlaku_pada
    assert baru.disahkan_sebagai == "Kadis"
    peristiwa = Peristiwa.objects.filter(jenis="sop.berlaku").last()
    assert peristiwa.data["sidik"] == baru.sidik
    assert peristiwa.data["formulir"] == baru.berkas_dibaca.sha256
    assert peristiwa.data["pindaian"] == baru.berkas_hasil.sha256
    assert periksa_rantai(sop.instansi.kunci) == []
    assert actions.mulai(pegawai=pengelola, sop=sop, tahun=2025).revisi == baru


def test_whoever_stands_behind_a_role_is_told_of_a_revision_in_force_once(dp3a):
    pengelola, sop = dp3a
    berlakukan(pengelola, sop)
    teks = Pemberitahuan.objects.filter(teks__contains="revisi 2 berlaku")
    penerima = list(teks.values_list("penerima", flat=True))
    jabatan = sop.daftar_peran.filter(jabatan__isnull=False).values("jabatan")
    assert sorted(penerima) == sorted(
        {p.pk for j in Jabatan.objects.filter(pk__in=jabatan) for p in pemegang(j)}
    )


def test_a_plh_signs_before_the_definitif_holder(dp3a):
    draf, kadis = draf_beku(*dp3a)
    definitif = pemegang(kadis).get()
    plh, _ = buat_pegawai(kadis.instansi, "plh", "Pelaksana Harian")
    kadis.daftar_penugasan.create(pegawai=plh, jenis="plh", dari="2024-01-01", tunggal=True)
    with pytest.raises(Ditolak, match="Hanya pemegang jabatan pengesah"):
        sahkan(draf, definitif)
    assert sahkan(draf, plh).disahkan_sebagai == "Plh. Kadis"


def test_nobody_else_signs_not_even_the_administrator(dp3a):
    draf, _ = draf_beku(*dp3a)
    with pytest.raises(Ditolak, match="Hanya pemegang jabatan pengesah"):
        sahkan(draf, dp3a[0])


def test_a_draft_edited_after_its_form_was_frozen_cannot_be_signed(dp3a):
    draf, kadis = draf_beku(*dp3a)
    isi = draf.dibaca_draf()
    sidik, kertas = draf.berkas_dibaca.sha256, pindaian(draf)
    tulis_draf(draf, replace(isi, identitas=replace(isi.identitas, nomor="065/99/2026")))
    with pytest.raises(Ditolak, match="belum dibekukan"):
        actions.sahkan(pegawai=pemegang(kadis).get(), revisi=draf, sidik_dibaca=sidik, pindaian=kertas)


def test_a_draft_changed_round_the_editor_is_not_what_was_frozen(dp3a):
    draf, kadis = draf_beku(*dp3a)
    RevisiSop.objects.filter(pk=draf.pk).update(isi=draf.isi.replace("LKJIP", "LKjIP"))
    with pytest.raises(Ditolak, match="sudah diubah sejak"):
        sahkan(draf, pemegang(kadis).get())


def test_the_form_that_was_read_must_be_the_frozen_one(dp3a):
    draf, kadis = draf_beku(*dp3a)
    with pytest.raises(Ditolak, match="sudah diubah sejak"):
        sahkan(draf, pemegang(kadis).get(), sidik_dibaca="0" * 64)


def test_the_scan_must_be_new_paper_of_as_many_pages(dp3a):
    draf, kadis = draf_beku(*dp3a)
    cetakan = SimpleUploadedFile("pindaian.pdf", baca(draf.berkas_dibaca))
    with pytest.raises(Ditolak, match="berkas cetak itu sendiri"):
        sahkan(draf, pemegang(kadis).get(), pindaian=cetakan)


@pytest.mark.parametrize("isi", [None, b"<html>", b""])
def test_of_a_refused_signing_no_file_stays(dp3a, isi):
    """Whether the paper is wrong or, as with None, somebody else sends the right one."""
    draf, kadis = draf_beku(*dp3a)
    orang = dp3a[0] if isi is None else pemegang(kadis).get()
    kertas = pindaian(draf) if isi is None else SimpleUploadedFile("pindaian.pdf", isi)
    ada = Berkas.objects.count()
    with pytest.raises(Ditolak):
        sahkan(draf, orang, pindaian=kertas)
    assert Berkas.objects.count() == ada


def test_an_sop_is_not_in_force_before_its_effective_day(dp3a):
    esok = date(2126, 1, 5)

    def nanti(isi):
        tanggal = TanggalTercetak(tercetak="5 Januari 2126", tanggal=esok)
        return replace(isi, identitas=replace(isi.identitas, tanggal_efektif=tanggal))

    draf, kadis = draf_beku(*dp3a, nanti)
    with pytest.raises(Ditolak, match="mulai 5 Januari 2126, tanggal efektifnya"):
        sahkan(draf, pemegang(kadis).get())


def test_what_was_signed_is_not_signed_again(dp3a):
    pengelola, sop = dp3a
    baru = berlakukan(pengelola, sop)
    with pytest.raises(Ditolak, match="sudah disahkan"):
        actions.sahkan(
            pegawai=baru.disahkan_oleh,
            revisi=baru,
            sidik_dibaca=baru.berkas_dibaca.sha256,
            pindaian=pindaian(baru, b"lagi"),
        )


def test_an_sop_is_revoked_with_a_reason_and_only_when_nothing_runs(dp3a):
    pengelola, sop = dp3a
    with pytest.raises(Ditolak, match="alasan"):
        actions.cabut(pegawai=pengelola, sop=sop, alasan=" ")
    actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    with pytest.raises(Ditolak, match="1 pekerjaan yang berjalan"):
        actions.cabut(pegawai=pengelola, sop=sop, alasan="Dinas dilebur.")


def test_a_revoked_sop_starts_nothing_and_can_be_revised_again(dp3a):
    pengelola, sop = dp3a
    actions.cabut(pegawai=pengelola, sop=sop, alasan="Dinas dilebur.")
    with pytest.raises(Ditolak, match="belum mempunyai revisi yang berlaku"):
        actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)
    assert berlakukan(pengelola, sop).urutan == 2


def test_what_a_pengesah_put_in_force_only_he_revokes(dp3a):
    pengelola, sop = dp3a
    baru = berlakukan(pengelola, sop)
    with pytest.raises(Ditolak, match="Hanya pemegang jabatan pengesah"):
        actions.cabut(pegawai=pengelola, sop=sop, alasan="Dinas dilebur.")
    actions.cabut(pegawai=baru.disahkan_oleh, sop=sop, alasan="Dinas dilebur.")
    assert not sop.daftar_revisi.filter(status="berlaku").exists()


def test_an_sop_in_force_on_paper_is_taken_over_beside_a_draft(dp3a):
    pengelola, sop = dp3a
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")
    isi = isi_sop("dp3a-kalbar-lkjip")
    isi = replace(isi, identitas=replace(isi.identitas, nomor="Baru"))
    actions.pasang_sop(pegawai=pengelola, instansi=sop.instansi, isi=isi)
    actions.pasang_sop(pegawai=pengelola, instansi=sop.instansi, isi=isi)
    keadaan = dict(sop.daftar_revisi.values_list("urutan", "status"))
    assert keadaan == {1: "dicabut", 2: "berlaku", 3: "draf"}
    lama = sop.daftar_revisi.get(urutan=1)
    assert timezone.now() - lama.dicabut_pada < timedelta(minutes=5)
    assert RevisiSop.objects.get(sop=sop, urutan=2).isi == ke_json(isi)
    assert sop.daftar_revisi.get(urutan=3) == draf
    digeser = Peristiwa.objects.get(jenis="sop.draf_digeser")
    assert (digeser.data["semula"], digeser.data["urutan"]) == (2, 3)


def test_numbers_follow_the_order_in_which_revisions_come_into_force(dp3a):
    pengelola, sop = dp3a
    draf, kadis = draf_beku(pengelola, sop)
    isi = isi_sop("dp3a-kalbar-lkjip")
    actions.pasang_sop(
        pegawai=pengelola,
        instansi=sop.instansi,
        isi=replace(isi, identitas=replace(isi.identitas, nomor="Baru")),
    )
    sahkan(draf, pemegang(kadis).get())
    daftar = sop.daftar_revisi.order_by("berlaku_pada").values_list("urutan", "status")
    assert list(daftar) == [(1, "dicabut"), (2, "dicabut"), (3, "berlaku")]
    assert actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Lagi.").asal.urutan == 3


def test_a_draft_copies_what_is_in_force_whatever_its_number(dp3a):
    """Offices from before numbers kept their order may have a revoked revision with the highest one."""
    pengelola, sop = dp3a
    berlaku = sop.daftar_revisi.get()
    kini = berlaku.berlaku_pada
    sop.daftar_revisi.create(
        urutan=9, isi="{}", status="dicabut", berlaku_pada=kini - timedelta(days=9), dicabut_pada=kini
    )
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")
    assert (draf.asal, draf.urutan) == (berlaku, 10)


def test_a_revoked_sop_is_revised_from_what_was_in_force_last(dp3a):
    pengelola, sop = dp3a
    baru = berlakukan(pengelola, sop)
    actions.cabut(pegawai=baru.disahkan_oleh, sop=sop, alasan="Dinas dilebur.")
    assert actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Disusun lagi.").asal == baru


def test_every_act_on_an_sop_checks_itself_who_does_it(dp3a):
    pengelola, sop = dp3a
    orang, jabatan = buat_pegawai(sop.instansi, "orang", "Orang Lain", jabatan="Analis")
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")
    isi = replace(draf.dibaca_draf(), kode="lain")
    peran = sop.daftar_peran.first()
    daftar = [
        lambda: actions.ikat_peran(pegawai=orang, sop=sop, nama=peran.nama, jabatan=jabatan),
        lambda: actions.lepas_peran(pegawai=orang, peran=peran),
        lambda: actions.buat_sop(pegawai=orang, instansi=sop.instansi, isi=isi),
        lambda: actions.sunting_draf(
            pegawai=orang,
            revisi=draf,
            sidik=draf.sidik,
            edit=lambda _: Suntingan(sop=isi, uraian="Kode diganti."),
        ),
    ]
    ada = Peristiwa.objects.count()
    for satu in daftar:
        with pytest.raises(Ditolak, match="Hanya pengelola"):
            satu()
    assert Peristiwa.objects.count() == ada
    assert sop.daftar_peran.filter(pk=peran.pk).exists()


def test_a_role_taken_off_twice_is_told_and_noted_once(dp3a):
    pengelola, sop = dp3a
    peran = sop.daftar_peran.first()
    actions.lepas_peran(pegawai=pengelola, peran=peran)
    with pytest.raises(Ditolak, match="sudah dilepas"):
        actions.lepas_peran(pegawai=pengelola, peran=peran)
    assert Peristiwa.objects.filter(jenis="peran.dilepas").count() == 1


def test_a_very_long_title_is_cut_in_lists_and_stays_whole_in_the_sop(dp3a):
    pengelola, sop = dp3a

    def panjang(isi, kode):
        return replace(isi, kode=kode, identitas=replace(isi.identitas, judul_baku="J" * 400))

    baru = berlakukan(pengelola, sop, lambda isi: panjang(isi, isi.kode))
    sop.refresh_from_db()
    assert (len(sop.judul), len(baru.dibaca().identitas.judul_baku)) == (300, 400)
    isi = panjang(isi_sop("dp3a-kalbar-lkjip"), "lain")
    assert len(actions.pasang_sop(pegawai=pengelola, instansi=sop.instansi, isi=isi).judul) == 300
    draf = actions.buat_sop(pegawai=pengelola, instansi=sop.instansi, isi=replace(isi, kode="lagi"))
    assert len(draf.sop.judul) == 300
