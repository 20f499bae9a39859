"""A revision that is or was in force stays as it is; what goes round the application is shown by the chain's check."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from lapkin.alur import actions
from lapkin.alur.models import Peninjauan, RevisiSop
from lapkin.hanya_tambah import TakBolehDiubah
from lapkin.jejak.actions import catat
from lapkin.jejak.models import Peristiwa
from lapkin.organisasi.queries import hari_ini

from .bantuan import kantor
from .bantuan_revisi import berlakukan

pytestmark = pytest.mark.django_db


@pytest.fixture
def dp3a():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return pengelola, sop


@pytest.fixture
def berlaku(dp3a):
    return dp3a[1].daftar_revisi.get()


def simpan(revisi):
    revisi.isi = "{}"
    revisi.save()


JALAN = {
    "save": simpan,
    "save of one column": lambda r: RevisiSop(pk=r.pk, isi="{}").save(update_fields=["isi"]),
    "save of a twin": lambda r: RevisiSop(pk=r.pk, sop=r.sop, urutan=9, isi="{}").save(),
    "delete": lambda r: r.delete(),
    "update": lambda r: RevisiSop.objects.filter(pk=r.pk).update(isi="{}"),
    "update through the SOP": lambda r: r.sop.daftar_revisi.update(isi="{}"),
    "update through the base manager": lambda r: RevisiSop._base_manager.filter(pk=r.pk).update(isi="{}"),
    "back to draft": lambda r: RevisiSop.objects.filter(pk=r.pk).update(status="draf"),
    "revoked without a day": lambda r: RevisiSop.objects.filter(pk=r.pk).update(status="dicabut"),
    "revoked with another text": lambda r: RevisiSop.objects.filter(pk=r.pk).update(
        status="dicabut", dicabut_pada=timezone.now(), isi="{}"
    ),
    "bulk_update": lambda r: RevisiSop.objects.bulk_update([r], ["isi"]),
    "update_or_create": lambda r: RevisiSop.objects.update_or_create(pk=r.pk, defaults={"isi": "{}"}),
    "upsert": lambda r: RevisiSop.objects.bulk_create(
        [r], update_conflicts=True, unique_fields=["id"], update_fields=["isi"]
    ),
    "queryset delete": lambda r: RevisiSop.objects.filter(pk=r.pk).delete(),
}


@pytest.mark.parametrize("jalan", JALAN)
def test_no_path_of_the_application_changes_or_deletes_a_revision_in_force(berlaku, jalan):
    teks = berlaku.isi
    with pytest.raises((TakBolehDiubah, IntegrityError, ValueError)), transaction.atomic():
        JALAN[jalan](berlaku)
    tersimpan = RevisiSop.objects.get(pk=berlaku.pk)
    assert (tersimpan.isi, tersimpan.status) == (teks, "berlaku")


def test_a_revoked_revision_is_as_closed_as_one_in_force(dp3a):
    pengelola, sop = dp3a
    berlakukan(pengelola, sop)
    lama = sop.daftar_revisi.get(urutan=1)
    with pytest.raises(TakBolehDiubah):
        RevisiSop.objects.filter(pk=lama.pk).update(status="dicabut", dicabut_pada=timezone.now())
    with pytest.raises(TakBolehDiubah):
        lama.delete()


def test_deleting_the_sop_or_the_pengesah_takes_no_revision_along(dp3a):
    pengelola, sop = dp3a
    baru = berlakukan(pengelola, sop)
    for induk in (sop, baru.pengesah, baru.disahkan_oleh, baru.berkas_hasil):
        with pytest.raises((ProtectedError, TakBolehDiubah)):
            induk.delete()


def test_a_draft_stays_open_to_change_and_deletion(dp3a):
    pengelola, sop = dp3a
    draf = actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")
    draf.catatan = "Format baru dari biro."
    draf.save()
    assert RevisiSop.objects.filter(pk=draf.pk).update(catatan="Lagi.") == 1
    draf.delete()
    assert sop.daftar_revisi.count() == 1


def test_a_review_is_only_added(dp3a):
    pengelola, sop = dp3a
    tinjauan = actions.catat_peninjauan(
        pegawai=pengelola, revisi=sop.daftar_revisi.get(), jenis="monitoring", tanggal=hari_ini(sop.instansi)
    )
    with pytest.raises(TakBolehDiubah):
        Peninjauan.objects.filter(pk=tinjauan.pk).update(catatan="lain")


def sql(perintah, *nilai):
    with connection.cursor() as kursor:
        kursor.execute(perintah, nilai)


def temuan(capsys):
    """What periksa_jejak prints when it finds a fault."""
    with pytest.raises(CommandError, match="SOP tidak sama dengan jejaknya"):
        call_command("periksa_jejak")
    return capsys.readouterr().out


def test_the_check_is_content_with_what_the_application_did(dp3a, capsys):
    pengelola, sop = dp3a
    baru = berlakukan(pengelola, sop)
    actions.buat_draf_revisi(pegawai=pengelola, sop=sop, catatan="Format baru.")
    call_command("periksa_jejak")
    actions.cabut(pegawai=baru.disahkan_oleh, sop=sop, alasan="Dinas dilebur.")
    call_command("periksa_jejak")
    assert "RUSAK" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("kolom", "nilai", "kalimat"),
    [
        ("isi", "{}", "revisi 2: isinya diubah sesudah disahkan"),
        ("status", "draf", "revisi 2: pernah berlaku, tetapi tersimpan sebagai draf"),
        ("disahkan_sebagai", "Gubernur", "revisi 2: jabatan pengesahnya diubah"),
        ("berlaku_pada", "2020-01-01 00:00:00+00:00", "revisi 2: saat berlakunya diubah"),
        ("dibuat_pada", "2020-01-01 00:00:00+00:00", "revisi 2: saat pembuatannya diubah"),
        ("dicabut_pada", "2020-01-01 00:00:00+00:00", "revisi 2: saat pencabutannya diubah"),
        ("catatan", "Lain.", "revisi 2: alasan revisinya diubah"),
        ("asal_id", None, "revisi 2: revisi asalnya diubah"),
        ("pembuat_id", None, "revisi 2: pembuatnya diubah"),
        ("pengesah_id", None, "revisi 2: jabatan yang harus mengesahkannya diubah"),
    ],
)
def test_what_sql_changes_by_hand_is_shown(dp3a, capsys, kolom, nilai, kalimat):
    baru = berlakukan(*dp3a)
    sql(f"UPDATE alur_revisisop SET {kolom} = %s WHERE id = %s", nilai, baru.pk)
    assert kalimat in temuan(capsys)


def test_the_moment_of_a_revocation_is_kept_by_the_trail_whether_replaced_or_revoked(dp3a, capsys):
    pengelola, sop = dp3a
    baru = berlakukan(pengelola, sop)
    actions.cabut(pegawai=baru.disahkan_oleh, sop=sop, alasan="Dinas dilebur.")
    sql("UPDATE alur_revisisop SET dicabut_pada = %s WHERE sop_id = %s", "2020-01-01 00:00:00+00:00", sop.pk)
    keluaran = temuan(capsys)
    assert "revisi 1: saat pencabutannya diubah" in keluaran
    assert "revisi 2: saat pencabutannya diubah" in keluaran


def test_a_revoked_revision_revived_by_hand_is_shown(dp3a, capsys):
    pengelola, sop = dp3a
    berlakukan(pengelola, sop)
    sql("UPDATE alur_revisisop SET status = 'dicabut' WHERE sop_id = %s AND urutan = 2", sop.pk)
    sql("UPDATE alur_revisisop SET status = 'berlaku' WHERE sop_id = %s AND urutan = 1", sop.pk)
    keluaran = temuan(capsys)
    assert "revisi 1: tersimpan sebagai berlaku, padahal sudah dicabut" in keluaran
    assert "revisi 2: menurut jejak masih berlaku" in keluaran


def test_a_revision_deleted_by_hand_is_shown(dp3a, capsys):
    baru = berlakukan(*dp3a)
    sql("DELETE FROM alur_revisisop WHERE id = %s", baru.pk)
    assert "revisi 2: hilang" in temuan(capsys)


def test_a_revision_put_in_by_hand_is_shown(dp3a, capsys):
    _, sop = dp3a
    sop.daftar_revisi.create(urutan=7, isi="{}", status="dicabut", berlaku_pada=timezone.now())
    assert "revisi 7: tidak ada peristiwa yang memberlakukan isi ini" in temuan(capsys)


def test_a_swapped_scan_is_shown(dp3a, capsys):
    baru = berlakukan(*dp3a)
    sql("UPDATE alur_revisisop SET disahkan_oleh_id = NULL, berkas_hasil_id = NULL WHERE id = %s", baru.pk)
    keluaran = temuan(capsys)
    assert "pindaian pengesahannya diganti" in keluaran
    assert "pengesahnya diubah" in keluaran


def test_trails_from_before_revisions_had_numbers_are_still_understood(dp3a, capsys):
    """Until issue 3 the event kept the hash of the text alone."""
    _, sop = dp3a
    peristiwa = Peristiwa.objects.filter(jenis="sop.berlaku")
    assert peristiwa.get().data["urutan"] == 1
    Peristiwa.objects.all()._raw_delete("default")
    sql("DELETE FROM jejak_kepalarantai")
    revisi = sop.daftar_revisi.get()
    catat(
        rantai=sop.instansi.kunci,
        pegawai=None,
        jenis="sop.berlaku",
        objek=sop.kunci,
        uraian="SOP berlaku.",
        data={"sidik": revisi.sidik},
    )
    call_command("periksa_jejak")
    assert "RUSAK" not in capsys.readouterr().out
