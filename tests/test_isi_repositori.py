"""What may not stand in the repository's files: inline scripts, machine paths, hosts of package indexes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pohon import AKAR, daftar_berkas

TEMPLAT = [b for b in daftar_berkas() if b.suffix in {".html", ".jinja"} and "tests" not in b.parts]
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)

# Templates that may print a value as it is, each with its reason.
BOLEH_SAFE: dict[str, str] = {}

POLA_TEMPLAT = {
    "skrip di dalam halaman": r"<script(?![^>]*\bsrc=)",
    "gaya di dalam halaman": r"<style\b|\sstyle\s*=",
    "skrip di dalam atribut": r"<[^>]*\s(on[a-z]+|hx-on[^\s=]*)\s*=|javascript:",
    "berkas dari tempat lain": r"<(script|link|img)[^>]*\b(src|href)=[\"']?(https?:)?//",
}
POLA_BERKAS = {
    "jalur mesin": r"/(work|root|home)/\w",
    "alamat penyedia paket": r"pypi\.org|pythonhosted|npmjs\.org|deb\.debian\.org|--(extra-)?index-url",
    "pekerjaan tertunda": r"\b(TODO|FIXME)\b",
}


def temuan(pola: str, teks: str) -> Iterator[int]:
    """Numbers of the lines where the pattern is found."""
    return (teks.count("\n", 0, cocok.start()) + 1 for cocok in re.finditer(pola, teks))


def baca(berkas: Path) -> str:
    """Text of a file; empty for one that isn't text."""
    try:
        return (AKAR / berkas).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def tanpa_jinja(teks: str) -> str:
    """The template's own HTML: its tags blanked out, its lines kept."""
    return JINJA.sub(lambda cocok: "\n" * cocok[0].count("\n"), teks)


@pytest.mark.parametrize("apa", POLA_TEMPLAT)
def test_templates_are_free_of(apa):
    assert not [f"{b}:{n}" for b in TEMPLAT for n in temuan(POLA_TEMPLAT[apa], tanpa_jinja(baca(b)))]


def test_values_are_escaped_in_templates():
    aman = [b for b in TEMPLAT if str(b) not in BOLEH_SAFE]
    assert not [f"{b}:{n}" for b in aman for n in temuan(r"\|\s*safe\b|autoescape\s+(false|off)", baca(b))]


@pytest.mark.parametrize("apa", POLA_BERKAS)
def test_files_are_free_of(apa):
    berkas_ini = Path(__file__).relative_to(AKAR)
    daftar = [b for b in daftar_berkas() if b != berkas_ini]
    assert not [f"{b}:{n}" for b in daftar for n in temuan(POLA_BERKAS[apa], baca(b))]


def test_decisions_are_numbered_without_gaps():
    daftar_keputusan = sorted(b.name for b in daftar_berkas() if b.parts[:2] == ("doc", "keputusan"))
    assert not [nama for nama in daftar_keputusan if not re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", nama)]
    assert [int(nama[:4]) for nama in daftar_keputusan] == list(range(1, len(daftar_keputusan) + 1))
