"""Departing from the SOP in one case: only its penanggung jawab skips a step or adds one, and only with a reason."""

from dataclasses import replace

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.alur import actions
from lapkin.alur.lewat import akibat_lewat, halangan_lewat
from lapkin.alur.models import LangkahTambahan, Pelaksanaan
from lapkin.alur.queries import langkah_dilewati
from lapkin.alur.tambahan import JENIS_TAMBAHAN, dengan_tambahan, langkah_tambahan, tulis_langkah
from lapkin.conftest import buat_pegawai
from lapkin.hanya_tambah import TakBolehDiubah
from lapkin.jejak.ditolak import Ditolak
from lapkin.jejak.models import Pemberitahuan, Peristiwa
from lapkin.jejak.queries import periksa_rantai
from lapkin.organisasi.queries import pemegang
from lapkin.sop.bagan import Jenis
from lapkin.sop.sop import ke_json, masalah_sop
from lapkin.sop.tests.benih import DAFTAR_KODE, isi_sop

from .bantuan import kantor, kerjakan, mainkan, pelaku, terbuka

BENIH = [isi_sop(kode) for kode in DAFTAR_KODE]


@pytest.fixture
def kasus(db):
    """A run of SOP 000 with two units."""
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip")
    return actions.mulai(pegawai=pengelola, sop=sop, tahun=2025)


def _penanggung_jawab(kasus):
    peran = kasus.sop.daftar_peran.get(nama=kasus.dibaca().penanggung_jawab_berlaku)
    return pemegang(peran.jabatan).get()


def _lewati(kasus, kode, alasan="Sudah dikerjakan di luar", oleh=None):
    return actions.lewati(
        pegawai=oleh or _penanggung_jawab(kasus), pelaksanaan=kasus, kode=kode, alasan=alasan
    )


def _sisipkan(kasus, kode, oleh=None, **isian):
    bawaan = {
        "kegiatan": "Memeriksa ulang hasil analisis",
        "peran": "Sekdin",
        "jenis": "periksa",
        "waktu": "1 hari",
        "alasan": "Diminta pimpinan",
    }
    return actions.sisipkan(
        pegawai=oleh or _penanggung_jawab(kasus), pelaksanaan=kasus, kode=kode, **(bawaan | isian)
    )


# Skipping


def test_a_skipped_step_is_closed_and_the_next_opens(kasus):
    mainkan(kasus, sampai="himpun")
    berikut = kasus.dibaca().sesudah("himpun")
    dibuka = _lewati(kasus, "himpun")
    assert {t.langkah for t in dibuka} == {berikut.kode}
    assert set(kasus.daftar_tugas.filter(langkah="himpun").values_list("status", flat=True)) == {"dilewati"}
    assert langkah_dilewati(kasus) == {"himpun"}


def test_a_case_goes_to_its_end_over_a_skipped_step(kasus):
    mainkan(kasus, sampai="himpun")
    _lewati(kasus, "himpun")
    mainkan(kasus)
    kasus.refresh_from_db()
    assert kasus.status == Pelaksanaan.Status.SELESAI
    assert periksa_rantai(kasus.instansi.kunci) == []


def test_the_reason_stands_in_the_trail(kasus):
    mainkan(kasus, sampai="himpun")
    _lewati(kasus, "himpun")
    peristiwa = Peristiwa.objects.get(jenis="langkah.dilewati")
    assert peristiwa.uraian.endswith(": Sudah dikerjakan di luar")
    assert peristiwa.sebagai


def test_only_the_penanggung_jawab_departs_from_the_sop(kasus):
    mainkan(kasus, sampai="himpun")
    luar = _penanggung_jawab_luar()
    staf = pelaku(terbuka(kasus).first())
    for orang in (staf, kasus.pembuat, luar):
        with pytest.raises(Ditolak, match="Hanya penanggung jawab SOP ini"):
            _lewati(kasus, "himpun", oleh=orang)
        with pytest.raises(Ditolak, match="Hanya penanggung jawab SOP ini"):
            _sisipkan(kasus, "himpun", oleh=orang)


def _penanggung_jawab_luar():
    _, pengelola, sop = kantor("dp3a-kalbar-lkjip", kode_instansi="lain")
    return _penanggung_jawab(actions.mulai(pegawai=pengelola, sop=sop, tahun=2025))


