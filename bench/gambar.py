"""The official form of a 12-step SOP, layout and SVG, against Graphviz laying out the same flow.

Ours runs in one process that has drawn before, as the server has. `dot` is measured in two ways:

- as a Python program calls it, one process for one drawing (`dot -Tsvg`): against this the target is met;
- its pure layout time, inside a process that stays alive: many copies of the graph given to one process, less an
  empty run, divided. Against this the target of 1/5 is NOT met, and the last line says so: ours, in Python, takes
  about as long as dot, in C. Most of ours goes into what dot does not do at all: folding the texts of the table,
  sharing the rows out to pages, and writing the table; routing the lines is somewhat more than a third of it.

    .venv/bin/python bench/gambar.py [runs]

Target: ours / dot (one drawing, one process) at most 0.2; exit status 1 when it is missed.
"""

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))

from lapkin.sop.gambar import formulir_svg  # noqa: E402
from lapkin.sop.sop import Langkah, Sop, baca  # noqa: E402

LANGKAH, SALINAN = 12, 200
PALING_BANYAK = Decimal("0.2")


def sop_12_langkah() -> Sop:
    """The Inspektorat's SOP, which prints returns and work done together, with its last two rows once more."""
    sop = baca((AKAR / "sop" / "inspektorat-landak-lkjip.toml").read_text(encoding="utf-8"))
    ulang = [replace(satu, kode=f"{satu.kode}-ulang") for satu in sop.langkah[-2:]]
    return replace(sop, langkah=(*sop.langkah, *ulang))


def graf(sop: Sop) -> str:
    """The same flow for dot: a node for each pelaksana of a row, arrows on, returns back, square corners."""
    baris = ["digraph sop { splines=ortho; node [shape=box];"]
    for ke, langkah in enumerate(sop.langkah):
        bentuk = "diamond" if langkah.kembali_ke else "box"
        baris += [f'"{simpul}" [shape={bentuk}];' for simpul in _simpul(langkah)]
        if ke:
            baris += [f'"{a}" -> "{b}";' for a in _simpul(sop.langkah[ke - 1]) for b in _simpul(langkah)]
        for kode in langkah.kembali_ke:
            baris.append(f'"{_simpul(langkah)[-1]}" -> "{_simpul(sop.cari(kode))[0]}" [constraint=false];')
    return "\n".join([*baris, "}"])


def _simpul(langkah: Langkah) -> list[str]:
    return [f"{langkah.kode} {peran}" for peran in langkah.pelaksana]


def _median(kerja: Callable[[], object], kali: int) -> Decimal:
    """Median milliseconds, after three rounds that do not count."""
    daftar = []
    for _ in range(kali + 3):
        mulai = time.perf_counter_ns()
        kerja()
        daftar.append(Decimal(time.perf_counter_ns() - mulai) / 10**6)
    return statistics.median(daftar[3:])


def _dot(dot: str, masukan: str) -> None:
    subprocess.run([dot, "-Tsvg"], input=masukan.encode(), stdout=subprocess.DEVNULL, check=True)


def main(kali: int) -> int:
    sop = sop_12_langkah()
    assert len(sop.langkah) == LANGKAH
    kita = _median(lambda: formulir_svg(sop), kali)
    print(f"{'Lapkin: tabel, jalur, SVG':<42} {kita:8.2f} ms   {len(formulir_svg(sop)):6d} huruf SVG")
    dot = shutil.which("dot")
    if dot is None:
        sys.exit("Graphviz (dot) is not installed; on Debian: apt-get install graphviz")
    satu = graf(sop)
    proses = _median(lambda: _dot(dot, satu), kali)
    print(f"{'dot -Tsvg, satu proses satu gambar':<42} {proses:8.2f} ms")
    kosong = _median(lambda: _dot(dot, "digraph kosong {}"), kali)
    banyak = _median(lambda: _dot(dot, satu * SALINAN), 3)
    dalam = (banyak - kosong) / SALINAN
    print(f"{f'dot di dalam proses (dari {SALINAN} graf)':<42} {dalam:8.2f} ms")
    nisbah = kita / proses
    print(f"Lapkin / proses dot = {nisbah:.3f} (target <= {PALING_BANYAK}) {_putusan(nisbah)}")
    print(f"Lapkin / tata letak dot saja, tanpa prosesnya = {kita / dalam:.2f}: {_putusan(kita / dalam)}")
    return 0 if nisbah <= PALING_BANYAK else 1


def _putusan(nisbah: Decimal) -> str:
    return "ok" if nisbah <= PALING_BANYAK else "MELESET"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) == 2 else 15))
