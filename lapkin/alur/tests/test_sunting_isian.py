"""The editor's forms: what was not touched stays letter by letter, what was typed becomes the row."""

import pytest
from django.forms import formsets
from django.http import QueryDict

from lapkin.alur.views.isian_langkah import IsianLangkah
from lapkin.alur.views.isian_langkah_baru import FormLangkahBaru
from lapkin.alur.views.isian_sop import FormIdentitas
from lapkin.sop.bagan import LUAR, Cara, Jenis, Output, Pekerjaan
from lapkin.sop.sop import baca
from lapkin.sop.sunting import ubah_langkah
from lapkin.sop.sunting_peran import ubah_identitas
from lapkin.sop.tests.benih import DAFTAR_KODE, isi_sop
from lapkin.sop.tests.contoh import SOP


def terkirim(*daftar_form):
    """What a browser sends of forms as they stand on the page."""
    data = {}
    for form in daftar_form:
        for isi in form:
            nilai = isi.value()
            if isinstance(nilai, bool):
                data |= {isi.html_name: "on"} if nilai else {}
            elif isinstance(nilai, list | tuple):
                data[isi.html_name] = [str(satu) for satu in nilai]
            elif nilai is None and isi.widget_type == "select":
                data[isi.html_name] = str(isi.field.choices[0][0])
            elif nilai is not None or isi.widget_type != "checkboxselectmultiple":
                data[isi.html_name] = "" if nilai is None else str(nilai)
    return _sebagai_querydict(data)


def _sebagai_querydict(data):

    hasil = QueryDict(mutable=True)
    for nama, nilai in data.items():
        hasil.setlist(nama, nilai if isinstance(nilai, list) else [nilai])
    return hasil


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
