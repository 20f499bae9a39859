"""bin/lapkin susun: both files from a workbook, or every fault by its cell and nothing written."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from lapkin.kinerja.buku_kerja import HasilBaca, Masalah
from lapkin.laporan import dari_buku
from lapkin.laporan.dari_buku import BukuDitolak, laporan_dari_buku

CONTOH = Path(__file__).parents[3] / "contoh" / "bappedalitbang-deli-serdang-2025.xlsx"


def test_buku_contoh_menjadi_pdf_dan_word(tmp_path, capsys):
    call_command("susun", str(CONTOH), keluaran=str(tmp_path / "hasil"))
    assert sorted(berkas.name for berkas in (tmp_path / "hasil").iterdir()) == ["LKjIP.docx", "LKjIP.pdf"]
    keluaran = capsys.readouterr()
    assert "halaman" in keluaran.out
    assert "Perhatikan: " in keluaran.err


def test_angka_buku_contoh_sampai_di_laporan():
    laporan = laporan_dari_buku(CONTOH.read_bytes(), date(2026, 2, 20))
    assert laporan.cetakan.halaman > 15
    assert any("target nol" in kalimat for kalimat in laporan.daftar_peringatan)


def test_berkas_yang_bukan_buku_kerja_ditolak_dan_tidak_ada_yang_ditulis(tmp_path, capsys):
    salah = tmp_path / "salah.xlsx"
    salah.write_bytes(b"bukan excel")
    with pytest.raises(SystemExit) as keluar:
        call_command("susun", str(salah), keluaran=str(tmp_path / "hasil"))
    assert keluar.value.code == 1
    assert not (tmp_path / "hasil").exists()
    assert capsys.readouterr().err.strip()


def test_setiap_sel_yang_salah_disebut(monkeypatch):
    daftar_masalah = (
        Masalah("Realisasi", 7, "F", "abc", "Bukan angka."),
        Masalah("Anggaran", 3, "D", "x", "Pagu harus angka."),
    )
    monkeypatch.setattr(dari_buku, "baca_buku", lambda isi: HasilBaca(None, daftar_masalah))
    with pytest.raises(BukuDitolak) as salah:
        laporan_dari_buku(b"", date(2026, 2, 20))
    assert salah.value.daftar_kalimat == (
        "Realisasi, baris 7, kolom F: Bukan angka.",
        "Anggaran, baris 3, kolom D: Pagu harus angka.",
    )


def test_buku_yang_tidak_ada_disebut_namanya(tmp_path, capsys):
    with pytest.raises(SystemExit):
        call_command("susun", str(tmp_path / "tak-ada.xlsx"), keluaran=str(tmp_path))
    assert "tak-ada.xlsx" in capsys.readouterr().err
