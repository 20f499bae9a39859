"""Prepares Lapkin's own Python environment from the hashed lock; standard library only.

`python3 bin/siapkan.py [--uji]` prints the path of its Python; `--uji` adds what the tests need.

The environment is built in a folder of its own and `.venv` is a link to it, set when all is in place: whoever
starts from `.venv` finds a whole environment or none. The one replaced stays on disk for one more round,
because a server may still be running from it.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
TAUTAN = AKAR / ".venv"
STEMPEL = "lapkin-lengkap"
LOCK = {False: AKAR / "requirements.txt", True: AKAR / "requirements-uji.txt"}
VERSI_TERENDAH = (3, 11)


def python(uji=False):
    """Path of the environment's Python, building the environment first where it is missing or outdated.

    Exits with one sentence for the user when this machine offers no way to build it.
    """
    _periksa_versi()
    return _siap(uji) or _bangun_sendirian(uji)


def jalankan(*argumen, uji=False):
    """Become `python ARGUMEN` in the environment: same process, directory and streams, and its exit code."""
    tujuan = str(python(uji))
    _pastikan_stdin()
    sys.stdout.flush()
    os.execve(tujuan, [tujuan, *argumen], _lingkungan())


def django(*argumen):
    """Become the management command ARGUMEN of Lapkin."""
    jalankan("-m", "django", *argumen)


def django_dulu(*argumen):
    """Run the management command ARGUMEN and return; where it fails, exit with its code."""
    perintah = [str(python()), "-m", "django", *argumen]
    kode = subprocess.run(perintah, env=_lingkungan(), check=False).returncode
    if kode:
        raise SystemExit(kode)


def _lingkungan():
    """The caller's environment, with Lapkin importable and nothing imported from the caller's directory."""
    jalur = [str(AKAR), os.environ.get("PYTHONPATH", "")]
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "lapkin.settings",
        "PYTHONPATH": os.pathsep.join(filter(None, jalur)),
        "PYTHONSAFEPATH": "1",
    }


def _pastikan_stdin():
    """Give a closed standard input back as an empty one, lest the next opened file takes its number."""
    try:
        os.fstat(0)
    except OSError:
        os.open(os.devnull, os.O_RDONLY)


def _periksa_versi():
    if sys.version_info < VERSI_TERENDAH:
        _berhenti(
            "Lapkin memerlukan Python 3.11 atau lebih baru.",
            f"Lapkin needs Python 3.11 or newer; this is {sys.version.split()[0]}.",
        )


def _berhenti(kalimat, sentence):
    raise SystemExit(f"{kalimat}\n({sentence})")


def _kabari(kalimat):
    print(kalimat, file=sys.stderr, flush=True)


def _sidik(uji):
    """Names an environment by what it is made of: the lock and the Python it is built for."""
    asal = f"{sys.implementation.cache_tag} {sys.base_prefix} {os.uname().machine} ".encode()
    return hashlib.sha256(asal + LOCK[uji].read_bytes()).hexdigest()[:16]


def _siap(uji):
    """Python of the present environment if it is whole and right, else None. The one for the tests holds the
    other, so it serves both."""
    daftar_sidik = {_sidik(True)} if uji else {_sidik(True), _sidik(False)}
    folder = TAUTAN.resolve()
    tujuan = folder / "bin" / "python"
    try:
        lengkap = (folder / STEMPEL).read_text() in daftar_sidik
    except OSError:
        return None
    return tujuan if lengkap and tujuan.exists() else None


def _bangun_sendirian(uji):
    """Build while holding a lock on the checkout; whoever waited for it finds the environment made."""
    with _kunci():
        return _siap(uji) or _bangun(uji)


@contextlib.contextmanager
def _kunci():
    pegangan = os.open(AKAR, os.O_RDONLY)
    try:
        fcntl.flock(pegangan, fcntl.LOCK_EX)
        yield
    finally:
        os.close(pegangan)


def _bangun(uji):
    _kabari("Menyiapkan lingkungan Python di .venv (hanya sekali, kurang lebih setengah menit) ...")
    folder = Path(tempfile.mkdtemp(prefix=".venv-", dir=AKAR))
    folder.chmod(0o755)
    try:
        _isi(folder, LOCK[uji])
        (folder / STEMPEL).write_text(_sidik(uji))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    _pasang_tautan(folder)
    return folder / "bin" / "python"


def _isi(folder, lock):
    pemasang = _pemasang(folder)
    if pemasang is None:
        _berhenti(
            "Lapkin perlu pip untuk memasang paketnya. Pasang python3-venv "
            "(Debian/Ubuntu: sudo apt-get install python3-venv) atau uv, lalu ulangi.",
            "No installer found: install python3-venv, pip or uv, then run this again.",
        )
    if not _berhasil(*pemasang, "--require-hashes", "--requirement", str(lock), tampil=True):
        _berhenti(
            "Paket tidak dapat dipasang; sebabnya tercetak di atas. Periksa sambungan internet, lalu ulangi.",
            "Installing the packages failed; see the messages above.",
        )


def _pemasang(folder):
    """Make an empty environment in `folder` and return the start of a command that installs into it.

    The ways are tried in order of how little they ask of the machine; None when it has none of them.
    """
    for cara in (_dengan_ensurepip, _dengan_pip_mesin, _dengan_uv, _dengan_apt):
        perintah = cara(folder)
        if perintah:
            return perintah
    return None


def _dengan_ensurepip(folder):
    if _berhasil(sys.executable, "-m", "venv", "--clear", str(folder)):
        return _pip(str(folder / "bin" / "python"))
    return None


def _dengan_pip_mesin(folder):
    """The machine's own pip installs into another environment; Debian without python3-venv may have it."""
    tujuan = str(folder / "bin" / "python")
    if _tanpa_pip(folder) and _berhasil(sys.executable, "-m", "pip", "--python", tujuan, "--version"):
        return _pip(sys.executable, "--python", tujuan)
    return None


