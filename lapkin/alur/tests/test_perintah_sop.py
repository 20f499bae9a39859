"""What holds for every command of bin/lapkin sop that takes a file."""

import io

import pytest
from django.core.management import CommandError, call_command

from lapkin.sop.batas_isian import BATAS_BITA
from lapkin.sop.tests.contoh import SOP, diubah

PERINTAH = [("cetak", ".svg"), ("bpmn", ".bpmn")]


def jalankan(tmp_path, perintah, akhiran, isi: bytes):
    berkas, keluaran = tmp_path / "sop.toml", tmp_path / f"hasil{akhiran}"
    berkas.write_bytes(isi)
    call_command("sop", perintah, str(berkas), keluaran=keluaran, stdout=io.StringIO())
    return keluaran


@pytest.mark.parametrize(("perintah", "akhiran"), PERINTAH)
def test_every_fault_of_a_file_is_told_at_once_and_nothing_is_written(tmp_path, perintah, akhiran):
    rusak = diubah('kode = "contoh"', 'kode = "contoh"\n"x2\\u001b" = 1').replace('["himpun"]', '["nanti"]')
    rusak = rusak.replace('kode = "selesai"', 'kode = "mulai"').replace('dari = "himpun"', 'dari = "tiada"')
    with pytest.raises(CommandError) as salah:
        jalankan(tmp_path, perintah, akhiran, rusak.encode())
    kalimat = str(salah.value)
    for bagian in (
        'kunci "x2 " tidak dikenal',
        'kode langkah "mulai" ganda',
        '"tiada"',
        'kembali_ke "nanti"',
    ):
        assert bagian in kalimat
    assert not (tmp_path / f"hasil{akhiran}").exists()


@pytest.mark.parametrize(("perintah", "akhiran"), PERINTAH)
@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [(b"a" * (BATAS_BITA + 1), "terlalu besar untuk sebuah SOP"), (b"\xff\xfe", "bukan teks UTF-8")],
)
def test_a_file_that_is_too_big_or_no_text_is_refused(tmp_path, perintah, akhiran, isi, kalimat):
    with pytest.raises(CommandError, match=kalimat):
        jalankan(tmp_path, perintah, akhiran, isi)


def test_a_draft_that_is_not_finished_is_printed_all_the_same(tmp_path):
    belum = diubah('waktu_tercetak = "1 jam"', "").replace('pelaksana = ["Staf", "Kepala"]', "pelaksana = []")
    assert "<svg" in jalankan(tmp_path, "cetak", ".svg", belum.encode()).read_text(encoding="utf-8")


@pytest.mark.parametrize(("perintah", "akhiran"), PERINTAH)
def test_the_file_may_be_piped_in(tmp_path, monkeypatch, perintah, akhiran):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SOP.encode())))
    keluaran = tmp_path / f"hasil{akhiran}"
    call_command("sop", perintah, "-", keluaran=keluaran, stdout=io.StringIO())
    assert keluaran.stat().st_size
