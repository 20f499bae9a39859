"""What may be taken in as a draft: everything that leaves the editor, nothing that would need a guess."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.jejak.ditolak import Ditolak
from lapkin.sop.batas_isian import masalah_batas
from lapkin.sop.periksa_masukan import baca_masukan, masalah_masukan
from lapkin.sop.sop import SopTidakSah, baca
from lapkin.sop.tests.benih import DAFTAR_KODE, isi_sop
from lapkin.sop.tests.contoh import SOP, diubah
from lapkin.sop.tests.test_sop_karangan import sop_karangan
from lapkin.sop.tests.test_sunting import suntingan
from lapkin.sop.tulis_toml import tulis_toml


def masalah(teks) -> list[str]:
    with pytest.raises(SopTidakSah) as salah:
        baca_masukan(teks)
    return salah.value.daftar_masalah


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_a_shipped_sop_may_be_taken_in(kode):
    assert baca_masukan(tulis_toml(isi_sop(kode))) == isi_sop(kode)


def test_unknown_keys_doubles_and_references_to_nowhere_are_told_all_at_once():
    rusak = diubah('kode = "contoh"', 'kode = "contoh"\nanehnya = 1').replace('no = "3"', "no = 3\nwarna = 1")
    rusak = rusak.replace('kembali_ke = ["himpun"]', 'kembali_ke = ["nanti"]').replace(
        'dari = "himpun"', 'dari = "tiada"'
    )
    rusak = rusak.replace('pengisi = "Bidang"', 'pengisi = "Siapa"').replace(
        'kode = "selesai"', 'kode = "mulai"'
    )
    assert masalah(rusak) == [
        'SOP: kunci "anehnya" tidak dikenal.',
        'SOP: langkah ke-4 (mulai): kunci "warna" tidak dikenal.',
        "SOP: langkah ke-4 (mulai): no harus berupa teks.",
        'SOP: kode langkah "mulai" ganda.',
        'Langkah "himpun": peran "Siapa" tidak ada dalam daftar peran.',
        'Langkah "surat": kelengkapan "Data" dari "tiada", tetapi langkah itu tidak ada.',
        'Langkah "surat": kembali_ke "nanti", tetapi langkah itu tidak ada.',
    ]


def test_ten_thousand_steps_are_told_beside_what_else_is_wrong():
    banyak = (
        SOP.replace("laporan =", "laporann =") + '[[langkah]]\nkode = "x"\nno = ""\nkegiatan = ""\n' * 10_000
    )
    assert masalah(banyak) == [
        "SOP: ada 10004 langkah; paling banyak 1000.",
        'SOP: kunci "laporann" tidak dikenal.',
        "SOP: laporan wajib diisi.",
    ]


def test_what_is_too_long_for_the_editor_is_too_long_for_a_file():
    rusak = diubah('kegiatan = "Membuat surat"', f'kegiatan = "{"x" * 1001}"').replace(
        'no = "3"', 'no = "12345678901"'
    )
    rusak = rusak.replace('nama = "Notula"', f'nama = "{"n" * 301}"').replace(
        'nomor = "1"', f'nomor = "{"9" * 501}"'
    )
    assert masalah(rusak) == [
        "Identitas: nomor terlalu panjang (501 huruf); paling banyak 500 huruf.",
        'Langkah "surat": kegiatan terlalu panjang (1001 huruf); paling banyak 1000 huruf.',
        f'Langkah "surat": nama output "{"n" * 40}" terlalu panjang (301 huruf); paling banyak 300 huruf.',
        'Langkah "selesai": no terlalu panjang (11 huruf); paling banyak 10 huruf.',
    ]


def test_a_draft_that_is_not_finished_may_be_taken_in():
    sop = baca(SOP)
    belum = tuple(replace(satu, pelaksana=(), output=(), waktu_tercetak="") for satu in reversed(sop.langkah))
    draf = replace(sop, langkah=belum)  # reversed: returns now lead into the future
    assert baca_masukan(tulis_toml(draf)) == draf


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_whatever_the_editor_makes_may_come_back_as_a_file(data):
    sop = data.draw(sop_karangan())
    sop = replace(sop, langkah=tuple(replace(satu, no=satu.no[:10]) for satu in sop.langkah))
    for _ in range(data.draw(st.integers(1, 5))):
        try:
            sop = data.draw(suntingan(sop))().sop
        except Ditolak:  # the new name of a role was taken
            continue
    assert masalah_masukan(sop) == list(masalah_batas(sop)) == []
