"""The official form as a drawing: what holds for any SOP, and what the five seeds look like."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.sop.formulir.bentuk import A3, A4, F4, Bagian, Bentuk
from lapkin.sop.formulir.huruf import lebar_kata, lipat
from lapkin.sop.gambar import formulir_svg, gambar, svg, svg_gambar, untuk_layar
from lapkin.sop.sop import Cara, LabelKolom, Langkah, baca_draf
from lapkin.sop.tests.contoh import SOP, diubah
from lapkin.sop.tests.gambar_bantuan import (
    DAFTAR_KODE,
    dimasuki,
    isi_sop,
    kalimat,
    sop_bergambar,
    sop_dari,
)
from lapkin.sop.tests.gambar_hukum import (
    periksa_alur,
    periksa_garis,
    periksa_semua,
    periksa_teks,
    tak_tergambar,
)

SVG = "{http://www.w3.org/2000/svg}"
sedang = settings(deadline=None, max_examples=120)


def langkah(kode: str, *pelaksana: str, kembali: tuple[str, ...] = (), **lain) -> Langkah:
    return Langkah(
        kode=kode,
        no="1",
        kegiatan=kode,
        pelaksana=pelaksana,
        kembali_ke=kembali,
        waktu_tercetak="1 jam",
        **lain,
    )


@given(sop_bergambar())
@sedang
def test_any_form_keeps_its_lines_apart_and_leads_to_every_step(sop):
    assert tak_tergambar(periksa_semua(sop)) == 0


@given(sop_bergambar(langkah=(3, 12), kembali=25))
@settings(deadline=None, max_examples=40)
def test_many_returns_on_few_steps_keep_apart_and_those_without_room_are_counted(sop):
    periksa_semua(sop)


@given(sop_bergambar(langkah=(3, 14)))
@settings(deadline=None, max_examples=15)
def test_the_picture_is_well_formed_and_without_style(sop):
    akar = ElementTree.fromstring(formulir_svg(sop, frozenset(["langkah-1"])))
    assert akar.get("role") == "img"
    assert akar[0].tag == f"{SVG}title"
    assert akar[1].tag == f"{SVG}desc"
    assert not any("style" in elemen.attrib or elemen.tag == f"{SVG}style" for elemen in akar.iter())


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_the_five_printed_sops_are_drawn_whole(kode):
    sop = isi_sop(kode)
    formulir = periksa_semua(sop)
    bentuk = [satu.bentuk for halaman in formulir.halaman for satu in halaman.simbol]
    assert bentuk[0] is bentuk[-1] is Bentuk.KAPSUL
    assert bentuk.count(Bentuk.KAPSUL) == 2
    assert bentuk.count(Bentuk.BELAH_KETUPAT) == sum(bool(satu.kembali_ke) for satu in sop.langkah)


def test_words_that_only_the_software_knows_are_not_drawn():
    for kode in DAFTAR_KODE:
        sop = isi_sop(kode)
        polos = replace(
            sop,
            langkah=tuple(
                replace(satu, pekerjaan=(), output=(), kelengkapan=(), pengisi="", penghimpun="", tiap=None)
                for satu in sop.langkah
            ),
        )
        assert formulir_svg(polos) == formulir_svg(sop)


def test_a_decision_says_ya_and_tidak_at_its_exits():
    sop = sop_dari(
        ["A", "B"], [langkah("satu", "A"), langkah("dua", "B", kembali=("satu",)), langkah("tiga", "A")]
    )
    (halaman,) = gambar(sop).halaman
    assert sorted(satu.teks for satu in halaman.tulisan) == ["Tidak", "Ya"]
    assert [satu.bentuk for satu in halaman.simbol] == [Bentuk.KAPSUL, Bentuk.BELAH_KETUPAT, Bentuk.KAPSUL]


def test_a_last_row_that_decides_is_followed_by_an_end():
    sop = sop_dari(["A"], [langkah("satu", "A"), langkah("dua", "A", kembali=("satu",))])
    (halaman,) = gambar(sop).halaman
    assert [(satu.bentuk, satu.teks) for satu in halaman.simbol[1:]] == [
        (Bentuk.BELAH_KETUPAT, ""),
        (Bentuk.KAPSUL, "Selesai"),
    ]


def test_work_done_together_stands_level_and_work_in_turn_is_joined_by_arrows():
    bersama = sop_dari(
        ["A", "B"], [langkah("x", "A"), langkah("y", "A", "B", cara=Cara.BERSAMA), langkah("z", "A")]
    )
    (halaman,) = gambar(bersama).halaman
    assert halaman.simbol[1].y == halaman.simbol[2].y
    assert not any({panah.dari, panah.ke} == {"s1", "s2"} for panah in halaman.panah)
    runtut = sop_dari(["A", "B"], [langkah("x", "A"), langkah("y", "B", "A"), langkah("z", "A")])
    (halaman,) = gambar(runtut).halaman
    assert any((panah.dari, panah.ke) == ("s1", "s2") for panah in halaman.panah)
    assert [halaman.simbol[ke].peran for ke in (1, 2)] == ["B", "A"]


def test_a_return_to_work_done_together_enters_the_rail_that_feeds_all_of_them():
    sop = sop_dari(
        ["A", "B", "C"],
        [langkah("x", "A"), langkah("y", "B", "C", cara=Cara.BERSAMA), langkah("z", "C", kembali=("y",))],
    )
    (halaman,) = periksa_semua(sop).halaman
    (kembali,) = [panah for panah in halaman.panah if panah.kembali]
    assert dimasuki(halaman, kembali) == {"s1", "s2"}
    assert not kembali.kepala


def test_returns_from_both_sides_bend_into_the_line_from_above_and_share_its_arrowhead():
    (halaman,) = gambar(isi_sop("kominfo-kalbar-lakip")).halaman
    kembali = [panah for panah in halaman.panah if panah.masuk]
    kiri, kanan = sorted(kembali, key=lambda panah: panah.titik[0][0])
    assert kiri.titik[-2][0] < kiri.titik[-1][0] == kanan.titik[-1][0] < kanan.titik[-2][0]
    assert kiri.ke == kanan.ke
    (maju,) = [panah for panah in halaman.panah if panah.ke == kiri.ke and panah.kepala and not panah.kembali]
    assert maju.titik[-2][1] < kiri.titik[-1][1] == kanan.titik[-1][1] < maju.titik[-1][1]
    assert not kiri.kepala
    assert not kanan.kepala


def test_a_bend_is_drawn_downwards_from_either_side():
    gambaran = svg(*_halaman_pertama(isi_sop("kominfo-kalbar-lakip")))
    assert sorted(re.findall(r"A3 3 0 0 ([01])", gambaran)) == ["0", "1"]


def _halaman_pertama(sop):
    formulir = gambar(sop)
    return formulir, formulir.halaman[0]


def test_an_order_of_work_that_turns_back_goes_on_below():
    sop = sop_dari(["A", "B", "C"], [langkah("x", "A"), langkah("y", "B", "C", "A"), langkah("z", "A")])
    (halaman,) = periksa_semua(sop).halaman
    assert halaman.simbol[1].y == halaman.simbol[2].y < halaman.simbol[3].y


def test_the_printed_mulai_stands_in_its_capsule():
    (pertama, *_) = gambar(isi_sop("dp3a-kalbar-lkjip")).halaman[0].simbol
    assert (pertama.bentuk, pertama.teks, pertama.peran) == (Bentuk.KAPSUL, "MULAI", "Kadis")


def test_rows_without_work_are_capsules_with_their_word():
    simbol = [s for halaman in gambar(isi_sop("jambi-data-kinerja")).halaman for s in halaman.simbol]
    assert (simbol[0].teks, simbol[0].bentuk) == ("Mulai", Bentuk.KAPSUL)
    assert (simbol[-1].teks, simbol[-1].bentuk) == ("Selesai", Bentuk.KAPSUL)


def test_a_column_that_the_office_does_not_print_is_not_there():
    bagian = [satu.bagian for satu in gambar(isi_sop("jambi-data-kinerja")).halaman[0].kolom]
    assert bagian == [Bagian.NO, Bagian.KEGIATAN, *[Bagian.PELAKSANA] * 5, Bagian.WAKTU]


def test_a_text_without_a_label_over_it_is_printed_all_the_same():
    sop = sop_dari(["A"], [langkah("x", "A", keterangan="SOP lain")], LabelKolom(keterangan=""))
    assert gambar(sop).halaman[0].baris[0].sel[-1].baris == ("SOP", "lain")


def test_column_numbers_are_repeated_on_every_page():
    sop = isi_sop("dp3a-kalbar-lkjip")
    panjang = replace(sop, langkah=tuple(replace(s, kegiatan=kalimat(60)) for s in sop.langkah))
    formulir = gambar(panjang)
    assert len(formulir.halaman) > 1
    for halaman in formulir.halaman:
        assert [sel.baris for sel in halaman.kepala[-1].sel] == [(str(ke),) for ke in range(1, 11)]


def test_many_actors_get_a_larger_sheet():
    def kertas(jumlah):
        peran = [f"Peran {ke}" for ke in range(jumlah)]
        return gambar(sop_dari(peran, [langkah("x", peran[0])])).kertas

    assert (kertas(5), kertas(9), kertas(12)) == (A4, F4, A3)


def test_a_row_taller_than_a_page_loses_no_word():
    sop = sop_dari(
        ["A"], [langkah("x", "A"), replace(langkah("y", "A"), kegiatan=kalimat(4000)), langkah("z", "A")]
    )
    formulir = gambar(sop)
    periksa_teks(sop, formulir)
    assert max(halaman.tinggi for halaman in formulir.halaman) > A4.tinggi


def test_the_step_of_a_case_is_marked_in_colour_and_in_words():
    sop = isi_sop("inspektorat-landak-lkjip")
    assert ">Kini<" not in formulir_svg(sop)
    svg_berjalan = formulir_svg(sop, frozenset(["rapat"]))
    assert svg_berjalan.count(">Kini<") == 1
    assert "Kini di langkah 3.</desc>" in svg_berjalan


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_on_screen_a_page_ends_a_little_below_its_table(kode):
    formulir = gambar(isi_sop(kode))
    for halaman, layar in zip(formulir.halaman, untuk_layar(formulir).halaman, strict=True):
        assert halaman.bawah < layar.tinggi <= min(halaman.tinggi, halaman.bawah + 50)
        assert halaman == replace(layar, tinggi=halaman.tinggi)


def test_on_screen_the_note_below_the_table_is_kept():
    banyak = [langkah(f"x-{ke}", "A", kembali=tuple(f"x-{n}" for n in range(ke))) for ke in range(40)]
    formulir = untuk_layar(gambar(sop_dari(["A"], banyak)))
    (catatan,) = formulir.halaman[-1].catatan
    assert catatan.y + catatan.tinggi < formulir.halaman[-1].tinggi


def test_one_row_of_the_drawing_can_be_cut_out():
    formulir = gambar(isi_sop("inspektorat-landak-lkjip"))
    halaman = formulir.halaman[0]
    baris = halaman.baris[2]
    akar = ElementTree.fromstring(svg_gambar(formulir, halaman, baris))
    x, y, lebar, tinggi = map(float, akar.get("viewBox").split())
    assert (x, y) == pytest.approx((halaman.x0, baris.y), abs=0.01)
    assert (lebar, tinggi) == pytest.approx((halaman.x1 - halaman.x0, baris.tinggi), abs=0.01)
    assert "Mengagendakan" not in svg_gambar(formulir, halaman)
    assert "Mengagendakan" in svg(formulir, halaman)


DRAF = [
    "langkah = []\n" + SOP.split("[[langkah]]")[0],
    diubah('pelaksana = ["Staf"]\n', ""),
    diubah('kembali_ke = ["himpun"]', 'kembali_ke = ["tidak-ada", "surat", "selesai", "mulai"]'),
    diubah('pelaksana = ["Staf", "Kepala"]', 'pelaksana = ["Siapa", "Kepala", "Kepala", "Bidang"]'),
    diubah('kode = "himpun"', 'kode = "surat"'),
    diubah('penanda = "mulai"', 'penanda = "entah"'),
    SOP.replace("kolom = false", "").replace('nama = "Staf"', 'nama = "Kepala"'),
    diubah('nama = "Kepala"\nkunci = "kepala"', 'nama = "Kepala"\nkunci = "kepala"\nkolom = false'),
]


@pytest.mark.parametrize("teks", DRAF)
def test_a_draft_that_cannot_be_run_is_drawn_as_far_as_it_goes(teks):
    sop = baca_draf(teks)
    formulir = periksa_semua(sop)
    ElementTree.fromstring(formulir_svg(sop))
    for halaman in formulir.halaman:
        ElementTree.fromstring(svg_gambar(formulir, halaman))


def test_an_sop_without_roles_is_a_table_without_symbols():
    formulir = gambar(sop_dari([], [langkah("x"), langkah("y", "Siapa")]))
    assert [halaman.simbol for halaman in formulir.halaman] == [()]
    assert len(formulir.halaman[0].baris) == 2


def test_hundreds_of_returns_are_drawn_or_counted():
    banyak = [langkah(f"x-{ke}", "A", kembali=tuple(f"x-{n}" for n in range(ke))) for ke in range(60)]
    sop = sop_dari(["A"], [replace(satu, no=str(ke + 1)) for ke, satu in enumerate(banyak)])
    formulir = gambar(sop)
    assert tak_tergambar(formulir) > 0
    periksa_garis(formulir)
    periksa_alur(sop, formulir)
    ElementTree.fromstring(svg(formulir, formulir.halaman[0]))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.integers(20, 200))
@settings(deadline=None, max_examples=60)
def test_folding_loses_nothing_and_stays_within_its_width(teks, lebar):
    baris = lipat(teks, lebar, 8)
    assert "".join("".join(baris).split()) == "".join(teks.split())
    assert all(lebar_kata(satu) * 8 <= lebar + 0.01 for satu in baris)


def test_a_long_word_breaks_after_its_stroke():
    assert lipat("Subkegiatan/Bidang", 60, 8) == ("Subkegiatan/", "Bidang")
