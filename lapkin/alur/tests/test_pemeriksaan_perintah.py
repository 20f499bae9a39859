"""bin/lapkin sop periksa, and what holds for any draft."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.sop.batas_isian import BATAS_BITA
from lapkin.sop.pemeriksaan import periksa
from lapkin.sop.periksa_sop import BATAS_LANGKAH
from lapkin.sop.sop import SopTidakSah, baca, draf_dari_json, ke_json, masalah_sop
from lapkin.sop.tests.contoh import SOP, diubah
from lapkin.sop.tests.test_sop_benih import RUMAH
from lapkin.sop.tests.test_sop_karangan import sop_karangan

PADA = date(2026, 1, 5)


def jalankan(tmp_path, isi: str | bytes, **pilihan) -> tuple[int, str]:
    """Exit code and everything the command printed."""
    berkas = tmp_path / "sop.toml"
    berkas.write_bytes(isi if isinstance(isi, bytes) else isi.encode())
    return perintah(berkas, **pilihan)


def perintah(berkas, **pilihan) -> tuple[int, str]:
    keluaran = StringIO()
    try:
        call_command("sop", "periksa", str(berkas), stdout=keluaran, stderr=keluaran, **pilihan)
    except SystemExit as akhir:
        return akhir.code, keluaran.getvalue()
    return 0, keluaran.getvalue()


def test_findings_are_printed_at_their_steps_with_a_mending_and_a_count():
    kode, teks = perintah(RUMAH / "kominfo-kalbar-lakip.toml", tanggal="2026-01-05")
    baris = teks.splitlines()
    assert kode == 0
    letak = baris.index("Langkah 7 (pembahasan): Rapat pembahasan bersama")
    assert baris[letak + 1] == "  PERINGATAN  Nomor 6 tidak ada; penomoran melompat ke 7. [nomor-melompat]"
    assert baris[letak + 2].strip() == "Urutkan kembali nomor langkah, atau tulis langkah yang hilang."
    assert baris[-1] == "0 kesalahan, 3 peringatan, 9 catatan."


def test_an_error_ends_with_code_1_beside_the_other_findings(tmp_path):
    rusak = diubah('["himpun"]', '["nanti"]').replace('kode = "selesai"', 'kode = "mulai"')
    kode, teks = jalankan(tmp_path, rusak)
    assert kode == 1
    assert 'KESALAHAN   Tujuan kembali "nanti" harus menunjuk langkah sebelumnya. [kembali-ke-depan]' in teks
    assert 'KESALAHAN   Kode langkah "mulai" ganda. [kode-ganda]' in teks
    assert 'PERINGATAN  Judul memuat "KLJIP"' in teks


def test_wrong_keys_and_types_are_printed_with_all_else_that_forbids_running(tmp_path):
    rusak = diubah('["himpun"]', '["nanti"]').replace('no = "3"', "no = 3").replace("laporan =", "laporann =")
    kode, teks = jalankan(tmp_path, rusak)
    assert kode == 1
    assert 'SOP: kunci "laporann" tidak dikenal.' in teks
    assert "SOP: langkah ke-4 (selesai): no harus berupa teks." in teks
    assert 'kembali_ke "nanti" harus menunjuk langkah sebelumnya' in teks


def test_ten_thousand_steps_are_refused_in_one_sentence(tmp_path):
    baris = '[[langkah]]\nkode = "x{0}"\nno = "1"\nkegiatan = "x"\nwarna = "biru"\n'
    kode, teks = jalankan(tmp_path, SOP + "".join(baris.format(nomor) for nomor in range(10_000)))
    assert kode == 1
    assert teks.splitlines()[0] == f"KESALAHAN   SOP: ada 10004 langkah; paling banyak {BATAS_LANGKAH}."
    assert teks.splitlines()[-1] == "1 kesalahan. SOP tidak dapat dibaca."


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"\xff\xfe", "bukan teks UTF-8"),
        (b"kode = ", "Tulisan TOML tidak terbaca pada"),
        (b"a" * (BATAS_BITA + 1), "terlalu besar untuk sebuah SOP"),
    ],
)
def test_a_file_that_is_no_toml_is_refused_in_a_sentence(tmp_path, isi, kalimat):
    kode, teks = jalankan(tmp_path, isi)
    assert kode == 1
    assert kalimat in teks


def test_a_file_that_is_not_there_is_refused_in_a_sentence(tmp_path):
    for berkas in (tmp_path / "tiada.toml", tmp_path, "a\0b"):
        kode, teks = perintah(berkas)
        assert kode == 1
        assert "tidak dapat dibuka; periksa letak dan namanya." in teks


@pytest.mark.parametrize(
    ("pilihan", "kalimat"),
    [
        ({"tanggal": "besok"}, '--tanggal "besok" bukan tanggal'),
        ({"batas": "2026-02-30"}, '--batas "2026-02-30" bukan tanggal'),
        ({"mulai": "2026-01-01"}, "--mulai hanya dipakai bersama --batas."),
        ({"mulai": "2026-03-01", "batas": "2026-02-28"}, "--mulai harus sebelum --batas"),
        ({"mulai": "1900-01-01", "batas": "2026-02-28"}, "--mulai harus sebelum --batas"),
    ],
)
def test_a_wrong_option_is_refused_in_a_sentence(tmp_path, pilihan, kalimat):
    kode, teks = jalankan(tmp_path, SOP, **pilihan)
    assert kode == 1
    assert kalimat in teks


def test_the_day_and_the_legal_date_are_options(tmp_path):
    hukum = diubah('nomor = "1"', 'nomor = "1"\ndasar_hukum = ["UU 32/2004"]').replace(
        '"2 Hari"', '"3 bulan"'
    )
    assert "hukum-dicabut" not in jalankan(tmp_path, hukum, tanggal="1 Januari 2014")[1]
    teks = jalankan(tmp_path, hukum, tanggal="2026-01-05", batas="2026-02-28")[1]
    assert "hukum-dicabut" in teks
    # 1 January to 28 February 2026: 42 days from Monday to Friday, less the national holidays among them.
    assert (
        "Jumlah waktu baku 67 hari kerja, sedangkan dari 1 Januari 2026 sampai 28 Februari 2026 hanya ada"
        in teks
    )


def test_signs_that_steer_a_terminal_are_not_printed(tmp_path):
    assert "\x1b" not in jalankan(tmp_path, diubah("Penyusunan KLJIP", "KLJIP \\u001b[2J"))[1]


@given(sop_karangan())
@settings(deadline=None, max_examples=40)
def test_the_errors_are_exactly_what_forbids_running(sop):
    kesalahan = [t for t in periksa(sop, pada=PADA) if t.tingkat == "kesalahan"]
    assert bool(kesalahan) == bool(masalah_sop(sop))


isi_langkah = st.fixed_dictionaries(
    {
        "kode": st.sampled_from(["", "a", "b", "c"]),
        "no": st.text(max_size=4),
        "kegiatan": st.text(max_size=30),
    },
    optional={
        "kelengkapan_tercetak": st.text(max_size=20),
        "waktu_tercetak": st.text(max_size=8),
        "kembali_ke": st.lists(st.sampled_from(["", "a", "b", "z"]), max_size=2),
        "kelengkapan": st.lists(
            st.fixed_dictionaries(
                {"nama": st.text(max_size=20), "dari": st.sampled_from(["", "a", "c", "luar"])}
            ),
            max_size=2,
        ),
        "output": st.lists(st.fixed_dictionaries({"nama": st.text(max_size=20)}), max_size=2),
    },
)


@given(st.lists(isi_langkah, max_size=6), st.text(max_size=40), st.lists(st.text(max_size=60), max_size=2))
@settings(deadline=None, max_examples=60)
def test_no_draft_makes_the_checker_fail(daftar_langkah, judul, dasar_hukum):
    isi = json.loads(ke_json(baca(SOP)))
    isi["langkah"] = daftar_langkah
    isi["identitas"] |= {"judul": judul, "nomor": judul, "dasar_hukum": dasar_hukum}
    try:
        draf = draf_dari_json(json.dumps(isi))
    except SopTidakSah:
        return
    for temuan in periksa(draf, pada=PADA):
        assert temuan.kalimat.endswith(".")
        assert temuan.perbaikan.endswith(".")