def test_without_a_reason_nothing_is_skipped_or_added(kasus):
    mainkan(kasus, sampai="himpun")
    with pytest.raises(Ditolak, match="Sebutkan alasan"):
        _lewati(kasus, "himpun", alasan="  ")
    with pytest.raises(Ditolak, match="Sebutkan alasan"):
        _sisipkan(kasus, "himpun", alasan="")


def test_an_old_page_does_not_skip_another_step(kasus):
    mainkan(kasus, sampai="himpun")
    _lewati(kasus, "himpun")
    with pytest.raises(Ditolak, match="sudah berpindah langkah"):
        _lewati(kasus, "himpun")


def test_a_signing_is_not_skipped(kasus):
    mainkan(kasus, sampai="tanda-tangan")
    with pytest.raises(Ditolak, match="tanpa tanda tangan naskahnya tidak sah.*Plh"):
        _lewati(kasus, "tanda-tangan")


def test_the_last_step_that_makes_the_report_is_skipped_only_when_there_is_one(kasus):
    mainkan(kasus, sampai="analisis")
    _lewati(kasus, "analisis")
    with pytest.raises(Ditolak, match="yang membuat laporan.*“Mengoreksi"):
        _lewati(kasus, "susun")
    kerjakan(terbuka(kasus).get())
    tugas = terbuka(kasus).get()
    actions.kembalikan(pegawai=pelaku(tugas), tugas=tugas, tujuan="susun", catatan="Perbaiki.")
    assert {t.langkah for t in _lewati(kasus, "susun", "Sudah benar")} == {"koreksi"}


def test_the_last_step_skipped_ends_the_case(kasus):
    terakhir = kasus.dibaca().daftar_langkah_kerja[-1]
    mainkan(kasus, sampai=terakhir.kode)
    assert _lewati(kasus, terakhir.kode) == []
    kasus.refresh_from_db()
    assert kasus.status == Pelaksanaan.Status.SELESAI


@pytest.mark.parametrize(
    ("kode", "terakhir"),
    [
        ("biro-organisasi-kalbar-lkj", "kirim"),
        ("dp3a-kalbar-lkjip", "kirim"),
        ("inspektorat-landak-lkjip", "arsip"),
        ("jambi-data-kinerja", "arsip"),
        ("kominfo-kalbar-lakip", "arsip"),
    ],
)
def test_each_of_the_five_may_skip_its_last_step_which_signs_and_numbers_nothing(kode, terakhir):
    isi = isi_sop(kode)
    langkah = isi.daftar_langkah_kerja[-1]
    assert langkah.kode == terakhir
    assert halangan_lewat(isi, langkah, 1, frozenset()) == []


@pytest.mark.parametrize("isi", BENIH, ids=DAFTAR_KODE)
def test_what_later_steps_lack_is_said_before(isi):
    for langkah in isi.daftar_langkah_kerja:
        diminta = [
            butir.nama
            for nanti in isi.daftar_langkah_kerja
            for butir in nanti.kelengkapan
            if butir.dari == langkah.kode and nanti is not langkah
        ]
        kalimat = akibat_lewat(isi, langkah)
        assert len(kalimat) == len(diminta)
        assert all(nama in satu for nama, satu in zip(diminta, kalimat, strict=True))


# Adding


def test_an_added_step_opens_behind_the_present_one_and_the_case_ends(kasus):
    mainkan(kasus, sampai="susun")
    tambahan = _sisipkan(kasus, "susun")
    kerjakan(terbuka(kasus).get())
    tugas = terbuka(kasus).get()
    assert (tugas.langkah, tugas.jenis, tugas.peran) == (tambahan.kode, "periksa", "Sekdin")
    assert tugas.menit_standar == 450
    dikerjakan = [kode for kode, *_ in mainkan(kasus)]
    kasus.refresh_from_db()
    assert kasus.status == Pelaksanaan.Status.SELESAI
    assert dikerjakan[0] == tambahan.kode
    assert dikerjakan[1] == isi_sop("dp3a-kalbar-lkjip").sesudah("susun").kode


