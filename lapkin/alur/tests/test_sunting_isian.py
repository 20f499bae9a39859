"""The editor's forms: what was not touched stays letter by letter, what was typed becomes the row."""

from dataclasses import fields, replace

import pytest
from django.forms import formsets
from django.http import QueryDict
from lxml import html

from lapkin.alur.views.isian_langkah import IsianLangkah
from lapkin.alur.views.isian_langkah_baru import FormLangkahBaru
from lapkin.alur.views.isian_sop import FormIdentitas
from lapkin.sop.bagan import LUAR, Cara, Jenis, Output, Pekerjaan
from lapkin.sop.sop import baca
from lapkin.sop.sunting import langkah_baru, tambah_langkah, ubah_langkah
from lapkin.sop.sunting_peran import ubah_identitas
from lapkin.sop.tests.benih import DAFTAR_KODE, isi_sop
from lapkin.sop.tests.contoh import SOP


def terkirim(*daftar_form):
    """What a browser sends of forms as they stand on the page: read from their HTML, line ends as browsers do."""
    isi = "".join(str(satu) for form in daftar_form for satu in form)
    akar = html.fromstring(f"<form>{isi}</form>")
    hasil = QueryDict(mutable=True)
    for masukan in akar.xpath("//input[@name]|//select[@name]|//textarea[@name]"):
        if masukan.get("type") != "checkbox" or masukan.get("checked") is not None:
            hasil.appendlist(masukan.get("name"), _nilai(masukan))
    return hasil


def _nilai(masukan):
    """A textarea sends CRLF; a field of one line has lost its line breaks."""
    if masukan.tag == "textarea":
        teks = masukan.text_content().replace("\r\n", "\n").removeprefix("\n")
        return teks.replace("\n", "\r\n")
    if masukan.tag == "select":
        dipilih = masukan.xpath("option[@selected]") or masukan.xpath("option[1]")
        return dipilih[0].get("value")
    return (
        masukan.get("value", "on" if masukan.get("type") == "checkbox" else "")
        .replace("\n", "")
        .replace("\r", "")
    )


def isian_terkirim(sop, langkah, **ganti):
    isian = IsianLangkah(sop=sop, langkah=langkah)
    data = terkirim(*isian.semua, *(formset.management_form for formset in isian.daftar.values()))
    for nama, nilai in ganti.items():
        data.setlist(nama.replace("__", "-"), nilai if isinstance(nilai, list) else [nilai])
    return IsianLangkah(data, sop=sop, langkah=langkah)


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_a_row_sent_back_untouched_stays_letter_by_letter(kode):
    sop = isi_sop(kode)
    for langkah in sop.langkah:
        isian = isian_terkirim(sop, langkah)
        assert isian.is_valid(), [form.errors for form in isian.semua if form.errors]
        assert ubah_langkah(sop, langkah.kode, **isian.isian()).sop.cari(langkah.kode) == langkah


def test_a_row_with_line_breaks_in_every_text_stays_letter_by_letter():
    sop = baca(SOP)
    asal = sop.cari("surat")
    teks = ("no", "kegiatan", "keterangan", "kelengkapan_tercetak", "output_tercetak", "catatan")
    langkah = replace(
        asal,
        **{nama: f"{getattr(asal, nama)[:4]}\nII" for nama in teks},
        kelengkapan=tuple(replace(butir, nama="Data\nkinerja") for butir in asal.kelengkapan),
        output=tuple(replace(butir, nama=f"{butir.nama}\nasli") for butir in asal.output),
    )
    sop = replace(sop, langkah=tuple(langkah if satu is asal else satu for satu in sop.langkah))
    isian = isian_terkirim(sop, langkah)
    assert isian.is_valid(), [form.errors for form in isian.semua if form.errors]
    assert ubah_langkah(sop, "surat", **isian.isian()).sop == sop


def test_a_row_saved_for_another_reason_keeps_its_words_apart_and_its_line_ends():
    sop = baca(SOP)
    sop = ubah_langkah(sop, "surat", keterangan="SOP\nPerjanjian", kegiatan="Membuat\nsurat").sop
    isian = isian_terkirim(sop, sop.cari("surat"), jumlah="9", no="2\na")
    assert isian.is_valid()
    hasil = ubah_langkah(sop, "surat", **isian.isian()).sop.cari("surat")
    assert (hasil.keterangan, hasil.kegiatan, hasil.no) == ("SOP\nPerjanjian", "Membuat\nsurat", "2 a")
    assert hasil.waktu_tercetak == "9 jam"


