"""The closing line of bin/test, and the rule that on the build machine a skipped test is a failure."""

import os
import subprocess
import sys

import pytest

from tests import run
from tests.pohon import AKAR
from tests.run import Hasil, hitung, pilihan_peramban, ringkas

CONTOH_UJI = """
import pytest

def test_baik(): pass
def test_buruk(): assert False
@pytest.mark.skip(reason="nanti")
def test_dilewati(): pass
@pytest.mark.xfail(reason="nanti")
def test_diharap_gagal(): assert False
"""


def jalankan_pytest(folder, ci):
    """Run the example with our conftest as a plugin; return the counts of its JUnit report."""
    (folder / "test_contoh.py").write_text(CONTOH_UJI)
    laporan = folder / "hasil.xml"
    pilihan = ["-p", "conftest", "-p", "no:django", "-p", "no:cacheprovider", f"--junitxml={laporan}"]
    lingkungan = {**os.environ, "CI": ci, "PYTHONPATH": str(AKAR)}
    perintah = [sys.executable, "-m", "pytest", "-q", *pilihan, "--rootdir", folder, folder]
    subprocess.run(perintah, env=lingkungan, stdout=subprocess.DEVNULL, check=False)
    return hitung(laporan)


@pytest.mark.parametrize(("ci", "hasil"), [("true", (1, 3)), ("", (1, 1))])
def test_a_skipped_test_fails_only_on_the_build_machine(tmp_path, ci, hasil):
    assert jalankan_pytest(tmp_path, ci) == hasil


def test_a_report_that_was_never_written_counts_nothing(tmp_path):
    assert hitung(tmp_path / "tidak-ada.xml") == (0, 0)


@pytest.mark.parametrize(
    ("daftar_hasil", "penutup", "kode"),
    [
        ([Hasil("Gaya", 0, 0), Hasil("SQLite", 7, 0), Hasil("PostgreSQL", 6, 0)], "13 passed, 0 failed", 0),
        ([Hasil("Gaya", 0, 1), Hasil("SQLite", 7, 0)], "7 passed, 1 failed", 1),
        ([Hasil("Gaya", 0, 0)], "0 passed, 0 failed", 1),
    ],
)
def test_the_closing_line_sums_all(capsys, daftar_hasil, penutup, kode):
    assert ringkas(daftar_hasil) == kode
    assert capsys.readouterr().out.splitlines()[-1] == penutup


@pytest.mark.parametrize(
    ("chromium", "ci", "pilihan"),
    [("/usr/bin/chromium", "", []), (None, "", ["-m", "not browser"]), (None, "true", [])],
)
def test_browser_tests_are_left_out_only_where_a_machine_may_lack_chromium(
    monkeypatch, chromium, ci, pilihan
):
    monkeypatch.setattr(run.shutil, "which", lambda _: chromium)
    monkeypatch.setattr(run, "_penggerak_berjalan", lambda: True)
    monkeypatch.setenv("CI", ci)
    assert pilihan_peramban() == pilihan
