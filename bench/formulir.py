"""Our PDF of the official form of a 12-step SOP against LibreOffice converting our DOCX of it; medians.

Ours is called as the server calls it: in a running process, which starts the child that runs Typst for every paper.
LibreOffice is a whole process (`soffice --convert-to pdf`) with a profile that it has used before.

    .venv/bin/python bench/formulir.py [runs]

Target: ours / LibreOffice at most 0.1.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR), str(AKAR / "bench")]

from gambar import sop_12_langkah  # noqa: E402

from lapkin.sop.cetak_formulir import formulir_docx, formulir_pdf  # noqa: E402

PALING_BANYAK = Decimal("0.1")


def _median(kerja: Callable[[], object], kali: int) -> Decimal:
    """Median milliseconds, after one round that does not count."""
    daftar = []
    for _ in range(kali + 1):
        awal = time.perf_counter_ns()
        kerja()
        daftar.append(time.perf_counter_ns() - awal)
    return Decimal(int(statistics.median(daftar[1:]))) / 1_000_000


def _libreoffice(folder: Path, docx: Path) -> Callable[[], object]:
    perintah = ["soffice", "--headless", f"-env:UserInstallation=file://{folder / 'profil'}"]
    perintah += ["--convert-to", "pdf", "--outdir", str(folder), str(docx)]
    return lambda: subprocess.run(
        perintah, check=True, capture_output=True, env=os.environ | {"HOME": str(folder)}
    )


def main() -> int:
    kali = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    if shutil.which("soffice") is None:
        sys.exit("LibreOffice (soffice) is not installed; on Debian: apt-get install libreoffice-writer")
    sop = sop_12_langkah()
    with tempfile.TemporaryDirectory() as folder:
        docx = Path(folder) / "formulir.docx"
        docx.write_bytes(formulir_docx(sop))
        pdf = _median(lambda: formulir_pdf(sop), kali)
        word = _median(lambda: formulir_docx(sop), kali)
        lain = _median(_libreoffice(Path(folder), docx), kali)
    print(f"PDF {pdf:.0f} ms, DOCX {word:.0f} ms, LibreOffice DOCX to PDF {lain:.0f} ms")
    print(f"ratio PDF / LibreOffice {pdf / lain:.3f} (target at most {PALING_BANYAK})")
    return 0 if pdf / lain <= PALING_BANYAK else 1


if __name__ == "__main__":
    sys.exit(main())