def test_a_typed_text_has_the_line_ends_of_lapkin():
    form = FormLangkahBaru(
        {"kegiatan": "Satu\r\ndua", "kelengkapan": "a\r\nb", "keterangan": "x\ry"}, sop=baca(SOP)
    )
    form.is_valid()
    assert form.cleaned_data["kegiatan"] == "Satu\ndua"
    assert form.cleaned_data["kelengkapan"] == ("a", "b")
    assert form.cleaned_data["keterangan"] == "x\ny"
    assert FormLangkahBaru({"kegiatan": "a\r\n" * 400}, sop=baca(SOP)).errors.get("kegiatan") is None


def test_an_identity_block_with_line_breaks_in_every_text_stays_letter_by_letter():
    sop = baca(SOP)
    lama = sop.identitas
    teks = {kolom.name: "I\nII" for kolom in fields(lama) if isinstance(getattr(lama, kolom.name), str)}
    pengesah = replace(lama.pengesah, jabatan="Kepala\nDinas", nama="a\nb", pangkat="c\nd", nip="1\n2")
    label = replace(lama.label_kolom, kegiatan="Uraian\nKegiatan", nomor_kolom=("1", "2\n3"))
    identitas = replace(
        lama, **teks, kop=("A\nB", "C"), peringatan=("x\ny",), pengesah=pengesah, label_kolom=label
    )
    sop = replace(sop, identitas=identitas)
    form = FormIdentitas(terkirim(FormIdentitas(sop=sop)), sop=sop)
    assert form.is_valid(), form.errors
    assert form.identitas() == identitas


def urutan(sop, kode, **isian):
    isian = isian_terkirim(sop, sop.cari(kode), **isian)
    return isian, isian.isian() if isian.is_valid() else None


def test_who_works_first_is_told_by_the_numbers_beside_the_ticks():
    sop = baca(SOP)
    _, isi = urutan(sop, "surat", **{"pelaksana-urut-0": "1", "pelaksana-urut-1": "2"})
    assert isi["pelaksana"] == ("Kepala", "Staf")
    _, isi = urutan(sop, "surat", **{"pekerjaan-1-oleh-urut-0": "1", "pekerjaan-1-oleh-urut-1": "2"})
    assert isi["pekerjaan"][1].oleh == ("Kepala", "Staf")
    _, isi = urutan(sop, "surat", **{"pelaksana-urut-0": "", "pelaksana-urut-1": ""})
    assert isi["pelaksana"] == ("Kepala", "Staf")  # without numbers as the columns stand
    _, isi = urutan(sop, "surat", **{"pelaksana-urut-0": "", "pelaksana-urut-1": "7"})
    assert isi["pelaksana"] == ("Staf", "Kepala")


def test_a_role_ticked_beside_numbered_ones_comes_after_them():
    sop = baca(SOP)
    isian, isi = urutan(sop, "surat", pekerjaan__1__oleh=["Kepala", "Staf", "Bidang"])
    assert isian.form.is_valid()
    assert isi["pekerjaan"][1].oleh == ("Staf", "Kepala", "Bidang")


@pytest.mark.parametrize(
    ("nomor", "kalimat"),
    [
        ("2", "Urutan 2 diberikan kepada lebih dari satu orang."),
        ("0", "Urutan ditulis dengan angka 1 sampai 99."),
        ("dua", "Urutan ditulis dengan angka 1 sampai 99."),
        ("9" * 50, "Urutan ditulis dengan angka 1 sampai 99."),
    ],
)
def test_a_place_in_the_order_that_is_taken_or_no_number_is_refused(nomor, kalimat):
    sop = baca(SOP)
    isian, _ = urutan(sop, "surat", **{"pelaksana-urut-0": nomor, "pelaksana-urut-1": "2"})
    assert isian.form.errors["pelaksana"] == [kalimat]
    dikirim_lagi = html.fromstring(str(isian.form["pelaksana"]))
    assert dikirim_lagi.xpath("//input[@type='number']/@value")[0] == nomor  # what was typed stays


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_an_identity_block_sent_back_untouched_stays_letter_by_letter(kode):
    sop = isi_sop(kode)
    form = FormIdentitas(terkirim(FormIdentitas(sop=sop)), sop=sop)
    assert form.is_valid(), form.errors
    isi = form.cleaned_data
    hasil = ubah_identitas(sop, form.identitas(), laporan=isi["laporan"], sumber=isi["sumber"])
    assert hasil.sop == sop


