"""What the checker is told of the office: roles that nobody holds, the kind of office, the next legal day."""

from dataclasses import replace
from datetime import date

import pytest

from lapkin.alur import actions
from lapkin.alur.models import BatasAkhir, JenisBatas, Sop
from lapkin.alur.queries import keadaan_sop
from lapkin.organisasi.models import Penugasan
from lapkin.sop.aturan.lembaga import bentuk_lembaga
from lapkin.sop.pemeriksaan import periksa
from lapkin.sop.tests.benih import isi_sop

from .bantuan import kantor

pytestmark = pytest.mark.django_db
HARI = date(2026, 1, 20)


def test_a_role_counts_as_held_while_its_post_has_a_holder_that_day():
    instansi, _, sop = kantor("dp3a-kalbar-lkjip")
    isi = isi_sop("dp3a-kalbar-lkjip")
    assert keadaan_sop(sop, isi, HARI).belum_terikat == frozenset()

    Penugasan.objects.filter(jabatan__daftar_peran__sop=sop, jabatan__daftar_peran__nama="Sekdin").update(
        sampai=date(2026, 1, 19)
    )

    assert keadaan_sop(sop, isi, HARI).belum_terikat == {"Sekdin"}
    (temuan,) = [
        satu
        for satu in periksa(isi, pada=HARI, keadaan=keadaan_sop(sop, isi, HARI))
        if satu.aturan == "pelaksana-tak-terikat"
    ]
    assert temuan.kalimat == 'Peran "Sekdin" tidak dipegang siapa pun hari ini.'


def test_the_legal_day_is_the_next_one_and_the_office_s_own_where_it_has_one():
    instansi, _, sop = kantor("dp3a-kalbar-lkjip")
    isi = isi_sop("dp3a-kalbar-lkjip")

    assert keadaan_sop(sop, isi, HARI).batas == date(2026, 2, 28)
    assert keadaan_sop(sop, isi, date(2026, 3, 1)).batas == date(2027, 2, 28)
    BatasAkhir.objects.create(
        instansi=instansi, jenis=JenisBatas.PD, tahun=2025, bulan_tanggal="02-10", dasar="SE Gubernur"
    )
    keadaan = keadaan_sop(sop, isi, HARI)
    assert (keadaan.mulai, keadaan.batas) == (date(2026, 1, 1), date(2026, 2, 10))
    assert date(2026, 1, 1) in keadaan.libur


def test_standard_times_that_cannot_be_kept_until_the_legal_day_are_found():
    instansi, _, sop = kantor("dp3a-kalbar-lkjip")
    isi = isi_sop("dp3a-kalbar-lkjip")
    lama = replace(isi, langkah=(replace(isi.langkah[0], waktu_tercetak="3 Bulan"), *isi.langkah[1:]))

    def aturan(sop_isi):
        return {satu.aturan for satu in periksa(sop_isi, pada=HARI, keadaan=keadaan_sop(sop, sop_isi, HARI))}

    assert "melampaui-batas" not in aturan(isi)
    assert "melampaui-batas" in aturan(lama)


def test_a_penghimpun_s_legal_day_is_not_held_against_the_sum_of_all_steps():
    _, _, sop = kantor("jambi-data-kinerja")

    assert keadaan_sop(sop, isi_sop("jambi-data-kinerja"), HARI).batas is None
    Sop.objects.filter(pk=sop.pk).update(batas=JenisBatas.PD)
    sop.refresh_from_db()
    assert keadaan_sop(sop, isi_sop("jambi-data-kinerja"), HARI).batas == date(2026, 2, 28)


def test_the_kind_of_office_is_read_from_its_name():
    assert bentuk_lembaga("Dinas Komunikasi dan Informatika") == "Dinas"
    assert bentuk_lembaga("Kantor Contoh") == ""


def test_the_editor_warns_of_roles_that_nobody_holds(client, dinas):
    sop = actions.pasang_sop(
        pegawai=dinas.pengelola, instansi=dinas.instansi, isi=isi_sop("kominfo-kalbar-lakip")
    )
    draf = actions.buat_draf_revisi(pegawai=dinas.pengelola, sop=sop, catatan="Hasil evaluasi.")
    client.force_login(dinas.pengelola)

    assert (
        "tidak dipegang siapa pun hari ini" in client.get(f"/sop/revisi/{draf.pk}/sunting/").content.decode()
    )


def test_before_an_sop_is_in_force_there_is_nothing_to_bind_and_no_warning(dinas):
    draf = actions.buat_sop(
        pegawai=dinas.pengelola, instansi=dinas.instansi, isi=isi_sop("kominfo-kalbar-lakip")
    )

    assert keadaan_sop(draf.sop, draf.dibaca(), HARI).belum_terikat == frozenset()


def test_a_role_that_only_a_draft_has_cannot_be_bound_yet_and_is_no_warning():
    _, _, sop = kantor("dp3a-kalbar-lkjip")
    isi = isi_sop("dp3a-kalbar-lkjip")
    baru = replace(isi, peran=(*isi.peran, replace(isi.peran[0], nama="Reviuer", kunci="reviuer")))

    assert keadaan_sop(sop, baru, HARI).belum_terikat == frozenset()
