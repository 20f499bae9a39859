"""bin/lapkin capaian: files, pipes, and one sentence when something is wrong."""

import io
import os
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from lapkin.kinerja.management.commands import capaian
from lapkin.kinerja.management.commands.capaian import Command

MASUKAN = "instansi,indikator,satuan,arah,target,realisasi\nDinas “X”,Y,%,naik,80,60\n"
KELUARAN_AWAL = "Dinas “X”,Y,%,naik,80,60,"


@pytest.fixture
def berkas(tmp_path):
    berkas = tmp_path / "masukan.csv"
    berkas.write_text(MASUKAN, encoding="utf-8")
    return berkas


def jalankan(*argumen):
    keluar, salah = io.StringIO(), io.StringIO()
    call_command(Command(), *map(str, argumen), stdout=keluar, stderr=salah)
    return keluar.getvalue(), salah.getvalue()


def test_the_result_goes_to_standard_output(berkas):
    keluar, salah = jalankan(berkas)
    assert keluar.splitlines()[1].startswith(KELUARAN_AWAL + '"75,00"')
    assert salah == ""


def test_standard_output_is_utf8_whatever_the_locale(berkas, capfdbinary):
    call_command(Command(), str(berkas))
    assert KELUARAN_AWAL.encode() in capfdbinary.readouterr().out


def test_the_result_may_go_to_a_file(berkas, tmp_path):
    keluaran = tmp_path / "hasil.csv"
    keluar, _ = jalankan(berkas, "-o", keluaran)
    assert keluar == ""
    assert KELUARAN_AWAL in keluaran.read_text(encoding="utf-8")


def test_standard_input_is_read_from_a_dash(monkeypatch):
    monkeypatch.setattr(capaian.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(MASUKAN.encode())))
    assert KELUARAN_AWAL in jalankan("-")[0]


def test_a_renamed_column_is_told(berkas):
    berkas.write_text(MASUKAN.replace("satuan", "satuan,kategori").replace("%,", "%,lama,"), encoding="utf-8")
    assert jalankan(berkas)[1] == 'Kolom "kategori" dari berkas ditulis sebagai "kategori_asal".\n'


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [("", "Berkas kosong; isi baris kepala dan datanya."), ("a,b\n", "Kolom tidak ditemukan: ")],
)
def test_a_bad_file_ends_with_one_sentence_and_code_1(berkas, capsys, isi, kalimat):
    berkas.write_text(isi)
    with pytest.raises(SystemExit) as keluar:
        call_command(Command(), str(berkas))
    tercetak = capsys.readouterr()
    assert keluar.value.code == 1
    assert tercetak.out == ""
    assert tercetak.err.startswith(kalimat)
    assert tercetak.err.count("\n") == 1


@pytest.mark.parametrize(("nama", "sebab"), [("tiada.csv", "tidak ditemukan"), (".", "itu sebuah folder")])
def test_a_file_that_cannot_be_opened_is_named(tmp_path, capsys, nama, sebab):
    with pytest.raises(SystemExit):
        call_command(Command(), str(tmp_path / nama))
    assert sebab in capsys.readouterr().err


def test_a_result_that_cannot_be_stored_is_told(berkas, tmp_path, capsys):
    with pytest.raises(SystemExit):
        call_command(Command(), str(berkas), "-o", str(tmp_path / "tiada" / "hasil.csv"))
    assert "Hasil tidak dapat ditulis" in capsys.readouterr().err


def test_a_reader_that_stops_early_is_no_error():
    baca, tulis = os.pipe()
    os.close(baca)
    with os.fdopen(tulis, "wb") as aliran:
        capaian._alirkan(aliran, MASUKAN.encode())
