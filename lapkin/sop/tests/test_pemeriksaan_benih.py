"""The checker on the five printed SOPs: exactly these findings, each borne out by the words of the print."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from lapkin.sop.pemeriksaan import Tingkat, periksa
from lapkin.sop.tests.test_sop_benih import DAFTAR_KODE, cetakan, muat_sop, rapat

TEMUAN = tomllib.loads((Path(__file__).parent / "temuan_benih.toml").read_text(encoding="utf-8"))
PADA = date(2026, 1, 5)
TANDA = re.compile(r"<[^>]*>|\*\*")


def bersih(teks: str) -> str:
    """Without the extraction's own marks, and without white space."""
    return rapat(TANDA.sub("", teks))


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_a_printed_sop_has_exactly_these_findings(kode):
    ditemukan = [
        (t.langkah, t.tingkat.value, t.aturan, t.kalimat) for t in periksa(muat_sop(kode), pada=PADA)
    ]
    assert ditemukan == [(t["langkah"], t["tingkat"], t["aturan"], t["kalimat"]) for t in TEMUAN[kode]]


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_every_finding_is_borne_out_by_the_print(kode):
    cetak = bersih(cetakan(kode))
    for temuan in TEMUAN[kode]:
        assert [bukti for bukti in temuan["bukti"] if bersih(bukti) not in cetak] == []
        assert temuan["bukti"] or temuan["aturan"] == "penanggung-jawab-kosong"


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_every_finding_is_a_sentence_with_a_mending(kode):
    for temuan in periksa(muat_sop(kode), pada=PADA):
        assert temuan.kalimat.endswith(".")
        assert temuan.perbaikan.endswith(".")
        assert temuan.tingkat is not Tingkat.KESALAHAN, "the five are run, so nothing forbids it"


def test_a_law_is_held_against_the_sop_only_from_the_day_it_was_revoked():
    kominfo = muat_sop("kominfo-kalbar-lakip")
    sebelum = {t.aturan for t in periksa(kominfo, pada=date(2014, 10, 1))}
    sesudah = {t.aturan for t in periksa(kominfo, pada=date(2014, 10, 2))}
    assert sesudah - sebelum == {"hukum-dicabut"}
