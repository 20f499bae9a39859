"""What `bin/test` does: the checks of the code, then all tests on SQLite and again on a private PostgreSQL.

The tests in a browser are left out where there is no chromium; on the build machine (CI=true) they then fail.

Every step runs, whatever the earlier ones said; the last line sums the tests of both databases, and the exit
code is 0 only when everything passed.
"""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from tests.pg import postgresql, tangani_sinyal

PYTHON = sys.executable
PYTEST = [PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "loadscope"]
TANPA_PERAMBAN = ["-m", "not browser"]
CEPAT = ["lapkin", "tests/test_arsitektur.py", *TANPA_PERAMBAN]
DJANGO = [PYTHON, "-m", "django"]
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"

PEMERIKSAAN = {
    "Gaya kode (ruff check)": [PYTHON, "-m", "ruff", "check", "--quiet"],
    "Bentuk kode (ruff format)": [PYTHON, "-m", "ruff", "format", "--check", "--quiet"],
    "Arah impor (import-linter)": [PYTHON, "-c", LINT_IMPORTS],
    "Pengaturan (check)": [*DJANGO, "check"],
    "Migrasi lengkap (makemigrations --check)": [*DJANGO, "makemigrations", "--check", "--dry-run"],
}


class Hasil(NamedTuple):
    """Outcome of one step: tests passed and failed (a failed check counts as one)."""

    nama: str
    lulus: int
    gagal: int


def periksa(nama: str, perintah: list[str]) -> Hasil:
    kode = subprocess.run(perintah, check=False).returncode
    return Hasil(nama, 0, int(kode != 0))


def uji(nama: str, argumen: list[str], **lingkungan: str) -> Hasil:
    """Run pytest once; the counts are read from its JUnit report."""
    with tempfile.TemporaryDirectory() as folder:
        laporan = Path(folder) / "hasil.xml"
        perintah = [*PYTEST, f"--junitxml={laporan}", *argumen]
        kode = subprocess.run(perintah, env={**os.environ, **lingkungan}, check=False).returncode
        lulus, gagal = hitung(laporan)
    return Hasil(nama, lulus, gagal or int(kode != 0))


def hitung(laporan: Path) -> tuple[int, int]:
    """(passed, failed) of a JUnit report; (0, 0) when pytest died before writing it."""
    if not laporan.exists():
        return 0, 0
    suite = ElementTree.parse(laporan).getroot().find("testsuite")
    jumlah = {nama: int(suite.get(nama)) for nama in ("tests", "failures", "errors", "skipped")}
    gagal = jumlah["failures"] + jumlah["errors"]
    return jumlah["tests"] - gagal - jumlah["skipped"], gagal


def uji_sqlite(argumen: list[str]) -> Hasil:
    with tempfile.TemporaryDirectory() as folder:
        return uji("Uji pada SQLite", argumen, LAPKIN_BASISDATA=f"sqlite:///{folder}/uji.sqlite3")


def uji_postgresql(argumen: list[str]) -> Hasil:
    with postgresql() as alamat:
        return uji("Uji pada PostgreSQL", argumen, LAPKIN_BASISDATA=alamat)


def pilihan_peramban() -> list[str]:
    """The choice that leaves the browser's tests out, where this machine lacks what they need and may lack it."""
    if (shutil.which("chromium") and _penggerak_berjalan()) or os.environ.get("CI") == "true":
        return []
    print("Uji peramban dilewatkan: chromium atau libatomic1 tidak ada di mesin ini.", flush=True)
    return TANPA_PERAMBAN


def _penggerak_berjalan() -> bool:
    """Can Playwright's own node start? Debian's chromium does not bring the library that it needs."""
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return False
    return True


def daftar_langkah(argumen: list[str]) -> Iterator[tuple[str, Callable[[], Hasil]]]:
    """The steps in their order, each with its title."""
    if argumen[:1] == ["--cepat"]:
        yield "Uji cepat pada SQLite", lambda: uji_sqlite([*CEPAT, *argumen[1:]])
        return
    argumen = [*pilihan_peramban(), *argumen]
    for nama, perintah in PEMERIKSAAN.items():
        yield nama, lambda nama=nama, perintah=perintah: periksa(nama, perintah)
    yield "Uji pada SQLite", lambda: uji_sqlite(argumen)
    yield "Uji pada PostgreSQL", lambda: uji_postgresql(argumen)


def jalankan(nama: str, langkah: Callable[[], Hasil]) -> Hasil:
    print(f"\n== {nama}", flush=True)
    mulai = time.monotonic()
    hasil = langkah()
    lama = time.monotonic() - mulai
    print(f"== {nama}: {'GAGAL' if hasil.gagal else 'baik'} ({lama:.1f} detik)", flush=True)
    return hasil


def ringkas(daftar_hasil: list[Hasil]) -> int:
    """Print what failed and the closing line; return the exit code (that no test ran is a failure too)."""
    daftar_gagal = [hasil.nama for hasil in daftar_hasil if hasil.gagal]
    lulus = sum(hasil.lulus for hasil in daftar_hasil)
    gagal = sum(hasil.gagal for hasil in daftar_hasil)
    print(f"\nYang gagal: {'; '.join(daftar_gagal)}" if daftar_gagal else "\nSemuanya baik.")
    print(f"{lulus} passed, {gagal} failed", flush=True)
    return int(bool(gagal) or not lulus)


def main(argumen: list[str]) -> int:
    tangani_sinyal()
    with tempfile.TemporaryDirectory() as data:
        os.environ["LAPKIN_DATA"] = data
        return ringkas([jalankan(*langkah) for langkah in daftar_langkah(argumen)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