def _dengan_uv(folder):
    uv = shutil.which("uv")
    if uv and _tanpa_pip(folder):
        return [uv, "pip", "install", "--quiet", "--python", str(folder / "bin" / "python")]
    return None


def _dengan_apt(folder):
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    _kabari("Memasang python3-venv dengan apt-get ...")
    if not _apt("install", "python3-venv"):
        _apt("update")
        _apt("install", "python3-venv")
    return _dengan_ensurepip(folder)


def _apt(*argumen):
    return _berhasil("apt-get", "--yes", "--quiet", *argumen, DEBIAN_FRONTEND="noninteractive")


def _tanpa_pip(folder):
    return _berhasil(sys.executable, "-m", "venv", "--clear", "--without-pip", str(folder))


def _pip(python_pip, *pilihan):
    umum = ("--quiet", "--disable-pip-version-check", "--no-input")
    return [python_pip, "-m", "pip", *pilihan, *umum, "install", "--root-user-action=ignore"]


def _berhasil(*perintah, tampil=False, **tambahan):
    """Whether a command succeeds. Its messages show only where `tampil`, and never on standard output."""
    keluaran = sys.stderr if tampil else subprocess.DEVNULL
    hasil = subprocess.run(
        perintah,
        stdin=subprocess.DEVNULL,
        stdout=keluaran,
        stderr=keluaran,
        env={**os.environ, **tambahan},
        check=False,
    )
    return hasil.returncode == 0


def _pasang_tautan(folder):
    """Point `.venv` at the finished folder in one step; what is older than the one it replaces goes."""
    sebelumnya = _sisihkan()
    tautan_baru = folder / "tautan"
    tautan_baru.symlink_to(folder.name)
    tautan_baru.replace(TAUTAN)
    for lama in AKAR.glob(".venv-*"):
        if lama not in (folder, sebelumnya):
            shutil.rmtree(lama, ignore_errors=True)


def _sisihkan():
    """Path of the environment in use until now. A `.venv` that is a folder (somebody else's) moves aside."""
    if TAUTAN.is_symlink() or not TAUTAN.exists():
        return TAUTAN.resolve()
    tempat = Path(tempfile.mkdtemp(prefix=".venv-lama-", dir=AKAR))
    TAUTAN.replace(tempat)
    return tempat


if __name__ == "__main__":
    print(python(uji="--uji" in sys.argv[1:]))
