"""The source tree as the tests of its conventions see it: its files, and who imports whom."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
BUATAN = ("data", "keluaran", "statis")  # made by running Lapkin, at the root only


@cache
def daftar_berkas() -> tuple[Path, ...]:
    """Every file of the repository, relative to its root; not what runs and tools leave behind."""
    return tuple(sorted(_telusuri(AKAR)))


def _telusuri(folder: Path) -> Iterator[Path]:
    for isi in folder.iterdir():
        if isi.is_file():
            yield isi.relative_to(AKAR)
        elif isi.is_dir() and not _bukan_sumber(isi):
            yield from _telusuri(isi)


def _bukan_sumber(folder: Path) -> bool:
    tersembunyi = folder.name.startswith(".") and folder.name != ".ci"
    return tersembunyi or folder.name == "__pycache__" or (folder.parent == AKAR and folder.name in BUATAN)


def daftar_python(*folder: str) -> list[Path]:
    """The Python files under these folders of the repository; of all of it when none is named."""
    return [b for b in daftar_berkas() if b.suffix == ".py" and (not folder or b.parts[0] in folder)]


@cache
def uraikan(berkas: Path) -> ast.Module:
    return ast.parse((AKAR / berkas).read_text(encoding="utf-8"), filename=str(berkas))


def nama_modul(berkas: Path) -> str:
    """lapkin/sop/sop.py -> lapkin.sop.sop"""
    bagian = berkas.with_suffix("").parts
    return ".".join(bagian[:-1] if bagian[-1] == "__init__" else bagian)


def daftar_impor(berkas: Path) -> Iterator[tuple[str, int]]:
    """(name, line) of all that a file imports. `from a import b` gives a and a.b, since b may be a module."""
    for simpul in ast.walk(uraikan(berkas)):
        if isinstance(simpul, ast.Import):
            yield from ((alias.name, simpul.lineno) for alias in simpul.names)
        elif isinstance(simpul, ast.ImportFrom):
            asal = _asal(berkas, simpul)
            yield asal, simpul.lineno
            yield from ((f"{asal}.{alias.name}", simpul.lineno) for alias in simpul.names)


def _asal(berkas: Path, simpul: ast.ImportFrom) -> str:
    """The absolute name behind the dots of a relative import."""
    if not simpul.level:
        return simpul.module
    paket = ".".join(berkas.parent.parts[: len(berkas.parent.parts) - simpul.level + 1])
    return f"{paket}.{simpul.module}" if simpul.module else paket
