"""The child process that runs Typst: one request on standard input, the answer on standard output.

A process that stays alive grows by some 80 MB with every report, so each report gets its own.
"""

import json
import resource
import struct
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

FOLDER = Path(__file__).resolve().parent
BATAS_MEMORI = 2 * 1024**3  # address space in bytes; the resident part of a 60-page report is some 150 MB
BATAS_CPU = 120  # seconds

_TEMPLAT_GAMBAR = """
#let daftar = json(bytes(sys.inputs.data))
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(font: "Liberation Sans")
#for g in daftar { page(image(bytes(g.svg), format: "svg", width: g.lebar_mm * 1mm)) }
"""


def jalankan(permintaan: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """`data`: a prepared document as JSON for `templat`; `pdf`, `letak`: whether its bytes, and the places of its
    headings, are wanted; `gambar`: drawings to be had as PNG."""
    kepala: dict[str, Any] = {}
    daftar_bytes: list[bytes] = []
    with ThreadPoolExecutor(max_workers=1) as samping:  # Typst lets go of the interpreter while it works
        png = samping.submit(_png, permintaan["gambar"], permintaan["ppi"])
        if permintaan["data"] is not None:
            kompilator = _kompilator(FOLDER / permintaan["templat"], permintaan["data"])
            if permintaan["pdf"]:
                daftar_bytes.append(_pdf(kompilator, permintaan["tanggal"]))
            if permintaan["letak"]:
                kepala["letak"] = json.loads(kompilator.query("<letak>", field="value", one=True))
        daftar_bytes += png.result()
    return kepala, daftar_bytes


def _kompilator(masukan: Path | bytes, data: str) -> typst.Compiler:
    return typst.Compiler(
        masukan,
        root=str(FOLDER),
        font_paths=[str(FOLDER.parent / "static" / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": data},
    )


def _pdf(kompilator: typst.Compiler, tanggal: list[int]) -> bytes:
    hasil, daftar_peringatan = kompilator.compile_with_warnings(
        format="pdf", pdf_standards=["a-2b", "ua-1"], timestamp=datetime(*tanggal, tzinfo=UTC)
    )
    for peringatan in daftar_peringatan:
        if "font" in peringatan.message:
            raise RuntimeError(peringatan.message)
    return hasil


def _png(daftar_gambar: list[dict[str, Any]], ppi: int) -> list[bytes]:
    if not daftar_gambar:
        return []
    hasil = _kompilator(_TEMPLAT_GAMBAR.encode(), json.dumps(daftar_gambar)).compile(format="png", ppi=ppi)
    return hasil if isinstance(hasil, list) else [hasil]


def _batasi() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BATAS_MEMORI, BATAS_MEMORI))
    resource.setrlimit(resource.RLIMIT_CPU, (BATAS_CPU, BATAS_CPU))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """The answer: a JSON head with its length before it, then the files whose lengths the head names."""
    _batasi()
    try:
        kepala, daftar_bytes = jalankan(json.load(sys.stdin.buffer))
    except Exception as salah:  # whatever went wrong is told to the parent as text
        sys.stderr.write(f"{type(salah).__name__}: {salah}\n")
        return 1
    teks = json.dumps(kepala | {"panjang": [len(b) for b in daftar_bytes]}).encode()
    sys.stdout.buffer.write(struct.pack(">I", len(teks)) + teks + b"".join(daftar_bytes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
