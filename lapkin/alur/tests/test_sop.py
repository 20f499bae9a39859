"""Reading an SOP, its order of work, and the sentences about what is wrong with one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapkin.alur.periksa_sop import BATAS_LANGKAH
from lapkin.alur.sop import (
    Cara,
    Identitas,
    Jenis,
    Kelengkapan,
    Langkah,
    Output,
    Pekerjaan,
    Peran,
    Sop,
    SopTidakSah,
    baca,
    dari_json,
    ke_json,
)
from lapkin.alur.tests.contoh import SOP, diubah


def masalah(teks: str) -> list[str]:
    with pytest.raises(SopTidakSah) as tertangkap:
        baca(teks)
    return tertangkap.value.daftar_masalah


def ringkas(langkah: Langkah) -> list[tuple]:
    return [(tahap.nomor, tahap.jenis.value, *tahap.daftar_peran) for tahap in langkah.tahapan()]


def test_rows_without_work_are_skipped_in_the_order_of_work():
    sop = baca(SOP)
    assert sop.pertama().kode == "himpun"
    assert sop.sesudah("himpun").kode == "surat"
    assert sop.sesudah("surat") is None
    assert [langkah.kode for langkah in sop.daftar_langkah_kerja] == ["himpun", "surat"]


def test_work_returns_only_where_the_sop_says():
    sop = baca(SOP)
    assert [langkah.kode for langkah in sop.pengembalian("surat")] == ["himpun"]
    assert sop.pengembalian("himpun") == ()


def test_an_unknown_kode_is_a_key_error():
    with pytest.raises(KeyError):
        baca(SOP).cari("tidak-ada")


def test_works_unroll_in_order_and_the_signer_follows_the_work_that_makes_the_paper():
    assert ringkas(baca(SOP).cari("surat")) == [
        (1, "surat", "Staf"),
        (2, "tanda-tangan", "Kepala"),
        (3, "paraf", "Staf"),
        (4, "paraf", "Kepala"),
        (5, "rapat", "Staf", "Kepala"),
    ]


def test_a_signing_that_is_printed_is_not_opened_twice():
    sop = baca(
        diubah(
            '{ jenis = "rapat",',
            '{ jenis = "tanda-tangan", oleh = ["Kepala"], naskah = "surat-pengantar" },\n  { jenis = "rapat",',
        )
    )
    jenis = [tahap.jenis for tahap in sop.cari("surat").tahapan()]
    assert jenis.count(Jenis.TANDA_TANGAN) == 1
    assert jenis.index(Jenis.TANDA_TANGAN) == 3


def test_a_printed_signing_of_another_paper_does_not_count():
    sop = baca(
        diubah(
            '{ jenis = "rapat",',
            '{ jenis = "tanda-tangan", oleh = ["Kepala"], naskah = "nota-dinas" },\n  { jenis = "rapat",',
        )
    )
    assert [tahap.naskah for tahap in sop.cari("surat").tahapan() if tahap.jenis is Jenis.TANDA_TANGAN] == [
        "surat-pengantar",
        "nota-dinas",
    ]


def test_only_the_filling_of_a_step_per_unit_is_a_collection():
    sop = baca(SOP)
    (himpun,) = sop.cari("himpun").tahapan()
    assert himpun.pengumpulan
    assert himpun.daftar_peran == ("Bidang",)
    assert sop.cari("himpun").penghimpun == "Staf"
    assert not any(tahap.pengumpulan for tahap in sop.cari("surat").tahapan())


def test_the_next_turn_stays_inside_the_row():
    sop = baca(SOP)
    assert sop.tahap_sesudah("surat", 1).nomor == 2
    assert sop.tahap_sesudah("surat", 5) is None


def test_an_output_belongs_to_the_work_that_makes_it():
    surat = baca(SOP).cari("surat")
    assert surat.daftar_output(Jenis.SURAT, "Staf", "surat-pengantar") == ("Surat",)
    assert surat.daftar_output(Jenis.TANDA_TANGAN, "Kepala", "surat-pengantar") == ("Surat",)
    assert surat.daftar_output(Jenis.PARAF, "Staf", "surat-pengantar") == ()
    assert surat.daftar_output(Jenis.RAPAT, "Staf", "notula") == ("Notula",)


def test_two_letters_of_one_row_are_told_apart_by_their_paper():
    langkah = Langkah(
        kode="a",
        no="1",
        kegiatan="Menyiapkan Nota Dinas dan Surat",
        pekerjaan=tuple(
            Pekerjaan(jenis=Jenis.SURAT, oleh=("Staf",), naskah=naskah) for naskah in ("nota-dinas", "surat")
        ),
        output=(
            Output(nama="Nota Dinas", jenis=Jenis.SURAT, naskah="nota-dinas", penanda_tangan="Karo"),
            Output(nama="Surat", jenis=Jenis.SURAT, naskah="surat"),
        ),
    )
    assert langkah.daftar_output(Jenis.SURAT, "Staf", "nota-dinas") == ("Nota Dinas",)
    assert langkah.daftar_output(Jenis.SURAT, "Staf", "surat") == ("Surat",)
    assert [(tahap.jenis.value, tahap.naskah) for tahap in langkah.tahapan()] == [
        ("surat", "nota-dinas"),
        ("tanda-tangan", "nota-dinas"),
        ("surat", "surat"),
    ]


def test_dates_are_kept_as_printed_and_as_dates():
    efektif = baca(SOP).identitas.tanggal_efektif
    assert efektif.tercetak == "4 Juni 2021"
    assert efektif.tanggal.isoformat() == "2021-06-04"


def test_json_keeps_everything():
    sop = baca(SOP)
    assert dari_json(ke_json(sop)) == sop


@pytest.mark.parametrize(
    ("lama", "baru", "kalimat"),
    [
        ('kode = "himpun"', 'kode = "surat"', 'SOP: kode langkah "surat" ganda.'),
        ('kode = "himpun"', 'kode = "Himpun Data"', 'Langkah "Himpun Data": kode hanya boleh berisi'),
        ('kode = "himpun"', 'kode = "luar"', 'Langkah "luar": kode "luar" dipakai untuk kelengkapan'),
        ('kunci = "staf"', 'kunci = "kepala"', 'SOP: kunci peran "kepala" ganda.'),
        ('kunci = "staf"', 'kunci = "st/af"', 'Peran "Staf": kunci "st/af" hanya boleh berisi'),
        ('nama = "Staf"', 'nama = "Kepala"', 'SOP: nama peran "Kepala" ganda.'),
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
        ('pengisi = "Bidang"\n', "", 'Langkah "himpun": langkah tiap unit harus menyebut pengisi.'),
        ('tiap = "unit"\n', "", 'Langkah "himpun": pengisi dan penghimpun hanya ditulis bila'),
        ('oleh = ["Bidang"]', 'oleh = ["Staf"]', 'memerlukan satu pekerjaan isi-data oleh "Bidang"'),
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
        dari_json(json.dumps(utuh))
    except SopTidakSah as kesalahan:
        assert all(satu.endswith(".") for satu in kesalahan.daftar_masalah)


teks_cetak = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
peran_karangan = st.lists(teks_cetak.filter(bool), min_size=1, max_size=4, unique=True)


@st.composite
def langkah_karangan(draw, nomor: int, daftar_nama: list[str]) -> Langkah:
    pelaksana = tuple(draw(st.lists(st.sampled_from(daftar_nama), min_size=1, unique=True)))
    daftar_jenis = draw(st.lists(st.sampled_from(Jenis), min_size=1, max_size=4))
    return Langkah(
        kode=f"langkah-{nomor}",
        no=draw(teks_cetak),
        kegiatan=draw(teks_cetak),
        pelaksana=pelaksana,
        pekerjaan=tuple(
            Pekerjaan(
                jenis=jenis,
                oleh=pelaksana,
                cara=draw(st.sampled_from(Cara)) if len(pelaksana) > 1 else Cara.BERURUTAN,
                naskah=draw(st.sampled_from(["", "lkjip", "nota-dinas"])),
            )
            for jenis in daftar_jenis
        ),
        kelengkapan=(Kelengkapan(nama=draw(teks_cetak), dari="luar"),),
        waktu_tercetak=draw(st.sampled_from(["1 jam", "2 Hari", "3 minggu"])),
        output=(Output(nama=draw(teks_cetak), penanda_tangan=draw(st.sampled_from(["", *daftar_nama]))),),
        kembali_ke=tuple(f"langkah-{lain}" for lain in range(nomor) if draw(st.booleans())),
    )


@st.composite
def sop_karangan(draw) -> Sop:
    daftar_nama = draw(peran_karangan)
    return Sop(
        kode="karangan",
        laporan="LKjIP",
        sumber="",
        identitas=Identitas(kop=(draw(teks_cetak),), nomor="", judul=draw(teks_cetak), judul_baku=""),
        peran=tuple(Peran(nama=nama, kunci=f"p{urut}") for urut, nama in enumerate(daftar_nama)),
        langkah=tuple(draw(langkah_karangan(nomor, daftar_nama)) for nomor in range(draw(st.integers(1, 4)))),
    )


@given(sop_karangan())
def test_any_sop_survives_the_round_trip(sop):
    assert dari_json(ke_json(sop)) == sop


@given(sop_karangan())
def test_following_the_rows_visits_each_once_in_order(sop):
    langkah, urutan = sop.pertama(), []
    while langkah:
        urutan.append(langkah)
        langkah = sop.sesudah(langkah.kode)
    assert tuple(urutan) == sop.langkah


@given(sop_karangan())
def test_turns_are_numbered_from_one_and_give_every_worker_his_turn(sop):
    for langkah in sop.langkah:
        tahapan = langkah.tahapan()
        assert [tahap.nomor for tahap in tahapan] == list(range(1, len(tahapan) + 1))
        giliran = {(tahap.jenis, peran) for tahap in tahapan for peran in tahap.daftar_peran}
        assert giliran >= {(p.jenis, peran) for p in langkah.pekerjaan for peran in p.oleh}


@given(sop_karangan())
def test_every_signer_gets_a_turn_to_sign_the_paper(sop):
    for langkah in sop.langkah:
        daftar_naskah = {
            (tahap.daftar_peran, tahap.naskah)
            for tahap in langkah.tahapan()
            if tahap.jenis is Jenis.TANDA_TANGAN and len(tahap.daftar_peran) == 1
        }
        bersama = any(p.jenis is Jenis.TANDA_TANGAN and p.cara is Cara.BERSAMA for p in langkah.pekerjaan)
        for output in langkah.output:
            if output.penanda_tangan and not bersama:
                assert ((output.penanda_tangan,), langkah.pekerjaan[-1].naskah) in daftar_naskah