def test_a_second_click_adds_no_second_step(kasus):
    mainkan(kasus, sampai="susun")
    _sisipkan(kasus, "susun")
    with pytest.raises(Ditolak, match="sudah disisipkan"):
        _sisipkan(kasus, "susun")
    _sisipkan(kasus, "susun", kegiatan="Rapat bersama Sekda", jenis="rapat")
    assert kasus.daftar_langkah_tambahan.count() == 2


def test_an_added_step_sends_work_back_and_is_passed_again(kasus):
    mainkan(kasus, sampai="susun")
    kode = _sisipkan(kasus, "susun").kode
    kerjakan(terbuka(kasus).get())
    tugas = terbuka(kasus).get()
    actions.kembalikan(pegawai=pelaku(tugas), tugas=tugas, tujuan="susun", catatan="Lengkapi tabelnya.")
    kerjakan(terbuka(kasus).get())
    lagi = terbuka(kasus).get()
    assert (lagi.langkah, lagi.putaran) == (kode, 2)


def test_a_step_added_in_a_later_round_does_not_mix_the_rounds_behind_it(kasus):
    mainkan(kasus, sampai="koreksi")
    tugas = terbuka(kasus).get()
    actions.kembalikan(pegawai=pelaku(tugas), tugas=tugas, tujuan="susun", catatan="Ulangi.")
    _sisipkan(kasus, "susun")
    kerjakan(terbuka(kasus).get())
    assert terbuka(kasus).get().putaran == 1
    kerjakan(terbuka(kasus).get())
    assert (terbuka(kasus).get().langkah, terbuka(kasus).get().putaran) == ("koreksi", 2)


def test_an_addition_belongs_to_its_case_alone(kasus):
    mainkan(kasus, sampai="analisis")
    _sisipkan(kasus, "analisis")
    lain = actions.mulai(pegawai=kasus.pembuat, sop=kasus.sop, tahun=2026)
    assert len(kasus.dibaca().langkah) == len(lain.dibaca().langkah) + 1
    assert lain.dibaca() == isi_sop("dp3a-kalbar-lkjip")


def test_an_added_step_and_its_reason_stay_as_they_were_written(kasus):
    mainkan(kasus, sampai="analisis")
    baris = _sisipkan(kasus, "analisis")
    baris.alasan = "Lain"
    daftar = LangkahTambahan.objects.filter(pk=baris.pk)
    for ubah in (
        baris.save,
        baris.delete,
        daftar.delete,
        lambda: daftar.update(alasan="Lain"),
        lambda: LangkahTambahan.objects.bulk_update([baris], ["alasan"]),
        lambda: kasus.daftar_langkah_tambahan.all().delete(),
    ):
        with pytest.raises(TakBolehDiubah):
            ubah()
    assert daftar.get().alasan != "Lain"


@pytest.mark.parametrize(
    ("isian", "kalimat"),
    [
        ({"jenis": "tanda-tangan"}, "hanya dapat berupa"),
        ({"peran": "Gubernur"}, "Belum ada jabatan atau tim untuk peran Gubernur"),
        ({"waktu": "sebentar"}, "tidak dikenal"),
        ({"kegiatan": " "}, "Tuliskan kegiatan"),
    ],
)
def test_what_an_sop_could_not_say_is_refused(kasus, isian, kalimat):
    mainkan(kasus, sampai="analisis")
    with pytest.raises(Ditolak, match=kalimat):
        _sisipkan(kasus, "analisis", **isian)
    assert not LangkahTambahan.objects.exists()


@st.composite
def sop_dan_tambahan(draw):
    """An SOP with up to four rows added one after the other behind any of its rows, added ones too."""
    isi = asal = draw(st.sampled_from(BENIH))
    daftar = ()
    for _ in range(draw(st.integers(0, 4))):
        sesudah = draw(st.sampled_from(isi.daftar_langkah_kerja))
        baru = langkah_tambahan(
            isi,
            sesudah,
            kegiatan=draw(st.text(min_size=1, max_size=20)),
            peran=draw(st.sampled_from([peran.nama for peran in isi.peran if peran.kolom])),
            jenis=draw(st.sampled_from(JENIS_TAMBAHAN)),
            waktu="2 jam",
            alasan="Perlu",
        )
        daftar = (*daftar, (sesudah.kode, tulis_langkah(baru)))
        isi = dengan_tambahan(asal, daftar)
    return asal, daftar, isi


