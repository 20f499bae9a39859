"""The five shipped SOPs, which the tests of every room use."""

from pathlib import Path

from lapkin.sop.sop import baca

SOP = Path(__file__).resolve().parents[3] / "sop"
DAFTAR_KODE = sorted(berkas.stem for berkas in SOP.glob("*.toml"))


def isi_sop(kode):
    return baca((SOP / f"{kode}.toml").read_text(encoding="utf-8"))
