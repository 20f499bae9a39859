"""Standard against actual: the rules, on a case worked out by hand and on cases of every shape."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from lapkin.alur.batas import Batas, jadwal_mundur
from lapkin.alur.gambar_kinerja import batang_langkah, formulir_berbatang
from lapkin.alur.jam_giliran import GiliranTugas
from lapkin.alur.models import Tugas
from lapkin.alur.putaran import Nasib, Periode, TugasTerukur
from lapkin.alur.statistik import (
    KasusTuntas,
    KinerjaLangkah,
    Pengembalian,
    Statistik,
    hitung,
    jumlah_standar,
    sebaran,
)
from lapkin.alur.tenggat import JamKerja
from lapkin.alur.usulan_waktu import terapkan, usulan_waktu, waktu_lazim
from lapkin.sop.tests.benih import DAFTAR_KODE, isi_sop
from lapkin.sop.waktu import Satuan, Waktu, baca_waktu, lama_rinci, menit_kerja

JAKARTA = ZoneInfo("Asia/Jakarta")
JAM = JamKerja()  # 450 minutes a day: 7.30-12 and 13-16 from Monday to Thursday
JANUARI = Periode(dari=date(2026, 1, 1), sampai=date(2026, 1, 31))
KINI = datetime(2026, 1, 6, 14, 0, tzinfo=JAKARTA)
cepat = settings(deadline=None, max_examples=60)


def pukul(hari, jam, menit=0):
    """A moment of January 2026; the 5th is a Monday."""
    return datetime(2026, 1, hari, jam, menit, tzinfo=JAKARTA)


def tugas(
    pk, langkah, dari, sampai, *, kasus=1, putaran=1, pihak="Staf", nasib=None, tenggat=None, **giliran
):
    """One task of a case; open when it has no end."""
    menunggu = giliran.pop("menunggu", ())
    umum = {"tahap": 1, "per_unit": False, "penghimpun": False}
    return TugasTerukur(
        kasus=kasus,
        nasib=nasib or (Nasib.SELESAI if sampai else Nasib.TERBUKA),
        pihak=pihak,
        tenggat=tenggat,
        menunggu=menunggu,
        giliran=GiliranTugas(
            pk=pk, langkah=langkah, putaran=putaran, dari=dari, sampai=sampai, **(umum | giliran)
        ),
    )


# Case 1: a takes 2 hours; b looks at it for 1 hour and sends it back; a mends it in half an hour; b passes it in
# half an hour. Case 2: a takes 4 hours, 2 beyond its due moment; b has held it since 13.00 and it is 14.00 now.
DUA_KASUS = (
    tugas(1, "a", pukul(5, 8), pukul(5, 10)),
    tugas(2, "b", pukul(5, 10), pukul(5, 11), pihak="Kadis", nasib=Nasib.DIKEMBALIKAN),
    tugas(3, "a", pukul(5, 11), pukul(5, 11, 30), putaran=2),
    tugas(4, "b", pukul(5, 11, 30), pukul(5, 12), putaran=2, pihak="Kadis"),
    tugas(5, "a", pukul(6, 8), pukul(6, 12), kasus=2, tenggat=pukul(6, 10)),
    tugas(6, "b", pukul(6, 13), None, kasus=2, pihak="Kadis"),
)


def test_two_cases_worked_out_by_hand():
    hasil = hitung(DUA_KASUS, JAM, KINI, JANUARI)
    # a: 120, 30 and 240 minutes. Nine tenths of three is 2.7, so the third of them is the slowest tenth.
    a = hasil.cari("a")
    assert (a.sebaran.kali, a.sebaran.jumlah, a.sebaran.median, a.sebaran.lambat) == (3, 390, 120, 240)
    assert (a.sebaran.tercepat, a.sebaran.terlama) == (30, 240)
    assert [(nomor, satu.kali, satu.median) for nomor, satu in a.per_putaran] == [(1, 2, 180), (2, 1, 30)]
    assert (a.terlambat, a.diulang, a.mengembalikan, a.berjalan) == (1, 1, 0, 0)
    # b: 60 and 30 minutes; the open round of case 2 is not measured.
    b = hasil.cari("b")
    assert (b.sebaran.kali, b.sebaran.median, b.sebaran.lambat) == (2, 45, 60)
    assert (b.terlambat, b.diulang, b.mengembalikan, b.berjalan) == (0, 0, 1, 1)
    assert hasil.pengembalian == (Pengembalian(dari="b", ke="a", kali=1),)
    # Staf held the turn 120 + 30 + 240 minutes, Kadis 60 + 30, and 60 in case 2 until now.
    assert [(satu.pihak, satu.menit, satu.kali) for satu in hasil.menunggu] == [
        ("Staf", 390, 3),
        ("Kadis", 150, 3),
    ]
    assert (hasil.jumlah_kasus, hasil.putaran_terukur) == (2, 5)


def test_a_round_counts_in_the_period_in_which_it_ended():
    senin = Periode(dari=date(2026, 1, 5), sampai=date(2026, 1, 5))
    hasil = hitung(DUA_KASUS, JAM, KINI, senin)
    assert hasil.cari("a").sebaran.kali == 2
    assert hasil.cari("b").berjalan == 0
    assert hasil.daftar_kasus == (1,)


def test_whole_cases_are_measured_in_working_time_from_their_begin_to_their_end():
    # Monday 8 to Tuesday 8: 450 minutes, a day of work. Tuesday 8 to 10: 120. The third ended in February.
    tuntas = [
        KasusTuntas(dari=pukul(5, 8), sampai=pukul(6, 8)),
        KasusTuntas(dari=pukul(6, 8), sampai=pukul(6, 10)),
        KasusTuntas(dari=pukul(6, 8), sampai=datetime(2026, 2, 2, 8, tzinfo=JAKARTA)),
    ]
    seluruh = hitung((), JAM, KINI, JANUARI, tuntas).keseluruhan
    assert (seluruh.kali, seluruh.median, seluruh.lambat) == (2, 285, 450)
    assert hitung((), JAM, KINI, JANUARI).keseluruhan is None


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_the_standard_of_an_sop_is_what_the_schedule_counted_back_takes(kode):
    isi = isi_sop(kode)
    batas = Batas(jenis="pd", sejak=2025, bulan_tanggal="12-31", dasar="uji")
    jadwal = jadwal_mundur(isi, 2025, batas, JAM)
    assert jumlah_standar(isi, Satuan()) == sum(titik.menit for titik in jadwal.daftar_titik) > 0


def test_nothing_is_measured_where_nothing_was_done():
    kosong = hitung((), JAM, KINI, JANUARI)
    assert kosong.cari("a") == KinerjaLangkah(langkah="a", sebaran=None)
    assert (kosong.jumlah_kasus, kosong.putaran_terukur, kosong.menunggu) == (0, 0, ())


def test_a_skipped_and_a_broken_round_are_counted_but_not_measured():
    daftar = [
        tugas(1, "a", pukul(5, 8), pukul(5, 9), nasib=Nasib.DILEWATI),
        tugas(2, "b", pukul(5, 9), pukul(5, 10), nasib=Nasib.DIBATALKAN),
    ]
    hasil = hitung(daftar, JAM, KINI, JANUARI)
    assert (hasil.cari("a").sebaran, hasil.cari("a").dilewati) == (None, 1)
    assert (hasil.cari("b").sebaran, hasil.cari("b").terputus) == (None, 1)


def test_a_round_that_was_withdrawn_and_done_again_is_one_round():
    daftar = [
        tugas(1, "a", pukul(5, 8), pukul(5, 9), nasib=Nasib.DITARIK),
        tugas(2, "a", pukul(5, 10), pukul(5, 11)),
    ]
    satu = hitung(daftar, JAM, KINI, JANUARI).cari("a").sebaran
    assert (satu.kali, satu.median) == (1, 120)


def test_a_pause_is_nobodys_turn_and_is_told_by_whom_it_waited_for():
    jeda = ((pukul(5, 9), pukul(5, 10)),)
    daftar = [tugas(1, "a", pukul(5, 8), pukul(5, 11), jeda=jeda, menunggu=("Bappeda",))]
    hasil = hitung(daftar, JAM, KINI, JANUARI)
    assert hasil.cari("a").sebaran.median == 120
    assert [(satu.pihak, satu.menit) for satu in hasil.menunggu] == [("Staf", 120)]
    assert [(satu.pihak, satu.menit) for satu in hasil.jeda] == [("Bappeda", 60)]


def test_units_are_measured_one_by_one_and_their_collector_only_when_none_of_them_holds_the_turn():
    daftar = [
        tugas(1, "a", pukul(5, 8), pukul(5, 9), pihak="Bidang 1", per_unit=True),
        tugas(2, "a", pukul(5, 8), pukul(5, 11), pihak="Bidang 2", per_unit=True, tenggat=pukul(5, 10)),
        tugas(3, "a", pukul(5, 8), pukul(5, 12), pihak="Kasubbag", penghimpun=True),
    ]
    hasil = hitung(daftar, JAM, KINI, JANUARI)
    assert [(u.pihak, u.sebaran.median, u.terlambat) for u in hasil.cari("a").per_unit] == [
        ("Bidang 1", 60, 0),
        ("Bidang 2", 180, 1),
    ]
    assert {satu.pihak: satu.menit for satu in hasil.menunggu} == {
        "Bidang 1": 60,
        "Bidang 2": 180,
        "Kasubbag": 60,
    }
    assert hasil.cari("a").sebaran.median == 240


def test_a_unit_whose_figures_come_back_gets_them_in_the_same_step():
    daftar = [
        tugas(1, "a", pukul(5, 8), pukul(5, 9), pihak="Bidang 1", per_unit=True, nasib=Nasib.DIKEMBALIKAN),
        tugas(2, "a", pukul(5, 8), pukul(5, 12), pihak="Kasubbag", penghimpun=True),
        tugas(3, "a", pukul(5, 10), pukul(5, 11), pihak="Bidang 1", per_unit=True, putaran=2),
    ]
    hasil = hitung(daftar, JAM, KINI, JANUARI)
    assert hasil.pengembalian == (Pengembalian(dari="a", ke="a", kali=1),)
    assert hasil.cari("a").per_unit[0].dikembalikan == 1


def test_a_collection_that_was_broken_off_is_not_measured_though_a_unit_got_its_figures_back():
    daftar = [
        tugas(1, "a", pukul(5, 8), pukul(5, 9), pihak="Bidang 1", per_unit=True, nasib=Nasib.DIKEMBALIKAN),
        tugas(2, "a", pukul(5, 8), pukul(5, 12), penghimpun=True, nasib=Nasib.DIBATALKAN),
    ]
    hasil = hitung(daftar, JAM, KINI, JANUARI).cari("a")
    assert (hasil.sebaran, hasil.terputus) == (None, 1)


@pytest.mark.parametrize("kode", DAFTAR_KODE)
@pytest.mark.parametrize("menit", [None, 1, 100_000])
def test_every_form_is_drawn_with_a_bar_for_each_row_in_words_too(kode, menit):
    isi = isi_sop(kode)
    daftar = [satu.kode for satu in isi.daftar_langkah_kerja]
    langkah = [KinerjaLangkah(langkah=satu, sebaran=sebaran([menit])) for satu in daftar if menit]
    statistik = Statistik(daftar_kasus=(), langkah=tuple(langkah), pengembalian=(), menunggu=(), jeda=())
    halaman = formulir_berbatang(isi, batang_langkah(isi, statistik, Satuan()), 450)
    uraian = [etree.fromstring(satu).findtext("{*}desc") for satu in halaman]
    assert " ".join(uraian).count("Langkah ") == len(daftar)
    assert sum(satu.count(">L ") for satu in halaman) == len(langkah)


def test_the_fates_are_those_of_the_tasks():
    assert {satu.value for satu in Nasib} == set(Tugas.Status.values)


@pytest.mark.parametrize(
    ("menit", "median", "lambat"),
    [([7], 7, 7), ([1, 2], 2, 2), ([5, 1, 3], 3, 5), (range(1, 11), 6, 9), (range(1, 21), 11, 18)],
)
def test_median_and_slowest_tenth_of_known_rows(menit, median, lambat):
    satu = sebaran(menit)
    assert (satu.median, satu.lambat) == (median, lambat)


@cepat
@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=40), st.randoms())
def test_a_distribution_lies_between_its_ends_and_asks_for_no_order(menit, acak):
    satu = sebaran(menit)
    assert satu.tercepat <= satu.median <= satu.terlama
    assert satu.median <= satu.lambat + 1
    assert 10 * sum(m <= satu.lambat for m in menit) >= 9 * len(menit)
    assert 10 * sum(m < satu.lambat for m in menit) < 9 * len(menit)
    assert 2 * sum(m <= satu.median for m in menit) >= len(menit)
    acak.shuffle(menit)
    assert sebaran(menit) == satu


@st.composite
def daftar_kasus(draw):
    """Some cases of two steps, one task after the other, with returns, pauses and units among them."""
    daftar, pk = [], 0
    for kasus in range(draw(st.integers(1, 3))):
        saat = pukul(5, 8)
        for _ in range(draw(st.integers(1, 6))):
            pk += 1
            sampai = saat + timedelta(minutes=draw(st.integers(0, 2000)))
            langkah = draw(st.sampled_from("ab"))
            jeda = ((saat, sampai),) if draw(st.integers(0, 3)) == 0 else ()
            daftar.append(
                tugas(
                    pk,
                    langkah,
                    saat,
                    sampai,
                    kasus=kasus,
                    putaran=1 + sum(t.kasus == kasus and t.giliran.langkah == langkah for t in daftar),
                    pihak=draw(st.sampled_from(["Staf", "Kadis"])),
                    nasib=draw(st.sampled_from([Nasib.SELESAI, Nasib.DIKEMBALIKAN])),
                    jeda=jeda,
                    menunggu=("Bappeda",) * len(jeda),
                )
            )
            saat = sampai
    return daftar


@cepat
@given(daftar_kasus(), st.randoms())
def test_the_sums_agree_and_the_order_of_reading_does_not_matter(daftar, acak):
    """One task a round here, so the steps' sum is what the holders held."""
    setahun = Periode(dari=date(2026, 1, 1), sampai=date(2026, 12, 31))
    kini = datetime(2026, 12, 31, tzinfo=JAKARTA)
    hasil = hitung(daftar, JAM, kini, setahun)
    assert hasil.putaran_terukur == len(daftar)
    assert sum(satu.sebaran.jumlah for satu in hasil.langkah) == sum(satu.menit for satu in hasil.menunggu)
    assert sum(satu.kali for satu in hasil.pengembalian) == sum(satu.mengembalikan for satu in hasil.langkah)
    assert sum(satu.diulang for satu in hasil.langkah) == sum(satu.kali for satu in hasil.pengembalian)
    for satu in hasil.langkah:
        assert sum(putaran.jumlah for _, putaran in satu.per_putaran) == satu.sebaran.jumlah
    acak.shuffle(daftar)
    assert hitung(daftar, JAM, kini, setahun) == hasil


