"""What is wrong with an SOP is said in sentences, all at once."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapkin.sop.periksa_sop import BATAS_LANGKAH
from lapkin.sop.sop import SopTidakSah, baca, dari_json, draf_dari_json, ke_json
from lapkin.sop.tests.contoh import SOP, diubah


def masalah(teks: str) -> list[str]:
    with pytest.raises(SopTidakSah) as tertangkap:
        baca(teks)
    return tertangkap.value.daftar_masalah


@pytest.mark.parametrize(
    ("lama", "baru", "kalimat"),
    [
        ('kode = "himpun"', 'kode = "surat"', 'SOP: kode langkah "surat" ganda.'),
        ('kode = "himpun"', 'kode = "Himpun Data"', 'Langkah "Himpun Data": kode hanya boleh berisi'),
        ('kode = "himpun"', 'kode = "luar"', 'Langkah "luar": kode "luar" dipakai untuk kelengkapan'),
        ('kode = "himpun"', 'kode = ""', "Langkah ke-2: kode belum ditulis."),
        (
            'laporan = "LKjIP"',
            'laporan = "LKjIP"\npenanggung_jawab = "Camat"',
            'SOP: penanggung_jawab "Camat" tidak ada dalam daftar peran.',
        ),
        ('kunci = "staf"', 'kunci = "kepala"', 'SOP: kunci peran "kepala" ganda.'),
        ('kunci = "staf"', 'kunci = "st/af"', 'Peran "Staf": kunci "st/af" hanya boleh berisi'),
        ('nama = "Staf"', 'nama = "Kepala"', 'SOP: nama peran "Kepala" ganda.'),
        ('nama = "Staf"', 'nama = "kepala"', 'SOP: nama peran "Kepala" dan "kepala" ganda.'),
        ('nama = "Staf"', 'nama = "Kepa\u200bla "', 'SOP: nama peran "Kepala" dan "Kepa\u200bla " ganda.'),
        ('nama = "Staf"', 'nama = "\u200b"', "Peran ke-2: namanya belum ditulis."),
        (
            'waktu_tercetak = "1 jam"',
            'waktu_tercetak = "500 bulan"',
            'Langkah "surat": waktu "500 bulan" terlalu panjang; satu langkah paling lama 60 bulan.',
        ),
        (
            'pelaksana = ["Staf", "Kepala"]',
            'pelaksana = ["Staf", "Camat", "Kepala"]',
            'peran "Camat" tidak ada',
        ),
        ('pelaksana = ["Staf", "Kepala"]', 'pelaksana = ["Kepala"]', '"Staf" mengerjakan surat tetapi bukan'),
        ('pelaksana = ["Staf", "Kepala"]', "pelaksana = []", 'Langkah "surat": pelaksana belum ditulis.'),
        ('pelaksana = ["Staf"]', 'pelaksana = ["Staf", "Bidang"]', '"Bidang" tidak mempunyai kolom'),
        ('oleh = ["Staf"], naskah', "oleh = [], naskah", "pekerjaan surat belum menyebut oleh siapa"),
        (
            'oleh = ["Staf", "Kepala"], cara',
            'oleh = ["Staf"], cara',
            "rapat bersama memerlukan sedikitnya dua",
        ),
        (
            'jenis = "paraf"',
            'jenis = "setujui"',
            'jenis "setujui" tidak dikenal; pilihannya disposisi, rapat',
        ),
        ('cara = "bersama"', 'cara = "acak"', 'cara "acak" tidak dikenal; pilihannya berurutan, bersama.'),
        ('naskah = "notula"', 'naskah = "Notula Rapat"', 'naskah "Notula Rapat" hanya boleh berisi'),
        ('["himpun"]', '["selesai"]', 'kembali_ke "selesai" harus menunjuk langkah sebelumnya'),
        ('["himpun"]', '["surat"]', 'kembali_ke "surat" harus menunjuk langkah sebelumnya'),
        ('["himpun"]', '["mulai"]', 'kembali_ke "mulai" menunjuk langkah penanda'),
        ('dari = "himpun"', 'dari = "selesai"', 'kelengkapan "Data" dari "selesai" harus menunjuk'),
        ('"1 jam"', '"sebentar"', 'Langkah "surat": waktu "sebentar" tidak dikenal'),
        ('waktu_tercetak = "1 jam"\n', "", 'Langkah "surat": waktu belum ditulis.'),
        ('kegiatan = "Membuat surat"\n', "", "SOP: langkah ke-3 (surat): kegiatan wajib diisi."),
        ('pengisi = "Bidang"\n', "", "diisi oleh peran tanpa kolom harus menyebut pengisi."),
        ('jenis = "isi-data", oleh', 'jenis = "periksa", oleh', "memerlukan tepat satu pekerjaan isi-data"),
        ('tiap = "unit"\n', "", 'Langkah "himpun": pengisi dan penghimpun hanya ditulis bila'),
        ('oleh = ["Bidang"]', 'oleh = ["Staf"]', 'pekerjaan isi-data harus oleh pengisi "Bidang"'),
        ('penghimpun = "Staf"', 'penghimpun = "Kepala"', 'penghimpun "Kepala" bukan pelaksana langkah ini'),
        ('"01-10"', '"10 Januari"', 'paling_lambat "10 Januari" harus BB-HH'),
        ('"01-10"', '"02-29"', 'paling_lambat "02-29" harus BB-HH'),
        ('"01-10"', '"0110"', 'paling_lambat "0110" harus BB-HH'),
        ('penanda = "mulai"', 'penanda = "awal"', 'penanda "awal" tidak dikenal'),
        ('penanda = "mulai"', "teks = true", 'Langkah "mulai": pekerjaan belum ditulis.'),
        ('"1 jam"', '"1 jam"\npenanda = "selesai"', 'Langkah "surat": langkah penanda tidak boleh memuat'),
        ('output = [{ nama = "Data", jenis = "isi-data" }]', "", 'Langkah "himpun": output belum ditulis.'),
        (
            '"Data", jenis = "isi-data"',
            '"Data", jenis = "paraf"',
            'output "Data" tidak dibuat oleh pekerjaan',
        ),
        ('"1 jam"', '"1 jam"\ndisimpulkan = ["arah"]', 'disimpulkan menyebut "arah"'),
        ('"1 jam"', '"1 jam"\nwarna = "biru"', 'SOP: langkah ke-3 (surat): kunci "warna" tidak dikenal.'),
        ('no = "3"', "no = 3", "SOP: langkah ke-4 (selesai): no harus berupa teks."),
        ("kolom = false", 'kolom = "tidak"', "SOP: peran ke-3: kolom harus berupa true atau false."),
        ("tanggal = 2021-06-04", "tanggal = 2021", "tanggal harus berupa tanggal (TTTT-BB-HH)."),
        ("tanggal = 2021-06-04", "tanggal = 2021-06-04T07:00:00", "tanggal harus berupa tanggal"),
        ('kop = ["PEMERINTAH KABUPATEN CONTOH"]', 'kop = "PEMERINTAH"', "kop harus berupa daftar."),
        ('nomor = "1"', 'nomor = "\\u0000"', "nomor memuat tanda yang tidak dapat disimpan."),
    ],
)
def test_each_fault_is_named_in_a_sentence(lama, baru, kalimat):
    assert any(kalimat in satu for satu in masalah(diubah(lama, baru)))


def test_all_faults_are_named_at_once():
    rusak = (
        SOP.replace('"1 jam"', '"sebentar"')
        .replace('dari = "himpun"', 'dari = "nanti"')
        .replace("no = ", "nomer = ")
    )
    daftar_masalah = masalah(rusak)
    assert sum('kunci "nomer" tidak dikenal' in satu for satu in daftar_masalah) == 4
    assert sum("no wajib diisi" in satu for satu in daftar_masalah) == 4
    assert any("sebentar" in satu for satu in daftar_masalah)
    assert any("nanti" in satu for satu in daftar_masalah)


def test_an_empty_text_names_what_an_sop_needs():
    daftar_masalah = masalah("")
    assert "SOP: identitas wajib diisi." in daftar_masalah
    assert "SOP: belum ada peran." in daftar_masalah
    assert "SOP: belum ada langkah yang dikerjakan." in daftar_masalah


def test_a_syntax_error_names_its_line():
    assert "baris 2, kolom" in masalah('kode = "a"\nlaporan = LKjIP\n')[0]
    assert "akhir berkas" in masalah('kode = "a')[0]


def test_a_text_that_cannot_even_be_parsed_is_refused_in_a_sentence():
    assert masalah("a = " + "[" * 5000) == ["Berkas SOP memuat nilai yang tidak dapat dibaca."]
    assert masalah("a = " + "9" * 5000) == ["Berkas SOP memuat nilai yang tidak dapat dibaca."]


@pytest.mark.parametrize("teks", ["", "bukan json", "[]", "null", '{"kode": "\\ud800"}', "[" * 100_000])
def test_a_spoiled_record_is_refused_in_a_sentence(teks):
    with pytest.raises(SopTidakSah) as tertangkap:
        dari_json(teks)
    assert tertangkap.value.daftar_masalah


def test_too_many_rows_are_refused():
    baris = '[[langkah]]\nkode = "l{0}"\nno = "1"\nkegiatan = "x"\npenanda = "mulai"\n'
    daftar_masalah = masalah(SOP + "".join(baris.format(nomor) for nomor in range(BATAS_LANGKAH)))
    assert daftar_masalah == [f"SOP: ada {BATAS_LANGKAH + 4} langkah; paling banyak {BATAS_LANGKAH}."]


def test_too_many_rows_are_refused_before_any_is_looked_into():
    isi = json.loads(ke_json(baca(SOP)))
    for baca_json in (dari_json, draf_dari_json):
        with pytest.raises(SopTidakSah) as tertangkap:
            baca_json(json.dumps(isi | {"langkah": [None] * 10_000}))
        assert tertangkap.value.daftar_masalah == ["SOP: ada 10000 langkah; paling banyak 1000."]


@given(st.text())
def test_no_text_makes_the_reader_fail_otherwise(teks):
    with pytest.raises(SopTidakSah):
        baca(teks)


isi_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda anak: st.lists(anak, max_size=3) | st.dictionaries(st.text(), anak, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(["kode", "identitas", "peran", "langkah", "sumber"]), isi_json)
def test_no_value_anywhere_makes_the_reader_fail_otherwise(kunci, isi):
    utuh = json.loads(ke_json(baca(SOP)))
    utuh[kunci] = isi
    try:
        daftar_masalah = [] if dari_json(json.dumps(utuh)) else ["tidak ada SOP"]
    except SopTidakSah as kesalahan:
        daftar_masalah = kesalahan.daftar_masalah
    assert all(satu.endswith(".") for satu in daftar_masalah)
