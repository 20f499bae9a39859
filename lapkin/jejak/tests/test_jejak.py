"""History: chained events, tampering that shows, and many writers in one chain."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from lapkin.hanya_tambah import TakBolehDiubah
from lapkin.jejak.actions import beri_tahu, catat, tandai_dibaca
from lapkin.jejak.models import KepalaRantai, Pemberitahuan, Peristiwa
from lapkin.jejak.queries import jejak, kepala_rantai, periksa_rantai
from lapkin.jejak.rantai import AWAL, sidik

pytestmark = pytest.mark.django_db
RANTAI = "instansi:1"


def tulis(jumlah=3, **tambahan):
    isian = {"rantai": RANTAI, "pegawai": None, "jenis": "uji", "objek": "uji:1", "uraian": "Uji."}
    with transaction.atomic():
        return [catat(**isian | {"data": {"ke": ke, "teks": "é “ ”"}} | tambahan) for ke in range(jumlah)]


def sql(perintah):
    """Change the table behind the models' back, as somebody with the database's password could."""
    with connection.cursor() as kursor:
        kursor.execute(perintah)


def kalimat():
    return [k.kalimat for k in periksa_rantai(RANTAI)]


def test_rantai_yang_ditulis_biasa_utuh():
    daftar = tulis()
    assert [p.urut for p in daftar] == [1, 2, 3]
    assert daftar[0].sidik_sebelum == AWAL
    assert kepala_rantai(RANTAI) == daftar[-1].sidik
    assert kalimat() == []


def test_rantai_setiap_instansi_berdiri_sendiri():
    tulis()
    tulis(1, rantai="instansi:2")
    assert kepala_rantai("instansi:2") != kepala_rantai(RANTAI)
    assert Peristiwa.objects.get(rantai="instansi:2").urut == 1


def test_peristiwa_menolak_diubah_dan_dihapus():
    peristiwa = tulis(1)[0]
    for ubah in (peristiwa.save, peristiwa.delete, Peristiwa.objects.all().delete):
        with pytest.raises(TakBolehDiubah):
            ubah()


def test_peristiwa_yang_dibatalkan_transaksinya_tidak_meninggalkan_celah():
    tulis(1)
    with transaction.atomic():
        catat(rantai=RANTAI, pegawai=None, jenis="uji", objek="uji:1", uraian="Gagal.")
        transaction.set_rollback(True)
    tulis(1)
    assert kalimat() == []


@pytest.mark.parametrize(
    ("perintah", "kerusakan"),
    [
        ("UPDATE jejak_peristiwa SET uraian = 'Lain.' WHERE urut = 2", "isinya diubah sesudah dicatat"),
        ("UPDATE jejak_peristiwa SET pegawai_id = NULL, jenis = 'lain' WHERE urut = 1", "isinya diubah"),
        ("DELETE FROM jejak_peristiwa WHERE urut = 2", "peristiwa 2 sampai 2 hilang"),
        ("DELETE FROM jejak_peristiwa WHERE urut = 3", "peristiwa 3 sampai 3 hilang"),
        ("DELETE FROM jejak_kepalarantai", "kepala rantai hilang"),
        ("UPDATE jejak_kepalarantai SET urut = 2", "kepala rantai tidak sama"),
    ],
)
def test_perubahan_lewat_belakang_ketahuan_tempatnya(perintah, kerusakan):
    tulis()
    sql(perintah)
    assert kerusakan in " ".join(kalimat())


def test_peristiwa_yang_ditulis_ulang_dengan_sidiknya_memutus_sambungan():
    daftar = tulis()
    palsu = daftar[1]
    sql(f"UPDATE jejak_peristiwa SET sidik = '{sidik({'palsu': 1}, palsu.sidik_sebelum)}' WHERE urut = 2")
    assert [k.urut for k in periksa_rantai(RANTAI)] == [2, 3]


def test_perintah_periksa_jejak_menyebut_rantai_dan_berakhir_gagal(capsys):
    tulis()
    call_command("periksa_jejak")
    assert f"utuh   {RANTAI}  3 peristiwa" in capsys.readouterr().out
    sql("UPDATE jejak_peristiwa SET uraian = 'Lain.' WHERE urut = 2")
    with pytest.raises(CommandError, match="1 rantai rusak"):
        call_command("periksa_jejak")
    assert f"RUSAK  {RANTAI}  peristiwa 2" in capsys.readouterr().out


def test_jejak_sebuah_benda_memuat_yang_merujuknya_berurutan():
    tulis(1, objek="pelaksanaan:1", rujukan="naskah:5")
    tulis(1, objek="naskah:5")
    tulis(1, objek="naskah:6")
    assert [p.objek for p in jejak("naskah:5")] == ["pelaksanaan:1", "naskah:5"]


def test_pemberitahuan_ditulis_untuk_setiap_penerima_dan_ditandai_dibaca(dinas):
    beri_tahu([(dinas.kadis, "Giliran Anda.", "/tugas/1/"), (dinas.staf, "Giliran Anda.", "")])
    tandai_dibaca(pegawai=dinas.kadis)
    assert list(Pemberitahuan.objects.filter(dibaca_pada=None).values_list("penerima", flat=True)) == [
        dinas.staf.pk
    ]


@pytest.mark.django_db(transaction=True)
def test_peristiwa_serentak_masuk_satu_rantai_tanpa_celah():
    def jalankan(_):
        try:
            return tulis(3)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as kolam:
        list(kolam.map(jalankan, range(8)))
    assert KepalaRantai.objects.get(rantai=RANTAI).urut == 24
    assert kalimat() == []