@given(sop_dan_tambahan())
@settings(deadline=None, max_examples=40)
def test_additions_keep_the_rest(bahan):
    asal, daftar, isi = bahan
    kode_asal = {langkah.kode for langkah in asal.langkah}
    assert tuple(langkah for langkah in isi.langkah if langkah.kode in kode_asal) == asal.langkah
    assert len(isi.langkah) == len(asal.langkah) + len(daftar)
    assert len({langkah.kode for langkah in isi.langkah}) == len(isi.langkah)
    assert masalah_sop(isi) == []
    assert (isi.identitas, isi.peran, isi.pertama()) == (asal.identitas, asal.peran, asal.pertama())


@given(sop_dan_tambahan())
@settings(deadline=None, max_examples=40)
def test_an_addition_stands_behind_its_step_with_nothing_but_additions_between(bahan):
    _, daftar, isi = bahan
    urutan = [langkah.kode for langkah in isi.langkah]
    tambahan = set(urutan) - {langkah.kode for langkah in bahan[0].langkah}
    for sesudah, teks in daftar:
        kode = next(k for k in tambahan if f'"kode": "{k}"' in teks)
        antara = urutan[urutan.index(sesudah) + 1 : urutan.index(kode)]
        assert urutan.index(kode) > urutan.index(sesudah)
        assert set(antara) <= tambahan


def test_an_addition_whose_step_is_gone_is_left_out_and_what_follows_it_too():
    isi = BENIH[0]
    umum = {
        "kegiatan": "Rapat",
        "peran": isi.peran[0].nama,
        "jenis": Jenis.RAPAT,
        "waktu": "1 jam",
        "alasan": "a",
    }
    satu = langkah_tambahan(isi, isi.pertama(), **umum)
    dua = langkah_tambahan(isi, satu, **umum, terpakai={satu.kode})
    daftar = (("tidak-ada", tulis_langkah(satu)), (satu.kode, tulis_langkah(dua)))
    assert dengan_tambahan(isi, daftar) == isi
    assert dua.kode != satu.kode


def test_a_time_that_nobody_can_count_to_its_end_is_refused_at_once(kasus):
    mainkan(kasus, sampai="analisis")
    with pytest.raises(Ditolak, match="9999 bulan.* terlalu panjang"):
        _sisipkan(kasus, "analisis", waktu="9999 bulan")
    assert not LangkahTambahan.objects.exists()
    assert _sisipkan(kasus, "analisis", waktu="24 bulan")


def test_a_printed_time_that_nobody_can_count_to_its_end_holds_up_nothing(kasus):
    """No such SOP comes into force any more; one that is in force all the same goes on."""
    panjang = tuple(
        satu if satu.penanda else replace(satu, waktu_tercetak="9999 Bulan")
        for satu in kasus.dibaca().langkah
    )
    kini = timezone.now()
    revisi = kasus.sop.daftar_revisi.create(
        urutan=2,
        isi=ke_json(replace(kasus.dibaca(), langkah=panjang)),
        status="dicabut",
        berlaku_pada=kini,
        dicabut_pada=kini,
    )
    Pelaksanaan.objects.filter(pk=kasus.pk).update(revisi=revisi)
    kasus = Pelaksanaan.objects.get(pk=kasus.pk)
    kerjakan(terbuka(kasus).get())
    tugas = terbuka(kasus).first()
    assert (tugas.tenggat, tugas.menit_standar) == (None, 9999 * 22 * 450)
    mainkan(kasus, sampai="himpun")
    _lewati(kasus, "himpun")
    mainkan(kasus)
    kasus.refresh_from_db()
    assert kasus.status == Pelaksanaan.Status.SELESAI


def test_whoever_held_the_skipped_work_is_told(kasus):
    mainkan(kasus, sampai="analisis")
    tugas = terbuka(kasus).get()
    rekan, _ = buat_pegawai(kasus.instansi, "rekan", "Ibu Rekan", jabatan="Analis")
    actions.alihkan(pegawai=pelaku(tugas), tugas=tugas, penerima=rekan, alasan="Dinas luar")
    _lewati(kasus, "analisis")
    pesan = Pemberitahuan.objects.filter(teks__contains="dilewati oleh")
    assert [satu.penerima for satu in pesan] == [rekan]
    assert pesan.get().teks.endswith(": Sudah dikerjakan di luar")
