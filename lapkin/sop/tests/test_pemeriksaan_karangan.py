"""What holds for the checker on any draft: it answers, in sentences, one degree for each rule."""

import json
from dataclasses import asdict
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.sop.pemeriksaan import Keadaan, Temuan, periksa
from lapkin.sop.sop import Sop, SopTidakSah, draf_dari_json
from lapkin.sop.tests.benih import isi_sop
from lapkin.sop.tests.contoh_kecil import PADA, sop
from lapkin.sop.tests.test_sop_benih import DAFTAR_KODE

# Bits of text at which the rules look, in any order and with anything between them.
POTONGAN = [
    "paling lambat", "akhir", "Februari", "31 Februari", "sebelum", "11 Januari", "s.d.", "data", "ditandatangani",
    "Gubernur", "kepala", "Plt.", "belum", "diparaf", "memeriksa", "tidak", "Undang Undang", "UU 32/2004", "Nomor",
    "86 Tahun 2016", "Permendagri", "tentang", "yang", "PEMERINTAH", "DINAS", "LKJIPP", "9.", "-", '"', "\n", "İ",
]  # fmt: skip
potongan = st.lists(st.sampled_from(POTONGAN) | st.text(max_size=4), max_size=6).map(" ".join)
huruf_bebas = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
teks_bebas = potongan | st.text(huruf_bebas, max_size=8)


def daftar_tempat(isi: object, jalan: tuple = ()) -> list[tuple]:
    """The path of every text in a draft."""
    if isinstance(isi, dict):
        return [satu for kunci, nilai in isi.items() for satu in daftar_tempat(nilai, (*jalan, kunci))]
    if isinstance(isi, list):
        return [satu for n, nilai in enumerate(isi) for satu in daftar_tempat(nilai, (*jalan, n))]
    return [jalan] if isinstance(isi, str) else []


def isi_json(isi: Sop) -> dict:
    return json.loads(json.dumps(asdict(isi), default=date.isoformat))


DASAR = [isi_json(isi) for isi in (sop(), *map(isi_sop, DAFTAR_KODE))]


@st.composite
def draf(draw) -> Sop:
    """A seed or the small SOP with some of its texts replaced, rows moved, taken out or doubled."""
    isi = json.loads(json.dumps(draw(st.sampled_from(DASAR))))
    for jalan in draw(st.lists(st.sampled_from(daftar_tempat(isi)), max_size=8)):
        induk = isi
        for kunci in jalan[:-1]:
            induk = induk[kunci]
        induk[jalan[-1]] = draw(teks_bebas)
    isi["langkah"] = draw(st.lists(st.sampled_from(isi["langkah"]), max_size=12))
    isi["identitas"]["dasar_hukum"] += draw(st.lists(potongan, max_size=2))
    try:
        return draf_dari_json(json.dumps(isi))
    except SopTidakSah:
        return draf_dari_json(json.dumps(DASAR[0]))


keadaan = st.builds(
    Keadaan,
    belum_terikat=st.frozensets(st.sampled_from(["Staf", "Kadis", ""])),
    bentuk_lembaga=st.sampled_from(["", "Dinas", "Biro", "Lain"]),
    mulai=st.none() | st.dates(),
    batas=st.none() | st.dates(),
    libur=st.frozensets(st.dates(), max_size=3),
)


@given(draf(), st.dates(), keadaan)
@settings(deadline=None, max_examples=80)
def test_the_checker_answers_in_sentences_on_any_draft(isi, pada, keadaan):
    kode = {"", *(langkah.kode for langkah in isi.langkah)}
    for temuan in periksa(isi, pada=pada, keadaan=keadaan):
        assert temuan.langkah in kode
        for kalimat in (temuan.kalimat, temuan.perbaikan):
            assert kalimat[0].isupper()
            assert kalimat.endswith(".")


@given(st.lists(draf(), min_size=2, max_size=4))
@settings(deadline=None, max_examples=50)
def test_a_rule_has_one_degree(daftar_isi):
    semua: list[Temuan] = [temuan for isi in daftar_isi for temuan in periksa(isi, pada=PADA)]
    tingkat = {temuan.aturan: temuan.tingkat for temuan in semua}
    assert all(temuan.tingkat is tingkat[temuan.aturan] for temuan in semua)
