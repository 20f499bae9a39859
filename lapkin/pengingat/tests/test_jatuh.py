"""Which rungs are due: as a table of moments around one due moment, and as rules that hold for any ladder."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapkin.alur.tenggat import JamKerja
from lapkin.pengingat.jatuh import anak_tercapai, belum_terkirim
from lapkin.pengingat.tangga import Anak, Kepada, Saluran, Satuan, susun_tangga, tangga_bawaan

JAM = JamKerja()
BAWAAN = tangga_bawaan()
# Senin, 12 Januari 2026 10.00 WIB; office hours 07.30-12.00 and 13.00-16.00 (Friday 07.30-11.30, 13.00-16.30).
TENGGAT = datetime(2026, 1, 12, 3, tzinfo=UTC)
DIBUKA = TENGGAT - timedelta(days=30)


def wib(hari, jam, menit=0):
    return datetime(2026, 1, hari, jam, menit, tzinfo=UTC) - timedelta(hours=7)


def jatuh(kini, terkirim=(), *, tangga=BAWAAN, dibuka=DIBUKA, tenggat=TENGGAT):
    return {anak.kode for anak in dikirim(kini, terkirim, tangga, dibuka, tenggat)}


def dikirim(kini, terkirim, tangga=BAWAAN, dibuka=DIBUKA, tenggat=TENGGAT):
    """The rungs that a run sends to one reader, as rencana.py asks: those reached, less those that went out."""
    tercapai = anak_tercapai(tangga, dibuka=dibuka, tenggat=tenggat, kini=kini, jam_kerja=JAM, sehari=450)
    return belum_terkirim(tercapai, tangga, terkirim, 450)


@pytest.mark.parametrize(
    ("kini", "terkirim", "harapan"),
    [
        # 450 working minutes before Monday 10.00 is Friday 10.00: 150 minutes on Monday, 300 of Friday's 450.
        (wib(9, 9, 59), (), set()),
        (wib(9, 10), (), {"pesan-sebelum"}),
        (wib(10, 12), (), {"pesan-sebelum"}),
        (wib(10, 12), ("pesan-sebelum",), set()),
        # The due moment itself: one message (not two) and one mail.
        (wib(12, 9, 59), ("pesan-sebelum",), set()),
        (wib(12, 10), ("pesan-sebelum",), {"pesan-saat", "surel-saat"}),
        (wib(12, 10), (), {"pesan-saat", "surel-saat"}),
        # A working day after Monday 10.00 is Tuesday 10.00.
        (wib(13, 9, 59), ("pesan-saat", "surel-saat"), set()),
        (wib(13, 10), ("pesan-saat", "surel-saat"), {"surel-sesudah"}),
        # Friday 16 January is Isra Mikraj; Thursday 10.00 is the third working day.
        (wib(15, 10), ("pesan-saat", "surel-sesudah"), {"whatsapp-sesudah", "pesan-atasan"}),
        # The timer was off since before the due moment: one of each line, the highest.
        (wib(30, 10), (), {"pesan-saat", "surel-sesudah", "whatsapp-sesudah", "pesan-atasan"}),
        # A higher rung went out already: the lower one of the line never follows.
        (wib(30, 10), ("surel-sesudah", "pesan-saat", "whatsapp-sesudah", "pesan-atasan"), set()),
    ],
)
def test_a_rung_is_due_from_its_moment_on_and_once(kini, terkirim, harapan):
    assert jatuh(kini, terkirim) == harapan


def test_a_short_task_is_not_announced_the_moment_it_is_opened():
    dibuka = TENGGAT - timedelta(hours=2)
    assert jatuh(dibuka + timedelta(minutes=1), dibuka=dibuka) == set()
    assert jatuh(TENGGAT, dibuka=dibuka) == {"pesan-saat", "surel-saat"}


def test_a_limit_at_the_end_of_a_day_is_not_reached_when_the_office_closes():
    tenggat = wib(9, 23, 59)  # Friday
    assert "pesan-saat" not in jatuh(wib(9, 17), tenggat=tenggat)
    assert "pesan-saat" in jatuh(wib(10, 0), tenggat=tenggat)


def test_an_announcement_that_was_missed_is_not_sent_after_the_due_moment():
    tangga = (BAWAAN[0],)
    assert jatuh(wib(12, 9), tangga=tangga) == {"pesan-sebelum"}
    assert jatuh(wib(12, 10), tangga=tangga) == set()


def test_an_office_replaces_switches_off_and_adds_rungs():
    mati = Anak(kode="surel-saat", selisih=0, saluran=Saluran.SUREL, teks="x", aktif=False)
    baru = Anak(kode="sendiri", selisih=2, satuan=Satuan.JAM, saluran=Saluran.SUREL, teks="x")
    tangga = susun_tangga([mati, baru])
    assert len(tangga) == len(BAWAAN) + 1
    assert jatuh(wib(12, 10), tangga=tangga) == {"pesan-saat"}
    assert jatuh(wib(12, 13, 30), tangga=tangga) == {"pesan-saat", "sendiri"}


anak_tangga = st.builds(
    lambda nomor, selisih, satuan, saluran, kepada, aktif: Anak(
        kode=f"a{nomor}",
        selisih=selisih,
        satuan=satuan,
        saluran=saluran,
        kepada=kepada,
        aktif=aktif,
        teks="x",
    ),
    st.integers(0, 50),
    st.integers(-3, 5),
    st.sampled_from(Satuan),
    st.sampled_from(Saluran),
    st.sampled_from(Kepada),
    st.booleans(),
)
tangga_apa_pun = st.lists(anak_tangga, max_size=8, unique_by=lambda a: a.kode).map(tuple)
saat_apa_pun = st.lists(st.integers(-15_000, 20_000), min_size=1, max_size=8).map(
    lambda daftar: [TENGGAT + timedelta(minutes=m) for m in sorted(daftar)]
)


@given(tangga_apa_pun, saat_apa_pun)
@settings(deadline=None, max_examples=60)
def test_runs_never_repeat_a_rung_never_step_down_and_send_one_a_line(tangga, daftar_saat):
    terkirim, tinggi = set(), {}
    for kini in daftar_saat:
        daftar = dikirim(kini, terkirim, tangga)
        assert len({anak.jalur for anak in daftar}) == len(daftar)
        for anak in daftar:
            assert anak.aktif
            assert anak.kode not in terkirim
            assert anak.menit(450) > tinggi.get(anak.jalur, -(10**6)) or anak.jalur not in tinggi
            tinggi[anak.jalur] = anak.menit(450)
        terkirim |= {anak.kode for anak in daftar}
        assert jatuh(kini, terkirim, tangga=tangga) == set()
