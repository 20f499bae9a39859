"""The user guide names buttons, tabs and links in *slanted* letters: each must stand on a screen of ours."""

import re
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]
PANDUAN = sorted((AKAR / "doc" / "panduan").glob("*.md"))
NAMA = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")
TAUTAN = re.compile(r"\]\(([^)#]+)\)")


@pytest.fixture(scope="module")
def layar() -> str:
    """All words of templates and code on one line; of a word that a template chooses, the first."""
    daftar = [*(AKAR / "lapkin").rglob("*.html"), *(AKAR / "lapkin").rglob("*.py")]
    isi = (berkas.read_text(encoding="utf-8") for berkas in daftar if "tests" not in berkas.parts)
    return re.sub(r'\{\{ "([^"]+)" if [^}]+\}\}', r"\1", re.sub(r"\s+", " ", " ".join(isi)))


@pytest.mark.parametrize("berkas", PANDUAN, ids=lambda berkas: berkas.stem)
def test_every_name_of_a_button_in_the_guide_is_on_a_screen(berkas, layar):
    teks = re.sub(r"\s+", " ", berkas.read_text(encoding="utf-8"))
    potongan = {satu.strip() for nama in NAMA.findall(teks) for satu in nama.split("...") if satu.strip()}

    assert not [nama for nama in sorted(potongan) if nama not in layar]


@pytest.mark.parametrize("berkas", PANDUAN, ids=lambda berkas: berkas.stem)
def test_every_link_of_the_guide_leads_to_a_file(berkas):
    daftar = TAUTAN.findall(berkas.read_text(encoding="utf-8"))

    assert not [tautan for tautan in daftar if not (berkas.parent / tautan).exists()]