def test_what_is_typed_becomes_the_row():
    sop = baca(SOP)
    isian = isian_terkirim(
        sop,
        sop.cari("surat"),
        kegiatan="Menyurati",
        jumlah="3",
        satuan="hari",
        tanggal_terakhir="28",
        bulan_terakhir="02",
        pekerjaan__3__jenis="kirim",
        pekerjaan__3__oleh=["Kepala"],
        kelengkapan__1__nama="Alamat",
        kelengkapan__1__dari="luar",
        output__1__nama="",
    )
    assert isian.is_valid()
    langkah = ubah_langkah(sop, "surat", **isian.isian()).sop.cari("surat")
    assert (langkah.kode, langkah.kegiatan, langkah.waktu_tercetak) == ("surat", "Menyurati", "3 hari")
    assert langkah.paling_lambat == "02-28"
    assert langkah.pekerjaan[3] == Pekerjaan(jenis=Jenis.KIRIM, oleh=("Kepala",), cara=Cara.BERURUTAN)
    assert [(butir.nama, butir.dari) for butir in langkah.kelengkapan] == [
        ("Data", "himpun"),
        ("Alamat", LUAR),
    ]
    assert langkah.output == (Output(nama="Surat", jenis=Jenis.SURAT, penanda_tangan="Kepala"),)
    assert langkah.output_tercetak == "Surat"


def test_a_work_that_nobody_does_and_half_a_date_are_refused_together():
    sop = baca(SOP)
    isian = isian_terkirim(sop, sop.cari("surat"), pekerjaan__3__jenis="arsip", tanggal_terakhir="5")
    assert not isian.is_valid()
    galat = [pesan for form in isian.semua for daftar in form.errors.values() for pesan in daftar]
    assert galat == ["Isi tanggal dan bulannya, atau kosongkan keduanya.", "Pilih siapa yang mengerjakan."]


def test_a_row_may_only_return_to_rows_above_it():
    sop = baca(SOP)
    isian = isian_terkirim(sop, sop.cari("himpun"), kembali_ke=["surat"])
    assert not isian.is_valid()
    assert set(isian.form.errors) == {"kembali_ke"}


def test_the_short_form_asks_for_what_makes_a_row_runnable():
    form = FormLangkahBaru({"kegiatan": ""}, sop=baca(SOP))
    assert set(form.errors) == {"kegiatan", "pelaksana", "output", "jumlah", "satuan"}


def test_more_lines_than_a_row_may_have_are_refused():
    sop = baca(SOP)
    isian = isian_terkirim(sop, sop.cari("surat"), output__TOTAL_FORMS=str(formsets.DEFAULT_MAX_NUM))
    assert not isian.is_valid()


@pytest.mark.parametrize("jumlah", ["-1", "0", "1", "", "tiga"])
def test_a_list_that_came_with_fewer_lines_than_the_page_had_is_refused_not_emptied(jumlah):
    sop = baca(SOP)
    isian = isian_terkirim(sop, sop.cari("surat"), pekerjaan__TOTAL_FORMS=jumlah)
    assert not isian.is_valid()
    assert isian.form.non_field_errors() == [
        "Daftar pekerjaan tidak terkirim utuh. Isi lagi, lalu simpan sekali lagi."
    ]
    assert len(isian.daftar["pekerjaan"].forms) == 4  # the page shows all lines again


@pytest.mark.parametrize(("jumlah", "satuan"), [("500", "bulan"), ("9999", "jam")])
def test_a_time_that_no_calendar_holds_is_refused_at_its_field(jumlah, satuan):
    sop = baca(SOP)
    isian = isian_terkirim(sop, sop.cari("surat"), jumlah=jumlah, satuan=satuan)
    assert not isian.is_valid()
    assert isian.form.errors["jumlah"] == [
        f'Waktu "{jumlah} {satuan}" terlalu panjang; satu langkah paling lama 60 bulan.'
    ]
    baru = FormLangkahBaru({"jumlah": jumlah, "satuan": satuan}, sop=sop)
    assert baru.errors["jumlah"] == isian.form.errors["jumlah"]


def test_only_what_is_out_of_the_ordinary_is_unfolded():
    sop = baca(SOP)
    surat, paraf, rapat, kosong = isian_terkirim(sop, sop.cari("surat")).daftar["pekerjaan"]
    biasa = sunting_biasa(sop)
    assert [baris.rincian_terbuka for baris in (surat, paraf, rapat, kosong)] == [True, True, True, False]
    assert not any(baris.rincian_terbuka for formset in biasa.daftar.values() for baris in formset)
    salah = isian_terkirim(sop, sop.cari("surat"), output__2__naskah="tidak-ada")
    assert salah.daftar["output"][2].rincian_terbuka


def sunting_biasa(sop):
    """The form of a row as the editor itself makes one."""
    langkah = langkah_baru(
        sop, kegiatan="Menyusun laporan", pelaksana=("Staf",), waktu="1 jam", output=("Laporan",)
    )
    sop = tambah_langkah(sop, langkah).sop
    return IsianLangkah(sop=sop, langkah=sop.cari(langkah.kode))