@pytest.mark.parametrize(
    ("menit", "waktu"),
    [
        (1, "5 menit"),
        (10, "10 menit"),
        (11, "15 menit"),
        (56, "1 jam"),
        (60, "1 jam"),
        (61, "2 jam"),
        (421, "1 hari"),  # 8 jam would be more than a hari
        (450, "1 hari"),
        (451, "2 hari"),
        (21 * 450, "21 hari"),
        (21 * 450 + 1, "5 minggu"),
    ],
)
def test_times_are_rounded_up_to_what_offices_write(menit, waktu):
    hasil = waktu_lazim(menit, Satuan())
    assert f"{hasil.jumlah} {hasil.satuan}" == waktu


SATUAN = st.builds(Satuan, hari=st.integers(240, 600), minggu=st.integers(4, 7), bulan=st.integers(15, 31))


@cepat
@given(st.integers(1, 200_000), st.integers(0, 5000), SATUAN)
def test_a_customary_time_is_never_shorter_grows_with_the_length_and_can_be_printed(menit, lebih, satuan):
    satu = waktu_lazim(menit, satuan)
    assert menit <= menit_kerja(satu, satuan)
    assert menit_kerja(satu, satuan) <= menit_kerja(waktu_lazim(menit + lebih, satuan), satuan)
    assert baca_waktu(f"{satu.jumlah} {satu.satuan}") == satu


