"""The demo's own data: a filled template, keyed by what it was made from, and a fresh copy of it for each run.

Nothing outside the demo's folder is touched. Pure paths and files: no Django, since the folder must be known before
the settings of a run are read.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

AKAR = Path(__file__).resolve().parents[3]
TANDA = "data-demo"  # marks a data folder as the demo's
KUNCI = "kunci"
DICABUT = (
    "LAPKIN_RAHASIA",
    "LAPKIN_ASAL",
    "LAPKIN_SUREL",
    "LAPKIN_ALAMAT",
)  # an office's own: secrets, mail, place


def sidik_templat(akar: Path = AKAR) -> str:
    """Short hash of what fills the template: the code (migrations among it), the SOPs and the example workbooks."""
    pola = ("lapkin/**/*.py", "lapkin/langkah/demo/*.toml", "sop/*.toml", "contoh/*.xlsx")
    isi = hashlib.sha256()
    for berkas in sorted(berkas for satu in pola for berkas in akar.glob(satu)):
        if "tests" not in berkas.parts:
            isi.update(f"{berkas.relative_to(akar)}\0".encode())
            isi.update(hashlib.sha256(berkas.read_bytes()).digest())
    return isi.hexdigest()[:16]


def lingkungan(folder: Path) -> dict[str, str]:
    """The environment of a child that works on a folder of the demo, whatever the caller's own settings are."""
    bersih = {nama: nilai for nama, nilai in os.environ.items() if not nama.startswith(DICABUT)}
    return bersih | {
        "LAPKIN_DATA": str(folder),
        "LAPKIN_BASISDATA": f"sqlite:///{folder / 'lapkin.sqlite3'}",
        "LAPKIN_LOKAL": "ya",
        "LAPKIN_DEBUG": "tidak",
        "LAPKIN_HOST": "localhost,127.0.0.1",
    }


def milik_demo(folder: Path) -> bool:
    """Is this data folder one that the demo made for itself?"""
    return (folder / TANDA).is_file()


def jalan_baru(tempat: Path) -> Path:
    """A fresh copy of the template for one run, the template made first where it is missing.

    One at a time: two demos started together build one template. The copy stays locked by this process (also across
    exec), so that no other run clears it away.
    """
    with _terkunci(tempat):
        templat = tempat / f"templat-{sidik_templat()}"
        _bersihkan(tempat, templat)
        if not templat.exists():
            _bangun(tempat, templat)
        jalan = Path(tempfile.mkdtemp(prefix="jalan-", dir=tempat))
        shutil.copytree(templat, jalan, dirs_exist_ok=True)
        _pegang(jalan)
    return jalan


def _bangun(tempat: Path, templat: Path) -> None:
    """Fill a template in a child of its own and put it in its place whole; a failure leaves none."""
    sementara = Path(tempfile.mkdtemp(prefix="bangun-", dir=tempat))
    (sementara / TANDA).touch()
    try:
        perintah = [sys.executable, "-m", "django", "demo_bangun"]
        subprocess.run(perintah, env=lingkungan(sementara), check=True)
        (sementara / "rahasia").unlink(missing_ok=True)
        sementara.rename(templat)
    except BaseException:
        shutil.rmtree(sementara, ignore_errors=True)
        raise


@contextmanager
def _terkunci(tempat: Path) -> Iterator[None]:
    tempat.mkdir(parents=True, exist_ok=True)
    with (tempat / KUNCI).open("w") as berkas:
        fcntl.flock(berkas, fcntl.LOCK_EX)
        yield


def _pegang(jalan: Path) -> None:
    """Hold the folder as long as this process lives."""
    pegangan = os.open(jalan / KUNCI, os.O_RDWR | os.O_CREAT)
    fcntl.flock(pegangan, fcntl.LOCK_SH)
    os.set_inheritable(pegangan, True)


def _bersihkan(tempat: Path, templat: Path) -> None:
    """Remove templates of other code and runs that nobody holds any more."""
    for folder in tempat.glob("*-*"):
        if folder != templat and folder.is_dir() and not _dipegang(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _dipegang(folder: Path) -> bool:
    if not (folder / KUNCI).exists():
        return False
    with (folder / KUNCI).open() as berkas:
        try:
            fcntl.flock(berkas, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
