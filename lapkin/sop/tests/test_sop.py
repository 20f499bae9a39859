"""The order of work in an SOP: which row follows, where work returns, how one row unrolls into turns."""

import pytest

from lapkin.sop.sop import (
    Jenis,
    Langkah,
    Output,
    Pekerjaan,
    Sop,
    baca,
    dari_json,
    ke_json,
)
from lapkin.sop.tests.contoh import SOP, diubah


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


def dengan_tanda_tangan(naskah: str) -> Sop:
    """The SOP whose letter row also prints a signing by the Kepala, after the paraf."""
    cetak = f'{{ jenis = "tanda-tangan", oleh = ["Kepala"], naskah = "{naskah}" }},'
    return baca(diubah('{ jenis = "rapat",', f'{cetak}\n  {{ jenis = "rapat",'))


def test_a_signing_that_is_printed_is_not_opened_twice():
    sop = dengan_tanda_tangan("surat-pengantar")
    jenis = [tahap.jenis for tahap in sop.cari("surat").tahapan()]
    assert jenis.count(Jenis.TANDA_TANGAN) == 1
    assert jenis.index(Jenis.TANDA_TANGAN) == 3


def test_a_printed_signing_of_another_paper_does_not_count():
    tahapan = dengan_tanda_tangan("nota-dinas").cari("surat").tahapan()
    assert [tahap.naskah for tahap in tahapan if tahap.jenis is Jenis.TANDA_TANGAN] == [
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