def test_only_steps_measured_three_times_get_another_time():
    isi = isi_sop("dp3a-kalbar-lkjip")
    pertama, kedua, ketiga, malam = isi.daftar_langkah_kerja[
        :4
    ]  # 10 menit, 2 jam, 1 jam; done at no working time
    daftar = [
        tugas(kasus * 10 + ke, langkah.kode, pukul(5, 8), pukul(5, 8) + timedelta(minutes=menit), kasus=kasus)
        for ke, (langkah, menit, kali) in enumerate(
            [(pertama, 21, 3), (kedua, 200, 2), (ketiga, 60, 3), (malam, 0, 3)]
        )
        for kasus in range(kali)
    ]
    usulan = usulan_waktu(isi, hitung(daftar, JAM, KINI, JANUARI), Satuan())
    assert [(u.langkah, u.lama, u.baru, u.dari) for u in usulan] == [
        (pertama.kode, pertama.waktu_tercetak, "25 menit", 3)
    ]
    baru = terapkan(isi, usulan).sop
    assert baru.cari(pertama.kode).waktu == Waktu(jumlah=25, satuan="menit")
    assert [satu for satu in baru.langkah if satu not in isi.langkah] == [baru.cari(pertama.kode)]


@pytest.mark.parametrize(
    ("menit", "kata"),
    [(0, "0 menit"), (59, "59 menit"), (451, "1 hari 1 menit"), (515, "1 hari 1 jam 5 menit")],
)
def test_a_length_is_said_without_loss(menit, kata):
    assert lama_rinci(menit) == kata
